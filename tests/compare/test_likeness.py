"""Likeness: how a wanted wording stands in a found one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.compare import likeness

FULL = (
    "We have made no decision whatsoever to close the mine. I do not know who wrote that. "
    "But we have taken no decision made to close it. Full stop."
)


@pytest.mark.parametrize(
    ("wanted", "found", "kinds", "substantive"),
    [
        ("The council will vote on Friday", "“The council will vote on Friday,”", [], False),
        ("The council will vote on Friday", "The council will vote on Monday", ["date"], True),
        ("The council will vote on Friday", "The council will not vote on Friday", ["negation"], True),
        ("The council will vote on Friday", "The council may vote on Friday", ["strength"], True),
        ("Twelve people were hurt in the crash", "Thirteen people were hurt in the crash", ["number"], True),
        ("Twelve people were hurt in the crash", "12 people were hurt in the crash", ["wording"], False),
        ("It's a very good day for the town", "It is a very good day for the town", ["wording"], False),
        ("the choice to order our departure", "the choice to ordering our departure", ["wording"], False),
        ("the minister praised the brave crew", "the minister praised the tired crew", ["wording"], True),
        ("the minister praised the brave crew", "the minister praised the crew", ["omission"], True),
        ("the minister praised the crew", "the minister praised the … crew", [], False),
        ("We will rebuild the old harbour bridge", "We will … the old harbour bridge", ["ellipsis"], False),
        ("made no decision whatsoever to close the mine, full stop", FULL, ["splice"], True),
    ],
)
def test_the_kind_of_the_difference(wanted: str, found: str, kinds: list[str], substantive: bool) -> None:
    result = likeness(wanted, found)
    assert [str(kind) for kind in result.differs] == kinds
    assert result.substantive is substantive
    assert result.containment >= 0.6


def test_a_fragment_of_a_fuller_quotation_is_contained_and_differs_in_nothing() -> None:
    result = likeness("I do not know who wrote that", FULL)
    assert (result.contained, result.verbatim, result.differs) == (True, False, ())
    assert result.coverage == pytest.approx(1.0)


def test_unrelated_words_share_little() -> None:
    assert likeness("The bridge will reopen in spring", "Farmers expect a poor apple harvest").containment < 0.3


@given(st.text(alphabet="abc XY.,'’“”!? not12", max_size=60))
def test_every_text_is_verbatim_to_itself(text: str) -> None:
    result = likeness(text, text)
    assert result.differs == ()
    if any(char.isalnum() for char in text):
        assert result.verbatim
        assert result.containment == pytest.approx(1.0)


@given(st.text(alphabet="abcde not", max_size=50), st.text(alphabet="abcde not", max_size=50))
def test_containment_and_kinds_are_symmetric(left: str, right: str) -> None:
    one, other = likeness(left, right), likeness(right, left)
    assert one.containment == pytest.approx(other.containment)
