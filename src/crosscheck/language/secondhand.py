"""Second-hand words: the body through which a statement came to this source."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.language.chains import Chains
from crosscheck.language.cues import is_reporting
from crosscheck.language.drafts import Draft
from crosscheck.language.reading import Named, Reading
from crosscheck.language.titles import bare, is_title
from crosscheck.records import Span, Speaker

_TELLING = frozenset({"told", "tell", "tells", "telling"})
_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_RELAYING = frozenset({"quoted", "reported", "reports", "quotes", "cited"})
_NEAR = 30
"""Code points after the cue in which the hearer stands."""


def via_of(reading: Reading, chains: Chains, draft: Draft, speaker: Speaker | None) -> tuple[str | None, Speaker | None]:
    """Return the body that a statement came through, and its speaker, which second-hand quotation changes.

    "X told CBN" gives CBN; "the Post quoted X" and "…," aides said X told his colleagues make X the speaker, the others via.
    """
    if draft.cue is None:
        return None, speaker
    relayed = _relayed_by(reading, draft)
    if relayed is not None:
        return chains.names.get((relayed.start, relayed.end), relayed.text), speaker
    told = _reported_by_another(reading, draft)
    if told is not None and speaker is not None and speaker.name is not None:
        name = chains.names.get((told.start, told.end), told.text)
        return speaker.name, replace(speaker, name=name, resolved_by="second-hand")
    forms = {bare(word.text) for word in reading.words_in(draft.cue.start, draft.cue.end)}
    if forms & _TELLING:
        hearer = _last_within(reading, draft.cue, "ORG") or _named_after(reading, draft.cue.end, "ORG")
        if hearer is not None and _qualifies_noun(reading, hearer):
            hearer = None
        return (chains.names.get((hearer.start, hearer.end), hearer.text) if hearer else None), speaker
    if forms & _QUOTING:
        quoted = _named_after(reading, draft.cue.end, "PERSON")
        if quoted is not None and speaker is not None and speaker.name is not None:
            person = chains.names.get((quoted.start, quoted.end), quoted.text)
            return speaker.name, replace(speaker, name=person, resolved_by="second-hand")
    return None, speaker


def _named_after(reading: Reading, offset: int, label: str) -> Named | None:
    """The first entity of a kind right after a cue, with nothing but an article or a title between."""
    for entity in reading.entities_in(offset, min(offset + _NEAR, reading.sentence_at(offset - 1).end)):
        between = reading.words_in(offset, entity.start)
        if entity.label == label and all(is_title(word.text) for word in between) and not reading.is_quoted(entity.start):
            return entity
    return None


def _relayed_by(reading: Reading, draft: Draft) -> Named | None:
    """The body named at the end of the sentence: "X said …, the Post reported"."""
    end = draft.content[-1].end
    sentence = reading.sentence_at(draft.content[-1].start)
    for entity in reading.entities_in(end, min(end + _NEAR, sentence.end)):
        after = reading.words_in(entity.end, sentence.end)
        if entity.label == "ORG" and reading.count(Span(end, entity.start)) <= 1 and after and bare(after[0].text) in _RELAYING:
            return entity if draft.cue is None or not Span(entity.start, after[0].end).overlaps(draft.cue) else None
    return None


def _qualifies_noun(reading: Reading, entity: Named) -> bool:
    """Tell whether a name is part of a longer phrase: "told Foreign Office reporters"."""
    after = reading.words_in(entity.end, entity.end + 2)
    return bool(after) and (after[0].tag in ("NN", "NNS") or after[0].text in ("'s", "’s"))


def _reported_by_another(reading: Reading, draft: Draft) -> Named | None:
    """The person whom the source says to have said it: "…," aides said X told his colleagues."""
    if draft.cue is None or draft.content[0].start > draft.cue.start or not reading.is_quoted(draft.start):
        return None
    named = _named_after(reading, draft.cue.end, "PERSON")
    if named is None:
        return None
    after = reading.words_in(named.end, named.end + 12)
    return named if after and is_reporting(after[0]) and after[0].tag in ("", "VBD", "VBZ", "VBN") else None


def _last_within(reading: Reading, cue: Span, label: str) -> Named | None:
    return next((e for e in reversed(reading.entities_in(cue.start, cue.end)) if e.label == label), None)
