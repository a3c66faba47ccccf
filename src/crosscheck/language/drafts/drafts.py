"""Attributions of the model and quotations of the mark reader, brought together: who is right where they differ.

The marks decide what is inside a quotation, the model decides what is attributed. A quotation that the model read in part is
completed; one that it missed becomes a draft of its own, or joins the one whose words it continues ("A," he said. "B.").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosscheck.language.drafts.clauses import has_finite, is_suffered, main_subject, subject_behind, subject_of_cue
from crosscheck.language.drafts.labels import labelled
from crosscheck.language.drafts.locate import find_attribution, handle_behind
from crosscheck.language.drafts.mainverbs import with_main_verbs
from crosscheck.language.drafts.overlooked import with_overlooked
from crosscheck.language.drafts.quotations import Trimmer, is_own_words
from crosscheck.language.drafts.relatives import relative_cue
from crosscheck.language.drafts.wordings import with_wordings
from crosscheck.language.marks import Quotation
from crosscheck.language.names.titles import bare
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Reading
from crosscheck.records import Span
from crosscheck.text import WORD, fold

_AS_SAYING = re.compile(r"([^.;:“”\"]{2,90}?),? as (?:saying|telling)\b(?: that\b)?\s*(?=\S)")
_TITLING = frozenset("captioned dubbed entitled headlined named nicknamed subtitled titled".split())
_TOLD = frozenset({"told", "tells"})
_USED = re.compile(r"(?:has |have |had |also |was |were )*(?:used|uses|using|use)$")
_MEANT = re.compile(r"\W{1,3}(?:to (?:describe|mean|refer)|as a|for|when)\b")
"""Behind words that somebody used of something."""
_BEFORE = 6
"""Code points before a cue in which its "to" stands."""
COVERED = 0.8
"""Share of a quotation's words that a draft must hold to count as having found it (the score's Jaccard bound)."""
_ECHOED = 2
"""Words of the shortest stretch in a headline's marks that is looked up in the text."""
_CLOSE = 4
"""Code points between a quotation and the source that follows it: a mark, a comma, a space."""
SNAPPED = 0.5
"""Share from which a draft that holds a part of a quotation is completed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its speaker is known."""

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    continues: bool = False
    """Whether it is a quotation that continues the paragraph before."""
    nested: bool = False
    """Whether it is a quotation inside another."""
    spoken: bool = False
    """Whether it is a turn of a transcript: somebody's words, though without quotation marks."""

    @property
    def start(self) -> int:
        """Offset of the first word of the content."""
        return self.content[0].start


def draft_all(reading: Reading, attributions: Sequence[Attribution]) -> list[Draft]:
    """Return the drafts of an article by the start of their content."""
    trimmer = Trimmer(reading)
    drafts = [draft for draft in (_from_attribution(reading, trimmer, a) for a in _completed_by_words(reading, attributions)) if draft]
    drafts.sort(key=_order)
    turns = [Draft((words,), None, label, spoken=True) for label, words in labelled(reading)]
    if turns:
        labels = {turn.source for turn in turns}
        drafts = [draft for draft in drafts if draft.source not in labels]
    drafts = _with_quotations(reading, trimmer, drafts)
    return sorted([*drafts, *_in_relative_clauses(reading, trimmer, drafts), *turns], key=_order)


def _completed_by_words(reading: Reading, attributions: Sequence[Attribution]) -> list[Attribution]:
    """What the model read, with what the words around it decide."""
    return with_wordings(reading, with_overlooked(reading, with_main_verbs(reading, attributions)))


def _order(draft: Draft) -> tuple[int, int, int]:
    return draft.content[0].start, -draft.content[-1].end, draft.cue.start if draft.cue else -1


def _from_attribution(reading: Reading, trimmer: Trimmer, attribution: Attribution) -> Draft | None:
    cue, source = _one(attribution.cue), trimmer.without_dateline(_one(attribution.source))
    source = source or (trimmer.without_dateline(subject_of_cue(reading, cue)) if cue else None)
    if cue and source is None and (behind := subject_behind(reading, cue)):
        cue, source = behind
    source = source or (handle_behind(reading, cue) if cue else None)
    source = _teller(reading, trimmer, source, cue) if source and cue else source
    if source and cue and _reports_nothing(reading, source, cue):
        return None
    if cue and source and reading.paragraph_at(cue.start) != reading.paragraph_at(source.start):
        source = None  # one of 2,066 in PolNeAR dev: nearly always the link is wrong
    spans = list(attribution.content)
    for hole in (*attribution.cue, *attribution.source):
        spans = [piece for span in spans for piece in _without(span, hole)]
    spans = [trimmer.trim(_within_sentence(reading, span)) for span in spans]
    content = _near_cue(reading, sorted(span for span in spans if reading.count(span)), cue)
    if not content or (source is None and _states_nothing(reading, cue, content)):
        return None
    return _quoted_as_saying(reading, trimmer, Draft(content, cue, source))


