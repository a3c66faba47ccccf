"""Ways in and out."""

from __future__ import annotations

import pytest

from crosscheck.compare.facts.ways import way_findings
from crosscheck.compare.groups.units import own_tokens
from tests.compare.build import extraction

WORDS = {
    "NN": "gang window hatch kitchen agency yard",
    "VBD": "climbed entered fled came",
    "DT": "a the",
    "IN": "through in",
    "CC": "and",
    "RB": "not",
    "NNS": "goats wardens thieves",
}
TAGS = {word: tag for tag, words in WORDS.items() for word in words.split()}


def ways(left: str, right: str) -> list[list[str]]:
    made = [extraction(name, text, (text, None), tags=TAGS) for name, text in (("a", left), ("b", right))]
    found = way_findings([(x, own_tokens(x)) for x in made])
    assert {(str(d.kind), str(d.severity)) for d in found} <= {("place", "substantive")}
    return [[s.text for s in d.spans] for d in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The goats climbed in through a window.", "The goats entered through the hatch.", [["through a window", "through the hatch"]]),
        ("The goats climbed in through a window.", "The goats entered through the kitchen window.", []),
        ("The goats climbed in through a window.", "The goats fled through the hatch.", []),  # one way in, another out
        ("The goats climbed in through a window.", "The goats came through an agency.", []),
        ("The goats climbed in through a window.", "The wardens entered through the hatch.", []),  # others
        ("The thieves climbed in through a window.", "A gang entered through the hatch.", [["through a window", "through the hatch"]]),
        ("The goats climbed in through a window.", "The goats had not entered through the hatch.", []),
        ("The goats climbed in through a window.", "Goats entered through the hatch. Goats climbed in through a window.", []),
    ],
)
def test_another_way_in_is_another_place(left: str, right: str, expected: list[list[str]]) -> None:
    assert ways(left, right) == expected
