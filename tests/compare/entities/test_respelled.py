"""Names of bodies and places in two spellings."""

from __future__ import annotations

import pytest

from crosscheck.compare.entities.respelled import respelled

A, B = frozenset("a"), frozenset("b")


@pytest.mark.parametrize(
    ("left", "right", "sources", "paired"),
    [
        ("kestrel air", "kestrelair", (A, A), True),
        ("new co", "newco", (A, A), False),  # five letters are too few
        ("harbor councils", "harbor council", (A, A), True),
        ("kestrels", "kestrel", (A, A), False),
        ("harbor glass", "harbor glas", (A, A), False),
        ("sin min school", "sin ming school", (A, B), True),
        ("sin min school", "sin ming school", (A, A), False),  # one article has both: two schools
        ("nam wah hall", "nam hwa hall", (A, B), True),
        ("pulau quarl", "quarl island", (A, A), True),
        ("river quarl", "quarl river", (A, A), True),
        ("lake quarl", "quarl river", (A, A), False),
    ],
)
def test_one_name_in_two_spellings(left, right, sources, paired):
    keys = dict(zip((left, right), sources, strict=True))
    places = frozenset(key for key in keys if {"pulau", "river", "lake", "island"} & set(key.split()))
    assert bool(respelled(keys, places)) == paired
