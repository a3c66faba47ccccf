"""Values in their statements, and what the other figures of the event tell about two of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.compare.groups.units import Unit
from crosscheck.compare.values.counted import same_unit
from crosscheck.compare.values.numbers import LESS
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_name
from crosscheck.text import fold

_BESIDE = 80
"""Code points within which two figures stand side by side."""
_LIMITS = ("up to", "as much as", "as many as", "not more than", "no more than", "a maximum of")
_TOTALS = frozenset("total totals totaling totalling combined overall altogether cumulative".split())
_TOTAL_REACH = 25
"""Code points on each side of a figure in which a word for a total is sought."""
_PERIODS = frozenset("month year years quarter half season".split())
_DURING = frozenset("in within during over".split())
_DURING_REACH = 3
"""Words before a duration among which one tells that something was counted in it: in the last four months."""
_POSSESSIVE = frozenset("his her my".split())
_OWN_REACH = 8
"""Words before a figure among which a possessive tells whose it is."""
_POSSIBLE = frozenset("may might could possibly".split())
_LARGE = 1000
"""Figures from here on that are equal are hardly of two things."""
_MANY = 13
"""From here on one number is told of one thing whatever the noun: 26 new gates, 26 units; up to twelve, anything is counted."""
LEAST_ALIKE = 7.0
"""Weight of the other content words that a third article's statement must share with each of two others to tell of what they tell."""
LEAST_SHARE = 0.5
"""The same as a share of the weight that the two have in common."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A value and the statement it stands in."""

    value: Value
    unit: Unit


def shared_weight(left: Unit, right: Unit) -> float:
    """Weight of the content words, figures aside, that both statements hold."""
    shared = {key for key in left.keys.keys() & right.keys.keys() if not key[:1].isdigit()}
    return sum(min(left.keys[key], right.keys[key]) for key in sorted(shared))


