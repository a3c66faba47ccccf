"""Strengths that tell other facts, and those that only guard one."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.compare.facts.strengths import is_rule, severity_between
from crosscheck.compare.groups.units import own_tokens
from tests.compare.build import extraction

TAGS = {
    word: tag
    for tag, words in {
        "NN": "keeper gallery court ferry painting storm harbour stage leave",
        "NNS": "prisoners weeks paintings visitors",
        "VBD": "sold wanted planned",
        "VBN": "sold moved considered released",
        "VB": "sell be move use have",
        "MD": "may will can could",
        "DT": "the a",
        "VBP": "are",
        "VBZ": "is was has plans",
        "RB": "reportedly allegedly only early later",
        "TO": "to",
        "IN": "after in on for of from",
        "JJ": "eligible old famous",
    }.items()
    for word in words.split()
}


def severities(left: str, right: str) -> list[tuple[str, str]]:
    """Kind and severity of what two statements of one group assert differently."""
    result = compare([extraction(name, text, (text, None), tags=TAGS) for name, text in (("a", left), ("b", right))])
    return [(str(d.kind), str(d.severity)) for d in (*(d for g in result.groups for d in g.discrepancies), *result.discrepancies)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("fact", "possible", "substantive"),
        ("fact", "planned", "substantive"),
        ("fact", "alleged", "substantive"),
        ("future", "possible", "substantive"),
        ("fact", "hedged", "minor"),
        ("fact", "wished", "minor"),
        ("future", "planned", "minor"),
        ("rule", "possible", "minor"),
        ("fact", "able", None),
        ("future", "able", None),
        ("fact", "due", None),
        ("fact", "fact", None),
    ],
)
def test_substantive_where_readers_believe_other_facts(left: str, right: str, expected: str | None) -> None:
    found = severity_between(left, right)
    assert (str(found) if found else None, found) == (expected, severity_between(right, left))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "The old keeper sold the famous painting of the harbour to visitors in the gallery after the storm.",
            "After the storm the old keeper may have sold to visitors in the gallery the famous painting of the harbour.",
            [("strength", "substantive")],
        ),
        (
            "The old keeper sold the famous painting of the harbour to visitors in the gallery after the storm.",
            "After the storm the old keeper allegedly sold to visitors in the gallery the famous painting of the harbour.",
            [("strength", "substantive")],
        ),
        (
            "The old keeper sold the famous painting of the harbour to visitors in the gallery after the storm.",
            "After the storm the old keeper reportedly sold to visitors in the gallery the famous painting of the harbour.",
            [("strength", "minor")],
        ),
        (
            "The old keeper sold the famous painting of the harbour to visitors in the gallery after the storm.",
            "After the storm the old keeper wanted to sell to visitors in the gallery the famous painting of the harbour.",
            [("strength", "minor")],
        ),
        (
            "The old keeper sold the famous painting of the harbour to visitors in the gallery after the storm.",
            "After the storm the old keeper could have sold to visitors in the gallery the famous painting of the harbour.",
            [],
        ),
        (
            "The old keeper will sell the famous painting of the harbour to visitors in the gallery after the storm.",
            "After the storm the old keeper can sell to visitors in the gallery the famous painting of the harbour.",
            [],
        ),
    ],
)
def test_between_statements_of_one_group(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    assert severities(left, right) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Eligible prisoners are considered for early leave.", "considered", True),
        ("The prisoners are considered for early leave.", "considered", False),
        ("Prisoners are being released on Friday.", "released", False),
        ("The ferry is moved to the harbour.", "moved", False),
    ],
)
def test_what_is_done_to_things_of_a_kind_is_a_rule(text: str, verb: str, expected: bool) -> None:
    tokens = own_tokens(extraction("a", text, tags=TAGS))
    place = next(n for n, t in enumerate(tokens) if t.norm == verb)
    assert is_rule(tokens, place) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("will", "may", "substantive"),
        ("will", "could", "substantive"),
        ("will", "should", "substantive"),
        ("must", "may", "substantive"),
        ("must", "should", "minor"),
        ("may", "could", "minor"),
        ("will", "must", "minor"),
        ("will", "can", "minor"),
    ],
)
def test_modal_verbs_in_sentences_alike(left: str, right: str, expected: str) -> None:
    text = "The old keeper {} sell the famous painting of the harbour to visitors in the gallery after the storm."
    assert severities(text.format(left), text.format(right)) == [("strength", expected)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("could be", "is believed to be"),
        ("may be", "is thought to be"),
        ("could be jailed for up to two years, which would be", "is jailed for up to two years, which would be"),
    ],
)
def test_doubt_in_other_words_and_the_most_that_a_law_allows_are_no_difference(left: str, right: str) -> None:
    text = "The old keeper of the harbour {} the first keeper in the history of the gallery to sell a famous painting to visitors."
    assert ("strength", "substantive") not in severities(text.format(left), text.format(right))
