"""The best label sequence, against trying them all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from crosscheck.language.viterbi import bio_spans, bio_transitions, viterbi

LABELS = ["O", "B-cue", "I-cue", "B-source", "I-source"]


def best_by_trial(emissions, transitions, first):
    def score(path):
        return (
            first[path[0]] + sum(emissions[at, label] for at, label in enumerate(path)) + sum(transitions[a, b] for a, b in pairwise(path))
        )

    return max(product(range(emissions.shape[1]), repeat=len(emissions)), key=score)


@pytest.mark.parametrize("seed", range(5))
def test_finds_what_trying_all_sequences_finds(seed):
    rng = np.random.default_rng(seed)
    transitions, first = rng.normal(size=(3, 3)), rng.normal(size=3)
    inputs = [rng.normal(size=(length, 3)) for length in (4, 1, 6)]
    assert [tuple(labels) for labels in viterbi(inputs, transitions, first)] == [best_by_trial(item, transitions, first) for item in inputs]


def test_nothing_in_nothing_out():
    transitions, first = bio_transitions(LABELS)
    assert viterbi([], transitions, first) == []
    assert [list(labels) for labels in viterbi([np.zeros((0, 5)), np.zeros((2, 5))], transitions, first)] == [[], [0, 0]]


def test_no_span_starts_inside():
    transitions, first = bio_transitions(LABELS)
    emissions = np.array([[0, -1, 5, 0, 0], [0, 0, 0, 0, 5], [0, 0, 0, 0, 5]], dtype=np.float32)
    (labels,) = viterbi([emissions], transitions, first)
    names = [LABELS[label] for label in labels]
    assert names == ["O", "B-source", "I-source"] or names == ["B-source", "I-source", "I-source"]


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ("O B-cue I-cue O", [("cue", 1, 3)]),
        ("B-cue B-cue", [("cue", 0, 1), ("cue", 1, 2)]),
        ("B-cue I-source", [("cue", 0, 1), ("source", 1, 2)]),
        ("O O", []),
        ("I-cue O I-cue", [("cue", 0, 1), ("cue", 2, 3)]),
    ],
)
def test_spans(labels, spans):
    assert bio_spans(labels.split()) == spans
