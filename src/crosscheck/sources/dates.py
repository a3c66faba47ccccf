"""Calendar dates in English news pages, read strictly: day, month and year must all be there."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+\d{{4}})"
)
"""Regular expression, for use with ``re.IGNORECASE``: ISO, ``January 7, 2020`` or ``7 Jan 2020``."""
MONTH_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})"
"""Regular expression for a date without year, as datelines have it."""
TIME = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"

_PARTS = re.compile(
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})\D{{0,4}}\s+(?P<y1>\d{{4}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<m2>{_MONTH}),?[\s-]+(?P<y2>\d{{4}})",
    re.IGNORECASE,
)


def find_date(text: str) -> str | None:
    """Return the first full date in ``text`` as ``YYYY-MM-DD``, or None."""
    for match in _PARTS.finditer(text):
        found = _date(match)
        if found:
            return found
    return None


def iso_date(value: str) -> str | None:
    """Return a metadata date in ISO 8601: date and time where ``value`` is so, else the date it holds, else None."""
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return find_date(value[:100])
    return moment.date().isoformat() if len(value) <= len("2020-01-07") else moment.isoformat()


def _date(match: re.Match[str]) -> str | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"]).isoformat()
        month, day, year = (match["m1"], match["d1"], match["y1"]) if match["m1"] else (match["m2"], match["d2"], match["y2"])
        return date(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day)).isoformat()
    except ValueError:
        return None
