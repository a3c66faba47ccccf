"""Which spellings of a body's or place's name differ, and which are the same name."""

from __future__ import annotations

import pytest

from crosscheck.compare.discrepancies.bodynames import is_other_spelling
from crosscheck.compare.discrepancies.spellings import spelling_findings
from crosscheck.compare.entities.linking import link_entities
from crosscheck.records import Kind, Severity
from tests.compare.named import named


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nordic Fisheries Organisation", "Nordic Fisheries Organization"),
        ("the Harbour Theatre", "Harbor Theater"),
        ("Channel HarbourWatch", "Channel Harbour Watch"),
        ("Quarry Hills Estate", "Quarry Hill Estate"),
        ("Lin Tan School", "Lin Tang School"),
        ("Melnik", "Melnick"),
        ("NBSA", "NSBA"),
        ("Quarrellow", "Quarrelow"),
        ("Dunmorrow", "Dunmorro"),
        ("Brennan Trust", "Brennen Trust"),
    ],
)
def test_other_spellings_of_one_name(left, right):
    assert is_other_spelling(left, right)
    assert is_other_spelling(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Quarry Board", "Quarry Board's"),
        ("Elm & Oak Trust", "Elm and Oak Trust"),
        ("North-East Union", "Northeast Union"),
        ("Harbour Youth Council", "Harbour Youth Councils"),
        ("Dept of Ports", "Department of Ports"),
        ("Quarry Hall", "Quarry Hill"),
        ("NBA", "NAB"),
        ("NBSA", "National Boat Safety Agency"),
        ("Elm Street Court", "Oak Street Court"),
        ("Division 21 Court", "Division 22 Court"),
        ("Register of Boat Owners", "Registers of Boat Owners"),
        ("South East Harbour", "Southeast Harbour"),
        ("Ireland", "Iceland"),
        ("Northlake", "Northlakes"),
        ("Nigeria", "Niger"),
        ("Bavaria", "Bavarian"),
        ("Quarry Trust", "Quarry Bank"),
    ],
)
def test_no_other_spelling(left, right):
    assert not is_other_spelling(left, right)
    assert not is_other_spelling(right, left)


def test_a_body_spelled_in_two_ways_is_one_finding():
    sources = [
        named("a", "The Nordic Fisheries Organisation met.", ORG="Nordic Fisheries Organisation"),
        named("b", "The Nordic Fisheries Organization met.", ORG="Nordic Fisheries Organization"),
        named("c", "The Nordic Fisheries Organisation met.", ORG="Nordic Fisheries Organisation"),
    ]
    (finding,) = spelling_findings(link_entities(sources), sources)
    assert finding.kind is Kind.NAME
    assert finding.severity is Severity.MINOR
    assert finding.explanation == (
        "Nordic Fisheries Organisation: the name is spelled “Nordic Fisheries Organisation” (a, c) and “Nordic Fisheries Organization” (b)."
    )


def test_two_places_of_nearly_one_name_are_a_finding_where_no_source_knows_both():
    a = named("a", "Lin Tan School closed.", ORG="Lin Tan School")
    b = named("b", "Lin Tang School closed.", ORG="Lin Tang School")
    (finding,) = spelling_findings(link_entities([a, b]), [a, b])
    assert [(s.source, s.text) for s in finding.spans] == [("a", "Lin Tan School"), ("b", "Lin Tang School")]
    both = named("c", "Lin Tan School and Lin Tang School closed.", ORG="Lin Tan School; Lin Tang School")
    assert spelling_findings(link_entities([a, b, both]), [a, b, both]) == ()


def test_two_places_that_one_letter_parts_are_a_name_and_no_other_place():
    a, b = named("a", "They came from Dunmorrow.", GPE="Dunmorrow"), named("b", "They came from Dunmorro.", GPE="Dunmorro")
    (finding,) = spelling_findings(link_entities([a, b]), [a, b])
    assert (finding.severity, {s.text for s in finding.spans}) == (Severity.MINOR, {"Dunmorrow", "Dunmorro"})
