"""Word tokens of a text, and the arithmetic over sets of them.

Spans are compared by the word tokens that they touch, so that a comma or a quotation mark more or less decides nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

WORD = re.compile(r"\w+")
LEADING = frozenset({"that", "to"})
"""Opening words that annotators put now into the content and now into the cue: "said | that it rains", "promised | to go"."""

Pair = tuple[int, int]
Tokens = frozenset[int]


class Text:
    """An article's text with the index of its word tokens."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans = [m.span() for m in WORD.finditer(text)]
        self._starts = [a for a, _ in self._spans]

    def tokens(self, spans: Iterable[Pair]) -> Tokens:
        """Numbers of the word tokens that one of the half-open spans touches."""
        found: set[int] = set()
        for start, end in spans:
            i = max(0, bisect_left(self._starts, start) - 1)
            while i < len(self._spans) and self._starts[i] < end:
                if self._spans[i][1] > start:
                    found.add(i)
                i += 1
        return frozenset(found)

    def content(self, spans: Iterable[Pair]) -> Tokens:
        """Like ``tokens``, without one leading "that" or "to"."""
        found = self.tokens(spans)
        if len(found) > 1:
            first = min(found)
            start, end = self._spans[first]
            if self.text[start:end].lower() in LEADING:
                return found - {first}
        return found


def overlap(a: Tokens, b: Tokens) -> float:
    """Jaccard index; 0 for two empty sets."""
    return len(a & b) / len(a | b) if a | b else 0.0


def pairs(spans: Iterable[Mapping[str, Any]] | None) -> list[Pair]:
    """The ``start`` and ``end`` of each span of the JSON contract."""
    return [(s["start"], s["end"]) for s in spans or ()]


@dataclass
class Score:
    """Counts behind precision, recall and F1; precision and recall may count hits apart."""

    predicted: int = 0
    gold: int = 0
    hits_predicted: int = 0
    hits_gold: int = 0

    def add(self, predicted: int, gold: int, hits: int, hits_gold: int | None = None) -> None:
        """Add the counts of one article; ``hits_gold`` where it differs from ``hits``."""
        self.predicted += predicted
        self.gold += gold
        self.hits_predicted += hits
        self.hits_gold += hits if hits_gold is None else hits_gold

    @property
    def precision(self) -> float:
        """Per cent of the predicted that are right."""
        return 100 * self.hits_predicted / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Per cent of the gold that was found."""
        return 100 * self.hits_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in per cent."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass
class Share:
    """A plain share: so many of so many."""

    hits: int = 0
    total: int = 0

    def add(self, hit: bool) -> None:
        """Count one case."""
        self.hits += hit
        self.total += 1

    @property
    def percent(self) -> float:
        """Per cent; 0 where nothing was counted."""
        return 100 * self.hits / self.total if self.total else 0.0
