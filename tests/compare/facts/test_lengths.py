"""Lengths of time that two sources tell of one thing."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = {
    "ferries": "NNS",
    "harbour": "NN",
    "collisions": "NNS",
    "recorded": "VBD",
    "police": "NNS",
    "years": "NNS",
    "weeks": "NNS",
    "two": "CD",
    "three": "CD",
    "four": "CD",
    "five": "CD",
    "pilots": "NNS",
    "suspended": "VBN",
}
LEFT = "Police recorded 23 collisions of ferries in the harbour over the past four years."


def findings(left: str, right: str) -> list[tuple[str, set[str]]]:
    made = [extraction(s, words, (words, None), tags=TAGS) for s, words in (("a", left), ("b", right))]
    result = compare(made)
    every = [*result.discrepancies, *(d for g in result.groups for d in g.discrepancies)]
    return [(str(d.severity), {s.text for s in d.spans}) for d in every if d.kind == "number"]


def test_one_thing_over_two_lengths_of_time() -> None:
    right = "In the harbour, 23 collisions of ferries were recorded over the past five years, police said."
    ((severity, shown),) = findings(LEFT, right)
    assert severity == "substantive"
    assert {words.removeprefix("past ").removeprefix("the past ") for words in shown} == {"four years", "five years"}


@pytest.mark.parametrize(
    "right",
    [
        "Police recorded 23 collisions of ferries in the harbour over the past four years.",
        "Police suspended two pilots for five weeks.",
        "Police recorded collisions of ferries in the harbour over the past 20 years.",
    ],
)
def test_other_things_have_other_lengths(right: str) -> None:
    assert findings(LEFT, right) == []
