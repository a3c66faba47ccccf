"""What somebody is said to be the head of, where the sources say it differently: commander of one force, head of another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crosscheck.compare.discrepancies.evidence import by_wording
from crosscheck.compare.entities.linking import EntityTable
from crosscheck.compare.words.sounds import plain
from crosscheck.compare.words.weights import FUNCTION_WORDS
from crosscheck.records import Discrepancy, Entity, Evidence, Extraction, Kind, Place, Severity
from crosscheck.text import short_hash

_HEAD = r"(?:commanding (?:general|officer)|commander(?:[- ]in[- ]chief)?|head|chief|boss)"
"""Words for who leads a force or body, which say the same of it."""
_AFTER = re.compile(rf",\s+(?:the\s+|its\s+)?(?P<role>{_HEAD} of (?:the )?[^,.;:()“”\"—–\n]{{3,80}})(?=[,.;)—–\n]|$)")
_BEFORE = re.compile(
    rf"(?P<role>\b{_HEAD} of (?:the )?(?:[A-Z][\w.’'-]*\s?|of\s|the\s|and\s|for\s|in\s){{1,9}}),?\s+(?:[A-Z][\w.’'-]*\s){{0,4}}$"
)
_REACH = 110
"""Code points beside a name in which such words stand."""
_ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split(),
        strict=True,
    )
)
"""The Sixth Flotilla is the 6th."""
_VAGUE = frozenset("former ex then acting interim deputy".split())


def command_findings(table: EntityTable, extractions: Sequence[Extraction]) -> list[Discrepancy]:
    """Return a minor name finding per person whom the sources make the head of different things, none of which names the others."""
    texts = {extraction.article.id: extraction.article.text for extraction in extractions}
    found = []
    for entity in table.entities:
        if entity.label == "PERSON":
            places = _first_per_source(_commands(entity, texts))
            kept = [p for p in places if any(_differ(p, other) for other in places)]
            if kept:
                found.append(_finding(entity, kept))
    return found


def _commands(entity: Entity, texts: Mapping[str, str]) -> Iterator[Place]:
    for mention in entity.mentions:
        text = texts[mention.source]
        after = _AFTER.match(text, mention.end, min(len(text), mention.end + _REACH))
        first = max(0, mention.start - _REACH)
        before = _BEFORE.search(text[first : mention.start])
        if after:
            yield Place(mention.source, after.start("role"), after.end("role"), after["role"])
        elif before:
            role = before["role"].rstrip()
            yield Place(mention.source, first + before.start("role"), first + before.start("role") + len(role), role)


def _first_per_source(places: Iterator[Place]) -> list[Place]:
    first: dict[str, Place] = {}
    for place in sorted(places, key=lambda p: (p.source, p.start)):
        first.setdefault(place.source, place)
    return list(first.values())


def _differ(a: Place, b: Place) -> bool:
    ours, theirs = _body(a), _body(b)
    if len(ours) == len(theirs) and len(ours - theirs) == 1 and sorted(*(ours - theirs)) == sorted(*(theirs - ours)):
        return False  # two letters exchanged: the same body, misspelled
    return bool(ours and theirs) and not ours <= theirs and not theirs <= ours


def _body(place: Place) -> frozenset[str]:
    words = map(plain, re.findall(r"[^\W_]+", re.sub(rf"^{_HEAD} of ", "", place.text)))
    return frozenset(_ORDINALS.get(w, w) for w in words if w not in FUNCTION_WORDS and w not in _VAGUE)


def _finding(entity: Entity, places: Sequence[Place]) -> Discrepancy:
    camps: dict[str, list[str]] = defaultdict(list)
    for place in places:
        camps[place.text].append(place.source)
    spans = tuple(Evidence(p.source, None, p.start, p.end, p.text) for p in places)
    explanation = f"{entity.name} is said to lead different things: {by_wording(camps)}."
    return Discrepancy("d-" + short_hash("name", entity.id, "command"), Kind.NAME, Severity.MINOR, explanation, spans, entity=entity.id)
