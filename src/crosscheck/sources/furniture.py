"""What a page's text says about itself: its title, its furniture, its publisher and its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosscheck.records import Furniture, Span, TextSpan
from crosscheck.sources import neighbours
from crosscheck.sources.datelines import Dateline, is_label_like, read_dateline
from crosscheck.sources.dates import find_date
from crosscheck.sources.headlines import find_title, split_site
from crosscheck.sources.neighbours import Marks
from crosscheck.text import count_words

_HEAD = 12
"""Paragraphs in which a dateline stands."""
_RUNNING_TEXT = 20
"""Words from which a paragraph is the article's body: after it, an unlabelled date is no longer the page's."""
_PUBLISHED = re.compile(r"published|posted|date\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's text says about itself."""

    title: TextSpan | None
    furniture: tuple[Furniture, ...]
    """In order, not overlapping."""
    publisher: str | None
    published: str | None


def read_page(
    text: str, paragraphs: Sequence[Span], markup: Sequence[Furniture] = (), title: TextSpan | None = None, headline: str | None = None
) -> Page:
    """Find title, furniture, publisher and date of publication.

    Args:
        text: The article's text.
        paragraphs: Its paragraphs in order.
        markup: Stretches that the file's format has marked already.
        title: The title where the format marks it.
        headline: The title's words where they stand outside ``text``.
    """
    marks = Marks(text, paragraphs)
    _mark_markup(marks, markup)
    if title:
        marks.title = next((index for index, span in enumerate(paragraphs) if span.start <= title.start < span.end), None)
    neighbours.mark_single(marks)
    neighbours.mark_captions_before_credit(marks)
    publisher = None
    if title is None and headline is None:
        title, publisher = _title(marks)
    words = title.text if title else headline
    if words:
        neighbours.mark_title_again(marks, words)
    neighbours.mark_names_before_date(marks)
    neighbours.mark_comments(marks)
    neighbours.mark_links(marks)
    dateline = _mark_dateline(marks)
    neighbours.mark_sign_off(marks)
    neighbours.mark_crossheads(marks)
    published = (dateline.published if dateline else None) or _page_date(marks)
    return Page(title, _in_order(marks, markup), publisher or (dateline.publisher if dateline else None), published)


def _mark_markup(marks: Marks, markup: Sequence[Furniture]) -> None:
    """Mark paragraphs that are nothing but markup."""
    covered = {mark.span: mark.rule for mark in markup}
    for index, span in enumerate(marks.paragraphs):
        if span in covered:
            marks.whole[index] = covered[span]


def _title(marks: Marks) -> tuple[TextSpan | None, str | None]:
    """Return the title without the outlet's name, and that name."""
    marks.title = find_title(marks.text, marks.paragraphs, marks.whole)
    if marks.title is None:
        return None, None
    whole = marks.paragraphs[marks.title]
    span, publisher = split_site(marks.text, whole, marks.paragraphs[marks.title + 1 :])
    if span.end < whole.end:
        marks.parts.append(Furniture(Span(span.end, whole.end), "site-name"))
    return TextSpan(span.start, span.end, marks.text[span.start : span.end]), publisher


def _mark_dateline(marks: Marks) -> Dateline | None:
    start = 0 if marks.title is None else marks.title + 1
    heads = {index: marks.text[span.start : min(span.end, span.start + 200)] for index, span in enumerate(marks.paragraphs)}
    labels = sum(is_label_like(heads[index]) for index in marks.open())
    for index in marks.open():
        found = read_dateline(heads[index]) if start <= index < start + _HEAD else None
        if found and not (labels > 1 and is_label_like(heads[index])):
            at = marks.paragraphs[index].start
            marks.parts.append(Furniture(Span(at, at + found.length), "dateline"))
            return found
    return None


def _page_date(marks: Marks) -> str | None:
    """Return the date of a timestamp line: one that says published, else the first before the body."""
    dates: list[tuple[bool, int, str]] = []
    body = False
    for index, span in enumerate(marks.paragraphs):
        rule = marks.whole.get(index)
        if rule is None and index != marks.title:
            body = body or span.end - span.start > neighbours.LONGEST or count_words(marks.line(index)) >= _RUNNING_TEXT
        elif rule == "timestamp":
            line = marks.line(index)
            found, labelled = find_date(line), bool(_PUBLISHED.search(line))
            if found and (labelled or not body):
                dates.append((not labelled, index, found))
    return min(dates)[2] if dates else None


def _in_order(marks: Marks, markup: Sequence[Furniture]) -> tuple[Furniture, ...]:
    whole = [Furniture(marks.paragraphs[index], rule) for index, rule in marks.whole.items()]
    ordered = sorted([*whole, *marks.parts, *markup], key=lambda mark: (mark.span.start, -mark.span.end, mark.rule))
    return tuple(_without_overlap(ordered))


def _without_overlap(ordered: Sequence[Furniture]) -> Iterator[Furniture]:
    end = 0
    for mark in ordered:
        if end <= mark.span.start < mark.span.end:
            yield mark
            end = mark.span.end
