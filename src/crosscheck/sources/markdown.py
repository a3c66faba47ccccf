"""Markdown articles: the text stays as it is; what is markup or metadata is marked, offsets count in the raw file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from crosscheck.records import Furniture, Span, TextSpan
from crosscheck.sources.dates import iso_date
from crosscheck.sources.drafts import Draft
from crosscheck.text import INLINE_MARKUP

MARKUP = "markdown"
FRONT_MATTER = "front-matter"

_KEY_VALUE = re.compile(r"(?P<key>[A-Za-z][\w -]*):[ \t]*(?P<mark>[\"']?)(?P<value>.*?)(?P=mark)[ \t]*")
_HEADING = re.compile(r"(?P<open>[ ]{0,3}(?P<level>#{1,6})[ \t]+)(?P<text>.*?)(?P<close>[ \t]+#+)?[ \t]*")
_LEAD = re.compile(r"[ ]{0,3}(?:(?:>[ ]?)+|[*+][ \t]+)")
_WHOLE_LINE = re.compile(
    r"\s*(?:={3,}|-{3,}|(?:\*[ ]?){3,}|(?:_[ ]?){3,}"  # underlines of headings, rules
    r"|\[[^\]\[]{1,80}\]:[ \t]*\S+.*"  # link definitions
    r"|\|?(?:[ ]?:?-{3,}:?[ ]?\|)+(?:[ ]?:?-{3,}:?[ ]?)?"  # table rulers
    r"|<!--.*-->|```.*|~~~.*)\s*"
)
_LONGEST_HEADING = 1000
"""Characters; longer lines are prose, whatever they begin with."""
_UNDERLINE = re.compile(r"\s*=+\s*")
_TARGET = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"
_IMAGE = re.compile(rf"!\[[^\]\[]*\]{_TARGET}")
_LINK = re.compile(rf"(?P<open>\[)[^\]\[]*(?P<close>\]{_TARGET}|\]\[[^\]\[]*\])")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
_FIELDS = {
    "publisher": "publisher",
    "source": "publisher",
    "outlet": "publisher",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "id": "id",
}


@dataclass
class _Reading:
    """What has been seen so far."""

    text: str
    markup: list[Furniture] = field(default_factory=list)
    starts: set[int] = field(default_factory=set)
    values: dict[str, str] = field(default_factory=dict)
    title: TextSpan | None = None
    front_title: TextSpan | None = None

    def mark(self, start: int, end: int, rule: str = MARKUP) -> None:
        """Mark a stretch, if there is one."""
        if start < end:
            self.markup.append(Furniture(Span(start, end), rule))

    def span(self, start: int, end: int) -> TextSpan:
        """Return a stretch with its words."""
        return TextSpan(start, end, self.text[start:end])


def read_markdown(text: str) -> Draft:
    """Read one Markdown article; its title is the first ``# heading``, else an underlined line, else the front matter's title."""
    reading = _Reading(text)
    offset = _front_matter(reading)
    previous: tuple[int, int] | None = None
    for start, end in _lines(text, offset):
        _line(reading, start, end, previous)
        previous = (start, end)
    values = reading.values
    title = reading.title or reading.front_title
    return Draft(
        text,
        id=values.get("id"),
        title=title,
        publisher=values.get("publisher"),
        published=iso_date(values["published"]) if "published" in values else None,
        url=values.get("url"),
        markup=_in_order(reading.markup),
        starts=frozenset(reading.starts),
    )


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _front_matter(reading: _Reading) -> int:
    """Read the block between two lines of ``---`` at the very start; return the offset after it."""
    text = reading.text
    if not text.startswith("---\n"):
        return 0
    rows: list[tuple[int, int]] = []
    for start, end in _lines(text, 4):
        if text[start:end].rstrip() in ("---", "..."):
            reading.mark(0, 3, FRONT_MATTER)
            for row_start, row_end in rows:
                _front_row(reading, row_start, row_end)
            reading.mark(start, end, FRONT_MATTER)
            reading.starts.update((0, start, end + 1, *(row[0] for row in rows)))
            return end + 1
        rows.append((start, end))
    return 0


def _front_row(reading: _Reading, start: int, end: int) -> None:
    match = _KEY_VALUE.fullmatch(reading.text, start, end)
    key = match["key"].strip().lower() if match else ""
    if match and match["value"]:
        if key == "title":
            first, last = match.span("value")
            reading.front_title = reading.span(first, last)
            reading.mark(start, first, FRONT_MATTER)
            reading.mark(last, end, FRONT_MATTER)
            return
        if key in _FIELDS:
            reading.values.setdefault(_FIELDS[key], match["value"])
    reading.mark(start, end, FRONT_MATTER)


def _line(reading: _Reading, start: int, end: int, previous: tuple[int, int] | None) -> None:
    text = reading.text
    if end - start <= _LONGEST_HEADING and _WHOLE_LINE.fullmatch(text, start, end):
        if _UNDERLINE.fullmatch(text, start, end) and previous and reading.title is None and text[slice(*previous)].strip():
            reading.title = _stripped(reading, *previous)
        reading.mark(start, end)
        reading.starts.update((start, end + 1))
        return
    short = end - start <= _LONGEST_HEADING
    heading = _HEADING.fullmatch(text, start, end) if short and text[start : start + 4].lstrip().startswith("#") else None
    if heading:
        first, last = heading.span("text")
        reading.mark(start, first)
        reading.mark(last, end)
        reading.starts.update((start, end + 1))
        if heading["level"] == "#" and reading.title is None and first < last:
            reading.title = reading.span(first, last)
    elif lead := _LEAD.match(text, start, end):
        reading.mark(start, lead.end())
        reading.starts.add(start)
    _inline(reading, start, end)


def _stripped(reading: _Reading, start: int, end: int) -> TextSpan:
    line = reading.text[start:end]
    return reading.span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _inline(reading: _Reading, start: int, end: int) -> None:
    text = reading.text
    targets = [match.span() for match in _IMAGE.finditer(text, start, end)]
    for match in _LINK.finditer(text, start, end):
        if not _within(match.start(), targets):
            reading.mark(*match.span("open"), INLINE_MARKUP)
            targets.append(match.span("close"))
    for target in targets:
        reading.mark(*target, INLINE_MARKUP)
    open_at: dict[str, int] = {}
    for match in _EMPHASIS.finditer(text, start, end):
        token, (first, last) = match[0], match.span()
        if _within(first, targets):
            continue
        opens = last < end and not text[last].isspace()
        closes = first > start and not text[first - 1].isspace()
        if closes and token in open_at:
            begin = open_at.pop(token)
            reading.mark(begin, begin + len(token), INLINE_MARKUP)
            reading.mark(first, last, INLINE_MARKUP)
        elif opens:
            open_at[token] = first


def _within(offset: int, targets: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in targets)


def _in_order(markup: list[Furniture]) -> tuple[Furniture, ...]:
    """Sort and drop what overlaps an earlier mark, such as emphasis inside an image."""
    kept: list[Furniture] = []
    for mark in sorted(markup, key=lambda item: (item.span.start, -item.span.end)):
        if not kept or kept[-1].span.end <= mark.span.start:
            kept.append(mark)
    return tuple(kept)
