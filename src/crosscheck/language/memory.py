"""Who spoke so far in an article: what later sources without a name of their own point back to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from crosscheck.language.chains import Chains, Person
from crosscheck.language.drafts import Draft
from crosscheck.language.pronouns import SUBJECT, Salience
from crosscheck.language.reading import Reading
from crosscheck.records import Speaker

FOLLOWING = 2
"""Paragraphs over which a source may point back to the one who spoke before."""


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


class Memory:
    """What the reader of an article has in mind at each attribution."""

    def __init__(self, reading: Reading, chains: Chains, drafts: Sequence[Draft]) -> None:
        self.reading = reading
        self.salience = Salience(reading, chains, _Contents(drafts))
        self.last: Turn | None = None
        self.body: str | None = None
        """The body or document that ``it`` stands for."""
        self.group: str | None = None
        """Those whom ``they`` stands for."""
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
            self.salience.note(draft.source.start if draft.source else draft.start, person, SUBJECT)
        else:
            self._note_thing(speaker)
        end = draft.content[-1]
        cue = draft.cue.start if draft.cue else None
        self.last = Turn(speaker, person, self.reading.paragraph_number(end.start), bool(quotations), draft.start, end.end, cue)

    def _note_thing(self, speaker: Speaker) -> None:
        mention = speaker.mention.text if speaker.mention else ""
        if speaker.resolved_by in ("body", "document", "name", "other"):
            self.body = self.group = speaker.name
        elif speaker.resolved_by in ("unnamed", "joint", "relative") and not re.match(r"(?:an?|[Hh]e|[Ss]he|him|her)\b", mention):
            self.group = speaker.name


class _Contents:
    """Tells whether an offset lies in what somebody is said to have said."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        spans = sorted(span for draft in drafts for span in draft.content)
        self.starts = [span.start for span in spans]
        self.ends = list(accumulate((span.end for span in spans), max))

    def __call__(self, offset: int) -> bool:
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and offset < self.ends[index]
