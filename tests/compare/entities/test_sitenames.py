"""Seats and airports named by their first words, bodies by initials of places or without their type."""

from __future__ import annotations

import pytest

from crosscheck.compare.entities.linking import link_entities
from tests.compare.named import named


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Bo Ek (Harbour North) spoke.", "Harbour North"),
        ("Bo Ek (HLP-Harbour North) spoke.", "Harbour North"),
        ("Bo Ek (HLP-Harbour North) spoke.", "HLP-Harbour North"),
        ("Bo Ek (Harbour North SMC) spoke.", "Harbour North"),
    ],
)
@pytest.mark.parametrize("label", ["PERSON", "ORG", "GPE"])
def test_a_seat_in_brackets_is_the_constituency(text, marked, label):
    full = named("a", "Bo Ek (Harbour North SMC) came.", GPE="Harbour North SMC")
    table = link_entities([full, named("b", text, **{label: marked})])
    assert [(len(e.mentions), e.label) for e in table.entities] == [(2, "GPE")]


@pytest.mark.parametrize(
    ("seats", "text"),
    [
        ("Harbour North SMC", "It rained in Harbour North."),
        ("Harbour North SMC; Harbour North GRC", "Bo Ek (Harbour North) spoke."),
        ("Harbour North SMC", "Bo Ek (Harbour North GRC) spoke."),
        ("Harbour North Club", "Bo Ek (Harbour North) spoke."),
    ],
)
def test_a_town_is_not_its_constituency(seats, text):
    full = named("a", f"{seats} came.", GPE=seats)
    table = link_entities([full, named("b", text, GPE="Harbour North")])
    assert len(table.entities) == len(seats.split(";")) + 1


def test_the_seat_of_a_double_name_that_was_read_in_part():
    full = named("a", "Bo Ek (Quarl-North Bay SMC) came.", GPE="North Bay SMC")
    assert len(link_entities([full, named("b", "Bo Ek (HLP-Quarl-North Bay) spoke.", PERSON="Quarl-North Bay")]).entities) == 1


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("A man was held at Quarlow. He stole at Quarlow Airport.", 1),
        ("A man was held in Quarlow. He stole at Quarlow Airport.", 2),
        ("A man was held at Quarlow, a town of mills in Quarlow. He stole at Quarlow Airport.", 2),
    ],
)
def test_at_an_airport_but_in_a_town(text, entities):
    assert len(link_entities([named("a", text, GPE="Quarlow", FAC="Quarlow Airport")]).entities) == entities


def test_at_a_place_in_an_article_that_has_no_airport():
    sources = [named("a", "He was held at Quarlow.", GPE="Quarlow"), named("b", "He stole at Quarlow Airport.", FAC="Quarlow Airport")]
    assert len(link_entities(sources).entities) == 2


@pytest.mark.parametrize(
    ("left", "right", "entities"),
    [
        ("NY Gazette", "New York Gazette", 1),
        ("SG Ferries", "Singapore Ferries", 1),
        ("S'pore Govt", "Singapore Government", 1),
        ("UK Gazette", "New York Gazette", 2),
        ("Quarlow", "Quarlow University", 1),
        ("Quarlow", "Quarlow Ferries Board", 2),
        ("Quarlow", "Quarlow University; Quarlow College", 3),
    ],
)
def test_bodies_with_short_places_and_without_their_types(left, right, entities):
    sources = [named("a", f"The {left} spoke.", ORG=left), named("b", f"The {right} spoke.", ORG=right)]
    assert len(link_entities(sources).entities) == entities


def test_a_town_is_not_its_university():
    sources = [named("a", "It rained in Quarlow.", GPE="Quarlow"), named("b", "Quarlow University grew.", ORG="Quarlow University")]
    assert len(link_entities(sources).entities) == 2


@pytest.mark.parametrize(("left", "right"), [("Swiss Confederation", "Switzerland"), ("Russian Federation", "Russia")])
def test_states_by_their_official_names(left, right):
    assert len(link_entities([named("a", f"The {left} paid.", ORG=left), named("b", f"{right} paid.", GPE=right)]).entities) == 1
