"""Offices in capitals, states by their codes, names of which a part stands as initials."""

from __future__ import annotations

import pytest

from crosscheck.compare.entities.capitals import initials_before
from crosscheck.compare.entities.linking import link_entities
from tests.compare.named import named


def linked(*extractions) -> list[set[str]]:
    return [{place.text for place in entity.mentions} for entity in link_entities(extractions).entities]


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("Senior Minister Goh Wei Lin", "sm"),
        ("Deputy Prime Minister Goh Wei Lin", "dpm"),
        ("Former Prime Minister Goh Wei Lin", "pm"),
        ("Minister of State Goh Wei Lin", "ms"),
        ("Minister Goh Wei Lin", ""),
        ("On Monday Goh Wei Lin", ""),
    ],
)
def test_the_initials_of_an_office(text: str, initials: str) -> None:
    start = text.index("Goh")
    assert initials_before(text, start, len(text)) == initials


def test_an_office_in_capitals_tells_who_of_a_family_is_meant() -> None:
    a = named("a", "Senior Minister Goh Wei Lin met Goh Beng Hock.", PERSON="Goh Wei Lin; Goh Beng Hock")
    b = named("b", "SM Goh spoke.", PERSON="SM Goh")
    assert {"Goh Wei Lin", "SM Goh"} in linked(a, b)


def test_capitals_that_are_no_office_of_that_family_stay() -> None:
    a = named("a", "Mayor Ann Roe spoke.", PERSON="Ann Roe")
    b = named("b", "JD Roe spoke.", PERSON="JD Roe")
    assert {"JD Roe"} in linked(a, b)


def test_a_first_name_goes_to_the_one_whom_another_article_calls_so() -> None:
    a = named("a", "Malia Roe left. Malia said so.", PERSON="Malia Roe; Malia=Malia Roe")
    b = named("b", "Malia and Sasha Roe left.", PERSON="Malia; Sasha Roe")
    assert {"Malia Roe", "Malia"} in linked(a, b)


def test_a_code_behind_a_town_is_a_state() -> None:
    a = named("a", "Floods in New Arden, LA, on Monday.", GPE="LA")
    b = named("b", "Louisiana is flooded. Not so Los Angeles.", GPE="Louisiana; Los Angeles")
    assert {"LA", "Louisiana"} in linked(a, b)
    assert {"LA", "Los Angeles"} in linked(named("a", "Fires in LA on Monday.", GPE="LA"), b)


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Harbour GRC", "Harbour Group Representation Constituency", True),
        ("Harbour Community Centre", "Harbour Community Club", True),
        ("Harbour Community Centre", "Quarlow Community Club", False),
    ],
)
def test_names_with_a_part_in_other_words(first: str, second: str, one: bool) -> None:
    found = linked(named("a", f"{first} opened.", ORG=first), named("b", f"{second} opened.", ORG=second))
    assert (len(found) == 1) is one


def test_an_acronym_that_others_bear_too_is_nobodys() -> None:
    text = "Harbour Group Representation Constituency (GRC) and Quarlow GRC; a GRC is large."
    found = linked(named("a", text, ORG="Harbour Group Representation Constituency; Quarlow GRC; GRC"))
    assert {"GRC"} in found


def test_brackets_may_keep_a_word_of_the_name() -> None:
    text = "Harlow University of Technology (TU Harlow) knows. TU Harlow said so."
    assert linked(named("a", text, ORG="Harlow University of Technology; TU Harlow")) == [{"Harlow University of Technology", "TU Harlow"}]


def test_a_lady_is_not_the_man_of_her_name() -> None:
    text = "Sir Alan Roe left. His wife, Lady Roe, stayed."
    found = linked(named("a", text, PERSON="Alan Roe; Roe"))
    assert found == [{"Alan Roe"}, {"Roe"}]
    assert linked(named("a", "Sir Alan Roe left. Mr Roe stayed.", PERSON="Alan Roe; Roe")) == [{"Alan Roe", "Roe"}]


def test_malay_titles_are_no_part_of_a_name() -> None:
    found = linked(
        named("a", "Datuk Seri Azman Osman spoke.", PERSON="Datuk Seri Azman Osman"), named("b", "Azman Osman", PERSON="Azman Osman")
    )
    assert found == [{"Datuk Seri Azman Osman", "Azman Osman"}]
