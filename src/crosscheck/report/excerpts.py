"""The words around the evidence of a finding, with the evidence marked: pure text, for every format that people read."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.records import Span
from crosscheck.report.literal import literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CUT = "[…]"
"""Stands where words of the source are left out for brevity; the square brackets tell it from an ellipsis of the source."""
_WORD = re.compile(r"\S+")


class Role(Enum):
    """What a piece of an excerpt is."""

    PLAIN = "plain"
    DIFFERS = "differs"
    """Words that show the difference."""
    GAP = "gap"
    """Where words of another source are missing; its text is empty."""
    CUT = "cut"


class Piece(NamedTuple):
    """A stretch of an excerpt."""

    text: str
    role: Role = Role.PLAIN


class Segment(NamedTuple):
    """A stretch of an article with its place."""

    start: int
    text: str


def excerpt(segments: Sequence[Segment], marks: Sequence[Span], context: int) -> tuple[Piece, ...]:
    """Return the words of ``segments`` around ``marks``.

    Args:
        segments: In order; between two of them words of the article are left out.
        marks: Evidence inside the segments, code points of the article; zero-width marks are gaps.
        context: Words kept before and after each mark, 1 or more. The words of a mark are all kept.

    Returns:
        Pieces whose texts, put together, read as one line: literal, white space as single spaces.
    """
    words = [
        (segment, Span(segment.start + m.start(), segment.start + m.end())) for segment in segments for m in _WORD.finditer(segment.text)
    ]
    if not words:
        return ()
    first, last = words[0][1].start, words[-1][1].end
    marks = sorted(Span(min(max(mark.start, first), last), min(max(mark.end, first), last)) for mark in marks)
    kept = _near([span for _, span in words], marks, context)
    pieces: list[Piece] = [Piece(CUT, Role.CUT), Piece(" ")] if kept[0] > 0 else []
    for number, (segment, span) in enumerate(_runs(words, kept)):
        if number:
            pieces += [Piece(" "), Piece(CUT, Role.CUT), Piece(" ")]
        pieces.extend(_split(segment, span, marks))
    if kept[-1] < len(words) - 1:
        pieces += [Piece(" "), Piece(CUT, Role.CUT)]
    return tuple(piece for piece in pieces if piece.text or piece.role is Role.GAP)


def _near(words: Sequence[Span], marks: Sequence[Span], context: int) -> list[int]:
    """Return the numbers of the words of the marks and of ``context`` words on both sides; the first words where there is no mark."""
    kept: set[int] = set()
    for mark in marks:
        before = sum(word.end <= mark.start for word in words)
        after = next((number for number, word in enumerate(words) if word.start >= mark.end), len(words))
        kept.update(range(max(0, before - context), min(len(words), after + context)))
    return sorted(kept) or list(range(min(len(words), 2 * context)))


def _runs(words: Sequence[tuple[Segment, Span]], kept: Sequence[int]) -> Iterator[tuple[Segment, Span]]:
    """Join neighbouring kept words of one segment."""
    begin = 0
    for place, number in enumerate(kept):
        following = kept[place + 1] if place + 1 < len(kept) else None
        if following != number + 1 or words[following][0] is not words[number][0]:
            yield words[number][0], Span(words[kept[begin]][1].start, words[number][1].end)
            begin = place + 1


def _split(segment: Segment, span: Span, marks: Sequence[Span]) -> Iterator[Piece]:
    """Cut one stretch at the marks in it."""

    def text(start: int, end: int) -> str:
        return literal(segment.text[start - segment.start : end - segment.start])

    position = span.start
    for mark in marks:
        start, end = max(mark.start, position), min(mark.end, span.end)
        if start > span.end or end < start or (start == end and mark.start != mark.end):
            continue
        yield Piece(text(position, start))
        if start < end:
            yield Piece(text(start, end), Role.DIFFERS)
        else:
            yield Piece("" if start == span.start or text(start - 1, start) == " " else " ")
            yield Piece("", Role.GAP)
            yield Piece("" if start == span.end or text(start, start + 1) == " " else " ")
        position = end
    yield Piece(text(position, span.end))
