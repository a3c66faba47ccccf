"""Pure functions on text: marks, normalisation with offsets, lines and columns. Standard library only."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

DOUBLE_OPEN = "“„‟«"
"""Marks that can only open, or by rule open, a double quotation."""
DOUBLE_CLOSE = "”»"
"""Marks that close a double quotation."""
DOUBLE_STRAIGHT = '"＂'
"""Marks that open or close, by context."""
SINGLE_OPEN = "‘‚‛‹"
SINGLE_CLOSE = "’›"
SINGLE_STRAIGHT = "'"
APOSTROPHES = "'’‘ʼ＇"
"""Characters found inside words for an apostrophe."""
DASHES = "-‐‑‒–—―−"
ELLIPSIS = "…"
INLINE_MARKUP = "inline-markup"
"""Rule of furniture inside a sentence, such as emphasis marks and link targets: it is read over, and the words around it are one text."""

_DOUBLE = dict.fromkeys(DOUBLE_OPEN + DOUBLE_CLOSE + DOUBLE_STRAIGHT, '"')
_SINGLE = dict.fromkeys(APOSTROPHES + SINGLE_OPEN, "'")
_SPACES = dict.fromkeys("\u00a0\u2009\u202f", " ")
_FOLD = str.maketrans({**_DOUBLE, **_SINGLE, **dict.fromkeys(DASHES, "-"), **_SPACES})

WORD = re.compile(r"\d+(?:[.,:/]\d+)+|[^\W_]+(?:['’ʼ.&][^\W_]+)*")
"""A word for counting: figures with their separators (5,000.50), else letters and digits with what stands inside (U.S, don't, AT&T)."""


SMALL_GAP = 5
"""Code points between two stretches that no word stands in: closing and opening marks, a paragraph's end, emphasis."""


def fold(text: str) -> str:
    """Return ``text`` lower-cased with marks, dashes and spaces unified; as long as ``text`` for all but a few letters.

    Use it to compare short strings, not to compute offsets.
    """
    return text.lower() if text.isascii() else text.translate(_FOLD).casefold()  # what is folded of ASCII stays as it is


def count_words(text: str) -> int:
    """Count the words of ``text``."""
    return len(WORD.findall(text))


def without_odd_mark(text: str) -> str:
    """Return ``text`` without its double quotation mark where it has but one: words cut out of an article may hold half a pair."""
    marks = [mark for mark in text if mark in DOUBLE_OPEN + DOUBLE_CLOSE + DOUBLE_STRAIGHT]
    return text.replace(marks[0], "") if len(marks) == 1 else text


def rejoined(text: str, spans: Sequence[tuple[int, int]], cue: tuple[int, int, str] | None, cut: str) -> str:
    """Return ``text``, the words of ``spans`` joined by single spaces, with what stands between two spans told.

    A cue that alone stands there is put back ("a man allegedly stole": a man stole says more than the article); for other words stands
    ``cut``; marks and white space part nothing.

    Args:
        text: The stretches of an article at ``spans``, joined by one space.
        spans: Half-open, in order.
        cue: Start, end and words of the cue.
        cut: What stands for words left out.
    """
    if len(text) != sum(end - start + 1 for start, end in spans) - 1:
        return text  # read without the markup inside its words
    parts, at = [], 0
    for number, (start, end) in enumerate(spans):
        parts.append(text[at : at + end - start])
        at += end - start + 1
        gap = (end, spans[number + 1][0]) if number + 1 < len(spans) else (end, end)
        if cue and cue[0] - gap[0] == 1 == gap[1] - cue[1]:
            parts.append(cue[2])
        elif gap[1] - gap[0] > SMALL_GAP:
            parts.append(cut)
    return " ".join(parts)


def short_hash(*parts: str, length: int = 8) -> str:
    """Return ``length`` hexadecimal digits that depend on the parts and their order alone: ids derive from content."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:length]


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Turns offsets into lines and columns, both from 1."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> LineIndex:
        """Index ``text``, whose newlines are line feeds."""
        return cls((0, *(match.end() for match in re.finditer("\n", text))))

    def position(self, offset: int) -> tuple[int, int]:
        """Return ``(line, column)`` of a code-point offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
