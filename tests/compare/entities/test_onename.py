"""Who is one person under two names: rare surnames with a given name cut short, long ones a letter apart, other romanisations."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.compare.entities.linking import link_entities
from tests.compare.named import named


def people(*texts: str) -> list[str]:
    """The people of articles that begin with a full name, which ends before a comma, a bracket or a verb."""
    made = []
    for number, text in enumerate(texts):
        name = text.split(" came")[0].split(",")[0].split(" (")[0]
        made.append(named(f"s{number}", text, PERSON=name.removeprefix("Mr ").removeprefix("Ms ")))
    return sorted(entity.name for entity in link_entities(made).entities)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Annalinda Vostrikova came.", "Linda Vostrikova came."),
        ("Ekechukwu Obiorah came.", "Eke Obiorah came."),
        ("Rajanikanth Thevar came.", "Raj Thevar came."),
        ("Livia Castellaro came.", "Livia Castellari came."),
        ("Livia Castellaro, 40, came.", "Livia Castellari, 40, came."),
        ("Goh Wan Ling (Harbour North) came.", "Goh Wang Ling (Harbour North) came."),
        ("Kua Meng Fei came.", "Kua Mengfei came."),
        ("Fabien Ek came.", "Fabian Ek came."),
    ],
)
def test_one_person_under_two_names(left, right):
    assert len(people(left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Joseph Vostrikov came.", "Josephine Vostrikov came."),
        ("Ann Tollemache came.", "Anna Tollemache came."),
        ("Jan Smith came.", "Janko Smith came."),
        ("Ramona Ek came.", "Ramina Ek came."),
        ("Fabien Ek, 30, came.", "Fabian Ek, 62, came."),
        ("Rolf Castellaro came.", "Livia Castellari came."),
        ("Raj Thevar, 41, came.", "Rajanikanth Thevar, 62, came."),
        ("Mr Ade Obiorah came.", "Ms Adekemi Obiorah came."),
        ("Goh Wan Ling (Harbour North) came.", "Goh Wang Ling (Harbour South) came."),
    ],
)
def test_two_people(left, right):
    assert len(people(left, right)) == 2


def test_who_may_be_one_of_two_is_neither():
    assert len(people("Priyanka Thevar came.", "Priyamvada Thevar came.", "Priya Thevar came.")) == 3


def test_who_stand_in_one_article_are_two():
    text = "Linda Vostrikova and Annalinda Vostrikova came."
    assert len(link_entities([named("a", text, PERSON="Linda Vostrikova; Annalinda Vostrikova")]).entities) == 2


def test_an_article_may_spell_one_name_with_its_syllables_apart_and_together():
    text = "Kua Mengfei came. Kua Meng Fei left."
    assert len(link_entities([named("a", text, PERSON="Kua Mengfei; Kua Meng Fei")]).entities) == 1


@pytest.mark.parametrize(
    ("once", "often", "entities"),
    [("Fabian Ek", "Fabien Ek", 1), ("Ramona Ek", "Ramone Ek", 2), ("Ramona Ek", "Ramina Ek", 2), ("Fabian Ek", "Fabion Oek", 2)],
)
def test_a_vowel_in_a_long_given_name_that_one_article_has_otherwise(once, often, entities):
    said = [once, often, often]
    assert len(link_entities([named(str(n), f"{name} came.", PERSON=name) for n, name in enumerate(said)]).entities) == entities


def test_an_article_may_misspell_once_whom_others_name_as_it_does():
    a = named("a", "Fabien Ek came. Fabian Ek left.", PERSON="Fabien Ek; Fabian Ek")
    assert len(link_entities([a, named("b", "Fabien Ek came.", PERSON="Fabien Ek")]).entities) == 1
    assert len(link_entities([a]).entities) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Rajanikanth Thevar", "Raj Thevar"),
        ("Livia Castellaro", "Livia Castellari"),
        ("Fabian Quistgaard", "Fab Quistgaard"),
        ("Fabien Lee", "Fabian Lee"),
    ],
)
def test_the_two_names_are_told_once_as_a_minor_finding(left, right):
    found = compare([named("a", f"{left} came.", PERSON=left), named("b", f"{right} came.", PERSON=right)])
    assert len(found.entities) == 1
    assert [(d.kind, d.severity, {s.text for s in d.spans}) for d in found.discrepancies] == [("name", "minor", {left, right})]


def test_a_nickname_before_a_rare_surname_is_told_once():
    left, right = "Wilhelmina Tollemache", "Wilma Tollemache"
    found = compare([named("a", f"{left} came.", PERSON=left), named("b", f"{right} came.", PERSON=right)])
    assert [(d.kind, {s.text for s in d.spans}) for d in found.discrepancies] == [("name", {left, right})]