def _teller(reading: Reading, trimmer: Trimmer, source: Span, cue: Span) -> Span:
    """Whom somebody told is not who said it: in "X told Y said: …", "X told Y that …", "X said … to Y …, and said …" the source is X."""
    sentence = reading.sentence_at(source.start)
    before = reading.words_in(sentence.start, source.start)
    if cue.start < source.end or len(before) < 2:
        return source
    told = main_subject(reading, source, cue)
    if told is None and bare(before[-1].text) in _TOLD and before[-1].tag != "VBN":
        told = subject_of_cue(reading, Span(before[-1].start, before[-1].end))
    return trimmer.without_dateline(told) or source if told else source


def _reports_nothing(reading: Reading, source: Span, cue: Span) -> bool:
    """Tell whether a verb says what somebody did or suffered: "staff used ‘harsh practices’", "… – Diner criticised for …".

    "Rowe used ‘harsh’ to describe it" does report words.
    """
    told = " ".join(bare(word.text) for word in reading.words_in(cue.start, cue.end))
    if source.end > cue.start or reading.count(Span(source.end, cue.start)):
        return False
    if is_suffered(reading.words_in(cue.start, cue.end)):
        return True
    quotation = next(iter(reading.quotations_in(cue.end, cue.end + 3)), None) if _USED.match(told) else None
    if quotation is None or quotation.outer.start < cue.end or reading.count(Span(cue.end, quotation.outer.start)):
        return False
    return _MEANT.match(reading.text, quotation.inner.end) is None and len(reading.words_in(quotation.inner.start, quotation.inner.end)) > 1


def _states_nothing(reading: Reading, cue: Span | None, content: Sequence[Span]) -> bool:
    """Tell whether words without a source and without a verb are a title ("titled ‘…’") or a topic ("things to know about …")."""
    words = [word for span in content for word in reading.words_in(span.start, span.end)]
    told = reading.words_in(cue.start, cue.end) if cue else []
    if not told or len(content) > 1 or has_finite(words):
        return False
    before = reading.words_in(max(0, told[0].start - _BEFORE), told[0].start)
    infinitive = bare(told[0].text) == "to" or (bool(before) and bare(before[-1].text) == "to")
    return bare(told[-1].text) in _TITLING or (infinitive and not reading.is_quoted(content[0].start))


def _quoted_as_saying(reading: Reading, trimmer: Trimmer, draft: Draft) -> Draft:
    """Part "X as saying …" after "quoted": X is the source, the rest the content."""
    first = draft.content[0]
    match = _AS_SAYING.match(reading.text, first.start, first.end)
    if match is None or draft.cue is None or draft.cue.start > first.start or reading.is_quoted(first.start):
        return draft
    rest = (trimmer.trim(Span(match.end(), first.end)), *draft.content[1:])
    return replace(draft, content=rest, source=trimmer.trim(Span(*match.span(1)))) if reading.count(rest[0]) else draft


def _within_sentence(reading: Reading, span: Span) -> Span:
    """Cut what follows a quotation that ended its sentence: the next sentence is not part of what was quoted."""
    for quotation in reading.quotations_in(span.start, span.start + 1):
        words = reading.text[quotation.inner.start : quotation.inner.end].rstrip(" ’'")
        opens = span.start <= quotation.inner.start and quotation.outer.end < span.end
        new = reading.text[quotation.outer.end : span.end].lstrip()[:1].isupper()
        if opens and new and words.endswith((".", "!", "?", "…", ",")):
            return Span(span.start, quotation.outer.end)
    return span


def _near_cue(reading: Reading, spans: Sequence[Span], cue: Span | None) -> tuple[Span, ...]:
    """Keep the spans in the paragraph of the cue; a paragraph that follows it is kept only after a colon that ends the cue's.

    What is quoted in other paragraphs becomes a statement of its own that continues the speaker.
    """
    if cue is None or not spans:
        return tuple(spans)
    paragraph = reading.paragraph_at(cue.start)
    here = [span for span in spans if paragraph.start <= span.start < paragraph.end]
    if here:
        return tuple(here)
    introduced = reading.text[paragraph.start : paragraph.end].rstrip().endswith(":")
    after = reading.paragraph_at(spans[0].start)
    if introduced and reading.paragraph_number(after.start) == reading.paragraph_number(cue.start) + 1:
        return tuple(span for span in spans if after.covers(span))
    return ()


