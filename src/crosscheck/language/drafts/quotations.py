"""What a pair of marks holds: somebody's words, or a title, a nickname, a term."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosscheck.language.marks import Quotation
from crosscheck.language.names.datelines import dateline_ends
from crosscheck.language.reading import Reading
from crosscheck.records import Span
from crosscheck.text import DOUBLE_CLOSE, DOUBLE_OPEN, DOUBLE_STRAIGHT, WORD

SHORTEST = 4
"""Words from which a stretch in marks is somebody's words unless it looks like a title; shorter ones are as often terms or irony."""
_DOUBLE = frozenset(DOUBLE_OPEN + DOUBLE_CLOSE + DOUBLE_STRAIGHT)
_TRIMMED = frozenset(",;:—–")
_LONG_WORD = 4


def is_title_like(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether the words are capitalised as a title's are: every long word, outside a headline, though not all in capitals."""
    if reading.title is not None and reading.title.covers(quotation.inner):
        return False
    words = [m.group() for m in WORD.finditer(reading.text, quotation.inner.start, quotation.inner.end)]
    long_words = [word for word in words if len(word) >= _LONG_WORD and word[0].isalpha()]
    if _is_sentence(reading, quotation):
        return False
    if len(long_words) < 2 or all(word.isupper() for word in long_words):
        return False
    return all(word[0].isupper() for word in long_words)


def _is_sentence(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether the words end as a question or sentence does, with a verb that no title would write small: “Where is Northport?”."""
    inner = quotation.inner
    words = reading.text[inner.start : inner.end]
    if not words.endswith((".", "?", "!")):
        return False
    if "! " in words:
        return True  # “Out! Out!”
    return any(
        word.tag in ("VBD", "VBZ", "VBP", "MD") and word.text.islower()
        for word in reading.words_in(inner.start, inner.end)[1:]
        if word.text[0].isalpha() and word.text != "n't"
    )


def is_own_words(reading: Reading, quotation: Quotation) -> bool:
    """Tell whether a quotation that nothing attributes is still somebody's words.

    That is one of four words or more which is not a title, or a whole paragraph in marks. Single marks must be closed.
    """
    if not (quotation.double or quotation.closed) or is_title_like(reading, quotation):
        return False
    paragraph = reading.paragraph_at(quotation.outer.start)
    whole = paragraph.start == quotation.outer.start and paragraph.end == quotation.outer.end
    return reading.count(quotation.inner) >= SHORTEST or (whole and reading.count(quotation.inner) > 0)


class Trimmer:
    """Trims spans to the words stated."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.marks = frozenset(offset for q in reading.quotations for offset in _mark_offsets(q))
        self.datelines = dateline_ends(reading)
        self.quoted: dict[tuple[Span, ...], tuple[Span, ...]] = {}
        """What ``quoted_parts`` found of a content."""

    def trim(self, span: Span) -> Span:
        """Cut a dateline, white space, marks, commas and dashes from both ends; then take back a mark whose partner stays inside."""
        start, end = self._after_dateline(span), span.end
        while start < end and self._is_edge(start):
            start += 1
        while end > start and self._is_edge(end - 1):
            end -= 1
        return self._balanced(start, end)

    def without_dateline(self, span: Span | None) -> Span | None:
        """Return what of a source's words is no dateline."""
        return None if span is None else Span(self._after_dateline(span), span.end)

    def _after_dateline(self, span: Span) -> int:
        return max(span.start, min(self.datelines.get(span.start, span.start), span.end))

    def _is_edge(self, offset: int) -> bool:
        character = self.reading.text[offset]
        return character.isspace() or character in _TRIMMED or character in _DOUBLE or offset in self.marks

    def _balanced(self, start: int, end: int) -> Span:
        for quotation in self.reading.quotations_in(start - 1, end + 1):
            inner, outer = quotation.inner, quotation.outer
            if start < outer.start < end <= outer.end and self._is_wordless(end, inner.end):
                end = max(end, outer.end)
            if outer.start <= start < outer.end < end and self._is_wordless(inner.start, start):
                start = min(start, outer.start)
        return Span(start, end)

    def _is_wordless(self, start: int, end: int) -> bool:
        return not re.search(r"\w", self.reading.text[start:end])


def _mark_offsets(quotation: Quotation) -> Iterable[int]:
    yield from range(quotation.outer.start, quotation.inner.start)
    yield from range(quotation.inner.end, quotation.outer.end)


def quoted_parts(reading: Reading, content: tuple[Span, ...], trimmer: Trimmer) -> tuple[Span, ...]:
    """Return the parts of the content inside quotation marks: one span per pair of marks, trimmed, in order."""
    known = trimmer.quoted.get(content)
    if known is None:
        known = trimmer.quoted[content] = _quoted_parts(reading, content, trimmer)
    return known


def _quoted_parts(reading: Reading, content: tuple[Span, ...], trimmer: Trimmer) -> tuple[Span, ...]:
    parts: dict[int, Span] = {}
    for span in content:
        for quotation in reading.quotations_in(span.start, span.end):
            start, end = max(span.start, quotation.inner.start), min(span.end, quotation.inner.end)
            if start < end and not is_title_like(reading, quotation):
                known = parts.get(quotation.outer.start)
                parts[quotation.outer.start] = Span(min(start, known.start), max(end, known.end)) if known else Span(start, end)
    trimmed = (trimmer.trim(part) for _, part in sorted(parts.items()))
    return tuple(part for part in trimmed if part.start < part.end)
