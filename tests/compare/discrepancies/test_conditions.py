"""A condition that one report makes and another leaves out."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = {
    word: tag
    for tag, words in {
        "NNS": "owners deputies guards",
        "NN": "negligence court mine quarry proof",
        "VBN": "prosecuted found fined",
        "VBD": "said was",
        "JJ": "responsible former",
        "MD": "would",
        "IN": "if of",
    }.items()
    for word in words.split()
}
FULL = "the former owners of the quarry would be prosecuted if negligence was found"
SHORT = "the former owners of the quarry would be prosecuted"


def omissions(left: str, right: str, behind: str = "") -> list[tuple[str, tuple[str, ...]]]:
    told = {"a": (f"Ines Moreno said {left}.", left), "b": (f"Ines Moreno said {right}. {behind}", right)}
    result = compare([extraction(name, text, (words, "Ines Moreno"), tags=TAGS) for name, (text, words) in told.items()])
    return [(str(d.severity), tuple(s.text for s in d.spans)) for g in result.groups for d in g.discrepancies if d.kind == "omission"]


def test_a_dropped_condition_is_substantive() -> None:
    assert omissions(FULL, SHORT) == [("substantive", ("if negligence was found", SHORT))]


@pytest.mark.parametrize(
    ("left", "right", "behind"),
    [
        (FULL, FULL, ""),
        (FULL, SHORT, "That needs proof of negligence."),
        (FULL, "the former owners of the quarry would be prosecuted should a court see proof", ""),
        (FULL, "the guards of the mine would be fined", ""),
    ],
)
def test_no_dropped_condition(left: str, right: str, behind: str) -> None:
    assert omissions(left, right, behind) == []
