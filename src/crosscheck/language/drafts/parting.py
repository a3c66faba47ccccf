"""Quotations that the model's links joined to another's cue: each goes to the verb that stands beside it.

The links between roles are the encoder's least certain output. Where the words decide, they are followed instead: a whole quotation with a
reporting verb and its subject right beside it is what that subject says; what follows a quotation that a comma ends is no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crosscheck.language.drafts.clauses import FINITE, has_finite, is_noun_phrase, subject_span
from crosscheck.language.drafts.cues import is_reporting, kind_of
from crosscheck.language.drafts.locate import find_attribution
from crosscheck.language.marks import Quotation
from crosscheck.language.names.titles import bare
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Reading
from crosscheck.records import Span, Word

_SUBJECTS = frozenset({"i", "we", "he", "she", "they"})
_FEWEST = 3
"""Words of the shortest quotation that is parted; one or two words in marks are as often a term."""
_JOINTS = frozenset({"and", "as", "but", "before", "then", "while"})
"""What begins a clause of the article's own after a quotation and its cue: "“…,” she said, and left the room"."""
_SUBORDINATORS = frozenset({"after", "as", "before", "until", "when", "while"})
_OPENING = 12
"""Code points before a subject in which the word stands that opens its clause."""
_LABEL = re.compile(r"\s*[–—―;|/-]\s*([^\W\d_][\w.’' -]{1,40}):\s*")
"""What parts the second of two speakers' quotations from the first: – Owner:"""
_SAID = re.compile(r",?\s*(\w+) ([^,.;:–—|]{2,40}?)\s*[;–—|]\s*")
_SPOKEN = frozenset({"warned", "promised", "denied", "claimed", "argued", "requested", "criticized", "praised", "threatened", "confirmed"})
_Roles = tuple[Span, Span]


