"""A telling figure ties statements in other words that say the same of it; small figures and those of other things tie none."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = (
    dict.fromkeys("cut eliminate shed hired repaired detained".split(), "VB")
    | dict.fromkeys("berths posts skippers lanterns".split(), "NNS")
    | dict.fromkeys("harbour autumn".split(), "NN")
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("It would cut 1,100 berths at the harbour.", "Before autumn it would eliminate 1,100 berths.", 1),
        ("It would cut 3 berths at the harbour.", "Before autumn it would eliminate 3 berths.", 0),
        ("It would cut 1,100 berths at the harbour.", "Before autumn 1,100 skippers repaired lanterns.", 0),
        ("The guild had detained at least 17 skippers by Sunday.", "Detained so far: 17!", 1),
    ],
    ids=["one-count", "small", "other-things", "no-noun"],
)
def test_a_telling_figure_of_one_thing_ties_statements_in_other_words(left: str, right: str, expected: int) -> None:
    result = compare([extraction(name, text, (text, None), tags=TAGS) for name, text in (("a", left), ("b", right))])
    assert sum(len(group.sources) > 1 for group in result.groups) == expected
