"""When, and per what, a figure is told: in one quarter and in another, a month and a year, each and together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from crosscheck.compare.facts.placed import Placed
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.tokens import Token

_RELATIVE = re.compile(
    r"\b(?P<which>this|last|past|previous|next|current|coming|first|second|third|fourth|final)"
    r" (?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|few|couple of) )?"
    r"(?P<span>week|weekend|month|quarter|half|year|season|decade|century)s?\b",
    re.IGNORECASE,
)
_ALIKE = {"past": "last", "previous": "last", "current": "this", "coming": "next"}
_YEAR = re.compile(r"(?<![\d.,$€£])(?:19|20)\d\d(?![\d.,]\d|%)")
_MONTH = re.compile(
    r"\b(?:(?P<early>\d{1,2}) )?(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b\.?(?: (?P<day>\d{1,2})\b)?"
)
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_SHORT = frozenset({"weekday", "day"})
_LONG = frozenset({"quarter", "half", "year", "season", "decade", "century", "calendar year"})
_TOLD_BY = frozenset({"week", "month", "quarter", "half", "year", "season", "decade", "century"})
"""Spans that a clause counts from today or by their order; two of other lengths are two."""
_REPORTING = frozenset("say tell add report announce state write claim note".split())
_NEAR = 4
"""Words on each side of a verb of reporting among which a day is that of the report."""
_UNIT = (
    "hour|day|night|week|month|quarter|year|season|minute|person|head|capita|share|litre|liter|gallon|tonne|ton|kilogram|kilo|kg|barrel"
    "|household|ticket|passenger"
)
_RATE = re.compile(
    rf"\b(?:an?|per|every|each) (?P<unit>{_UNIT})\b(?! (?:after|before|later|earlier|ago|old))"
    r"|\b(?P<adverb>daily|nightly|weekly|monthly|quarterly|annual|annually|yearly|hourly)\b"
    r"|\b(?:in|during|over) (?:the )?(?P<part>summer|winter|spring|autumn|rush hour|peak season|weekends?)\b",
    re.IGNORECASE,
)
_ADVERBS = {
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annual": "year",
    "annually": "year",
    "yearly": "year",
    "hourly": "hour",
}
_EACH = re.compile(r"\b(?:each|apiece|respectively)\b", re.IGNORECASE)


def other_rates(ours: str, theirs: str, *, alike: bool) -> bool:
    """Tell whether two clauses reckon by another unit: a month and a year, a month and in all, each and together.

    Args:
        ours: Words of one clause.
        theirs: Words of the other.
        alike: The figures are one but for their precision: a clause may then leave the unit out.
    """
    sides = _rates(ours), _rates(theirs)
    return sides[0].isdisjoint(sides[1]) if alike and all(sides) else sides[0] != sides[1] and not alike


def _rates(words: str) -> frozenset[str]:
    units = {(m["unit"] or m["part"] or _ADVERBS[m["adverb"].casefold()]).casefold() for m in _RATE.finditer(words)}
    if _EACH.search(words) and not units:
        units.add("each")
    return frozenset(units)


def other_moments(a: Placed, ours: Sequence[Token], b: Placed, theirs: Sequence[Token], every: Sequence[Placed]) -> bool:
    """Tell whether the clauses of two figures name other parts of the calendar: this year and last, the first quarter and a Tuesday.

    Args:
        a: A figure in its statement.
        ours: Words of its clause.
        b: Another.
        theirs: Words of that one's clause.
        every: All values of the event in their statements.
    """
    return name_other_moments(_unreported(ours), _unreported(theirs)) and not _may_be_one_time(
        _days(a, ours, every), _days(b, theirs, every)
    )


def name_other_moments(ours: str, theirs: str) -> bool:
    """Tell whether two clauses name parts of the calendar, and of one length none in common."""
    sides = [_moments(words) for words in (ours, theirs)]
    shared = sides[0].keys() & sides[1].keys()
    if any(sides[0][level].isdisjoint(sides[1][level]) for level in shared):
        return True
    levels = [frozenset(side) for side in sides]
    if shared:
        return False
    return all(side & _TOLD_BY for side in levels) or any(x & _SHORT and y & _LONG and not y & _SHORT for x, y in (levels, levels[::-1]))


def _unreported(tokens: Sequence[Token]) -> str:
    """The words of a clause without the day of a report."""
    reporting = [n for n, t in enumerate(tokens) if t.lemma in _REPORTING and t.tag.startswith("VB")]
    kept = [t for n, t in enumerate(tokens) if t.label != "DATE" or not any(abs(n - verb) <= _NEAR for verb in reporting)]
    return " ".join(t.text for t in kept)


def _moments(words: str) -> dict[str, set[str]]:
    """The parts of the calendar that are named, by their length."""
    found: dict[str, set[str]] = defaultdict(set)
    for m in _RELATIVE.finditer(words):
        which = m["which"].casefold()
        found[m["span"].casefold()].add(_ALIKE.get(which, which))
    for m in _YEAR.finditer(words):
        found["calendar year"].add(m.group())
    for m in _MONTH.finditer(words):
        day = m["day"] or m["early"]
        found["day" if day else "month"].add(f"{m['month']} {day or ''}")
    for m in _WEEKDAY.finditer(words):
        found["weekday"].add(m[1])
    return found


def _days(place: Placed, tokens: Sequence[Token], every: Sequence[Placed]) -> list[Value]:
    start, end = tokens[0].start, tokens[-1].end
    return [p.value for p in every if p.unit.index == place.unit.index and p.value.kind == "date" and start <= p.value.start < end]


def _may_be_one_time(ours: Sequence[Value], theirs: Sequence[Value]) -> bool:
    return any(contrast(x, y) in ("same", "compatible") for x in ours for y in theirs)
