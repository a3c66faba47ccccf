"""Who a pronoun or a description stands for: the most recent fitting person, subjects of sentences first."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from crosscheck.language.names.chains import Chains, Person, gender_of
from crosscheck.language.names.phrases import Phrase
from crosscheck.language.names.roles import PARTIES
from crosscheck.language.names.titles import (
    DETERMINERS,
    FEMININE,
    GENDER_OF_NOUN,
    HELD_BY_MANY,
    HONORIFICS,
    MASCULINE,
    SYNONYMS,
    bare,
    is_title,
)
from crosscheck.language.reading import Reading

GENDER_OF_PRONOUN = {
    "he": MASCULINE,
    "him": MASCULINE,
    "his": MASCULINE,
    "himself": MASCULINE,
    "she": FEMININE,
    "her": FEMININE,
    "hers": FEMININE,
    "herself": FEMININE,
}
IN_CONTENT, OTHER, SUBJECT = range(3)
"""How a person was spoken of: in what someone says, beside the subject, or as the subject of a sentence."""
_LOOK_BACK = 24
"""Mentions looked at for one pronoun; keeps the search linear."""
_AND = re.compile(r"(?:,|\band\b|&)\s+(?:[\w-]+ ){0,4}$")
_TOGETHER = 90
"""Code points between two people named together, appositions included."""
_OPENING = 12
"""Code points of a sentence among which its first word stands."""
_SOON = 2
"""Paragraphs after a pronoun in which the one it stands for may be named at last."""
_DEGREES = frozenset({"deputy", "assistant", "lieutenant", "associate"})
PORTFOLIOS = frozenset({"minister", "secretary", "ambassador", "commissioner"})
"""Offices that others hold as well, each for something else."""
_NO_PORTFOLIO = (
    HONORIFICS
    | DETERMINERS
    | _DEGREES
    | frozenset({"'s", "'"})
    | frozenset("acting and chief current ex former interim long-time longtime new of outgoing senior then permanent press veteran".split())
)
_NO_STATES = frozenset({"house", "senate", "gop", "congressional"})
"""Capitalised words before "Republican" or "Democrat" that name no state."""
_PLACED = 30
"""Code points beside a name in which its place stands."""
_FAR = 4
"""Paragraphs beyond which a description without evidence points to nobody."""


class Salience:
    """The people in the reader's mind: those named so far, and those who spoke under a pronoun."""

    def __init__(self, reading: Reading, chains: Chains, attributed: Callable[[int], bool]) -> None:
        self.reading = reading
        self.chains = chains
        self._events: list[tuple[int, int, int]] = []
        self._people: list[Person] = []
        self.by_role: dict[str, list[Person]] = {}
        for person in chains.people:
            for word in dict.fromkeys(word for roles in person.roles for word in sorted(roles)):
                self.by_role.setdefault(word, []).append(person)
        together = _named_together(reading, chains)
        for mention in chains.mentions:
            if not mention.quoted:
                weight = IN_CONTENT if attributed(mention.start) else SUBJECT if mention.subject else OTHER
                if weight == OTHER and mention.start in together:
                    continue
                self.note(mention.start, mention.person, weight)

    def note(self, offset: int, person: Person, weight: int) -> None:
        """Keep that a person was spoken of at ``offset``, as ``SUBJECT``, ``OTHER`` or ``IN_CONTENT``."""
        self._people.append(person)
        insort(self._events, (offset, len(self._people) - 1, weight))

    def before(self, offset: int) -> Iterator[tuple[int, Person, int]]:
        """Yield ``(offset, person, weight)`` of what was noted before ``offset``, latest first."""
        index = bisect_left(self._events, (offset, -1, -1))
        for position, number, weight in reversed(self._events[max(0, index - _LOOK_BACK) : index]):
            yield position, self._people[number], weight

    def pronoun(self, offset: int, gender: str) -> Person | None:
        """Return whom ``he`` or ``she`` at ``offset`` stands for, or None."""
        here = self.reading.sentence_at(offset)
        late: Person | None = None
        for start, group in groupby(self.before(offset), key=lambda e: self.reading.sentence_at(e[0]).start):
            fitting = [(person, weight) for _, person, weight in group if gender_of(person) in (None, gender)]
            subjects = [person for person, weight in fitting if weight == SUBJECT]
            if subjects:
                return subjects[0]
            others = [person for person, weight in fitting if weight == OTHER]
            if others and start != here.start and not self._opens_with_pronoun(start, gender):
                return others[-1]
            late = late or next(iter(others or [person for person, _ in fitting]), None)
        return late or self._only(gender, offset)

    def _opens_with_pronoun(self, start: int, gender: str) -> bool:
        """Tell whether a sentence has a pronoun of that sex for its subject: "He thanked Paul Stone" goes on about another."""
        words = self.reading.words_in(start, start + _OPENING)[:1]
        form = bare(words[0].text) if words else ""
        return form in ("he", "she") and GENDER_OF_PRONOUN[form] == gender and not self.reading.is_quoted(start)

    def _only(self, gender: str, offset: int) -> Person | None:
        """The only person of a sex in the article, where the name stands before the pronoun or soon after it."""
        fitting = [person for person in self.chains.people if gender_of(person) == gender]
        if len(fitting) != 1 or self.reading.paragraph_number(fitting[0].first) - self.reading.paragraph_number(offset) > _SOON:
            return None
        return fitting[0]

    def described(self, phrase: Phrase, offset: int) -> Person | None:
        """Return the person whose title, rank or apposition in this article matches a description, the latest first."""
        wanted = {phrase.head} | SYNONYMS.get(phrase.head, frozenset())
        modifiers = {bare(word) for word in phrase.core[:-1]}
        best: tuple[int, int, int] | None = None
        found: Person | None = None
        recency = {id(person): rank for rank, (_, person, _) in reversed(list(enumerate(self.before(offset))))}
        for person in dict.fromkeys(p for word in sorted(wanted) for p in self.by_role.get(word, ())):
            score = max((_match(roles, wanted, modifiers) for roles in person.roles), default=0)
            if (
                not score
                or not _gender_fits(person, phrase.head)
                or _is_from_elsewhere(person, phrase, self._stands_beside(phrase, person))
            ):
                continue
            rank = (score, -recency.get(id(person), 99), -person.first)
            if best is None or rank > best:
                best, found = rank, person
        return found

    def _stands_beside(self, phrase: Phrase, person: Person) -> bool:
        """Tell whether the first word of a description stands beside a name of that person: "Ann Roe of Ohio", "(R-Fla.)" for Florida."""
        text, place = self.reading.text, phrase.core[0]
        if not place[:1].isupper():
            return False
        near = [text[max(0, m.start - _PLACED) : m.end + _PLACED] for m in self.chains.mentions if m.person is person and not m.quoted]
        states = {word.removeprefix("@") for roles in person.roles for word in roles if word.startswith("@")}
        return any(place in stretch for stretch in near) or any(_abbreviates(state, bare(place)) for state in states)

    def nearby(self, offset: int, noun: str) -> Person | None:
        """Return the subject last spoken of, if a few paragraphs back at most and of a fitting gender."""
        number = self.reading.paragraph_number(offset)
        for position, person, weight in self.before(offset):
            if number - self.reading.paragraph_number(position) > _FAR:
                return None
            if weight == SUBJECT and _gender_fits(person, noun):
                return person
        return None


