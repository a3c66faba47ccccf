"""Figures in the light of what the sources say around them and elsewhere."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.records import Kind
from tests.compare.build import extraction

TAGS = (
    dict.fromkeys("court fine driver bridge bakery loaf oven damage scheme".split(), "NN")
    | dict.fromkeys("shops owners firms".split(), "NNS")
    | dict.fromkeys("fined paid ran damaged".split(), "VBD")
    | {"for": "IN", "of": "IN", "on": "IN", "and": "CC", "the": "DT", "to": "TO", "demanded": "VBD"}
)


def figures(*texts: str) -> list[tuple[str, set[str]]]:
    """Severity and words of the number findings between sources, each of sentences on lines of their own."""
    made = [extraction(f"s{n}", text, *((line, None) for line in text.split("\n")), tags=TAGS) for n, text in enumerate(texts)]
    result = compare(made)
    every = [*(d for g in result.groups for d in g.discrepancies), *result.discrepancies]
    return [(d.severity.value, {s.text for s in d.spans}) for d in every if d.kind is Kind.NUMBER]


def test_a_source_that_calls_its_figure_rounded_elsewhere_contradicts_nothing_near_it() -> None:
    rounded = "The court fined the driver S$300 for damage to the bridge.\nThe driver was fined nearly S$300 for damage to the bridge."
    assert {severity for severity, _ in figures(rounded, "The court fined the driver S$271 for damage to the bridge.")} <= {"minor"}
    plain = "The court fined the driver S$300 for damage to the bridge."
    assert figures(plain, "The court fined the driver S$271 for damage to the bridge.") == [("substantive", {"S$300", "S$271"})]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("3 million francs ($3.2 million)", "3 million francs ($3.3 million)", ["minor"]),
        ("3 million francs ($3.2 million)", "3 million francs (approximately $3.9 million)", ["substantive"]),
        ("3 million francs ($3.2 million)", "3 million francs ($3.2 million)", []),
    ],
)
def test_a_sum_is_converted_at_more_than_one_rate(left: str, right: str, expected: list[str]) -> None:
    text = "The court fined the driver {} for damage to the bridge."
    assert [severity for severity, _ in figures(text.format(left), text.format(right))] == expected


def test_what_is_asked_for_is_not_what_is_given() -> None:
    given = "The court fined the driver about $234 for damage to the bridge."
    assert figures(given, "The owners demanded that the driver be fined $234 for damage to the bridge.") == []
    assert figures(given, "The court fined the driver $234 for damage to the bridge.") == [("minor", {"about $234", "$234"})]


def test_at_least_as_many_as_a_third_source_counts_is_no_more_than_these() -> None:
    text = "The driver ran {} shops and firms on the bridge."
    (found,) = figures(text.format("more than 200"), text.format("at least 185"), text.format("185"))
    assert found == ("substantive", {"more than 200", "at least 185", "185"})
