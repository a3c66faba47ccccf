"""Days and times in running text, resolved against the day an article was published.

A closed grammar on a few patterns; nothing is guessed from free text. A weekday without more is the last one up to the
day of publication, or the next one where the words before it look ahead ("will", "scheduled").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from crosscheck.compare.values.clock_times import times
from crosscheck.compare.values.date_periods import (
    BUSINESS,
    CENTURY,
    HALF,
    HOLIDAY,
    NTH_DAY,
    QUARTER,
    SEASON,
    SLASHED,
    Days,
    century_days,
    half_days,
    holiday,
    looks_ahead,
    nth_day,
    quarter_days,
    season_days,
    slashed_day,
    weekend,
)
from crosscheck.compare.values.numbers import parse_number
from crosscheck.compare.values.quantities import Value
from crosscheck.compare.values.starts import Starts, form_matches
from crosscheck.records import Extraction

_MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(_MONTH_NAMES, 1)}
_WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_LONG_MONTH = "(?:" + "|".join(name.capitalize() for name in _MONTH_NAMES) + r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|(?<!the )Sun)(?:day|\.)"
_COUNT = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
_EVENT = r"(?=\s(?:attacks?|insurrection|riot|committee|commission|terror|uprising|massacre|hijack|memorial|movement))"

_OF_YEAR = r"(?:,? (?P<year>(?:1[5-9]|20)\d\d)\b)?"
_WHICH_YEAR = r"(?: (?P<relative>last|this|next) year\b)?"
_NO_MONTH = r"(?![a-z]|\.? \d|\.?\s[A-Z])"
_FEASTS = "".join(f"(?<!{name} )" for name in ("Black", "Super", "Good", "Ash", "Easter", "Bloody"))
_PLACE_BEFORE = re.compile(r"(?!On |In |By |Since |From |Until )(?:(?:[A-Z][\w.'’-]*|of|de|del|on|[|·•:(/])[ ,(|·•:/]*){0,7}")
_ENDS_DATELINE = re.compile(r"\s*(?:\n|$|[).—–|·-]|\()")
_HEAD_LINES = 12
"""Lines, empty ones too, among which a dateline stands."""
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", re.compile(r"(?=[12])\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")),
    ("event", re.compile(rf"(?=[JFMASOND])\b{_MONTH} \d{{1,2}}{_EVENT}")),
    (
        "day",
        re.compile(
            rf"(?=[JFMASONDTW])\b(?:{_DAY},? )?(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<until>\d{{1,2}}))?"
            rf"(?!\d|[.,:]\d|%| ?(?:percent|million)){_OF_YEAR}{_WHICH_YEAR}"
        ),
    ),
    (
        "day",
        re.compile(
            rf"(?=[\dMTWFS])\b(?:{_DAY},? )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})(?![a-z]){_OF_YEAR}{_WHICH_YEAR}"
        ),
    ),
    ("month", re.compile(rf"(?=[JFMASOND])\b(?P<month>{_MONTH})(?![a-z]) (?:of )?(?P<year>(?:1[5-9]|20)\d\d)\b")),
    ("slashed", SLASHED),
    ("holiday", HOLIDAY),
    ("quarter", QUARTER),
    ("half", HALF),
    ("season", SEASON),
    ("century", CENTURY),
    ("nth", NTH_DAY),
    (
        "weekday",
        re.compile(
            rf"(?=[LlNnTtPpMWFS]){_FEASTS}\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Pp]ast) )?(?P<weekday>{_DAY})(?!s\b|\w)"
            r"(?: (?:morning|afternoon|evening|night))?"
        ),
    ),
    (
        "relative",
        re.compile(
            r"(?=[elty])(?:\b(?:(?:earlier|later) )?(?P<word>today|tonight|yesterday|tomorrow)\b(?!['’]s)"
            r"|\b(?P<part>this morning|this afternoon|this evening|last night)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "ago",
        re.compile(
            r"\b(?=\S{1,20} (?:\S{1,20} ){1,3}ago\b)(?:(?P<about>about|around|nearly|almost|some|more than|over|roughly) )?"
            rf"(?P<count>{_COUNT}) (?P<period>day|week|month|year)s? ago\b",
            re.IGNORECASE,
        ),
    ),
    (
        "month",
        re.compile(
            rf"(?=[ADFJMNOS])(?:(?<=\b[Ii]n )(?P<month>{_LONG_MONTH}){_NO_MONTH}{_WHICH_YEAR}"
            r"|(?:(?<=[Ss]ince )|(?<=[Ll]ast )|(?<=[Uu]ntil )|(?<=[Ee]arly )|(?<=[Ll]ate )|(?<=[Mm]id-))"
            rf"(?P<month2>{_LONG_MONTH}){_NO_MONTH})"
        ),
    ),
    ("period", re.compile(r"(?=[ltnp])\b(?P<which>last|this|next|past) (?P<period>week(?:end)?|month|year)\b", re.IGNORECASE)),
    ("weekend", re.compile(r"(?=[abdou])\b(?:over|at|during|by|on|after|before|until|of) (?P<weekend>the weekend)\b")),
    ("years", re.compile(r"(?=[12])(?<![\d$£€.,:#-])\b(?P<year>1[5-9]\d\d|20\d\d)[-–/](?P<until>(?:\d\d)?\d\d)\b(?![\d%]|[,.:-]\d|-)")),
    ("decade", re.compile(r"(?=[12])\b(?P<decade>(?:1[5-9]|20)\d0)s\b")),
    ("year", re.compile(r"(?=[12])(?<![\d$£€.,:#-])\b(?P<year>1[5-9]\d\d|20\d\d)\b(?![\d%]|[,.:-]\d|-)")),
)
"""Forms in the order in which they are read: what an earlier one took, a later one leaves.

