"""Two people of one surname for one deed."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = {"defeated": "VBD", "chair": "VB", "ferry": "NN", "committee": "NN", "sang": "VBD", "ann": "NNP", "eve": "NNP", "lee": "NNP"}


@pytest.mark.parametrize(
    ("right", "told"),
    [
        ("Eve Lee defeated Bo Ek by two votes and will chair the ferry committee.", True),
        ("Eve Lee sang for the crews of the harbour on Sunday.", False),
        ("Eve Lee, sister of Ann Lee, defeated Bo Ek and will chair the ferry committee.", False),
    ],
)
def test_one_deed_of_two_people_of_one_surname(right: str, told: bool) -> None:
    left = "Ann Lee defeated Bo Ek and will chair the ferry committee."
    made = [extraction("a", left, (left, None), (left[:7], "Ann Lee"), tags=TAGS)]
    said = [(right, None), (right[:7], "Eve Lee"), *([("Ann Lee", "Ann Lee")] if "Ann" in right else [])]
    made.append(extraction("b", right, *said, tags=TAGS))
    names = [d for d in compare(made).discrepancies if d.kind == "name"]
    assert [[s.text for s in d.spans] for d in names] == ([["Ann Lee", "Eve Lee"]] if told else [])


@pytest.mark.parametrize(
    ("left", "right", "severity"), [("Yap Wan Ling", "Yap Wang Ling", "minor"), ("Ann Lee", "Anna Lee", "substantive")]
)
def test_a_letter_more_is_a_slip_in_a_chinese_name_alone(left: str, right: str, severity: str) -> None:
    words = "defeated Bo Ek and will chair the ferry committee."
    made = [
        extraction(s, f"{n} {words}", (f"{n} {words}", None), (n, n), tags=TAGS | {w.lower(): "NNP" for w in n.split()})
        for s, n in (("a", left), ("b", right))
    ]
    assert [d.severity for d in compare(made).discrepancies if d.kind == "name"] == [severity]
