"""Ranks of the police, which stand before a name and after it, in full and in letters: Superintendent of Police, DSP, Det. Insp."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from crosscheck.compare.entities.titles import name_start
from crosscheck.records import Place

_LETTERS = {
    "PC": "constable",
    "DC": "constable",
    "DS": "sergeant",
    "SI": "sub inspector",
    "DI": "inspector",
    "DCI": "chief inspector",
    "SP": "superintendent",
    "ASP": "assistant superintendent",
    "DSP": "deputy superintendent",
    "SSP": "senior superintendent",
    "ACP": "assistant commissioner",
    "DCP": "deputy commissioner",
    "DIG": "deputy inspector general",
    "IG": "inspector general",
    "IGP": "inspector general",
}
"""Ranks in letters, as they stand right before a name."""
_SHORT = {
    "ch": "chief",
    "dep": "deputy",
    "asst": "assistant",
    "additional": "assistant",
    "supt": "superintendent",
    "insp": "inspector",
    "sgt": "sergeant",
    "const": "constable",
}
_SAYS_NOTHING = frozenset("detective det police district divisional area station traffic acting of".split())
"""Words that name no other rung of the ladder."""
_DEGREES = "senior chief ch deputy dep assistant asst additional sub detective det police district divisional area station traffic"
_DEGREE = rf"(?:(?:{'|'.join(_DEGREES.split())})\.?[ -])*"
_IN_FULL = "inspector[ -]general|constable|sergeant|inspector|superintendent|commissioner(?= of police)"
_BASE = rf"(?:{_IN_FULL}|(?:const|sgt|insp|supt)\.?)(?: of police)?"
_RANK = rf"(?P<rank>{_DEGREE}{_BASE})"
_BEFORE = re.compile(rf"(?<![\w’'-])(?:{_RANK}|(?<=the ){_RANK.replace('rank', 'called')},) $", re.IGNORECASE)
_AFTER = re.compile(rf", (?:(?:the|a|an) )?{_RANK}(?=[,.;:)]| (?:of|who|in|at|for|with|from|and)\b)", re.IGNORECASE)
_IN_LETTERS = re.compile(rf"(?<![\w’'-])(?P<rank>{'|'.join(sorted(_LETTERS))}) $")
_OWN = re.compile(rf"(?P<rank>{'|'.join(sorted(_LETTERS))}) (?=[A-Z])")
_REACH = 60
"""Code points beside a name in which a rank stands."""


def ranked(places: Iterable[Place], texts: Mapping[str, str]) -> dict[str, list[Place]]:
    """Return where each source first gives a person a rank of the police, by rank; empty where no two sources differ.

    A source that gives several ranks differs only from one with none of them.
    """
    ranks: dict[str, set[str]] = defaultdict(set)
    first: dict[str, tuple[str, Place]] = {}
    for place in sorted(places, key=lambda p: (p.source, p.start)):
        for rank, where in _told(place, texts[place.source]):
            ranks[place.source].add(rank)
            first.setdefault(place.source, (rank, where))
    apart = {s for a, b in combinations(sorted(first), 2) if not ranks[a] & ranks[b] for s in (a, b)}
    found: dict[str, list[Place]] = defaultdict(list)
    for source in sorted(apart):
        found[first[source][0]].append(first[source][1])
    return dict(found)


def _told(place: Place, text: str) -> Iterator[tuple[str, Place]]:
    name = name_start(text, place.start, place.end)
    line = text[max(0, name - _REACH) : name].rpartition("\n")[2]
    own = _OWN.match(text, place.start, place.end)
    before = own or _IN_LETTERS.search(line) or _BEFORE.search(line)
    if before:
        words = "rank" if before["rank"] else "called"
        start = place.start if own else name - len(line) + before.start(words)
        yield _rank(before[words]), Place(place.source, start, place.end, text[start : place.end])
    after = _AFTER.match(text, place.end, min(len(text), place.end + _REACH))
    if after:
        yield _rank(after["rank"]), Place(place.source, place.start, after.end("rank"), text[place.start : after.end("rank")])


def _rank(words: str) -> str:
    if words in _LETTERS:
        return _LETTERS[words]
    plain = [_SHORT.get(word, word) for word in re.findall(r"[a-z]+", words.casefold())]
    return " ".join(word for word in plain if word not in _SAYS_NOTHING)
