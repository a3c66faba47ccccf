"""The report of a quotation that stands in another group, and the modal verb it puts for the speaker's."""

from __future__ import annotations

import pytest

from crosscheck.compare.discrepancies.attribution import name_speakers
from crosscheck.compare.discrepancies.untied import untied_findings
from crosscheck.compare.entities.linking import link_entities
from crosscheck.compare.groups.pairing import find_edges
from crosscheck.compare.groups.units import make_units, make_utterances, read_articles
from crosscheck.compare.words.weights import default_weights
from tests.compare.build import extraction

SPOKEN = "Skippers should make a weekly effort to inspect the old lanterns and ropes"


@pytest.mark.parametrize(
    ("said", "speaker", "expected"),
    [
        ("that skippers must make a weekly effort to inspect the old lanterns and ropes", "Ann Lee", [["should", "must"]]),
        ("that skippers should make a weekly effort to inspect the old lanterns and ropes", "Ann Lee", []),
        ("that skippers must make a weekly effort to inspect the old lanterns and ropes", "Bo Kim", []),
    ],
)
def test_should_in_the_quotation_and_must_in_the_report(said: str, speaker: str, expected: list[list[str]]) -> None:
    made = [
        extraction("a", f'"{SPOKEN}," Ann Lee said.', (SPOKEN, "Ann Lee")),
        extraction("b", f"{speaker} told the harbour {said}.", (said, speaker)),
    ]
    weights, table = default_weights(), link_entities(made)
    texts = {x.article.id: x.article.text for x in made}
    units = make_units(name_speakers([s for x in made for s in x.statements], table, texts), read_articles(made, table), weights)
    edges = find_edges(units, make_utterances(units), weights)
    assert [[s.text for s in d.spans] for d in untied_findings(edges, [], units, texts, weights)] == expected
