"""The record between the trained components and the statements: one attribution as the encoder reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crosscheck.records import Span

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
