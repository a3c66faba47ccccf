"""Whose words a quotation holds, where the sentence's own speaker is another."""

from __future__ import annotations

import pytest

from crosscheck.language.drafts.drafts import Draft
from crosscheck.language.marks import read_marks
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.whosewords import owner_of_words, pronoun_quoted, said_before_relay
from crosscheck.records import Span, Word
from crosscheck.text import WORD

_TAGS = {"said": "VBD", "shared": "VBD", "rejected": "VBD", "quoted": "VBD", "wrote": "VBD"}


def read(text: str, source: str, cue: str) -> tuple[Reading, Draft]:
    """A one-sentence article whose first quotation is said to be ``source``'s, by ``cue``."""
    whole = Span(0, len(text))
    words = [Word(m.start(), m.end(), m.group(), m.group().lower(), _TAGS.get(m.group(), "NN")) for m in WORD.finditer(text)]
    reading = Reading(text, words, [whole], [whole], [], None)
    quotation = read_marks(text, [whole])[0][0]
    at = {piece: Span(text.index(piece), text.index(piece) + len(piece)) for piece in (source, cue)}
    return reading, Draft((quotation.inner,), at[cue], at[source])


@pytest.mark.parametrize(
    ("text", "source", "cue", "owner"),
    [
        ("The mayor rejected the paper’s description of the harbour as “a swamp”.", "The mayor", "rejected", "the paper"),
        ("The mayor rejected her claim that the harbour was “a swamp”.", "The mayor", "rejected", "her"),
        ("The baker shared a letter the landlord had sent about “rats on every floor”.", "The baker", "shared", "a letter"),
        ("The mayor rejected her claim and wrote that it was “a swamp”.", "The mayor", "rejected", None),
        ("The mayor said the harbour was “a swamp”.", "The mayor", "said", None),
    ],
)
def test_whose_words_are_spoken_of(text: str, source: str, cue: str, owner: str | None) -> None:
    found = owner_of_words(*read(text, source, cue))
    assert (text[found.start : found.end] if found else None) == owner


@pytest.mark.parametrize(
    ("text", "source", "cue", "speaker"),
    [
        ("“It was only right,” the driver said, according to a post.", "a post", "according to", "the driver"),
        ("“It was only right,” said the driver, according to a post.", "a post", "according to", "the driver"),
        ("“It was only right,” according to a post.", "a post", "according to", None),
        ("“It was only right,” the driver said, according to the mayor.", "the mayor", "according to", "the driver"),
    ],
)
def test_a_document_is_not_who_said_it(text: str, source: str, cue: str, speaker: str | None) -> None:
    found = said_before_relay(*read(text, source, cue))
    assert (text[found.start : found.end] if found else None) == speaker


def test_the_one_quoted_by_a_medium_may_be_a_pronoun() -> None:
    text = "“It was only right,” the Herald quoted her as saying."
    found = pronoun_quoted(*read(text, "the Herald", "quoted"))
    assert found is not None
    assert text[found.start : found.end] == "her"
