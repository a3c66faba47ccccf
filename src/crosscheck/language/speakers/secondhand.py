"""Second-hand words: the body through which a statement came to this source."""

from __future__ import annotations

import re
from dataclasses import replace

from crosscheck.language.drafts.clauses import subject_of_cue
from crosscheck.language.drafts.cues import is_reporting
from crosscheck.language.drafts.drafts import Draft
from crosscheck.language.drafts.locate import find_attribution
from crosscheck.language.names.chains import Chains
from crosscheck.language.names.titles import BODY_NOUNS, MEDIA_NOUNS, OUTLETS, bare, is_role, is_title, singular
from crosscheck.language.reading import Named, Reading
from crosscheck.language.speakers.whosewords import said_before_relay, said_within
from crosscheck.records import Span, Speaker

_TELLING = frozenset({"told", "tell", "tells", "telling"})
_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_RELAYING = frozenset({"quoted", "reported", "reports", "quotes", "cited"})
_ACCORDING = frozenset({"according"})
_HEARERS = frozenset({"reporter", "journalist", "staff", "viewer", "reader", "listener", "employee", "worker"})
_INTERVIEW = re.compile(r"\b(?:interview (?:with|to|on)|(?:speaking|spoke) (?:to|on|with)|statement to) (?:the )?(?=[A-Z])")
_RELAYED_BY = re.compile(r",? as (?:cited|quoted|reported) (?:by|in) ")
"""Between the one who spoke and the medium that others took the words from."""
_NEAR = 30
"""Code points after the cue in which the hearer stands."""


def via_of(reading: Reading, chains: Chains, draft: Draft, speaker: Speaker | None) -> tuple[str | None, Speaker | None]:
    """Return the body that a statement came through, and its speaker, which second-hand quotation changes.

    "X told CBN" gives CBN; "the Post quoted X" and "…," aides said X told his colleagues make X the speaker, the others via.
    """
    if draft.cue is None:
        return None, speaker
    if speaker is not None and speaker.resolved_by == "second-hand" and draft.source is not None:
        medium = next((e for e in reading.entities_in(draft.source.start, draft.source.end) if e.label == "ORG"), None)
        return (chains.names.get((medium.start, medium.end), medium.text) if medium else None), speaker
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
        if hearer is not None and _is_medium(reading, hearer):
            return chains.names.get((hearer.start, hearer.end), hearer.text), speaker
        return None, speaker
    interviewer = _interviewer(reading, draft)
    if interviewer is not None:
        return chains.names.get((interviewer.start, interviewer.end), interviewer.text), speaker
    if forms & _QUOTING and draft.source is not None and draft.source.start >= draft.cue.end:
        body = next((e for e in reversed(reading.entities_in(draft.cue.start - _NEAR, draft.cue.start)) if e.label == "ORG"), None)
        if body is not None and not reading.count(Span(body.end, draft.cue.start)):
            return chains.names.get((body.start, body.end), body.text), speaker
    if forms & _QUOTING:
        quoted = _named_after(reading, draft.cue.end, "PERSON")
        if quoted is not None and speaker is not None and speaker.name is not None:
            person = chains.names.get((quoted.start, quoted.end), quoted.text)
            return speaker.name, replace(speaker, name=person, resolved_by="second-hand")
    return None, speaker


def inner_source(reading: Reading, draft: Draft) -> Span | None:
    """Return who is said to have said the first quotation, where a medium reports in its own words what somebody said.

    "The Herald reported: … her lawyer said the plan was “…”"; "According to the Herald, her lawyer called the plan “…”".
    """
    if draft.source is None or draft.cue is None or draft.content[0].start < max(draft.cue.end, draft.source.end):
        return None
    medium = next((e for e in reading.entities_in(draft.source.start, draft.source.end) if e.label == "ORG"), None)
    forms = {bare(word.text) for word in reading.words_in(draft.cue.start, draft.cue.end)}
    first = next(iter(reading.quotations_in(draft.content[0].start, draft.content[-1].end)), None)
    if medium is None or first is None or any(bare(word) in BODY_NOUNS for word in medium.text.split()):
        return None
    named_first = draft.source.start < draft.cue.start
    if not (forms & _RELAYING if named_first else forms & _ACCORDING and _is_medium(reading, medium)):
        return None
    begin = max(draft.cue.end, draft.source.end)
    cue, source = find_attribution(reading, first)
    return source if cue is not None and source is not None and cue.start >= begin and source.start >= begin else None


def relayed_source(reading: Reading, draft: Draft) -> Span | None:
    """Return who said a quotation, where the words taken for its source are the medium it came through.

    "“…”, said Dr Ann Rowe of the clinic, as cited by the Herald"; "“…”, Rowe said, as quoted by the Herald"; "…, according to the Herald".
    """
    if draft.source is None or draft.cue is None or draft.source.start < draft.cue.end:
        return None
    if any(e.label == "ORG" and _is_medium(reading, e) for e in reading.entities_in(draft.source.start, draft.source.end)):
        spoken = said_before_relay(reading, draft) or said_within(reading, draft)
        if spoken is not None:
            return spoken
    relay = next(_RELAYED_BY.finditer(reading.text, draft.cue.end, draft.source.start), None)
    if relay is None or not all(bare(w.text) == "the" for w in reading.words_in(relay.end(), draft.source.start)):
        return None
    behind = reading.words_in(draft.cue.end, relay.start())
    if behind:
        return Span(behind[0].start, behind[-1].end) if any(w.tag.startswith("NN") for w in behind) else None
    return subject_of_cue(reading, draft.cue)


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


def _is_medium(reading: Reading, entity: Named) -> bool:
    """Tell whether a name after "told" is a newspaper's, agency's or broadcaster's, by its words and those beside it.

    "the … Herald", "the … news agency", "the BBC" and a name without article ("told Reuters") are; "… reporters", "the High Court" are not.
    """
    words = [bare(word) for word in entity.text.split()]
    after = reading.words_in(entity.end, entity.end + 2)
    beside = bare(after[0].text) if after else ""
    if is_role(singular(beside)) or singular(beside) in _HEARERS or (after and after[0].tag in ("VBD", "VBZ")):
        return False
    if any(word in MEDIA_NOUNS for word in words) or words[-1] in OUTLETS or beside in MEDIA_NOUNS:
        return True
    if (after and after[0].tag in ("NN", "NNS")) or any(word in BODY_NOUNS or is_role(word) for word in words):
        return False
    before = reading.words_in(max(0, entity.start - 5), entity.start)
    return words[0] != "the" and not (before and bare(before[-1].text) == "the")


def _interviewer(reading: Reading, draft: Draft) -> Named | None:
    """The medium to which the speaker spoke, by the same sentence: "In an interview with the Herald, X said"."""
    if draft.cue is None or reading.is_quoted(draft.cue.start):
        return None
    sentence = reading.sentence_at(draft.cue.start)
    for match in _INTERVIEW.finditer(reading.text, sentence.start, sentence.end):
        for entity in reading.entities_in(match.end(), match.end() + 1):
            if entity.label in ("ORG", "MISC") and not reading.is_quoted(entity.start) and _is_medium(reading, entity):
                return entity
    return None


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
