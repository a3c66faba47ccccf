"""A word or two in quotation marks that stand otherwise in those of another source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare.discrepancies.attribution import name_speakers
from crosscheck.compare.discrepancies.echoes import echo_findings, word_findings
from crosscheck.compare.entities.linking import link_entities
from crosscheck.compare.groups.units import make_units, own_tokens, read_articles
from crosscheck.compare.words.weights import default_weights
from crosscheck.records import Extraction, Form, Span, Speaker, TextSpan
from tests.compare.build import extraction

WORDS = {
    "NN": "accident mistake error sluice ferry return herd",
    "VBN": "opened closed",
    "IN": "by",
    "JJ": "quick quiet orderly",
    "DT": "the",
    "RB": "quickly calmly",
    "CC": "and",
    "VB": "relocate",
}
TAGS = {word: tag for tag, words in WORDS.items() for word in words.split()}


def source(name: str, text: str, speaker: str | None = None) -> Extraction:
    """One statement, quoted where the marks stand."""
    made = extraction(name, text, (text, speaker), tags=TAGS)
    start, end = text.index("“") + 1, text.index("”")
    (statement,) = made.statements
    return replace(made, statements=(replace(statement, quoted=(Span(start, end),), form=Form.MIXED),))


def echoes(*made: Extraction) -> list[tuple[str, str, list[str]]]:
    table = link_entities(made)
    statements = name_speakers([s for x in made for s in x.statements], table, {x.article.id: x.article.text for x in made})
    units = make_units(statements, read_articles(made, table), default_weights())
    found = echo_findings([(x, own_tokens(x)) for x in made], units)
    return [(str(d.kind), str(d.severity), [s.text for s in d.spans]) for d in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the sluice was opened “by mistake”", "the sluice was opened by “accident”", ["by mistake", "accident"]),
        ("they would “relocate” the herd", "they would “redistribute the herd in spring”", ["relocate", "redistribute"]),
        ("a “quick and quiet” ferry", "the “return of the ferry, quickly and calmly”", []),  # nothing else in common
        ("a “quick and quiet return” of it", "a “return in quick and orderly fashion”", ["quick and quiet", "quick and orderly"]),
        ("the sluice was opened “by mistake”", "the sluice was opened by “mistake”", []),  # the same word
        ("the sluice was opened “by mistake”", "the ferry was closed by “accident”", []),  # nothing beside it in common
        ("the sluice was opened “by mistake”", "a “quiet” ferry", []),
    ],
)
def test_one_sense_in_other_words(left: str, right: str, expected: list[str]) -> None:
    found = echoes(source("a", left), source("b", right))
    assert found == ([("wording", "substantive", expected)] if expected else [])


def test_two_known_speakers_have_words_of_their_own() -> None:
    left = source("a", "Ann Lee told us the sluice was opened “by mistake”", "Ann Lee")
    right = source("b", "Ole Dahl told us the sluice was opened by “accident”", "Ole Dahl")
    assert echoes(left, right) == []


def spoken(name: str, mention: str, text: str, speaker: str) -> Extraction:
    made = source(name, text, speaker)
    (statement,) = made.statements
    start = text.index(mention)
    who = Speaker(speaker, TextSpan(start, start + len(mention), mention), "name" if speaker.istitle() else "unnamed")
    return replace(made, statements=(replace(statement, speaker=who),))


@pytest.mark.parametrize(
    ("hidden", "expected"),
    [
        (("Harbour officials", "Harbour officials called it an “error”"), [["Ann Lee", "Harbour officials"]]),
        (("Harbour officials", "Harbour officials called it a “return”"), []),  # a word of nobody's
        (("Harbour officials", "Harbour officials called it an “error in the quiet ferry”"), []),  # words of their own
    ],
)
def test_a_word_of_one_person_given_to_officials(hidden: tuple[str, str], expected: list[list[str]]) -> None:
    made = [spoken("a", "Ann Lee", "Ann Lee told us “it was an error”", "Ann Lee"), spoken("b", *hidden, "harbour officials")]
    table = link_entities(made)
    statements = name_speakers([s for x in made for s in x.statements], table, {x.article.id: x.article.text for x in made})
    units = make_units(statements, read_articles(made, table), default_weights())
    found = word_findings(units, table, default_weights())
    assert [[s.text for s in d.spans] for d in found] == expected
    assert {(str(d.kind), str(d.severity)) for d in found} <= {("speaker", "minor")}
