"""Days of deeds, in the words that introduce a statement as well."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = {"apologised": "VBD", "opened": "VBN", "resigned": "VBD", "letter": "NN", "gates": "NNS", "dam": "NN", "harbour": "NN", "to": "TO"}


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        ("The pilot apologised on Friday for a letter to the harbour.", "The man apologised Saturday for the letter to the harbour.", True),
        ("The gates of the dam were opened on Tuesday.", "After the storm the gates of the dam were opened on Wednesday.", True),
        (
            "The pilot resigned on Friday over a letter to the harbour.",
            "The pilot apologised Saturday for a letter to the harbour.",
            False,
        ),
        ("Bo Ek apologised on Friday for a letter to the harbour.", "Cy Orr apologised Saturday for a letter to the harbour.", False),
    ],
)
def test_one_deed_on_two_days(left: str, right: str, days: bool) -> None:
    tags = TAGS | {"bo": "NNP", "cy": "NNP"}
    result = compare([extraction("a", left, tags=tags), extraction("b", right, tags=tags)])
    assert [(str(d.kind), str(d.severity)) for d in result.discrepancies] == ([("date", "substantive")] if days else [])


def test_a_source_that_gives_both_days_is_in_no_conflict() -> None:
    a = "The gates of the dam were opened on Tuesday."
    b = "The gates of the dam were opened on Wednesday. On Tuesday the gates of the dam were opened for an hour."
    assert compare([extraction("a", a, tags=TAGS), extraction("b", b, tags=TAGS)]).discrepancies == ()


def test_a_stage_that_follows_is_no_other_day_of_the_deed() -> None:
    tags = TAGS | {"jailed": "VBN", "began": "VBD", "serving": "VBG", "term": "NN", "fraud": "NN", "was": "VBD"}
    a = "The pilot was jailed on Tuesday for fraud at the harbour dam. The pilot began the term on Friday."
    b = "The pilot was jailed on Friday for fraud at the harbour dam."
    jailed = compare([extraction("a", a, tags=tags), extraction("b", b, tags=tags)]).discrepancies
    alone = compare([extraction("a", a.split(". ")[0] + ".", tags=tags), extraction("b", b, tags=tags)]).discrepancies
    assert ([str(d.kind) for d in jailed], [str(d.kind) for d in alone]) == ([], ["date"])
