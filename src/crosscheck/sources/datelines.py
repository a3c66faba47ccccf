"""Datelines: where, when and for whom a report was filed, in front of its first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosscheck.sources.dates import DATE, MONTH_DAY, find_date

_CAPS = r"(?:[A-Z][A-Z.’'-]*[A-Z.](?:[ /-][A-Z][A-Z.’'-]+){0,3})"
_PLACE = r"(?:[A-Z][\w.’'-]+(?:[ -][A-Z][\w.’'-]+){0,3})"
_WHEN = rf"(?i:(?:\w+day,? )?(?:{DATE}|{MONTH_DAY})\.?(?:,? \d{{4}})?)"
_DASH = r"\s*(?:[–—―]|--+|(?:(?<=\s)|(?<=\)))-)+\s*"
_AGENCY = r"(?:\((?P<agency>[A-Za-z][\w .,&/-]{1,40})\)|/(?P<wire>[A-Z][\w ]{2,30})/)"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # LONDON (Reuters) - | BEIRUT, Lebanon (AP) — | SINGAPORE, Jan. 22, 2025 /PRNewswire/ -- | PERTH, Feb 5 — | TAMPERE, Some Region –
        rf"{_CAPS}(?:, {_PLACE})?(?:, ?{_WHEN})?(?:[ ,-]*{_AGENCY})?{_DASH}",
        # Paris, Feb 5 (AFP) text | New Delhi, Jan 31 (PTI): text
        rf"{_PLACE}(?:, {_PLACE})?, {_WHEN} {_AGENCY}(?:{_DASH}|:?\s+)",
        # Geneva (dpa) -
        rf"{_PLACE}(?:, {_PLACE})? {_AGENCY}{_DASH}",
        # (Reuters) - | (News.example — January 7, 2020) —
        rf"\((?P<outlet>[A-Z][\w .&-]{{1,40}}?)(?:\s*[–—,-]+\s*(?P<when>{_WHEN}))?\){_DASH}",
        # KUALA LUMPUR: | KUALA LUMPUR (Bernama): | JOHOR BAHRU (Feb 6):
        rf"{_CAPS}(?: (?:{_AGENCY}|\({_WHEN}\)))?:\s+(?=[A-Z“\"‘'])",
        # [PARIS] text
        rf"\[{_CAPS}\]\s+(?=[A-Z“\"‘'])",
    )
)
_LABEL_LIKE = re.compile(r"[A-Z][A-Z.’' -]+(?::|\s[–—-])\s")
_LABELS = frozenset(
    "UPDATE UPDATED BREAKING WATCH LIVE EXCLUSIVE READ MORE ALSO NOTE CORRECTION OPINION ANALYSIS VIDEO PHOTO PHOTOS FACT CHECK Q A".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a paragraph."""

    length: int
    """Characters, the dash and the space after it included."""
    publisher: str | None
    published: str | None


def read_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline with which ``paragraph`` begins, if it has one."""
    head = paragraph[:160]
    for pattern in _PATTERNS:
        match = pattern.match(head)
        if match and match.end() < len(paragraph) and not _is_label(match[0]):
            groups = match.groupdict()
            publisher = groups.get("outlet") or groups.get("agency") or groups.get("wire")
            return Dateline(match.end(), _body(publisher), find_date(match[0]))
    return None


def is_label_like(paragraph: str) -> bool:
    """Tell whether ``paragraph`` begins as turns of a transcript and items of a list do: ``MODERATOR: ...``, ``CHECK – ...``.

    A dateline may look the same, but stands in front of one paragraph only.
    """
    return bool(_LABEL_LIKE.match(paragraph[:80]))


def _is_label(dateline: str) -> bool:
    words = re.findall(r"[A-Z]+", dateline)
    return bool(words) and words[0] in _LABELS


def _body(name: str | None) -> str | None:
    """Return the name of an agency or outlet; a bare date in the parentheses, or "Agencies", is none."""
    return None if name is None or re.search(r"\d|^agencies$", name, re.IGNORECASE) else name
