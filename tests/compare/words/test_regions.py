"""Places of which one may lie within the other."""

from __future__ import annotations

import pytest

from crosscheck.compare.groups.units import own_tokens
from crosscheck.compare.words.regions import may_lie_within
from tests.compare.build import extraction


@pytest.mark.parametrize(
    ("left", "right", "text", "expected"),
    [
        ("London", "Britain", "", True),
        ("Kent", "England", "", True),
        ("Scotland", "United Kingdom", "", True),
        ("Peru", "South America", "", True),
        ("Ohio", "Africa", "", True),  # a continent holds what nobody has looked up
        ("Ashford", "Kent", "", True),
        ("Mill Street", "Ashford", "He lives in Mill Street, Ashford.", True),
        ("Selby", "Ashford", "He lives in Ashford and Selby.", False),
        ("London", "Manchester", "", False),
        ("Peru", "Chile", "", False),
        ("Johor", "Singapore", "", False),  # of another country
        ("Kent", "Sussex", "", False),
        ("the north", "London", "", False),
    ],
)
def test_a_place_and_what_it_may_lie_in(left: str, right: str, text: str, expected: bool) -> None:
    sides = [own_tokens(extraction("a", name)) for name in (left, right)]
    assert may_lie_within(sides[0], sides[1], [text]) is may_lie_within(sides[1], sides[0], [text]) is expected


def test_a_street_is_of_another_size_than_a_town() -> None:
    assert may_lie_within(*(own_tokens(extraction("a", name)) for name in ("Mill Street", "Ashford")), [])
    assert not may_lie_within(*(own_tokens(extraction("a", name)) for name in ("Mill Street", "Oak Avenue")), [])
