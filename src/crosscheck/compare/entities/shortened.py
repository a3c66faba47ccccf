"""Shortened names of bodies and places that no brackets introduce: blends, words left out in the middle, the country left out in front."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from crosscheck.compare.entities.aliases import ALIASES
from crosscheck.compare.words.weights import default_weights

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "at", "a"})
_OFFICES = frozenset({"department", "ministry"})
_LEAST_PART = 3
"""Letters of each part of a blend: MINistry of DEFence, TRANSport COMmand."""
_KINDS = frozenset("international bus rail railway train metro subway mrt tram ferry municipal public regional business cooked".split())
"""Words inside the name of a site or service that tell it from no other of the same first and last words."""
_SHORTS = frozenset("us uk un eu uae nyc ny dc sg spore hk kl".split())
"""Places and unions whose initials stand in the names of bodies: NY Gazette, S'pore Ferries."""
_TYPES = frozenset("university college polytechnic party".split())
"""What a body is, which the event may leave out behind its name: Quarlow (University)."""
_HOUSES = ("center", "club")
Keys = Mapping[str, frozenset[str]]
"""Keys (``names.body_key``) of all names and the sources that have them."""


def blends(keys: Keys, places: frozenset[str]) -> list[tuple[str, str]]:
    """Pair one word with the only body of its article from the beginnings of whose words it is put together: Mindef."""
    by_source: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        for source in sorted(keys[key]):
            by_source[source].append(key)
    found: dict[str, set[str]] = defaultdict(set)
    for held in by_source.values():
        shorts = [key for key in held if key.isalpha() and len(key) >= 2 * _LEAST_PART and key not in places]
        longs = [key for key in held if " " in key]
        for short in shorts:
            found[short].update(key for key in longs if any(_is_blend(short, words) for words in _orders(key)))
    return [(min(longs), short) for short, longs in sorted(found.items()) if len(longs) == 1]


def _orders(key: str) -> Iterable[Sequence[str]]:
    """The large words of a key as it stands, and with the office first: fisheries ministry, ministry of fisheries."""
    words = [word for word in key.split() if word not in _SMALL]
    yield words
    if words[-1:] and words[-1] in _OFFICES:
        yield [words[-1], *words[:-1]]


def _is_blend(short: str, words: Sequence[str]) -> bool:
    """Tell whether a word is made of the beginnings of a name's words in order, the first and last among them, not all in full."""
    if len(words) < 2 or short[:_LEAST_PART] != words[0][:_LEAST_PART] or short.startswith(words[0]):
        return False
    for cut in range(_LEAST_PART, len(short) - _LEAST_PART + 1):
        if not words[0].startswith(short[:cut]):
            return False
        rest = short[cut:]
        if words[-1].startswith(rest) or any(
            word.startswith(rest[:part]) and words[-1].startswith(rest[part:])
            for word in words[1:-1]
            for part in range(_LEAST_PART, len(rest) - _LEAST_PART + 1)
        ):
            return True
    return False


def half_initials(keys: Keys) -> list[tuple[str, str]]:
    """Pair a name whose first or last words stand as their initials with the only one that has them in full.

    FRO (Fleet Research Office) Labs; Harbour GRC (Group Representation Constituency).
    """
    long: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        words = key.split()
        for cut in range(_LEAST_PART, len(words)):
            first, last = (words[:cut], words[cut:]), (words[:-cut], words[-cut:])
            for short in (" ".join((_letters(first[0]), *first[1])), " ".join((*last[0], _letters(last[1])))):
                if short in keys:
                    long[short].append(key)
    return [(found[0], short) for short, found in sorted(long.items()) if len(found) == 1]


def _letters(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def same_house(keys: Keys) -> list[tuple[str, str]]:
    """Pair the two names that a town's community centre goes by: Harbour Community Centre, Harbour Community Club."""
    ends = tuple(f"community {kind}" for kind in _HOUSES)
    found: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        end = next((end for end in ends if key.endswith(" " + end)), None)
        if end is not None:
            found[key.removesuffix(end)].append(key)
    return [(held[0], other) for _, held in sorted(found.items()) for other in held[1:]]


def without_kind(keys: Keys) -> list[tuple[str, str]]:
    """Pair a name with the only longer one that says in the middle what kind of thing it is: Quarlow (International) Airport."""
    long: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        words = key.split()
        for index in range(1, len(words) - 1):
            if words[index] in _KINDS:
                short = " ".join((*words[:index], *words[index + 1 :]))
                if short in keys:
                    long[short].append(key)
    return [(found[0], short) for short, found in sorted(long.items()) if len(found) == 1]


def without_home(keys: Keys, places: frozenset[str], acronyms: frozenset[str]) -> list[tuple[str, str]]:
    """Pair a name with the only longer one that has a place of the event before it: an acronym, or two words of which the first is rare."""
    known = default_weights().of_word
    long: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        home, _, rest = key.partition(" ")
        proper = rest in acronyms or (" " in rest and rest.split()[0] not in known)
        if rest in keys and proper and (home in places or ALIASES.get(home) in places):
            long[rest].append(key)
    return [(found[0], rest) for rest, found in sorted(long.items()) if len(found) == 1]


def written_out(keys: Keys) -> list[tuple[str, str]]:
    """Pair a name of which one word is short for a place with the same name in full: NY Gazette, New York Gazette."""
    edges = []
    for key in sorted(keys):
        words = key.split()
        if len(words) > 1:
            full = " ".join(ALIASES[word] if word in _SHORTS else word for word in words)
            if full != key and full in keys:
                edges.append((full, key))
    return edges


def without_type(keys: Keys, places: frozenset[str]) -> list[tuple[str, str]]:
    """Pair a single word with the only longer name that begins with it, where that adds what the body is: Quarlow (University).

    Not where the word is a place's, of which the university is but one thing.
    """
    long: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        head, _, rest = key.partition(" ")
        if rest and head in keys and head not in places:
            long[head].append(rest)
    return [(f"{head} {found[0]}", head) for head, found in sorted(long.items()) if len(found) == 1 and found[0] in _TYPES]
