"""Best label sequences under a linear-chain model."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
Part = tuple[int, int, bool]
FORBIDDEN = -1e4
"""Score of a step that the labelling scheme rules out; no sum of real scores comes near it."""


def viterbi(emissions: Array, parts: Sequence[Part], transitions: Array, first: Array) -> list[int]:
    """Return the best label sequence of each part; all parts are worked on side by side.

    Args:
        emissions: ``(words, labels)`` scores of all words; label 0 is O.
        parts: The stretches of words that are labelled by themselves, in order: ``(first word, word after the last, opens)``.
            O stands after each, and before each that does not open an input.
        transitions: ``(from, to)`` scores.
        first: Scores of the first label of a part that opens an input.

    Returns:
        One label a word. Of equal scores the lower label wins, so the result is the same everywhere.
    """
    transitions = np.asarray(transitions, dtype=np.float64)
    begin, into = (transitions[0], np.asarray(first, dtype=np.float64)), np.ascontiguousarray(transitions.T)
    order, scores, lengths = _side_by_side(emissions, parts)
    pointers = np.zeros(scores.shape, dtype=np.intp)
    for row, number in enumerate(order):
        scores[0, row] += begin[parts[number][2]]
    for step, going in enumerate(_going(lengths), start=1):
        paths = scores[step - 1, :going, None, :] + into
        paths.argmax(axis=2, out=pointers[step, :going])
        scores[step, :going] += np.maximum.reduce(paths, axis=2)
    labels = [0] * len(emissions)
    for row, number in enumerate(order):
        low, high, _ = parts[number]
        last = int((scores[high - low - 1, row] + transitions[:, 0]).argmax())
        labels[low:high] = _walk_back(pointers[1 : high - low, row].tolist(), last)
    return labels


def _side_by_side(emissions: Array, parts: Sequence[Part]) -> tuple[list[int], Array, list[int]]:
    """Return the numbers of the parts from the longest, their scores ``(longest, parts, labels)`` and their lengths.

    The scores have 64 bits: the sum over a part would swallow the last bits of 32.
    """
    order = sorted(range(len(parts)), key=lambda number: parts[number][0] - parts[number][1])
    lengths = [parts[number][1] - parts[number][0] for number in order]
    scores = np.zeros((max(lengths, default=1), len(parts), emissions.shape[1]))
    for row, number in enumerate(order):
        scores[: lengths[row], row] = emissions[parts[number][0] : parts[number][1]]
    return order, scores, lengths


def _going(lengths: Sequence[int]) -> Iterator[int]:
    """Yield for each step but the first how many of the parts, longest first, reach it."""
    going = len(lengths)
    for step in range(1, max(lengths, default=0)):
        while lengths[going - 1] <= step:
            going -= 1
        yield going


def _walk_back(pointers: Sequence[Sequence[int]], label: int) -> list[int]:
    """Follow the pointers of one part back from its best last label."""
    path = [label]
    for before in reversed(pointers):
        label = before[label]
        path.append(label)
    return path[::-1]


def bio_path(emissions: Array, parts: Sequence[Part]) -> list[int]:
    """Return the best label sequence where BIO forbids steps and nothing else tells them apart.

    Args:
        emissions: ``(words, labels)``; the labels are O, then a B and an I for each type.
        parts: As for ``viterbi``.

    Returns:
        What ``viterbi`` would return. The best label of each word by itself is the answer wherever that sequence is legal, which it is
        in five paragraphs of six; only the others are searched.
    """
    best = emissions.argmax(axis=1)
    path: list[int] = best.tolist()
    before = np.zeros_like(best)
    before[1:] = best[:-1]
    before[[low for low, _, _ in parts]] = 0
    illegal = np.flatnonzero((best > 0) & (best % 2 == 0) & (before != best) & (before != best - 1))
    starts = [low for low, _, _ in parts]
    numbers = sorted({bisect_right(starts, at) - 1 for at in illegal.tolist()})
    _search(emissions, [parts[number] for number in numbers], path)
    return path


def _search(emissions: Array, parts: Sequence[Part], path: list[int]) -> None:
    """Search as ``viterbi`` does: O and B may follow the best of all labels, an I follows its own B or I."""
    order, scores, lengths = _side_by_side(emissions, parts)
    scores[:1, :, 2::2] += FORBIDDEN
    for step, going in enumerate(_going(lengths), start=1):
        before, now = scores[step - 1, :going], scores[step, :going]
        best = before.max(axis=1)
        now[:, 0] += best
        now[:, 1::2] += best[:, None]
        now[:, 2::2] += np.maximum(before[:, 1::2], before[:, 2::2])
    for row, number in enumerate(order):
        low, high, _ = parts[number]
        path[low:high] = _walk_back_bio(scores[: high - low, row])


def _walk_back_bio(scores: Array) -> list[int]:
    best = scores.argmax(axis=1).tolist()
    label = best[-1]
    path = [label]
    for at in range(len(best) - 2, -1, -1):
        label = label - int(scores[at, label - 1] >= scores[at, label]) if label and label % 2 == 0 else best[at]
        path.append(label)
    return path[::-1]


def bio_spans(path: Sequence[int], parts: Sequence[Part], inventory: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return ``(type, first, after-last)`` of each span of a label sequence, in order.

    Args:
        path: One label a word; those of a type are a B and the I after it, an ``I-`` that continues nothing starts a span.
        parts: As for ``viterbi``; no span crosses from one into another.
        inventory: The labels by number: O, then a B and an I for each type.
    """
    labels = np.array(path, dtype=np.intp)
    kinds = (labels + 1) // 2
    before = np.zeros_like(kinds)
    before[1:] = kinds[:-1]
    before[[low for low, _, _ in parts]] = 0
    opens = (kinds > 0) & ((labels % 2 == 1) | (kinds != before))
    firsts = np.flatnonzero(opens)
    stops = np.append(np.flatnonzero(opens | (kinds == 0)), len(labels))
    lasts = stops[np.searchsorted(stops, firsts, side="right")]
    found = zip(kinds[firsts].tolist(), firsts.tolist(), lasts.tolist(), strict=True)
    return [(inventory[2 * kind][2:], first, last) for kind, first, last in found]
