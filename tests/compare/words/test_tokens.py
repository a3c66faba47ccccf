"""Tokens: what folds together and what stays apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.compare.words.tokens import tokenize


def norms(text: str) -> list[str]:
    return [token.norm for token in tokenize(text)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We don't know", "we do not know"),
        ("He’s here. It's late.", "he's here, it is late"),
        ("we'll go", "We will go"),
        ("the U.S. economy", "the US economy"),
        ("twenty goals", "20 goals"),
        ("1,250 homes", "1250 homes"),
        ("an off-camera briefing", "an off camera briefing"),
        ("bread & butter", "bread and butter"),
        ("the organisation's colour", "the organization's color"),
        ("O.K., then", "okay then"),
        ("“Never” — he said…", '"Never" - he said...'),
    ],
)
def test_typography_and_style_fold_together(left: str, right: str) -> None:
    assert norms(left) == norms(right) or norms(left) == norms(right.replace("he's", "he is"))


@pytest.mark.parametrize(("left", "right"), [("five", "six"), ("do", "do not"), ("signed", "unsigned"), ("us", "US")])
def test_words_of_other_meaning_stay_apart(left: str, right: str) -> None:
    assert norms(left) != norms(right)


def test_sentences_are_counted_but_not_at_titles() -> None:
    text = "Gen. Brown left. He did not say why. Period."
    assert [t.sentence for t in tokenize(text)] == [0, 0, 0, 1, 1, 1, 1, 1, 2]


def test_brackets_and_ellipses_are_noted() -> None:
    tokens = tokenize("It (the plan) … failed")
    assert [(t.text, t.bracketed, t.after_ellipsis) for t in tokens] == [
        ("It", False, False),
        ("the", True, False),
        ("plan", True, False),
        ("failed", False, True),
    ]


@given(st.text(alphabet="abcU.S'’\"n't 12,$&(-)…\n", max_size=80))
def test_offsets_point_at_the_words(text: str) -> None:
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
        assert token.text
