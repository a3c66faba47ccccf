"""Quotation marks, read before anything statistical. Pure standard library, linear in the length of the text.

One left-to-right pass over the marks of each paragraph with a short stack. Every mark is judged by its character and by what
stands on either side of it, so straight, curly and wrongly turned marks pair with each other. The rules newspapers follow:

* a quotation over several paragraphs opens again in each and closes only in the last;
* a single mark is an apostrophe until it is shown to open: it stands before a word, is no elision (’90s, ’em) and has a later
  partner in its paragraph;
* whatever stays open ends at its paragraph's end; a mark that closes nothing is stray. Both cost a trouble record, no more.

All offsets are half-open and count code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from crosscheck.records import Span
from crosscheck.text import DOUBLE_CLOSE, DOUBLE_OPEN, DOUBLE_STRAIGHT, SINGLE_CLOSE, SINGLE_OPEN, SINGLE_STRAIGHT

OUTSIDE, OPENING, INSIDE, CLOSING, STRAY, SPECIAL = range(6)
"""Rows of the encoder's quote-state embedding (O, B, I, E, X and the special pieces)."""

_MARK = re.compile(r"``|''|‘‘|’’|[“„‟«”»\"＂‘‚‛‹’›']")
_DOUBLE_OPENERS = frozenset([*DOUBLE_OPEN, "``", "‘‘"])
_DOUBLE_CLOSERS = frozenset([*DOUBLE_CLOSE, "’’"])
_DOUBLE_STRAIGHT = frozenset([*DOUBLE_STRAIGHT, "''"])
_DOUBLE = _DOUBLE_OPENERS | _DOUBLE_CLOSERS | _DOUBLE_STRAIGHT
_MARKS = "".join((DOUBLE_OPEN, DOUBLE_CLOSE, DOUBLE_STRAIGHT, SINGLE_OPEN, SINGLE_CLOSE, SINGLE_STRAIGHT))
_BEFORE_OPENING = frozenset("([{<>—–-―/:;…=|*_•" + _MARKS)
_AFTER_CLOSING = frozenset(",.;:!?)]}—–-―…/*_[(" + _MARKS)
_NEVER_OPENS_BEFORE = frozenset(",;:!?)]}")
_NOT_MARKS = re.compile(
    r"\d\s?['’′]\s?\d+(?:\.\d+|½)?\s?(?:\"|”|″|'')|\d(?:\"|”|'')(?=[\s-](?:x|by|tall|wide|long|deep|thick|high|inch|screen|diameter)\b)|(?<=\s)['’‘]n['’](?=\s)"
)
_ELISION = re.compile(r"(?:\d0s|em|tis|twas|til|till|cause|cuz|n|round|bout|neath|ere|nuff|kay)\b", re.IGNORECASE)
_MAX_DEPTH = 4
_WORD = re.compile(r"\w+")
_UNMARKED = 3
"""Paragraphs after an opening mark in which its closing mark is looked for, those between without any mark of their own."""
_SENTENCE_LIKE = 4
"""Words from which a closed quotation in single marks counts as one in double marks (British style) for the encoder."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One pair of marks within one paragraph."""

    inner: Span
    """What stands between the marks."""
    outer: Span
    """The same with the marks; equal to ``inner`` on a side that has no mark."""
    level: int
    """0 for a quotation of the article, 1 for one inside another, and so on."""
    double: bool
    """Whether at least one of the marks is a double one."""
    closed: bool
    """Whether its closing mark stands in this paragraph."""
    continues: bool = False
    """Whether it continues the quotation left open at the end of the paragraph before."""


@dataclass(frozen=True, slots=True)
class MarkTrouble:
    """A mark without a partner, or with a partner of another kind."""

    code: str
    """``unclosed-quotation``, ``stray-mark`` or ``mismatched-marks``."""
    span: Span


def read_marks(text: str, paragraphs: Sequence[Span]) -> tuple[tuple[Quotation, ...], tuple[MarkTrouble, ...]]:
    """Pair the quotation marks of ``text``.

    Args:
        text: The article.
        paragraphs: Stretches of ``text`` to read, in order, not overlapping; marks elsewhere are ignored.

    Returns:
        The quotations by start, outer before inner, properly nested, each inside one paragraph; and the troubles in order.
    """
    return _read_once(text, tuple(paragraphs))


