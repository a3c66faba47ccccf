"""Which offices of one person differ between two sources, and which are one."""

from __future__ import annotations

import pytest

from crosscheck.compare.discrepancies.officers import officer_findings
from crosscheck.compare.entities.linking import link_entities
from crosscheck.records import Discrepancy, Extraction, Kind, Severity
from tests.compare.named import named


def findings(*extractions: Extraction) -> list[Discrepancy]:
    return officer_findings(link_entities(extractions), extractions)


def about(source: str, text: str) -> Extraction:
    return named(source, text, PERSON="Walter Price")


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("CEO Walter Price came.", "Kestrel president Walter Price came.", {"CEO", "president"}),
        (
            "Walter Price, Kestrel’s chief executive, came.",
            "Walter Price, its finance director, came.",
            {"chief executive", "finance director"},
        ),
        ("Walter Price, the former CEO of Kestrel, came.", "former COO Walter Price came.", {"CEO", "COO"}),
        (
            "Walter Price, managing director of Kestrel, came.",
            "Walter Price, chairman of Kestrel, came.",
            {"managing director", "chairman"},
        ),
    ],
)
def test_other_offices_of_one_person_are_a_minor_finding(left, right, shown):
    (finding,) = findings(about("a", left), about("b", right))
    assert (finding.kind, finding.severity) == (Kind.NAME, Severity.MINOR)
    assert {span.text for span in finding.spans} == shown


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("CEO Walter Price came.", "Walter Price, chief executive officer of Kestrel, came."),
        ("Walter Price, chairman and CEO of Kestrel, came.", "CEO Walter Price came."),
        ("CEO Walter Price came.", "President Walter Price came."),
        ("Kestrel CEO Walter Price came.", "Walter Price, the chairman of Harbour Trust, came."),
        ("former CEO Walter Price came.", "Walter Price, chairman of Kestrel, came."),
        ("Walter Price, the former Kestrel CEO, came.", "Walter Price, chairman of Kestrel, came."),
        ("chairman Walter Price came.", "president Walter Price came."),
        ("Walter Price came. The CEO of Kestrel stayed.", "chairman Walter Price came."),
        ("Walter Price told Ann Lee, the CEO of Kestrel, so.", "Walter Price, its chairman, came."),
    ],
)
def test_no_other_office(left, right):
    assert findings(about("a", left), about("b", right)) == []


def test_years_apart_somebody_has_another_office():
    from dataclasses import replace

    a, b = about("a", "CEO Walter Price came."), about("b", "Walter Price, its chairman, came.")
    late = replace(b, article=replace(b.article, published="2021-05-01"))
    assert findings(replace(a, article=replace(a.article, published="2019-05-01")), late) == []
