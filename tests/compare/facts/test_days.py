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
