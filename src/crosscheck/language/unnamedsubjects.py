"""People without a name whom the article goes on about: "The man … He told her: “…”", "One commuter said … She added …"."""

from __future__ import annotations

from bisect import bisect_left, insort

from crosscheck.language.phrases import Thing, is_agent, read_phrase
from crosscheck.language.reading import Reading
from crosscheck.language.titles import DETERMINERS, GENDER_OF_NOUN, bare
from crosscheck.records import Span, Speaker

_LONGEST = 8
"""Words of the longest phrase that opens a sentence."""
_REACH = 4
"""Paragraphs over which a pronoun points back to somebody without a name who spoke."""
_INTRODUCING = frozenset({"a", "an", "one", "another"})


class UnnamedSubjects:
    """Those of whom the article tells without a name: who spoke, and the man or woman that opens sentences of its own."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.starts: list[int] = []
        self.heads: list[str] = []
        self.spoken: list[tuple[int, str, str | None]] = []
        """Offset, name and sex, as far as known, of one person without a name to whom something was attributed."""
        for sentence in reading.sentences:
            words = reading.words_in(sentence.start, sentence.end)[:_LONGEST]
            if len(words) < 2 or bare(words[0].text) not in DETERMINERS or reading.is_quoted(sentence.start):
                continue
            phrase = read_phrase(words)
            end = next((w.end for w in words if bare(w.text) == phrase.head), words[0].end)
            named = any(e.label == "PERSON" and e.start <= end + 1 for e in reading.entities_in(sentence.start, end + 2))
            if (
                phrase.thing is Thing.PERSON
                and phrase.head in GENDER_OF_NOUN
                and not named
                and phrase.determiner in ("a", "an", "the", "this")
            ):
                self.starts.append(sentence.start)
                self.heads.append(phrase.head)

    def note(self, speaker: Speaker) -> None:
        """Keep somebody without a name who spoke, if the words name one person: "a neighbour", "one user", not "officials"."""
        if speaker.mention is None or speaker.name is None or speaker.resolved_by not in ("unnamed", "other", "name"):
            return
        phrase = read_phrase(self.reading.words_in(speaker.mention.start, speaker.mention.end))
        introduced = phrase.determiner in _INTRODUCING and is_agent(phrase)
        if speaker.resolved_by == "unnamed" and phrase.thing is Thing.PERSON and (phrase.determiner in _INTRODUCING or phrase.definite):
            introduced = True
        if introduced:
            insort(self.spoken, (speaker.mention.start, speaker.name, GENDER_OF_NOUN.get(phrase.head)), key=lambda item: item[0])

    def pronoun(self, offset: int, gender: str) -> str | None:
        """Return whom a pronoun stands for where nobody named fits.

        That is who spoke last without a name, a few paragraphs back at most; else the noun for the one man or woman before it, if there is
        one. Keeps the sex that the pronoun shows.
        """
        place = bisect_left(self.starts, offset)
        fitting = {head for head in self.heads[:place] if GENDER_OF_NOUN[head] == gender}
        told = fitting.pop() if len(fitting) == 1 else None
        last = max((start for start, head in zip(self.starts[:place], self.heads, strict=False) if head == told), default=-1)
        index = self._spoken(offset, gender)
        if index is None or (told is not None and last > self.spoken[index][0]):
            return told
        start, name, _ = self.spoken[index]
        self.spoken[index] = start, name, gender
        insort(self.spoken, (offset, name, gender), key=lambda item: item[0])
        return name

    def spoke_in(self, stretch: Span, offset: int, gender: str) -> bool:
        """Tell whether the one without a name who spoke last before ``offset`` did so within a stretch."""
        index = self._spoken(offset, gender)
        return index is not None and stretch.start <= self.spoken[index][0] < stretch.end

    def _spoken(self, offset: int, gender: str) -> int | None:
        number = self.reading.paragraph_number(offset)
        for index in range(bisect_left(self.spoken, offset, key=lambda item: item[0]) - 1, -1, -1):
            start, _, sex = self.spoken[index]
            if number - self.reading.paragraph_number(start) > _REACH:
                return None
            if sex in (None, gender):
                return index
        return None
