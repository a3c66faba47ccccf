"""Matching statements against RapidFuzz all pairs, in one run: CPU time, growth, recall and memory; exits with 1 beyond a limit.

Run it from the repository: ``python -m benchmarks.matching`` (many minutes, nearly all of them RapidFuzz's), or with ``--quick`` (seconds).

Both sides get prepared input: ours the statements as tokens with weights, the peer the same words as folded strings. Ours is everything
from there to the verified edges, alignments included. The peer is ``process.cdist`` with ``token_set_ratio``, one worker, over random
probe rows against all statements; its time is scaled from these rows to all unordered pairs.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.matching_corpus import KINDS, Corpus, Planted, make_corpus
from crosscheck.compare.entities.linking import link_entities
from crosscheck.compare.groups.pairing import find_edges
from crosscheck.compare.groups.units import Unit, make_units, make_utterances, read_articles
from crosscheck.compare.words.weights import default_weights

SIZES = (5_000, 20_000, 80_000, 320_000)
QUICK = (5_000, 20_000)
PROBE_ROWS, QUICK_ROWS = 500, 40
SEED = 20_260
CUTOFF = 80
"""Score from which the peer counts a pair as found."""
SLAB = 25
"""Probe rows scored at a time: the peer's matrix is dense."""

REPEATS = 2
"""Further runs at the small sizes, of which the quickest counts: there a slow moment of the machine weighs most."""

EXPONENT = 1.3
"""Most that CPU time may grow with the number of statements, as a power."""
RECALL = 0.97
"""Least share of the planted pairs found by the peer that are found here."""
LEAST_PAIRS = 100
"""Pairs in probe rows from which their recall is held to the limit by itself."""
TIMES_LESS = 500
"""Least factor between the peer's CPU time and ours, at ``TIMED_AT`` statements and above."""
TIMED_AT = 20_000
MEMORY = 12_000
"""Most bytes of resident memory that a statement may add, at ``TIMED_AT`` statements and above."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One size."""

    size: int
    prepare: float
    """CPU seconds from texts to prepared statements."""
    match: float
    """CPU seconds from there to edges."""
    peer: float
    """CPU seconds of the peer for all pairs, scaled."""
    recall: float
    """Share of the planted pairs found here, of those that the peer's scorer finds."""
    by_kind: dict[str, tuple[int, int]]
    """These two numbers for each kind of planting."""
    probed: tuple[int, int]
    """The same of the pairs that the peer found in its probe rows."""
    others: int
    """Edges that were not planted."""
    memory: float
    """Bytes a statement."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure size by size, print a line each, then the growth; return 1 where a limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="small sizes and few probe rows")
    parser.add_argument("--sizes", type=lambda text: tuple(int(part) for part in text.split(",")), help="statements, with commas between")
    parser.add_argument("--rows", type=int, help="probe rows")
    given = parser.parse_args(arguments)
    sizes = given.sizes or (QUICK if given.quick else SIZES)
    rows = given.rows or (QUICK_ROWS if given.quick else PROBE_ROWS)
    measured = []
    for size in sizes:
        measured.append(measure(size, rows))
        print(line(measured[-1]), flush=True)
    broken = [text for found in measured for text in beyond(found)] + beyond_growth(measured)
    for name in ("match", "prepare"):
        print(f"{name}: grows with exponent {growth(measured, name):.2f} (limit {EXPONENT})")
    for text in broken:
        print(f"beyond its limit: {text}", file=sys.stderr)
    return int(bool(broken))


def measure(size: int, rows: int) -> Measured:
    """Invent a corpus, match it, and let the peer score ``rows`` random rows of it."""
    before = _resident()
    corpus = make_corpus(size, SEED)
    start = time.process_time()
    units = prepare(corpus)
    utterances = make_utterances(units)
    prepared = time.process_time()
    edges = find_edges(units, utterances, default_weights())
    match = time.process_time() - prepared
    for _ in range(REPEATS if size <= TIMED_AT else 0):
        again = time.process_time()
        find_edges(units, utterances, default_weights())
        match = min(match, time.process_time() - again)
    memory = (_resident() - before) / size
    ours = {(min(edge.light, edge.heavy), max(edge.light, edge.heavy)) for edge in edges}
    texts = [" ".join(token.norm for token in unit.tokens) for unit in units]
    probes = np.sort(np.random.default_rng([SEED, size]).choice(size, min(rows, size), replace=False)).tolist()
    theirs, seconds = score_rows(texts, probes)
    planted = scored(corpus.planted, texts)
    by_kind = {kind: _found([pair for pair in planted if pair.kind == kind], ours) for kind in KINDS}
    probed = _found([pair for pair in planted if _ends(pair) in theirs], ours)
    here, there = _found(planted, ours)
    others = len(ours - {_ends(pair) for pair in corpus.planted})
    peer = seconds / len(probes) * (size - 1) / 2
    return Measured(size, prepared - start, match, peer, here / max(there, 1), by_kind, probed, others, memory)


def prepare(corpus: Corpus) -> list[Unit]:
    """Read the sources one by one, so that no more than one is held as text."""
    weights, nobody = default_weights(), link_entities([])
    units: list[Unit] = []
    for source in corpus.extractions:
        units += make_units(source.statements, read_articles([source], nobody), weights, first=len(units))
    return units


def scored(planted: Sequence[Planted], texts: Sequence[str]) -> list[Planted]:
    """Return the planted pairs that the peer's scorer finds."""
    bases, variants = [texts[pair.base] for pair in planted], [texts[pair.variant] for pair in planted]
    scores = process.cpdist(bases, variants, scorer=fuzz.token_set_ratio, score_cutoff=CUTOFF, dtype=np.uint8, workers=1)
    return [pair for pair, score in zip(planted, scores, strict=True) if score]


