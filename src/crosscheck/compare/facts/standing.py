"""How a figure stands: as what is, as a part, a sum so far, what fits in, what was before; such figures do not conflict with others."""

from __future__ import annotations

import re

REACH = 90
"""Code points on each side of a figure, within its sentence, that tell how it stands."""
_ABLE = re.compile(
    r"\b(?:can|could|able to|capacity(?: of| for| to)?|room for|space for|designed (?:for|to)|seating for|licensed for)\b[^,;]{0,30}$",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\b(?:of|among) (?:the|its|their|his|her|our|those|these|all)(?: (?:nearly|about|some|more than|over|almost))? ?$", re.IGNORECASE
)
_SO_FAR = re.compile(
    r"\b(?:so far|to date|up to now|in total|altogether|bring(?:s|ing) the|cumulative(?:ly)?)\b"
    r"|(?<!est )(?<!time )(?<!most )(?<!first )(?<!high )(?<!low )\bsince (?:then|last|early|late|the (?:start|beginning)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:19|20)\d\d)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:ago|previous|previously|last year|last time|a year earlier|the year before|years? before|formerly)\b", re.IGNORECASE
)
_PLANNED = re.compile(r"\b(?:plans?|planned|planning|intends?|intended|aims?|hopes?|wants?)\b[^,;]{0,40}$", re.IGNORECASE)
_DONE = re.compile(r"\b(?:has|have|had|was|were|already)\b[^,;]{0,40}$", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:(?:the|this|last|next|first|second|third|fourth) (?:quarter|week|month|half)|january|february|march|april|june|july|august"
    r"|september|october|november|december|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?]\s|\n")


def stands_otherwise(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    """Tell whether two figures of one unit are told of other things: 214 on board, room for 600; 11 arrested so far, 4 on Monday.

    Args:
        one: Text of an article, start and end of a figure in it.
        other: The same of another.
    """
    sides = [_around(*one), _around(*other)]
    for pattern in (_ABLE, _PART_OF):
        found = [bool(pattern.search(before)) for before, _ in sides]
        if found[0] != found[1]:
            return True
    for pattern in (_SO_FAR, _BEFORE):
        found = [bool(pattern.search(before) or pattern.search(after)) for before, after in sides]
        if found[0] != found[1]:
            return True
    periods = [{m.group().casefold() for side in around for m in _PERIOD.finditer(side)} for around in sides]
    if all(periods) and not periods[0] & periods[1]:
        return True
    planned, done = ([bool(pattern.search(before)) for before, _ in sides] for pattern in (_PLANNED, _DONE))
    return (planned[0] and done[1] and not planned[1]) or (planned[1] and done[0] and not planned[0])


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the sentence before and after a figure, as far as they count."""
    before = _ENDS.split(text[max(0, start - REACH) : start])[-1]
    return before, _ENDS.split(text[end : end + REACH])[0]
