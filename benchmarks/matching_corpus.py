"""Invented statements of any number, with planted pairs: what ``benchmarks.matching`` measures on.

Words follow Zipf's law over the shipped table of frequencies, each with a few favourite successors, so that stock phrases recur as
they do in news; rarer words come from a vocabulary that grows with the corpus, as names do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from crosscheck.compare.words.weights import default_weights
from crosscheck.records import Article, Extraction, Form, Span, Speaker, Statement

KINDS = ("verbatim", "truncated", "altered", "fragment")
PLANTED = 0.25
"""Share of statements that render an earlier one (real coverage of one event: 26 to 46 %)."""
QUOTED = 0.6
"""Share of statements inside quotation marks; the others are in the source's own words."""
PER_SOURCE = 20
FRAGMENT_WORDS = (4, 6)
COMMON = 150
"""Rank from which a word has content; a fragment is the one of a few drawn that has most of them, since nobody quotes "of the but"."""
LEAST_WORDS = 10
"""Of a statement that is rendered elsewhere."""
_SUCCESSORS = 12
_FAVOURITE = 0.45
"""Chance that a word is followed by one of its favourite successors."""
_NAMES_PER_STATEMENT = 0.15
"""Names known to the corpus for each statement."""
_NAME = 0.06
"""Chance that a word is a name."""

_Ids = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Planted:
    """A statement that renders another; indices of the statements in order of their sources."""

    base: int
    variant: int
    kind: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sources with their statements, and which of these render which."""

    extractions: tuple[Extraction, ...]
    """In order of their ids."""
    planted: tuple[Planted, ...]


def make_corpus(size: int, seed: int) -> Corpus:
    """Invent a corpus of ``size`` statements; the same seed gives the same corpus."""
    rng = np.random.default_rng([seed, size])
    fresh = size - int(size * PLANTED)
    names = max(50, int(size * _NAMES_PER_STATEMENT))
    words = _vocabulary(names)
    rows = _rows(rng, fresh, len(words) - names, names)
    long = np.flatnonzero([len(row) >= LEAST_WORDS for row in rows])
    bases = rng.permutation(long)[: size - fresh]
    quoted, speakers = rng.random(fresh) < QUOTED, rng.integers(0, max(10, size // 8), fresh)
    kinds = [KINDS[number % (len(KINDS) if quoted[base] else len(KINDS) - 1)] for number, base in enumerate(bases)]
    variants = [_vary(rng, rows[base], kind, len(words)) for base, kind in zip(bases, kinds, strict=True)]
    order = rng.permutation(fresh + len(variants))
    place = np.argsort(order)
    origin = [*range(fresh), *(int(base) for base in bases)]
    texts = [" ".join(words[word] for word in row) for row in (*rows, *variants)]
    said = [
        (texts[n], bool(quoted[origin[n]]), f"Speaker {words[-1 - int(speakers[origin[n]]) % names]} {speakers[origin[n]]}") for n in order
    ]
    found = [Planted(int(place[base]), int(place[fresh + n]), kinds[n]) for n, base in enumerate(bases)]
    apart = [pair for pair in found if pair.base // PER_SOURCE != pair.variant // PER_SOURCE]
    return Corpus(tuple(_source(n, said[n : n + PER_SOURCE]) for n in range(0, len(said), PER_SOURCE)), tuple(apart))


def _vocabulary(names: int) -> list[str]:
    """Known words, commonest first, then invented names of two to four syllables."""
    known = [word for word in default_weights().of_word if word.isalpha() and len(word) > 1]
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il")]
    base = len(syllables)
    invented = ["".join(syllables[(number * 7919 // base**step) % base] for step in range(3)) + "x" for number in range(names)]
    return known + invented


def _zipf(rng: np.random.Generator, count: int, size: int) -> _Ids:
    """Draw ranks below ``count`` by Zipf's law with Mandelbrot's shift, by inverting the integral."""
    shift = 2.7
    top = np.log((count + shift) / shift)
    ranks: _Ids = np.minimum((shift * np.exp(rng.random(size) * top) - shift).astype(np.int64), count - 1)
    return ranks


def _rows(rng: np.random.Generator, count: int, known: int, names: int) -> list[_Ids]:
    lengths = np.clip(np.exp(rng.normal(2.75, 0.55, count)), 4, 45).astype(np.int64)
    favourites = _zipf(rng, known, known * _SUCCESSORS).reshape(known, _SUCCESSORS)
    table = np.empty((count, int(lengths.max())), dtype=np.int64)
    current = _zipf(rng, known, count)
    for column in range(table.shape[1]):
        table[:, column] = current
        free, liked = _zipf(rng, known, count), favourites[np.minimum(current, known - 1), _zipf(rng, _SUCCESSORS, count)]
        current = np.where((rng.random(count) < _FAVOURITE) & (current < known), liked, free)
        current = np.where(rng.random(count) < _NAME, known + rng.integers(0, names, count), current)
    return [row[:length] for row, length in zip(table, lengths, strict=True)]


def _vary(rng: np.random.Generator, row: _Ids, kind: str, words: int) -> _Ids:
    if kind == "verbatim":
        return row
    if kind == "truncated":
        kept = int(rng.integers(max(6, len(row) // 2), len(row)))
        start = 0 if rng.random() < 0.5 else len(row) - kept
        return row[start : start + kept]
    if kind == "fragment":
        kept = int(rng.integers(FRAGMENT_WORDS[0], FRAGMENT_WORDS[1] + 1))
        start = max(rng.integers(0, len(row) - kept + 1, 4).tolist(), key=lambda at: int(np.sum(row[at : at + kept] >= COMMON)))
        return row[start : start + kept]
    changed = row.copy()
    for _ in range(max(1, len(row) // 10)):
        place = int(rng.integers(0, len(changed)))
        step = rng.random()
        if step < 0.6:
            changed[place] = rng.integers(0, words)
        elif step < 0.8:
            changed = np.delete(changed, place)
        else:
            changed = np.insert(changed, place, rng.integers(0, words))
    return changed


def _source(first: int, said: Sequence[tuple[str, bool, str]]) -> Extraction:
    name = f"source-{first:08d}"
    lines: list[str] = []
    statements: list[Statement] = []
    offset = 0
    for number, (text, quoted, speaker) in enumerate(said):
        start = offset + quoted
        span = Span(start, start + len(text))
        lines.append(f"“{text}”" if quoted else text)
        offset += len(lines[-1]) + 2
        statements.append(
            Statement(
                id=f"{name}-{number}",
                source=name,
                form=Form.DIRECT if quoted else Form.NARRATED,
                content=(span,),
                text=text,
                quoted=(span,) if quoted else (),
                speaker=Speaker(speaker, None, "name") if quoted else None,
            )
        )
    article = Article(name, f"{name}.txt", "\n\n".join(lines), "0" * 64)
    return Extraction(article, tuple(statements), (), (), ())
