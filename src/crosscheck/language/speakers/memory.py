"""Who spoke so far in an article: what later sources without a name of their own point back to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from crosscheck.language.drafts.clauses import is_noun_phrase
from crosscheck.language.drafts.drafts import Draft
from crosscheck.language.names.chains import Chains, Person
from crosscheck.language.names.phrases import Thing, read_phrase
from crosscheck.language.names.titles import bare, is_title
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.pronouns import OTHER, SUBJECT, Salience
from crosscheck.language.speakers.sexes import read_sexes
from crosscheck.records import Span, Speaker

FOLLOWING = 2
"""Paragraphs over which a source may point back to the one who spoke before."""
_SEVERAL = frozenset({"many", "some", "others", "most", "several", "few", "both"})
"""Those whom ``it`` does not stand for."""
_DASHES = "—–―‒-"
_SAID_LAST = re.compile(r",\s+(?:said|says|added|adds|noted|notes|wrote|writes)\s+")
_ISSUED = re.compile(r"\bin (?:an?|the|its|his|her|their) (?:\w+ ){0,2}?(?P<noun>statement|release)\b")
"""Of a sentence in which somebody speaks: "the coast guard said in a news release on Monday"."""
_DOCUMENT = re.compile(r"\b(?:an|a|another|its|his|her|their) (?:\w+ ){0,2}?(?P<noun>statement|release)\b")
"""A document that the article introduces: "the club issued a statement"."""
_ISSUING = re.compile(r" (?:(?:also|has|had|have|later|then) )*(?:issued|posted|published|released|put out|sent out|shared) $")
_LONG_SINCE = 4
"""Paragraphs beyond which ``they`` no longer goes on about a body, where a person has spoken since."""
_SAID_IN = 60
"""Code points after a cue in which that stands."""
_TITLE = 60
"""Code points of the longest title between such a verb and the name."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Someone who spoke."""

    speaker: Speaker
    person: Person | None
    paragraph: int
    """Number of the paragraph in which the words end."""
    quoted: bool
    """Whether any of the words stood in quotation marks."""
    start: int
    end: int
    cue: int | None
    """Offset of the cue, if there is one."""
    signed: bool = False
    """Whether a dash and a name below the words closed them."""


