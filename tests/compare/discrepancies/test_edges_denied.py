"""A negation with which one of two renderings begins that go on alike."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

FULL = "All of them were wearing helmets, and that is the reason we found anybody at all"


def negations(left: str, right: str) -> list[tuple[str, tuple[str, ...]]]:
    told = {"a": left, "b": right}
    result = compare([extraction(name, f'"{words}," Iva Brandt said.', (words, "Iva Brandt")) for name, words in told.items()])
    return [(str(d.severity), tuple(s.text for s in d.spans)) for g in result.groups for d in g.discrepancies if d.kind == "negation"]


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (FULL, "Not all of them were wearing helmets", ("", "Not")),
        ("Not a" + FULL[1:], "All of them were wearing helmets", ("Not", "")),
    ],
)
def test_a_negation_at_the_very_beginning_is_substantive(left: str, right: str, shown: tuple[str, str]) -> None:
    assert negations(left, right) == [("substantive", shown)]


@pytest.mark.parametrize("right", ["All of them were wearing helmets", "that is the reason we found anybody at all"])
def test_a_clean_fragment_is_none(right: str) -> None:
    assert negations(FULL, right) == []
