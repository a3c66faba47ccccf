"""Patterns that begin with a capital or a figure are found where a search finds them."""

import re

import pytest

from crosscheck.compare.values.starts import FIGURE, Starts


@pytest.mark.parametrize(
    "text",
    ["On May 3, and May 4.", "MayMay May", "3 May 2020/21-22", "AMay2020 ٣ May", "", "_May 12a34", "Mayéb 5"],
)
def test_the_same_as_a_search(text):
    for pattern, begins in ((re.compile(r"\bMay(?: \d+)?"), ("May",)), (re.compile(r"(?<!\d)\d+"), FIGURE)):
        expected = [match.span() for match in pattern.finditer(text)]
        assert [match.span() for match in Starts(text).matches(pattern, begins)] == expected
