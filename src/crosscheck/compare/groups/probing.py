"""Candidate pairs among many statements: each asks a few of its rarest words in a row, and of its rarest words, who else has them.

Work grows with the number of statements, not of pairs. Asking four of the rarest shingles finds 97.6 to 97.9 % of the pairs that all
of them find, from 5,000 to a million quotations, at a fraction of the cost (see benchmarks/matching.py for what is measured here).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count, pairwise

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import LCSseq

from crosscheck.compare.groups.units import Unit

PROBES = 4
"""Keys that a statement asks for, rarest first."""
MOST_ROWS = 100
"""Statements that such a key may stand in: what is commoner is a stock phrase and tells nothing."""
MOST_WORD_ROWS = 16
"""The same for single words, of which two must be shared."""
VISITS = 12
"""Statements that the keys after the rarest may lead to, all together: without it more statements would mean more visits for each."""
MOST_VISITS = 48
"""The same for single words."""
SHINGLE = 3
LEAST_WEIGHT = 2.0
"""Of a shingle: "it is in" leads to everybody."""
LEAST_COMMON = 0.4
"""Words in common and in order, as a share of the shortest text of a pair, from which it is looked at closer."""
MANY_COMMON = 7
"""So many words in common are looked at in any case."""
CHUNK = 1 << 22
"""Pairs held at a time before they are made unique: bounds the memory."""

Ids = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]


def probe(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """Propose pairs of statements that share rare words; inside one source, of quotations alone.

    Args:
        units: In order of their index, source by source.

    Returns:
        Sorted pairs of indices, lower first.
    """
    size = len(units)
    rows, words = _numbered([unit.words.keys for unit in units])
    weights = np.fromiter(chain.from_iterable(unit.words.weights for unit in units), np.float64, len(words))
    near = _meet(*_shingles(rows, words, weights), MOST_ROWS, VISITS, least=1, size=size)
    alike = _meet(rows, words.astype(np.uint64), MOST_WORD_ROWS, MOST_VISITS, least=2, size=size)
    near = _between_sources(near, units)
    shortest = np.array([min([len(unit.tokens), *(len(stretch.keys) for stretch in unit.spoken)]) for unit in units], dtype=np.int64)
    near = near[_in_order(near, _strings(rows, words, size), shortest)]
    codes = np.union1d(near, _between_sources(alike, units))
    return list(zip((codes // size).tolist(), (codes % size).tolist(), strict=True))


def _between_sources(codes: Ids, units: Sequence[Unit]) -> Ids:
    """Leave out the pairs of one source that are not both quotations."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    sources = np.array([numbers[unit.source] for unit in units], dtype=np.int64)
    quoted = np.array([bool(unit.spoken) for unit in units], dtype=bool)
    left, right = codes // len(units), codes % len(units)
    kept: Ids = codes[(sources[left] != sources[right]) | (quoted[left] & quoted[right])]
    return kept


def _strings(rows: Ids, words: Ids, size: int) -> list[str]:
    """Write every row as a string with one character a word: RapidFuzz compares these fastest."""
    letters = (words % 0xD000 + 1).astype(np.uint32).tobytes().decode("utf-32-le")  # what falls together only looks more alike
    ends = np.searchsorted(rows, np.arange(size + 1)).tolist()
    return [letters[start:end] for start, end in pairwise(ends)]