@lru_cache(maxsize=1)
def _read_once(text: str, paragraphs: tuple[Span, ...]) -> tuple[tuple[Quotation, ...], tuple[MarkTrouble, ...]]:
    """Pair the marks; the last result is kept, since the encoder and the rules after it ask for the same."""
    quotations: list[Quotation] = []
    troubles: list[MarkTrouble] = []
    carried = False
    for number, paragraph in enumerate(paragraphs):
        if carried and not _has_double(text, paragraph) and _carries_on(text, paragraphs[number + 1 : number + 1 + _UNMARKED]):
            quotations.append(Quotation(paragraph, paragraph, 0, double=True, closed=False, continues=True))
            continue
        reader = _ParagraphReader(text, paragraph, carried)
        reader.read()
        carried = reader.finish(reader.is_open and _carries_on(text, paragraphs[number + 1 : number + 1 + _UNMARKED]))
        quotations += _levelled(reader.quotations)
        troubles += _merged(text, reader.troubles)
    return tuple(quotations), tuple(troubles)


def quote_states(text: str, paragraphs: Sequence[Span], tokens: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each token whether it opens, closes or stands inside a quotation, for the encoder.

    Only outermost quotations count: those in double marks, and closed ones in single marks that hold four words or more.

    Args:
        text: The article.
        paragraphs: As for ``read_marks``.
        tokens: Start and end of each token, in order.

    Returns:
        One of ``OUTSIDE``, ``OPENING``, ``INSIDE``, ``CLOSING``, ``STRAY`` for each token.
    """
    quotations, troubles = read_marks(text, paragraphs)
    starts = [start for start, _ in tokens]
    states = [OUTSIDE] * len(tokens)
    for trouble in troubles:
        if trouble.code == "stray-mark":
            _paint(states, tokens, starts, trouble.span, STRAY)
    for quotation in quotations:
        if quotation.level == 0 and (quotation.double or _is_sentence_like(text, quotation)):
            _paint(states, tokens, starts, quotation.inner, INSIDE)
            _paint(states, tokens, starts, Span(quotation.outer.start, quotation.inner.start), OPENING)
            _paint(states, tokens, starts, Span(quotation.inner.end, quotation.outer.end), CLOSING)
    return states


def _is_sentence_like(text: str, quotation: Quotation) -> bool:
    words = _WORD.finditer(text, quotation.inner.start, quotation.inner.end)
    return quotation.closed and sum(1 for _, _word in zip(range(_SENTENCE_LIKE), words, strict=False)) == _SENTENCE_LIKE


def _paint(states: list[int], tokens: Sequence[tuple[int, int]], starts: Sequence[int], span: Span, state: int) -> None:
    index = bisect_left(starts, span.start)
    if index and tokens[index - 1][1] > span.start:
        index -= 1
    while index < len(tokens) and tokens[index][0] < span.end:
        states[index] = state
        index += 1


def _opens(text: str, start: int, end: int, paragraph: Span) -> bool:
    """Tell whether a mark at ``[start, end)`` stands where one opens: nothing or a gap before it, a word after it."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace() and after not in _NEVER_OPENS_BEFORE


def _closes(text: str, start: int, end: int, paragraph: Span) -> bool:
    """Tell whether a mark stands where one closes: a word or a stop before it, a gap or punctuation after it."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    return not before.isspace() and before not in "([{" and (after.isspace() or after in _AFTER_CLOSING)


def _carries_on(text: str, following: Sequence[Span]) -> bool:
    """Tell whether a quotation left open goes on: in the next paragraph, or over paragraphs without any double mark to where it closes."""
    for number, paragraph in enumerate(following):
        if _has_double(text, paragraph):
            return _goes_on(text, paragraph) if not number else _closes_first(text, paragraph)
    return bool(following) and _goes_on(text, following[0])


def _has_double(text: str, paragraph: Span) -> bool:
    return any(match.group() in _DOUBLE for match in _MARK.finditer(text, paragraph.start, paragraph.end))


def _closes_first(text: str, paragraph: Span) -> bool:
    """Tell whether the first double mark of a paragraph closes and opens nothing."""
    first = next(match for match in _MARK.finditer(text, paragraph.start, paragraph.end) if match.group() in _DOUBLE)
    mark, (start, end) = first.group(), first.span()
    return mark in _DOUBLE_CLOSERS or (mark in _DOUBLE_STRAIGHT and not _opens(text, start, end, paragraph))


def _goes_on(text: str, paragraph: Span) -> bool:
    """Tell whether a paragraph continues a quotation left open before it: it opens again, or its first mark closes."""
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, start, end = match.group(), match.start(), match.end()
        if mark in _DOUBLE:
            if not text[paragraph.start : min(start, paragraph.start + 8)].strip(" \t…["):
                return True
            return mark in _DOUBLE_CLOSERS or (mark in _DOUBLE_STRAIGHT and not _opens(text, start, end, paragraph))
        if start == paragraph.start and mark == "‘":
            return True
    return False


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its partner."""

    start: int
    end: int
    mark: str
    double: bool
    continues: bool = False


class _ParagraphReader:
    """Reads the marks of one paragraph; ``read`` first, then ``finish``."""

    def __init__(self, text: str, paragraph: Span, carried: bool) -> None:
        self.text = text
        self.paragraph = paragraph
        self.carried = carried
        self.quotations: list[Quotation] = []
        self.troubles: list[MarkTrouble] = []
        self.stack: list[_Open] = []
        self.single_after_stop: re.Match[str] | None = None
        marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
        measures = [match.span() for match in _NOT_MARKS.finditer(text, paragraph.start, paragraph.end)] if marks else []
        self.marks = [match for match in marks if not _within(match.start(), measures)] if measures else marks
        self.straight_left = sum(match.group() in _DOUBLE_STRAIGHT for match in self.marks)
        self.partner = self._single_partners()

    @property
    def is_open(self) -> bool:
        """Whether the outermost mark still waits for its partner."""
        return bool(self.stack)

    def read(self) -> None:
        """Pair what can be paired."""
        for index, match in enumerate(self.marks):
            if match.group() in _DOUBLE:
                self._double(match)
                self.straight_left -= match.group() in _DOUBLE_STRAIGHT
            else:
                self._single(match, self.partner[index])

    def finish(self, goes_on: bool) -> bool:
        """End what is still open; return whether a quotation is carried into the next paragraph."""
        carried = False
        while self.stack:
            opened = self.stack.pop()
            if not opened.double and not (goes_on and not self.stack and opened.start == self.paragraph.start):
                if opened.mark == "‘" and not self.stack:
                    self.troubles.append(MarkTrouble("stray-mark", Span(opened.start, opened.end)))
            elif goes_on and not self.stack:
                self._add(opened, self.paragraph.end, self.paragraph.end, closed=False)
                carried = True
            else:
                self._end_unclosed(opened)
        return carried

    def _single_partners(self) -> list[bool]:
        """For each mark: whether a single mark that can close stands later in the paragraph, before the next one that opens."""
        partner, found = [False] * len(self.marks), False
        for index in range(len(self.marks) - 1, -1, -1):
            partner[index] = found
            match = self.marks[index]
            if match.group() in _DOUBLE:
                continue
            start, end = match.span()
            if match.group() not in SINGLE_OPEN and _closes(self.text, start, end, self.paragraph):
                found = True
            elif match.group() == "‘" and _opens(self.text, start, end, self.paragraph):
                found = False
        return partner

    def _double(self, match: re.Match[str]) -> None:
        mark, (start, end) = match.group(), match.span()
        opens, closes = _opens(self.text, start, end, self.paragraph), _closes(self.text, start, end, self.paragraph)
        depth = next((depth for depth in range(len(self.stack) - 1, -1, -1) if self.stack[depth].double), None)
        if depth is None:
            self._double_with_none_open(mark, start, end, opens, closes)
        elif self._is_closing(mark, opens, closes, self.stack[depth].mark):
            self._close_at(depth, start, end)
        else:
            self._open(mark, start, end, double=True)

    def _is_closing(self, mark: str, opens: bool, closes: bool, partner: str) -> bool:
        if mark in _DOUBLE_STRAIGHT:
            return not opens or (closes and self.straight_left % 2 == 1) or self.straight_left % 2 == 1
        if mark in _DOUBLE_CLOSERS:
            return True
        return partner in "„‟" or partner == "»" or (closes and not opens)

    def _double_with_none_open(self, mark: str, start: int, end: int, opens: bool, closes: bool) -> None:
        after_single = bool(self.stack) and self.stack[-1].mark == "‘"
        if closes and not opens and after_single and mark not in _DOUBLE_OPENERS:
            self.troubles.append(MarkTrouble("mismatched-marks", Span(start, end)))
            self._close_at(len(self.stack) - 1, start, end, double=True)
        elif self.carried and not self.quotations and (mark in _DOUBLE_CLOSERS or (closes and not opens)):
            self.stack.clear()  # single marks still open inside what closes here are apostrophes
            self._add(_Open(self.paragraph.start, self.paragraph.start, mark, True, True), start, end, closed=True)
        elif (
            mark in _DOUBLE_OPENERS
            or opens
            or start == self.paragraph.start
            or (mark in _DOUBLE_STRAIGHT and not closes and end < self.paragraph.end)
        ):
            self._open(mark, start, end, double=True)
        elif not (mark in _DOUBLE_STRAIGHT and start > self.paragraph.start and self.text[start - 1].isdigit()):
            self.troubles.append(MarkTrouble("stray-mark", Span(start, end)))

    def _single(self, match: re.Match[str], has_partner: bool) -> None:
        mark, (start, end) = match.group(), match.span()
        opens, closes = _opens(self.text, start, end, self.paragraph), _closes(self.text, start, end, self.paragraph)
        top_is_single = bool(self.stack) and not self.stack[-1].double
        if top_is_single and closes and not (mark == "‘" and opens):
            if not (has_partner and self._is_plural_possessive(start, end)):
                self._close_at(len(self.stack) - 1, start, end)
        elif (mark in "‚‹" and opens) or (
            opens and not _ELISION.match(self.text, end) and (mark == "‘" or (has_partner and not top_is_single))
        ):
            self._open(mark, start, end, double=False)
        elif closes and self.stack and start and self.text[start - 1] in ",.!?":
            self.single_after_stop = match

    def _is_plural_possessive(self, start: int, end: int) -> bool:
        return self.text[start - 1] in "sS" and self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].islower()

    def _open(self, mark: str, start: int, end: int, *, double: bool) -> None:
        if len(self.stack) >= _MAX_DEPTH:
            self.troubles.append(MarkTrouble("stray-mark", Span(start, end)))
            return
        first = double and self.carried and not self.stack and not self.quotations
        at_start = not self.text[self.paragraph.start : min(start, self.paragraph.start + 8)].strip(" \t…[")
        single_again = not double and self.carried and start == self.paragraph.start
        self.stack.append(_Open(start, end, mark, double, (first and at_start) or single_again))

    def _close_at(self, depth: int, start: int, end: int, *, double: bool | None = None) -> None:
        opened = self.stack[depth]
        del self.stack[depth:]
        if double is not None:
            opened.double = double
        self._add(opened, start, end, closed=True)

    def _add(self, opened: _Open, inner_end: int, outer_end: int, *, closed: bool) -> None:
        inner, outer = Span(opened.end, max(opened.end, inner_end)), Span(opened.start, max(opened.end, outer_end))
        self.quotations.append(Quotation(inner, outer, 0, opened.double, closed, opened.continues))

    def _end_unclosed(self, opened: _Open) -> None:
        """A double mark without partner: it ends where it most likely does, at worst with its paragraph."""
        inside = next((q for q in self.quotations if q.double and q.outer.start >= opened.end), None)
        self.troubles.append(MarkTrouble("unclosed-quotation", Span(opened.start, opened.end)))
        if inside is not None and self.text[opened.end : inside.outer.start].rstrip()[-1:] in tuple(".!?,"):
            self._add(opened, inside.outer.start, inside.outer.start, closed=False)
        elif inside is not None and inside.closed:
            self.quotations.remove(inside)
            self._add(opened, inside.inner.end, inside.outer.end, closed=True)
        elif self.single_after_stop is not None and self.single_after_stop.start() > opened.end:
            self._add(opened, self.single_after_stop.start(), self.single_after_stop.end(), closed=True)
        else:
            self._add(opened, self.paragraph.end, self.paragraph.end, closed=False)


def _within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(spans, (offset + 1, 0)) - 1
    return index >= 0 and spans[index][0] <= offset < spans[index][1]


def _levelled(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """Order the quotations of a paragraph and number their depth; drop any that would cross another."""
    around: list[Span] = []
    for quotation in sorted(quotations, key=lambda q: (q.outer.start, -q.outer.end)):
        while around and around[-1].end <= quotation.outer.start:
            around.pop()
        if not around or around[-1].covers(quotation.outer):
            yield replace(quotation, level=len(around))
            around.append(quotation.inner)


def _merged(text: str, troubles: list[MarkTrouble]) -> Iterator[MarkTrouble]:
    """Join troubles of one kind that touch, so that a row of marks is one trouble."""
    pending: MarkTrouble | None = None
    for trouble in sorted(troubles, key=lambda t: (t.span, t.code)):
        if pending and pending.code == trouble.code and not text[pending.span.end : trouble.span.start].strip():
            pending = MarkTrouble(pending.code, Span(pending.span.start, trouble.span.end))
            continue
        if pending:
            yield pending
        pending = trouble
    if pending:
        yield pending
