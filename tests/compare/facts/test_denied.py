"""Short reports of one speaker, with and without a negation."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = {"appeal": "VB", "leave": "VB", "sell": "VB", "said": "VBD", "mill": "NN", "deputies": "NNS", "asked": "VBD"}


def findings(*told: tuple[str, str]) -> list[tuple[str, str, tuple[str, ...]]]:
    made = []
    for number, (speaker, words) in enumerate(told):
        text = f"{speaker} said {words}."
        made.append(extraction("abc"[number], text, (words, speaker), tags=TAGS))
    result = compare(made)
    every = [*result.discrepancies, *(d for g in result.groups for d in g.discrepancies)]
    return [(str(d.kind), str(d.severity), tuple(s.text for s in d.spans)) for d in every]


def test_appeal_and_no_appeal_is_substantive() -> None:
    assert findings(("Iva Brandt", "he would appeal"), ("Iva Brandt", "he would not appeal")) == [
        ("negation", "substantive", ("he would appeal", "he would not appeal"))
    ]


@pytest.mark.parametrize(
    "told",
    [
        [("Iva Brandt", "he would appeal"), ("Iva Brandt", "he would appeal")],
        [("Iva Brandt", "he would appeal"), ("Otto Lind", "he would not appeal")],
        [("Iva Brandt", "he would appeal"), ("Iva Brandt", "he would not leave")],
        [("Iva Brandt", "whether he would appeal"), ("Iva Brandt", "he would not appeal")],
    ],
)
def test_no_contradiction(told: list[tuple[str, str]]) -> None:
    assert findings(*told) == []
