"""Places named by their first words alone where their setting tells what they are: seats of politicians, airports."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosscheck.compare.entities.names import body_key
from crosscheck.records import Mention

_SEAT = re.compile(r" (?:GRC|SMC|[Cc]onstituency)\b")
"""What a constituency is, behind its name."""
_SEATS = ("grc", "smc", "constituency")
_HYPHENED = re.compile(r"[^\W\d_]+[-–]$")
"""A first word of a double name that a tagger left out: Quarl-, of Quarl-North Bay SMC."""
_PARTY = re.compile(r"[A-Z]{2,5}[-–]")
"""A party before the seat of one of its members: (HLP-Harbour North)."""
_WINDOW = 30
_AIRPORT = " airport"


def with_sites(mentions: Sequence[Mention], texts: Mapping[str, str]) -> list[Mention]:
    """Return the mentions with the full name of a seat or an airport for what is left of it.

    "(Harbour North)" and "(HLP-Harbour North)" behind a name are the constituency where the event has "Harbour North SMC"; elsewhere
    the words may be the town. Somebody is at an airport, but in a town.
    """
    found = _with_seats(mentions, texts)
    return _with_airports(found, texts)


def _with_seats(mentions: Sequence[Mention], texts: Mapping[str, str]) -> list[Mention]:
    seats: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in mentions:
        key = body_key(mention.text)
        base, _, kind = key.rpartition(" ")
        if base and kind in _SEATS:
            seats[base].setdefault(key, mention)
            double = _HYPHENED.search(texts[mention.source], max(0, mention.start - _WINDOW), mention.start)
            if double:
                seats[body_key(double.group() + base)].setdefault(key, mention)
    if not seats:
        return list(mentions)
    return [_as_seat(mention, texts[mention.source], seats) for mention in mentions]


def _as_seat(mention: Mention, text: str, seats: Mapping[str, Mapping[str, Mention]]) -> Mention:
    party = _PARTY.match(mention.text)
    known = seats.get(body_key(mention.text[party.end() :] if party else mention.text), {})
    if len(known) != 1:
        return mention
    ((key, seat),) = known.items()
    kind = _SEAT.match(text, mention.end)
    bracketed = text.endswith("(", 0, mention.start) and text.startswith(")", mention.end)
    of_party = _PARTY.search(text, max(0, mention.start - len("ABCDE-")), mention.start)
    named = bool(kind and kind.group().strip().casefold() == key.rpartition(" ")[2])
    if not (named or party or bracketed or (of_party and of_party.end() == mention.start)):
        return mention
    return replace(mention, name=seat.name, label=seat.label)


def _with_airports(mentions: Sequence[Mention], texts: Mapping[str, str]) -> list[Mention]:
    airports: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in mentions:
        key = body_key(mention.text)
        if key.endswith(_AIRPORT):
            airports[key.removesuffix(_AIRPORT)].setdefault(mention.source, mention)
    if not airports:
        return list(mentions)
    held: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if (key := body_key(mention.text)) in airports:
            held[key].append(mention)
    meant = {
        key for key, group in held.items() if all(m.source in airports[key] and texts[m.source].endswith(" at ", 0, m.start) for m in group)
    }
    return [
        replace(mention, name=airport.name, label=airport.label)
        if meant and (key := body_key(mention.text)) in meant and (airport := airports[key][mention.source])
        else mention
        for mention in mentions
    ]
