"""Bare dollars beside S$ and A$: one sum with another value is found, one sum at two rates is not."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

PAGE = "The new bridge over the harbour in Kessou cost {}."


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("$340 million", "S$374 million", [["$340 million", "S$374 million"]]),
        ("$374 million", "S$374 million", []),
        ("$280 million", "S$374 million", []),
        ("US$340 million", "S$374 million", []),
        ("$60 million", "HK$470 million", []),
    ],
    ids=["another-sum", "one-sum", "a-rate", "two-countries", "another-rate"],
)
def test_a_bare_dollar_is_the_dollar_of_the_event(ours: str, theirs: str, expected: list[list[str]]) -> None:
    made = [extraction(name, PAGE.format(sum_), (PAGE.format(sum_), None)) for name, sum_ in (("a", ours), ("b", theirs))]
    result = compare(made)
    found = [*(d for g in result.groups for d in g.discrepancies), *result.discrepancies]
    assert [[s.text for s in d.spans] for d in found if d.kind == "number"] == expected


def test_a_source_with_both_leaves_its_bare_dollars_open() -> None:
    both = "The new bridge over the harbour in Kessou cost $340 million. The tolls are S$2 million a year."
    made = [
        extraction("a", both, ("The new bridge over the harbour in Kessou cost $340 million.", None)),
        extraction("b", PAGE.format("S$374 million"), (PAGE.format("S$374 million"), None)),
    ]
    assert not [d for g in compare(made).groups for d in g.discrepancies if d.kind == "number"]
