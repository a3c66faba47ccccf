"""Affirmed here, negated there: signed / unsigned, binding / non-binding, said of the same thing anywhere in the event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscheck.compare.findings import make_finding
from crosscheck.compare.hunks import NEGATIONS, Judgement
from crosscheck.compare.tokens import Token
from crosscheck.compare.units import Unit
from crosscheck.records import Discrepancy, Evidence, Kind, Polarity, Severity

PREFIXES = ("un", "non")
"""Prefixes that negate a participle or adjective with little risk: in- and dis- change the meaning too often (invaluable, discover)."""
REACH = 6
"""Words on each side in which the thing spoken of is sought."""
_PREDICATE_TAGS = ("VBN", "VBD", "JJ", "VBG")
_NOUN_TAGS = ("NN", "NNS")


@dataclass(frozen=True, slots=True)
class Predication:
    """A property said or denied of a thing."""

    stem: str
    """The property without prefix: ``signed``."""
    affirmed: bool
    prefixed: bool
    things: frozenset[str]
    """Lemmas of the common nouns near it in its sentence."""
    unit: int
    first: int
    """Half-open token range of the words that show it."""
    last: int


def predicate_findings(units: Sequence[Unit], texts: Mapping[str, str]) -> list[Discrepancy]:
    """Return a negation finding per property that is affirmed of a thing in one place and denied of it in another."""
    facts: dict[str, list[Predication]] = defaultdict(list)
    for unit in units:
        if unit.statement.polarity is not Polarity.WITHHELD:
            for fact in _predications(unit):
                facts[fact.stem].append(fact)
    found = []
    for stem in sorted(facts):
        group = facts[stem]
        if not any(f.prefixed for f in group) or all(f.affirmed for f in group) or not any(f.affirmed for f in group):
            continue
        opposed = [f for f in group if any(g.affirmed != f.affirmed and g.things & f.things for g in group)]
        if opposed:
            judgement = Judgement(Kind.NEGATION, Severity.SUBSTANTIVE, "a property and its negation said of one thing")
            found.append(make_finding(judgement, [_evidence(f, units, texts) for f in opposed]))
    return found


def _predications(unit: Unit) -> Iterator[Predication]:
    for place, token in enumerate(unit.tokens):
        if not token.tag.startswith(_PREDICATE_TAGS):
            continue
        stem, prefixed, first = token.norm, False, place
        for prefix in PREFIXES:
            if stem.startswith(prefix) and len(stem) > len(prefix) + 3:
                stem, prefixed = stem[len(prefix) :].lstrip("-"), True
                break
        if not prefixed and place and unit.tokens[place - 1].norm == "non":
            prefixed, first = True, place - 1
        negated = _negator(unit.tokens, first)
        yield Predication(
            stem=stem,
            affirmed=prefixed == (negated is not None),
            prefixed=prefixed,
            things=_things(unit.tokens, place),
            unit=unit.index,
            first=first if negated is None else negated,
            last=place + 1,
        )


def _negator(tokens: Sequence[Token], place: int) -> int | None:
    for back in range(place - 1, max(-1, place - 4), -1):
        if tokens[back].norm in NEGATIONS and tokens[back].sentence == tokens[place].sentence:
            return back
        if tokens[back].tag.startswith("NN"):
            return None
    return None


def _things(tokens: Sequence[Token], place: int) -> frozenset[str]:
    window = tokens[max(0, place - REACH) : place + REACH + 1]
    return frozenset(t.lemma for t in window if t.tag in _NOUN_TAGS and t.sentence == tokens[place].sentence)


def _evidence(fact: Predication, units: Sequence[Unit], texts: Mapping[str, str]) -> Evidence:
    unit = units[fact.unit]
    start, end = unit.tokens[fact.first].start, unit.tokens[fact.last - 1].end
    return Evidence(unit.source, unit.statement.id, start, end, texts[unit.source][start:end])
