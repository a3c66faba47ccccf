"""Which two people of two articles are rather one, named otherwise, though their ages are not."""

from __future__ import annotations

import pytest

from crosscheck.compare.entities.linking import link_entities
from crosscheck.compare.facts.shortnames import full_mentions, respelled_people
from crosscheck.compare.words.weights import default_weights
from tests.compare.named import named


def pairs(*people: str) -> list[set[str]]:
    """The pairs told among people of whom each article names one, with an age that no other has."""
    table = link_entities([named(f"s{number}", f"{name}, {30 + number}, came.", PERSON=name) for number, name in enumerate(people)])
    return [{a.name, b.name} for a, b in respelled_people(table, default_weights())]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Annalinda Vostrikova", "Linda Vostrikova"),
        ("Ekechukwu Obiorah", "Eke Obiorah"),
        ("Rajanikanth Thevar", "Raj Thevar"),
        ("Baker Wilhelmina Tollemache", "Wilma Tollemache"),
        ("Livia Castellaro", "Livia Castellari"),
        ("Bo Quistgaard", "Bo Quistgaart"),
    ],
)
def test_one_person_named_otherwise(left, right):
    assert pairs(left, right) == [{left, right}]


@pytest.mark.parametrize(
    "people",
    [
        ("Joseph Vostrikov", "Josephine Vostrikov"),
        ("Daniel Tollemache", "Danielle Tollemache"),
        ("Ann Tollemache", "Anna Tollemache"),
        ("Mari Tan Wei", "Maribel Tan Wei"),
        ("Jan Smith", "Janko Smith"),
        ("Eve Tollemache", "Rolf Tollemache"),
        ("Bo Carter", "Bo Carver"),
        ("Rolf Castellaro", "Livia Castellari"),
        ("Priyanka Thevar", "Priyamvada Thevar", "Priya Thevar"),
    ],
)
def test_two_people(people):
    assert pairs(*people) == []


def test_who_stand_in_one_article_are_two_people():
    text = "Linda Vostrikova and Annalinda Vostrikova came."
    table = link_entities([named("a", text, PERSON="Linda Vostrikova; Annalinda Vostrikova")])
    assert respelled_people(table, default_weights()) == []


def test_a_person_is_shown_where_each_source_first_gives_the_full_name():
    table = link_entities([named("a", "Sorrel came. Eve Sorrel left. Eve Sorrel sang.", PERSON="Eve Sorrel; Sorrel=Eve Sorrel")])
    (entity,) = table.entities
    assert [(place.start, place.text) for place in full_mentions(entity)] == [(13, "Eve Sorrel")]