def _one(spans: Sequence[Span]) -> Span | None:
    """Return the spans of a role as one: their longest, joined with what touches it."""
    return max(spans, key=lambda s: (s.end - s.start, -s.start)) if spans else None


def _without(span: Span, hole: Span) -> list[Span]:
    if not span.overlaps(hole):
        return [span]
    return [Span(start, end) for start, end in ((span.start, hole.start), (hole.end, span.end)) if start < end]


def _with_quotations(reading: Reading, trimmer: Trimmer, drafts: list[Draft]) -> list[Draft]:
    """Complete and add drafts so that every quotation of somebody's words is held by one."""
    by_quotation = _overlapping(reading, drafts)
    missed: list[Quotation] = []
    for quotation in reading.outermost:
        holders = by_quotation.get(quotation.outer.start, [])
        best = max(holders, key=lambda i: _share(reading, quotation, drafts[i]), default=None)
        share = _share(reading, quotation, drafts[best]) if best is not None else 0.0
        if best is not None and share >= SNAPPED and not _is_within(drafts[best], quotation):
            drafts[best] = _completed(trimmer, drafts[best], quotation)
        elif share < COVERED:
            missed.append(quotation)
    drafts[:] = [_located(reading, draft) for draft in drafts]
    adopter = _Adopter(reading, trimmer, drafts)
    for quotation in missed:
        adopter.adopt(quotation)
    drafts += [
        draft for q in reading.quotations if q.level == 1 and q.double and is_own_words(reading, q) for draft in [_own(reading, trimmer, q)]
    ]
    return drafts


def _overlapping(reading: Reading, drafts: Sequence[Draft]) -> dict[int, list[int]]:
    """For each outermost quotation, by its start: the drafts with content in it."""
    found: dict[int, list[int]] = {}
    for index, draft in enumerate(drafts):
        for span in draft.content:
            for quotation in reading.quotations_in(span.start, span.end):
                known = found.setdefault(quotation.outer.start, [])
                if not known or known[-1] != index:
                    known.append(index)
    return found


def _share(reading: Reading, quotation: Quotation, draft: Draft) -> float:
    """Return which share of the quotation's words the draft holds."""
    inner = quotation.inner
    held = sum(reading.count(Span(max(s.start, inner.start), min(s.end, inner.end))) for s in draft.content if s.overlaps(inner))
    return held / max(1, reading.count(inner))


def _is_within(draft: Draft, quotation: Quotation) -> bool:
    """Tell whether cue or source stand inside the quotation: the attribution is made by the one who is quoted."""
    return any(role is not None and quotation.inner.covers(role) for role in (draft.cue, draft.source))


def _completed(trimmer: Trimmer, draft: Draft, quotation: Quotation) -> Draft:
    """Return the draft with the whole quotation in its content."""
    inner = trimmer.trim(quotation.inner)
    touching = [span for span in draft.content if span.overlaps(inner)]
    others = [span for span in draft.content if not span.overlaps(inner)]
    whole = Span(min(inner.start, *(s.start for s in touching)), max(inner.end, *(s.end for s in touching)))
    return replace(draft, content=tuple(sorted([*others, trimmer.trim(whole)])))


