"""Word-level alignment of a wording with the stretch of another text that renders it.

Containment, not similarity, is the relation between quotations of one utterance: a third of matched pairs are pure truncations (BASIL and
LocalNews, development halves). So a query is aligned with the best stretch of a target by chaining maximal common runs: each run earns
the weight of its words, each gap between two runs costs, and words outside the chain cost nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

OPEN_GAP = 0.4
"""Cost of a gap between two runs, in units of weight; about one function word. Tuned on basil_dev pairs."""
BOTH_GAP = 0.25
"""Cost per word replaced: the shorter side of the gap."""
ONE_GAP = 0.06
"""Cost per word dropped or inserted; low, since whole sentences are dropped silently (BASIL: 27 unmarked to 1 marked)."""
MAX_RUNS = 160
"""Runs kept for chaining, heaviest first: bounds the quadratic step."""


class Run(NamedTuple):
    """``length`` equal words from ``query`` in the query and ``target`` in the target."""

    query: int
    target: int
    length: int


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch between two runs that differs: half-open token ranges, either may be empty."""

    query: tuple[int, int]
    target: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Runs in order of both sides, without overlaps."""

    runs: tuple[Run, ...]
    score: float
    """Weight of the aligned words less the cost of the gaps."""
    matched: float
    """Weight of the aligned words."""

    @property
    def longest(self) -> int:
        """Words in the longest run."""
        return max((run.length for run in self.runs), default=0)

    def hunks(self) -> tuple[Hunk, ...]:
        """The differing stretches inside the chain, in order."""
        return tuple(
            Hunk((left.query + left.length, right.query), (left.target + left.length, right.target))
            for left, right in zip(self.runs, self.runs[1:], strict=False)
        )

    def core(self) -> Hunk:
        """The whole aligned stretch on both sides."""
        first, last = self.runs[0], self.runs[-1]
        return Hunk((first.query, last.query + last.length), (first.target, last.target + last.length))


EMPTY = Alignment((), 0.0, 0.0)


def common_runs(query: Sequence[str], target: Sequence[str], weights: Sequence[float]) -> list[Run]:
    """Find the maximal common runs; single light words are kept only near a diagonal of a longer run.

    Args:
        query: Folded words.
        target: Folded words.
        weights: Weight of each query word.

    Returns:
        At most ``MAX_RUNS`` runs, ordered by query, then target.
    """
    places: dict[str, list[int]] = {}
    for index, word in enumerate(target):
        places.setdefault(word, []).append(index)
    found: list[Run] = []
    ends = len(query), len(target)
    for start, word in enumerate(query):
        for place in places.get(word, ()):
            if start and place and query[start - 1] == target[place - 1]:
                continue
            end, other = start + 1, place + 1
            while end < ends[0] and other < ends[1] and query[end] == target[other]:
                end, other = end + 1, other + 1
            found.append(Run(start, place, end - start))
    return found if len(found) <= MAX_RUNS else _heaviest(found, weights)


def _heaviest(found: Sequence[Run], weights: Sequence[float]) -> list[Run]:
    """Keep the heaviest half, and of the others those near a diagonal of the very heaviest."""
    ranked = sorted(found, key=lambda run: (-sum(weights[run.query : run.query + run.length]), run))
    diagonals = {run.target - run.query + shift for run in ranked[: MAX_RUNS // 4] for shift in range(-3, 4)}
    near = [run for run in ranked[MAX_RUNS // 2 :] if run.target - run.query in diagonals]
    return sorted([*ranked[: MAX_RUNS // 2], *near[: MAX_RUNS // 2]])


def align(query: Sequence[str], target: Sequence[str], weights: Sequence[float]) -> Alignment:
    """Align ``query`` with the stretch of ``target`` that renders it best.

    Args:
        query: Folded words of the shorter text.
        target: Folded words of the text it is sought in.
        weights: Weight of each query word.

    Returns:
        The chain of runs with the highest score; ties go to the earliest target, then to the fewest runs. ``EMPTY`` if no word is shared.
    """
    prefix = [0.0, *accumulate(weights)]
    whole = _whole(query, target)
    if whole is not None:
        return Alignment((Run(0, whole, len(query)),), prefix[-1], prefix[-1])
    runs = common_runs(query, target, weights)
    if not runs:
        return EMPTY
    scores: list[float] = []
    before: list[int] = []
    for run in runs:
        score, link = _best_link(run, runs, scores, prefix)
        scores.append(score)
        before.append(link)
    last = max(range(len(runs)), key=lambda i: (round(scores[i], 9), -runs[i].target, -i))
    return _trace(runs, before, last, scores[last], prefix)


def _whole(query: Sequence[str], target: Sequence[str]) -> int | None:
    """Return where the whole query stands first in the target, None where it does not: no other alignment can be better."""
    if not query:
        return None
    length, first = len(query), query[0]
    for place in range(len(target) - length + 1):
        if target[place] == first and target[place : place + length] == query:
            return place
    return None


def _best_link(run: Run, runs: Sequence[Run], scores: Sequence[float], prefix: Sequence[float]) -> tuple[float, int]:
    """Return the best score of a chain that ends with ``run``, and the run before it, -1 for none; ``scores`` are those before it."""
    query, target, length = run.query, run.target, run.length
    own = prefix[query + length] - prefix[query]
    best, link = own, -1
    for earlier, score in enumerate(scores):
        if score + own <= best:
            continue  # even without a gap it would be no better
        previous = runs[earlier]
        if previous.query >= query or previous.target >= target:
            continue
        gap_query, gap_target = query - previous.query - previous.length, target - previous.target - previous.length
        overlap = max(0, -gap_query, -gap_target)
        if overlap >= length:
            continue
        gain = own
        if overlap:
            gap_query, gap_target = gap_query + overlap, gap_target + overlap
            gain = own - (prefix[query + overlap] - prefix[query])
        cost = OPEN_GAP + BOTH_GAP * min(gap_query, gap_target) + ONE_GAP * abs(gap_query - gap_target) if gap_query or gap_target else 0.0
        value = score + gain - cost
        if value > best + 1e-9:
            best, link = value, earlier
    return best, link


def _trace(runs: Sequence[Run], before: Sequence[int], last: int, score: float, prefix: Sequence[float]) -> Alignment:
    chain: list[Run] = []
    index = last
    while index >= 0:
        chain.append(runs[index])
        index = before[index]
    chain.reverse()
    clean: list[Run] = []
    for run in chain:
        if clean:
            previous = clean[-1]
            overlap = max(0, previous.query + previous.length - run.query, previous.target + previous.length - run.target)
            run = Run(run.query + overlap, run.target + overlap, run.length - overlap)
        clean.append(run)
    matched = sum(prefix[run.query + run.length] - prefix[run.query] for run in clean)
    return Alignment(tuple(clean), score, matched)
