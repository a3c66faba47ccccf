"""Word-level alignment of a wording with the stretch of another text that renders it.

Containment, not similarity, is the relation between quotations of one utterance: a third of matched pairs are pure truncations (BASIL and
LocalNews, development halves). So a query is aligned with the best stretch of a target by chaining maximal common runs: each run earns
the weight of its words, each gap between two runs costs, and words outside the chain cost nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

OPEN_GAP = 0.4
"""Cost of a gap between two runs, in units of weight; about one function word. Tuned on basil_dev pairs."""
BOTH_GAP = 0.25
"""Cost per word replaced: the shorter side of the gap."""
ONE_GAP = 0.06
"""Cost per word dropped or inserted; low, since whole sentences are dropped silently (BASIL: 27 unmarked to 1 marked)."""
MAX_RUNS = 160
"""Runs kept for chaining, heaviest first: bounds the quadratic step."""


@dataclass(frozen=True, slots=True, order=True)
class Run:
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
    found: list[tuple[float, Run]] = []
    for start, word in enumerate(query):
        for place in places.get(word, ()):
            if start and place and query[start - 1] == target[place - 1]:
                continue
            length = 1
            while start + length < len(query) and place + length < len(target) and query[start + length] == target[place + length]:
                length += 1
            found.append((sum(weights[start : start + length]), Run(start, place, length)))
    if len(found) > MAX_RUNS:
        found.sort(key=lambda item: (-item[0], item[1]))
        diagonals = {run.target - run.query + shift for weight, run in found[: MAX_RUNS // 4] for shift in range(-3, 4)}
        found = (
            found[: MAX_RUNS // 2]
            + [item for item in found[MAX_RUNS // 2 :] if item[1].target - item[1].query in diagonals][: MAX_RUNS // 2]
        )
    return sorted(run for _, run in found)


def align(query: Sequence[str], target: Sequence[str], weights: Sequence[float]) -> Alignment:
    """Align ``query`` with the stretch of ``target`` that renders it best.

    Args:
        query: Folded words of the shorter text.
        target: Folded words of the text it is sought in.
        weights: Weight of each query word.

    Returns:
        The chain of runs with the highest score; ties go to the earliest target, then to the fewest runs. ``EMPTY`` if no word is shared.
    """
    runs = common_runs(query, target, weights)
    if not runs:
        return EMPTY
    prefix = [0.0]
    for weight in weights:
        prefix.append(prefix[-1] + weight)
    scores: list[float] = []
    before: list[int] = []
    for run in runs:
        score, link = _best_link(run, runs, scores, prefix)
        scores.append(score)
        before.append(link)
    last = max(range(len(runs)), key=lambda i: (round(scores[i], 9), -runs[i].target, -i))
    return _trace(runs, before, last, scores[last], prefix)


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
