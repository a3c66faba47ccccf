"""One person whom the sources name otherwise: by a short form of the given name, or with a letter of the surname changed.

Linking keeps such names apart, since brothers and sisters have one surname too; where no source knows both and the surname is rare,
they are rather one person, whose name one of the sources has shortened or misspelled.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

from rapidfuzz.distance import OSA

from crosscheck.compare.entities.families import is_family_first
from crosscheck.compare.entities.linking import EntityTable
from crosscheck.compare.entities.names import PersonName, person_name
from crosscheck.compare.entities.nicknames import are_nicknames
from crosscheck.compare.words.weights import Weights
from crosscheck.records import Entity, Place

LEAST_KEPT = 3
"""Letters of a given name cut short."""
LEAST_CUT = 2
"""Letters cut off: Ann and Anna are two names."""
LEAST_SURNAME = 7
"""Letters of a surname in which any one of them may differ."""
RARE = 7.0
"""Weight of a surname that two people named in two articles on one event hardly share by chance."""
_FEMININE = frozenset("na ne ia ina ine elle ette le la lla etta".split())
"""What makes a woman's name of a man's: Daniel, Danielle; Joseph, Josephine."""


def respelled_people(table: EntityTable, weights: Weights) -> list[tuple[Entity, Entity]]:
    """Return pairs of people whom no source knows both, of one rare surname, with a given name and its short form or one letter apart.

    Args:
        table: The entities of the event.
        weights: How rare words are.

    Returns:
        Pairs in the order of their names; nobody who might be one of two stands in any.
    """
    names = {e.id: person_name(e.name) for e in table.entities if e.label == "PERSON" and not person_name(e.name).is_short}
    blocks: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for entity in table.entities:
        name = names.get(entity.id)
        if name and _is_rare(name, weights):
            blocks["surname", name.surname].append(entity)
            blocks["given", *name.tokens[:-1]].append(entity)
    pairs = {}
    for (by, *_), held in sorted(blocks.items()):
        for a, b in combinations(sorted(held, key=lambda e: (e.name, e.id)), 2):
            left, right = names[a.id], names[b.id]
            if (_is_shortened(left, right) if by == "surname" else _is_letter_apart(left, right)) and not _meet(a, b):
                pairs[a.id, b.id] = a, b
    often = Counter(name for pair in pairs for name in pair)
    return [pairs[pair] for pair in sorted(pairs) if often[pair[0]] == often[pair[1]] == 1]


def full_mentions(entity: Entity) -> list[Place]:
    """Return the first place in each source that names a person by more than one word."""
    first: dict[str, Place] = {}
    for place in sorted(entity.mentions, key=lambda p: (p.source, p.start)):
        if not person_name(place.text).is_short:
            first.setdefault(place.source, place)
    return list(first.values())


def _meet(a: Entity, b: Entity) -> bool:
    return bool({p.source for p in a.mentions} & {p.source for p in b.mentions})


def _is_rare(name: PersonName, weights: Weights) -> bool:
    return weights.of(name.surname) >= RARE and not is_family_first(name.tokens[0]) and not is_family_first(name.surname)


def _is_shortened(left: PersonName, right: PersonName) -> bool:
    """Tell whether one given name is a short form of the other: Priya for Priyanka, Emeka for Chukwuemeka, Bill for William."""
    if left.suffix != right.suffix:
        return False
    return any(are_nicknames(x, y) or _is_cut(*sorted((x, y), key=len)) for x in left.tokens[:-1] for y in right.tokens[:-1])


def _is_cut(short: str, long: str) -> bool:
    """Tell whether a given name is another without its end or its beginning."""
    if len(short) < LEAST_KEPT or len(long) - len(short) < LEAST_CUT:
        return False
    return long.endswith(short) or (long.startswith(short) and long[len(short) :] not in _FEMININE)


def _is_letter_apart(left: PersonName, right: PersonName) -> bool:
    """Tell whether one letter parts two long surnames, the last as well: Brandimarte, Brandimarti."""
    long = min(len(left.surname), len(right.surname)) >= LEAST_SURNAME
    return left.suffix == right.suffix and long and OSA.distance(left.surname, right.surname, score_cutoff=1) == 1
