"""Names of one article: which mentions are the same person or body, and what the text says about each person.

Two people are never joined because their surname agrees: a bare surname goes to the person of that surname named last before
it, and names with different given names stay apart. Titles are left out of names and kept as roles.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crosscheck.language.names.bodies import read_bodies
from crosscheck.language.names.boundaries import ALSO_CALLED, LONGEST_ALIAS
from crosscheck.language.names.roles import apposition_after, apposition_before, parts_of, subjects, title_before
from crosscheck.language.names.titles import (
    GENDER_OF_NAME,
    GENDER_OF_NOUN,
    HONORIFICS,
    SUFFIXES,
    bare,
    is_office,
    is_role,
)
from crosscheck.language.reading import Named, Reading

_JUST_NAMED = 400
"""Code points after a full name in which its surname alone means the same person."""
_USUAL = 3
"""Times that an article calls somebody by surname alone from which the surname is his or hers in it."""
_KIN = frozenset(
    "aunt brother cousin daughter father grandfather granddaughter grandmother grandson husband mother nephew niece sister son stepfather "
    "stepmother twin uncle widow widower wife".split()
)
"""Words that introduce somebody as a relative of the one whom the article is about and calls by surname."""
_DIRECTIONS = frozenset({"Central", "East", "North", "South", "West"})
_SHARES_SURNAME = re.compile(r"\b[A-Z][a-z]+,? and $")
"""Before "Ann Smith": "Bob and Ann Smith" are relatives, and "Senator Smith" is neither."""


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
    chains.names.update(read_bodies(reading))
    return chains


def _read_people(reading: Reading, chains: Chains) -> None:
    titles = {entity: title_before(reading, entity) for entity in reading.entities if entity.label == "PERSON"}
    places = _places(reading, titles)
    people = [e for e in reading.entities if e.label == "PERSON" and e.text not in places and not is_office(e.text, e.label)]
    register = _Register()
    parsed = _without_abbreviations([(entity, parts_of(entity.text)) for entity in people])
    for entity, parts in parsed:
        if len(parts) > 1:
            register.add_full(entity, parts)
    for entity, parts in parsed:
        if not parts:
            chains.names[entity.start, entity.end] = entity.text
            continue
        title = titles[entity]
        person = register.find(entity, parts, title)
        if _SHARES_SURNAME.search(reading.text, max(0, entity.start - 40), entity.start) and len(parts) > 1:
            register.relatives.add(id(person))
        chains.by_span[entity.start, entity.end] = person
        _note(person, reading, entity, title)
    _join_aliases(reading, chains)
    present = {id(person) for person in chains.by_span.values()}
    chains.people = [person for person in register.people if id(person) in present]
    for (start, end), person in chains.by_span.items():
        chains.names[start, end] = person.name
    leading = subjects(reading, people)
    chains.mentions = [
        PersonMention(start, end, person, reading.is_quoted(start), start in leading)
        for (start, end), person in sorted(chains.by_span.items(), key=lambda item: item[0])
    ]


def _places(reading: Reading, titles: Mapping[Named, Sequence[str]]) -> frozenset[str]:
    """Words read as a person's name that are places or bodies in this article: "Northtown was …" beside "the Northtown Council".

    They are read so elsewhere more often, alone or before other words, and stand without a title; of several words also where the last is a
    direction or an abbreviation ("Northtown West") and the first names a place. Nobody else here has such a name.
    """
    people, others, heads = Counter[str](), Counter[str](), Counter[str]()
    titled: set[str] = set()
    for entity in reading.entities:
        if entity.label == "PERSON":
            people[entity.text] += 1
            if titles[entity]:
                titled.add(entity.text)
        elif entity.label in ("GPE", "LOC", "FAC", "ORG"):
            others[entity.text] += 1
            heads[entity.text.split()[0]] += 1
    dropped = {name for name in people if " " in name and name not in titled and _is_place(name, people, others, heads)}
    held = {word for name in people if " " in name and name not in dropped for word in name.split()}
    alone = {name for name in people if " " not in name and name not in held | titled and heads[name] > people[name]}
    return frozenset(dropped | alone)


def _is_place(name: str, people: Counter[str], others: Counter[str], heads: Counter[str]) -> bool:
    first, last = name.split()[0], name.split()[-1]
    short = last.isupper() and len(last) > 2 and last.isalpha() and bare(last) not in SUFFIXES and not name.isupper()
    return others[name] > people[name] or (heads[first] > 0 and (last in _DIRECTIONS or short))


def _without_abbreviations(parsed: list[tuple[Named, list[str]]]) -> list[tuple[Named, list[str]]]:
    """Cut an office in capitals (MOS Lee) before a single name by which the article knows somebody in full; initials (JD Roe) stay."""
    full = [parts for _, parts in parsed if len(parts) > 1]
    kept = []
    for entity, parts in parsed:
        if len(parts) == 2 and parts[0].isupper() and parts[0].isalpha() and len(parts[0]) > 1:
            others = [other for other in full if parts[1] in (other[0], other[-1]) and other[0] != parts[0]]
            if others and not any("".join(word[0] for word in other).startswith(parts[0]) for other in others):
                parts = parts[1:]
        kept.append((entity, parts))
    return kept


def _join_aliases(reading: Reading, chains: Chains) -> None:
    """Give another name that the text introduces ("better known as …") to the person named before it in its sentence."""
    spans = sorted(chains.by_span)
    for index, (start, end) in enumerate(spans):
        match = ALSO_CALLED.search(reading.text, max(0, start - LONGEST_ALIAS), start)
        if index == 0 or match is None or spans[index - 1][0] < reading.sentence_at(start).start:
            continue
        owner, other = chains.by_span[spans[index - 1]], chains.by_span[start, end]
        if owner is not other and other.first >= start:
            owner.roles += other.roles
            for span in spans:
                if chains.by_span[span] is other:
                    chains.by_span[span] = owner


class _Register:
    """The people named so far."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.by_surname: dict[str, list[Person]] = {}
        self.by_given: dict[str, list[Person]] = {}
        self.recent: dict[str, Person] = {}
        self.recent_given: dict[str, Person] = {}
        self.apart: dict[str, Person] = {}
        """Bare names that several people share and nothing decides."""
        self.last_full: dict[int, int] = {}
        self.relatives: set[int] = set()
        self.called: Counter[int] = Counter()
        """How often people have been called by their surname alone; as somebody's wife (Mrs) does not count."""

    def add_full(self, entity: Named, parts: list[str]) -> Person:
        """Find or make the person of a full name."""
        core, suffix = _without_suffix(parts)
        given, surname = (_plain(core[0]), _plain(core[-1])) if len(core) > 1 else ("", _plain(core[0]))
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
            self.recent_given[_plain(parts[0])] = person
        else:
            word = _plain(parts[0])
            person = self._short(entity, word, title) or self._make(parts[0], "", word, "", entity.start)
            self.called[id(person)] += word == person.surname and "mrs" not in title
        self.recent[person.surname] = person
        return person

    def _short(self, entity: Named, word: str, title: Sequence[str]) -> Person | None:
        gender = _gender_of_title(title)
        named = [p for p in self.by_surname.get(word, []) if gender is None or gender_of(p) in (None, gender)]
        known = [p for p in named if not (p.suffix == "jr" and p.first > entity.start)]
        offices = frozenset(word for word in title if is_role(word)) - HONORIFICS
        if offices:
            same_office = [p for p in known if any(offices & roles for roles in p.roles)]
            early = [p for p in self.by_surname.get(word, []) if p.first < entity.start]
            if not same_office and (len(early or self.by_surname.get(word, [])) > 1 or any(id(p) in self.relatives for p in known)):
                return None
            known = [p for p in known if p in early] or known
            known = same_office or known
        if known and not self._is_family_name_first(known, word, entity.start):
            return self._most_likely(known, word, entity.start)
        if known:
            return self._by_given(entity, word, gender, offices)
        if self.by_surname.get(word):
            return None
        return self._by_given(entity, word, gender, offices)

    def _is_family_name_first(self, known: Sequence[Person], word: str, offset: int) -> bool:
        """Tell whether a bare name is the first of somebody's named before it, and the last only of people whom it has yet to name.

        "Mr Goh" after "Goh Wei Lin" is he, though "Adam Goh" comes later.
        """
        early = [p for p in self.by_given.get(word, []) if p.first < offset]
        return bool(early) and all(p.first > offset for p in known)

    def _by_given(self, entity: Named, word: str, gender: str | None, offices: frozenset[str]) -> Person | None:
        """The person of whose name a bare word is the first: a given name, or a family name where that comes first.

        Of several: the one whose office stands before it, else the one just named, else nobody (``apart``).
        """
        known = [p for p in self.by_given.get(word, []) if gender is None or gender_of(p) in (None, gender)]
        known = [p for p in known if p.first < entity.start] or known
        others = [p for p in known if not _is_relative(p)]
        if others and others[0].first < min((p.first for p in known if _is_relative(p)), default=0):
            known = others  # "His son, Goh Wei Lin, spoke. Goh …" goes on about the father
        if len(known) < 2:
            return known[0] if known else None
        titled = [p for p in known if any(offices & roles for roles in p.roles)] if offices else known
        recent = self.recent_given.get(word)
        if len(titled) == 1:
            return titled[0]
        if recent in titled and recent is not None and not offices and entity.start - self.last_full[id(recent)] < _JUST_NAMED:
            return recent
        if word not in self.apart:
            self.apart[word] = Person(entity.text, "", word, "", entity.start)
            self.people.append(self.apart[word])
        return self.apart[word]

    def _most_likely(self, known: Sequence[Person], word: str, offset: int) -> Person:
        """One just named; else the one whom the article calls by surname alone from the start; else the last one named.

        Where the article has called one of them so again and again, a relative named in full later on does not take the surname over.
        """
        recent = self.recent.get(word)
        usual = [p for p in known if self.called[id(p)] >= _USUAL and (recent is None or p.first < recent.first)]
        if len(usual) == 1 and recent is not None and self.called[id(recent)] == 0:
            return usual[0]
        if recent is not None and _is_relative(recent):
            others = [p for p in known if p.first < recent.first and not _is_relative(p)]
            if len(others) == 1:
                return others[0]
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