def score_rows(texts: Sequence[str], probes: Sequence[int]) -> tuple[set[tuple[int, int]], float]:
    """Score some rows against all others; returns the pairs at the cutoff or above, and the CPU seconds."""
    found: set[tuple[int, int]] = set()
    start = time.process_time()
    for first in range(0, len(probes), SLAB):
        rows = probes[first : first + SLAB]
        scores = process.cdist(
            [texts[row] for row in rows], texts, scorer=fuzz.token_set_ratio, score_cutoff=CUTOFF, dtype=np.uint8, workers=1
        )
        hits = [(rows[row], other) for row, other in np.argwhere(scores).tolist() if rows[row] != other]
        found |= {(min(pair), max(pair)) for pair in hits}
    return found, time.process_time() - start


def _found(planted: Sequence[Planted], ours: set[tuple[int, int]]) -> tuple[int, int]:
    return sum(_ends(pair) in ours for pair in planted), len(planted)


def _ends(pair: Planted) -> tuple[int, int]:
    return min(pair.base, pair.variant), max(pair.base, pair.variant)


def _resident() -> float:
    """Return the most memory this process has held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def line(found: Measured) -> str:
    """Return one size as text."""
    kinds = ", ".join(f"{kind} {here}/{there}" for kind, (here, there) in found.by_kind.items())
    return (
        f"{found.size:7,} statements: prepare {found.prepare:.2f} s, match {found.match:.2f} s CPU; all pairs {found.peer:,.0f} s CPU, "
        f"{found.peer / found.match:,.0f} times as much; recall {found.recall:.4f} of the peer's ({kinds}), "
        f"in its probe rows {found.probed[0]} of {found.probed[1]}; {found.others} others; "
        f"{found.memory / 1000:.1f} kB a statement"
    )


def beyond(found: Measured) -> list[str]:
    """Return what breaks a limit at one size."""
    broken = []
    if found.recall < RECALL or (found.probed[1] >= LEAST_PAIRS and found.probed[0] < RECALL * found.probed[1]):
        broken.append(f"recall {found.recall:.4f} < {RECALL} at {found.size:,}")
    if found.size >= TIMED_AT and found.peer < TIMES_LESS * found.match:
        broken.append(f"all pairs cost {found.peer / found.match:.0f} < {TIMES_LESS} times as much at {found.size:,}")
    if found.size >= TIMED_AT and found.memory > MEMORY:
        broken.append(f"{found.memory:,.0f} > {MEMORY:,} bytes a statement at {found.size:,}")
    return broken


def beyond_growth(measured: Sequence[Measured]) -> list[str]:
    """Return which stage grows too fast over the sizes."""
    exponents = {name: growth(measured, name) for name in ("match", "prepare")}
    return [f"{name} grows with exponent {value:.2f} > {EXPONENT}" for name, value in exponents.items() if value > EXPONENT]


def growth(measured: Sequence[Measured], name: str) -> float:
    """Return the exponent of a stage: the slope of its CPU time over the sizes, both as logarithms; 0 for one size."""
    if len(measured) < 2:
        return 0.0
    sizes = np.log([found.size for found in measured])
    return float(np.polyfit(sizes, np.log([max(getattr(found, name), 1e-6) for found in measured]), 1)[0])


if __name__ == "__main__":
    raise SystemExit(main())
