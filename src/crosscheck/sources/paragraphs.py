"""Where paragraphs begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from crosscheck.records import Span

_BLANK = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""White space as ``str.strip`` knows it, and marks without width."""
_SENTENCE_END = tuple(".!?…:;\"'”’»)]")
_WRAP_SHORTEST, _WRAP_LONGEST = 45, 110
"""Hard wrapping is set to 60 to 100 columns; a line may fall short of it by one long word."""
_WRAPPED_LINES = 3
_WRAPPED_SHARE = 0.8
_OPEN_SHARE = 0.6


def paragraphs(text: str, starts: frozenset[int] = frozenset()) -> tuple[Span, ...]:
    """Return the non-empty paragraphs of ``text`` in order, outer white space excluded.

    A paragraph is a line, unless the file is hard-wrapped (see ``is_hard_wrapped``): then it is a block between blank lines.
    ``starts`` are offsets of lines that begin a paragraph in any case, as Markdown headings do.
    """
    lines = list(_lines(text))
    if is_hard_wrapped(text, lines):
        return tuple(_blocks(lines, starts))
    return tuple(line for line in lines if line.start < line.end)


def is_hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Tell whether line ends are the typesetter's, not the author's.

    That is so where blank lines separate blocks and, of the lines that another line of their block follows, nearly all are as
    long as a column and most do not end as sentences do.
    """
    if not any(line.start == line.end for line in _between(lines)):
        return False
    inner = [line for line, following in pairwise(lines) if line.start < line.end and following.start < following.end]
    if len(inner) < _WRAPPED_LINES:
        return False
    column = sum(_WRAP_SHORTEST <= line.end - line.start <= _WRAP_LONGEST for line in inner)
    running = sum(not text[line.start : line.end].endswith(_SENTENCE_END) for line in inner)
    return column >= _WRAPPED_SHARE * len(inner) and running >= _OPEN_SHARE * len(inner)


def _between(lines: list[Span]) -> list[Span]:
    """Return the lines between the first and the last that hold anything."""
    filled = [index for index, line in enumerate(lines) if line.start < line.end]
    return lines[filled[0] : filled[-1]] if filled else []


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        left = start + len(line) - len(line.lstrip(_BLANK))
        yield Span(left, max(left, start + len(line.rstrip(_BLANK))))
        start += len(line) + 1


def _blocks(lines: list[Span], starts: frozenset[int]) -> Iterator[Span]:
    block: Span | None = None
    for line in lines:
        if block and (line.start == line.end or line.start in starts):
            yield block
            block = None
        if line.start < line.end:
            block = Span(block.start, line.end) if block else line
    if block:
        yield block
