"""The scorer of names and syntax, with a pipeline of rules."""

from __future__ import annotations

import pytest
import spacy
from evaluation.tally import total
from spacy.language import Language
from training.corpora import Annotated, Document
from training.examples import Source

from evaluation import tagged

TEXT = "Dr Ana Lind left Narva. Lind said it was the Nordbank of Europe."


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("en")
    made.add_pipe("sentencizer")
    ruler = made.add_pipe("entity_ruler")
    names = (("Ana Lind", "PERSON"), ("Narva", "LOC"), ("Nordbank", "ORG"), ("Europe", "GPE"))
    ruler.add_patterns([{"label": label, "pattern": words} for words, label in names])  # type: ignore[attr-defined]
    return made


def source(*names: tuple[str, set[str]]) -> Source:
    return Source("t-0", TEXT, gold=True, names=[(TEXT.index(words), TEXT.index(words) + len(words), types) for words, types in names])


def test_gpe_and_loc_are_one_type(nlp: Language) -> None:
    tally = total(tagged.names(nlp, "here", [source(("Narva", {"GPE"}), ("Ana Lind", {"PERSON"}))]))
    assert tally.scores["here: GPE and LOC"].hits_gold == 1
    assert tally.scores["here: PERSON"].f1 == 100


def test_what_a_corpus_leaves_open_is_neither_wanted_nor_wrong(nlp: Language) -> None:
    tally = total(tagged.names(nlp, "here", [source(("Nordbank", set()), ("Europe", {"MISC", "LOC"}), ("Narva", {"GPE"}))]))
    assert (tally.scores["here: all"].predicted, tally.scores["here: all"].gold) == (2, 1)


def test_domains_are_summed_under_one_title(nlp: Language) -> None:
    by_domain = {name: tagged.names(nlp, name, [source(("Narva", {"GPE"}))]) for name in ("one", "two")}
    assert total(tagged.together(by_domain, "all")).scores["all: GPE and LOC"].gold == 2


def test_sentence_starts(nlp: Language) -> None:
    first, second = Annotated(0, 2, "Dr", first=True), Annotated(24, 28, "Lind", first=True)
    tally = total(tagged.syntax(nlp, "t", [Document("d", TEXT, [first, second])]))
    assert tally.scores["t: sentence starts"].f1 == 100
    assert tally.shares["t: lemmas"].total == 2
    assert "t: heads (UAS)" not in tally.shares
