"""Articles of one folder that tell of different events contradict each other in no figure."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction


def kinds(*texts: str) -> list[str]:
    result = compare([extraction(name, text, (text.split(".")[0], None)) for name, text in zip("ab", texts, strict=True)])
    return [str(d.kind) for d in (*result.discrepancies, *(d for g in result.groups for d in g.discrepancies))]


FIRST = "Officers at the northern harbour checkpoint seized {} kilograms of cannabis hidden in a lorry on 4 March 2024."
SECOND = "Officers at the northern harbour checkpoint seized {} kilograms of cannabis hidden in a lorry on {}."
REST = " The lorry was worth ${}. The driver, aged {}, may face {} lashes."


def test_two_seizures_are_not_compared() -> None:
    assert kinds(FIRST.format(46) + REST.format(90_000, 21, 15), SECOND.format(56, "9 May 2024") + REST.format(70_000, 58, 24)) == []


def test_one_seizure_is_compared_where_its_other_details_agree() -> None:
    made = kinds(FIRST.format(46) + REST.format(90_000, 21, 15), SECOND.format(56, "4 March 2024") + REST.format(90_000, 21, 15))
    assert made == ["number"]


@pytest.mark.parametrize("rest", ["", " The driver fled."])
def test_short_articles_are_compared(rest: str) -> None:
    assert kinds(FIRST.format(46) + rest, SECOND.format(56, "4 March 2024") + rest) == ["number"]
