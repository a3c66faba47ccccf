"""Findings between statements in the sources' own words: negation, strength, figures, days, places."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.records import Comparison
from tests.compare.build import extraction


def told(left: str, right: str) -> Comparison:
    """Two sources, each with one narrated statement."""
    return compare([extraction("a", left, (left, None)), extraction("b", right, (right, None))])


def findings(result: Comparison) -> list[tuple[str, str, list[str]]]:
    """(kind, severity, words of each side), groups first."""
    every = [*(d for g in result.groups for d in g.discrepancies), *result.discrepancies]
    return [(str(d.kind), str(d.severity), [s.text for s in d.spans]) for d in every]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "The night buses of the city will run.",
            "The night buses of the city will not run.",
            ("negation", "substantive", ["", "not"]),
        ),
        (
            "Two people died in the northern town of Kessou.",
            "Two people died in the southern town of Kessou.",
            ("place", "substantive", ["northern", "southern"]),
        ),
        (
            "The council will cut the budget for parks.",
            "The council may cut the budget for parks.",
            ("strength", "substantive", ["will", "may"]),
        ),
        (
            "The recall took cheese from 320 shops in Wales.",
            "The recall took cheese from 230 shops in Wales.",
            ("number", "substantive", ["320", "230"]),
        ),
        (
            "The recall took cheese from 320 shops in Wales.",
            "The recall took cheese from about 320 shops in Wales.",
            ("number", "minor", ["320", "about 320"]),
        ),
        (
            "The minister apologised to the workers on Friday.",
            "The minister apologised to the workers on Saturday.",
            ("date", "substantive", ["Friday", "Saturday"]),
        ),
        (
            "A guard was shot at Lome Airport after the robbery.",
            "A guard was shot outside Lome Airport after the robbery.",
            ("place", "substantive", ["at Lome Airport", "outside Lome Airport"]),
        ),
    ],
)
def test_one_difference_is_one_finding(left: str, right: str, expected: tuple[str, str, list[str]]) -> None:
    assert findings(told(left, right)) == [expected]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("He said the team could win the cup.", "The team can win the cup, he said."),
        ("The town has 12 schools and 3 parks.", "The town has twelve schools and three parks."),
        ("Lines 1, 2 and 4 will not run on Monday.", "Night buses will run on Monday."),
        ("Paid and unpaid advertisements must be declared.", "Paid advertisements must be declared."),
        ("The ferry carried 214 passengers and 12 crew.", "The ferry carried 214 passengers."),
        ("He will wear the number 5 shirt.", "He will wear No. 5."),
        ("Old fishing boats above 250 tonnes must be registered.", "A cap on old fishing boats above 250 tonnes that can be registered."),
    ],
)
def test_where_nothing_differs_nothing_is_found(left: str, right: str) -> None:
    assert findings(told(left, right)) == []


def test_figures_that_one_source_tells_both_count_different_things() -> None:
    a = extraction(
        "a",
        "The zoo charges 20 dollars for adults and 10 dollars for children.",
        ("The zoo charges 20 dollars for adults and 10 dollars for children.", None),
    )
    b = extraction("b", "The zoo charges 10 dollars for children.", ("The zoo charges 10 dollars for children.", None))
    assert findings(compare([a, b])) == []


def test_what_was_asked_is_no_claim() -> None:
    asked = "whether the mayor would close the old bridge"
    a = extraction("a", f"Reporters asked {asked}.", (asked, "reporters"))
    b = extraction("b", "The mayor would not close the old bridge.", ("The mayor would not close the old bridge.", None))
    assert findings(compare([a, b])) == []


def test_several_sources_with_one_figure_and_one_with_another_are_one_finding() -> None:
    said = [("a", "5,000"), ("b", "5,000"), ("c", "5,000"), ("d", "500")]
    made = [
        extraction(s, f"The storm left {n} homes in Dunmore without power.", (f"The storm left {n} homes in Dunmore without power.", None))
        for s, n in said
    ]
    found = findings(compare(made))
    assert [(kind, severity) for kind, severity, _ in found] == [("number", "substantive")]
    assert len(found[0][2]) == 4


def test_a_source_that_tells_both_figures_with_a_hedge_is_in_no_conflict() -> None:
    one = "Cool paint will be tried on 130 blocks in the estate."
    some, done = "Cool paint will be tried on some 130 blocks in the estate.", "Cool paint is on 88 blocks in the estate."
    result = compare([extraction("a", one, (one, None)), extraction("b", f"{some} {done}", (some, None), (done, None))])
    assert "substantive" not in [severity for _, severity, _ in findings(result)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Turnout was 71 percent.", "Turnout was just over 70 percent.", [("number", "minor", ["71 percent", "just over 70 percent"])]),
        ("The union won 61 percent of the seats.", "Rain fell on 48 percent of the days.", []),
        ("The fleet runs 18 ferries from the pier.", "The average of the fleet was 14 ferries from the pier.", []),
    ],
)
def test_figures_of_one_thing_over_the_event(left: str, right: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert findings(told(left, right)) == expected


def test_a_third_figure_joins_the_finding_that_shows_the_other_two() -> None:
    texts = {
        "a": "Observers said that 27 polling stations had opened late.",
        "b": "Observers said that 72 polling stations had opened late.",
        "c": "After heavy rain 31 polling stations opened late.",
    }
    tags = {"stations": "NNS", "polling": "NN", "opened": "VBD"}
    found = findings(compare([extraction(s, text, (text, None), tags=tags) for s, text in texts.items()]))
    assert found == [("number", "substantive", ["27", "72", "31"])]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Every ferry of the island, however small, carries the children.",
            "Every ferry of the island, no matter how small, carries the children.",
        ),
        (
            "The pier runs its drills outside operational hours on weekdays.",
            "The pier runs its drills during non-operational hours on weekdays.",
        ),
        ("The island will send three ferries to the pier.", "The island will send no more than three ferries to the pier."),
    ],
)
def test_words_that_negate_nothing(left: str, right: str) -> None:
    assert not any(kind == "negation" for kind, _, _ in findings(told(left, right)))
