"""Names: what is parsed off, and which names may be one person's."""

from __future__ import annotations

import pytest

from crosscheck.compare.entities.names import bare, body_key, names_agree, person_name
from crosscheck.compare.entities.titles import title_before
from crosscheck.compare.words.sounds import plain, sounds_alike


@pytest.mark.parametrize(
    ("text", "tokens", "suffix"),
    [
        ("Ann Smith", ("ann", "smith"), ""),
        ("Brig. Gen. Walter K. Price III", ("walter", "k", "price"), "iii"),
        ("Walter Price, Jr.", ("walter", "price"), "jr"),
        ("Rep. Núria Béjar’s", ("nuria", "bejar"), ""),
        ("Attorney General Pat O’Hara", ("pat", "ohara"), ""),
        ('James "Red" Miller', ("james", "miller"), ""),
        ("Omar al-Farouk", ("omar", "farouk"), ""),
        ("J.R. Stone", ("j", "r", "stone"), ""),
        ("Prince Oskar", ("prince", "oskar"), ""),
        ("Deputy Foreign Minister Lena Voss", ("lena", "voss"), ""),
    ],
)
def test_a_personal_name_is_what_titles_and_suffixes_leave(text, tokens, suffix):
    name = person_name(text)
    assert (name.tokens, name.suffix) == (tokens, suffix)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Walter Price", "Walter K. Price"),
        ("W. Price", "Walter Price"),
        ("Bill Price", "William Price"),
        ("Qadir Rahimov", "Kadir Rahimov"),
        ("Mohammed Yusef", "Muhammad Yousef"),
        ("Núria Béjar", "Nuria Bejar"),
        ("Rahimov Qadir", "Qadir Rahimov"),
        ("Nuria Bejar Torres", "Nuria Bejar"),
        ("Walter H. Price III", "Walter Price"),
        ("J. Edgar Stone", "Edgar Stone"),
    ],
)
def test_names_that_may_be_one_person(left, right):
    assert names_agree(person_name(left), person_name(right))
    assert names_agree(person_name(right), person_name(left))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ann Price", "Walter Price"),
        ("Walter Price", "Walter Price Jr."),
        ("Walter A. Price", "Walter B. Price"),
        ("Eric Price", "Erica Price"),
        ("Mario Bruni", "Maria Bruni"),
        ("Allan Price", "Ellen Price"),
        ("Daniel Price", "Danielle Price"),
        ("Hassan Darwish", "Hussein Darwish"),
        ("Robert Miller", "Robert Mueller"),
        ("Robert Miller", "Robert Müller"),
        ("Daniele Rossi", "Daniela Rossi"),
        ("Anna Kowalski", "Anna Kowalska"),
        ("Walter Price Sr.", "Walter Price Jr."),
    ],
)
def test_names_of_different_people(left, right):
    assert not names_agree(person_name(left), person_name(right))
    assert not names_agree(person_name(right), person_name(left))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the U.S.", "United States of America"),
        ("US", "America's"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("Acme Corp.", "Acme"),
        ("The Kestrel & Sons Ltd", "Kestrel and Sons"),
        ("Calif.", "California"),
        ("Britain", "UK"),
        ("Republic of Freedonia", "Freedonia"),
    ],
)
def test_bodies_and_places_that_are_one(left, right):
    assert body_key(left) == body_key(right)


def test_a_people_is_no_country():
    assert body_key("American") != body_key("America")


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("odesa", "odessa", True),
        ("kiev", "kyiv", True),
        ("rahimov", "rakhimov", False),
        ("lee", "li", False),
        ("krause", "kruse", False),
        ("iran", "iraq", False),
    ],
)
def test_sounds(left, right, alike):
    assert sounds_alike(left, right) is alike


def test_plain_folds_letters_without_decomposition():
    assert plain("Łukasz Ødegård") == "lukasz odegard"


def test_bare_drops_title_article_and_possessive():
    assert bare("the President Núria Béjar's") == "Núria Béjar"


@pytest.mark.parametrize(
    ("text", "name", "ladder", "place"),
    [
        ("said Brig. Gen. Walter Price", "Walter Price", "rank", "brigadier general"),
        ("said Army General Walter Price", "Walter Price", "rank", "general"),
        ("Attorney General Walter Price", "Walter Price", "attorney general", ""),
        ("Deputy Defense Minister Walter Price", "Walter Price", "minister", "deputy"),
        ("Deputy Defense Minister Walter Price", "Minister Walter Price", "minister", "deputy"),
        ("acting mayor Walter Price", "Walter Price", "mayor", "acting"),
    ],
)
def test_the_title_before_a_name(text, name, ladder, place):
    start = text.index(name)
    title = title_before(text, start, start + len(name))
    assert title is not None
    assert (title.ladder, title.place) == (ladder, place)


@pytest.mark.parametrize("text", ["Walter Price", "the tall Walter Price", "General.\nWalter Price", "the minister, Walter Price"])
def test_no_title_directly_before(text):
    start = text.index("Walter")
    assert title_before(text, start, len(text)) is None
