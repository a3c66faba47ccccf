"""Statements in other words: one verb, one day, and words that say nearly the same make one claim; a phrase in common makes none."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = (
    dict.fromkeys("convened handed distributed repaired praised fixed".split(), "VBD")
    | dict.fromkeys("bread water lanterns sailors skippers".split(), "NNS")
    | dict.fromkeys("harbour guild storm".split(), "NN")
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The skippers repaired the brass lanterns of the harbour.", "The skippers fixed the brass lanterns before the storm.", 1),
        ("The skippers repaired the brass lanterns of the harbour.", "The skippers praised the brass bells before the storm.", 0),
        ("The guild convened on Sunday in Kessou.", "In Kessou the guild convened on Sunday, as sailors hoped.", 1),
    ],
    ids=["near-words", "another-deed", "a-day"],
)
def test_other_words_for_one_claim(left: str, right: str, expected: int) -> None:
    made = [extraction(name, text, (text, None), tags=TAGS) for name, text in (("a", left), ("b", right))]
    assert sum(len(group.sources) > 1 for group in compare(made).groups) == expected
