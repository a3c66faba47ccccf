"""Furniture that shows only beside its neighbours: repeated titles, comment sections, lists of links, sign-offs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from crosscheck.records import Furniture, Span
from crosscheck.sources.headlines import is_title_again
from crosscheck.sources.rules import rule_for
from crosscheck.text import count_words, fold

LONGEST = 700
"""Characters; a longer paragraph is prose and is not tried against the rules."""
_HEAD = 8
"""Paragraphs among which a page's head (section, title again, names, date) stands."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_LINK_END = re.compile(r"[.!][\"'”’»)\]]*\Z")
"""A linked headline may ask; it does not end in a full stop."""
_STOP = re.compile(r"[.!…:;,\-–—][\"'”’»)\]]*\Z")
_MARKED = re.compile(r"[\"“”«»„]|(?<!\w)['‘]|['’](?!\w)")
_CROSSHEAD_WORDS = 10
_RUNNING_WORDS = 8
"""Words of a paragraph that stands beside a crosshead; lists and tables have fewer."""
_RELATIVE_TIME = re.compile(r"\bago\W*\Z", re.IGNORECASE)
_LIST_HEADING = re.compile(r"\A[^:–—|]*:?\W*\Z")
_LINKED = re.compile(r"\A\W*[^:–—|]{3,20}\s?[:–—|-]\s*(?P<title>\S.*)\Z")
_COMMENT_HEADING = re.compile(
    r"\A\W*(?:(?:\d+ )?comments?(?: section| policy)?(?: ?\(?\d+\)?)?|leave a (?:comment|reply))\W*\Z", re.IGNORECASE
)
_COMMENT_WORDS = re.compile(
    r"\b(?:comment\w*|moderat\w+|guidelines|rejected|profanity|vulgarity|offensive|abus\w+|discussion|repl(?:y|ies)"
    r"|log ?in|sign in|register|post(?:ed)?|submit\w*|published?)\b",
    re.IGNORECASE,
)
_SERVICES = (
    r"(?:AFP|AP|Associated Press|Reuters|Bernama|BERNAMA|Xinhua|dpa|EFE|Bloomberg|AGENCIES|Agencies|ANN|ANI|IANS|PTI|TNS|Kyodo"
    r"|[A-Z][\w. ]{1,30}/(?:ANN|AFP|AP|Reuters|TNS|dpa))"
)
_SIGN_OFF = re.compile(rf"(?<=[.!?”\"’])\s+(?P<sign>(?:[–—―]|--?)\s?{_SERVICES}\.?)\Z")
_SIGN_OFF_LINE = re.compile(rf"\A(?:[–—―-]*\s?{_SERVICES}|\({_SERVICES}\)|/[A-Z]{{2,8}})\.?\Z")
_NAMES = re.compile(r"\A(?:[A-Z][\w.’'®-]*(?:\s+|\Z)){1,4}\Z")


@dataclass
class Marks:
    """Marks as they are found."""

    text: str
    paragraphs: Sequence[Span]
    title: int | None = None
    """Index of the paragraph that is the title."""
    whole: dict[int, str] = field(default_factory=dict)
    """Rule by index of the paragraph."""
    parts: list[Furniture] = field(default_factory=list)

    def line(self, index: int) -> str:
        """Return the words of a paragraph; the empty string for one too long to be page text."""
        span = self.paragraphs[index]
        return self.text[span.start : span.end] if span.end - span.start <= LONGEST else ""

    def open(self) -> list[int]:
        """Return the indices of the paragraphs that are neither title nor marked."""
        return [index for index in range(len(self.paragraphs)) if index not in self.whole and index != self.title]


def mark_single(marks: Marks) -> None:
    """Try every paragraph against the table of ``rules.py``."""
    for index in marks.open():
        line = marks.line(index)
        rule = rule_for(line, count_words(line), index) if line else None
        if rule:
            marks.whole[index] = rule


def mark_captions_before_credit(marks: Marks) -> None:
    """Mark a caption printed twice, first without its credit."""
    for index, rule in list(marks.whole.items()):
        if rule != "caption" or not index or index - 1 in marks.whole or index - 1 == marks.title:
            continue
        before = marks.line(index - 1)
        if len(before) > 20 and marks.line(index).startswith(before):
            marks.whole[index - 1] = "caption"


