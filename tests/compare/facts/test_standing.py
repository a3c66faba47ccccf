"""Figures of one unit that are told of other things."""

from __future__ import annotations

import pytest

from crosscheck.compare.facts.standing import stands_otherwise


def side(text: str) -> tuple[str, int, int]:
    """A text with its figure in braces."""
    start, end = text.index("{"), text.index("}") - 1
    return text.replace("{", "").replace("}", ""), start, end


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The ferry carried {214} people.", "The ferry can carry {600} people.", True),
        ("The ferry carried {214} people.", "The ferry has room for {600} people.", True),
        ("Some {600} pupils were ill.", "Two thirds of the {900} pupils were ill.", True),
        ("Four were held: {4} people on Monday.", "The guard held {11} people since Friday.", True),
        ("The guard held {4} people.", "The guard has held {11} people so far.", True),
        ("She won {52} percent on Sunday.", "She won {61} percent four years ago.", True),
        ("Sales rose {4} percent in September.", "Sales rose {7} percent in the third quarter.", True),
        ("The town has spent {2} million.", "The town plans to spend {3} million.", True),
        ("The ferry carried {214} people.", "The ferry carried {216} people.", False),
        ("Prices rose {6.8} percent, the highest since 1991.", "Prices rose {6.9} percent.", False),
        ("The town will spend {2} million.", "The town plans to spend {3} million.", False),
        ("It was long ago. The ferry carried {214} people.", "The ferry carried {216} people.", False),
    ],
)
def test_figures_that_stand_otherwise(left: str, right: str, expected: bool) -> None:
    assert stands_otherwise(side(left), side(right)) is stands_otherwise(side(right), side(left)) is expected