Some begin by naming their first letters: that spares a search of the whole text half its time.
"""
_NEEDLES = {
    "iso": ("-0", "-1"),
    "event": tuple("attack insurrection riot committee commission terror uprising massacre hijack memorial movement".split()),
    "slashed": ("/",),
    "quarter": ("quarter", "q1", "q2", "q3", "q4"),
    "half": ("half of",),
    "season": ("spring", "summer", "autumn"),
    "century": ("century",),
    "nth": tuple(f"the {digit}" for digit in range(10)),
    "relative": ("today", "tonight", "yesterday", "tomorrow", "this morning", "this afternoon", "this evening", "last night"),
    "ago": (" ago",),
    "period": ("week", "month", "year"),
    "weekend": ("the weekend",),
    "decade": ("0s",),
}
"""What the lower-cased text must hold one of for a form to be looked for at all."""
_LOOKING = frozenset({"month", "weekday", "nth", "weekend"})
"""Forms that lie before or after the day of publication by the verb of their sentence."""
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|until|till|from|during|before|after|early|late|mid|year|and|to|through|the|for|between|around|fall|spring|summer"
    r"|winter|autumn|fiscal|her|his|its|their)[ -]$|\($",
    re.IGNORECASE,
)
_SHIFTS = {"last": -1, "past": -1, "this": 0, "next": 1}
_PERIOD_DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class _Read:
    """What one expression stands for: days from ``first`` to ``last``, or a pattern where the year is not known."""

    unit: str
    pattern: str
    first: date | None = None
    last: date | None = None
    approximate: str = ""


def days_and_times(extraction: Extraction) -> list[Value]:
    """Return days, longer calendar periods and times of day in order, not overlapping.

    Values of an empty kind are days that name an event (the Sept. 11 attacks): nothing to compare, and no number either.
    """
    text = extraction.article.text
    published = _published(extraction.article.published) or _dateline(text)
    dated = {(mention.start, mention.end) for mention in extraction.mentions if mention.label == "DATE"}
    found: list[Value] = []
    free = bytearray(len(text))
    for start, end, kind, read in _expressions(text, published, dated):
        if any(free[start:end]):
            continue
        free[start:end] = b"\x01" * (end - start)
        low, high = (read.first.toordinal(), read.last.toordinal()) if read.first and read.last else (None, None)
        found.append(Value(extraction.article.id, start, end, text[start:end], kind, low, high, read.approximate, read.unit, read.pattern))
    found += [time for time in times(extraction.article.id, text) if not any(free[time.start : time.end])]
    return sorted(found, key=lambda value: value.start)


def _published(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat(stamp[:10]) if stamp else None
    except ValueError:
        return None


def _dateline(text: str) -> date | None:
    """Return the day of a dateline, where the article's own records have none: "Lisbon, 4 March 2026", "May 18, 2021 — ..."."""
    for line in text.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        for form, pattern in _FORMS:
            match = pattern.search(line) if form in ("day", "iso") else None
            if match and match["year"] and _PLACE_BEFORE.fullmatch(line[: match.start()]) and _ENDS_DATELINE.match(line, match.end()):
                read = _READERS[form](match, None, False)
                return read.first if read else None
    return None


