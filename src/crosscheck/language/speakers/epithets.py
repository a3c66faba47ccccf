"""Descriptions that say more of somebody just named instead of naming another: "the furious manager", "the Nigerian medic", "the star".

Most nouns for people need evidence of their own (see ``descriptions``): beside "Carl Dunne was taken to hospital" the surgeon, the judge
and the neighbour are others. Words for what somebody is known for, where from or in what mood are written of the one whom the sentence
before is about.
"""

from __future__ import annotations

import re

from crosscheck.language.names.chains import Chains, Person, PersonMention, gender_of
from crosscheck.language.names.phrases import Phrase, Thing
from crosscheck.language.names.titles import ACTING, EPITHETS, GENDER_OF_NOUN, HELD_BY_MANY, HONORIFICS, MOODS, SYNONYMS, bare, is_role
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.memory import Memory
from crosscheck.records import TextSpan

_OF_CHILDREN = re.compile(r"\b(?:father|mother|dad|mum|mom)[- ]of[- ](?:\d+|one|two|three|four|five|six|seven|eight)$")
_PLAIN = frozenset("dad father girl lad man mom mother mum native pensioner resident teen teenager woman".split())
_PLACES = frozenset({"GPE", "LOC", "FAC", "ORG"})
_LONGEST = 6
"""Words of the longest description, without its determiner."""


class Epithets:
    """Finds whom such descriptions mean in one article."""

    def __init__(self, reading: Reading, chains: Chains, memory: Memory) -> None:
        self.reading = reading
        self.chains = chains
        self.memory = memory

    def person(self, phrase: Phrase, mention: TextSpan) -> Person | None:
        """Return the one whom the sentence before is about, if the description is of this kind and nothing tells otherwise."""
        if not phrase.definite or len(phrase.core) > _LONGEST or not self._is_epithet(phrase, mention):
            return None
        person = self.told_of(mention)
        sex = GENDER_OF_NOUN.get(phrase.head)
        if person is None or (sex is not None and gender_of(person) not in (None, sex)):
            return None
        titles = {phrase.head} | SYNONYMS.get(phrase.head, frozenset())
        if len(phrase.core) > 1 and any(roles & titles for roles in person.roles):
            return None  # who has this title has it of another place: "the Maine senator" beside "Ohio Sen. Ann Rowe"
        former = bare(phrase.core[0]) in ("former", "ex", "retired")
        offices = {word for roles in person.roles for word in roles if is_role(word)} - HONORIFICS - {phrase.head}
        return None if phrase.head in HELD_BY_MANY and offices & HELD_BY_MANY and not former else person

    def _is_epithet(self, phrase: Phrase, mention: TextSpan) -> bool:
        if phrase.head in ACTING or phrase.thing not in (Thing.PERSON, Thing.OTHER):
            return False
        if phrase.head in EPITHETS or phrase.head in HELD_BY_MANY:
            return True
        if phrase.thing is not Thing.PERSON:
            return False
        if _OF_CHILDREN.search(mention.text) or self._is_from_place(phrase, mention):
            return True
        words = {bare(word) for word in phrase.core[:-1]}
        from_where = any(e.label == "NORP" for e in self.reading.entities_in(mention.start, mention.end))
        return bool(words & MOODS) or from_where or bare(phrase.core[0]).startswith("ex-")

    def _is_from_place(self, phrase: Phrase, mention: TextSpan) -> bool:
        """Tell whether somebody is called by a place alone: "the Northport man", not "the Northport chairman"."""
        plain = phrase.head in _PLAIN or (phrase.head.endswith("man") and not is_role(phrase.head))
        return plain and any(e.label in _PLACES for e in self.reading.entities_in(mention.start, mention.end))

    def told_of(self, mention: TextSpan) -> Person | None:
        """The only one named in the last sentence that names anybody, in the same paragraph; else in all of the paragraph before."""
        number = self.reading.paragraph_number(mention.start)
        here = self.reading.paragraphs[number].start
        named = self._named(here, mention.start)
        if named:
            sentence = self.reading.sentence_at(named[-1].start)
            if sentence.end >= mention.start:
                return None
            named = [m for m in named if m.start >= sentence.start]
        elif number:
            above = self.reading.paragraphs[number - 1]
            if self.reading.title is not None and self.reading.title.covers(above):
                return None
            named = self._named(above.start, above.end)
        person = named[0].person if named and self._leads(named[0]) else None
        if person is None or any(m.person is not person for m in named):
            return None
        last = self.memory.last
        spoke = last is not None and last.start >= named[0].start and last.person is not person
        return None if spoke else person

    def _named(self, start: int, end: int) -> list[PersonMention]:
        """Those named outside quotations, without names that stand before a noun: "the Stone campaign"."""
        return [m for m in self.chains.mentions_in(start, end) if not m.quoted and not self._describes(m)]

    def _describes(self, mention: PersonMention) -> bool:
        after = self.reading.words_in(mention.end, mention.end + 2)
        return bool(after) and after[0].tag in ("NN", "NNS") and after[0].start <= mention.end + 1

    def _leads(self, mention: PersonMention) -> bool:
        """Tell whether a name is the subject of its sentence, be it behind one that stands before a noun."""
        sentence = self.reading.sentence_at(mention.start)
        before = self.chains.mentions_in(sentence.start, mention.start)
        return mention.subject or (bool(before) and all(self._describes(m) or m.quoted for m in before))
