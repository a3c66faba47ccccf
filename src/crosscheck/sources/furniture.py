"""Mark page furniture: rules for one paragraph from ``rules.py``, and those that look at its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crosscheck.records import Furniture, Span, TextSpan
from crosscheck.sources.datelines import Dateline, is_speaker_like, read_dateline
from crosscheck.sources.dates import find_date
from crosscheck.sources.headlines import as_text_span, find_title, is_title_again, split_site
from crosscheck.sources.rules import rule_for
from crosscheck.text import count_words, fold

_LONGEST = 700
"""Characters; a longer paragraph is prose and is not tried against the rules."""
_HEAD = 12
"""Paragraphs in which a page's own date and dateline stand."""
_RUNNING_TEXT = 30
"""Words from which a paragraph is the article's body: after it, an unlabelled date is no longer the page's."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_RELATIVE_TIME = re.compile(r"\bago\W*\Z", re.IGNORECASE)
_LIST_HEADING = re.compile(r"\A[^:–—|]*:?\W*\Z")
_LINKED = re.compile(r"\A\W*[^:–—|]{3,20}\s?[:–—|-]\s*(?P<title>\S.*)\Z")
_COMMENT_HEADING = re.compile(
    r"\A\W*(?:(?:\d+ )?comments?(?: section| policy)?(?: ?\(?\d+\)?)?|leave a (?:comment|reply))\W*\Z", re.IGNORECASE
)
_COMMENT_WORDS = re.compile(
    r"\b(?:comment\w*|moderat\w+|guidelines|rejected|profanity|vulgarity|offensive|abus\w+|discussion|repl(?:y|ies)|log ?in|sign in|register|post(?:ed)?|submit\w*|published?)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"published|posted|date\b", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"(?<=[.!?”\"’])\s+(?P<sign>(?:[–—―]|--?)\s?(?:AFP|AP|Associated Press|Reuters|Bernama|BERNAMA|Xinhua|dpa|EFE|Bloomberg|AGENCIES|Agencies|ANN|ANI|IANS|PTI|[A-Z][\w. ]{1,30}/[A-Z][\w. /]{1,30}|TNS|Kyodo)\.?)\Z"
)
_SIGN_OFF_LINE = re.compile(
    r"\A(?:[–—―/-]+\s?(?:[A-Z]{2,8}|Reuters|Bernama|Xinhua|Bloomberg|Agencies)|\(?(?:Reuters|Bloomberg|BERNAMA|IANS|ANI|PTI|AFP|Xinhua)\)?)\Z"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's text says about itself."""

    title: TextSpan | None
    furniture: tuple[Furniture, ...]
    """In order, not overlapping."""
    publisher: str | None
    published: str | None


@dataclass
class _Marks:
    """Marks as they are found."""

    text: str
    paragraphs: Sequence[Span]
    whole: dict[int, str] = field(default_factory=dict)
    """Rule by index of the paragraph."""
    parts: list[Furniture] = field(default_factory=list)

    def line(self, index: int) -> str:
        """Return the words of a paragraph."""
        span = self.paragraphs[index]
        return self.text[span.start : span.end]


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
    marks = _Marks(text, paragraphs)
    _mark_markup(marks, markup)
    _mark_single(marks, title)
    _mark_captions_before_credit(marks)
    publisher = None
    title_index = next((i for i, span in enumerate(paragraphs) if title and span.start <= title.start < span.end), None)
    if title is None and headline is None:
        title_index = find_title(text, paragraphs, marks.whole)
        if title_index is not None:
            span, publisher = split_site(text, paragraphs[title_index], paragraphs[title_index + 1 :])
            title = as_text_span(text, span)
            if span.end < paragraphs[title_index].end:
                marks.parts.append(Furniture(Span(span.end, paragraphs[title_index].end), "site-name"))
    if title_index is not None:
        marks.whole.pop(title_index, None)
    words = title.text if title else headline
    if words:
        _mark_title_again(marks, words, title_index)
    _mark_comments(marks)
    _mark_links(marks, title_index)
    dateline = _mark_dateline(marks, title_index)
    _mark_sign_off(marks, title_index)
    published = (dateline.published if dateline else None) or _page_date(marks, title_index)
    publisher = publisher or (dateline.publisher if dateline else None)
    return Page(title, _in_order(marks, markup), publisher, published)


def _mark_markup(marks: _Marks, markup: Sequence[Furniture]) -> None:
    """Mark paragraphs that are nothing but markup."""
    covered = {(mark.span.start, mark.span.end): mark.rule for mark in markup}
    for index, span in enumerate(marks.paragraphs):
        rule = covered.get((span.start, span.end))
        if rule:
            marks.whole[index] = rule


def _mark_single(marks: _Marks, title: TextSpan | None) -> None:
    for index, span in enumerate(marks.paragraphs):
        if index in marks.whole or span.end - span.start > _LONGEST or (title and span.start <= title.start < span.end):
            continue
        line = marks.line(index)
        rule = rule_for(line, count_words(line))
        if rule and not (rule == "related-links" and not marks.whole.keys() and index == 0):
            marks.whole[index] = rule


def _mark_captions_before_credit(marks: _Marks) -> None:
    """A caption printed twice, first without its credit: the first is a caption too."""
    for index, rule in list(marks.whole.items()):
        if rule == "caption" and index and index - 1 not in marks.whole and len(before := marks.line(index - 1)) > 20:
            if marks.line(index).startswith(before):
                marks.whole[index - 1] = "caption"