def _expressions(text: str, published: date | None, dated: set[tuple[int, int]]) -> Iterator[tuple[int, int, str, _Read]]:
    low, starts = text.lower(), Starts(text)
    for form, pattern in _FORMS:
        if form in _NEEDLES and not any(map(low.__contains__, _NEEDLES[form])):
            continue
        for match in form_matches(form, pattern, starts):
            if form == "event":
                yield match.start(), match.end(), "", _Read("day", "")
                continue
            if form == "year" and not (_YEAR_BEFORE.search(text, max(0, match.start() - 12), match.start()) or match.span() in dated):
                continue
            if form == "quarter" and match["rank"] and not (match["year"] or match["which"] or _is_business(text, match)):
                continue
            start = match.start("weekend") if form == "weekend" else match.start()
            read = _READERS[form](match, published, form in _LOOKING and looks_ahead(text, start))
            if read:
                yield start, match.end(), "date", read


def _is_business(text: str, match: re.Match[str]) -> bool:
    return bool(BUSINESS.search(text, max(0, match.start() - 100), match.end() + 100))


def _iso(match: re.Match[str], published: date | None, ahead: bool) -> _Read | None:
    return _on(int(match["year"]), int(match["month"]), int(match["day"]), 0)


def _on(year: int, month: int, day: int, until: int) -> _Read | None:
    try:
        first = date(year, month, day)
        last = date(year, month, until) if until > day else first
    except ValueError:
        return None
    return _Read("day", first.isoformat(), first, last)


def _day(match: re.Match[str], published: date | None, ahead: bool) -> _Read | None:
    month, day, until = _month_number(match["month"]), int(match["day"]), int(match.groupdict().get("until") or 0)
    if match["year"]:
        return _on(int(match["year"]), month, day, until)
    if not published:
        return _Read("day", f"XXXX-{month:02}-{day:02}") if 1 <= day <= 31 else None
    if match["relative"]:
        return _on(published.year + _SHIFTS[match["relative"]], month, day, until)
    near = [read for year in (published.year - 1, published.year, published.year + 1) if (read := _on(year, month, day, until))]
    return min(near, key=lambda read: abs((read.first or published) - published), default=None)


def _month(match: re.Match[str], published: date | None, ahead: bool) -> _Read | None:
    groups = match.groupdict()
    month = _month_number(groups["month"] or groups["month2"])
    if groups.get("year"):
        return _whole_month(int(groups["year"]), month)
    if not published:
        return _Read("month", f"XXXX-{month:02}")
    if groups.get("relative"):
        return _whole_month(published.year + _SHIFTS[groups["relative"]], month)
    if ahead:
        return _whole_month(published.year + (month < published.month), month)
    return _whole_month(published.year - (month > published.month), month)


