"""Which pairs of statements are worth a closer look: those that share weighty words, or a few words in a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, groupby, pairwise

from crosscheck.compare.groups.probing import probe
from crosscheck.compare.groups.units import SHORT, Unit, triples

MAX_POSTING = 400
"""Statements that may hold a word for it to propose candidates; commoner words propose nothing."""
MIN_SHARED = 4.0
"""Shared weight from which a pair is looked at."""
MIN_SHARE = 0.35
"""The same as a share of the lighter side's content."""


EXHAUSTIVE = 4000
"""Statements up to which every shared word proposes; an event has a few hundred. Above, see ``probing``."""


def candidates(units: Sequence[Unit], worded: Collection[tuple[int, int]] | None = None) -> list[tuple[int, int]]:
    """Propose pairs of statements; inside one source, of quotations alone.

    Args:
        units: In order of their index, source by source.
        worded: What ``worded_pairs`` gave for them before, whoever was then thought to speak.

    Returns:
        Sorted pairs of indices, lower first.
    """
    if len(units) > EXHAUSTIVE:
        return probe(units)
    return sorted({*(worded_pairs(units) if worded is None else worded), *_short(units)})


def worded_pairs(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Return the pairs that words alone propose, whoever speaks; none of so many units as are probed."""
    return [] if len(units) > EXHAUSTIVE else list({*_worded(units), *_quoted(units)})


def _worded(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Pairs that share enough weight of content words."""
    count: dict[str, int] = defaultdict(int)
    for unit in units:
        for key in unit.keys:
            count[key] += 1
    mass = [sum(unit.keys.values()) for unit in units]
    weighed = [{key: int(10 * w) for key, w in unit.keys.items() if 2 <= count[key] <= MAX_POSTING} for unit in units]
    earlier: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for _, source in groupby(units, key=lambda unit: unit.source):
        own: dict[str, list[tuple[int, int]]] = defaultdict(list)
        held = [unit.index for unit in source]
        for index in held:
            shared: dict[int, int] = defaultdict(int)
            quoted = bool(units[index].quoted)
            for key, weight in weighed[index].items():
                for other, its in earlier[key]:
                    shared[other] += its if its < weight else weight
                if quoted:
                    for other, its in own[key]:
                        shared[other] += its if its < weight else weight
                    own[key].append((index, weight))
            for other, weight10 in shared.items():
                if weight10 >= 10 * MIN_SHARED and weight10 >= 10 * MIN_SHARE * min(mass[index], mass[other]):
                    yield other, index
        for index in held:
            for key, weight in weighed[index].items():
                earlier[key].append((index, weight))


def _quoted(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Quotations that have three words in a row in common."""
    threes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for unit in units:
        if unit.spoken:
            for three in set(triples([key for stretch in unit.spoken for key in stretch.keys])):
                threes[three].append(unit.index)
    for places in threes.values():
        if len(places) > 1:
            yield from combinations(places[:MAX_POSTING], 2)


def _short(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Quotations of one speaker, one of them short, that have two words in a row in common."""
    pairs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for unit in units:
        if unit.speaker:
            for pair in set(pairwise([key for stretch in unit.spoken for key in stretch.keys])):
                pairs[unit.speaker, *pair].append(unit.index)
    short = {u.index for u in units if any(len(stretch.keys) < SHORT for stretch in u.spoken)}
    for places in pairs.values():
        if len(places) > 1:
            yield from (pair for pair in combinations(places[:MAX_POSTING], 2) if not short.isdisjoint(pair))
