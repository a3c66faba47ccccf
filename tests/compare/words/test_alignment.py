"""Alignment: containment, the best stretch, and its laws."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.compare.words.alignment import align

words = st.lists(st.sampled_from("a b c d e f".split()), max_size=14)


def runs(query: str, target: str) -> list[tuple[str, int]]:
    q = query.split()
    found = align(q, target.split(), [1.0] * len(q))
    return [(" ".join(q[r.query : r.query + r.length]), r.target) for r in found.runs]


def test_a_fragment_aligns_with_its_one_place() -> None:
    assert runs("we will not go", "he said we will not go there") == [("we will not go", 2)]


def test_the_place_with_the_smaller_gap_wins() -> None:
    assert runs("no plan to leave now", "no plan at all to leave . but no plan made to leave now") == [("no plan", 8), ("to leave now", 11)]


def test_a_far_word_joins_when_it_weighs_enough() -> None:
    query = "no plan whatever ending".split()
    target = "no plan whatever x x x x x x x ending".split()
    assert len(align(query, target, [1, 1, 3, 5.0]).runs) == 2
    assert len(align(query, target, [1, 1, 3, 0.3]).runs) == 1


def test_nothing_shared_gives_the_empty_alignment() -> None:
    assert align(["x"], ["y"], [1.0]).runs == ()


@given(words, words)
def test_runs_are_equal_words_in_order_without_overlap(query: list[str], target: list[str]) -> None:
    q = t = 0
    for run in align(query, target, [1.0] * len(query)).runs:
        assert run.length > 0
        assert run.query >= q
        assert run.target >= t
        assert query[run.query : run.query + run.length] == target[run.target : run.target + run.length]
        q, t = run.query + run.length, run.target + run.length


@given(words)
def test_a_text_aligns_with_itself_whole(query: list[str]) -> None:
    assert align(query, query, [1.0] * len(query)).matched == len(query)


@given(words, st.integers(0, 10), st.integers(0, 10))
def test_every_contiguous_part_is_fully_contained(target: list[str], start: int, length: int) -> None:
    part = target[start : start + length]
    assert align(part, target, [1.0] * len(part)).matched == len(part)
