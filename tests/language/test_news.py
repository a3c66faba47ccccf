"""Who said what in the forms of attribution that news uses, read by the shipped model: the pieces stand in tests/cases/news.yaml."""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.language.extraction import extract
from crosscheck.language.loading import load_pipeline
from crosscheck.records import Article, Extraction, Form, TextSpan

from .cases import load, paragraphs_of

HEADLINE = "Storm damages pier at Northport"
PIECES = load("news")


def article_of(number: int, piece: dict[str, Any]) -> Article:
    text = f"{HEADLINE}\n\n{piece['text'].strip()}\n"
    return Article(str(number), f"{number}.txt", text, "", title=TextSpan(0, len(HEADLINE), HEADLINE), paragraphs=paragraphs_of(text))


@pytest.fixture(scope="module")
def read() -> list[Extraction]:
    return list(extract(load_pipeline(), [article_of(*item) for item in enumerate(PIECES)]))


def speaker_of(found: Extraction, words: str) -> str | None:
    """The speaker of the shortest statement that quotes the words."""
    text = found.article.text
    quoted = [s for s in found.statements if s.form in (Form.DIRECT, Form.MIXED)]
    holding = [s for s in quoted if any(words in text[q.start : q.end] for q in s.quoted)]
    best = min(holding, key=lambda s: len(s.text), default=None)
    return best.speaker.name if best is not None and best.speaker is not None else None


@pytest.mark.parametrize("number", range(len(PIECES)), ids=lambda n: next(iter(PIECES[n]["said"])))
def test_who_said_it(read: list[Extraction], number: int) -> None:
    wanted = PIECES[number]["said"]
    assert {words: speaker_of(read[number], words) for words in wanted} == wanted
