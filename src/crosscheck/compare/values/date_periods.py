"""Longer periods and feasts as days: quarters, halves, seasons, centuries, holidays, and which way a sentence looks in time."""

from __future__ import annotations

import re
from datetime import date, timedelta

YEAR = r"(?:1[5-9]|20)\d\d"
_RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth"
).split()
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9}
"""First month on the northern half of the earth; "fall" is a verb too often, winter lies in two years."""
_FIXED = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "australia day": (1, 26),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
}
_MOVING = ("thanksgiving day", "thanksgiving", "labor day", "memorial day", "easter sunday", "easter monday", "good friday")
_NAMES = "|".join(
    name.title().replace("'S", "['’]s").replace("St ", r"St\.? ") for name in sorted([*_FIXED, *_MOVING], key=len, reverse=True)
)
HOLIDAY = re.compile(rf"(?=[ABCEGHJLMNTV])\b(?P<feast>{_NAMES})(?:,? (?:of )?(?P<year>{YEAR}))?(?![\w-])")
_WHICH = rf"(?:(?P<year>{YEAR})|(?P<which>last|this|next) year|the year)"
QUARTER = re.compile(
    rf"\b(?:the )?(?P<rank>first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter\b(?!-?final)(?: of {_WHICH})?"
    rf"|\bQ(?P<number>[1-4])(?:[ ,]+(?P<year2>{YEAR}))?\b"
)
HALF = re.compile(rf"\b(?:the )?(?P<rank>first|second)[ -]half of {_WHICH}\b")
SEASON = re.compile(
    rf"\b(?:the )?(?:(?P<season>spring|summer|autumn)(?: of)? (?P<year>{YEAR})|(?P<which>last|this|next) (?P<season2>spring"
    rf"|summer|autumn))\b",
    re.IGNORECASE,
)
CENTURY = re.compile(rf"\b(?:the )?(?:(?P<number>\d\d?)(?:st|nd|rd|th)|(?P<word>{'|'.join(_WORDS)}))[ -]century\b(?! (?:bc|BC))")
SLASHED = re.compile(r"(?<![\d/.])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])")
NTH_DAY = re.compile(r"(?:(?<=[Oo]n )|(?<=[Uu]ntil )|(?<=[Bb]y ))the (?P<day>\d\d?)(?:st|nd|rd|th)\b(?! [a-z]{4}|-)")
BUSINESS = re.compile(
    r"profit|revenue|sales|earning|result|gdp|growth|econom|income|\bloss|lost|order|shipment|deliver|output|invest|rate", re.IGNORECASE
)
"""Near a quarter without a year: it is one of a year, not of a game."""

Days = tuple[date, date]

_AHEAD = (
    r"(?:\b(?:will|would|shall)|[’']ll|\b(?:may|might|could)(?! have\b)|\b(?:is|are) (?:to|set to|due|going to|expected"
    r"|scheduled|planned|slated))"
    r"(?: (?:not|also|still|then|now|only|be|have|been|being))*(?: [a-z]+(?:ed|en|n|t|ld)\b)?"
    r"|\b(?:scheduled|expected|planned|planning|plans? (?:to|for)|upcoming|set to|slated|due|forecast|predicted|from now|coming)\b"
    r"|\b(?:opens|begins|starts|closes|resumes|meets?|follows|expires|takes place|arrives|returns|votes|kicks off"
    r"|gets under way)(?= (?:[a-z]+ ){0,3}(?:on|at|next|this)\b)"
)
_BACK = (
    r"\b(?:said|told|says|was|were|had|did|came|went|began|took|fell|rose|won|lost|left|met|made|gave|found|died|shot|hit|struck"
    r"|saw|held|ran|sent|"
    r"spoke|wrote|led|set off|broke|put|cut)\b|(?<!the )(?<!a )(?<!an )\b[a-z]{2,}ed\b"
)
_CUE = re.compile(rf"(?P<ahead>{_AHEAD})|(?P<back>{_BACK})")
_UNTIL = re.compile(r"\b(?:until|till|by|starting|beginning|through|from|before) (?:late |early |mid-|the )?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[!?\n]|(?<!\bNo)(?<!\b[A-Z])(?<![A-Z][a-z])\.(?=\s+[\"“‘'(]?[A-Z])")
_REACH = 160
"""Characters before an expression in which its sentence is read."""


