"""Counts by article, summed over all of them, with 95 % intervals from drawing the articles anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from evaluation.words import Score, Share

DRAWS = 2000
SEED = 7
Interval = tuple[float, float]


@dataclass
class Tally:
    """What one article, or many, came to: scores and shares by name, and the misses for reading."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    shares: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    misses: list[str] = field(default_factory=list)

    def take(self, other: Tally) -> None:
        """Add the counts of another article."""
        for name, s in other.scores.items():
            self.scores[name].add(s.predicted, s.gold, s.hits_predicted, s.hits_gold)
        for name, share in other.shares.items():
            self.shares[name].hits += share.hits
            self.shares[name].total += share.total
        self.misses += other.misses


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum over articles."""
    made = Tally()
    for tally in tallies:
        made.take(tally)
    return made


def intervals(tallies: Sequence[Tally], draws: int = DRAWS) -> dict[str, Interval]:
    """Return for every figure its 95 % percentile interval, in per cent, over ``draws`` bootstrap samples of the articles.

    The same seed draws the same articles for every figure, so two runs over the same articles can be compared.
    """
    weights = np.random.default_rng(SEED).multinomial(len(tallies), np.full(len(tallies), 1 / len(tallies)), draws) if tallies else None
    if weights is None:
        return {}
    found: dict[str, Interval] = {}
    for name in {name: None for tally in tallies for name in tally.scores}:
        rows = [(s.predicted, s.gold, s.hits_predicted, s.hits_gold) for t in tallies for s in [t.scores.get(name, Score())]]
        predicted, gold, right, got = (weights @ np.array(rows, dtype=float)).T
        precision, recall = right / np.maximum(predicted, 1), got / np.maximum(gold, 1)
        found[name] = _bounds((2 * precision * recall / np.maximum(precision + recall, 1e-9))[gold > 0])
    for name in {name: None for tally in tallies for name in tally.shares}:
        hits, whole = (weights @ np.array([(s.hits, s.total) for t in tallies for s in [t.shares.get(name, Share())]], dtype=float)).T
        found[name] = _bounds((hits / np.maximum(whole, 1))[whole > 0])
    return found


def _bounds(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Interval:
    low, high = np.percentile(100 * values, [2.5, 97.5]) if len(values) else (0.0, 0.0)
    return float(low), float(high)


def figures(tallies: Sequence[Tally]) -> dict[str, dict[str, float]]:
    """Return every figure as plain numbers for a file: value, bounds of its interval, and how many cases stand behind it."""
    whole, bounds = total(tallies), intervals(tallies)
    made = {
        name: {"value": s.f1, "precision": s.precision, "recall": s.recall, "cases": s.gold} for name, s in whole.scores.items() if s.gold
    }
    made |= {name: {"value": share.percent, "cases": share.total} for name, share in whole.shares.items() if share.total}
    return {
        name: {key: round(number, 1) for key, number in row.items()} | {"low": round(bounds[name][0], 1), "high": round(bounds[name][1], 1)}
        for name, row in made.items()
    }