class _Adopter:
    """Adds quotations that no draft holds: to the draft whose words they continue, or as drafts of their own."""

    def __init__(self, reading: Reading, trimmer: Trimmer, drafts: list[Draft]) -> None:
        self.reading = reading
        self.trimmer = trimmer
        self.drafts = drafts
        self.reaches = _reaches(reading, drafts)
        self.leads = _leads(reading, drafts)

    def adopt(self, quotation: Quotation) -> None:
        """Add one; short ones that end no sentence and are attributed to nobody are terms, and left out."""
        index = self._before(quotation)
        index = self._after(quotation) if index is None else index
        if index is not None:
            content = sorted([*self.drafts[index].content, self.trimmer.trim(quotation.inner)])
            self.drafts[index] = replace(self.drafts[index], content=tuple(content))
        elif is_own_words(self.reading, quotation) or self._is_echo(quotation) or self._is_uttered(quotation):
            self.drafts.append(_own(self.reading, self.trimmer, quotation))

    def _is_uttered(self, quotation: Quotation) -> bool:
        """Tell whether a few words end as speech does and a verb of speech follows: “Out!” the crowd chanted."""
        ends = self.reading.text[max(0, quotation.inner.end - 1) : quotation.inner.end]
        if ends not in ("!", "?") or not quotation.closed or not self.reading.count(quotation.inner):
            return False
        cue, source = find_attribution(self.reading, quotation)
        return cue is not None and source is not None and min(cue.start, source.start) - quotation.outer.end < _CLOSE

    def _is_echo(self, quotation: Quotation) -> bool:
        """Tell whether a few words in the marks of a headline are quoted again in the text: its speaker is then looked up there."""
        title = self.reading.title
        if title is None or not title.covers(quotation.inner) or not quotation.closed or self.reading.count(quotation.inner) < _ECHOED:
            return False
        words = self._folded(quotation.inner)
        return any(words in self._folded(q.inner) for q in self.reading.quotations if q.level == 0 and not title.covers(q.inner))

    def _folded(self, span: Span) -> str:
        return " " + " ".join(fold(m.group()) for m in WORD.finditer(self.reading.text, span.start, span.end)) + " "

    def _before(self, quotation: Quotation) -> int | None:
        """The draft whose cue ends right before the quotation, in its paragraph ("…," X said. "…")."""
        place = bisect_right(self.reaches, (quotation.outer.start, len(self.drafts))) - 1
        words = self.reading.text[quotation.inner.start : quotation.inner.end].rstrip()
        if place < 0 or not quotation.double or not words.endswith((".", "!", "?", "…")) or not self.reading.count(quotation.inner):
            return None
        reach, index = self.reaches[place]
        same_paragraph = self.reading.paragraph_at(quotation.outer.start).start <= reach
        return index if same_paragraph and not self.reading.count(Span(reach, quotation.outer.start)) else None

    def _after(self, quotation: Quotation) -> int | None:
        """The draft whose source or cue begins right after the quotation and whose content follows ("…," X said. "…")."""
        place = bisect_left(self.leads, (quotation.outer.end, -1))
        if place == len(self.leads) or self.leads[place][0] - quotation.outer.end >= _CLOSE:
            return None
        lead, index = self.leads[place]
        return index if not self.reading.text[quotation.outer.end : lead].strip(" ,") else None


def _own(reading: Reading, trimmer: Trimmer, quotation: Quotation) -> Draft:
    cue, source = find_attribution(reading, quotation)
    return Draft((trimmer.trim(quotation.inner),), cue, source, quotation.continues, quotation.level > 0)


def _leads(reading: Reading, drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Where the cue or source begins that a quotation follows, in order: (offset, index of the draft)."""
    leads = []
    for index, draft in enumerate(drafts):
        if draft.cue is not None and draft.cue.end <= draft.start and reading.is_quoted(draft.start):
            leads.append((min(draft.cue.start, draft.source.start if draft.source else draft.cue.start), index))
    return sorted(leads)


def _in_relative_clauses(reading: Reading, trimmer: Trimmer, drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts for what is quoted in a relative clause inside another's statement: the words of the one it is about."""
    holders = _overlapping(reading, drafts)
    found: list[Draft] = []
    for quotation in reading.outermost:
        roles = relative_cue(reading, quotation) if quotation.outer.start in holders else None
        if roles is None or any(draft.cue is not None and draft.cue.overlaps(roles[0]) for draft in drafts):
            continue
        clause = Span(roles[1].start, quotation.inner.end)
        if any(span.covers(clause) for index in holders[quotation.outer.start] for span in drafts[index].content):
            found.append(Draft((trimmer.trim(quotation.inner),), *roles, nested=True))
    return found


def _located(reading: Reading, draft: Draft) -> Draft:
    """Look around a quotation that the model found but attributes to nobody."""
    if draft.cue is not None or draft.source is not None:
        return draft
    quotation = next((q for q in reading.quotations_in(draft.start, draft.start + 1) if q.inner.covers(draft.content[0])), None)
    if quotation is None:
        return draft
    cue, source = find_attribution(reading, quotation)
    return replace(draft, cue=cue, source=source, continues=quotation.continues)


def _reaches(reading: Reading, drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Where each quotation that is followed by its cue ends with it, in order: (offset, index of the draft)."""
    reaches = []
    for index, draft in enumerate(drafts):
        end = draft.content[-1].end
        if draft.cue is not None and draft.cue.start >= end and reading.is_quoted(draft.start):
            reaches.append((max(draft.cue.end, draft.source.end if draft.source else 0), index))
    return sorted(reaches)
