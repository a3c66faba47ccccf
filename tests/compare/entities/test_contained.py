"""Of two names one holds the other: one body or two, by what the longer one adds and where both stand."""

from __future__ import annotations

import pytest

from crosscheck.compare.entities.contained import firm_heads, firms, owned

A, B, AB = frozenset("a"), frozenset("b"), frozenset("ab")


@pytest.mark.parametrize(
    ("keys", "paired"),
    [
        ({"us coast guard": A, "coast guard": A}, True),  # one article has both
        ({"us coast guard": A, "coast guard": B}, False),  # it may be another country's
        ({"swiss federal criminal court": A, "federal criminal court": B}, True),  # three words are hardly another's
        ({"labor democratic party": A, "democratic party": A}, False),
        ({"singapore democratic party": A, "democratic party": A}, False),  # a party of a country is another one
        ({"quarl school of computing": A, "quarl": A, "school of computing": AB}, False),
        ({"quarl school of computing": A, "quarl": AB, "school of computing": AB}, True),
        ({"quarl school of computing": A, "tarn school of computing": A, "quarl": AB, "school of computing": AB}, False),
        ({"watchdog arq": A, "arq": B}, True),
        ({"former harbor party": A, "harbor party": B}, True),
        ({"northport times square": A, "times square": A}, True),
        ({"texas supreme court": A, "supreme court": A}, False),  # the nation has one as well
    ],
)
def test_a_longer_name_says_whose_the_shorter_one_is(keys, paired):
    assert bool(owned(keys, frozenset({"northport", "texas"}), frozenset({"arq", "quarl"}))) == paired


@pytest.mark.parametrize(
    ("keys", "paired"),
    [
        ({"kestrel coffee": A, "kestrel": A}, True),
        ({"kestrel coffee": A, "kestrel": B}, False),  # what business it is in does not tell it from another Kestrel
        ({"kestrel holdings": A, "kestrel": B}, True),  # that it is a firm does, for a rare word
        ({"summer holdings": A, "summer": B}, False),
        ({"kst bank": A, "kst": B}, True),
        ({"wren consultancy services": A, "wren consultancy": B}, True),
        ({"wren investments holdings": A, "wren investment": B}, True),
        ({"kestrel coffee": A, "kestrel steel": A, "kestrel": A}, False),
        ({"kestrel airport group": A, "kestrel airport": A}, False),
        ({"kestrel appeal": A, "kestrel": A}, False),
    ],
)
def test_a_firm_is_called_by_the_beginning_of_its_name(keys, paired):
    assert bool(firms(keys, frozenset(), frozenset({"kst"}))) == paired


def test_the_beginnings_of_firms():
    assert firm_heads(["kestrel steel holdings", "northport airport group", "harbor council"]) == {"kestrel", "kestrel steel"}
