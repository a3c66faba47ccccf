"""Qualities of which a thing has but one."""

from __future__ import annotations

import pytest

from crosscheck.compare.facts.attributes import attribute_findings
from crosscheck.compare.groups.units import own_tokens
from crosscheck.compare.words.weights import default_weights
from tests.compare.build import extraction

WORDS = {
    "NN": "dinghy elbow trawler mast",
    "JJ": "red blue left right wooden small shiny",
    "VBD": "towed fled broke",
    "DT": "a the his",
    "IN": "in to",
    "CC": "and",
    "NNS": "dinghies",
}
TAGS = {word: tag for tag, words in WORDS.items() for word in words.split()}


def attributes(left: str, right: str) -> list[list[str]]:
    made = [extraction(name, text, (text, None), tags=TAGS) for name, text in (("a", left), ("b", right))]
    found = attribute_findings([(x, own_tokens(x)) for x in made], default_weights())
    assert {(str(d.kind), str(d.severity)) for d in found} <= {("paraphrase", "substantive")}
    return [[s.text for s in d.spans] for d in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The trawler towed a red dinghy.", "The trawler towed a small blue dinghy.", [["red dinghy", "blue dinghy"]]),
        ("He broke his left elbow on the trawler.", "He broke his right elbow on the trawler.", [["left elbow", "right elbow"]]),
        ("The trawler towed a red dinghy.", "The trawler towed a wooden dinghy.", []),  # it may be both
        ("The trawler towed a red dinghy.", "The trawler towed a small dinghy.", []),
        ("The trawler towed a red dinghy.", "They fled in a blue dinghy.", []),  # perhaps another
        ("The trawler towed a red dinghy.", "The trawler towed a red dinghy and a blue dinghy.", []),
        ("The trawler towed red dinghies.", "The trawler towed blue dinghies.", []),
    ],
)
def test_a_thing_has_one_colour_and_one_side(left: str, right: str, expected: list[list[str]]) -> None:
    assert attributes(left, right) == expected
