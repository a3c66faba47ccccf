"""Pure functions on text: folding, words, half pairs of marks, ids, lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.text import LineIndex, count_words, fold, rejoined, short_hash, without_odd_mark


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("He SAID", "he said"),
        ("“It’s—over”", '"it\'s-over"'),
        ("ten\u00a0per\u202fcent", "ten per cent"),
        ("Straße", "strasse"),
    ],
)
def test_marks_dashes_spaces_and_case_are_one(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("—", 0), ("U.S. troops don't", 3), ("AT&T paid 5,000.50 dollars", 4), ("twenty-one", 2), ("a/b", 2)]
)
def test_words_keep_inner_apostrophes_stops_and_ampersands(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("announcing a “recall", "announcing a recall"),
        ("recall” of the cars", "recall of the cars"),
        ('a "recall', "a recall"),
        ("a “recall” of cars", "a “recall” of cars"),
        ("the boss's ‘plan", "the boss's ‘plan"),
        ("no marks", "no marks"),
    ],
)
def test_half_a_pair_of_double_marks_is_dropped(text: str, whole: str) -> None:
    assert without_odd_mark(text) == whole


def test_ids_depend_on_parts_and_order() -> None:
    assert short_hash("ab", "c") != short_hash("a", "bc") != short_hash("bc", "a")
    assert len(short_hash("a")) == 8
    assert short_hash("\ud800") == short_hash("\ud800")


@given(st.text(alphabet="ab\n\r é", max_size=40))
def test_lines_and_columns_lead_back_to_the_offset(text: str) -> None:
    index = LineIndex.of(text)
    lines = text.split("\n")
    for offset in range(len(text) + 1):
        line, column = index.position(offset)
        assert sum(len(before) + 1 for before in lines[: line - 1]) + column - 1 == offset


@pytest.mark.parametrize(
    ("article", "pieces", "cue", "shown"),
    [
        ("A man allegedly stole a bag.", ("A man", "stole a bag"), "allegedly", "A man allegedly stole a bag"),
        ("“We stay,” Ann Lee said. “You go.”", ("We stay", "You go."), "said", "We stay … You go."),
        ("We *all* stay.", ("We", "all", "stay"), None, "We all stay"),
        ("“We stay.\n\n“You go.”", ("We stay.", "You go."), None, "We stay. You go."),
    ],
)
def test_what_stands_between_two_stretches_is_told(article: str, pieces: tuple[str, ...], cue: str | None, shown: str) -> None:
    spans = [(article.index(piece), article.index(piece) + len(piece)) for piece in pieces]
    at = (article.index(cue), article.index(cue) + len(cue), cue) if cue else None
    assert rejoined(" ".join(pieces), spans, at, "…") == shown
    assert rejoined("other", spans, at, "…") == "other"