def looks_ahead(text: str, start: int) -> bool:
    """Tell whether a day at ``start`` lies ahead of the writer: by the last verb before it that has a tense, or by "until"."""
    before = text[max(0, start - _REACH) : start]
    ends = [match.end() for match in _CLAUSE.finditer(before)]
    before = before[ends[-1] :] if ends else before
    cues = list(_CUE.finditer(before))
    return cues[-1]["ahead"] is not None if cues else bool(_UNTIL.search(before))


def quarter_days(match: re.Match[str], published: date | None) -> Days | None:
    """Return the days of a quarter; without a year the last that has begun by publication."""
    number = int(match["number"]) if match["number"] else _RANKS[match["rank"].casefold()]
    year = _year_of(match["year"] or match["year2"], match["which"], published)
    if year is None and published:
        year = published.year - (3 * number - 2 > published.month)
    return _months(year, 3 * number - 2, 3) if year else None


def half_days(match: re.Match[str], published: date | None) -> Days | None:
    """Return the days of a half year."""
    year = _year_of(match["year"], match["which"], published) or (published.year if published else None)
    return _months(year, 1 if match["rank"].casefold() == "first" else 7, 6) if year else None


def season_days(match: re.Match[str], published: date | None) -> Days | None:
    """Return the three months of a season; "last" and "next" count from the day of publication."""
    first = _SEASONS[(match["season"] or match["season2"]).casefold()]
    if match["year"] or not published:
        return _months(int(match["year"]), first, 3) if match["year"] else None
    which = match["which"].casefold()
    if which == "this":
        return _months(published.year, first, 3)
    if which == "last":
        return _months(published.year - (first + 2 >= published.month), first, 3)
    return _months(published.year + (first <= published.month), first, 3)


def century_days(match: re.Match[str]) -> Days:
    """Return the hundred years that end with the round one."""
    number = int(match["number"]) if match["number"] else _WORDS.index(match["word"]) + 1
    return date(100 * number - 99, 1, 1), date(100 * number, 12, 31)


def slashed_day(match: re.Match[str], published: date | None) -> date | None:
    """Return the day of 3/12/2019: where both orders are possible the one nearer to publication; None where nothing decides."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    days = [day for month, number in ((one, two), (two, one)) if (day := _day(year, month, number))]
    if len(set(days)) == 1:
        return days[0]
    return min(days, key=lambda day: (abs((day - published).days), day)) if days and published else None


def nth_day(match: re.Match[str], published: date | None, ahead: bool) -> date | None:
    """Return the day of "on the 20th": the next or the last one."""
    if not published:
        return None
    number = int(match["day"])
    months = range(0, 3) if ahead else range(0, -3, -1)
    for shift in months:
        index = published.year * 12 + published.month - 1 + shift
        day = _day(index // 12, index % 12 + 1, number)
        if day and (day >= published if ahead else day <= published):
            return day
    return None


def holiday(match: re.Match[str], published: date | None) -> date | None:
    """Return the day of a feast: of the year named, else the one nearest to publication."""
    name = match["feast"].replace("’", "'").replace(".", "").casefold()
    if match["year"]:
        return _feast(name, int(match["year"]))
    if not published:
        return None
    return min((_feast(name, published.year + shift) for shift in (-1, 0, 1)), key=lambda day: abs(day - published))


def weekend(published: date, ahead: bool) -> Days:
    """Return Saturday and Sunday of "the weekend": the coming one, or the last that has begun."""
    shift = (5 - published.weekday()) % 7 if ahead and published.weekday() < 5 else -((published.weekday() - 5) % 7)
    saturday = published + timedelta(shift)
    return saturday, saturday + timedelta(1)


def _feast(name: str, year: int) -> date:
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name.startswith("thanksgiving"):
        return _weekday(year, 11, 3, 4)
    if name == "labor day":
        return _weekday(year, 9, 0, 1)
    if name == "memorial day":
        return date(year, 5, 31) - timedelta(date(year, 5, 31).weekday())
    return _easter(year) + timedelta({"good friday": -2, "easter monday": 1}.get(name, 0))


def _weekday(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))


def _easter(year: int) -> date:
    """Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 4) % 7
    shift = moon + week - 7 * ((golden + 11 * moon + 22 * week) // 451) + 114
    return date(year, shift // 31, shift % 31 + 1)


def _year_of(year: str | None, which: str | None, published: date | None) -> int | None:
    if year:
        return int(year)
    return published.year + {"last": -1, "this": 0, "next": 1}[which.casefold()] if which and published else None


def _months(year: int, first: int, count: int) -> Days:
    last = first + count
    return date(year, first, 1), date(year + (last > 12), (last - 1) % 12 + 1, 1) - timedelta(1)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