def _in_order(codes: Ids, strings: Sequence[str], shortest: Ids) -> npt.NDArray[np.bool_]:
    """Tell which pairs have enough words in common and in order to be worth an alignment."""
    left, right = codes // len(strings), codes % len(strings)
    kept = np.zeros(len(codes), dtype=bool)
    for begin in range(0, len(codes), CHUNK // 8):
        ours, theirs = left[begin : begin + CHUNK // 8], right[begin : begin + CHUNK // 8]
        common = process.cpdist(
            [strings[row] for row in ours.tolist()], [strings[row] for row in theirs.tolist()], scorer=LCSseq.similarity, dtype=np.int32
        )
        least = np.minimum(LEAST_COMMON * np.minimum(shortest[ours], shortest[theirs]), MANY_COMMON)
        kept[begin : begin + CHUNK // 8] = common >= least
    return kept


def _numbered(texts: Sequence[Sequence[str]]) -> tuple[Ids, Ids]:
    """Number the words; returns the row and the number of each, row by row."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    words = np.fromiter(map(numbers.__getitem__, chain.from_iterable(texts)), np.int64, int(lengths.sum()))
    return np.repeat(np.arange(len(texts)), lengths), words


def _shingles(rows: Ids, words: Ids, weights: npt.NDArray[np.float64]) -> tuple[Ids, Keys]:
    """Return the row and a hash of every few words in a row that have some weight."""
    count = max(0, len(words) - SHINGLE + 1)
    mixed, mass = np.zeros(count, dtype=np.uint64), np.zeros(count)
    for step in range(SHINGLE):
        mixed = (mixed + words[step : step + count].astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
        mass += weights[step : step + count]
    whole = (rows[:count] == rows[SHINGLE - 1 :]) & (mass >= LEAST_WEIGHT)
    return rows[:count][whole], mixed[whole]


def _meet(rows: Ids, keys: Keys, most: int, visits: int, *, least: int, size: int) -> Ids:
    """Return the pairs that at least ``least`` probes bring together, each as ``lower * size + higher``, sorted.

    A row probes with its ``PROBES`` rarest keys that two to ``most`` rows hold, and meets all rows that hold them; the rarest in any
    case, the others while they lead to no more than ``visits`` rows.
    """
    order = np.argsort(keys, kind="stable")  # within a key the rows stay in order
    rows, keys = rows[order], keys[order]
    new = np.ones(len(keys), dtype=bool)
    new[1:] = (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])
    rows, keys = rows[new], keys[new]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, dtype=np.int64)
    lengths = np.diff(np.r_[starts, len(keys)])
    shared = np.repeat((lengths >= 2) & (lengths <= most), lengths)
    posting = np.repeat(np.arange(len(starts)), lengths)[shared]
    asking = rows[shared]
    rarest = np.argsort(asking * (most + 1) + lengths[posting], kind="stable")
    asking, posting = asking[rarest], posting[rarest]
    first = np.flatnonzero(np.r_[True, asking[1:] != asking[:-1]]) if len(asking) else np.zeros(0, dtype=np.int64)
    counts = np.diff(np.r_[first, len(asking)])
    rank = np.arange(len(asking)) - np.repeat(first, counts)
    reached = np.r_[0, np.cumsum(lengths[posting])]
    kept = (rank == 0) | ((rank < PROBES) & (reached[1:] - np.repeat(reached[first], counts) <= visits))
    asking, posting = asking[kept], posting[kept]
    return _pairs(asking, posting, rows, starts, lengths, least, size)


def _pairs(asking: Ids, posting: Ids, rows: Ids, starts: Ids, lengths: Ids, least: int, size: int) -> Ids:
    """Pair each asking row with the rows of its posting; in parts, so that memory stays bounded."""
    visits = lengths[posting]
    ends = np.cumsum(visits)
    found: list[Ids] = []
    begin = 0
    while begin < len(asking):
        stop = int(np.searchsorted(ends, (ends[begin - 1] if begin else 0) + CHUNK, side="right"))
        while stop < len(asking) and asking[stop] == asking[stop - 1]:
            stop += 1  # the probes of one row stay together, so that they can be counted
        stop = max(stop, begin + 1)
        count = visits[begin:stop]
        offset = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
        other = rows[np.repeat(starts[posting[begin:stop]], count) + offset]
        asker = np.repeat(asking[begin:stop], count)
        codes, met = np.unique(asker * size + other, return_counts=True)
        codes = codes[(met >= least) & (codes // size != codes % size)]
        low, high = np.minimum(codes // size, codes % size), np.maximum(codes // size, codes % size)
        found.append(np.unique(low * size + high))
        begin = stop
    return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)
