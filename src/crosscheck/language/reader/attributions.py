"""The record between the trained components and the statements: one attribution as the encoder reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Offsets = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source), by which words (cue), states what (content), after PolNeAR's three roles; offsets into ``doc.text``."""

    source: tuple[Span, ...]
    """The words that name the speaker; empty where the text names none."""
    cue: tuple[Span, ...]
    """May be empty (a quotation that goes on without a cue)."""
    content: tuple[Span, ...]
    """Never empty; several where a cue or source interrupts; outer quotation marks may be included."""

    def packed(self) -> tuple[Offsets, Offsets, Offsets]:
        """Return the offsets of source, cue and content as plain tuples, which spaCy can write to bytes."""
        return packed(self.source), packed(self.cue), packed(self.content)

    @classmethod
    def unpacked(cls, roles: Sequence[Offsets]) -> Attribution:
        """Return the attribution that ``packed`` took apart; the tuples may have come back as lists."""
        source, cue, content = (unpacked(role) for role in roles)
        return cls(source, cue, content)


def packed(spans: Iterable[Span]) -> Offsets:
    """Return spans as plain pairs of offsets."""
    return tuple((span.start, span.end) for span in spans)


def unpacked(offsets: Offsets) -> tuple[Span, ...]:
    """Return the spans that ``packed`` took apart."""
    return tuple(Span(start, end) for start, end in offsets)


TEXT = "crosscheck.text"
"""Key into ``doc.user_data``: the text of a Doc while it is read, since spaCy builds ``doc.text`` anew, token by token, at each call."""


def text_of(doc: Doc) -> str:
    """Return the text of a Doc, at no cost where the reader keeps it at hand."""
    text: str | None = doc.user_data.get(TEXT)
    return doc.text if text is None else text
