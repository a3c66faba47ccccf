"""Words of other weight for one thing."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from tests.compare.build import extraction

TAGS = {"murder": "NN", "death": "NN", "killing": "NN", "public": "JJ", "nuisance": "NN", "dumping": "NN", "nets": "NNS", "harbour": "NN"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Crews mourned the death of Ann Lee.", "Crews protested after the murder of Ann Lee.", [["death", "murder"]]),
        ("Crews mourned the death of Ann Lee.", "Crews mourned the killing of Ann Lee.", []),
        (
            "Dumping nets in the harbour could be a public nuisance.",
            "Dumping nets in the harbour is a public nuisance.",
            [["could be a public nuisance", "is a public nuisance"]],
        ),
        ("Dumping nets in the harbour is a public nuisance.", "Dumping nets in the harbour is considered a public nuisance.", []),
    ],
)
def test_words_of_other_weight(left: str, right: str, expected: list[list[str]]) -> None:
    def made(source: str, text: str):
        return extraction(source, text, *([("Ann Lee", "Ann Lee")] if "Ann" in text else []), tags=TAGS | {"ann": "NNP", "lee": "NNP"})

    found = [d for d in compare([made("a", left), made("b", right)]).discrepancies if d.kind == "strength"]
    assert [[s.text for s in d.spans] for d in found] == expected
    assert {str(d.severity) for d in found} <= {"minor"}
