"""Two days that are one night, and two nights."""

from __future__ import annotations

import pytest

from crosscheck.compare.facts.days import is_one_night
from crosscheck.compare.values.reading import values
from tests.compare.named import named


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("It was stolen late on Friday.", "It was stolen early on Saturday.", True),
        ("The storm came on Saturday night.", "The storm came in the night to Sunday.", True),
        ("The storm came on Saturday night.", "The storm came on Friday night.", False),
        ("The storm came on Friday night.", "The storm came on Tuesday.", False),
    ],
)
def test_two_nights_are_not_one(left: str, right: str, expected: bool) -> None:
    texts = {"a": left, "b": right}
    (a,), (b,) = ([v for v in values(named(name, text, published="2020-01-08")) if v.kind == "date"] for name, text in texts.items())
    assert is_one_night(a, b, texts) is expected
