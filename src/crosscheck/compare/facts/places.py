"""Where it happened: the same place told as in or at it, near it, or outside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.regions import SITES
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function, is_name
from crosscheck.records import Discrepancy, Evidence, Kind, Severity

_RELATIONS = {"in": "in", "at": "in", "inside": "in", "within": "in", "near": "near", "outside": "outside"}
SHARED_CONCEPTS = 2
"""Other content words that two sentences must share to tell of one event at the site, names counted."""


@dataclass(frozen=True, slots=True)
class Placing:
    """One mention of a site with its preposition."""

    unit: Unit
    relation: str
    site: frozenset[str]
    around: frozenset[str]
    first: int
    last: int


def place_findings(units: Sequence[Unit], texts: Mapping[str, str]) -> list[Discrepancy]:
    """Return one finding per site that the sources place an event in, near or outside of."""
    placings = [placing for unit in units for placing in _placings(unit)]
    opposed: dict[frozenset[str], list[Placing]] = {}
    for a, b in combinations(placings, 2):
        if a.unit.source != b.unit.source and a.relation != b.relation and _same_event(a, b):
            known = opposed.setdefault(min(a.site, b.site, key=lambda site: (len(site), sorted(site))), [])
            known += [p for p in (a, b) if p not in known]
    found = []
    for site in sorted(opposed, key=sorted):
        substantive = "in" in {p.relation for p in opposed[site]}
        judgement = Judgement(Kind.PLACE, Severity.SUBSTANTIVE if substantive else Severity.MINOR, "in, near or outside one site")
        found.append(make_finding(judgement, [_evidence(p, texts) for p in opposed[site]]))
    return found


def _placings(unit: Unit) -> Iterator[Placing]:
    tokens = unit.tokens
    for place, token in enumerate(tokens):
        relation = _RELATIONS.get(token.norm)
        last = _site_end(tokens, place + 1) if relation else None
        if relation and last is not None:
            inside = tokens[place + 1 : last]
            site = frozenset(t.norm for t in inside if not is_function(t.norm, t.tag))
            rest = [t for n, t in enumerate(tokens) if not place <= n < last and t.sentence == token.sentence]
            around = frozenset(concept(t) for t in rest if not is_function(t.norm, t.tag))
            if any(is_name(t) for t in inside):
                yield Placing(unit, relation, site, around, place, last)


def _site_end(tokens: Sequence[Token], start: int) -> int | None:
    """Return the place after the head of a site's name that begins at ``start``: a determiner, then up to five names."""
    for place in range(start, min(len(tokens), start + 6)):
        if tokens[place].norm in SITES:
            return place + 1
        if not (is_name(tokens[place]) or tokens[place].tag in ("DT", "JJ") or tokens[place].norm == "'s"):
            return None
    return None


def _same_event(a: Placing, b: Placing) -> bool:
    return (a.site <= b.site or b.site <= a.site) and len(a.around & b.around) >= SHARED_CONCEPTS


def _evidence(placing: Placing, texts: Mapping[str, str]) -> Evidence:
    tokens, unit = placing.unit.tokens, placing.unit
    start, end = tokens[placing.first].start, tokens[placing.last - 1].end
    return Evidence(unit.source, unit.statement.id, start, end, texts[unit.source][start:end])
