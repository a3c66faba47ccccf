"""Joins the fragments that the encoder finds into attributions: each content to its cue, each cue to its source.

In PolNeAR every attribution has exactly one cue (train: 19,833 of 19,834), so the cue is what holds one together. The scores of the links
come from the encoder (a query vector of the one fragment against a key vector of the other) and from small tables for distance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
Fragment = tuple[int, int]
"""First word and word after the last."""

REACH = 2
"""Paragraphs between a fragment and the one it may belong to (PolNeAR train: 163 of 19,834 attributions cross a paragraph at all)."""
NEIGHBOURS = 6
"""Candidates tried on either side of a fragment; the table of candidates between ends at three."""


@dataclass(frozen=True, slots=True)
class LinkTables:
    """What the encoder learnt about links besides its vectors; row 0 of each: content to cue, row 1: cue to source."""

    none: Array
    """``(2, width)``: the key of no target at all."""
    none_bias: Array
    distance: Array
    """``(2, 18)``."""
    paragraph: Array
    """``(2, 5)``."""
    between: Array
    """``(2, 4)``."""


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution in word numbers; ``source`` and ``cue`` may be None."""

    source: Fragment | None
    cue: Fragment | None
    content: tuple[Fragment, ...]


def buckets(span: Fragment, others: Sequence[Fragment], paragraphs: Sequence[int]) -> list[tuple[int, int, int] | None]:
    """Describe where candidates lie relative to a fragment.

    Args:
        span: First word and word after the last.
        others: The same for the candidates, in order of the text, not overlapping.
        paragraphs: Paragraph of each word.

    Returns:
        For each candidate the rows of the bias tables: signed distance in words on a logarithmic scale (0 to 17, 9 and more before),
        paragraphs apart (0 to 4, 2 is the same) and the number of other candidates between (0 to 3); None for one out of reach.
    """
    if not others:
        return []
    spans, one = np.array([others]), np.array([span])
    places = np.arange(len(others)) - np.searchsorted(spans[0, :, 1], span[0], side="right")
    apart = np.array([[paragraphs[first] - paragraphs[span[0]] for first, _ in others]])
    columns = (column[0].tolist() for column in _described(one, spans, places[None], apart))
    return [row if 0 <= row[1] <= 2 * REACH else None for row in zip(*columns, strict=True)]


def _described(spans: Array, others: Array, places: Array, apart: Array) -> tuple[Array, Array, Array]:
    """Do what ``buckets`` says for many fragments at once.

    Args:
        spans: ``(fragments, 2)``.
        others: ``(fragments, candidates, 2)``.
        places: For each candidate its number among all, less the number of those that end before the fragment.
        apart: For each candidate how many paragraphs after the fragment it stands.

    Returns:
        The three rows of each candidate; a paragraph's row outside 0 to 4 is out of reach.
    """
    ahead = places >= 0
    gap = np.maximum(0, np.where(ahead, others[:, :, 0] - spans[:, None, 1], spans[:, None, 0] - others[:, :, 1]))
    distance = np.minimum(8, np.frexp(gap)[1]) + np.where(ahead, 0, 9)  # the exponent of a whole number is its length in bits
    return distance, apart + REACH, np.minimum(3, np.where(ahead, places, -1 - places))


def link(fragments: Sequence[tuple[str, int, int]], vectors: Array, paragraphs: Sequence[int], tables: LinkTables) -> list[Linked]:
    """Join fragments into attributions.

    Args:
        fragments: ``(role, first, after-last)`` in order; roles source, cue and content.
        vectors: ``(words, 4 * width)``: content query, cue key, cue query, source key of each word.
        paragraphs: Paragraph of each word.
        tables: The learnt tables.

    Returns:
        The attributions in order of their content; contents of one cue stand together. A cue without content is left out.
    """
    by_role = {role: [(first, last) for kind, first, last in fragments if kind == role] for role in ("source", "cue", "content")}
    cues = _targets(by_role["content"], by_role["cue"], vectors, paragraphs, tables, 0)
    sources = _targets(by_role["cue"], by_role["source"], vectors, paragraphs, tables, 1)
    gathered: dict[int, list[Fragment]] = {}
    single: list[Linked] = []
    for content, target in zip(by_role["content"], cues, strict=True):
        if target is None:
            single.append(Linked(None, None, (content,)))
        else:
            gathered.setdefault(target, []).append(content)
    for target, contents in gathered.items():
        source = sources[target]
        single.append(Linked(by_role["source"][source] if source is not None else None, by_role["cue"][target], tuple(contents)))
    return sorted(single, key=lambda item: item.content)


def _targets(
    queries: Sequence[Fragment], candidates: Sequence[Fragment], vectors: Array, paragraphs: Sequence[int], tables: LinkTables, kind: int
) -> list[int | None]:
    """Return for each query the number of its target, None for none; all queries are scored at once."""
    if not queries or not candidates:
        return [None] * len(queries)
    width = tables.none.shape[1]
    keys = _means(candidates, vectors[:, (2 * kind + 1) * width : (2 * kind + 2) * width])
    asked = _means(queries, vectors[:, 2 * kind * width : (2 * kind + 1) * width])
    none = asked @ tables.none[kind] / width**0.5 + tables.none_bias[kind]
    spans, others = np.array(queries), np.array(candidates)
    near = np.searchsorted(others[:, 0], spans[:, 0])[:, None] + np.arange(-NEIGHBOURS, NEIGHBOURS)
    there = (near >= 0) & (near < len(candidates))
    near = np.where(there, near, 0)
    places = near - np.searchsorted(others[:, 1], spans[:, 0], side="right")[:, None]
    where, home = (np.array([paragraphs[first] for first, _ in fragments]) for fragments in (candidates, queries))
    distance, paragraph, between = _described(spans, others[near], places, where[near] - home[:, None])
    there &= (paragraph >= 0) & (paragraph <= 2 * REACH)
    scores = (keys[near] @ asked[:, :, None])[:, :, 0] / width**0.5
    scores += tables.distance[kind][distance]
    scores += tables.paragraph[kind][np.where(there, paragraph, 0)]
    scores += tables.between[kind][between]
    scores[~there] = -np.inf
    best = scores.argmax(axis=1)
    rows = np.arange(len(queries))
    chosen, better = near[rows, best].tolist(), (scores[rows, best] > none).tolist()
    return [number if is_better else None for number, is_better in zip(chosen, better, strict=True)]


def _means(fragments: Sequence[Fragment], vectors: Array) -> Array:
    """Mean vector of each fragment's words, ``(fragments, width)``."""
    means = np.zeros((len(fragments), vectors.shape[1]))
    for row, (first, last) in enumerate(fragments):
        np.add.reduce(vectors[first:last], axis=0, dtype=np.float64, out=means[row])
    means /= np.array([last - first for first, last in fragments], dtype=np.float64)[:, None]
    return means
