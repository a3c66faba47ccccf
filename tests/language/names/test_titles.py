"""Titles: what stands before a name and is not part of it."""

from __future__ import annotations

import pytest

from crosscheck.language.names.titles import is_office, singular, strip_titles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr. Quill", "Quill"),
        ("Gen. Ivo Brand", "Ivo Brand"),
        ("U.S. Army General Ivo Brand", "Ivo Brand"),
        ("Defense Secretary Mark Quill", "Mark Quill"),
        ("Defense Mark T. Quill", "Mark T. Quill"),
        ("Pope Leo", "Leo"),
        ("Ann Rowe’s", "Ann Rowe"),
        ("Dean Smith", "Dean Smith"),
        ("Carl Otto King Jr.", "Carl Otto King Jr."),
        ("Mark Quill", "Mark Quill"),
    ],
)
def test_titles_are_cut(text: str, name: str) -> None:
    assert strip_titles(text) == name


@pytest.mark.parametrize(
    ("name", "label", "office"),
    [
        ("Defense Secretary", "ORG", True),
        ("Defense Secretary", "PERSON", True),
        ("Stephen King", "PERSON", False),
        ("White House", "ORG", False),
    ],
)
def test_an_office_is_no_name(name: str, label: str, office: bool) -> None:
    assert is_office(name, label) is office


@pytest.mark.parametrize(
    ("word", "expected"), [("officials", "official"), ("spokesmen", "spokesman"), ("agencies", "agency"), ("boss", "boss")]
)
def test_singular(word: str, expected: str) -> None:
    assert singular(word) == expected
