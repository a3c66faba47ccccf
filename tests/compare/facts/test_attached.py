"""Lengths and days that belong to a noun of which each source knows one."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = {
    word: tag
    for tag, words in {
        "NN": "player contract deal window minute ban doping storm roof hearing appeal month lease mill",
        "VBD": "founded signed was struck tore began lasted hit",
        "VBN": "set banned",
        "VBG": "penning",
        "NNP": "oduya tanuiya",
    }.items()
    for word in words.split()
}


def findings(left: str, right: str) -> list[tuple[str, str, tuple[str, ...]]]:
    result = compare([extraction(name, text, (text, None), tags=TAGS) for name, text in (("a", left), ("b", right))])
    every = [*result.discrepancies, *(d for g in result.groups for d in g.discrepancies)]
    return sorted({(str(d.kind), str(d.severity), tuple(sorted(s.text for s in d.spans))) for d in every if d.kind in ("date", "number")})


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Oduya signed a contract of four and a half years.",
            "The window was about to close when Oduya struck a three-and-a-half-year deal.",
            ("number", "substantive", ("four and a half years", "three-and-a-half-year")),
        ),
        (
            "Tanuiya was banned for two years over doping.",
            "Tears ran down, and Tanuiya was hit with a four-year ban.",
            ("number", "substantive", ("four-year", "two years")),
        ),
        (
            "The player who founded the mill in 1988 was fined.",
            "A storm tore the roof off the mill, which was founded in 1989.",
            ("date", "substantive", ("1988", "1989")),
        ),
    ],
)
def test_one_thing_with_two_lengths_or_years_is_substantive(left: str, right: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert findings(left, right) == [expected]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oduya signed a contract of four years.", "Oduya struck a four-year deal."),
        ("Oduya signed a contract of four years after a contract of two years.", "Oduya struck a two-year deal."),
        ("Oduya signed a contract of four years.", "Tanuiya signed a contract of three years."),
        ("Oduya signed a contract of four years.", "Oduya could sign a contract of three years."),
        ("Oduya signed a lease of four years.", "Oduya signed a contract of three years."),
        ("Oduya signed a contract of four years.", "The window was closing when Oduya struck another three-year deal."),
        ("Oduya waited at the mill for two hours.", "Oduya stayed in a storm for three days."),
    ],
)
def test_lengths_of_two_things_and_one_length(left: str, right: str) -> None:
    assert findings(left, right) == []
