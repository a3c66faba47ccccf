"""Bodies whose name goes on behind "of" are one name."""

from __future__ import annotations

import pytest

from crosscheck.language.names.offices import whole_offices
from crosscheck.language.reading import Named


def named(text: str, *pieces: tuple[str, str]) -> list[Named]:
    return [Named(text.index(words), text.index(words) + len(words), words, label) for words, label in pieces]


@pytest.mark.parametrize(
    ("text", "pieces", "wanted"),
    [
        (
            "the Office of the Attorney General of Norland said",
            [("Office of the", "ORG"), ("Attorney General of Norland", "ORG")],
            ["Office of the Attorney General of Norland"],
        ),
        ("the Ministry of Harbours said", [("Ministry", "ORG"), ("Harbours", "ORG")], ["Ministry of Harbours"]),
        ("the Court of Dunmore ruled", [("Court", "ORG"), ("Dunmore", "GPE")], ["Court of Dunmore"]),
        ("the Office, Ann Roe said", [("Office", "ORG"), ("Ann Roe", "PERSON")], ["Office", "Ann Roe"]),
        ("Harbour Line of Dunmore said", [("Harbour Line", "ORG"), ("Dunmore", "GPE")], ["Harbour Line", "Dunmore"]),
        ("the Board told Ann Roe", [("Board", "ORG"), ("Ann Roe", "PERSON")], ["Board", "Ann Roe"]),
    ],
)
def test_a_body_torn_at_its_of_is_one_name(text: str, pieces: list[tuple[str, str]], wanted: list[str]) -> None:
    found = list(whole_offices(text, named(text, *pieces)))
    assert [entity.text for entity in found] == wanted
    assert all(text[entity.start : entity.end] == entity.text for entity in found)
