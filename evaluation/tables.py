"""Scores and shares as a printed table."""

from __future__ import annotations

from evaluation.tally import Interval
from evaluation.words import Score, Share

FINE = ("phenomenon: ", "found: ", "kind: ")
"""Openings of the names of figures that are too small for floors."""


def table(
    scores: dict[str, Score], shares: dict[str, Share], misses: list[str], verbose: bool, bounds: dict[str, Interval] | None = None
) -> dict[str, float]:
    """Print precision, recall and F1, then shares, then (verbose) the misses; the figures that may have floors."""
    bounds = bounds or {}
    print(f"{'':38}{'P':>7}{'R':>7}{'F1':>7}{_shown(None)}   counts")
    for name, s in scores.items():
        counts = f"{s.hits_predicted} of {s.predicted} found are right, {s.hits_gold} of {s.gold} wanted"
        print(f"{name:38}{s.precision:7.1f}{s.recall:7.1f}{s.f1:7.1f}{_shown(bounds.get(name))}   {counts}")
    for name, share in sorted(shares.items(), key=lambda item: (item[0].startswith(FINE), item[0] if item[0].startswith(FINE) else "")):
        if verbose or not name.startswith(("phenomenon: ", "kind: ")):
            shown = _shown(None if name.startswith(FINE) else bounds.get(name))
            print(f"{name:38}{share.percent:7.1f}{'':14}{shown}   {share.hits} of {share.total}")
    if verbose:
        print("\n".join(misses))
    figures = {name: s.f1 for name, s in scores.items()}
    return figures | {name: s.percent for name, s in shares.items() if not name.startswith(FINE)}


def _shown(bounds: Interval | None) -> str:
    return f"{f'{bounds[0]:.1f} to {bounds[1]:.1f}' if bounds else '':>15}"
