"""Figures and days: values of one thing that differ between sources, inside a group and over the whole event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.counted import same_unit
from crosscheck.compare.findings import make_finding
from crosscheck.compare.grouping import Cluster
from crosscheck.compare.hunks import Judgement
from crosscheck.compare.units import Unit
from crosscheck.compare.values import Value, contrast
from crosscheck.compare.weights import Weights
from crosscheck.records import Discrepancy, Evidence, Kind, Severity

COUNTED = frozenset({"cardinal", "money", "fraction"})
"""Kinds whose unit says what is counted, so that they can be compared over the whole event; ages and durations need a group."""
CALENDAR = frozenset({"date", "time"})
CONTEXT_WEIGHT = 7.0
"""Weight of the other content words two statements must share for different figures of one unit to be about one thing."""
SURE = 0.7
"""Containment of a paraphrase from which its figures are compared: looser ones tell of neighbouring things (rules for two age groups)."""
GENERIC_CONTEXT = 14.0
"""The same for units that count many things in one article."""
CLOSE = 1.5
"""The same where a statement holds several figures of one unit."""
MAX_RATIO = 3.0
"""Most by which reports of one figure differ; beyond it they count different things (six seats won, 194 held)."""
_DOLLARS = frozenset({"SGD", "AUD", "CAD", "HKD", "NZD"})
_BARE_DOLLAR = re.compile(r"(?<![A-Za-z])\$")
_GENERIC = frozenset("person man woman child people year day week month hour minute time thing percent".split())


@dataclass(frozen=True, slots=True)
class Placed:
    """A value and the statement it stands in."""

    value: Value
    unit: Unit


def place_values(units: Sequence[Unit], values: Mapping[str, Sequence[Value]]) -> dict[int, list[Value]]:
    """Return the values inside the content of each unit, in order."""
    found: dict[int, list[Value]] = defaultdict(list)
    other_dollars = any(v.unit in _DOLLARS for held in values.values() for v in held)
    for unit in units:
        for value in values.get(unit.source, ()):
            if other_dollars and value.unit == "USD" and _BARE_DOLLAR.search(value.text):
                continue  # in an event with S$ or A$, a bare $ may be either
            if any(span.start <= value.start and value.end <= span.end for span in unit.statement.content):
                found[unit.index].append(value)
    return found


def group_figures(
    cluster: Cluster, units: Sequence[Unit], placed: Mapping[int, Sequence[Value]], texts: Mapping[str, str], weights: Weights
) -> list[Discrepancy]:
    """Return conflicts of figures and days between the statements of a group that are tied by their own words."""
    found = []
    every = [Placed(value, units[index]) for index in sorted(placed) for value in placed[index]] if len(cluster.members) > 1 else []
    for edge in cluster.edges:
        if edge.tier in ("quotation", "fragment"):
            continue
        left, right = units[edge.light], units[edge.heavy]
        ours, theirs = placed.get(left.index, ()), placed.get(right.index, ())
        apart = _other_times(ours, theirs)
        for a, b in _pairs(ours, theirs):
            if a.kind not in CALENDAR and (apart or _told_by_both(Placed(a, left), Placed(b, right), every)):
                continue
            judgement = _judge(a, b)
            if edge.tier == "paraphrase" and edge.containment < SURE and a.kind not in CALENDAR:
                continue
            if judgement and _near(left, a, right, b, weights):
                found.append(make_finding(judgement, [_evidence(left, a, texts), _evidence(right, b, texts)]))
    return found


def _other_times(left: Sequence[Value], right: Sequence[Value]) -> bool:
    """Tell whether two statements speak of different times: their figures may then differ without a conflict."""
    pairs = [(a, b) for a in left for b in right if a.kind == b.kind == "date"]
    return bool(pairs) and all(contrast(a, b) == "conflict" for a, b in pairs)


def _pairs(left: Sequence[Value], right: Sequence[Value]) -> list[tuple[Value, Value]]:
    """Pair the values that have no equal on the other side, each with the one it is nearest to; days only where one faces one."""
    open_left = [a for a in left if not any(contrast(a, b) == "same" for b in right)]
    open_right = [b for b in right if not any(contrast(a, b) == "same" for a in left)]
    pairs = [(a, b) for a in open_left for b in open_right if contrast(a, b) in ("compatible", "conflict") and not _same_words(a, b)]
    if len(pairs) > 1:
        pairs = [(a, b) for a, b in pairs if a.kind not in CALENDAR and _nearest(a, b, pairs)]
    if len(pairs) > 1:
        return [(a, b) for a, b in pairs if a.kind == "score" or _ratio(a, b) <= CLOSE]
    return [(a, b) for a, b in pairs if a.kind in CALENDAR or a.kind == "score" or _same_order(a, b)]


def _nearest(a: Value, b: Value, pairs: Sequence[tuple[Value, Value]]) -> bool:
    others = [_ratio(x, y) for x, y in pairs if (x is a) != (y is b)]
    return all(_ratio(a, b) < other for other in others)


def _ratio(a: Value, b: Value) -> float:
    low, high = sorted((abs(a.figure), abs(b.figure)))
    return high / low if low else float("inf")


def _same_words(a: Value, b: Value) -> bool:
    return a.text.casefold() == b.text.casefold()


def _judge(a: Value, b: Value) -> Judgement | None:
    relation = contrast(a, b)
    calendar = a.kind in CALENDAR
    if relation == "conflict":
        return Judgement(Kind.DATE if calendar else Kind.NUMBER, Severity.SUBSTANTIVE, "values that cannot all hold")
    if relation == "compatible" and not calendar:
        return Judgement(Kind.NUMBER, Severity.MINOR, "the same figure, told with different precision")
    return None


def _near(left: Unit, a: Value, right: Unit, b: Value, weights: Weights) -> bool:
    """Tell whether the words right around two values agree: the same predicate or noun within five words."""
    around = [
        {t.lemma for t in u.tokens if abs(t.start - v.start) < 45 and not v.start <= t.start < v.end} for u, v in ((left, a), (right, b))
    ]
    return sum(weights.of(word) for word in sorted(around[0] & around[1])) >= 3.0


def event_figures(units: Sequence[Unit], placed: Mapping[int, Sequence[Value]], texts: Mapping[str, str]) -> list[Discrepancy]:
    """Return one finding per counted thing whose figure the sources give differently, over statements of any group."""
    by_unit: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for unit in units:
        for value in placed.get(unit.index, ()):
            if value.kind in COUNTED and value.unit:
                name = next((known for kind, known in by_unit if kind == value.kind and same_unit(known, value.unit)), value.unit)
                by_unit[value.kind, name].append(Placed(value, unit))
    every = [Placed(value, unit) for unit in units for value in placed.get(unit.index, ())]
    return [finding for key in sorted(by_unit) for finding in _counted(by_unit[key], every, texts)]


def _counted(places: Sequence[Placed], every: Sequence[Placed], texts: Mapping[str, str]) -> list[Discrepancy]:
    found: list[Discrepancy] = []
    same_figure: dict[float, list[Placed]] = defaultdict(list)
    for place in places:
        same_figure[place.value.figure].append(place)
    for figure in sorted(same_figure):
        group = same_figure[figure]
        styles = {p.value.approximate for p in group}
        if len(styles) > 1 and len({p.unit.source for p in group}) > 0 and figure > 2 and _shares_context(group):
            judgement = Judgement(Kind.NUMBER, Severity.MINOR, "the same figure, told with different precision")
            found.append(make_finding(judgement, [_evidence(p.unit, p.value, texts) for p in group]))
    for a, b in combinations(places, 2):
        generic = a.value.kind != "cardinal" or a.value.unit in _GENERIC
        least = GENERIC_CONTEXT if generic else CONTEXT_WEIGHT
        verdict = _judge(a.value, b.value)
        if a.unit.source == b.unit.source or verdict is None or _told_by_both(a, b, every) or not _same_order(a.value, b.value):
            continue
        if _shared_weight(a.unit, b.unit) >= least:
            found.append(make_finding(verdict, [_evidence(a.unit, a.value, texts), _evidence(b.unit, b.value, texts)]))
    return found


def _same_order(a: Value, b: Value) -> bool:
    """Tell whether two figures may be reports of one: of one order of magnitude, or one digit apart (90 / 900)."""
    digits = [f"{value.figure:.0f}" for value in (a, b)]
    return _ratio(a, b) <= MAX_RATIO or (len(digits[0]) > 1 and digits[0].strip("0") == digits[1].strip("0"))


def _told_by_both(a: Placed, b: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether one of the two sources states the other's figure as well: then the figures count different things."""
    if a.value.figure == b.value.figure:
        return False
    return any(
        p.unit.source == theirs.unit.source and p.value is not theirs.value and _same_figure(mine.value, p.value)
        for mine, theirs in ((a, b), (b, a))
        for p in every
    )


def _same_figure(a: Value, b: Value) -> bool:
    return a.kind == b.kind and a.figure == b.figure and (not a.unit or not b.unit or same_unit(a.unit, b.unit))


def _shares_context(group: Sequence[Placed]) -> bool:
    return any(a.unit.index != b.unit.index and _shared_weight(a.unit, b.unit) >= 1.5 for a, b in combinations(group, 2))


def _shared_weight(left: Unit, right: Unit) -> float:
    shared = {key for key in left.keys.keys() & right.keys.keys() if not key[:1].isdigit()}
    return sum(min(left.keys[key], right.keys[key]) for key in sorted(shared))


def _evidence(unit: Unit, value: Value, texts: Mapping[str, str]) -> Evidence:
    return Evidence(unit.source, unit.statement.id, value.start, value.end, texts[unit.source][value.start : value.end])
