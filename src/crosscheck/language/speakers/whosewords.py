"""Whose words are quoted, where the sentence's own speaker is another: "its description of Ann Roe as “…”", "said, according to a post"."""

from __future__ import annotations

import re
from itertools import takewhile

from crosscheck.language.drafts.clauses import has_finite, is_noun_phrase, is_said, subject_of_cue
from crosscheck.language.drafts.cues import is_reporting
from crosscheck.language.drafts.drafts import Draft
from crosscheck.language.names.titles import bare
from crosscheck.language.reading import Reading
from crosscheck.records import Span

_WORDS_OF = re.compile(
    r"(?P<owner>(?:(?:[Tt]he|an?) )?(?:[A-Z][\w.-]* ){0,3}[\w.-]+(?=['’]s? )|\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\b)"
    r"(?:['’]s?)? (?:[\w-]+ ){0,2}?"
    r"(?:(?:description|label(?:l)?ing|portrayal|depiction|characteri[sz]ation) of [^.;:!?“”\"]{0,60}? as(?: an?| the)?"
    r"|(?:claim|assertion|allegation|accusation|argument|contention|suggestion|insistence)s? that [^.;:!?“”\"]{0,80}?)"
    r" ?[“\"‘']$"
)
_REACH = 200
"""Code points before a quotation in which a noun for somebody's words stands."""
_SHARED = re.compile(
    r"\b(?:shared|showed|received|obtained|posted|uploaded|saw|seen) "
    r"(?P<owner>(?:a|an|the) (?:[\w-]+ ){0,2}(?:letter|notice|memo|circular|email|e-mail|report))\b"
    r"[^.;:!?“”\"]{0,150}[“\"‘']$"
)
_ACCORDING = "according"
_ENDS = frozenset('.!?“"')
_PARTS = frozenset({"IN", "TO", "WRB", "VBG", "RB"})
"""Tags of words that go on after the one who speaks: said Roe | in the harbour."""
_NOUNS = ("NN", "PRP")
_LONGEST = 12
"""Words of the longest name between a quotation and its verb."""
_AS_SAYING = re.compile(r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)) (him|her|them) (?:as )?(?:saying|telling)\b")


_WAS_QUOTED = re.compile(r"\b(?:was|were|is|are|been|being) (?:\w+ )?(?:quoted|cited) (?:\w+ )?(?:by|in|on) ")
_LEAD = 30
"""Code points around a cue in which that passive stands."""


def owner_of_words(reading: Reading, draft: Draft) -> Span | None:
    """Return the words for whose words the first quotation are, if a noun before it says so; None where the speaker is the sentence's.

    "He objected to the paper's description of Ann Roe as “…”" quotes the paper; "X shared a letter … about “…”" the letter. Within what
    the speaker tells ("X said Y had taken up Z's suggestion that …") the words are the speaker's own.
    """
    if draft.nested or draft.cue is None or draft.source is None:
        return None
    first = next(iter(reading.quotations_in(draft.content[0].start, draft.content[-1].end)), None)
    if first is None or reading.is_quoted(draft.cue.start):
        return None
    sentence = reading.sentence_at(first.outer.start)
    start, end = max(sentence.start, first.outer.start - _REACH), first.inner.start
    match = next((m for p in (_WORDS_OF, _SHARED) for m in [p.search(reading.text, start, end)] if m), None)
    if (
        match is None
        or Span(*match.span("owner")).overlaps(draft.source)
        or _speaks_between(reading, match.end("owner"), first.outer.start)
        or has_finite(reading.words_in(draft.cue.end, match.start("owner")))
    ):
        return None
    return Span(*match.span("owner"))


