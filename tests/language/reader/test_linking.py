"""Fragments are joined by vectors and distance."""

from __future__ import annotations

import numpy as np

from crosscheck.language.reader.linking import Linked, LinkTables, buckets, link


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
