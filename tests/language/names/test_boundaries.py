"""Bounds of people's names: what the tagger gives (in brackets below), what the article shows."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from crosscheck.language.names.boundaries import mend
from crosscheck.language.reading import Named
from crosscheck.records import Word

_TOKEN = re.compile(r"\w+(?:-\w+)*\.?(?<=\b[A-Z]\.)|\w+(?:-\w+)*|[’']s|\S")
_MARKED = re.compile(r"\[([^\]|]+)\|([A-Z]+)\]")


def read(marked: str) -> tuple[str, list[Word], list[Named]]:
    """``[Tan|PERSON]`` marks what the tagger found; words with a capital are tagged as names, the others as nouns."""
    text, entities, end = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        entities.append(Named(len(text), len(text) + len(match[1]), match[1], match[2]))
        text += match[1]
        end = match.end()
    text += marked[end:]
    words = [Word(m.start(), m.end(), m.group(), "", "NNP" if m.group()[0].isupper() else "NN") for m in _TOKEN.finditer(text)]
    return text, words, entities


def mended(marked: str) -> list[str]:
    text, words, entities = read(marked)
    found = mend(text, words, entities)
    assert all(text[e.start : e.end] == e.text for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    return [f"{e.text}|{e.label}" for e in found]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("the court told Mr [Goh|PERSON] [Wei Lin|PERSON] to pay", ["Goh Wei Lin|PERSON"]),
        ("it fined Mr Goh [Wei Lin|PERSON] yesterday", ["Goh Wei Lin|PERSON"]),
        ("it fined [Anna|PERSON] [Karlsen|PERSON] yesterday", ["Anna Karlsen|PERSON"]),
        ("it thanked Ms Karlsen for it", ["Karlsen|PERSON"]),
        ("said V K [Menen|PERSON] of it", ["K Menen|PERSON"]),
        ("said K [Menen|PERSON] of it", ["K Menen|PERSON"]),
        ("the minister [Goh Wei|PERSON] Lin said so", ["Goh Wei Lin|PERSON"]),
        ("on advice of [Ann Roe|PERSON] Monday it rained", ["Ann Roe|PERSON"]),
        ("then [Harbour Corps General|PERSON] [Ann Roe|PERSON] spoke", ["Ann Roe|PERSON"]),
        ("then [Norwegian General Ann Roe|PERSON] spoke", ["Ann Roe|PERSON"]),
        ("then [Anna Marie King Roe|PERSON] spoke", ["Anna Marie King Roe|PERSON"]),
        ("[for Rural Roads|PERSON] it is new", []),
        ("the agency ([ANC)|NORP] said", ["ANC|NORP"]),
    ],
)
def test_pieces_of_a_name_are_put_together(marked: str, expected: list[str]) -> None:
    assert mended(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[Anil Rao|PERSON] sang. The singer, whose full name is [Anil|ORG] Kumar Dev [Rao|PERSON], left.",
            ["Anil Rao|PERSON", "Anil Kumar Dev Rao|PERSON"],
        ),
        (
            "[Marc Lim|PERSON] came. [Lim|PERSON] wrote. Texts sent by [Lim to Coast Radio|ORG] show it.",
            ["Marc Lim|PERSON", "Lim|PERSON", "Lim|PERSON", "Coast Radio|ORG"],
        ),
        ("[Roe|PERSON] spoke. It asked the envoy to the [UK Roe Ann Lee|ORG] why.", ["Roe|PERSON", "UK|GPE", "Roe Ann Lee|PERSON"]),
        ("[Ann Roe|PERSON] came. [Roe|PERSON] ate. Then [Roe|ORG] left.", ["Ann Roe|PERSON", "Roe|PERSON", "Roe|PERSON"]),
        ("[Ann Roe|PERSON], a singer better known as [Roe-Roe|ORG], left.", ["Ann Roe|PERSON", "Roe-Roe|PERSON"]),
        ("[Ann Roe|PERSON]’s firm, formerly known as [Roe-Roe|ORG], left.", ["Ann Roe|PERSON", "Roe-Roe|ORG"]),
    ],
)
def test_the_article_shows_who_is_a_person(marked: str, expected: list[str]) -> None:
    assert mended(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("HAB to paint flats. The [HAB|ORG] said so.", ["HAB|ORG", "HAB|ORG"]),
        ("General [Ivo Roe|PERSON] ate. BG Roe left.", ["Ivo Roe|PERSON", "Roe|PERSON"]),
        ("[Office of Roads and|ORG] the rest", ["Office of Roads|ORG"]),
        ("[Coast Radio|ORG] said so. Later Coast Radio denied it.", ["Coast Radio|ORG", "Coast Radio|ORG"]),
        ("the [Star|ORG] said so. Star players left.", ["Star|ORG"]),
        ("the [Star|ORG] of the Stars", ["Star|ORG"]),
    ],
)
def test_a_name_known_in_one_place_is_known_in_all(marked: str, expected: list[str]) -> None:
    assert mended(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("said her lawyer, [Goh Wei Jin. Nair|PERSON], 32, was freed.", ["Goh Wei Jin|PERSON", "Nair|PERSON"]),
        ("said [Ann St. John|PERSON].", ["Ann St. John|PERSON"]),
        ("said [Walter K. Price|PERSON].", ["Walter K. Price|PERSON"]),
        ("said [Mohd. Hafiz Karim|PERSON].", ["Mohd. Hafiz Karim|PERSON"]),
        ("the case of [Kannan|PERSON] s/o Velu was closed", ["Kannan s/o Velu|PERSON"]),
        ("the case of [Kannan|PERSON] s/o [Velu|PERSON] was closed", ["Kannan s/o Velu|PERSON"]),
        ("the case of [Hafiz|PERSON] bin [Abdul Karim|PERSON] was closed", ["Hafiz bin Abdul Karim|PERSON"]),
        ("the [Ministry|ORG] bin Laden watched", ["Ministry|ORG"]),
    ],
)
def test_names_end_with_their_sentence_and_hold_the_father(marked, expected):
    assert mended(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("the People’s [Action Party|ORG] won", ["People’s Action Party|ORG"]),
        ("the Workers' [Party|ORG] won", ["Workers' Party|ORG"]),
        ("Ostania’s [Action Party|ORG] won", ["Action Party|ORG"]),
        ("the [People|ORG]’s [Action Party|ORG] won", ["People’s Action Party|ORG"]),
        ("said [Goh Wei Jin.|PERSON] Nair, 32, was freed.", ["Goh Wei Jin|PERSON"]),
        ("said [Goh Wei Jin.|PERSON] [Nair|PERSON], 32, was freed.", ["Goh Wei Jin|PERSON", "Nair|PERSON"]),
    ],
)
def test_whose_body_it_is_and_where_a_sentence_ends(marked, expected):
    assert mended(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("the Panel on [Tidal Change|MISC] (PTC) said", ["Panel on Tidal Change|MISC"]),  # no label but the part's
        ("the Panel on [Tidal Change|MISC] (PTC) said. [PTC|ORG] left", ["Panel on Tidal Change|ORG", "PTC|ORG", "PTC|ORG"]),
        ("the [Act|ORG] to Keep Oil from Ships (AKOS) of", ["Act to Keep Oil from Ships|LAW"]),
        ("the [Ministry of Oil|ORG] and Gas (MOG) said", ["Ministry of Oil and Gas|ORG"]),
        ("the [Harbour Panel on Tides|ORG] (PT) said", ["Harbour Panel on Tides|ORG"]),  # more before it is kept
        ("the [Ministry of Oil|ORG] and Gas’s (MOG) fleet", ["Ministry of Oil and Gas|ORG"]),
        ("the [Harbour Party|ORG]’s (HP) fleet", ["Harbour Party|ORG"]),
        ("then [Ann Roe|PERSON] (AR) said", ["Ann Roe|PERSON"]),
        ("a General Election (GE) may", []),
        ("the panel on [Tidal Change|MISC] (PTC) said", ["Tidal Change|MISC"]),  # in lower case it is no name
        ("the [Ministry of Oil and Gas and the|ORG] palace", ["Ministry of Oil and Gas|ORG"]),
        ("the team of [ARQ|ORG] [Northport|GPE] said", ["ARQ Northport|ORG"]),
        ("the team of [ARQ|ORG] [Northport's|GPE] chief", ["ARQ|ORG", "Northport's|GPE"]),
        ("the [Quarl|ORG] [Northport|GPE] fair", ["Quarl|ORG", "Northport|GPE"]),
        ("it has [Paul Stone Jr Recommended|PERSON] today", ["Paul Stone Jr|PERSON"]),
    ],
)
def test_where_the_names_of_bodies_begin_and_end(marked: str, expected: list[str]) -> None:
    assert mended(marked) == expected


def test_a_bare_name_before_the_verb_of_its_sentence() -> None:
    text, words, entities = read("[Ann Roe|PERSON] left. Roe said so. Rowe said no.")
    tagged = [replace(word, tag="VBD") if word.text == "said" else word for word in words]
    assert [e.text for e in mend(text, tagged, entities)] == ["Ann Roe", "Roe"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[Quarl Homes Wins Vote|ORG] On New Tower\n\nIt is told that [Quarl Homes|ORG] won.",
            ["Quarl Homes|ORG", "Quarl Homes|ORG"],
        ),
        (
            "[Harbour Navy Unveils New Boats|ORG] Near Port\n\nThe [Royal Harbour Navy|ORG] has boats.",
            ["Harbour Navy|ORG", "Royal Harbour Navy|ORG"],
        ),
        (
            "[Ann Roe Finally|PERSON] Wins Great Port Vote\n\nThe mayor [Ann Roe|PERSON] won.",
            ["Ann Roe|PERSON", "Ann Roe|PERSON"],
        ),
        (
            "Then [Quarl Homes Land Trust|ORG] and [Quarl Homes|ORG] won it.",
            ["Quarl Homes Land Trust|ORG", "Quarl Homes|ORG"],
        ),  # no headline
        ("[Wings Of Time|ORG] Opens New Show\n\nThe show [Wings of Time|ORG] opened.", ["Wings Of Time|ORG", "Wings of Time|ORG"]),
        ("[Port Fund Wins|ORG] Great Case Here\n\nIt was told so.", ["Port Fund Wins|ORG"]),  # the article does not have it
    ],
)
def test_headlines_are_cut_to_names_that_the_article_has(marked: str, expected: list[str]) -> None:
    assert mended(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ('then [Patricia|PERSON] "[Patsy|PERSON]" [Rowe|PERSON] came', ['Patricia "Patsy" Rowe|PERSON']),
        ("then [Patricia|PERSON] “Patsy” Rowe came", ["Patricia “Patsy” Rowe|PERSON"]),
        ('then [Harbour|GPE] "Patsy" [Rowe|PERSON] came', ["Harbour|GPE", "Rowe|PERSON"]),
        ('then Mayor "Patsy" [Rowe|PERSON] came', ["Rowe|PERSON"]),
    ],
)
def test_a_nickname_in_marks_is_part_of_the_name(marked: str, expected: list[str]) -> None:
    assert mended(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("S'pore to vote\n\nThen [Singapore|GPE] voted", ["S'pore|GPE", "Singapore|GPE"]),
        ("S'gore to vote\n\nThen [Singapore|GPE] voted", ["Singapore|GPE"]),
        (
            "[Roe|GPE] sang. Then [Ann Roe|PERSON] said so, [Roe|PERSON] saw it and [Roe|PERSON] went",
            ["Roe|PERSON", "Ann Roe|PERSON", "Roe|PERSON", "Roe|PERSON"],
        ),
        (
            "it is in [Roe|GPE] that [Ann Roe|PERSON] said so, [Roe|PERSON] saw it and [Roe|PERSON] went",
            ["Roe|GPE", "Ann Roe|PERSON", "Roe|PERSON", "Roe|PERSON"],
        ),
    ],
)
def test_contracted_places_and_people_taken_for_places(marked: str, expected: list[str]) -> None:
    assert mended(marked) == expected
