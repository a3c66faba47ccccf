"""Ages belong to the name they stand beside; another person's age contradicts nobody's."""

from __future__ import annotations

from functools import cache

import pytest

from crosscheck.compare import compare
from crosscheck.language import extract, load_pipeline
from crosscheck.records import Article, Extraction, Kind, Span
from crosscheck.settings import Settings
from crosscheck.text import short_hash

DIFFER = [
    ("Nadia Osei, 24, lost her ticket on the way to the hall in Tolbek.", "The ticket was lost, said Nadia Osei, 26, in tears."),
    ("Marc Oduya, who is 41, was arrested near the harbour.", "Police led the 43-year-old Marc Oduya out of his flat."),
    ("Marc Oduya, aged 41, was arrested near the harbour.", "His neighbour Marc Oduya, 43, had gone when we called."),
]
SILENT = [
    ("Nadia Osei, 24, lost her ticket in Tolbek.", "Her brother, Paul Osei, 26, had the ticket all along."),
    ("Nadia Osei, 24, lost her ticket in Tolbek.", "Nadia Osei met a 26-year-old man in Tolbek."),
    ("Nadia Osei, 24, lost her ticket in Tolbek.", "The ticket that Nadia Osei, 24, had lost was found."),
    ("Nadia and Lena Osei, aged 16 and 13 respectively, sang.", "Lena, 13, sang first, then Nadia, 16."),
    ("Nadia Osei, 24, lost her ticket in Tolbek.", "Lena Brandt, 31, found a ticket in Tolbek."),
]


@cache
def read() -> dict[str, Extraction]:
    """Every sentence above as an article of its own."""
    settings = Settings()
    texts = sorted({text for pair in (*DIFFER, *SILENT) for text in pair})
    articles = [Article(short_hash(text), f"{short_hash(text)}.txt", text, "0" * 64, paragraphs=(Span(0, len(text)),)) for text in texts]
    return dict(zip(texts, extract(load_pipeline(settings.model, settings.device), articles), strict=True))


def figures(left: str, right: str) -> list[list[str]]:
    result = compare([read()[left], read()[right]])
    every = [*(d for g in result.groups for d in g.discrepancies), *result.discrepancies]
    return [sorted(s.text for s in d.spans) for d in every if d.kind is Kind.NUMBER]


@pytest.mark.parametrize(("left", "right"), DIFFER)
def test_two_ages_of_one_person(left: str, right: str) -> None:
    (shown,) = figures(left, right)
    assert [text[:2] for text in shown] in (["24", "26"], ["41", "43"])


@pytest.mark.parametrize(("left", "right"), SILENT)
def test_ages_of_two_people_and_equal_ages(left: str, right: str) -> None:
    assert figures(left, right) == []