def part_quotations(reading: Reading, read: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with each whole quotation at the cue beside it, in the order of those that were read."""
    read = _rejoined(reading, [_inverted(reading, _outside_clause(reading, attribution)) for attribution in read])
    read = [part for whole in read for one in _second_verbs(reading, whole) for part in _both_speakers(reading, one)]
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
    whole = [_own_clause_left_out(reading, attribution) for attribution in parted]
    return [*(part for attribution in whole for part in _on_the_occasion(reading, attribution)), *made]


def _outside_clause(reading: Reading, attribution: Attribution) -> Attribution:
    """Leave out a quotation before the clause in which another is told to speak: “…,” when X rebuked him for not paying.

    No attribution of PolNeAR train has its quotation before a clause that opens with one of these words.
    """
    if len(attribution.content) < 2 or not attribution.cue or not attribution.source:
        return attribution
    first = min(attribution.cue[0].start, attribution.source[0].start)
    before = reading.words_in(max(0, first - _OPENING), first)
    if not before or bare(before[-1].text) not in _SUBORDINATORS:
        return attribution
    opens = before[-1].start
    content = tuple(span for span in attribution.content if not _is_right_before(reading, span, opens))
    return replace(attribution, content=content) if content else attribution


def _is_right_before(reading: Reading, span: Span, offset: int) -> bool:
    """Tell whether a quotation ends at an offset, punctuation between them excluded."""
    return span.end <= offset and not reading.count(Span(span.end, offset)) and bool(reading.quotations_in(span.start, span.end))


def _rejoined(reading: Reading, read: Sequence[Attribution]) -> list[Attribution]:
    """Give the second half of an interrupted quotation back to the cue of the first: “Every time,” X said, referring to Y, “you lie”."""
    made = list(read)
    for index, attribution in enumerate(read):
        last = attribution.content[-1]
        quotation = next(iter(reading.quotations_in(max(last.start, last.end - 2), last.end)), None)
        if quotation is None or not attribution.cue or quotation.outer.start <= max(last.start, attribution.cue[-1].end):
            continue
        lead = reading.text[last.start : quotation.outer.start].rstrip()
        if (
            not lead.endswith(",")
            or not reading.text[quotation.inner.start : quotation.inner.start + 1].islower()
            or quotation.outer.end > last.end + 1
        ):
            continue
        sentence = reading.sentence_at(attribution.cue[0].start)
        owner = next((i for i, other in enumerate(made) if i != index and _is_broken_off(reading, other, sentence, attribution)), None)
        if owner is not None:
            made[owner] = replace(made[owner], content=(*made[owner].content, quotation.outer))
            made[index] = replace(attribution, content=(*attribution.content[:-1], Span(last.start, last.start + len(lead) - 1)))
    return made


def _is_broken_off(reading: Reading, other: Attribution, sentence: Span, later: Attribution) -> bool:
    """Tell whether an attribution is a quotation that ends in a comma, followed by its cue, before another cue of its sentence."""
    quoted = other.content[-1]
    if not other.cue or not sentence.start <= quoted.start <= quoted.end <= other.cue[0].start < later.cue[0].start:
        return False
    words = reading.text[quoted.start : quoted.end].rstrip("”\"’' ")
    return words.endswith(",") and bool(reading.quotations_in(quoted.start, quoted.end))


def _inverted(reading: Reading, attribution: Attribution) -> Attribution:
    """Take for the source a noun phrase right after the cue that was read into the content: “…,” reads the letter."""
    if attribution.source or len(attribution.cue) != 1 or len(attribution.content) != 2:
        return attribution
    (cue,), (quoted, subject) = attribution.cue, attribution.content
    verb, words = reading.words_in(cue.start, cue.end), reading.words_in(subject.start, subject.end)
    before = reading.quotations_in(quoted.start, quoted.end) and quoted.end <= cue.start <= cue.end <= subject.start
    if not before or reading.count(Span(cue.end, subject.start)) or len(verb) != 1 or verb[0].tag not in FINITE:
        return attribution
    return replace(attribution, source=(subject,), content=(quoted,)) if is_noun_phrase(words) else attribution


def _second_verbs(reading: Reading, attribution: Attribution) -> list[Attribution]:
    """Part "promised elections | and warned students": a verb after "and" is the speaker's where the content had none of its own."""
    if not attribution.cue or not attribution.source or attribution.source[0].start > attribution.cue[0].start:
        return [attribution]
    last = attribution.content[-1]
    words = reading.words_in(last.start, last.end)
    place = next((i for i in range(len(words)) if _is_second(reading, words, i)), None)
    if place is None or last.start < attribution.cue[-1].end or len(words) - place < 2:
        return [attribution]
    rest = Span(last.start, words[place - 2].end)
    first = replace(attribution, content=(*attribution.content[:-1], rest))
    if not is_reporting(words[place]) and kind_of(words[place : place + 1]) not in _SPOKEN:
        return [first]
    verb, what = words[place], Span(words[place + 1].start, last.end)
    return [first, Attribution(attribution.source, (Span(verb.start, verb.end),), (what,))]


def _on_the_occasion(reading: Reading, attribution: Attribution) -> list[Attribution]:
    """Part what was said from what the occasion was for: “…,” she said at a meeting announcing | that …."""
    if len(attribution.cue) != 1 or len(attribution.content) != 2:
        return [attribution]
    (cue,), (quoted, clause) = attribution.cue, attribution.content
    verb, said = reading.words_in(cue.start, cue.end), reading.text[quoted.start : quoted.end].rstrip("”\"’' ")
    between = Span(cue.end, clause.start)
    if len(verb) < _FEWEST or not said.endswith(",") or not quoted.end <= cue.start <= clause.start or reading.count(between):
        return [attribution]
    if verb[0].tag not in FINITE or verb[-1].tag != "VBG" or not (is_reporting(verb[-1]) or kind_of(verb[-1:]) != "said"):
        return [attribution]
    if reading.quotations_in(clause.start, clause.end) or not has_finite(reading.words_in(clause.start, clause.end)):
        return [attribution]
    first = replace(attribution, cue=(Span(cue.start, verb[-2].end),), content=(quoted,))
    return [first, Attribution(attribution.source, (Span(verb[-1].start, cue.end),), (clause,))]


def _is_second(reading: Reading, words: Sequence[Word], index: int) -> bool:
    """Tell whether a finite verb follows "and" after words without one, outside quotations."""
    if index < 2 or words[index].tag not in ("VBD", "VBZ") or bare(words[index - 1].text) != "and":
        return False
    if reading.is_quoted(words[index].start) or not words[index - 2].tag.startswith(("NN", "CD", "''", "PRP")):
        return False
    return not any(word.tag in (*FINITE, "VB", "WDT", "WP") for word in words[:index])


def _both_speakers(reading: Reading, attribution: Attribution) -> list[Attribution]:
    """Part what one content holds of two: Union: “…” – Owner: “…”; “…,” says the waiter; “…,” says the senator."""
    for index, span in enumerate(attribution.content):
        for left, right in pairwise(reading.quotations_in(span.start, span.end)):
            labelled = _LABEL.fullmatch(reading.text, left.outer.end, right.outer.start)
            said = None if labelled else _SAID.fullmatch(reading.text, left.outer.end, right.outer.start)
            first, second = Span(span.start, left.outer.end), Span(right.outer.start, span.end)
            around = attribution.content[:index], attribution.content[index + 1 :]
            if labelled:
                other = Attribution((Span(*labelled.span(1)),), (Span(labelled.end(1), labelled.end(1) + 1),), (second, *around[1]))
                return [replace(attribution, content=(*around[0], first)), other]
            if said and _is_reported(reading, said):
                other = Attribution((Span(*said.span(2)),), (Span(*said.span(1)),), (*around[0], first))
                return [other, replace(attribution, content=(second, *around[1]))]
    return [attribution]


def _is_reported(reading: Reading, said: re.Match[str]) -> bool:
    verb = reading.words_in(*said.span(1))
    return len(verb) == 1 and (is_reporting(verb[0]) or kind_of(verb) in _SPOKEN)


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
    verbs = [i for i, word in enumerate(words) if i and word.tag in FINITE - {"MD"}]
    ended = reading.text[quotation.inner.start : quotation.inner.end].rstrip().endswith((".", "!", "?"))
    if not verbs or (len(verbs) > 1 and not ended):
        return None
    verb = verbs[-1]
    source = subject_span(reading, words, verb) or _pronoun_before(words, verb)
    if source is None or has_finite(words[verb + 1 :]):
        return None
    return Span(words[verb].start, words[verb].end), source


def _pronoun_before(words: Sequence[Word], verb: int) -> Span | None:
    """A pronoun that is the subject of a verb right after it, amid a sentence: "so upset that I | had to take it back: …"."""
    subject = words[verb - 1]
    return Span(subject.start, subject.end) if subject.tag == "PRP" and bare(subject.text) in _SUBJECTS else None


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
