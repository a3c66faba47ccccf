"""Best label sequences under a linear-chain model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
FORBIDDEN = -1e4
"""Score of a step that the labelling scheme rules out; no sum of real scores comes near it."""


def viterbi(emissions: Sequence[Array], transitions: Array, first: Array) -> list[Array]:
    """Return the best label sequence of each input; all inputs are worked on side by side.

    Args:
        emissions: One array ``(words, labels)`` an input, any number of words.
        transitions: ``(from, to)`` scores.
        first: Scores of the first label.

    Returns:
        One integer array ``(words,)`` an input. Of equal scores the lower label wins, so the result is the same everywhere.
    """
    lengths = np.array([len(item) for item in emissions], dtype=np.int64)
    longest = int(lengths.max(initial=0))
    if not longest:
        return [np.zeros(0, dtype=np.int64) for _ in emissions]
    count = len(emissions)
    padded = np.zeros((longest, count, len(first)), dtype=np.float32)
    for row, item in enumerate(emissions):
        padded[: len(item), row] = item
    pointers = np.zeros((longest, count, len(first)), dtype=np.int64)
    score = padded[0] + first
    last = score.argmax(axis=1)
    for step in range(1, longest):
        paths = score[:, :, None] + transitions
        pointers[step] = paths.argmax(axis=1)
        score = paths.max(axis=1) + padded[step]
        last = np.where(step < lengths, score.argmax(axis=1), last)
    return _walk_back(pointers, last, lengths)


def _walk_back(pointers: Array, last: Array, lengths: Array) -> list[Array]:
    longest, count, _ = pointers.shape
    rows = np.arange(count)
    labels = np.zeros((longest, count), dtype=np.int64)
    current = last
    for step in range(longest - 1, -1, -1):
        labels[step] = current
        inside = step < lengths
        current = np.where(inside, pointers[step, rows, current], current)
    return [labels[: lengths[row], row] for row in range(count)]


def bio_transitions(labels: Sequence[str]) -> tuple[Array, Array]:
    """Return transition and first-label scores that forbid what BIO forbids and are neutral otherwise."""
    transitions = np.zeros((len(labels), len(labels)), dtype=np.float32)
    first = np.zeros(len(labels), dtype=np.float32)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            first[column] = FORBIDDEN
            for row, before in enumerate(labels):
                if before == "O" or before[1:] != label[1:]:
                    transitions[row, column] = FORBIDDEN
    return transitions, first


def bio_spans(labels: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return ``(type, first, after-last)`` of each span of a label sequence; an ``I-`` that continues nothing starts one."""
    spans: list[tuple[str, int, int]] = []
    for position, label in enumerate(labels):
        if label == "O":
            continue
        continues = label[0] == "I" and spans and spans[-1][2] == position and spans[-1][0] == label[2:]
        if continues:
            kind, start, _ = spans.pop()
            spans.append((kind, start, position + 1))
        else:
            spans.append((label[2:], position, position + 1))
    return spans
