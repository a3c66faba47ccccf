"""Where patterns can begin: at a capitalised word or a figure, found once for all that begin with one.

A search tries a pattern at every character; a date begins at one in twenty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

FIGURE = "0"
"""Stands for any figure among what a pattern begins with."""
_LETTERS = 3
_START = re.compile(r"[A-Z][A-Za-z_]*|\d+")


class Starts:
    """Where the words of one text begin with a capital or a figure, by what they begin with."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[str, list[int]] = {}
        for match in _START.finditer(text):
            begins = match.group()[:_LETTERS]
            self._places.setdefault(begins if begins[0].isalpha() else FIGURE, []).append(match.start())

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
