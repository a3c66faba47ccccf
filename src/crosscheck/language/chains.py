"""Names of one article: which mentions are the same person or body, and what the text says about each person.

Two people are never joined because their surname agrees: a bare surname goes to the person of that surname named last before
it, and names with different given names stay apart. Titles are left out of names and kept as roles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crosscheck.language.reading import Named, Reading
from crosscheck.language.titles import (
    DETERMINERS,
    GENDER_OF_NAME,
    GENDER_OF_NOUN,
    HONORIFICS,
    RANKS,
    SUFFIXES,
    bare,
    is_office,
    is_role,
    is_title,
    strip_titles,
)
from crosscheck.records import Word

BODY_LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "MISC"})
_LONGEST_TITLE = 9
_TITLE_REACH = 90
"""Code points before a name in which its title stands."""
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VB", "MD", "WP", "WDT"})
_JUST_NAMED = 400
"""Code points after a full name in which its surname alone means the same person."""
_ACRONYM_IN_BRACKETS = re.compile(r"\s*\(\s*(?:the\s+)?[\"“‘']?([A-Z][A-Za-z&.]{1,9})[\"”’']?\s*[,;)]")
_SHARES_SURNAME = re.compile(r"\b[A-Z][a-z]+,? and $")
"""Before "Ann Smith": "Bob and Ann Smith" are relatives, and "Senator Smith" is neither."""
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})\.\s")
_NO_TITLE = frozenset({",", "and", "with", "by", "that", "but", "said", "says", "told", "to"})
_ENDS_APPOSITION = frozenset({",", "who", "said", "says", "told", "and"})
_BEFORE_OBJECTS = frozenset("of for to from with by about on against at in than between".split())
_TITLE_BREAKS = frozenset('.;:!?()[]"“”‘’—–')


@dataclass(slots=True, eq=False)
class Person:
    """One person of one article."""

    name: str
    """Fullest form, titles left out."""
    given: str
    """First given name or initial, lower case; empty if the article never gives one."""
    surname: str
    suffix: str
    first: int
    """Offset of the first mention."""
    gender: str | None = None
    roles: list[frozenset[str]] = field(default_factory=list)
    """Each the words of one title or apposition, lower case."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One mention of a person."""

    start: int
    end: int
    person: Person
    quoted: bool
    """Whether it stands inside a quotation."""
    subject: bool
    """Whether it is the first person named in its sentence outside quotations, without a preposition before it."""


@dataclass(slots=True)
class Chains:
    """All names of one article."""

    people: list[Person]
    mentions: list[PersonMention]
    """Of people, by offset."""
    names: dict[tuple[int, int], str]
    """The fullest name for each entity, by its offsets."""
    by_span: dict[tuple[int, int], Person]

    def mentions_in(self, start: int, end: int) -> list[PersonMention]:
        """Return the mentions of people that begin in ``[start, end)``."""
        low = bisect_left(self.mentions, start, key=lambda m: m.start)
        high = bisect_left(self.mentions, end, key=lambda m: m.start)
        return self.mentions[low:high]


def read_chains(reading: Reading) -> Chains:
    """Join the entities of an article into people and bodies."""
    chains = Chains([], [], {}, {})
    _read_people(reading, chains)
    _read_bodies(reading, chains)
    return chains


def _read_people(reading: Reading, chains: Chains) -> None:
    people = [entity for entity in reading.entities if entity.label == "PERSON" and not is_office(entity.text, entity.label)]
    register = _Register()
    parsed = [(entity, _parts(entity.text)) for entity in people]
    for entity, parts in parsed:
        if len(parts) > 1:
            register.add_full(entity, parts)
    for entity, parts in parsed:
        if not parts:
            chains.names[entity.start, entity.end] = entity.text
            continue
        title = _title_before(reading, entity)
        person = register.find(entity, parts, title)
        if _SHARES_SURNAME.search(reading.text, max(0, entity.start - 40), entity.start) and len(parts) > 1:
            register.relatives.add(id(person))
        chains.by_span[entity.start, entity.end] = person
        _note(person, reading, entity, title)
    chains.people = register.people
    for (start, end), person in chains.by_span.items():
        chains.names[start, end] = person.name
    subjects = _subjects(reading, people)
    chains.mentions = [
        PersonMention(start, end, person, reading.is_quoted(start), start in subjects)
        for (start, end), person in sorted(chains.by_span.items(), key=lambda item: item[0])
    ]


def _parts(name: str) -> list[str]:
    """Return the words of a name without titles, possessive and brackets."""
    name = _SENTENCE_END.split(re.sub(r"\s*\(.*", "", name.replace("\n", " ")))[0]
    words = strip_titles(name).split()
    return [word.strip(",\"“”‘’'") for word in words if word.strip(",\"“”‘’'.")]


