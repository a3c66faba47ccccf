"""The best label sequence, against trying them all."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from crosscheck.language.reader.viterbi import FORBIDDEN, bio_path, bio_spans, viterbi

BIO = ["O", "B-cue", "I-cue", "B-source", "I-source"]


def best_by_trial(emissions, transitions, first):
    """Try every sequence of one part; O stands after it."""

    def score(path):
        steps = sum(transitions[a, b] for a, b in pairwise([*path, 0]))
        return first[path[0]] + sum(emissions[at, label] for at, label in enumerate(path)) + steps

    return list(max(product(range(emissions.shape[1]), repeat=len(emissions)), key=score))


def bio_transitions():
    """Nothing but what BIO forbids: an I after anything but its own B or I."""
    return np.array([[FORBIDDEN if b[0] == "I" and a[1:] != b[1:] else 0.0 for b in BIO] for a in BIO])


@pytest.mark.parametrize("seed", range(5))
def test_finds_what_trying_all_sequences_finds(seed):
    rng = np.random.default_rng(seed)
    transitions, first = rng.normal(size=(3, 3)), rng.normal(size=3)
    parts = [(0, 4, True), (4, 5, False), (5, 11, False), (11, 13, True)]
    emissions = rng.normal(size=(13, 3)).astype(np.float32)
    expected = [
        label for low, high, opens in parts for label in best_by_trial(emissions[low:high], transitions, first if opens else transitions[0])
    ]
    assert viterbi(emissions, parts, transitions, first) == expected


@pytest.mark.parametrize("seed", range(20))
def test_under_bio_alone_the_short_way_finds_the_same(seed):
    rng = np.random.default_rng(seed)
    parts = [(0, 5, True), (5, 6, False), (6, 10, True)]
    emissions = (3 * rng.normal(size=(10, 5))).astype(np.float32)
    transitions = bio_transitions()
    expected = [label for low, high, _ in parts for label in best_by_trial(emissions[low:high], transitions, transitions[0])]
    assert bio_path(emissions, parts) == expected == viterbi(emissions, parts, transitions, transitions[0])


def test_nothing_in_nothing_out():
    none = np.zeros((0, 5), dtype=np.float32)
    assert viterbi(none, [], bio_transitions(), np.zeros(5)) == []
    assert bio_path(none, []) == []


def test_of_equal_scores_the_lower_label_wins():
    zeros = np.zeros((4, 5), dtype=np.float32)
    assert viterbi(zeros, [(0, 4, True)], np.zeros((5, 5)), np.zeros(5)) == bio_path(zeros, [(0, 4, True)]) == [0, 0, 0, 0]


def test_no_span_starts_inside():
    emissions = np.array([[0, -1, 5, 0, 0], [0, 0, 0, 0, 5], [0, 0, 0, 0, 5]], dtype=np.float32)
    assert [BIO[label] for label in bio_path(emissions, [(0, 3, True)])] == ["B-source", "I-source", "I-source"]


def test_a_part_ends_and_the_next_begins_as_if_between_words_outside():
    emissions = np.array([[0, 0, 0, 9, 0], [0, 0, 0, 0, 9]], dtype=np.float32)
    assert bio_path(emissions, [(0, 1, True), (1, 2, False)])[1] != BIO.index("I-source")
    assert bio_path(emissions, [(0, 2, True)]) == [3, 4]


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
    path = [BIO.index(label) for label in labels.split()]
    assert bio_spans(path, [(0, len(path), True)], BIO) == spans


def test_no_span_crosses_from_one_part_into_another():
    path = [BIO.index(label) for label in "O B-cue I-cue I-cue".split()]
    assert bio_spans(path, [(0, 2, True), (2, 4, False)], BIO) == [("cue", 1, 2), ("cue", 2, 4)]
    assert bio_spans([], [], BIO) == []
