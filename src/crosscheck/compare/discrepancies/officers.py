"""Which office of a company the sources give one person: chief executive here, president or finance chief there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscheck.compare.discrepancies.evidence import by_wording
from crosscheck.compare.discrepancies.spellings import same_time
from crosscheck.compare.entities.linking import EntityTable
from crosscheck.records import Discrepancy, Entity, Evidence, Extraction, Kind, Place, Severity
from crosscheck.text import short_hash

_OFFICES = {
    "ceo": "chief executive",
    "coo": "chief operating officer",
    "cfo": "chief financial officer",
    "cto": "chief technology officer",
    "chief executive officer": "chief executive",
    "finance director": "chief financial officer",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "chair": "chairman",
}
"""Other words for an office; ``chairman`` and ``president`` stand for themselves."""
_BUSINESS = frozenset(
    {"chief executive", "chief operating officer", "chief financial officer", "chief technology officer", "managing director"}
)
"""Offices that only companies and the like have: one of them must be among those that differ."""
_NAMES = (
    r"(?:chief (?:executive|(?:operating|financial|technology) officer)(?: officer)?|CEO|COO|CFO|CTO|managing director|finance director"
)
_ROLE = rf"(?:(?:deputy|vice|executive|assistant|co)[- ])?{_NAMES}|president|(?-i:chair(?:man|woman|person)?))\b"
_ROLES = rf"{_ROLE}(?:(?: and|,| &) (?:group |then )?{_ROLE})*"
_COMPANY = r"(?:(?-i:[A-Z])[\w&.-]*(?:[’']s?)? |(?:company|firm|group|bank|chain)[’']s ){0,4}"
_AFTER = re.compile(rf", (?:the |its |their )?(?:former |then[- ])?{_COMPANY}(?P<role>{_ROLES})", re.IGNORECASE)
_BEFORE = re.compile(rf"\b(?P<role>{_ROLES})(?: of (?:the )?{_COMPANY}(?-i:[A-Z])[\w&.-]*)?,? $", re.IGNORECASE)
_PARTS = re.compile(rf"(?:(?:deputy|vice|executive|assistant|co)[- ])?{_NAMES}|president|chair(?:man|woman|person)?)\b", re.IGNORECASE)
_HEAD_OF_STATE = re.compile(r"(?:^|[^\w’'])President,? $")
_FORMER = re.compile(rf"\b(?:former|then|ex|outgoing|incoming)[ -]{_COMPANY}$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?P<name>(?:[A-Z][\w&.-]*(?:[’']s?)? )+)$")
_NAME_AFTER = re.compile(r" (?:of|at|for) (?:the )?(?P<name>(?:[A-Z][\w&.-]* ?)+)")
_REACH = 90
"""Code points beside a name in which its office stands."""


@dataclass(frozen=True, slots=True)
class _Held:
    """What one source makes somebody, at the first place where it does."""

    place: Place
    offices: frozenset[str]
    former: bool
    """Whether the source says that it is over; former and present offices contradict each other in nothing."""
    company: frozenset[str]
    """Capitalised words of what it is the office of, where they stand right beside it."""


def officer_findings(table: EntityTable, extractions: Sequence[Extraction]) -> list[Discrepancy]:
    """Return a minor name finding per person to whom sources of one time give other offices of a company, and none in common."""
    texts = {extraction.article.id: extraction.article.text for extraction in extractions}
    published = {extraction.article.id: extraction.article.published for extraction in extractions}
    found = []
    for entity in table.entities:
        if entity.label == "PERSON":
            held = _by_source(_told(entity, texts), texts)
            kept = [h for h in held if any(_differ(h, o) and same_time(published[h.place.source], published[o.place.source]) for o in held)]
            if kept:
                found.append(_finding(entity, [h.place for h in kept]))
    return found


def _told(entity: Entity, texts: Mapping[str, str]) -> Iterator[Place]:
    for mention in entity.mentions:
        text = texts[mention.source]
        after = _AFTER.match(text, mention.end, min(len(text), mention.end + _REACH))
        first = max(0, mention.start - _REACH)
        before = text[first : mention.start].rpartition("\n")[2]
        found = None if _HEAD_OF_STATE.search(before) else _BEFORE.search(before)
        if after:
            yield Place(mention.source, after.start("role"), after.end("role"), after["role"])
        if found:
            start = mention.start - len(before) + found.start("role")
            yield Place(mention.source, start, start + len(found["role"]), found["role"])


def _by_source(places: Iterator[Place], texts: Mapping[str, str]) -> list[_Held]:
    first: dict[str, Place] = {}
    offices: dict[str, set[str]] = defaultdict(set)
    for place in sorted(places, key=lambda p: (p.source, p.start)):
        first.setdefault(place.source, place)
        offices[place.source] |= {_office(part) for part in _PARTS.findall(place.text)}
    return [
        _Held(place, frozenset(offices[source]), _is_former(place, texts[source]), _company(place, texts[source]))
        for source, place in first.items()
    ]


def _is_former(place: Place, text: str) -> bool:
    return bool(_FORMER.search(text, max(0, place.start - _REACH), place.start))


def _company(place: Place, text: str) -> frozenset[str]:
    before = _NAME_BEFORE.search(text, max(0, place.start - _REACH), place.start)
    after = _NAME_AFTER.match(text, place.end)
    return frozenset(word for found in (before, after) if found for word in re.findall(r"[A-Z]\w+", found["name"]))


def _office(words: str) -> str:
    plain = words.casefold().replace("-", " ")
    return _OFFICES.get(plain, plain)


def _differ(a: _Held, b: _Held) -> bool:
    if a.company and b.company and not a.company & b.company:
        return False  # chief of one company, chairman of another
    return a.former == b.former and not a.offices & b.offices and bool((a.offices | b.offices) & _BUSINESS)


def _finding(entity: Entity, places: Sequence[Place]) -> Discrepancy:
    camps: dict[str, list[str]] = defaultdict(list)
    for place in places:
        camps[next((known for known in camps if known.casefold() == place.text.casefold()), place.text)].append(place.source)
    spans = tuple(Evidence(p.source, None, p.start, p.end, p.text) for p in places)
    explanation = f"{entity.name} is given different offices: {by_wording(camps)}."
    return Discrepancy("d-" + short_hash("name", entity.id, "office"), Kind.NAME, Severity.MINOR, explanation, spans, entity=entity.id)
