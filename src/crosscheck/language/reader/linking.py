"""Joins the fragments that the encoder finds into attributions: each content to its cue, each cue to its source.

In PolNeAR every attribution has exactly one cue (train: 19,833 of 19,834), so the cue is what holds one together. The scores of the links
come from the encoder (a query vector of the one fragment against a key vector of the other) and from small tables for distance.
"""

from __future__ import annotations

from bisect import bisect_left
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
    before = 0
    while before < len(others) and others[before][1] <= span[0]:
        before += 1
    rows: list[tuple[int, int, int] | None] = []
    for number, other in enumerate(others):
        apart = paragraphs[other[0]] - paragraphs[span[0]]
        if abs(apart) > REACH:
            rows.append(None)
            continue
        ahead = number >= before
        gap = max(0, other[0] - span[1] if ahead else span[0] - other[1])
        between = number - before if ahead else before - 1 - number
        rows.append((min(8, gap.bit_length()) + (0 if ahead else 9), apart + REACH, min(3, between)))
    return rows


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
    """Return for each query the number of its target, None for none."""
    width = tables.none.shape[1]
    starts = [first for first, _ in candidates]
    keys = _means(candidates, vectors[:, (2 * kind + 1) * width : (2 * kind + 2) * width])
    asked = _means(queries, vectors[:, 2 * kind * width : (2 * kind + 1) * width])
    none = asked @ tables.none[kind] / width**0.5 + tables.none_bias[kind]
    distance, paragraph, between = (table[kind].tolist() for table in (tables.distance, tables.paragraph, tables.between))
    found: list[int | None] = []
    for number, query in enumerate(queries):
        at = bisect_left(starts, query[0])
        low = max(0, at - NEIGHBOURS)
        near = candidates[low : at + NEIGHBOURS]
        products = (keys[low : at + NEIGHBOURS] @ asked[number] / width**0.5).tolist()
        best, best_score = None, float(none[number])
        for offset, rows in enumerate(buckets(query, near, paragraphs)):
            if rows is None:
                continue
            score = products[offset] + distance[rows[0]] + paragraph[rows[1]] + between[rows[2]]
            if score > best_score:
                best, best_score = low + offset, score
        found.append(best)
    return found


def _means(fragments: Sequence[Fragment], vectors: Array) -> Array:
    """Mean vector of each fragment's words, ``(fragments, width)``."""
    means = np.zeros((len(fragments), vectors.shape[1]))
    for row, (first, last) in enumerate(fragments):
        np.add.reduce(vectors[first:last], axis=0, dtype=np.float64, out=means[row])
    means /= np.array([last - first for first, last in fragments], dtype=np.float64)[:, None]
    return means
