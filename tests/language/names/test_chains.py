"""Who is a person in an article, and who is not."""

from __future__ import annotations

import pytest
import spacy

from crosscheck.language.names.chains import read_chains
from crosscheck.language.reading import Named, Reading
from crosscheck.records import Span, Word


def reading(text: str, *named: tuple[str, int, str]) -> Reading:
    """An article with the n-th occurrence of some words read as names."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(text)
    entities = []
    for words, nth, label in named:
        start = -1
        for _ in range(nth):
            start = text.index(words, start + 1)
        entities.append(Named(start, start + len(words), words, label))
    sentences = [Span(s.start_char, s.end_char) for s in doc.sents]
    return Reading(text, [Word(t.idx, t.idx + len(t), t.text, "", "") for t in doc], sentences, [Span(0, len(text))], sorted(entities))


def test_a_place_read_as_a_person_once_is_nobody() -> None:
    text = "Paul Stone of the Northtown Council spoke. Northtown Lake froze. Northtown was small, he said."
    places = ("Northtown Council", 1, "ORG"), ("Northtown Lake", 1, "LOC")
    article = reading(text, ("Paul Stone", 1, "PERSON"), *places, ("Northtown", 3, "PERSON"))
    assert [person.name for person in read_chains(article).people] == ["Paul Stone"]


def test_a_surname_with_a_title_stays_a_person_whatever_place_is_called_so() -> None:
    text = "Northtown Council met. Northtown Lake froze. Mr Northtown was there."
    article = reading(text, ("Northtown Council", 1, "ORG"), ("Northtown Lake", 1, "LOC"), ("Northtown", 3, "PERSON"))
    assert [person.name for person in read_chains(article).people] == ["Northtown"]


def test_a_direction_behind_a_place_is_no_surname() -> None:
    text = "Northtown was small. Northtown West voted. Kim West voted too."
    article = reading(text, ("Northtown", 1, "GPE"), ("Northtown West", 1, "PERSON"), ("Kim West", 1, "PERSON"))
    assert [person.name for person in read_chains(article).people] == ["Kim West"]


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        ("Mark Roe", "Mary Roe", 2),
        ("Martin Roe", "Marvin Roe", 2),
        ("Michael Roe", "Michelle Roe", 2),
        ("Daniel Roe", "Dan Roe", 1),
        ("Andrew Roe", "Andy Roe", 1),
        ("Deborah Roe", "Debbie Roe", 1),
        ("Daniel Roe", "Danny Roe", 1),
        ("D. Roe", "Daniel Roe", 1),
    ],
)
def test_three_letters_in_common_make_no_one_person(first: str, second: str, people: int) -> None:
    article = reading(f"{first} spoke. {second} left.", (first, 1, "PERSON"), (second, 1, "PERSON"))
    assert len(read_chains(article).people) == people
