"""What one person is to another, and which words for it differ."""

from __future__ import annotations

import pytest

from crosscheck.compare.discrepancies.kinship import kinship_findings
from crosscheck.compare.entities.linking import link_entities
from crosscheck.records import Discrepancy, Extraction, Kind, Severity
from tests.compare.named import named

NAMES = "Bo Quist; Ida Quist; Ann Roe; Quist=Ida Quist"


def about(source: str, text: str) -> Extraction:
    return named(source, text, PERSON=NAMES)


def findings(*texts: str) -> list[Discrepancy]:
    made = [about(f"s{number}", text) for number, text in enumerate(texts)]
    return kinship_findings(link_entities(made), made)


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (
            "Ida Quist came with her husband, Bo Quist.",
            "Ida Quist sings. Her brother-in-law Bo Quist came.",
            {"her husband", "Her brother-in-law"},
        ),
        (
            "Ida Quist and her son Bo Quist left.",
            "Ida Quist and her 30-year-old nephew Bo Quist left.",
            {"her son", "her 30-year-old nephew"},
        ),
        (
            "Ann Roe met Bo Quist, Ida Quist’s brother, there.",
            "Ann Roe met Bo Quist, Ida Quist’s cousin, there.",
            {"Ida Quist’s brother", "Ida Quist’s cousin"},
        ),
        (
            "Ida Quist's late father Bo Quist built it.",
            "Ida Quist owns it.\n\nHer uncle, Bo Quist, built it.",
            {"Ida Quist's late father", "Her uncle"},
        ),
        (
            "Ida Quist married. Bo Quist, 41, her ex-husband, left.",
            "Ida Quist said so. Her husband Bo Quist left.",
            {"her ex-husband", "Her husband"},
        ),
    ],
)
def test_other_kin_is_a_minor_finding(left, right, shown):
    (finding,) = findings(left, right)
    assert (finding.kind, finding.severity) == (Kind.NAME, Severity.MINOR)
    assert {span.text for span in finding.spans} == shown


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ida Quist came with her husband, Bo Quist.", "Ida Quist came with her late husband Bo Quist."),
        ("Ida Quist came with her husband, Bo Quist.", "Ida Quist came with her partner, Bo Quist."),
        ("Ida Quist came with her brother Bo Quist.", "Ida Quist came with her twin brother Bo Quist."),
        ("Ida Quist came with her brother Bo Quist.", "Ida Quist came with Bo Quist."),
        ("Ida Quist came with her husband, Bo Quist.", "Ann Roe came with her brother, Bo Quist."),
        ("Ida Quist came with her husband, Bo Quist.", "Ida Quist came.\n\nIt rained.\n\nHer brother Bo Quist left."),
        ("Ida Quist came with her father. Bo Quist left.", "Ida Quist came with her uncle. Bo Quist left."),
        ("Bo Quist, her husband, came.", "Bo Quist, her brother, came."),
    ],
)
def test_no_other_kin(left, right):
    assert findings(left, right) == []


def test_who_is_both_in_one_source_is_no_finding():
    both = "Ida Quist and her brother Bo Quist came. Ida Quist thanked her twin, Bo Quist."
    assert findings(both, "Ida Quist and her twin Bo Quist came.") == []
