"""The benchmark of matching: its corpus is reproducible, its measures and limits are what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from benchmarks.matching import Measured, beyond, beyond_growth, growth, line, measure
from benchmarks.matching_corpus import KINDS, PER_SOURCE, make_corpus

SIZE = 400
GOOD = Measured(20_000, 1.0, 1.0, 600.0, 0.99, dict.fromkeys(KINDS, (99, 100)), (400, 400), 3, 9_000.0)


def test_the_same_seed_gives_the_same_corpus() -> None:
    assert make_corpus(SIZE, 1) == make_corpus(SIZE, 1)
    assert make_corpus(SIZE, 1) != make_corpus(SIZE, 2)


def test_a_corpus_has_its_size_and_pairs_of_every_kind_between_sources() -> None:
    corpus = make_corpus(SIZE, 1)
    assert sum(len(source.statements) for source in corpus.extractions) == SIZE
    assert {pair.kind for pair in corpus.planted} == set(KINDS)
    assert all(pair.base // PER_SOURCE != pair.variant // PER_SOURCE for pair in corpus.planted)


@pytest.mark.parametrize(("kind", "holds"), [("verbatim", True), ("truncated", True), ("fragment", True), ("altered", False)])
def test_a_planted_pair_is_of_its_kind(kind: str, holds: bool) -> None:
    corpus = make_corpus(SIZE, 1)
    texts = [statement.text for source in corpus.extractions for statement in source.statements]
    pairs = [(texts[pair.base], texts[pair.variant]) for pair in corpus.planted if pair.kind == kind]
    assert all((f" {variant} " in f" {base} ") is holds for base, variant in pairs)


def test_a_small_corpus_is_matched_as_well_as_the_peer_does() -> None:
    found = measure(SIZE, 5)
    assert found.recall >= 0.97
    assert "recall" in line(found)


def test_growth_is_the_slope_of_the_logarithms() -> None:
    sizes = [replace(GOOD, size=size, match=1e-5 * size**1.2) for size in (5_000, 20_000, 80_000)]
    assert growth(sizes, "match") == pytest.approx(1.2)
    assert growth(sizes[:1], "match") == 0.0
    assert beyond_growth(sizes) == []
    assert len(beyond_growth([replace(each, match=1e-5 * each.size**1.4) for each in sizes])) == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ""),
        ({"recall": 0.96}, "recall"),
        ({"probed": (380, 400)}, "recall"),
        ({"match": 1.3}, "times as much"),
        ({"memory": 20_000.0}, "bytes"),
        ({"size": 5_000, "match": 1.3}, ""),
    ],
)
def test_what_breaks_a_limit_is_told(change: dict[str, object], told: str) -> None:
    broken = beyond(replace(GOOD, **change))  # type: ignore[arg-type]
    assert [told in text for text in broken] == ([True] if told else [])
