"""A day that one source gives as the time of a deed and another as the latest time for it."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = {"gates": "NNS", "dam": "NN", "harbour": "NN", "finished": "VBN", "engineers": "NNS", "closed": "VBN", "to": "TO"}
ON = "The new gates of the dam above the harbour will be finished on May 12."
BY = "Engineers expect that the new gates of the dam above the harbour will be finished by May 12."


def findings(left: str, right: str) -> list[tuple[str, str, set[str]]]:
    result = compare([extraction("a", left, (left, None), tags=TAGS), extraction("b", right, (right, None), tags=TAGS)])
    every = [*result.discrepancies, *(d for g in result.groups for d in g.discrepancies)]
    return [(str(d.kind), str(d.severity), {s.text for s in d.spans}) for d in every if d.kind == "date"]


def test_on_a_day_and_by_a_day_is_a_minor_finding() -> None:
    assert findings(ON, BY) == [("date", "minor", {"on May 12", "by May 12"})]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (ON, ON.replace("May 12", "12 May")),
        (BY, BY),
        ("The harbour was closed on May 12.", BY),
        (ON.replace("will be", "will not be"), BY),
    ],
)
def test_no_deadline(left: str, right: str) -> None:
    assert findings(left, right) == []


def test_a_source_that_says_both_contradicts_nobody() -> None:
    both = ON + " " + BY
    a = extraction("a", both, (ON, None), (BY, None), tags=TAGS)
    assert not [d for d in compare([a, extraction("b", BY, (BY, None), tags=TAGS)]).discrepancies if d.kind == "date"]
