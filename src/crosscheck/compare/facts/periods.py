"""Periods: one thing that the sources let last from one day, month or year to different ones.

"From 2019 to 2020" here and "between 2019 and 2021" there share one end, so that they are told of one thing, and differ in the other.
A period is two calendar expressions, or a day and a bare number, joined by a word or dash; ends of periods are left out elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple

from crosscheck.compare.discrepancies.evidence import words_at
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import NEGATIONS, Judgement
from crosscheck.compare.facts.days import actors, deed_near, other_people
from crosscheck.compare.values.reading import Value
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function
from crosscheck.records import Discrepancy, Extraction, Kind, Severity

LEAST_SHARED = 8.0
"""Weight of the content words that two sentences must share to tell of one thing."""
LEAST_SHARE = 0.4
"""The same as a share of the content of the sentence that has less."""
MOST_DAYS = 4
"""Length of a period up to which a single day, its first or last, contradicts it; of a longer one it is the beginning."""
LEAP_YEAR = 2000
"""Stands for any year."""
MAX_HELD = 200
"""Periods of an event that are compared."""
_UNITS = frozenset({"month", "year", "years"})
_CALENDAR_DAY = re.compile(r"(?P<year>XXXX|\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_UNTIL = re.compile(r"\d\s?[-–]\s?(?P<day>\d{1,2})(?!\d)")
_JOINS = re.compile(r"(?:,? (?:to|till|until|through) |\s?[-–]\s?)(?:the )?")
_AND = re.compile(r" and (?:the )?")
_BETWEEN = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_BARE_AFTER = re.compile(
    r"(?P<join>(?: (?:to|till|until|through|and) |\s?[-–]\s?))(?:the )?(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?\b(?![.:]\d|%| ?[ap]\.?m\b)"
)
_BARE_BEFORE = re.compile(r"(?<![\d.,:])(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?P<join> (?:to|till|until|and) |\s?[-–]\s?)$")
_ON = re.compile(r"\bon (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$", re.IGNORECASE)
_MOVED = frozenset("extend extended originally initially previously earlier postponed brought prolonged shortened instead".split())
"""Words of a period that was another before."""
_ENDS = frozenset(
    "start begin open launch commence resume kick close end finish conclude expire arrive leave depart return first last".split()
)
"""Words for one end of what lasts: it begins on the day from which it lasts."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar in its sentence; a single day has one day as both ends."""

    source: str
    start: int
    end: int
    unit: str
    first: int
    last: int
    """Ordinals of the first and the last day; those of days and a year aside, see ``_read``."""
    year: str
    """Of a day, where it is known."""
    words: Mapping[str, float]
    """Concepts of the content words of the sentence, with their weights."""
    figures: frozenset[str]
    sentence: tuple[Token, ...]


def period_findings(
    sides: Sequence[tuple[Extraction, tuple[Token, ...]]], values: Mapping[str, Sequence[Value]], weights: Weights
) -> list[Discrepancy]:
    """Return a date finding per pair of sources that let one thing last for different times.

    Args:
        sides: Articles with their own words.
        values: Values of each article, by its id.
        weights: Of words.
    """
    days: dict[str, set[int]] = {}
    held: list[Period] = []
    single: list[Period] = []
    for extraction, tokens in sides:
        dates = [stretch for v in values.get(extraction.article.id, ()) if (stretch := _read(v))]
        days[extraction.article.id] = {f.first for f in dates if f.unit == "day"}
        found = list(_periods(extraction.article.text, dates))
        held += _settled(extraction, tokens, found, weights)
        lone = [f for f in _single_days(extraction.article.text, dates) if not any(f.start < p.end and p.start < f.end for p in found)]
        single += _settled(extraction, tokens, lone, weights)
    texts = {extraction.article.id: extraction.article.text for extraction, _ in sides}
    pairs = [(a, b) for a, b in combinations(held[:MAX_HELD], 2) if _differ(a, b) and not _told_by_both(a, b, held)]
    pairs += [(a, b) for a in single[:MAX_HELD] for b in held[:MAX_HELD] if _is_one_end(a, b) and not {b.first, b.last} <= days[a.source]]
    judgement = Judgement(Kind.DATE, Severity.SUBSTANTIVE, "one thing lasts for different times")
    return [make_finding(judgement, [words_at(a, texts), words_at(b, texts)]) for a, b in pairs if _is_one(a, b)]


class _Found(NamedTuple):
    """Offsets of a period or day and its unit, the ordinals of its ends, and the year of a day, where known."""

    start: int
    end: int
    unit: str
    first: int
    last: int
    year: str


def _read(value: Value) -> _Found | None:
    """Read the ends of one expression; days as those of one leap year, since many articles give no year; None where not known."""
    if value.kind != "date" or value.approximate:
        return None
    day = _CALENDAR_DAY.fullmatch(value.resolution) if value.unit == "day" else None
    if day:
        first = _ordinal(int(day["month"]), int(day["day"]))
        until = _UNTIL.search(value.text)
        last = _ordinal(int(day["month"]), int(until["day"])) if until else first
        return _Found(value.start, value.end, "day", first, max(first, last), day["year"].strip("X")) if first and last else None
    if value.unit in _UNITS and value.low is not None and value.high is not None:
        return _Found(value.start, value.end, value.unit, int(value.low), int(value.high), "")
    return None


