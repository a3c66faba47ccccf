"""Times of day: at 3 p.m., 15:30 GMT, noon, from 9 to 11 a.m."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.compare.values.quantities import Value

_ZONE = r"(?:\s(?P<zone>[ECMP][SD]?T|GMT|UTC|BST|Eastern|Central|Mountain|Pacific|local time)\b)?"
_CLOCK = re.compile(
    r"(?=[\dnm])(?:\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?:(?:\s?[-–]\s?|\sto\s)(?P<hour2>\d{1,2})(?:[:.](?P<minute2>\d\d))?)?"
    rf"\s?(?P<half>[ap])\.?m\b\.?{_ZONE}|\b(?P<word>noon|midnight)\b"
    rf"|(?<![\d:.])\b(?P<hour24>[01]?\d|2[0-3])[:.]?(?P<minute24>[0-5]\d)\b(?![\d:]){_ZONE.replace('zone', 'zone24')})",
    re.IGNORECASE,
)
_PLAIN_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
"""Two digits on either side of a colon are a time of day without more; 3:42 may be a score or a verse."""
_ZONES = dict(
    pair.split("=")
    for pair in "eastern=et est=et edt=et central=ct cst=ct cdt=ct pacific=pt pst=pt pdt=pt mountain=mt mst=mt mdt=mt utc=gmt".split()
) | {"local time": ""}


def times(source: str, text: str) -> Iterator[Value]:
    """Yield the times of day of the article ``source`` in order: low and high in minutes after midnight, the time zone as unit."""
    for match in _CLOCK.finditer(text):
        yield from _clock(source, match)


def _clock(source: str, match: re.Match[str]) -> list[Value]:
    groups = match.groupdict()
    low = high = 0
    if groups["word"]:
        low = high = 720 if groups["word"].casefold() == "noon" else 0
    elif groups["hour24"]:
        low = high = int(groups["hour24"]) * 60 + int(groups["minute24"])
    else:
        afternoon = groups["half"].casefold() == "p"
        low = high = _minutes(groups["hour"], groups["minute"], afternoon)
        if groups["hour2"]:
            high = _minutes(groups["hour2"], groups["minute2"], afternoon)
    zone = (groups["zone"] or groups["zone24"] or "").casefold()
    text = match.group()
    bare = groups["hour24"] and not zone and not _PLAIN_CLOCK.fullmatch(text)
    if low > high or max(low, high) >= 24 * 60 or bare:
        return []
    return [Value(source, match.start(), match.end(), text, "time", low, high, "", _ZONES.get(zone, zone), "")]


def _minutes(hour: str, minute: str | None, afternoon: bool) -> int:
    return (int(hour) % 12 + 12 * afternoon) * 60 + int(minute or 0)
