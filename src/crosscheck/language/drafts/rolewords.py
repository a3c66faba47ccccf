"""The roles of passives and nouns: who is named after "by", who only heard, where a noun's clause ends.

The encoder often reads the content of such attributions without their source, or takes the hearer for it: "passengers were told that …".
"""

from __future__ import annotations

import re
from dataclasses import replace

from crosscheck.language.drafts.clauses import FINITE, has_finite, is_nominal
from crosscheck.language.drafts.cues import kind_of
from crosscheck.language.drafts.overlooked import HEARERS
from crosscheck.language.names.titles import bare
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Reading
from crosscheck.records import Span

_NAME = r"(?P<source>[^,.;:“”\"()]{2,70}?)"
_NOUNS = (
    r"accusations?|acknowledge?ment|admission|allegations?|announcements?|argument|assertions?|assurances?|beliefs?|claims?|comments?|"
    r"complaints?|confirmation|denials?|fears?|insistence|pledges?|promises?|reports?|statements?|suggestions?|testimony|threats?|warnings?"
)
_NOMINAL = re.compile(rf"(?P<cue>\b(?:{_NOUNS}))(?:,? [a-z]+)? (?:by|from|among) {_NAME},?\s*$", re.IGNORECASE)
"""What stands before the content that a noun introduces."""
_PASSIVE = re.compile(
    r"(?:was|were|been|being|is|are) (?:\w+ly )?(?:advised|asked|assured|cautioned|informed|instructed|ordered|reminded|told|urged|warned)",
    re.IGNORECASE,
)
_FOR = re.compile(rf"(?P<cue>for|to) {_NAME},\s*", re.IGNORECASE)
_AGENT = 80
"""Code points after a passive in which its agent stands."""
_MADE = frozenset({"wrote", "ordered", "praised", "plans"})
"""Kinds of passives that tell who made or backed a thing as often as who said it: "the song was written by X"."""
_NOMINAL_TAGS = ("NN", "DT", "JJ", "CD", "PRP", "POS")
_LINKING = ("WDT", "WP", "WRB", "CC", "IN")


def with_roles(reading: Reading, attribution: Attribution) -> Attribution:
    """Return an attribution with the source that a passive or a noun names, without a hearer, and with its clause alone as content."""
    named = _with_noun(reading, _with_agent(reading, _without_preposition(reading, attribution)))
    return _without_subject(reading, _cut_noun_clause(reading, _without_hearer(reading, named)))


def _without_preposition(reading: Reading, attribution: Attribution) -> Attribution:
    """Leave out the preposition that a source was read with: "the belief | among growers | is that …"."""
    if len(attribution.source) != 1:
        return attribution
    source = attribution.source[0]
    words = reading.words_in(source.start, source.end)
    if len(words) < 2 or words[0].tag != "IN" or bare(words[0].text) not in ("among", "by", "from"):
        return attribution
    return replace(attribution, source=(Span(words[1].start, source.end),))


def _with_noun(reading: Reading, attribution: Attribution) -> Attribution:
    """Give a content that was read without source the noun and the source before it: "a promise from the owner | that …"."""
    if attribution.source or len(attribution.content) != 1 or reading.is_quoted(attribution.content[0].start):
        return attribution
    start = attribution.content[0].start
    sentence = reading.sentence_at(start)
    lead = re.sub(r"that\s*$", "", reading.text[sentence.start : start])
    if lead == reading.text[sentence.start : start] and not reading.text.startswith("that ", start):
        return attribution
    match = _NOMINAL.search(lead)
    if match is None:
        return attribution
    cue, source = (Span(sentence.start + match.start(group), sentence.start + match.end(group)) for group in ("cue", "source"))
    return replace(attribution, source=(source,), cue=(cue,)) if is_nominal(reading.words_in(source.start, source.end)) else attribution


def _without_subject(reading: Reading, attribution: Attribution) -> Attribution:
    """Leave the subject of a passive out where what was said follows as a clause: "he | was told | that …"."""
    if len(attribution.content) != 2 or not attribution.cue:
        return attribution
    subject, clause = attribution.content
    words = reading.words_in(clause.start, clause.end)
    around = subject.end <= attribution.cue[0].start and attribution.cue[-1].end <= clause.start
    passive = reading.words_in(attribution.cue[-1].start, attribution.cue[-1].end)
    if (
        not around
        or not words
        or bare(words[0].text) != "that"
        or not has_finite(words)
        or not passive
        or passive[-1].tag not in ("VBN", "VBD")
    ):
        return attribution
    spoken = has_finite(reading.words_in(subject.start, subject.end)) or reading.quotations_in(subject.start, subject.end)
    return attribution if spoken else replace(attribution, content=(clause,))


