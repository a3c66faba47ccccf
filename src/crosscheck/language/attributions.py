"""The record between the trained components and the statements: one attribution as the encoder reads it."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.records import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (source), by which words (cue), states what (content), after PolNeAR's three roles; offsets into ``doc.text``."""

    source: tuple[Span, ...]
    """The words that name the speaker; empty where the text names none."""
    cue: tuple[Span, ...]
    """May be empty (a quotation that goes on without a cue)."""
    content: tuple[Span, ...]
    """Never empty; several where a cue or source interrupts; outer quotation marks may be included."""