def _speaks_between(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a verb of speech stands between a noun for words and the marks: "… to her claim, and said “…”"."""
    return any(word.tag in ("VBD", "VBZ") and is_reporting(word) for word in reading.words_in(start, end))


def said_before_relay(reading: Reading, draft: Draft) -> Span | None:
    """Return the name in "“…,” Ann Roe said at the harbour, according to a post", where who passed it on was taken for the source."""
    if not (_is_according(reading, draft) or _said_by_another(reading, draft)):
        return None
    first = next(iter(reading.quotations_in(draft.content[0].start, draft.content[-1].end)), None)
    if first is None or draft.cue is None or draft.cue.start < first.outer.end:
        return None
    end = draft.cue.start if draft.source is None else min(draft.cue.start, draft.source.start)
    words = [word for word in reading.words_in(first.outer.end, end) if word.text != ","]
    if len(words) < 2 or any(word.text in _ENDS or reading.is_quoted(word.start) for word in words):
        return None
    if is_reporting(words[0]):
        named = list(takewhile(lambda word: word.tag not in _PARTS, words[1:]))
        return Span(named[0].start, named[-1].end) if named else None
    verb = next((at for at, word in enumerate(words[: _LONGEST + 1]) if is_said(word)), 0)
    last = words[verb - 1]
    return Span(words[0].start, last.end) if verb and (last.tag.startswith(_NOUNS) or last.text[0].isupper()) else None


def _said_by_another(reading: Reading, draft: Draft) -> bool:
    """Tell whether the source tells at the end of the sentence what another said: "“…,” Roe wrote in a message, prosecutors said"."""
    if draft.source is None or draft.cue is None or draft.cue.start < draft.source.end or draft.source.start < draft.content[0].end:
        return False
    before = reading.words_in(max(0, draft.source.start - 2), draft.source.start)
    return bool(before) and before[-1].text == "," and not reading.is_quoted(before[-1].start)


def said_within(reading: Reading, draft: Draft) -> Span | None:
    """Return the subject in "Roe said that she had “…,” according to the Herald": who spoke what is quoted there."""
    first = next(iter(reading.quotations_in(draft.content[0].start, draft.content[-1].end)), None)
    if first is None or draft.cue is None or not _is_according(reading, draft) or draft.cue.start < first.outer.end:
        return None
    before = reading.words_in(draft.content[0].start, first.outer.start)
    verb = next((word for word in reversed(before) if is_said(word) and not reading.is_quoted(word.start)), None)
    return subject_of_cue(reading, Span(verb.start, verb.end)) if verb else None


def subject_quoted(reading: Reading, draft: Draft) -> Span | None:
    """Return the subject in "“…,” Ann Roe was quoted by the Herald as saying", where the medium was taken for the source."""
    if draft.source is None or draft.cue is None or reading.is_quoted(draft.cue.start):
        return None
    sentence = reading.sentence_at(draft.cue.start)
    match = _WAS_QUOTED.search(reading.text, max(sentence.start, draft.cue.start - _LEAD), min(sentence.end, draft.cue.end + _LEAD))
    if match is None or draft.source.start < match.end() - 1 or reading.is_quoted(match.start()):
        return None
    closed = [q.outer.end for q in reading.quotations_in(sentence.start, match.start()) if q.outer.end <= match.start()]
    words = [w for w in reading.words_in(max([sentence.start, *closed]), match.start()) if w.text != ","]
    return Span(words[0].start, words[-1].end) if words and is_noun_phrase(words) else None


def _is_according(reading: Reading, draft: Draft) -> bool:
    if draft.source is None or draft.cue is None:
        return False
    return _ACCORDING in {bare(word.text) for word in reading.words_in(draft.cue.start, draft.cue.end)}


def pronoun_quoted(reading: Reading, draft: Draft) -> Span | None:
    """Return the pronoun in "“…,” the Herald quoted her as saying": the medium is not who speaks."""
    if draft.cue is None or reading.is_quoted(draft.cue.start):
        return None
    match = _AS_SAYING.search(reading.text, draft.cue.start, reading.sentence_at(draft.cue.start).end)
    return Span(*match.span(1)) if match is not None and match.start() < draft.cue.end else None
