"""Kinship: what one person is to another, where the sources say it differently: her husband here, her brother-in-law there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.evidence import by_wording
from crosscheck.compare.entities.linking import EntityTable
from crosscheck.records import Discrepancy, Entity, Evidence, Extraction, Kind, Place, Severity
from crosscheck.text import short_hash

_KINDS = {
    "spouse": "husband wife hubby spouse",
    "sibling": "brother sister sibling half-brother half-sister twin",
    "parent": "father mother dad mum mom",
    "child": "son daughter",
    "uncle or aunt": "uncle aunt auntie",
    "nephew or niece": "nephew niece",
    "cousin": "cousin",
    "grandparent": "grandfather grandmother grandpa grandma",
    "grandchild": "grandson granddaughter",
    "sibling-in-law": "brother-in-law sister-in-law",
    "parent-in-law": "father-in-law mother-in-law",
    "child-in-law": "son-in-law daughter-in-law",
    "step-parent": "stepfather stepmother",
    "stepchild": "stepson stepdaughter",
    "love": "boyfriend girlfriend partner",
    "engaged": "fiance fiancé fiancee fiancée",
    "once married": "ex-husband ex-wife",
}
"""Words for what somebody is to somebody else; of two kinds both cannot be meant."""
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_LOOSE = frozenset({frozenset(pair) for pair in (("love", "spouse"), ("love", "engaged"), ("love", "once married"))})
"""Kinds that a careful writer may use of one couple."""
_WORD = "|".join(sorted(map(re.escape, _KIND), key=lambda word: (-len(word), word)))
_ADDED = r"(?:(?:late|elder|older|younger|eldest|oldest|youngest|only|twin|\d+-year-old)\s+)*"
_KIN = tuple(_KIND)
_WHOSE = r"(?P<whose>\b(?:her|his)\b|(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w-]*(?:['’]s|s['’]))"
_BEFORE = re.compile(rf"{_WHOSE}\s+{_ADDED}(?P<kin>{_WORD}),? $", re.IGNORECASE)
_AFTER = re.compile(rf",\s+(?:(?:aged )?\d+,\s+)?{_WHOSE}\s+{_ADDED}(?P<kin>{_WORD})(?=[,.;:)]|\s(?:and|who|said)\b|$)", re.IGNORECASE)
_BREAK = re.compile(r"\n+")
_REACH = 90
"""Code points beside a name in which such words stand."""
_BACK = 400
"""Code points before "her" within which the last person named is meant."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a source makes somebody of somebody else."""

    place: Place
    kind: str
    other: str
    """Entity of whom."""


def kinship_findings(table: EntityTable, extractions: Sequence[Extraction]) -> list[Discrepancy]:
    """Return a minor name finding per two people whom the sources make of different kin to each other.

    "Her" is the person named last before it; where nobody is, nothing is read.
    """
    texts = {extraction.article.id: extraction.article.text for extraction in extractions}
    people = _people(table)
    found = []
    for entity in table.entities:
        if entity.label == "PERSON":
            told: dict[str, list[_Told]] = defaultdict(list)
            for one in _told(entity, texts, people):
                told[one.other].append(one)
            for other in sorted(told):
                kept = _kept(told[other])
                if kept:
                    found.append(_finding(entity, other, kept))
    return found


def _people(table: EntityTable) -> dict[str, list[tuple[int, int, str]]]:
    """Mentions of people by source, in order."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in table.entities:
        for place in entity.mentions if entity.label == "PERSON" else ():
            found[place.source].append((place.start, place.end, entity.id))
    return {source: sorted(held) for source, held in found.items()}


def _told(entity: Entity, texts: Mapping[str, str], people: Mapping[str, Sequence[tuple[int, int, str]]]) -> Iterator[_Told]:
    for mention in entity.mentions:
        text = texts[mention.source]
        first = max(0, mention.start - _REACH)
        line = text[first : mention.start]
        before = _BEFORE.search(line) if line.rstrip().rstrip(",").casefold().endswith(_KIN) else None
        for match, shift in ((before, first), (_AFTER.match(text, mention.end, min(len(text), mention.end + _REACH)), 0)):
            if match:
                whose = shift + match.start("whose"), shift + match.end("whose")
                other = _whose(text[slice(*whose)], whose, mention, people[mention.source], text)
                if other and other != entity.id:
                    place = Place(mention.source, whose[0], shift + match.end("kin"), text[whose[0] : shift + match.end("kin")])
                    yield _Told(place, _KIND[match["kin"].casefold()], other)


def _whose(words: str, span: tuple[int, int], mention: Place, people: Sequence[tuple[int, int, str]], text: str) -> str | None:
    """The person whose kin is told of: the one of that name, or whoever is named last before "her"."""
    if words.casefold() not in ("her", "his"):
        return next((e for start, end, e in people if start < span[1] and span[0] < end), None)
    before = people[: bisect_left(people, (span[0], 0, ""))]
    near = [(start, e) for start, _, e in before if start != mention.start and span[0] - start <= _BACK]
    if not near or len(_BREAK.findall(text, near[-1][0], span[0])) > 1:
        return None
    return near[-1][1]


def _kept(told: Sequence[_Told]) -> list[_Told]:
    """One for each source that differs from another, where the two have no kind in common."""
    kinds: dict[str, set[str]] = defaultdict(set)
    first: dict[str, _Told] = {}
    for one in sorted(told, key=lambda t: (t.place.source, t.place.start)):
        kinds[one.place.source].add(one.kind)
        first.setdefault(one.place.source, one)
    apart = {s for pair in combinations(sorted(first), 2) if _differ(kinds[pair[0]], kinds[pair[1]]) for s in pair}
    return [first[source] for source in sorted(apart)]


def _differ(ours: set[str], theirs: set[str]) -> bool:
    return all(a != b and frozenset((a, b)) not in _LOOSE for a in ours for b in theirs)


def _finding(entity: Entity, other: str, told: Sequence[_Told]) -> Discrepancy:
    camps: dict[str, list[str]] = defaultdict(list)
    for one in told:
        camps[one.place.text].append(one.place.source)
    spans = tuple(Evidence(t.place.source, None, t.place.start, t.place.end, t.place.text) for t in told)
    explanation = f"{entity.name} is said to be different kin: {by_wording(camps)}."
    identity = short_hash("name", entity.id, other, "kin")
    return Discrepancy("d-" + identity, Kind.NAME, Severity.MINOR, explanation, spans, entity=entity.id)
