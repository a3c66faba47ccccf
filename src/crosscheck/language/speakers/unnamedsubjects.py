"""People without a name whom the article goes on about: "The man … He told her: “…”", "One commuter said … She added …"."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from crosscheck.language.names.phrases import Thing, is_agent, read_phrase
from crosscheck.language.names.titles import DETERMINERS, GENDER_OF_NOUN, bare
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.sexes import own_sex
from crosscheck.records import Span, Speaker, Word

_LONGEST = 8
"""Words of the longest phrase that opens a sentence."""
_LEAD = 5
"""Words before the comma in front of it: "However, the woman …"."""
_SENTENCE = 40
_REACH = 4
"""Paragraphs over which a pronoun points back to somebody without a name who spoke, or whose sex nothing told."""
_INTRODUCING = frozenset({"a", "an", "one", "another"})
_OPENING = _INTRODUCING | {"the", "this"}


class UnnamedSubjects:
    """Those of whom the article tells without a name: who spoke, and the man, woman or owner that opens sentences of its own."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.starts: list[int] = []
        self.opened: list[tuple[str, str | None]] = []
        """Noun and sex, as far as known, of who opens a sentence; by ``starts``."""
        self.by_noun: dict[str, list[tuple[int, str]]] = {}
        """Offset and noun of those whose noun tells the sex, by sex."""
        self.second: dict[str, int] = {}
        """Offset from which there are two such nouns, by sex."""
        self.introduced: set[int] = set()
        """Offsets of those who spoke and were introduced right there, and of the pronouns that go on about them."""
        self.spoken: list[tuple[int, str, str | None]] = []
        """Offset, name and sex, as far as known, of one person without a name to whom something was attributed."""
        for sentence in reading.sentences:
            words = _after_lead(reading.words_in(sentence.start, sentence.end)[:_SENTENCE])
            if len(words) < 2 or bare(words[0].text) not in _OPENING & DETERMINERS or reading.is_quoted(words[0].start):
                continue
            phrase = read_phrase(words[:_LONGEST])
            index, last = next(((i, w) for i, w in enumerate(words) if bare(w.text) == phrase.head), (0, words[0]))
            named = any(e.label == "PERSON" and e.start <= last.end + 1 for e in reading.entities_in(words[0].start, last.end + 2))
            if phrase.thing is Thing.PERSON and not named:
                self._note_noun(words[0].start, phrase.head)
                self.starts.append(words[0].start)
                self.opened.append((phrase.head, GENDER_OF_NOUN.get(phrase.head) or own_sex(reading, words[index + 1 :])))

    def _note_noun(self, start: int, head: str) -> None:
        if head in GENDER_OF_NOUN:
            known = self.by_noun.setdefault(GENDER_OF_NOUN[head], [])
            if known and known[0][1] != head:
                self.second.setdefault(GENDER_OF_NOUN[head], start)
            known.append((start, head))

    def note(self, speaker: Speaker) -> None:
        """Keep somebody without a name who spoke, if the words name one person: "a neighbour", "one user", not "officials"."""
        if speaker.mention is None or speaker.name is None or speaker.resolved_by not in ("unnamed", "other", "name"):
            return
        phrase = read_phrase(self.reading.words_in(speaker.mention.start, speaker.mention.end))
        introduced = phrase.determiner in _INTRODUCING and is_agent(phrase)
        if introduced or (speaker.resolved_by == "unnamed" and phrase.thing is Thing.PERSON and phrase.definite):
            insort(self.spoken, (speaker.mention.start, speaker.name, GENDER_OF_NOUN.get(phrase.head)), key=lambda item: item[0])
        if phrase.determiner in _INTRODUCING:
            self.introduced.add(speaker.mention.start)

    def pronoun(self, offset: int, gender: str) -> str | None:
        """Return whom a pronoun stands for where nobody named fits.

        That is who spoke last without a name, a few paragraphs back at most; else the man, woman or owner who opens a sentence before it,
        if there is only one. Keeps the sex that the pronoun shows.
        """
        last, told = self._opened(offset, gender)
        index = self._spoken(offset, gender)
        if index is None or (told is not None and last > self.spoken[index][0]):
            return told
        start, name, _ = self.spoken[index]
        self.spoken[index] = start, name, gender
        insort(self.spoken, (offset, name, gender), key=lambda item: item[0])
        if start in self.introduced:
            self.introduced.add(offset)
        return name

    def spoke_in(self, stretch: Span, offset: int, gender: str) -> bool:
        """Tell whether somebody introduced without a name ("a neighbour") spoke last before ``offset``, and within a stretch.

        "The judge" may be somebody whom the article has named.
        """
        index = self._spoken(offset, gender)
        if index is None or not stretch.start <= self.spoken[index][0] < stretch.end:
            return False
        return self.spoken[index][0] in self.introduced

    def _opened(self, offset: int, gender: str) -> tuple[int, str | None]:
        """The one noun for a man or a woman before ``offset``; else the one noun nearby whose sex the text shows, or leaves open."""
        known = self.by_noun.get(gender, [])
        place = bisect_left(known, (offset, ""))
        if place:
            return known[place - 1] if self.second.get(gender, offset) >= offset else (-1, None)
        first = self.reading.paragraphs[max(0, self.reading.paragraph_number(offset) - _REACH)].start
        places = range(bisect_left(self.starts, first), bisect_left(self.starts, offset))
        for sex in (gender, None):
            near = [(self.starts[i], self.opened[i][0]) for i in places if self.opened[i][1] == sex]
            if near:
                alone = len({head for _, head in near}) == 1 or self._right_before(near[-1], offset)
                return near[-1] if alone else (-1, None)
        return -1, None

    def _right_before(self, opened: tuple[int, str], offset: int) -> bool:
        """Tell whether the one who opens the sentence before is the only person of it: "The locksmith came. He explained …"."""
        here, there = self.reading.sentence_at(offset), self.reading.sentence_at(opened[0])
        if there.end > here.start or self.reading.text[there.end : here.start].strip():
            return False
        if any(entity.label == "PERSON" for entity in self.reading.entities_in(there.start, there.end)):
            return False
        nouns = [word for word in self.reading.words_in(there.start, there.end) if word.tag.startswith("NN")]
        return not any(is_agent(read_phrase([word])) and bare(word.text) != opened[1] for word in nouns)

    def _spoken(self, offset: int, gender: str) -> int | None:
        number = self.reading.paragraph_number(offset)
        for index in range(bisect_left(self.spoken, offset, key=lambda item: item[0]) - 1, -1, -1):
            start, _, sex = self.spoken[index]
            if number - self.reading.paragraph_number(start) > _REACH:
                return None
            if sex in (None, gender):
                return index
        return None


def _after_lead(words: Sequence[Word]) -> Sequence[Word]:
    """The words after a short lead and its comma, where a phrase of one person can begin there: "However, the woman …"."""
    comma = next((i for i, word in enumerate(words[: _LEAD + 1]) if word.text == ","), None)
    if comma is not None and comma + 1 < len(words) and bare(words[comma + 1].text) in _OPENING and bare(words[0].text) not in _OPENING:
        return words[comma + 1 :]
    return words
