"""Slices of an attribution, read off the text alone."""

from __future__ import annotations

import pytest
from evaluation.gold import occurrences
from evaluation.slices import SLICES, Marks, cue_kind, source_kind
from evaluation.words import Pair


def spot(text: str, words: str) -> list[Pair]:
    return occurrences(text, words)[:1]


@pytest.mark.parametrize(
    ("text", "content", "form"),
    [
        ('"We stay," she said.', "We stay", "direct"),
        ("“We stay,” she said.", "“We stay,”", "direct"),
        ("She called it “a gift”.", "it “a gift”", "mixed"),
        ("She said it was late.", "it was late", "indirect"),
        ('She said "no". It was late, he thought.', "It was late", "indirect"),
        ("“One.\n\n“Two,” she said.", "Two", "direct"),
        ('A 5" pipe burst.\n\nShe said it was late.', "it was late", "indirect"),
    ],
)
def test_the_form_follows_the_marks_around_the_content(text: str, content: str, form: str) -> None:
    assert Marks(text).form(text, spot(text, content)) == form


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ('"No."', "straight marks"),
        ("“No.”", "curly marks"),
        ('“No.” "Yes."', "mixed marks"),
        ("It's 'no'.", "no marks"),
    ],
)
def test_the_marks_of_an_article(text: str, style: str) -> None:
    assert Marks(text).style == style


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("He said no.", "He", "pronoun"),
        ("It rained, officials said.", "officials", "noun"),
        ("Officials said no.", "Officials", "noun"),
        ("Lind said no. We saw Lind go.", "Lind", "name"),
        ("Ana Lind said no.", "Ana Lind", "name"),
        ("The council of Narva said no.", "The council of Narva", "name"),
    ],
)
def test_what_a_source_is(text: str, source: str, kind: str) -> None:
    assert source_kind(text, spot(text, source)) == kind


def test_no_source() -> None:
    assert source_kind("It is said.", []) == "none"


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("said", "communication"),
        ("according to", "communication"),
        (":", "communication"),
        ("believes", "beliefs and intentions"),
        ("plans to", "beliefs and intentions"),
        ("said he thought", "communication"),
        ("backed", "other cues"),
    ],
)
def test_what_a_cue_does(cue: str, kind: str) -> None:
    text = f"She {cue} it"
    assert cue_kind(text, [(4, 4 + len(cue))]) == kind


def test_every_slice_has_its_place_in_the_tables() -> None:
    assert {"direct", "source none", "no cue", "mixed marks"} <= set(SLICES)
    assert len(set(SLICES)) == len(SLICES)
