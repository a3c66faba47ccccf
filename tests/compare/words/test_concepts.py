"""One concept for the inflections of a word, regular or not, and for the words of one class."""

from __future__ import annotations

import pytest

from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token


def word(text: str, lemma: str, tag: str) -> Token:
    return Token(text, lemma, tag, 0, len(text), text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("sought", "seek", "VBD"), ("seeks", "seek", "VBZ")),
        (("cases", "case", "NNS"), ("case", "case", "NN")),
        (("promote", "promote", "VB"), ("promoting", "promote", "VBG")),
        (("commenced", "commence", "VBD"), ("began", "begin", "VBD")),
    ],
)
def test_inflections_are_one_concept(left: tuple[str, str, str], right: tuple[str, str, str]) -> None:
    assert concept(word(*left)) == concept(word(*right))


@pytest.mark.parametrize(
    ("left", "right"),
    [(("became", "become", "VBD"), ("becoming", "become", "VBG")), (("bed", "bed", "NN"), ("bee", "bee", "NN"))],
)
def test_words_that_say_little_and_short_ones_stay_what_they_are(left: tuple[str, str, str], right: tuple[str, str, str]) -> None:
    assert concept(word(*left)) != concept(word(*right))
