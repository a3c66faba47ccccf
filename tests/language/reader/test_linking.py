"""Fragments are joined by vectors and distance."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.language.reader.linking import NEIGHBOURS, Linked, LinkTables, buckets, link


def tables(nearer_is_better=True):
    distance = np.zeros((2, 18))
    if nearer_is_better:
        distance[:] = -np.tile(np.arange(9.0), 2)
    return LinkTables(np.zeros((2, 1)), np.full(2, -20.0), distance, np.zeros((2, 5)), np.zeros((2, 4)))


def test_distance_is_logarithmic_and_signed():
    cues = [(0, 1), (5, 6), (40, 41)]
    assert buckets((6, 10), cues, [0] * 41) == [(9 + 3, 2, 1), (9, 2, 0), (5, 2, 0)]


def test_out_of_reach_beyond_two_paragraphs():
    assert buckets((0, 1), [(1, 2), (3, 4)], [0, 2, 2, 3]) == [(0, 4, 0), None]


def test_the_nearest_cue_where_nothing_else_speaks():
    fragments = [("source", 0, 1), ("cue", 1, 2), ("content", 2, 5), ("source", 6, 7), ("cue", 7, 8), ("content", 8, 9)]
    assert link(fragments, np.zeros((9, 4)), [0] * 9, tables()) == [Linked((0, 1), (1, 2), ((2, 5),)), Linked((6, 7), (7, 8), ((8, 9),))]


def test_two_contents_of_one_cue_are_one_attribution():
    fragments = [("content", 0, 3), ("source", 3, 4), ("cue", 4, 5), ("content", 5, 8)]
    assert link(fragments, np.zeros((8, 4)), [0] * 8, tables()) == [Linked((3, 4), (4, 5), ((0, 3), (5, 8)))]


def test_vectors_can_overrule_distance():
    fragments = [("cue", 0, 1), ("cue", 5, 6), ("content", 6, 7)]
    vectors = np.zeros((7, 4))
    vectors[6, 0] = 1.0
    vectors[0, 1] = 30.0
    assert link(fragments, vectors, [0] * 7, tables()) == [Linked(None, (0, 1), ((6, 7),))]


def test_a_content_without_cue_stays_and_a_cue_without_content_goes():
    assert link([("content", 0, 2)], np.zeros((2, 4)), [0, 0], tables()) == [Linked(None, None, ((0, 2),))]
    assert link([("cue", 0, 2)], np.zeros((2, 4)), [0, 0], tables()) == []
    assert link([], np.zeros((0, 4)), [], tables()) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["cue", "content", "other", "break"]), max_size=40), st.integers(0, 9))
def test_all_contents_at_once_get_what_each_would_get_alone(words, seed):
    """Each content takes the candidate with the best row of the tables, of the six on either side, and none beyond two paragraphs."""
    generator = np.random.default_rng(seed)
    scores = LinkTables(np.zeros((2, 1)), np.full(2, -1.0), *(generator.normal(size=(2, rows)) for rows in (18, 5, 4)))
    paragraphs = [words[:at].count("break") for at in range(len(words))]
    fragments = [(word, at, at + 1) for at, word in enumerate(words) if word in ("cue", "content")]
    cues = [at for at, word in enumerate(words) if word == "cue"]
    expected = {}
    for at in [at for at, word in enumerate(words) if word == "content"]:
        low = max(0, len([cue for cue in cues if cue < at]) - NEIGHBOURS)
        near = cues[low : len([cue for cue in cues if cue < at]) + NEIGHBOURS]
        rows = buckets((at, at + 1), [(cue, cue + 1) for cue in near], paragraphs)
        tables = (scores.distance[0], scores.paragraph[0], scores.between[0])
        sums = {
            cue: sum(table[row] for table, row in zip(tables, found, strict=True)) for cue, found in zip(near, rows, strict=True) if found
        }
        best = max(sums, key=sums.__getitem__, default=None)
        expected[at] = best if best is not None and sums[best] > -1.0 else None
    linked = link(fragments, np.zeros((len(words), 4)), paragraphs, scores)
    assert {first: one.cue[0] if one.cue else None for one in linked for first, _ in one.content} == expected
