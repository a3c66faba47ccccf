"""How two values stand to each other: the same, compatible, in conflict, or about different things."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from crosscheck.compare.values.counted import measure, same_unit
from crosscheck.compare.values.numbers import ABOUT, LESS, MORE
from crosscheck.compare.values.quantities import Value
from crosscheck.text import fold

Contrast = Literal["same", "compatible", "conflict", "unrelated"]

_DAYS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525.0,
}
_ABOUT_SHARE = 0.1
"""How far from the figure "about" reaches: a tenth; a newsroom calls 4,600 about 5,000 and 4,000 not."""
_ROUGH_SHARE = 0.15
"""How far "about" a figure of one digit and noughts reaches, and "more than" any figure: about 30 for 27, over 4,000 for 4,200."""
_FIRST_SHARE = 0.24
"""The same where half of the last digit's place is more: about 1 million for 1.23 million."""
_JUST_SHARE = 0.05
"""How far "just over" and "just under" reach."""
_ROUND_SHARE = 0.05
_ROUND_FROM = 1000.0
"""Without "about", figures from here on, and decimals, are read as rounded to their last significant place, by at most 5 in 100."""
_CUT_SHARE = 0.02
"""How much of a figure may be cut off with its last places."""
_OPEN = frozenset({"age", "fraction"})
"""Kinds whose "more than" is a threshold (over 18, more than half), not a rounded figure."""
_BARE_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?")
_WEEK = 7
_LEVELS = {"day": 0, "part": 0, "week": 1, "weekend": 1, "month": 1, "season": 1, "year": 2, "decade": 3}
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_MONTH_DAY = re.compile(r"(?:XXXX|\d{4})-(\d\d-\d\d)")


def contrast(a: Value, b: Value) -> Contrast:
    """Compare two values; symmetric, and ``same`` for a value with itself.

    Returns:
        ``unrelated`` when kind, unit or currency differ; ``same`` when equal; ``compatible`` when only "about", "more
        than", rounding or precision tells them apart or one contains the other (of two spans of age none does); ``conflict`` when they
        cannot all hold, or differ by more than a rounded "more than" or "less than" explains (at least 31, 38).
    """
    if a == b:
        return "same"
    if a.kind != b.kind:
        return "unrelated"
    if a.kind == "date":
        return _days(a, b)
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return "same" if fold(a.text) == fold(b.text) else "unrelated"
    if a.kind == "time" and a.unit and b.unit and a.unit != b.unit:
        return "unrelated"
    if a.kind == "score":
        return "unrelated" if a.unit != b.unit else "same" if (a.low, a.high) == (b.low, b.high) else "conflict"
    if a.kind == b.kind == "age" and _are_brackets(a, b):
        return "conflict"
    units = a.kind == "time" or same_unit(a.unit, b.unit) or (a.kind == "duration" and a.unit in _DAYS and b.unit in _DAYS)
    units = units or _same_dimension(a, b)
    numeric = _numbers(_Interval(a), _Interval(b))
    if units:
        return numeric
    # A figure without a noun ("the number is around 5,000") may say the same; that it says something else cannot be known.
    return numeric if numeric != "conflict" and "" in (a.unit, b.unit) and a.kind != "money" else "unrelated"


def _are_brackets(a: Value, b: Value) -> bool:
    """Tell whether two spans of age are two: what holds for those aged 7 to 11 is not what holds for those aged 7 to 12."""
    spans = all(v.low != v.high and not v.approximate for v in (a, b))
    return spans and (a.low, a.high) != (b.low, b.high) and a.unit == b.unit


def _same_dimension(a: Value, b: Value) -> bool:
    left, right = measure(a.unit), measure(b.unit)
    return a.kind == "cardinal" and left is not None and right is not None and left[0] == right[0]