class _Register:
    """The people named so far."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.by_surname: dict[str, list[Person]] = {}
        self.by_given: dict[str, list[Person]] = {}
        self.recent: dict[str, Person] = {}
        self.last_full: dict[int, int] = {}
        self.relatives: set[int] = set()

    def add_full(self, entity: Named, parts: list[str]) -> Person:
        """Find or make the person of a full name."""
        core, suffix = _without_suffix(parts)
        given, surname = (bare(core[0]), bare(core[-1])) if len(core) > 1 else ("", bare(core[0]))
        for person in self.by_surname.get(surname, []):
            if _same_given(given, person.given) and (suffix == person.suffix or not suffix or not person.suffix) and given and person.given:
                if suffix != person.suffix and ("jr" in (suffix, person.suffix)):
                    continue
                if _fullness(parts) > _fullness(person.name.split()):
                    person.name, person.given = " ".join(parts), given if len(given) > 1 else person.given
                return person
        return self._make(" ".join(parts), given, surname, suffix, entity.start)

    def find(self, entity: Named, parts: list[str], title: Sequence[str]) -> Person:
        """Find the person of any name, full or short; make one if it is new."""
        if len(parts) > 1:
            person = self.add_full(entity, parts)
            self.last_full[id(person)] = entity.start
        else:
            person = self._short(entity, bare(parts[0]), title) or self._make(parts[0], "", bare(parts[0]), "", entity.start)
        self.recent[person.surname] = person
        return person

    def _short(self, entity: Named, word: str, title: Sequence[str]) -> Person | None:
        gender = _gender_of_title(title)
        named = [p for p in self.by_surname.get(word, []) if gender is None or gender_of(p) in (None, gender)]
        known = [p for p in named if not (p.suffix == "jr" and p.first > entity.start)]
        offices = frozenset(title) - HONORIFICS
        if offices:
            same_office = [p for p in known if any(offices & roles for roles in p.roles)]
            if not same_office and (len(self.by_surname.get(word, [])) > 1 or any(id(p) in self.relatives for p in known)):
                return None
            known = same_office or known
        if known:
            return self._most_likely(known, word, entity.start)
        if self.by_surname.get(word):
            return None
        by_given = self.by_given.get(word, [])
        return _nearest(by_given, entity.start) if by_given else None

    def _most_likely(self, known: Sequence[Person], word: str, offset: int) -> Person:
        """One just named; else the one whom the article calls by surname alone from the start; else the last one named."""
        recent = self.recent.get(word)
        if recent in known and recent is not None and offset - self.last_full.get(id(recent), -_JUST_NAMED) < _JUST_NAMED:
            return recent
        plain = [p for p in known if not p.given]
        if plain:
            return plain[0]
        return recent if recent is not None and recent in known else _nearest(known, offset)

    def _make(self, name: str, given: str, surname: str, suffix: str, first: int) -> Person:
        person = Person(name, given, surname, suffix, first)
        self.people.append(person)
        self.by_surname.setdefault(surname, []).append(person)
        if given:
            self.by_given.setdefault(given, []).append(person)
        return person


def _nearest(people: Sequence[Person], offset: int) -> Person:
    """The person first named last before ``offset``; the first of all if none is."""
    before = [person for person in people if person.first <= offset]
    return max(before, key=lambda p: p.first) if before else min(people, key=lambda p: p.first)


def _without_suffix(parts: list[str]) -> tuple[list[str], str]:
    if len(parts) > 1 and bare(parts[-1]) in SUFFIXES:
        return parts[:-1], bare(parts[-1])
    return parts, ""


def _same_given(left: str, right: str) -> bool:
    """Tell whether two given names can be one person's: equal, an initial, or a short form of the other."""
    if left == right:
        return True
    if not left or not right:
        return False
    if len(left.replace(".", "")) == 1 or len(right.replace(".", "")) == 1:
        return left[0] == right[0]
    return len(left) > 2 and len(right) > 2 and (left.startswith(right[:3]) and right.startswith(left[:3]))


def _fullness(parts: Sequence[str]) -> tuple[int, int]:
    return len(parts), sum(len(part) for part in parts)


def gender_of(person: Person) -> str | None:
    """Return ``m``, ``f`` or None: what titles and nouns said, else what the given name suggests."""
    return person.gender or GENDER_OF_NAME.get(person.given)


def _gender_of_title(title: Sequence[str]) -> str | None:
    return next((GENDER_OF_NOUN[word] for word in reversed(title) if word in GENDER_OF_NOUN), None)


def _title_before(reading: Reading, entity: Named) -> list[str]:
    """Return the title words right before a name (and inside the entity), lower case, in order."""
    inside = entity.text.split()
    kept = len(_parts(entity.text))
    title = [bare(word) for word in inside[: max(0, len(inside) - kept)]]
    sentence = reading.sentence_at(entity.start)
    named = [e.end for e in reading.entities_in(max(sentence.start, entity.start - _TITLE_REACH), entity.start) if e.label == "PERSON"]
    before = reading.words_in(max([sentence.start, entity.start - _TITLE_REACH, *named]), entity.start)[-_LONGEST_TITLE:]
    collected: list[str] = []
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if bare(word.text) in ("to", "for") and index and is_role(before[index - 1].text):
            continue
        if word.text in _TITLE_BREAKS or bare(word.text) in _NO_TITLE or bare(word.text) in DETERMINERS or word.tag in _VERBS:
            break
        collected.append(bare(word.text))
    while collected and not is_title(collected[-1]) and not any(is_title(w) for w in collected):
        collected.pop()
    collected.reverse()
    return (collected if any(is_role(word) for word in collected[-2:]) else []) + title


