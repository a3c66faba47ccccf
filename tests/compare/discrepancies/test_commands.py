"""Who is said to be the head of what."""

from __future__ import annotations

import pytest

from crosscheck.compare.discrepancies.commands import command_findings
from crosscheck.compare.entities.linking import link_entities
from tests.compare.named import named


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Walter Price, commander of the Northern Fleet, resigned.",
            "the head of Coastal Command, General Walter Price, resigned.",
            ["commander of the Northern Fleet", "head of Coastal Command"],
        ),
        ("Walter Price, the head of Northern Command, resigned.", "Walter Price, head of the Command, resigned.", []),
        ("Walter Price, head of the Sixth Fleet, resigned.", "Walter Price, commander of the 6th Fleet, resigned.", []),
        ("Walter Price, head of the Northern Fleet, resigned.", "Walter Price, author of a memoir, resigned.", []),
    ],
)
def test_what_somebody_leads(left: str, right: str, expected: list[str]) -> None:
    sources = [named("a", left, PERSON="Walter Price"), named("b", right, PERSON="Walter Price")]
    found = command_findings(link_entities(sources), sources)
    assert [span.text for finding in found for span in finding.spans] == expected