class Memory:
    """What the reader of an article has in mind at each attribution."""

    def __init__(self, reading: Reading, chains: Chains, drafts: Sequence[Draft]) -> None:
        self.reading = reading
        self.chains = chains
        read_sexes(reading, chains)
        self.salience = Salience(reading, chains, _Contents([draft for draft in drafts if not _is_subject_alone(reading, draft)]))
        self.last: Turn | None = None
        self.body: str | None = None
        """The body or document that ``it`` stands for."""
        self.group: str | None = None
        """Those whom ``they`` stands for."""
        self._group_at = 0
        """Paragraph in which they were noted last."""
        self._several = -FOLLOWING - 1
        """Paragraph in which several people, or a body, spoke last."""
        self.issuers: dict[str, list[Turn]] = {}
        """Those who spoke in a document of their own, by its noun: whom "the release" means later on."""
        self.of_quotation: dict[int, Speaker] = {}
        """The speaker of each outermost quotation, by its start."""

    def note(self, draft: Draft, speaker: Speaker | None, person: Person | None) -> None:
        """Remember who spoke a draft; what is said inside a quotation changes nothing outside it."""
        if speaker is None or draft.nested or (draft.source is not None and self.reading.is_quoted(draft.source.start)):
            return
        quotations = [q for span in draft.content for q in self.reading.quotations_in(span.start, span.end)]
        for quotation in quotations:
            self.of_quotation.setdefault(quotation.outer.start, speaker)
        if speaker.name is None:
            return
        if person is not None:
            aside = speaker.resolved_by == "relative" and not quotations
            weight = OTHER if aside else SUBJECT  # "Rowe fought Stone, who says it rained. She …" goes on about Rowe
            self.salience.note(draft.source.start if draft.source else draft.start, person, weight)
        elif draft.source is None or speaker.resolved_by != "unnamed" or not _agent_of_passive(self.reading, draft.source):
            self._note_thing(speaker, self.reading.paragraph_number(draft.start))
        end = draft.content[-1]
        cue = draft.cue.start if draft.cue else None
        outer = self._said_last(draft)
        if outer is not None:
            speaker, person = Speaker(outer.name, None, "name"), outer
        signed = cue is not None and cue >= end.end and self.reading.text[cue] in _DASHES
        self.last = Turn(speaker, person, self.reading.paragraph_number(end.start), bool(quotations), draft.start, end.end, cue, signed)
        if draft.cue is not None and outer is None:
            self._note_document(draft.cue, self.last)

    def _note_document(self, cue: Span, turn: Turn) -> None:
        """Remember whose words a document is, by what follows the cue: "…, the coast guard said in a news release"."""
        end = min(cue.end + _SAID_IN, self.reading.sentence_at(cue.start).end)
        match = _ISSUED.search(self.reading.text, cue.end, end)
        if match is not None and not self.reading.is_quoted(match.start()):
            self.issuers.setdefault(match["noun"], []).append(turn)

    def group_near(self, offset: int) -> str | None:
        """Return those whom ``they`` stands for; None where people alone have spoken for paragraphs since."""
        last = self.last
        gone = self.reading.paragraph_number(offset) - self._group_at > _LONG_SINCE and last is not None and last.person is not None
        return None if gone else self.group

    def issuer(self, noun: str, offset: int) -> tuple[str, Person | None] | None:
        """Return whose words such a document is: who issued the last one told of, else the one who spoke in one; of two, nobody."""
        turns = self.issuers.get(noun, [])
        after = self.reading.sentence_at(turns[-1].cue or turns[-1].start).end if turns else 0
        others = [m for m in _DOCUMENT.finditer(self.reading.text, after, offset) if m["noun"] == noun]
        others = [m for m in others if not self.reading.is_quoted(m.start())]
        if others:
            return self._issued(others[0]) if len(others) == 1 else None
        if not turns or turns[0].speaker.name is None or any(turn.speaker.name != turns[0].speaker.name for turn in turns):
            return None
        return turns[0].speaker.name, turns[0].person

    def _issued(self, document: re.Match[str]) -> tuple[str, Person | None] | None:
        """The name before the verb in "Harbour Line has issued | a statement"."""
        start = self.reading.sentence_at(document.start()).start
        verb = _ISSUING.search(self.reading.text, start, document.start())
        named = self.reading.entities_in(start, verb.start()) if verb else ()
        if verb is None or not named or named[-1].label not in ("ORG", "PERSON") or named[-1].end != verb.start():
            return None
        key = named[-1].start, named[-1].end
        return self.chains.names.get(key, named[-1].text), self.chains.by_span.get(key)

    def _said_last(self, draft: Draft) -> Person | None:
        """The one named at the end as saying the whole sentence: "The ministry found that …, said Minister Ann Roe"."""
        end = draft.content[-1].end
        match = _SAID_LAST.match(self.reading.text, end)
        if match is None or draft.cue is None or draft.cue.start > draft.start or self.reading.is_quoted(end):
            return None
        mention = next(iter(self.chains.mentions_in(match.end(), match.end() + _TITLE)), None)
        if mention is None or not all(is_title(word.text) for word in self.reading.words_in(match.end(), mention.start)):
            return None
        return mention.person

    def _note_thing(self, speaker: Speaker, paragraph: int) -> None:
        mention = speaker.mention.text if speaker.mention else ""
        if speaker.resolved_by in ("body", "document", "name", "other"):
            self.group, self._group_at = speaker.name, paragraph
            self.body = self.body if bare(speaker.name or "") in _SEVERAL else speaker.name
            self._several = paragraph
        elif speaker.resolved_by in ("unnamed", "joint", "relative") and not re.match(r"(?:an?|[Hh]e|[Ss]he|him|her)\b", mention):
            if not self._is_one(speaker):
                self._several = paragraph
            elif paragraph - self._several <= FOLLOWING:
                return  # "they" goes on about the several who spoke before "the driver" did
            self.group, self._group_at = speaker.name, paragraph

    def _is_one(self, speaker: Speaker) -> bool:
        """Tell whether an unnamed speaker is one person: "the driver"."""
        if speaker.resolved_by != "unnamed" or speaker.mention is None:
            return False
        return read_phrase(self.reading.words_in(speaker.mention.start, speaker.mention.end)).thing is Thing.PERSON


def _agent_of_passive(reading: Reading, source: Span) -> bool:
    """Tell whether a source only stands behind "described by": the sentence is about another, and so is what follows."""
    words = reading.words_in(reading.sentence_at(source.start).start, source.start)[-2:]
    return len(words) == 2 and bare(words[1].text) == "by" and words[0].tag in ("VBN", "VBD")


def _is_subject_alone(reading: Reading, draft: Draft) -> bool:
    """Tell whether the content is no more than the subject of a passive: "Rowe | was asked about the cover" is about Rowe."""
    if draft.source is not None or draft.cue is None or len(draft.content) > 1 or reading.is_quoted(draft.start):
        return False
    content = draft.content[0]
    return content.end <= draft.cue.start and is_noun_phrase(reading.words_in(content.start, content.end))


class _Contents:
    """Tells whether an offset lies in what somebody is said to have said."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        spans = sorted(span for draft in drafts for span in draft.content)
        self.starts = [span.start for span in spans]
        self.ends = list(accumulate((span.end for span in spans), max))

    def __call__(self, offset: int) -> bool:
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and offset < self.ends[index]
