"""Denials and affirmations that can both hold."""

from __future__ import annotations

import pytest

from crosscheck.compare.groups.units import own_tokens
from crosscheck.compare.words.compatible import can_both_hold
from tests.compare.build import extraction

TAGS = {"firms": "NNS", "small": "JJ", "large": "JJ", "may": "MD"}


@pytest.mark.parametrize(
    ("denied", "affirmed", "expected"),
    [
        ("The gates were not opened until Monday.", "The gates were opened on Monday.", True),
        ("The gates were not opened on Monday.", "The gates were opened on Tuesday.", True),
        ("The gates will not open this summer.", "The gates will open next summer.", True),
        ("The rule is not for small firms.", "The rule is for large firms.", True),
        ("The gates were not opened on Monday.", "The gates were opened on Monday.", False),
        ("The gates were not opened.", "The gates were opened on Monday.", False),
        ("The gates may not open on Monday.", "The gates may open.", False),
        ("The rule is not for small firms.", "The rule is for firms.", False),
    ],
)
def test_other_times_and_other_sorts(denied: str, affirmed: str, expected: bool) -> None:
    sides = [own_tokens(extraction("a", text, tags=TAGS)) for text in (denied, affirmed)]
    assert can_both_hold(sides[0], sides[1]) is can_both_hold(sides[1], sides[0]) is expected