def _cut_noun_clause(reading: Reading, attribution: Attribution) -> Attribution:
    """Cut the main verb of the sentence from the clause of a noun: "the union's warning | that trains would stop | went unheard"."""
    if len(attribution.cue) != 1 or len(attribution.content) != 1 or attribution.content[0].start < attribution.cue[0].end:
        return attribution
    span, cue = attribution.content[0], reading.words_in(attribution.cue[0].start, attribution.cue[0].end)
    words = reading.words_in(span.start, span.end)
    if any(word.tag.startswith("VB") for word in cue) or not any(word.tag.startswith("NN") for word in cue) or not words:
        return attribution
    first = next((i for i, word in enumerate(words) if word.tag in FINITE), len(words))
    for i in range(first + 2, len(words)):
        if words[i].text in ",;:" or words[i].tag in _LINKING or reading.is_quoted(words[i].start):
            break
        if words[i].tag in ("VBD", "VBZ") and words[i - 1].tag in ("VB", "VBN", "JJ"):
            return replace(attribution, content=(Span(span.start, words[i - 1].end),))
    return attribution


def _with_agent(reading: Reading, attribution: Attribution) -> Attribution:
    """Find the source that a passive names after "by", and the one that "For X, …" names before a content with somebody's words."""
    if attribution.source or (len(attribution.content) > 1 and not attribution.cue):
        return attribution
    if attribution.cue:
        words = reading.words_in(attribution.cue[-1].start, attribution.cue[-1].end)
        made = not words or words[-1].tag not in ("VBN", "VBD") or kind_of(words) in _MADE
        agent = None if made else _agent_after(reading, attribution.cue[-1].end)
        return replace(attribution, source=(agent,)) if agent and not any(agent.overlaps(c) for c in attribution.content) else attribution
    span = attribution.content[0]
    match = _FOR.fullmatch(reading.text, reading.sentence_at(span.start).start, span.start)
    if match is None or reading.is_quoted(match.start()) or not reading.quotations_in(span.start, span.end):
        return attribution
    cue, source = Span(*match.span("cue")), Span(*match.span("source"))
    named = any(
        e.label in ("PERSON", "ORG", "NORP") and source.overlaps(Span(e.start, e.end))
        for e in reading.entities_in(source.start, source.end)
    )
    return replace(attribution, source=(source,), cue=(cue,)) if named else attribution


def _agent_after(reading: Reading, offset: int) -> Span | None:
    words = reading.words_in(offset, offset + _AGENT)
    if len(words) < 2 or bare(words[0].text) != "by":
        return None
    end = next((i for i, word in enumerate(words) if i and not word.tag.startswith(_NOMINAL_TAGS)), len(words))
    agent = words[1:end]
    return Span(agent[0].start, agent[-1].end) if agent and agent[-1].tag.startswith(("NN", "PRP")) else None


def _without_hearer(reading: Reading, attribution: Attribution) -> Attribution:
    """Take the subject of "were told that …" from the sources: it heard what somebody said; after "by" stands who."""
    if not attribution.cue or not attribution.source:
        return attribution
    cue, source = attribution.cue[-1], attribution.source[0]
    start = min(attribution.cue[0].start, cue.start)
    before = reading.text[max(source.end, start - 20) : start] if source.end <= start else ""
    if source.end > start or not _PASSIVE.search(before + reading.text[start : cue.end]):
        return attribution
    hears = any(bare(word.text) in HEARERS for word in reading.words_in(source.start, source.end)[-1:])
    return attribution if hears or not _ends_passive(reading, cue, source) else replace(attribution, source=())


def _ends_passive(reading: Reading, cue: Span, source: Span) -> bool:
    """Tell whether the passive's verb is the cue's last and its subject is the source: nothing but auxiliaries between them."""
    words = reading.words_in(source.end, cue.end)
    return bool(words) and words[-1].tag in ("VBN", "VBD") and all(w.tag.startswith(("VB", "MD", "RB")) for w in words)
