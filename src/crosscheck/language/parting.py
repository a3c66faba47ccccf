"""Quotations that the model's links joined to another's cue: each goes to the verb that stands beside it.

The links between roles are the encoder's least certain output. Where the words decide, they are followed instead: a whole quotation with a
reporting verb and its subject right beside it is what that subject says; what follows a quotation that a comma ends is no part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosscheck.language.attributions import Attribution
from crosscheck.language.clauses import FINITE, has_finite, subject_span
from crosscheck.language.locate import find_attribution
from crosscheck.language.marks import Quotation
from crosscheck.language.reading import Reading
from crosscheck.language.titles import bare
from crosscheck.records import Span

_FEWEST = 3
"""Words of the shortest quotation that is parted; one or two words in marks are as often a term."""
_JOINTS = frozenset({"and", "as", "but", "before", "then", "while"})
"""What begins a clause of the article's own after a quotation and its cue: "“…,” she said, and left the room"."""
_SUBORDINATORS = frozenset({"after", "as", "before", "until", "when", "while"})
_Roles = tuple[Span, Span]


def part_quotations(reading: Reading, read: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with each whole quotation at the cue beside it, in the order of those that were read."""
    taken: dict[int, list[Span]] = {}
    kept: list[list[Span]] = [list(attribution.content) for attribution in read]
    made: list[Attribution] = []
    for index, attribution in enumerate(read):
        for rest, span, (cue, source) in _foreign(reading, attribution):
            place = kept[index].index(rest.span)
            kept[index][place : place + 1] = rest.remaining
            owner = next((i for i, other in enumerate(read) if i != index and any(cue.overlaps(c) for c in other.cue)), None)
            if owner is None:
                made.append(Attribution((source,), (cue,), (span,)))
            else:
                taken.setdefault(owner, []).append(span)
    for index in range(len(read)):
        kept[index] = sorted({*kept[index], *taken.get(index, ())})
    parted = [replace(a, content=tuple(content)) for a, content in zip(read, kept, strict=True) if content]
    return [*(_own_clause_left_out(reading, attribution) for attribution in parted), *made]


class _Rest:
    """A content span and what remains of it without a quotation."""

    def __init__(self, span: Span, remaining: Sequence[Span]) -> None:
        self.span = span
        self.remaining = list(remaining)


def _foreign(reading: Reading, attribution: Attribution) -> Iterator[tuple[_Rest, Span, _Roles]]:
    """Yield the quotations in a content that have a cue of their own beside them, with the roles there."""
    if not attribution.cue:
        return
    for span in attribution.content:
        quotations = reading.quotations_in(span.start, span.end)
        if len(quotations) != 1 or not quotations[0].double or reading.count(quotations[0].inner) < _FEWEST:
            continue
        quotation = quotations[0]
        start = max(span.start, quotation.outer.start)
        lead = Span(span.start, span.start + len(reading.text[span.start : start].rstrip()))
        whole = reading.count(lead) == 0
        if whole and len(attribution.content) < 2:
            continue
        if not whole and not reading.text[lead.start : lead.end].endswith(":"):
            continue
        roles = _beside(reading, quotation, attribution) if reading.count(span) >= reading.count(quotation.inner) else None
        if roles is not None:
            yield _Rest(span, () if whole else (lead,)), quotation.outer, roles


def _beside(reading: Reading, quotation: Quotation, attribution: Attribution) -> _Roles | None:
    """The verb and subject right beside a quotation, where they are not those it was read with."""
    cue, source = find_attribution(reading, quotation)
    if cue is None or source is None or reading.is_quoted(cue.start):
        return None
    if any(cue.overlaps(role) for role in (*attribution.cue, *attribution.source)):
        return _led(reading, quotation, attribution)
    first, last = min(cue.start, source.start), max(cue.end, source.end)
    after = first >= quotation.outer.end and not reading.count(Span(quotation.outer.end, first))
    before = cue.end <= quotation.outer.start and not reading.count(Span(cue.end, quotation.outer.start))
    together = reading.count(Span(first, last)) <= reading.count(cue) + reading.count(source) + 1
    if _is_own(reading, quotation, attribution):
        return None
    return (cue, source) if together and (after or before) else None


def _is_own(reading: Reading, quotation: Quotation, attribution: Attribution) -> bool:
    """Tell whether the cue that a quotation was read with stands right beside it as well."""
    for cue in attribution.cue:
        left, right = Span(min(cue.end, quotation.outer.start), quotation.outer.start), Span(quotation.outer.end, cue.start)
        roles = sum(reading.count(source) for source in attribution.source)
        if cue.start >= quotation.outer.end and reading.count(right) <= roles:
            return True
        if cue.end <= quotation.outer.start and not reading.count(left) and "." not in reading.text[left.start : left.end]:
            return True
    return False


def _led(reading: Reading, quotation: Quotation, attribution: Attribution) -> _Roles | None:
    """The verb before a colon, where the cue after the quotation has another of the next sentence: X scolded him: “…,” she said. “…”."""
    if not attribution.cue or attribution.cue[-1].start < quotation.outer.end:
        return None
    if not any(span.start > attribution.cue[-1].end and reading.is_quoted(span.start + 1) for span in attribution.content):
        return None
    sentence = reading.sentence_at(quotation.outer.start)
    words = reading.words_in(sentence.start, quotation.outer.start)
    if len(words) < _FEWEST or words[-1].text != ":" or reading.is_quoted(sentence.start):
        return None
    verb = next((i for i, word in enumerate(words) if i and word.tag in FINITE - {"MD"}), None)
    source = subject_span(reading, words, verb) if verb is not None else None
    if verb is None or source is None or has_finite(words[verb + 1 :]):
        return None
    return Span(words[verb].start, words[verb].end), source


def _own_clause_left_out(reading: Reading, attribution: Attribution) -> Attribution:
    """Leave out what the article goes on to tell: “…,” X said, and soon …; “…,” until …; “…,” when X blasted him for …."""
    if not attribution.cue:
        return attribution
    content = [_cut_at_comma(reading, span) for span in attribution.content]
    first = reading.quotations_in(content[0].start, content[0].end)
    if first and content[0].start >= first[0].outer.start and content[0].end <= first[0].outer.end <= attribution.cue[0].start:
        content = [content[0], *(span for span in content[1:] if not _is_joined(reading, attribution.cue[-1], span))]
    return replace(attribution, content=tuple(content))


def _is_joined(reading: Reading, cue: Span, span: Span) -> bool:
    """Tell whether unquoted words after a cue and a comma are a clause of the article: ", and soon the balloons were dropping"."""
    words = reading.words_in(span.start, span.end)
    if span.start < cue.end or len(words) < 2 or reading.quotations_in(span.start, span.end):
        return False
    return bare(words[0].text) in _JOINTS and bare(words[1].text) not in ("that", "so") and has_finite(words)


def _cut_at_comma(reading: Reading, span: Span) -> Span:
    """Cut a clause that follows a quotation which a comma inside the marks ended: "“Stay inside,” until the smoke had gone"."""
    quotations = reading.quotations_in(span.start, span.end)
    if len(quotations) != 1 or quotations[0].outer.start > span.start + 1 or reading.count(quotations[0].inner) < _FEWEST:
        return span
    quotation = quotations[0]
    rest = reading.words_in(quotation.outer.end, span.end)
    ended = reading.text[quotation.inner.start : quotation.inner.end].rstrip().endswith(",")
    if not ended or not rest or bare(rest[0].text) not in _SUBORDINATORS or not has_finite(rest):
        return span
    return Span(span.start, quotation.outer.end)