def _ordinal(month: int, day: int) -> int:
    try:
        return date(LEAP_YEAR, month, day).toordinal()
    except ValueError:
        return 0


def _periods(text: str, dates: Sequence[_Found]) -> Iterator[_Found]:
    taken = -1
    for place, value in enumerate(dates):
        if value.start < taken:
            continue
        following = dates[place + 1] if place + 1 < len(dates) else None
        found = (following and _joined(text, value, following)) or _with_bare_day(text, value)
        if found is None and value.first < value.last and value.unit in ("day", "years"):
            found = value._replace(unit=value.unit.removesuffix("s"))
        if found:
            taken = found.end
            yield found


def _joined(text: str, a: _Found, b: _Found) -> _Found | None:
    """Read two expressions of one unit as the ends of a period: "December 2020 to June 2021", "between 2019 and 2021"."""
    if a.unit != b.unit or a.unit == "years" or a.first >= b.first or (a.year and b.year and a.year != b.year):
        return None
    between = text[a.end : b.start]
    if _JOINS.fullmatch(between) or (_AND.fullmatch(between) and _is_joined(text, a.start, "and")):
        return _Found(a.start, b.end, a.unit, a.first, b.last, a.year or b.year)
    return None


def _with_bare_day(text: str, value: _Found) -> _Found | None:
    """Read a day and a bare number as a period: "15 to 28 February", "Feb. 15 to 16"."""
    if value.unit != "day" or value.first != value.last:
        return None
    day = date.fromordinal(value.first).day
    back = max(0, value.start - 16)
    after, before = _BARE_AFTER.match(text, value.end), _BARE_BEFORE.search(text[back : value.start])
    if after and int(after["day"]) > day and _is_joined(text, value.start, after["join"]):
        return value._replace(end=after.end("day"), last=value.first + int(after["day"]) - day)
    if before and int(before["day"]) < day and _is_joined(text, back + before.start(), before["join"]):
        return value._replace(start=back + before.start(), first=value.first - day + int(before["day"]))
    return None


def _is_joined(text: str, start: int, join: str) -> bool:
    return "and" not in join or bool(_BETWEEN.search(text[max(0, start - 12) : start]))


def _single_days(text: str, dates: Sequence[_Found]) -> Iterator[_Found]:
    for found in dates:
        if found.unit == "day" and found.first == found.last and _ON.search(text[max(0, found.start - 20) : found.start]):
            yield found


def _settled(extraction: Extraction, tokens: Sequence[Token], found: Sequence[_Found], weights: Weights) -> Iterator[Period]:
    """Give each stretch its sentence; of one that holds several, or tells of a change or of what was not, nothing can be told."""
    sentences: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        sentences[token.sentence].append(token)
    homes = {i: [f for f in found if s[0].start <= f.start and f.end <= s[-1].end] for i, s in sentences.items()}
    for index in sorted(homes):
        home = sentences[index]
        if len(homes[index]) != 1 or any(t.norm in _MOVED or t.norm in NEGATIONS for t in home):
            continue
        (period,) = homes[index]
        common = [t for t in home if not is_function(t.norm, t.tag) and not period.start <= t.start < period.end and t.label != "DATE"]
        words = {concept(t): weights.of_token(t) for t in common if not t.norm[:1].isdigit()}
        figures = frozenset(t.norm for t in common if t.norm[:1].isdigit())
        yield Period(extraction.article.id, *period, words, figures, tuple(home))


def _differ(a: Period, b: Period) -> bool:
    """Tell whether two periods of two sources share one end and not the other."""
    return a.source != b.source and a.unit == b.unit and _may_be_one_year(a, b) and (a.first == b.first) != (a.last == b.last)


def _is_one_end(day: Period, period: Period) -> bool:
    """Tell whether a single day is an end of another source's few days, and no sentence speaks of a beginning or an end."""
    if (
        day.source == period.source
        or period.unit != "day"
        or not _may_be_one_year(day, period)
        or day.first not in (period.first, period.last)
    ):
        return False
    ends = any(t.lemma in _ENDS or t.norm in _ENDS for p in (day, period) for t in p.sentence)
    return period.last - period.first < MOST_DAYS and not ends


def _may_be_one_year(a: Period, b: Period) -> bool:
    return not a.year or not b.year or a.year == b.year


def _told_by_both(a: Period, b: Period, held: Sequence[Period]) -> bool:
    """Tell whether one of the two sources tells the other's period as well: they are periods of two things."""
    return any(
        p.source == mine.source and (p.unit, p.first, p.last) == (theirs.unit, theirs.first, theirs.last)
        for mine, theirs in ((a, b), (b, a))
        for p in held
    )


def _is_one(a: Period, b: Period) -> bool:
    """Tell whether two sentences tell of one thing: much of what they say, of nobody else, and with no other figures."""
    if other_people(a.sentence, b.sentence) or (a.figures and b.figures and not a.figures & b.figures):
        return False
    verbs = [deed_near(p.sentence, p.start, p.end) for p in (a, b)]
    who = [actors(p.sentence, verb) if verb else frozenset[str]() for p, verb in zip((a, b), verbs, strict=True)]
    if all(who) and not who[0] & who[1]:
        return False
    shared = sum(min(a.words[w], b.words[w]) for w in sorted(a.words.keys() & b.words.keys()))
    return shared >= max(LEAST_SHARED, LEAST_SHARE * min(sum(p.words[w] for w in sorted(p.words)) for p in (a, b)))
