"""Reads tests/cases/*.yaml: an article, what the model found in it, and the statements that must come of it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from ruamel.yaml import YAML
from spacy.language import Language

from crosscheck.language.names.chains import read_chains
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Named, Reading
from crosscheck.language.statements import make_statements
from crosscheck.records import Article, Span, Statement, TextSpan, Word

CASES = Path(__file__).parents[1] / "cases"


def load(name: str) -> list[dict[str, Any]]:
    return list(YAML(typ="safe").load((CASES / f"{name}.yaml").read_text(encoding="utf-8")))


@cache
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def paragraphs_of(text: str) -> tuple[Span, ...]:
    spans, offset = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(offset, offset + len(line)))
        offset += len(line) + 1
    return tuple(spans)


def occurrences(text: str, words: str) -> list[Span]:
    spans, start = [], text.find(words)
    while start >= 0:
        spans.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return spans


def article_of(case: dict[str, Any]) -> Article:
    text = case["text"].rstrip("\n")
    paragraphs = paragraphs_of(text)
    first = paragraphs[0]
    title = TextSpan(first.start, first.end, text[first.start : first.end]) if case.get("title") else None
    return Article("case", "case.txt", text, "", title=title, paragraphs=paragraphs)


def reading_of(case: dict[str, Any]) -> Reading:
    article, tags = article_of(case), case.get("tags", {})
    doc = blank()(article.text)
    words = [Word(t.idx, t.idx + len(t), t.text, t.lemma_, tags.get(t.text, "")) for t in doc if not t.is_space]
    entities: list[Named] = []
    for label, names in case.get("entities", {}).items():
        for name in sorted(names, key=len, reverse=True):
            for span in occurrences(article.text, name):
                if not any(e.start < span.end and span.start < e.end for e in entities):
                    entities.append(Named(span.start, span.end, name, label))
    sentences = [Span(s.start_char, s.end_char) for s in doc.sents]
    return Reading(article.text, words, sentences, article.paragraphs, sorted(entities), article.title.span if article.title else None)


def attributions_of(case: dict[str, Any]) -> list[Attribution]:
    """Each is ``[source, cue, content, …]``; a part is looked for after the one listed before it that starts its sentence alike."""
    text, found, position = case["text"], [], 0
    for source, cue, *contents in case.get("attributions", []):
        anchor = text.index(contents[0], position)
        content = tuple(Span(text.index(c, anchor), text.index(c, anchor) + len(c)) for c in contents)
        found.append(Attribution(_nearest(text, source, anchor), _nearest(text, cue, anchor), content))
        position = anchor
    return found


def _nearest(text: str, words: str | None, anchor: int) -> tuple[Span, ...]:
    if not words:
        return ()
    whole = [Span(*match.span()) for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return (min(whole, key=lambda s: min(abs(s.end - anchor), abs(s.start - anchor))),)


def statements_of(case: dict[str, Any]) -> list[Statement]:
    reading = reading_of(case)
    return make_statements(article_of(case), reading, read_chains(reading), attributions_of(case))
