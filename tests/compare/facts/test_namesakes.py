"""Two people of one surname for one deed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.records import Extraction, Mention
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
    ("left", "right", "severity"),
    [("Yap Wan Ling", "Yap Wang Ling", "minor"), ("Ann Lee", "Anna Lee", "substantive"), ("Fatoumata Lee", "Fatimata Lee", "minor")],
)
def test_a_letter_more_is_a_slip_in_a_chinese_name_alone(left: str, right: str, severity: str) -> None:
    words = "defeated Bo Ek and will chair the ferry committee."
    made = [
        extraction(s, f"{n} {words}", (f"{n} {words}", None), (n, n), tags=TAGS | {w.lower(): "NNP" for w in n.split()})
        for s, n in (("a", left), ("b", right))
    ]
    assert [d.severity for d in compare(made).discrepancies if d.kind == "name"] == [severity]


def about(source: str, text: str, body: str, tags: dict[str, str]) -> Extraction:
    start = text.index(body)
    made = extraction(source, text, (text, None), tags=tags)
    return replace(made, mentions=(Mention(source, start, start + len(body), body, "ORG", body),))


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("Elm Street Youth Centre", "Elm Street Youth Club", True),
        ("Elm Street Youth Centre", "Elm Street Covered Youth Centre", True),
        ("Elm Street East Court", "Elm Street West Court", False),
        ("Elm Street Primary School", "Elm Street Secondary School", False),
        ("Elm Street Youth Club", "Oak Street Youth Club", False),
        ("Ministry of Home Affairs", "Ministry of Port Affairs", False),
        ("Elm Street Block 21", "Elm Street Block 22", False),
        ("Elm Street Youth Club", "Elm Street Youth Clubs", False),
    ],
)
def test_a_body_named_by_one_other_word(left: str, right: str, told: bool) -> None:
    tags = {"rebuilt": "VBN", "fire": "NN", "volunteers": "NNS", "harbour": "NN", "flooded": "VBN"}
    words = "was rebuilt by volunteers of the harbour after a fire and flooded."
    made = [about(s, f"The {n} {words}", n, tags) for s, n in (("a", left), ("b", right))]
    names = [d for d in compare(made).discrepancies if d.kind == "name"]
    assert [[s.text for s in d.spans] for d in names] == ([[left, right]] if told else [])


def test_two_bodies_told_of_in_other_words_are_two() -> None:
    a = about("a", "The Elm Street Youth Centre was rebuilt.", "Elm Street Youth Centre", {})
    b = about("b", "The Elm Street Youth Club lost.", "Elm Street Youth Club", {})
    assert compare([a, b]).discrepancies == ()


def test_a_letter_more_in_a_chinese_name_needs_no_deed() -> None:
    tags = dict.fromkeys(("yap", "wan", "wang", "ling"), "NNP") | {"harbour": "NN", "ferry": "NN"}
    said = (("a", "Yap Wan Ling", "leads the harbour ferry."), ("b", "Yap Wang Ling", "saw the harbour ferry."))
    made = [extraction(s, f"{n} {words}", (f"{n} {words}", None), (n, n), tags=tags) for s, n, words in said]
    names = [d for d in compare(made).discrepancies if d.kind == "name"]
    assert [(d.severity, [s.text for s in d.spans]) for d in names] == [("minor", ["Yap Wan Ling", "Yap Wang Ling"])]
