"""What looks different and is not: pronouns for nouns, words moved, other sentences, other people's figures, deeds done again.

Beside each silence, or minor finding, stands the substantive one that is still found.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.discrepancies.merging import absorb
from crosscheck.records import Discrepancy, Evidence, Kind, Mention, Severity
from tests.compare.build import extraction

TAGS = (
    dict.fromkeys("the a".split(), "DT")
    | dict.fromkeys("crew ferry harbour mayor rate deal grain".split(), "NN")
    | dict.fromkeys("they it".split(), "PRP")
    | dict.fromkeys("meet apologised".split(), "VBD")
    | dict.fromkeys("approved closed".split(), "VBN")
    | {"pays": "VBZ", "poses": "VBZ", "provided": "VBN", "by": "IN", "of": "IN", "in": "IN", "campaign": "NN", "press": "NN", "smear": "NN"}
)


def quoted(left: str, right: str, other: str = "Ann Lee") -> list[tuple[str, str]]:
    """(kind, severity) of what differs between two quotations."""
    a = extraction("a", f'Ann Lee said: "{left}"', (left, "Ann Lee"), tags=TAGS)
    b = extraction("b", f'{other} said: "{right}"', (right, other), tags=TAGS)
    result = compare([a, b])
    return [(str(d.kind), str(d.severity)) for g in result.groups for d in g.discrepancies]


def narrated(left: str, right: str) -> list[tuple[str, str]]:
    made = [extraction(name, text, (text, None), tags=TAGS) for name, text in (("a", left), ("b", right))]
    result = compare(made)
    return [(str(d.kind), str(d.severity)) for d in (*(d for g in result.groups for d in g.discrepancies), *result.discrepancies)]


ASKED = "Many passengers asked what had happened, but {} kept saying it was due to the weather."


@pytest.mark.parametrize(
    ("noun", "severity"),
    [("the crew", "minor"), ("the ferry crew", "minor"), ("nobody on the ferry", "substantive")],
)
def test_a_pronoun_for_its_noun_is_minor(noun: str, severity: str) -> None:
    assert [found for _, found in quoted(ASKED.format("they"), ASKED.format(noun))] == [severity]


PRESS = "Calling out the harbour board meant a conditional warning and a {}."


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("press smear campaign", "smear campaign in the press", [("wording", "minor")]),
        ("press smear campaign", "smear campaign", [("omission", "substantive")]),
    ],
)
def test_words_that_stand_elsewhere_in_the_sentence_are_not_dropped(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert quoted(PRESS.format(left), PRESS.format(right)) == expected


@pytest.mark.parametrize(("word", "expected"), [("handbills", []), ("posters", [("wording", "substantive")])])
def test_a_plural_is_inflection(word: str, expected: list[tuple[str, str]]) -> None:
    page = "The council never paid for a single {} in that long and bitter campaign."
    found = quoted(page.format("handbill"), page.format(word))
    assert [f for f in found if f[1] == "substantive"] == expected


def test_what_is_provided_by_somebody_conditions_nothing() -> None:
    fuller = "You repeat the misleading stories provided by Cy Orr of Kessou, who poses as a hunted rebel"
    assert quoted(fuller, "Cy Orr of Kessou, who poses as a hunted rebel") == []
    condition = "The ferry stays in the harbour unless Cy Orr of Kessou pays the whole of the bill"
    assert quoted(condition, "Cy Orr of Kessou pays the whole of the bill") == [("omission", "substantive")]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("In Kessou they saw the unapproved grain.", "In Kessou the grain was approved.", ["negation"]),
        ("In Kessou they saw the unapproved grain.", "In Tarvia the grain was approved.", []),
    ],
)
def test_a_property_of_another_place_is_denied_by_nobody(left: str, right: str, expected: list[str]) -> None:
    tags = TAGS | {"unapproved": "JJ", "was": "VBD"}
    made = []
    for name, text in (("a", left), ("b", right)):
        plain = extraction(name, text, (text, None), tags=tags)
        made.append(replace(plain, mentions=(Mention(name, 3, 9, text[3:9], "GPE", text[3:9]),)))
    assert [str(d.kind) for d in compare(made).discrepancies] == expected


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        ("The mayor and the harbour crew meet on Monday.", "The mayor and the harbour crew meet on Tuesday.", True),
        ("The mayor and the harbour crew meet on Monday.", "The mayor and the harbour crew meet on Thursday.", False),
        ("The mayor apologised to the harbour crew on Monday.", "The mayor apologised to the harbour crew on Thursday.", True),
        ("The mayor apologised to the harbour crew on Monday.", "The mayor apologised again to the harbour crew on Thursday.", False),
    ],
)
def test_what_is_done_often_may_be_done_on_two_days(left: str, right: str, days: bool) -> None:
    made = [extraction(name, text, tags=TAGS) for name, text in (("a", left), ("b", right))]
    assert [str(d.kind) for d in compare(made).discrepancies] == (["date"] if days else [])


COUNTED = "Rangers counted {} in the hills of Kessou {}."


@pytest.mark.parametrize(
    ("left", "right", "severities"),
    [
        ("in 2024", "in 2024", ["substantive"]),
        ("in 2024", "in May 2024", []),
        ("in 2024", "", ["substantive"]),
    ],
)
def test_counts_of_other_spans_of_time_are_no_conflict(left: str, right: str, severities: list[str]) -> None:
    found = narrated(COUNTED.format("1054 wild goats", left), COUNTED.format("820 wild goats", right))
    assert [severity for kind, severity in found if kind == "number"] == severities


def strength(*spans: tuple[str, str]) -> Discrepancy:
    return make_finding(Judgement(Kind.STRENGTH, Severity.SUBSTANTIVE, ""), [Evidence(s, None, 10, 10 + len(w), w) for s, w in spans])


def test_what_a_finding_with_more_sources_tells_is_told_once() -> None:
    fuller = strength(("a", "could rise"), ("b", "will rise"), ("c", "could rise"))
    part, other = strength(("a", "could"), ("b", "will")), strength(("d", "must"), ("e", "may"))
    assert absorb([[fuller], [part, other]], []) == ([[fuller], [other]], [])


def test_a_figure_of_the_speaker_is_not_of_those_he_speaks_of() -> None:
    tags = TAGS | {"paid": "VBD", "his": "PRP$"}
    left = extraction(
        "a",
        "The Lindqvists paid a tax rate of 36 percent in Kessou.",
        ("The Lindqvists paid a tax rate of 36 percent in Kessou.", None),
        tags=tags,
    )
    own = "he paid his tax rate of 38 percent in Kessou"
    same = "the Lindqvists paid a tax rate of 38 percent in Kessou"
    for words, kinds in ((own, []), (same, ["number"])):
        right = extraction("b", f"Cy Orr said {words}.", (words, "Cy Orr"), tags=tags)
        result = compare([left, right])
        assert [str(d.kind) for d in (*(d for g in result.groups for d in g.discrepancies), *result.discrepancies)] == kinds