def _plain(word: str) -> str:
    """A word of a name in lower case without diacritics: one article may write Raúl and Raul."""
    form = bare(word)
    return form if form.isascii() else "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))


def _is_relative(person: Person) -> bool:
    """Tell whether the article introduces a person as somebody's relative."""
    return any(roles & _KIN for roles in person.roles)


def _nearest(people: Sequence[Person], offset: int) -> Person:
    """The person first named last before ``offset``; the first of all if none is."""
    before = [person for person in people if person.first <= offset]
    return max(before, key=lambda p: p.first) if before else min(people, key=lambda p: p.first)


def _without_suffix(parts: list[str]) -> tuple[list[str], str]:
    if len(parts) > 1 and bare(parts[-1]) in SUFFIXES:
        return parts[:-1], bare(parts[-1])
    return parts, ""


def _same_given(left: str, right: str) -> bool:
    """Tell whether two given names can be one person's: equal, an initial, or a short form of the other (Dan, Daniel; Andy, Andrew).

    Three letters in common are not enough: Mark and Mary, Martin and Marvin, Michael and Michelle are two.
    """
    if left == right:
        return True
    if not left or not right:
        return False
    if len(left.replace(".", "")) == 1 or len(right.replace(".", "")) == 1:
        return left[0] == right[0]
    genders = {GENDER_OF_NAME.get(left), GENDER_OF_NAME.get(right)} - {None}
    short, long = sorted((left, right), key=len)
    return (
        len(short) > 2
        and len(genders) < 2
        and (long.startswith(short) or any(_is_pet_form(*pair) for pair in ((left, right), (right, left))))
    )


