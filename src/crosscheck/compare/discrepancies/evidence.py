"""Spans and sentences that show a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from crosscheck.compare.words.tokens import Token
from crosscheck.records import Evidence
from crosscheck.text import without_odd_mark

MAX_QUOTED = 12
"""Words of a side that an explanation quotes; longer sides are shortened in the middle."""

_MARK = re.compile(r"(?:…|\.\s?\.\s?\.|\[\s*(?:…|\.\.\.)?\s*\])\s*$")
MARK_REACH = 8
"""Code points of a mark of omission with the space behind it: [ … ] and one more."""


def evidence(tokens: Sequence[Token], first: int, last: int, *, source: str, statement: str, text: str) -> Evidence:
    """Return the span of ``tokens[first:last]``, zero-width at the gap where it is empty: at the end of a sentence behind its last word."""
    ends = 0 < first < len(tokens) and tokens[first - 1].sentence != tokens[first].sentence
    if first < last:
        start, end = tokens[first].start, tokens[last - 1].end
    elif ends:
        start = end = tokens[first - 1].end
    elif first < len(tokens):
        start = end = tokens[first].start
    else:
        start = end = tokens[-1].end if tokens else 0
    return Evidence(source, statement, start, end, text[start:end])


class Located(Protocol):
    """What stands at one place of an article."""

    @property
    def source(self) -> str:
        """Id of the source."""

    @property
    def start(self) -> int:
        """Offset of its first character, in code points."""

    @property
    def end(self) -> int:
        """Offset behind its last one."""


def words_at(place: Located, texts: Mapping[str, str]) -> Evidence:
    """Return the words at a place of an article, whatever statement they stand in.

    Args:
        place: The place.
        texts: Texts of the articles, by id.
    """
    return Evidence(place.source, None, place.start, place.end, texts[place.source][place.start : place.end])


def with_mark(span: Evidence, text: str) -> Evidence:
    """Return a span with the mark of omission that stands right before it, where one does: it is what differs."""
    first = max(0, span.start - MARK_REACH)
    found = _MARK.search(text[first : span.start])
    start = first + found.start() if found else span.start
    return Evidence(span.source, span.statement, start, span.end, text[start : span.end])


def quote_words(text: str) -> str:
    """Return the words for an explanation: one line, in curly marks, shortened in the middle where long."""
    words = text.split()
    if not words:
        return "nothing"
    if len(words) > MAX_QUOTED:
        words = [*words[: MAX_QUOTED - 4], "…", *words[-3:]]
    return "“" + without_odd_mark(" ".join(words).strip("“”\"'‘’ ")) + "”"


def by_wording(camps: Mapping[str, Iterable[str]]) -> str:
    """Join ``words -> sources`` to "“a” in x and y; “b” in z", in the order of the mapping."""
    return "; ".join(f"{quote_words(words)} in {names(sources)}" for words, sources in camps.items())


def names(sources: Iterable[str]) -> str:
    """Join source ids: "a", "a and b", "a, b and c", sorted."""
    ordered = sorted(set(sources))
    return ordered[0] if len(ordered) == 1 else ", ".join(ordered[:-1]) + " and " + ordered[-1] if ordered else ""
