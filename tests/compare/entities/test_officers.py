"""Bare surnames under an office, and people by their initials."""

from __future__ import annotations

import pytest

from crosscheck.compare.entities.linking import link_entities
from tests.compare.named import named


@pytest.mark.parametrize(
    ("other", "meant"),
    [
        ("Senior Minister Lau Kai Seng spoke.", "Lau Kai Seng"),
        ("Lau Kai Seng spoke.", "Lau Wei Ming"),
        ("Senior Minister Lau Kai Seng met Senior Minister Lau Wei Ming.", "Lau Wei Ming"),
        ("Senior Minister Goh Kai Seng spoke.", "Lau Wei Ming"),
    ],
)
def test_a_bare_surname_under_an_office_that_one_of_the_name_holds(other, meant):
    text = "The grandson of Prime Minister Lau Wei Ming came. Senior Minister Lau left."
    people = "; ".join(name for name in ("Lau Kai Seng", "Lau Wei Ming", "Goh Kai Seng") if name in other)
    table = link_entities([named("a", text, PERSON="Lau Wei Ming; Lau=Lau Wei Ming"), named("b", other, PERSON=people)])
    found = table.of_mention("a", text.rindex("Lau"), text.rindex("Lau") + 3)
    assert found
    assert table.name(found) == meant


def test_whose_office_is_not_known_keeps_his_surname():
    text = "The grandson of Lau Wei Ming came. Senior Minister Lau left."
    other = named("b", "Senior Minister Lau Kai Seng spoke.", PERSON="Lau Kai Seng")
    table = link_entities([named("a", text, PERSON="Lau Wei Ming; Lau=Lau Wei Ming"), other])
    assert table.name(table.of_mention("a", text.rindex("Lau"), text.rindex("Lau") + 3) or "") == "Lau Wei Ming"


@pytest.mark.parametrize(
    ("text", "bodies", "entities"),
    [
        ("Lau Wei Ming came. LWM spoke.", "", 1),
        ("Lau Wei Ming came. The LWM spoke.", "", 2),
        ("Lau Wei Ming met Lim Wen Mei. LWM spoke.", "", 3),
        ("Lau Wei Ming came. LWM spoke for Light Water Mills.", "Light Water Mills", 2),
        ("Frans Bo Ingvar came. FBI agents left.", "", 2),
    ],
)
@pytest.mark.parametrize("label", ["ORG", "GPE"])
def test_three_capitals_are_a_person_whose_initials_they_are(text, bodies, entities, label):
    people = "; ".join(name for name in ("Lau Wei Ming", "Lim Wen Mei", "Frans Bo Ingvar") if name in text)
    shorts = {label: "LWM; FBI"} if not bodies else {"ORG": f"LWM; {bodies}"}
    table = link_entities([named("a", text, PERSON=people, **shorts)])
    assert len(table.entities) == entities


def test_capitals_in_an_article_without_the_person_are_not_his():
    a = named("a", "Lau Wei Ming came. LWM spoke.", PERSON="Lau Wei Ming", ORG="LWM")
    assert len(link_entities([a, named("b", "LWM spoke.", ORG="LWM")]).entities) == 2
