"""One deed told with other certainty, in statements that no group holds together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare.facts.certainty import certainty_findings
from crosscheck.compare.groups.units import own_tokens
from crosscheck.compare.words.weights import default_weights
from crosscheck.records import Speaker, TextSpan
from tests.compare.build import extraction

TAGS = {
    word: tag
    for tag, words in {
        "NN": "board quarantine island fear letter note closure spring harbour",
        "VBZ": "lifts has is rains",
        "VBD": "lifted had suggested announced",
        "VB": "lift",
        "MD": "may will",
        "DT": "the a an",
        "VBN": "planned decided",
        "TO": "to",
        "VBG": "lifting considering growing being",
        "IN": "after in on if so that until",
        "RB": "never partly briefly",
        "JJ": "old imminent similar",
        "NNP": "march",
    }.items()
    for word in words.split()
}


def strength(left: str, right: str) -> list[list[str]]:
    made = [extraction(name, text, (text, None), tags=TAGS) for name, text in (("a", left), ("b", right))]
    found = certainty_findings([(x, own_tokens(x)) for x in made], default_weights())
    assert {str(d.kind) for d in found} <= {"strength"}
    assert all((str(d.severity) == "minor") == any(s.text.startswith("will") for s in d.spans) for d in found if "considering" not in right)
    return [[s.text for s in d.spans] for d in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The board lifted the quarantine.", "The board may lift the quarantine in spring.", [["lifted", "may lift"]]),
        (
            "After rains the board has lifted the quarantine.",
            "The board had planned to lift the quarantine.",
            [["lifted", "planned to lift"]],
        ),
        (
            "The board has decided to lift the quarantine.",
            "The board is considering lifting the quarantine.",
            [["decided to lift", "considering lifting"]],
        ),
        ("The board will lift the quarantine.", "The board is considering lifting the quarantine.", [["will lift", "considering lifting"]]),
        (
            "A letter announced the closure.",
            "The letter suggested an imminent closure.",
            [["announced the closure", "suggested an imminent closure"]],
        ),
    ],
)
def test_done_here_and_only_possible_or_planned_there(left: str, right: str, expected: list[list[str]]) -> None:
    assert strength(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The board lifted the quarantine.", "The board had lifted the quarantine."),
        ("The board lifts the quarantine.", "The board will lift the quarantine."),  # a rule, or a plan
        ("The board will lift the quarantine.", "The board planned to lift the quarantine."),  # both look ahead
        ("The board lifted the quarantine.", "The harbour may lift the old island."),  # another deed
        ("The board lifted the quarantine.", "The board had planned to lift the quarantine and lifted the quarantine."),  # knows both
        ("The board lifted the quarantine.", "The board never may lift the quarantine."),  # denied, which is another finding
        ("The board lifted the quarantine.", "If it rains the board may lift the quarantine."),
        ("In this scenario the board lifted the quarantine.", "The board will lift the quarantine."),
        ("The board partly lifted the quarantine.", "The board will briefly lift the quarantine."),
        ("The board lifted similar quarantine.", "The board will lift the quarantine."),
        ("The quarantine is being lifted by the board.", "The board will lift the quarantine."),
        ("The board lifted the quarantine.", "In fear, so that the board may lift the quarantine, an old harbour has rains."),
        ("The board lifted the quarantine.", "Until the board may lift the quarantine the island has fear."),
    ],
)
def test_silence_where_the_certainty_is_the_same_or_the_deed_another(left: str, right: str) -> None:
    assert strength(left, right) == []


def test_on_another_day_it_may_have_been_done_since() -> None:
    made = [
        extraction(name, text, (text, None), tags=TAGS)
        for name, text in (("a", "The board has lifted the quarantine."), ("b", "The board will lift the quarantine."))
    ]
    dated = [replace(x, article=replace(x.article, published=day)) for x, day in zip(made, ("2019-03-02", "2019-03-01"), strict=True)]
    assert certainty_findings([(x, own_tokens(x)) for x in dated], default_weights()) == []


def test_what_is_done_here_and_left_out_there_is_a_negation() -> None:
    tags = TAGS | {"warning": "NN", "warned": "VBN", "skippers": "NNS", "without": "IN", "all": "DT"}
    texts = {"a": "The board lifted the quarantine without warning the skippers.", "b": "The board had warned all the skippers."}
    made = [extraction(name, text, (text, None), tags=tags) for name, text in texts.items()]
    (finding,) = certainty_findings([(x, own_tokens(x)) for x in made], default_weights())
    assert (str(finding.kind), str(finding.severity), [s.text for s in finding.spans]) == (
        "negation",
        "substantive",
        ["without warning", "warned"],
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The board allegedly lifted the quarantine.", "After rains the board lifted the quarantine.", [["allegedly lifted", "lifted"]]),
        ("The board reportedly lifted the quarantine.", "After rains the board lifted the quarantine.", []),
        ("The board allegedly lifted the quarantine.", "An old note claims the board lifted the quarantine.", []),
        ("The board allegedly lifted the quarantine.", "The board apparently lifted the quarantine. The board lifted the quarantine.", []),
    ],
)
def test_alleged_here_and_told_as_a_fact_by_the_article_itself_there(left: str, right: str, expected: list[list[str]]) -> None:
    assert strength(left, right) == expected


def test_what_stands_under_a_charge_is_no_fact() -> None:
    fact = "After rains the board lifted the quarantine."
    text = f"According to court papers, the board met in the harbour. {fact}"
    lead = extraction("b", text, ("the board met in the harbour", "court papers"), (fact, None), tags=TAGS)
    papers = Speaker("court papers", TextSpan(13, 25, "court papers"), "document")
    cue = replace(lead.statements[0], cue=TextSpan(0, 12, "According to"), speaker=papers)
    made = [extraction("a", ALLEGED, (ALLEGED, None), tags=TAGS), replace(lead, statements=(cue, *lead.statements[1:]))]
    assert certainty_findings([(x, own_tokens(x)) for x in made], default_weights()) == []
    without = [made[0], lead]
    assert len(certainty_findings([(x, own_tokens(x)) for x in without], default_weights())) == 1


ALLEGED = "The board allegedly lifted the quarantine."