class _Interval:
    """A quantity on the scale on which it is compared: durations in days, lengths in metres, masses in kilograms."""

    def __init__(self, value: Value) -> None:
        measured = measure(value.unit) if value.kind == "cardinal" else None
        scale = _DAYS.get(value.unit, 1.0) if value.kind == "duration" else measured[1] if measured else 1.0
        self.low = (value.low or 0.0) * scale
        self.high = (value.high or 0.0) * scale
        self.approximate = value.approximate
        self.step = float(value.resolution or 1) * scale
        self.rounds = value.kind in ("cardinal", "money", "percent")
        self.scale = scale
        self.unit = value.unit
        self.is_open = value.kind in _OPEN
        self.is_range = self.low != self.high and not value.approximate
        self.is_just = value.text[:5].casefold() == "just "

    @property
    def reach(self) -> tuple[float, float]:
        """What may be true when the words are: "about" on both sides; "more than" above, "less than" below.

        A writer rounds to the last significant place: "more than 200" may be 290, "at least 31" hardly more than 31.
        """
        if self.approximate == ABOUT:
            one_digit = self.rounds and self.low < 10 * self.step
            rough = max(_ROUGH_SHARE, min(_FIRST_SHARE, self.step / 2 / self.low if self.low else 0.0))
            share = _JUST_SHARE if self.is_just else rough if one_digit else _ABOUT_SHARE
            return self.low * (1 - share), self.high * (1 + share)
        if self.approximate == MORE:
            return self.low, float("inf") if self.is_open else self.high + max(self.step, _ROUGH_SHARE * self.high)
        if self.approximate == LESS:
            return float("-inf") if self.is_open else self.low - max(self.step, _ROUGH_SHARE * self.low), self.high
        return self.low, self.high


def _numbers(a: _Interval, b: _Interval) -> Contrast:
    if (a.low, a.high) == (b.low, b.high):
        return "same" if a.approximate == b.approximate else "compatible"
    if a.is_range and b.is_range and a.low != b.low and a.high != b.high:
        return "unrelated"  # 0.3 to 0.6 metres in one case and 0.5 to 1.9 in another
    (low_a, high_a), (low_b, high_b) = a.reach, b.reach
    if max(low_a, low_b) <= min(high_a, high_b):
        return "compatible"
    # Between units (24 hours, one day; 12 months, a year) a conversion is not exact.
    if (
        a.unit != b.unit
        and abs(a.low - b.low) <= _ROUND_SHARE * max(abs(a.low), abs(b.low))
        and abs(a.high - b.high) <= _ROUND_SHARE * max(a.high, b.high)
    ):
        return "compatible"
    return "compatible" if _rounds(a, b) else "conflict"


def _rounds(a: _Interval, b: _Interval) -> bool:
    """Tell whether one figure is the other rounded to its last significant place (1.9 million for 1,934,000), or cut off there.

    Where one figure has no more than its last place left out (145 million for 145.6 million), both can hold.
    """
    if not (a.rounds and b.rounds) or a.low != a.high or b.low != b.high:
        return False
    coarse, fine = (a, b) if a.step >= b.step else (b, a)
    gap = abs(coarse.low - fine.low)
    rounded = coarse.low >= _ROUND_FROM * coarse.scale or fine.step < fine.scale
    if not rounded or coarse.step <= fine.step:
        return False
    cut = 0 <= fine.low - coarse.low < coarse.step and gap <= _CUT_SHARE * coarse.low
    return cut or (gap <= coarse.step / 2 and gap <= _ROUND_SHARE * coarse.low)


def _days(a: Value, b: Value) -> Contrast:
    if a.low is not None and a.high is not None and b.low is not None and b.high is not None:
        if (a.low, a.high) == (b.low, b.high):
            return "same"
        if max(a.low, b.low) <= min(a.high, b.high):
            return "compatible"
        if abs(a.low - b.low) == _WEEK and (_is_bare_weekday(a) or _is_bare_weekday(b)):
            # A bare weekday is read by the tense of its sentence: a week apart, a reading is wrong sooner than the event another.
            return "same" if _is_bare_weekday(a) and _is_bare_weekday(b) else "compatible"
        # A day and another year need not date the same thing; a day and another month do.
        near = abs(_LEVELS.get(a.unit, 0) - _LEVELS.get(b.unit, 0)) <= 1
        return "conflict" if near and ABOUT not in (a.approximate, b.approximate) else "unrelated"
    if a.resolution and a.resolution == b.resolution:
        return "same"
    for pattern, part in ((_WEEKDAY, _weekday), (_MONTH_DAY, _month_day)):
        if pattern.fullmatch(a.resolution) or pattern.fullmatch(b.resolution):
            one, other = part(a), part(b)
            if one and other:
                return "same" if one == other else "conflict"
    return "same" if fold(a.text) == fold(b.text) else "unrelated"


def _is_bare_weekday(value: Value) -> bool:
    return bool(_BARE_WEEKDAY.fullmatch(value.text.casefold()))


def _weekday(value: Value) -> str:
    match = _WEEKDAY.fullmatch(value.resolution)
    if match:
        return match[1]
    return str(date.fromordinal(int(value.low)).isoweekday()) if value.low is not None and value.low == value.high else ""


def _month_day(value: Value) -> str:
    match = _MONTH_DAY.fullmatch(value.resolution)
    return match[1] if match else ""