def _is_pet_form(pet: str, name: str) -> bool:
    """Tell whether one name is the beginning of the other with -y or -ie, a consonant doubled or not: Andy, Danny, Debbie."""
    stem = pet.removesuffix("ie") if pet.endswith("ie") else pet.removesuffix("y")
    stem = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem
    return stem != pet and len(stem) > 2 and name.startswith(stem) and not name.endswith(("y", "ie"))


def _fullness(parts: Sequence[str]) -> tuple[int, int]:
    return len(parts), sum(len(part) for part in parts)


def gender_of(person: Person) -> str | None:
    """Return ``m``, ``f`` or None: what titles and nouns said, else what the given name suggests."""
    return person.gender or GENDER_OF_NAME.get(person.given)


def _gender_of_title(title: Sequence[str]) -> str | None:
    return next((GENDER_OF_NOUN[word] for word in reversed(title) if word in GENDER_OF_NOUN), None)


def _note(person: Person, reading: Reading, entity: Named, title: list[str]) -> None:
    """Keep what the text says about a person right here: title before, apposition after."""
    if title:
        person.roles.append(frozenset(title))
        person.gender = person.gender or _gender_of_title(title)
    after = apposition_after(reading, entity)
    if after:
        person.roles.append(frozenset(after))
        person.gender = person.gender or _gender_of_title(after[:4])
    before = apposition_before(reading, entity)
    if before:
        person.roles.append(frozenset(before))
        person.gender = person.gender or _gender_of_title(before)
