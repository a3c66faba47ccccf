"""Many statements: rare words in a row propose the pairs that an exhaustive comparison would keep."""

from __future__ import annotations

import pytest
from benchmarks.matching_corpus import make_corpus

from crosscheck.compare import compare
from crosscheck.compare.entities.linking import link_entities
from crosscheck.compare.groups import candidates, probing
from crosscheck.compare.groups.pairing import find_edges
from crosscheck.compare.groups.probing import probe
from crosscheck.compare.groups.units import Unit, make_units, make_utterances, read_articles
from crosscheck.compare.words.weights import default_weights
from crosscheck.records import Extraction
from tests.compare.build import extraction

SAID = "We will rebuild the old harbour bridge before the winter storms return"


def units_of(*sources: Extraction) -> list[Unit]:
    statements = [statement for source in sources for statement in source.statements]
    return make_units(statements, read_articles(sources, link_entities([])), default_weights())


def quoting(source: str, words: str) -> Extraction:
    return extraction(source, f'"{words}," Ann Lee told the council.', (words, "Ann Lee"))


@pytest.mark.parametrize(
    "words",
    [
        SAID,
        "rebuild the old harbour bridge before the winter",
        "the old harbour bridge",
        "We will repair the old harbour bridge before the winter storms return",
    ],
)
def test_a_rendering_of_the_same_words_is_proposed(words: str) -> None:
    assert probe(units_of(quoting("a", SAID), quoting("b", words))) == [(0, 1)]


def test_a_stock_phrase_bridges_nothing_however_it_was_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "EXHAUSTIVE", 0)
    first = "I think it is a great day for the fishermen of this little island"
    second = "I think it is a mistake that nobody in the capital will ever admit to us"
    units = units_of(quoting("a", first), quoting("b", second))
    assert find_edges(units, make_utterances(units), default_weights()) == []


def test_narration_of_one_source_is_not_held_against_itself() -> None:
    text = "The northern pier stays closed to all visitors until the spring."
    again = "Visitors know that the northern pier stays closed to all visitors until the spring."
    both = extraction("a", f"{text}\n{again}", (text, None), (again, None))
    assert probe(units_of(both)) == []
    assert probe(units_of(extraction("a", text, (text, None)), extraction("b", again, (again, None)))) == [(0, 1)]


def test_nothing_is_proposed_where_there_is_nothing() -> None:
    assert probe([]) == []
    assert probe(units_of(quoting("a", "Yes"))) == []


def test_the_same_edges_as_from_an_exhaustive_comparison() -> None:
    corpus = make_corpus(500, seed=5)
    units = units_of(*corpus.extractions)
    weights, utterances = default_weights(), make_utterances(units)
    assert len(units) <= candidates.EXHAUSTIVE
    exhaustive = {(edge.light, edge.heavy) for edge in find_edges(units, utterances, weights)}
    proposed = set(probe(units))
    found = {pair for pair in exhaustive if tuple(sorted(pair)) in proposed}
    assert len(found) >= 0.97 * len(exhaustive)
    assert len(proposed) < 4 * len(units)


def test_memory_is_bounded_without_another_result(monkeypatch: pytest.MonkeyPatch) -> None:
    units = units_of(*make_corpus(400, seed=6).extractions)
    whole = probe(units)
    monkeypatch.setattr(probing, "CHUNK", 64)
    assert probe(units) == whole


def test_the_order_of_the_articles_is_no_evidence_among_many_either(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [
        quoting("a", SAID),
        quoting("b", SAID.replace("rebuild", "repair")),
        quoting("c", "the old harbour bridge before the winter storms"),
    ]
    few = compare(made)
    monkeypatch.setattr(candidates, "EXHAUSTIVE", 0)
    assert repr(compare(made)) == repr(compare(made[::-1])) == repr(few)
