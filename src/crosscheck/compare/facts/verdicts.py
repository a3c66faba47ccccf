"""What two figures or days in their places differ by: all that the sources say about them is taken together.

A headline rounds what its article calls "nearly 300"; a sum in brackets is converted at the rate of the writer's day; who tells
"more than 200" contradicts "at least 185" where a third source knows that there were 185.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.facts.dollars import is_rate
from crosscheck.compare.facts.placed import Placed
from crosscheck.compare.facts.standing import stands_otherwise
from crosscheck.compare.values.numbers import LESS, MORE
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.records import Kind, Severity

CALENDAR = frozenset({"date", "time"})
EXCHANGE = 1.1
"""Most by which two conversions of one sum differ: rates of a month, and rounding to two digits."""
_CONVERTED = re.compile(
    r"(?P<base>[^\s(]*\d[\d.,]*[a-z]{0,2}(?: (?:million|billion|trillion))?(?: [A-Za-z]+){0,2}) ?"
    r"\((?:about |around |approx\.? |approximately |some |roughly )?$"
)
_DIGITS = re.compile(r"[^0-9.]")
_BEFORE = 60
"""Code points before an amount among which the one it converts stands."""
_SOUGHT = re.compile(
    r"\b(?:demand|request|seek|sought|propos|recommend|wants?\b|wanted\b|fac(?:es?|ed|ing) up\b"
    r"|ask(?:s|ed|ing)? (?:\w+ ){0,4}(?:for|to)\b|call(?:s|ed|ing)? for"
    r"|push(?:es|ed|ing)? for)[^.!?;\n]{0,50}$",
    re.IGNORECASE,
)
"""Words of asking, with what stands between them and a figure."""
_ASKED = 80
"""Code points before a figure among which it is asked for."""


def judge_values(a: Value, b: Value) -> Judgement | None:
    """What two values differ by: substantive where both cannot hold, minor where only the precision differs, None else."""
    relation = contrast(a, b)
    calendar = a.kind in CALENDAR
    if relation == "conflict":
        return Judgement(Kind.DATE if calendar else Kind.NUMBER, Severity.SUBSTANTIVE, "values that cannot all hold")
    if relation == "compatible" and not calendar:
        return Judgement(Kind.NUMBER, Severity.MINOR, "the same figure, told with different precision")
    return None


def judge_places(a: Placed, b: Placed, every: Sequence[Placed], texts: Mapping[str, str]) -> Judgement | None:
    """What two values differ by, in the light of what the sources say around them and elsewhere.

    Args:
        a: A value in its statement.
        b: Another, of another source.
        every: All values of the event in their statements.
        texts: Texts of the articles, by id.

    Returns:
        As ``judge_values``; minor for two conversions of one sum and for a limit that is kept, None where one source itself calls its
        figure a rounded one, or the two stand otherwise (asked for, so far, as a part, before); substantive where the exact figure
        behind "at least" excludes the other.
    """
    found = judge_values(a.value, b.value)
    if found is None or found.kind is not Kind.NUMBER:
        return found
    if other_conversions(a, b, texts) or is_rate(a.value, b.value) or is_sought(a, texts) != is_sought(b, texts):
        return None
    if found.severity is Severity.MINOR and a.value.figure == b.value.figure and is_average(a.value) != is_average(b.value):
        return None
    if found.severity is Severity.MINOR:
        return _CONFLICT if _excluded(a, b, every) or _excluded(b, a, every) else found
    places = [(texts[p.unit.source], p.value.start, p.value.end) for p in (a, b)]
    if stands_otherwise(places[0], places[1]):
        return None
    if _is_below(a.value, b.value) or _is_below(b.value, a.value):
        return Judgement(Kind.NUMBER, Severity.MINOR, "a limit, and a figure below it")
    if _converted(a, texts) | _converted(b, texts) and ratio(a.value, b.value) <= EXCHANGE:
        return Judgement(Kind.NUMBER, Severity.MINOR, "conversions of one sum")
    return None if _rounded(a, b, every) or _rounded(b, a, every) else found


_CONFLICT = Judgement(Kind.NUMBER, Severity.SUBSTANTIVE, "values that cannot all hold")


def is_average(value: Value) -> bool:
    """Tell whether a figure is told as an average, which makes it no less exact: an average of $104.80 a month."""
    return value.text.casefold().startswith("an average of")


def _is_below(limit: Value, other: Value) -> bool:
    """Tell whether one value is an upper bound that the other keeps: less than $5, $3."""
    return limit.approximate == LESS and other.approximate != LESS and (other.high or other.figure) < limit.figure


def _rounded(mine: Placed, other: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether the source of a figure gives it elsewhere as one that the other may be: 300 in the headline, nearly 300 in the text."""
    return any(
        p.unit.source == mine.unit.source
        and p.value.approximate
        and p.value.figure == mine.value.figure
        and contrast(p.value, other.value) in ("same", "compatible")
        for p in every
    )


def _excluded(mine: Placed, other: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether another source gives the figure behind "at least" exactly, and the other figure cannot hold beside it."""
    bound = mine.value.approximate in (MORE, LESS) and is_exact(mine.value)
    return bound and any(
        p.unit.source != mine.unit.source
        and not p.value.approximate
        and p.value.kind == mine.value.kind
        and (p.value.low, p.value.high, p.value.unit) == (mine.value.low, mine.value.high, mine.value.unit)
        and contrast(p.value, other.value) == "conflict"
        for p in every
    )


def is_exact(value: Value) -> bool:
    """Tell whether a figure is told to three digits or more: 185, 1,121; nobody rounds to it."""
    return len(f"{value.figure:.10g}".replace(".", "").strip("0")) >= len("185")


def is_sought(place: Placed, texts: Mapping[str, str]) -> bool:
    """Tell whether a figure is asked for: a fine that the prosecution seeks is not the fine."""
    start = place.value.start
    return bool(_SOUGHT.search(texts[place.unit.source][max(0, start - _ASKED) : start]))


_TELLING = 1000
"""Figures from here on that agree to the last digit are hardly about different things."""


def is_telling(value: Value) -> bool:
    """Tell whether a figure is hardly told of two things of one event: money, large counts, and those of three digits or more."""
    if value.kind in ("money", "cardinal") and value.figure >= _TELLING:
        return True
    return value.kind not in ("percent", "money") and is_exact(value)


def ratio(a: Value, b: Value) -> float:
    """How many times the smaller figure the larger is."""
    low, high = sorted((abs(a.figure), abs(b.figure)))
    return high / low if low else float("inf")


def other_conversions(a: Placed, b: Placed, texts: Mapping[str, str]) -> bool:
    """Tell whether two amounts are conversions, in brackets, of amounts that are not the same: of S$40 here, of S$90 there."""
    bases = [_converted(p, texts) for p in (a, b)]
    return all(bases) and bases[0] != bases[1]


def _converted(place: Placed, texts: Mapping[str, str]) -> frozenset[str]:
    """The digits of the sum that an amount in brackets converts; empty for any other value."""
    found = _CONVERTED.search(texts[place.unit.source][max(0, place.value.start - _BEFORE) : place.value.start])
    digits = _DIGITS.sub("", found["base"]) if found and place.value.kind == "money" else ""
    return frozenset({digits}) if digits else frozenset()
