"""One figure told more or less precisely is told once, and only where a source differs from another."""

from __future__ import annotations

import pytest

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.discrepancies.merging import absorb
from crosscheck.records import Discrepancy, Evidence, Kind, Severity


def figure(*told: tuple[str, int, str], severity: Severity = Severity.MINOR) -> Discrepancy:
    """A finding that shows words at an offset of a source."""
    return make_finding(Judgement(Kind.NUMBER, severity, ""), [Evidence(s, None, at, at + len(words), words) for s, at, words in told])


FIRST = figure(("a", 0, "over $14,000"), ("b", 0, "$14,000"))


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        (figure(("a", 90, "more than $14,000"), ("b", 90, "$14,000")), False),
        (figure(("a", 90, "more than $14,000"), ("b", 90, "$14K")), False),
        (figure(("a", 90, "some 14 thousand"), ("b", 90, "14,000")), False),
        (figure(("a", 90, "over $15,000"), ("b", 90, "$15,000")), True),
        (figure(("a", 90, "$14,000"), ("b", 90, "$41,000"), severity=Severity.SUBSTANTIVE), True),
        (figure(("a", 90, "$15,000"), ("a", 190, "over $15,000")), False),
        (figure(("a", 90, "$15,000"), ("a", 190, "$51,000"), severity=Severity.SUBSTANTIVE), True),
    ],
)
def test_a_figure_is_told_once(second: Discrepancy, kept: bool) -> None:
    assert absorb([], [FIRST, second])[1] == ([FIRST, second] if kept else [FIRST])
