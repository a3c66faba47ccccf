"""What is no part of a person's name though the tagger took it in."""

from __future__ import annotations

import pytest

from crosscheck.language.names.leads import listed, whole_words, without_leads
from crosscheck.language.reading import Named


def people(*names: str) -> list[Named]:
    return [Named(100 * at, 100 * at + len(name), name, "PERSON") for at, name in enumerate(names)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["GRC Goh Wei Lin"], ["Goh Wei Lin"]),
        (["MP Ann Roe"], ["Ann Roe"]),
        (["CEO Ann Roe"], ["Ann Roe"]),
        (["JD Roe"], ["JD Roe"]),
        (["JD Ann Roe"], ["JD Ann Roe"]),
        (["UP Ann Roe", "Ann Roe"], ["Ann Roe", "Ann Roe"]),
        (["MP Roe"], ["MP Roe"]),
        (["Harbour Hill GRC Goh Wei Lin"], ["Goh Wei Lin"]),
        (["ANN ROE"], ["ANN ROE"]),
    ],
)
def test_capitals_before_a_full_name_are_no_part_of_it(names: list[str], expected: list[str]) -> None:
    assert [entity.text for entity in without_leads(people(*names))] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Roe/ Paul Stone/", ["Ann Roe", "Paul Stone"]),
        ("Kannan s/o Velu", ["Kannan s/o Velu"]),
        ("Kannan S/O Velu", ["Kannan S/O Velu"]),
        ("Kumar a/l Velu", ["Kumar a/l Velu"]),
        ("Ann Roe", ["Ann Roe"]),
    ],
)
def test_a_list_is_parted(name: str, expected: list[str]) -> None:
    (entity,) = people(name)
    assert [piece.text for piece in listed(entity)] == expected


def test_names_that_end_in_one_word_in_capitals_are_places() -> None:
    found = without_leads(people("Harbour GRC", "Old Quarlow GRC", "Ann Roe III"))
    assert [entity.label for entity in found] == ["GPE", "GPE", "PERSON"]
    assert [entity.label for entity in without_leads(people("Ann ROE", "Paul STONE"))] == ["PERSON", "PERSON"]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Ann Roe Re-Elected", "Ann Roe Re", ["Ann Roe"]),
        ("Chip-and-Pin is here", "Chip", []),
        ("Roe-Stone debate", "Roe", ["Roe"]),
        ("Ann Roe-backed plan", "Ann Roe", ["Ann Roe"]),
    ],
)
def test_the_beginning_of_a_compound_is_no_name(text: str, name: str, expected: list[str]) -> None:
    assert [entity.text for entity in whole_words(text, [Named(0, len(name), name, "PERSON")])] == expected


def test_what_is_named_after_a_saint_is_a_body() -> None:
    text = "St Brigid’s said so; St Albans Town won."
    found = list(whole_words(text, [Named(3, 9, "Brigid", "PERSON"), Named(21, 30, "St Albans", "PERSON")]))
    assert [(entity.text, entity.label) for entity in found] == [("St Brigid’s", "ORG"), ("St Albans", "PERSON")]
