"""Numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.compare.values.numbers import parse_number

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: E501
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int, joiner: str = " ") -> str:
    """Write a number below a billion in words."""
    for scale, word in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            return spell(number // scale) + f" {word}" + (joiner + spell(rest) if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("5,000", 5000, 1000),
        ("5,234", 5234, 1),
        ("1.9m", 1_900_000, 100_000),
        ("80million", 80_000_000, 10_000_000),
        ("61 million", 61_000_000, 1_000_000),
        ("2.5bn", 2_500_000_000, 100_000_000),
        ("300k", 300_000, 100_000),
        ("five thousand", 5000, 1000),
        ("a dozen", 12, 1),
        ("two dozen", 24, 1),
        ("half a million", 500_000, 100_000),
        ("a hundred and six", 106, 1),
        ("Twenty-one", 21, 1),
        ("500 crore", 5_000_000_000, 1_000_000_000),
    ],
)
def test_a_literal_gives_its_value_and_its_last_significant_place(text, value, step):
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.step) == (value, step)


@pytest.mark.parametrize("text", ["", "troops", "five troops", "1,00", "two, three", "-"])
def test_what_is_no_number(text):
    assert parse_number(text) is None


@given(st.integers(0, 10**9 - 1), st.sampled_from([" ", " and "]))
def test_words_give_the_number_back(number, joiner):
    parsed = parse_number(spell(number, joiner))
    assert parsed is not None
    assert parsed.value == number


@given(st.integers(0, 10**12))
def test_digits_with_commas_give_the_number_back(number):
    parsed = parse_number(f"{number:,}")
    assert parsed is not None
    assert parsed.value == number
