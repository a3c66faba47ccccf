"""What a quotation leaves out behind the words that it keeps, and what stands at its very beginning."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.discrepancies.merging import absorb, is_one
from crosscheck.records import Discrepancy, Evidence, Kind, Severity
from tests.compare.build import extraction

TAGS = {
    word: tag
    for tag, words in {
        "DT": "the a any",
        "IN": "in of for by before at from if",
        "PRP": "we they i it them he him",
        "MD": "will may can",
        "VBP": "expect regret do respect agree think",
        "VBD": "did was put",
        "VB": "rule expect help go",
        "VBN": "breached",
        "CC": "but and",
        "RB": "not out",
        "TO": "to",
        "NN": "ferry bench summer season crew pilot terms licence council",
        "NNS": "losses fares berths",
    }.items()
    for word in words.split()
}


def found(full: str, short: str, *, after: str = "") -> list[tuple[str, str, list[str]]]:
    made = [
        extraction("a", f'Ann Lee said: "{full}"', (full, "Ann Lee"), tags=TAGS),
        extraction("b", f'Ann Lee said: "{short}"{after}', (short, "Ann Lee"), tags=TAGS),
    ]
    return [(str(d.kind), str(d.severity), [s.text for s in d.spans]) for g in compare(made).groups for d in g.discrepancies]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("but I can not rule them out", True),
        ("but they may come back in winter", True),
        ("although the council does not think so", True),
        ("and the crew of the ferry is glad", False),
        ("but the crew of the ferry is glad", False),
    ],
)
def test_a_clause_that_takes_back_what_was_kept_is_missed(rest: str, expected: bool) -> None:
    kept = "We expect fewer losses of berths for the pilots of Kessou this summer"
    told = found(f"{kept}, {rest}.", f"{kept}.")
    assert told == ([("omission", "substantive", [rest, ""])] if expected else [])


def test_a_dropped_condition_is_told_with_the_doubt_that_was_dropped_with_it() -> None:
    full = "The pilots may have breached the terms of the licence, and if they have, we will help the council."
    short = "The pilots have breached the terms of the licence, and we will help the council."
    assert [(kind, severity) for kind, severity, _ in found(full, short)] == [("strength", "substantive")]


def test_a_condition_dropped_alone_is_an_omission() -> None:
    full = "The pilots will go to the council in winter, and if they do, we will help the crew of the ferry."
    short = "The pilots will go to the council in winter, and we will help the crew of the ferry."
    assert [(kind, severity) for kind, severity, _ in found(full, short)] == [("omission", "substantive")]


def test_a_denial_at_the_very_beginning_is_found() -> None:
    full = "We put the ferry of Kessou to sea for the pilots, and for the old crew from Tarvia."
    short = "We did not put the ferry of Kessou to sea for the pilots"
    assert [(kind, severity) for kind, severity, _ in found(full, short)] == [("negation", "substantive")]


def finding(kind: Kind, *spans: tuple[str, int, str]) -> Discrepancy:
    return make_finding(Judgement(kind, Severity.MINOR, ""), [Evidence(s, None, at, at + len(words), words) for s, at, words in spans])


LATER = (("c", 9, "plans to later extend"),)


@pytest.mark.parametrize(
    ("kind", "one", "other", "expected"),
    [
        (Kind.NEGATION, (("a", 9, "not valid"), ("b", 3, "valid")), (("a", 9, "not"), ("c", 5, "")), True),
        (Kind.NEGATION, (("a", 9, "not valid"), ("b", 3, "valid")), (("a", 40, "not sold"), ("b", 50, "sold")), False),
        (Kind.STRENGTH, (("a", 9, "may close"), ("b", 3, "will")), (("a", 9, "may"), ("c", 5, "will close")), True),
        (Kind.STRENGTH, (("a", 9, "plans to extend"), ("b", 3, "will be extended")), (*LATER, ("d", 3, "will extend")), True),
        (Kind.STRENGTH, (("a", 9, "plans to close"), ("b", 3, "will be closed")), (*LATER, ("d", 3, "will extend")), False),
        (Kind.STRENGTH, (("a", 9, "may"), ("b", 3, "will")), (("c", 9, "may"), ("d", 3, "will")), False),
    ],
)  # fmt: skip
def test_one_cause_is_one_finding(
    kind: Kind, one: tuple[tuple[str, int, str], ...], other: tuple[tuple[str, int, str], ...], expected: bool
) -> None:
    pair = finding(kind, *one), finding(kind, *other)
    assert is_one(*pair) is is_one(*pair[::-1]) is expected
    inside, across = absorb([[pair[0]]], [pair[1]])
    assert sum(map(len, inside)) + len(across) == (1 if expected else 2)


def test_a_lone_mark_of_omission_is_shown_with_the_word_behind_it() -> None:
    full = "We respect the pilots. They will help the crew of the ferry in the season."
    short = "We respect the pilots … They will help the crew of the ferry in the season."
    assert found(full, short) == [("ellipsis", "minor", ["They", "… They"])]


def test_what_a_mark_stands_for_is_one_finding_with_the_mark() -> None:
    full = "a reward for the pilots or for the support of any captain in the season of Kessou"
    short = "a reward for the pilots … or in the season of Kessou"
    assert [(kind, severity) for kind, severity, _ in found(full, short)] == [("ellipsis", "minor")]