def _named_together(reading: Reading, chains: Chains) -> frozenset[int]:
    """Offsets of people joined by "and" of whom neither is known to be of another sex: ``they``, not ``he``, points back to them."""
    found: set[int] = set()
    for left, right in pairwise(chains.mentions):
        between = reading.text[left.end : right.start]
        if len(between) <= _TOGETHER and _AND.search(between) and reading.sentence_at(left.start) == reading.sentence_at(right.start):
            verbs = any(word.tag in ("VBD", "VBZ", "VBP") for word in reading.words_in(left.end, right.start))
            sexes = gender_of(left.person), gender_of(right.person)
            if not verbs and (None in sexes or sexes[0] == sexes[1]):
                found |= {left.start, right.start}
    return frozenset(found)


def _match(roles: frozenset[str], wanted: set[str], modifiers: set[str]) -> int:
    """Score a description against one title of a person: 0 no, more for shared modifiers, less for "former" or "deputy" in one of them.

    A vice president is never "the president", nor a defence minister "the prime minister" or "the foreign minister".
    """
    if not roles & wanted or any((word in roles) != (word in modifiers) for word in ("vice", "prime")):
        return 0
    if wanted & PORTFOLIOS:
        theirs, told = roles - wanted - _NO_PORTFOLIO, modifiers - _NO_PORTFOLIO
        if theirs and told and not theirs & told and "of" not in roles:
            return 0
    if (_DEGREES & roles) != (_DEGREES & modifiers):
        return 1
    if ("former" in roles or "ex" in roles) != ("former" in modifiers):
        return 1
    return 2 + len(roles & modifiers)


def _is_from_elsewhere(person: Person, phrase: Phrase, beside: bool) -> bool:
    """Tell whether "the Ohio Democrat" is said and the person is from another state by the brackets behind the name (D-Calif.).

    So is "the Ohio senator" beside "Maine Sen. Ann Roe".
    """
    if phrase.head in HELD_BY_MANY and len(phrase.core) > 1 and phrase.core[0][:1].isupper() and not is_title(phrase.core[0]):
        return not beside and not any(bare(phrase.core[0]) in roles for roles in person.roles)
    states = [word.removeprefix("@") for roles in person.roles for word in sorted(roles) if word.startswith("@")]
    told = "".join(bare(word).replace(".", "") for word in phrase.core[:-1] if word[:1].isupper() and bare(word) not in _NO_STATES)
    return phrase.head in PARTIES and bool(told and states) and not any(_abbreviates(state, told) for state in states)


def _abbreviates(short: str, name: str) -> bool:
    """Tell whether a word has letters of another in their order, the first among them: Ga. for Georgia, S.C. for South Carolina."""
    rest = iter(name)
    return short[:1] == name[:1] and all(letter in rest for letter in short.replace(".", ""))


def _gender_fits(person: Person, noun: str) -> bool:
    gender = GENDER_OF_NOUN.get(noun)
    return gender is None or gender_of(person) in (None, gender)
