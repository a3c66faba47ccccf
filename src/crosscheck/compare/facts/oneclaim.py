"""Which statements of like words make one claim: ties that what differs between them cuts.

Two statements may share most of their words and tell of two things: 5 million and 30 per cent of one population, a man's theft and a
woman's, a ban that one body imposed and another sued to block. Where both tell one quantity with another value, a finding says so and
the tie holds; where no finding can be made of figures that do not fit, they are figures of two things. Prefer two groups to a false one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crosscheck.compare.facts.assertions import assertion_findings
from crosscheck.compare.facts.dollars import is_rate
from crosscheck.compare.facts.figures import group_figures
from crosscheck.compare.facts.otherdeeds import (
    YEAR,
    is_mere_reference,
    is_reversed,
    is_sought,
    is_supposed,
    negated_otherwise,
    other_deeds,
    other_persons,
    other_predicates,
)
from crosscheck.compare.facts.verdicts import CALENDAR
from crosscheck.compare.groups.grouping import Cluster
from crosscheck.compare.groups.pairing import Edge
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.weights import Weights
from crosscheck.records import Discrepancy, Kind

LOOSE = {"wording": 0.65, "paraphrase": 0.75}
"""Containment, by tier, below which the verbs must tell that two statements claim one thing."""
COPIED = 0.95
"""Share of the heavier statement's weight that must be aligned for two statements to be one text, whatever they say."""
MUCH = 0.85
"""The same from which statements that hold no comparable figure are one whatever these count."""
MANY = 13
"""Counts below it fit one another by chance."""
_COUNTS = frozenset({"cardinal", "money", "percent", "fraction"})
"""Kinds of values that tell how much or how many."""
_FIGURES = frozenset({Kind.NUMBER, Kind.DATE})
_SPOKEN = frozenset({"quotation", "fragment"})


def same_claims(
    edges: Sequence[Edge],
    units: Sequence[Unit],
    placed: Mapping[int, Sequence[Value]],
    doubtful: Mapping[int, Sequence[Value]],
    found: Sequence[Discrepancy],
    texts: Mapping[str, str],
    weights: Weights,
) -> list[Edge]:
    """Return the edges that tie statements of one claim, in the same order; quotations are tied by their words alone.

    Args:
        edges: Of statements in any words.
        units: All statements, by index.
        placed: Values in the content of each unit, by its index.
        doubtful: The same with the amounts whose currency is in doubt, of which no finding is made.
        found: Findings over all statements; figures that one of them opposes are of one thing.
        texts: Texts of the articles, by id.
        weights: Of words.
    """
    opposed = _opposed(found)

    def holds(edge: Edge) -> bool:
        if edge.tier in _SPOKEN:
            return True
        left, right = units[edge.light], units[edge.heavy]
        unfit = _other_values(edge, left, right, doubtful, opposed)
        if unfit and not any(f.kind in _FIGURES for f in group_figures(_pair(edge), units, placed, texts, weights)):
            return False
        if other_deeds(edge, left, right) or other_persons(left, right):
            return False
        if edge.containment < LOOSE[edge.tier] and other_predicates(left, right):
            return False
        copied = edge.containment * left.weight >= COPIED * right.weight
        if copied:
            return True
        if negated_otherwise(left, right) and not assertion_findings(_pair(edge), units, texts):
            return False
        if is_mere_reference(left, right):
            return False
        return not (is_sought(left, right) or is_supposed(left, right) or is_reversed(left, right))

    return [edge for edge in edges if holds(edge)]


_Opposed = Mapping[str, Sequence[tuple[str, int, int]]]
"""By source: finding and span of every figure or day that a finding shows."""


def _opposed(found: Sequence[Discrepancy]) -> _Opposed:
    shown: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for finding in found:
        if finding.kind in _FIGURES:
            for span in finding.spans:
                shown[span.source].append((finding.id, span.start, span.end))
    return shown


def _other_values(edge: Edge, left: Unit, right: Unit, values: Mapping[int, Sequence[Value]], opposed: _Opposed) -> bool:
    """Tell whether figures of two statements do not fit, and no finding over all statements says that they are of one thing."""
    ours, theirs = _own(values.get(edge.light, ()), right), _own(values.get(edge.heavy, ()), left)
    if not ours or not theirs:
        return False
    same = {a.kind for a in ours for b in theirs if _fit(a, b)}
    if same - CALENDAR or _digits(left) & _digits(right):
        return False
    pairs = [(a, b) for a, b in _conflicts(ours, theirs) if not (same and a.kind in CALENDAR)]
    if not pairs:
        loose = edge.tier == "paraphrase" or edge.containment < MUCH
        return loose and not same and _count_other_things(ours, theirs)
    return not any(_findings_at(a, opposed) & _findings_at(b, opposed) for a, b in pairs)


def _own(values: Sequence[Value], other: Unit) -> Sequence[Value]:
    """The values of a statement but for ordinals whose word the other statement has: a third escape, here and not a third."""
    words = {t.norm for t in other.tokens}
    return [value for value in values if value.kind != "ordinal" or value.text.casefold() not in words]


def _pair(edge: Edge) -> Cluster:
    """Two statements as a group of their own, for the findings that would be made of them."""
    return Cluster(edge.heavy, tuple(sorted((edge.light, edge.heavy))), (edge,))


def _digits(unit: Unit) -> frozenset[str]:
    """The figures of a statement that are hardly told of two things, whatever they count; years and days are."""
    figures = (t.norm for t in unit.tokens if t.norm[:1].isdigit() and t.label != "DATE" and len(t.norm) > 1)
    return frozenset(figure for figure in figures if not YEAR.fullmatch(figure))


def _fit(a: Value, b: Value) -> bool:
    """Tell whether two values may well be one: equal, whatever they count, or told with another precision, small counts aside."""
    if a.kind == b.kind and a.figure == b.figure:
        return True
    if {a.kind, b.kind} == {"fraction", "percent"}:
        return round(_percent(a), 1) == round(_percent(b), 1)
    found = contrast(a, b)
    return found == "same" or (found == "compatible" and (a.kind in CALENDAR or min(a.figure, b.figure) >= MANY))


def _percent(value: Value) -> float:
    return 100 * value.figure if value.kind == "fraction" else value.figure


def _conflicts(ours: Sequence[Value], theirs: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    for a in ours:
        for b in theirs:
            if contrast(a, b) == "conflict" and not is_rate(a, b):
                yield a, b


def _count_other_things(ours: Sequence[Value], theirs: Sequence[Value]) -> bool:
    """Tell whether both statements say how much or how many, and no figure of one can be a figure of the other."""
    sides = [[v for v in side if v.kind in _COUNTS] for side in (ours, theirs)]
    return all(sides) and not any(contrast(a, b) != "unrelated" for a in sides[0] for b in sides[1])


def _findings_at(value: Value, opposed: _Opposed) -> set[str]:
    return {finding for finding, start, end in opposed.get(value.source, ()) if start < value.end and value.start < end}
