"""Where patterns can begin: at a capitalised word or a figure, found once for all that begin with one.

A search tries a pattern at every character; a date begins at one in twenty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

FIGURE = "0"
"""Stands for any figure among what a pattern begins with."""
_LETTERS = 3
_START = re.compile(r"[A-Z][A-Za-z_]*|\d+")

_MONTH_STARTS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_DAY_STARTS = tuple("Mon Tue Wed Thu Fri Sat Sun".split())
_BEGINS: dict[str, Sequence[str]] = {
    "iso": FIGURE,
    "event": _MONTH_STARTS,
    "day": (*_MONTH_STARTS, *_DAY_STARTS, FIGURE),
    "month": _MONTH_STARTS,
    "slashed": FIGURE,
    "years": FIGURE,
    "decade": FIGURE,
    "year": FIGURE,
}
"""With what the words begin where a form of a day or a period can begin (``dates``)."""
_WHICH_BEFORE = re.compile(r"\b(?:[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Pp]ast) $")


class Starts:
    """Where the words of one text begin with a capital or a figure, by what they begin with."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[str, list[int]] = {}
        for match in _START.finditer(text):
            begins = match.group()[:_LETTERS]
            begins = begins if begins[0].isalpha() else FIGURE
            if begins in self._places:
                self._places[begins].append(match.start())
            else:
                self._places[begins] = [match.start()]

    def places(self, begins: Iterable[str]) -> list[int]:
        """Return where a word begins so, in order: with a figure, or with three letters of which the first is a capital."""
        return sorted(place for first in begins for place in self._places.get(first, ()))

    def matches(self, pattern: re.Pattern[str], begins: Iterable[str]) -> Iterator[re.Match[str]]:
        """Yield what ``finditer`` yields for a pattern that begins a word so."""
        return self.matches_at(pattern, self.places(begins))

    def matches_at(self, pattern: re.Pattern[str], places: Iterable[int]) -> Iterator[re.Match[str]]:
        """Yield the matches that begin at the places, those that overlap one before left out."""
        end = 0
        for place in places:
            if place >= end and (match := pattern.match(self.text, place)):
                end = match.end()
                yield match


def form_matches(form: str, pattern: re.Pattern[str], starts: Starts) -> Iterator[re.Match[str]]:
    """Yield the matches of a form of ``dates``, tried only where it can begin, if that is at a capitalised word or a figure."""
    if form in _BEGINS:
        return starts.matches(pattern, _BEGINS[form])
    if form == "nth":
        return starts.matches_at(pattern, (at - 4 for at in starts.places(FIGURE) if starts.text[max(0, at - 4) : at] == "the "))
    return starts.matches_at(pattern, _weekdays(starts)) if form == "weekday" else pattern.finditer(starts.text)


def _weekdays(starts: Starts) -> Iterator[int]:
    """Yield where a weekday can begin, and before it the word that tells which."""
    for at in starts.places(_DAY_STARTS):
        if which := _WHICH_BEFORE.search(starts.text, max(0, at - 12), at):
            yield which.start()
        yield at
