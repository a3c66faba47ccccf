"""Prices: what one thing was bought for."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.records import Kind
from tests.compare.build import extraction

TAGS = (
    dict.fromkeys("bought paid sold".split(), "VBD")
    | dict.fromkeys("buy buying reject".split(), "VB")
    | dict.fromkeys("Marlow Brewing Tidewater Larkin Osman".split(), "NNP")
    | dict.fromkeys("price fee deal takeover striker club brewer rival".split(), "NN")
    | {"would": "MD", "will": "MD", "is": "VBZ", "be": "VB"}
)


def prices(*texts: str) -> list[tuple[str, list[str]]]:
    found = compare([extraction(f"s{n}", text, tags=TAGS) for n, text in enumerate(texts)]).discrepancies
    return [(d.severity.value, [span.text for span in d.spans]) for d in found if d.kind is Kind.NUMBER]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Marlow will buy its rival Tidewater for $2.4 billion in cash.",
            "Nobody slept. The price would be $2.1 billion.",
            [("substantive", ["$2.4 billion", "$2.1 billion"])],
        ),
        (
            "The club paid €3.2 million for the striker.",
            "Osman have bought Larkin for more than €3 million.",
            [("minor", ["€3.2 million", "more than €3 million"])],
        ),
        (
            "A $2.4 billion takeover was on every front page.",
            "Brewers spoke of a deal worth $2.6 billion.",
            [("substantive", ["$2.4 billion", "$2.6 billion"])],
        ),
        ("Marlow will buy Tidewater for $2.4 billion.", "The price would be 2.4 billion dollars.", []),
        # an article with two prices knows of two things
        ("Marlow bought Tidewater for $2 billion and sold Larkin for $2.3 billion.", "The price would be $2.1 billion.", []),
        # the other's figure stands in the article too
        ("Marlow bought Tidewater for $2.4 billion, of which $2.1 billion is borrowed.", "The price would be $2.1 billion.", []),
        # other parties, other currencies, an asking price, what was not paid, small sums
        ("Marlow bought Tidewater for $2.4 billion.", "Osman bought Larkin for $2.1 billion.", []),
        ("Marlow bought Tidewater for €2.4 billion.", "The price would be $2.1 billion.", []),
        ("Marlow bought Tidewater for $2.4 billion.", "The asking price is $2.1 billion.", []),
        ("Marlow will not buy Tidewater for $2.4 billion.", "The price would be $2.1 billion.", []),
        ("Marlow bought the lamp for $240.", "The price is $210.", []),
    ],
)
def test_a_price_that_each_source_knows_one_of(left: str, right: str, expected: list[tuple[str, list[str]]]) -> None:
    assert prices(left, right) == expected
