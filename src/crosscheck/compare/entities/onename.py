"""One person whom the sources name otherwise: by a short form of the given name, or with a letter of the surname changed.

Brothers and sisters have one surname too: only where the surname is rare, no source knows both, and nobody else may be meant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from rapidfuzz.distance import OSA

from crosscheck.compare.entities.families import is_family_first
from crosscheck.compare.entities.names import PersonName
from crosscheck.compare.entities.nicknames import are_nicknames
from crosscheck.compare.entities.respelled import syllable
from crosscheck.compare.words.sounds import skeleton
from crosscheck.compare.words.weights import Weights

LEAST_KEPT = 3
"""Letters of a given name cut short."""
LEAST_CUT = 2
"""Letters cut off: Ann and Anna are two names."""
LEAST_SURNAME = 7
"""Letters of a surname in which any one of them may differ."""
LEAST_GIVEN = 6
"""Letters of a given name in which one vowel inside may differ: Fabien, Fabian, but not Karin, Karen."""
RARE = 7.0
"""Weight of a surname that two people named in two articles on one event hardly share by chance."""
AGE, OFFICE, SEX, BRACKET = "#", "=", "~", "("
"""First letters of the marks of a name: an age, the initials of an office, a sex, what stands in brackets behind; others are offices."""
_FEMININE = frozenset("na ne ia ina ine elle ette le la lla etta".split())
"""What makes a woman's name of a man's: Daniel, Danielle; Joseph, Josephine."""
_CHINESE = 3
"""Words of a Chinese name: the family's and the two of the given one."""
_NEAR = ({"a", "e"}, {"e", "i"})
"""Vowels that are written for each other: not o and i (Ramona, Ramina)."""


def one_people(people: Sequence[tuple[Sequence[PersonName], AbstractSet[str]]], weights: Weights) -> list[tuple[int, int]]:
    """Return pairs of people of one rare surname, with a given name and its short form, or one letter of a long surname apart.

    One vowel of a long given name may differ whatever the surname.

    Args:
        people: Full names and sources of each.
        weights: How rare words are.

    Returns:
        Pairs of positions in order; nobody who might be one of two stands in any, and no source has both of a pair.
    """
    blocks: Mapping[tuple[str, ...], set[int]] = defaultdict(set)
    for number, (names, _) in enumerate(people):
        for name in names:
            if any(len(token) >= LEAST_GIVEN for token in name.tokens[:-1]):
                blocks["vowel", *map(skeleton, name.tokens)].add(number)
            if _is_rare(name, weights):
                blocks["surname", name.surname].add(number)
                for end in (name.surname[:LEAST_KEPT], name.surname[-LEAST_KEPT:]) if len(name.surname) >= LEAST_SURNAME else ():
                    blocks["given", *name.tokens[:-1], end].add(number)  # a letter apart leaves one of the ends
    pairs = set()
    for held in (blocks[key] for key in sorted(blocks) if len(blocks[key]) > 1):
        for a, b in combinations(sorted(held), 2):
            (left, ours), (right, theirs) = people[a], people[b]
            if ours.isdisjoint(theirs) and any(_is_one(x, y, weights) for x in left for y in right):
                pairs.add((a, b))
    often = Counter(number for pair in pairs for number in pair)
    return sorted((a, b) for a, b in pairs if often[a] == often[b] == 1)


def _is_one(left: PersonName, right: PersonName, weights: Weights) -> bool:
    return vowel_apart(left, right) or (_is_rare(left, weights) and _is_rare(right, weights) and is_one_name(left, right))


def is_one_name(left: PersonName, right: PersonName) -> bool:
    """Tell whether two full names are one told otherwise: Priya for Priyanka, Emeka for Chukwuemeka, Brandimarte for Brandimarti."""
    if left.suffix != right.suffix:
        return False
    if left.surname == right.surname:
        pairs = [(x, y) for x in left.tokens[:-1] for y in right.tokens[:-1]]
        return any(are_nicknames(x, y) or is_cut(x, y) for x, y in pairs)
    return left.tokens[:-1] == right.tokens[:-1] and is_letter_apart(left.surname, right.surname)


def is_cut(left: str, right: str) -> bool:
    """Tell whether one given name is the other without its end or its beginning."""
    short, long = sorted((left, right), key=len)
    if len(short) < LEAST_KEPT or len(long) - len(short) < LEAST_CUT:
        return False
    return long.endswith(short) or (long.startswith(short) and long[len(short) :] not in _FEMININE)


def is_letter_apart(left: str, right: str) -> bool:
    """Tell whether one letter parts two long surnames, the last as well."""
    return min(len(left), len(right)) >= LEAST_SURNAME and OSA.distance(left, right, score_cutoff=1) == 1


def vowel_apart(left: PersonName, right: PersonName) -> bool:
    """Tell whether two full names of as many words differ in one vowel inside a long given name: Fabien, Fabian."""
    if len(left.tokens) != len(right.tokens) or left.tokens[-1] != right.tokens[-1] or left.suffix != right.suffix:
        return False
    apart = [(a, b) for a, b in zip(left.tokens, right.tokens, strict=True) if a != b]
    if len(apart) != 1 or len(apart[0][0]) != len(apart[0][1]) or len(apart[0][0]) < LEAST_GIVEN:
        return False
    letters = [{a, b} for a, b in zip(*apart[0], strict=True) if a != b]
    return len(letters) == 1 and letters[0] in _NEAR and apart[0][0][0] == apart[0][1][0] and apart[0][0][-1] == apart[0][1][-1]


def parted_elsewhere(left: PersonName, right: PersonName) -> bool:
    """Tell whether two names have the same letters in one order: Kua Mengfei, Kua Meng Fei. One article may have both."""
    return "".join(left.tokens) == "".join(right.tokens) and left.suffix == right.suffix


def romanised(left: PersonName, right: PersonName) -> bool:
    """Tell whether two Chinese names of three words differ in one syllable of the given name, romanised otherwise: Wan Ling, Wang Ling."""
    if not len(left.tokens) == len(right.tokens) == _CHINESE or left.suffix != right.suffix or not is_family_first(left.tokens[0]):
        return False
    apart = [(a, b) for a, b in zip(left.tokens, right.tokens, strict=True) if a != b]
    return left.tokens[0] == right.tokens[0] and len(apart) == 1 and syllable(apart[0][0]) == syllable(apart[0][1])


def marks_clash(left: AbstractSet[str], right: AbstractSet[str]) -> bool:
    """Tell whether what stands beside two names shows two people: other ages, a man and a woman, other offices."""
    sides = [(_of_kind(left, kind), _of_kind(right, kind)) for kind in (AGE, SEX, OFFICE)]
    return any(ours and theirs and not ours & theirs for ours, theirs in sides)


def _of_kind(marks: AbstractSet[str], kind: str) -> set[str]:
    """The marks of one kind; initials of offices with the offices themselves."""
    if kind == OFFICE:
        return {mark for mark in marks if mark[0] not in (AGE, SEX, BRACKET)}
    return {mark for mark in marks if mark[0] == kind}


def _is_rare(name: PersonName, weights: Weights) -> bool:
    return weights.of(name.surname) >= RARE and not is_family_first(name.tokens[0]) and not is_family_first(name.surname)