def _note(person: Person, reading: Reading, entity: Named, title: list[str]) -> None:
    """Keep what the text says about a person right here: title before, apposition after."""
    if title:
        person.roles.append(frozenset(title))
        person.gender = person.gender or _gender_of_title(title)
    after = _apposition_after(reading, entity)
    if after:
        person.roles.append(frozenset(after))
        person.gender = person.gender or _gender_of_title(after[:4])
    before = _apposition_before(reading, entity)
    if before:
        person.roles.append(frozenset(before))
        person.gender = person.gender or _gender_of_title(before)


def _apposition_after(reading: Reading, entity: Named) -> list[str]:
    """Words of "X, the chairman of ...," or "X is the chairman ..." or "X (R-Ohio)", lower case."""
    sentence = reading.sentence_at(entity.start)
    words = reading.words_in(entity.end, min(sentence.end, entity.end + 140))
    if len(words) > 1 and words[0].text == "(" and re.match(r"[RDI]-|[RDI]\b", words[1].text):
        return ["republican" if words[1].text[0] == "R" else "democrat" if words[1].text[0] == "D" else "independent"]
    if len(words) < 2 or words[0].text not in (",", "is", "was", "—", "–"):
        return []
    phrase: list[str] = []
    for word in words[1:12]:
        if word.text in _TITLE_BREAKS or word.tag.startswith(("VB", "WP", "WDT", "PRP")) or bare(word.text) in _ENDS_APPOSITION:
            break
        phrase.append(bare(word.text))
    return phrase if any(is_role(word) for word in phrase) else []


def _apposition_before(reading: Reading, entity: Named) -> list[str]:
    """Words of "the chairman of the board, X,", lower case."""
    sentence = reading.sentence_at(entity.start)
    words = reading.words_in(max(sentence.start, entity.start - 100), entity.start)
    while words and (bare(words[-1].text) in RANKS or is_role(words[-1].text)):
        words = words[:-1]
    if len(words) < 3 or words[-1].text != ",":
        return []
    phrase: list[Word] = []
    for word in reversed(words[:-1]):
        if word.text in _TITLE_BREAKS or word.text == "," or word.tag.startswith("VB"):
            break
        phrase.append(word)
        if bare(word.text) in DETERMINERS and word.text.lower() in ("the", "his", "her", "their", "its", "a", "an"):
            forms = [bare(w.text) for w in reversed(phrase)]
            return forms if any(is_role(form) for form in forms[:6]) else []
    return []


def _subjects(reading: Reading, people: Iterable[Named]) -> set[int]:
    """Offsets of the names that look like the subject of their sentence: the first outside quotations, no preposition before."""
    seen: set[int] = set()
    subjects: set[int] = set()
    for entity in people:
        if reading.is_quoted(entity.start):
            continue
        sentence = reading.sentence_at(entity.start)
        if sentence.start in seen:
            continue
        seen.add(sentence.start)
        before = reading.words_in(max(sentence.start, entity.start - 60), entity.start)
        previous = [w for w in before if not is_title(w.text)]
        if not (previous and bare(previous[-1].text) in _BEFORE_OBJECTS):
            subjects.add(entity.start)
    return subjects


def _read_bodies(reading: Reading, chains: Chains) -> None:
    """Give acronyms and short forms of bodies their full name."""
    bodies = [entity for entity in reading.entities if entity.label in BODY_LABELS]
    full: dict[str, str] = {}
    by_last: dict[str, set[str]] = {}
    for entity in bodies:
        name = body_name(entity.text)
        match = _ACRONYM_IN_BRACKETS.match(reading.text, entity.end, entity.end + 20)
        if match and _is_acronym(match.group(1), name):
            full.setdefault(match.group(1).replace(".", ""), name)
        if entity.label == "ORG" and len(name.split()) > 1:
            full.setdefault(_initials(name), name)
            by_last.setdefault(name.split()[-1], set()).add(name)
    for entity in reading.entities:
        if entity.label == "PERSON":
            continue
        name = body_name(entity.text) if entity.label in BODY_LABELS else entity.text
        if entity.label in BODY_LABELS and name.isupper() and len(name) > 1:
            name = full.get(name.replace(".", ""), name)
        elif entity.label == "ORG" and " " not in name and len(by_last.get(name, ())) == 1:
            name = next(iter(by_last[name]))
        chains.names[entity.start, entity.end] = name


def body_name(text: str) -> str:
    """Return a body's name without article, possessive and what follows in brackets."""
    name = re.sub(r"\s*\(.*$", "", " ".join(text.split()))
    name = re.sub(r"['’]s?$", "", name) if re.search(r"['’]s?$", name) else name
    return re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.IGNORECASE) or text


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Za-z]+", name) if word[0].isupper())


def _is_acronym(short: str, name: str) -> bool:
    letters = short.replace(".", "").lower()
    return bool(letters) and name[:1].lower() == letters[0] and all(letter in name.lower() for letter in letters)
