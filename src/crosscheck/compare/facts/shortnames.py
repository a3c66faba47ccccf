"""Two people who are rather one, named otherwise, but for what stands beside the names: other ages or offices.

Where nothing speaks against it, linking has made one person of them; see ``entities.onename``.
"""

from __future__ import annotations

from crosscheck.compare.entities.linking import EntityTable
from crosscheck.compare.entities.names import person_name
from crosscheck.compare.entities.onename import one_people
from crosscheck.compare.words.weights import Weights
from crosscheck.records import Entity, Place


def respelled_people(table: EntityTable, weights: Weights) -> list[tuple[Entity, Entity]]:
    """Return pairs of people whom no source knows both, of one rare surname, with a given name and its short form or one letter apart.

    Args:
        table: The entities of the event.
        weights: How rare words are.

    Returns:
        Pairs in the order of their names; nobody who might be one of two stands in any.
    """
    people = sorted((e for e in table.entities if e.label == "PERSON" and not person_name(e.name).is_short), key=lambda e: (e.name, e.id))
    named = [([person_name(entity.name)], {place.source for place in entity.mentions}) for entity in people]
    return [(people[a], people[b]) for a, b in one_people(named, weights)]


def full_mentions(entity: Entity) -> list[Place]:
    """Return the first place in each source that names a person by more than one word."""
    first: dict[str, Place] = {}
    for place in sorted(entity.mentions, key=lambda p: (p.source, p.start)):
        if not person_name(place.text).is_short:
            first.setdefault(place.source, place)
    return list(first.values())