def _mark_title_again(marks: _Marks, title: str, title_index: int | None) -> None:
    start = 0 if title_index is None else title_index + 1
    for index in range(start, len(marks.paragraphs)):
        span = marks.paragraphs[index]
        if span.end - span.start <= _LONGEST and index not in marks.whole and is_title_again(title, marks.line(index)):
            marks.whole[index] = "repeated-title"
            if title_index is not None and index <= title_index + 3:
                _mark_between(marks, title_index + 1, index)


def _mark_between(marks: _Marks, start: int, end: int) -> None:
    """What stands between the title and the title printed again is its section or a kicker."""
    for index in range(start, end):
        if index not in marks.whole and count_words(marks.line(index)) <= 5 and not _SENTENCE_END.search(marks.line(index)):
            marks.whole[index] = "section-label"


def _mark_comments(marks: _Marks) -> None:
    """A heading of comments, and after it everything that speaks of comments or is no running text."""
    inside = False
    for index in range(len(marks.paragraphs)):
        if marks.paragraphs[index].end - marks.paragraphs[index].start > _LONGEST:
            inside = False
            continue
        line = marks.line(index)
        if _COMMENT_HEADING.match(line):
            inside = True
            marks.whole[index] = "comment-policy"
        elif inside:
            inside = index in marks.whole or bool(_COMMENT_WORDS.search(line))
            if inside:
                marks.whole.setdefault(index, "comment-policy")


def _mark_links(marks: _Marks, title_index: int | None) -> None:
    """Headlines that follow a heading of links, a relative time, or a link that prints the same headline."""
    inside = False
    linked = ""
    for index in range(len(marks.paragraphs)):
        if marks.paragraphs[index].end - marks.paragraphs[index].start > _LONGEST:
            inside, linked = False, ""
            continue
        line, rule = marks.line(index), marks.whole.get(index)
        if rule == "related-links":
            inside = bool(_LIST_HEADING.match(line))
            match = _LINKED.match(line)
            linked = fold(match["title"]) if match else ""
        elif rule == "timestamp":
            inside = inside or bool(_RELATIVE_TIME.search(line))
        elif rule is None and index != title_index:
            again = bool(linked) and fold(line) == linked
            if again or (inside and not _SENTENCE_END.search(line) and count_words(line) <= 25):
                marks.whole[index] = "related-links"
            else:
                inside = False
            linked = ""


def _mark_dateline(marks: _Marks, title_index: int | None) -> Dateline | None:
    start = 0 if title_index is None else title_index + 1
    speakers = sum(is_speaker_like(marks.line(index)) for index in range(len(marks.paragraphs)) if index not in marks.whole)
    for index in range(start, min(start + _HEAD, len(marks.paragraphs))):
        if index in marks.whole:
            continue
        found = read_dateline(marks.text[marks.paragraphs[index].start : marks.paragraphs[index].end])
        if found and not (speakers > 1 and is_speaker_like(marks.line(index))):
            at = marks.paragraphs[index].start
            marks.parts.append(Furniture(Span(at, at + found.length), "dateline"))
            return found
    return None


def _mark_sign_off(marks: _Marks, title_index: int | None) -> None:
    """The agency's name after the last word of its report."""
    for index in range((title_index or 0) + 1, len(marks.paragraphs)):
        if index in marks.whole:
            continue
        span = marks.paragraphs[index]
        if _SIGN_OFF_LINE.match(marks.text[span.start : min(span.end, span.start + 40)]) and span.end - span.start < 40:
            marks.whole[index] = "sign-off"
            continue
        tail = max(span.start, span.end - 80)
        match = _SIGN_OFF.search(marks.text[tail : span.end])
        if match:
            marks.parts.append(Furniture(Span(tail + match.start("sign"), span.end), "sign-off"))


def _page_date(marks: _Marks, title_index: int | None) -> str | None:
    """Return the date of a timestamp line: one that says published, else the first before the body."""
    dates: list[tuple[bool, int, str]] = []
    body = False
    for index in range(len(marks.paragraphs)):
        rule = marks.whole.get(index)
        if rule is None and index != title_index:
            body = (
                body
                or marks.paragraphs[index].end - marks.paragraphs[index].start > _LONGEST
                or count_words(marks.line(index)) >= _RUNNING_TEXT
            )
        elif rule == "timestamp":
            line = marks.line(index)
            found, labelled = find_date(line), bool(_PUBLISHED.search(line))
            if found and (labelled or not body):
                dates.append((not labelled, index, found))
    return min(dates)[2] if dates else None


def _in_order(marks: _Marks, markup: Sequence[Furniture]) -> tuple[Furniture, ...]:
    whole = [Furniture(marks.paragraphs[index], rule) for index, rule in marks.whole.items()]
    return tuple(_without_overlap(sorted([*whole, *marks.parts, *markup], key=lambda mark: (mark.span.start, -mark.span.end))))


def _without_overlap(ordered: Sequence[Furniture]) -> Iterator[Furniture]:
    end = 0
    for mark in ordered:
        if mark.span.start >= end and mark.span.start < mark.span.end:
            yield mark
            end = mark.span.end