def told_by_both(a: Placed, b: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether one of the two sources states the other's figure as well: then the figures count different things."""
    if a.value.kind == "date":
        return _days_told_by_both(a, b, every)
    if _is_one_figure(a.value, b.value):
        return False
    if _is_sum(a, b, every) or _is_sum(b, a, every):
        return True
    return any(
        p.unit.source == theirs.unit.source
        and p.value is not theirs.value
        and (_same_figure(mine.value, p.value) or (_agree(mine, p, theirs) and shared_weight(mine.unit, p.unit) >= LEAST_ALIKE))
        for mine, theirs in ((a, b), (b, a))
        for p in every
    )


def told_both_ways(a: Placed, b: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether one of two sources gives a small figure with the other's precision as well: at least nine were sought, nine imposed."""
    if a.value.figure != b.value.figure or a.value.kind == "money" or a.value.figure >= _LARGE:
        return False
    return any(
        p.unit.source == mine.unit.source
        and p.value is not mine.value
        and _same_figure(p.value, other.value)
        and p.value.approximate == other.value.approximate
        for mine, other in ((a, b), (b, a))
        for p in every
    )


def _days_told_by_both(a: Placed, b: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether one of the two sources, telling the matter, states the other's day as well: the end of a term, its beginning."""
    return any(
        p.unit.source == theirs.unit.source
        and p.value.kind == "date"
        and contrast(p.value, mine.value) == "same"
        and (p.unit.index == theirs.unit.index or shared_weight(p.unit, mine.unit) >= LEAST_ALIKE)
        for mine, theirs in ((a, b), (b, a))
        for p in every
    )


def told_apart(a: Placed, b: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether a third source states both values of the same matter: it knows them for values of two things.

    One theft in December and another in January, a limit for small children and one for older ones: where most articles tell one
    of them, the article that tells both shows that they do not contradict each other.
    """
    if a.value.kind != "date" and _is_one_figure(a.value, b.value):
        return False
    told: dict[str, set[int]] = defaultdict(set)
    least = max(LEAST_ALIKE, LEAST_SHARE * shared_weight(a.unit, b.unit))
    for p in every:
        if p.unit.source in (a.unit.source, b.unit.source) or p.value.kind != a.value.kind:
            continue
        for side, (mine, other) in enumerate(((a, b), (b, a))):
            if (_same_value(p.value, mine.value) or _agree(mine, p, other)) and shared_weight(p.unit, mine.unit) >= least:
                told[p.unit.source].add(side)
    return any(len(sides) == len((a, b)) for sides in told.values())


def _same_value(a: Value, b: Value) -> bool:
    if a.kind == "date":
        return contrast(a, b) == "same"
    counted = a.figure >= _MANY or a.kind != "cardinal" or bool(a.unit and b.unit)
    return counted and _same_figure(a, b)


def _agree(mine: Placed, p: Placed, other: Placed) -> bool:
    """Tell whether an amount or large figure is another, more or less precise, and not a third: 1,121 dollars, more than 1,100 dollars."""
    a = mine.value
    telling = a.kind == "money" or (a.kind == "cardinal" and (a.figure >= _MANY or a.low != a.high))
    return telling and contrast(a, p.value) in ("same", "compatible") and contrast(other.value, p.value) == "conflict"


def is_within(a: Value, b: Value) -> bool:
    """Tell whether one figure is a limit ("up to 6 per cent") and the other lies below it: both can hold."""
    limit, other = (a, b) if a.approximate == LESS else (b, a)
    return limit.approximate == LESS and limit.text.casefold().startswith(_LIMITS) and other.figure < limit.figure


def other_subjects(a: Placed, b: Placed) -> bool:
    """Tell whether the sentences of two figures name people before them, and no one in common: his tax rate, their tax rate."""
    if _is_speakers_own(a, b) or _is_speakers_own(b, a):
        return True
    ours, theirs = _people_before(a), _people_before(b)
    return bool(ours and theirs) and not ours & theirs


def _is_speakers_own(mine: Placed, other: Placed) -> bool:
    """Tell whether one figure is of its speaker ("his tax rate") and the other stands behind other names, the speaker's not among them."""
    speaker = mine.unit.statement.speaker
    said = frozenset(fold(speaker.name or "").split()) if speaker else frozenset()
    own = any(t.norm in _POSSESSIVE for t in _before(mine)[-_OWN_REACH:])
    names = frozenset(t.norm.removesuffix("s") for t in _before(other) if is_name(t) and t.label != "DATE")
    return own and bool(said and names) and not said & names and not _people_before(mine)


def _people_before(place: Placed) -> frozenset[str]:
    return frozenset({t.norm.removesuffix("s") for t in _before(place) if t.label == "PERSON"})


def _before(place: Placed) -> list[Token]:
    """The words before a figure in its sentence."""
    tokens = place.unit.tokens
    home = next((t.sentence for t in tokens if t.start >= place.value.start), None)
    return [t for t in tokens if t.end <= place.value.start and t.sentence == home]


def other_periods(a: Placed, b: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether two counts are told of other spans of time: in 2024 and from May to August, in a year and in four months."""
    ours, theirs = _periods(a, every), _periods(b, every)
    return bool(ours and theirs) and not any(contrast(x, y) == "same" for x in ours for y in theirs)


def _periods(place: Placed, every: Sequence[Placed]) -> list[Value]:
    mine = [p.value for p in every if p.unit.index == place.unit.index and p.value is not place.value]
    return [v for v in mine if (v.kind == "date" and v.unit in _PERIODS) or (v.kind == "duration" and _is_during(v, place.unit.tokens))]


def _is_during(value: Value, tokens: Sequence[Token]) -> bool:
    before = [t.norm for t in tokens if t.end <= value.start][-_DURING_REACH:]
    return any(word in _DURING for word in before)


def is_total(a: Placed, b: Placed) -> bool:
    """Tell whether the larger of two figures is told as a total and the smaller is not: a fine of 2, a total of 3 with damages."""
    small, large = sorted((a, b), key=lambda p: p.value.figure)
    return _sums_up(large) and not _sums_up(small)


def _sums_up(place: Placed) -> bool:
    near = [t for t in place.unit.tokens if place.value.start - _TOTAL_REACH <= t.start < place.value.end + _TOTAL_REACH]
    return any(t.norm in _TOTALS for t in near)


def is_possible(place: Placed) -> bool:
    """Tell whether a statement tells of what may be: a figure of it contradicts none of what is."""
    return any(t.norm in _POSSIBLE and not t.tag.startswith("NNP") for t in place.unit.tokens)


def _is_sum(whole: Placed, part: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether a figure is the sum of the other and of a third that stands with it: 165 million and 65 million, a combined 230."""
    rest = whole.value.figure - part.value.figure
    return rest > 0 and any(
        p.unit.source == part.unit.source
        and 0 < abs(p.value.start - part.value.start) < _BESIDE
        and p.value.kind == part.value.kind
        and p.value.figure == rest
        for p in every
    )


def _is_one_figure(a: Value, b: Value) -> bool:
    """Tell whether two figures differ in their precision alone: 1.9 metres and 1.9 feet do not."""
    units = not a.unit or not b.unit or same_unit(a.unit, b.unit)
    return a.figure == b.figure and units and (a.low != a.high) == (b.low != b.high)


def _same_figure(a: Value, b: Value) -> bool:
    if (a.low, a.high) == (b.low, b.high) and (a.low != a.high or (a.kind == b.kind == "cardinal" and a.figure >= _MANY)):
        return True
    return a.kind == b.kind and a.figure == b.figure and (not a.unit or not b.unit or same_unit(a.unit, b.unit))