def mark_title_again(marks: Marks, title: str) -> None:
    """Mark later printings of the title, and section or kicker between it and its second printing."""
    start = 0 if marks.title is None else marks.title + 1
    for index in marks.open():
        line = marks.line(index)
        if index < start or not line or not is_title_again(title, line):
            continue
        marks.whole[index] = "repeated-title"
        for between in range(start, index) if marks.title is not None and index <= start + 2 else ():
            if between not in marks.whole and count_words(marks.line(between)) <= 5 and not _SENTENCE_END.search(marks.line(between)):
                marks.whole[between] = "section-label"


def mark_names_before_date(marks: Marks) -> None:
    """Mark lines of bare names (writer, outlet) between the title and the page's date."""
    start = 0 if marks.title is None else marks.title + 1
    date = next(
        (index for index in range(start, min(start + _HEAD, len(marks.paragraphs))) if marks.whole.get(index) == "timestamp"), start
    )
    for index in range(date - 1, start - 1, -1):
        if index in marks.whole:
            continue
        if not _NAMES.match(marks.line(index)):
            return
        marks.whole[index] = "byline"


def mark_comments(marks: Marks) -> None:
    """Mark a heading of comments behind the body, and after it everything that speaks of comments."""
    inside = body = False
    for index in range(len(marks.paragraphs)):
        line, rule = marks.line(index), marks.whole.get(index)
        if body and _COMMENT_HEADING.match(line):
            inside = True
            marks.whole[index] = "comment-policy"
        elif inside:
            inside = rule is not None or bool(_COMMENT_WORDS.search(line))
            if inside:
                marks.whole.setdefault(index, "comment-policy")
        body = body or (rule is None and index != marks.title)


def mark_links(marks: Marks) -> None:
    """Mark headlines after a heading of links, after a relative time, or after a link that prints the same headline."""
    inside, linked = False, ""
    for index in range(len(marks.paragraphs)):
        line, rule = marks.line(index), marks.whole.get(index)
        if rule == "related-links":
            inside = bool(_LIST_HEADING.match(line))
            match = _LINKED.match(line)
            linked = fold(match["title"]) if match else ""
        elif rule == "timestamp":
            inside = inside or bool(_RELATIVE_TIME.search(line))
        elif rule is None and index != marks.title:
            again = bool(linked) and fold(line) == linked
            inside = inside and bool(line) and not _LINK_END.search(line) and count_words(line) <= 25
            if again or inside:
                marks.whole[index] = "related-links"
            linked = ""


def mark_sign_off(marks: Marks) -> None:
    """Mark the agency's name after the last word of its report."""
    for index in marks.open():
        if index <= (marks.title or 0):
            continue
        span = marks.paragraphs[index]
        if span.end - span.start < 40 and _SIGN_OFF_LINE.match(marks.line(index)):
            marks.whole[index] = "sign-off"
            continue
        tail = max(span.start, span.end - 80)
        match = _SIGN_OFF.search(marks.text[tail : span.end])
        if match:
            marks.parts.append(Furniture(Span(tail + match.start("sign"), span.end), "sign-off"))


def mark_crossheads(marks: Marks) -> None:
    """Mark headings inside the article: short lines without a full stop between paragraphs of running text.

    A heading in quotation marks counts if it is set in capitals; otherwise a short line in marks may be someone's words.
    """
    rows = marks.open()
    for before, index, after in zip(rows, rows[1:], rows[2:], strict=False):
        line = marks.line(index)
        if not line or _STOP.search(line) or not (line.isupper() or (line[0].isupper() and not _MARKED.search(line))):
            continue
        if 0 < count_words(line) <= _CROSSHEAD_WORDS and _is_running_text(marks, before) and _is_running_text(marks, after):
            marks.whole[index] = "crosshead"


def _is_running_text(marks: Marks, index: int) -> bool:
    span = marks.paragraphs[index]
    words = count_words(marks.text[span.start : min(span.end, span.start + 400)])
    return words >= _RUNNING_WORDS and bool(_SENTENCE_END.search(marks.text[max(span.start, span.end - 10) : span.end]))
