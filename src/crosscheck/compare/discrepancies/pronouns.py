"""Pronouns that can mean one person only: "she wrote", where her paragraph names nobody else, nor the one before it where it names none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.compare.entities.linking import EntityTable
from crosscheck.compare.groups.units import Unit
from crosscheck.records import Span

_WORDS = frozenset({"he", "she"})
Named = tuple[int, int, str]
"""A mention of a person: start, end, entity."""


def people_named(table: EntityTable) -> dict[str, list[Named]]:
    """Return the mentions of people by source, in order."""
    found: dict[str, list[Named]] = defaultdict(list)
    for entity in table.entities:
        for place in entity.mentions if entity.label == "PERSON" else ():
            found[place.source].append((place.start, place.end, entity.id))
    return {source: sorted(held) for source, held in found.items()}


def only_one_meant(unit: Unit, people: Sequence[Named], texts: Mapping[str, str]) -> Span | None:
    """Return where the speaker of a quotation is named whom a pronoun means, where no other person can be meant; else None.

    Args:
        unit: The quotation.
        people: Mentions of people in its source, as of ``people_named``.
        texts: Of the articles, by source.
    """
    speaker, text = unit.statement.speaker, texts[unit.source]
    if not (speaker and speaker.mention and speaker.resolved_by == "pronoun" and speaker.mention.text.casefold() in _WORDS):
        return None
    end = speaker.mention.start
    start = min(end, unit.statement.start)
    first = text.rfind("\n", 0, start) + 1
    near = [one for one in people if first <= one[0] and one[1] <= end]
    if not near:
        before = text[:first].rstrip("\n")
        first = before.rfind("\n") + 1
        near = [one for one in people if first <= one[0] and one[1] <= len(before)]
    if {entity for *_, entity in near} != {unit.entity}:
        return None
    return Span(near[0][0], near[0][1])