def _whole_month(year: int, month: int) -> _Read:
    following = date(year + month // 12, month % 12 + 1, 1)
    return _Read("month", f"{year}-{month:02}", date(year, month, 1), following - timedelta(1))


def _month_number(name: str) -> int:
    return _MONTH_NUMBERS[name[:3].casefold()]


def _weekday(match: re.Match[str], published: date | None, ahead: bool) -> _Read | None:
    number, which = _WEEKDAYS[match["weekday"][:3].casefold()], (match["which"] or "").casefold()
    if not published:
        return _Read("day", f"XXXX-WXX-{number + 1}")
    back = (published.weekday() - number) % 7
    if which in ("last", "past", "this past"):
        shift = -(back or 7)
    elif which == "next":
        shift = (7 - back) % 7 or 7
    else:
        shift = (7 - back) % 7 if ahead or which == "this coming" else -back
    return _one(published + timedelta(shift))


def _one(day: date) -> _Read:
    return _Read("day", day.isoformat(), day, day)


def _relative(match: re.Match[str], published: date | None, ahead: bool) -> _Read | None:
    word = (match["word"] or match["part"]).casefold()
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return _one(published + timedelta(shift)) if published else _Read("day", "")


def _period(match: re.Match[str], published: date | None, ahead: bool) -> _Read | None:
    which, period = match["which"].casefold(), match["period"].casefold()
    shift = _SHIFTS[which]
    if not published:
        return _Read(period, "")
    if period == "year":
        return _whole_year(published.year + shift)
    if period == "month":
        month = published.year * 12 + published.month - 1 + shift
        return _whole_month(month // 12, month % 12 + 1)
    monday = published - timedelta(published.weekday()) + timedelta(7 * shift)
    first = monday + timedelta(5 if period == "weekend" else 0)
    return _Read(period, f"{monday.isocalendar().year}-W{monday.isocalendar().week:02}", first, monday + timedelta(6))


def _whole_year(year: int) -> _Read:
    return _Read("year", str(year), date(year, 1, 1), date(year, 12, 31))


def _ago(match: re.Match[str], published: date | None, ahead: bool) -> _Read | None:
    number = parse_number(match["count"])
    count = int(number.value) if number else 1
    period = match["period"].casefold()
    approximate = "about" if match["about"] else ""
    if not published:
        return _Read(period, "", approximate=approximate)
    if period in _PERIOD_DAYS:
        day = published - timedelta(count * _PERIOD_DAYS[period])
        slack = timedelta(0 if period == "day" else 3)
        return _Read(period, day.isoformat(), day - slack, day + slack, approximate)
    if period == "month":
        month = published.year * 12 + published.month - 1 - count
        whole = _whole_month(month // 12, month % 12 + 1)
    else:
        whole = _whole_year(published.year - count)
    return _Read(period, whole.pattern, whole.first, whole.last, "about")


def _decade(match: re.Match[str], published: date | None, ahead: bool) -> _Read | None:
    year = int(match["decade"])
    return _Read("decade", f"{year // 10}X", date(year, 1, 1), date(year + 9, 12, 31))


def _year(match: re.Match[str], published: date | None, ahead: bool) -> _Read | None:
    return _whole_year(int(match["year"]))


def _over(days: Days | None, unit: str) -> _Read | None:
    if days is None:
        return _Read(unit, "")
    return _Read(unit, f"{days[0].isoformat()}/{days[1].isoformat()}", *days)


def _maybe(day: date | None) -> _Read | None:
    return _one(day) if day else _Read("day", "")


def _years(match: re.Match[str], published: date | None, ahead: bool) -> _Read | None:
    first = int(match["year"])
    last = int(match["until"]) if len(match["until"]) == 4 else first // 100 * 100 + int(match["until"])
    return _over((date(first, 1, 1), date(last, 12, 31)), "years") if first < last <= 2100 else None


_READERS = {
    "slashed": lambda match, published, ahead: _maybe(slashed_day(match, published)),
    "holiday": lambda match, published, ahead: _maybe(holiday(match, published)),
    "quarter": lambda match, published, ahead: _over(quarter_days(match, published), "quarter"),
    "half": lambda match, published, ahead: _over(half_days(match, published), "half"),
    "season": lambda match, published, ahead: _over(season_days(match, published), "season"),
    "century": lambda match, published, ahead: _over(century_days(match), "century"),
    "nth": lambda match, published, ahead: _maybe(nth_day(match, published, ahead)),
    "weekend": lambda match, published, ahead: _over(weekend(published, ahead) if published else None, "weekend"),
    "years": _years,
    "iso": _iso,
    "day": _day,
    "month": _month,
    "weekday": _weekday,
    "relative": _relative,
    "period": _period,
    "ago": _ago,
    "decade": _decade,
    "year": _year,
}
