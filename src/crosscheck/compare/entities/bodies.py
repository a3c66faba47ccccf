"""Which names of bodies, places and things, over all sources, are one: equal keys, acronyms, short forms, transliterations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from crosscheck.compare.entities.aliases import ALIASES
from crosscheck.compare.entities.contained import firms, owned
from crosscheck.compare.entities.names import body_key
from crosscheck.compare.entities.respelled import respelled
from crosscheck.compare.entities.shortened import blends, half_initials, same_house, without_home, without_kind, without_type, written_out
from crosscheck.compare.words.sounds import plain, skeleton, sounds_alike

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "at", "a"})
_LEAST_WORD = 5
"""Letters of a word in a body's name that one letter more does not make another body's."""
_LEAST_BLEND = 5
"""Letters of an acronym that is put together from the beginnings of words."""
_BRACKET = re.compile(r"\s?\(([^()\n]{2,60})\)")
_WORDS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"[a-z][A-Z][a-z]")
_CAPITALISED = re.compile(r"[A-Z][a-z]*")
_IN_CAPITALS = re.compile(r" [A-Z]{2}")
"""The second half of an acronym of two words: SG LEADS."""
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]?[A-Z&]{1,6}(?=s?\b)")
"""Without the s of its plural."""


def acronyms_in_brackets(text: str, name: str, end: int) -> tuple[str, ...]:
    """Return the acronyms that brackets right after a name introduce for it: ``World Health Organization (WHO)``.

    An acronym's letters must begin as the name does and occur in it in order, but for one (the region that an older name
    had); this keeps a party after a politician and a place after a team out.
    """
    bracket = _BRACKET.match(text, end)
    if bracket is None:
        return ()
    blended = (bracket.group(1),) if _is_blend(bracket.group(1), name) else ()
    return blended or tuple(
        match.group()
        for match in _ACRONYM.finditer(bracket.group(1))
        if _stands_for(match.group(), name) and not _IN_CAPITALS.match(bracket.group(1), match.end())
    )


def inner_capitals(name: str) -> str:
    """Return the capitals of a name that has some inside its words, three at least: Harbour NewsWorld, HNW; else nothing."""
    capitals = "".join(letter for letter in name if letter.isupper())
    return capitals if len(capitals) > 2 and _CAMEL.search(name) else ""


def _is_blend(short: str, name: str) -> bool:
    """Tell whether a word is put together from the beginnings of a name's words: Government Technology Agency (GovTech)."""
    parts = _CAPITALISED.findall(short)
    if len(parts) < 2 or "".join(parts) != short or not any(len(part) > 2 for part in parts):
        return False
    rest = iter(_WORDS.findall(name))
    return all(any(word.startswith(part) for word in rest) for part in parts)


def _stands_for(acronym: str, name: str) -> bool:
    letters = [letter for letter in acronym.casefold() if letter.isalpha()]
    words = [word for word in _WORDS.findall(plain(name)) if word not in _SMALL]
    if len(words) > 1 and letters == ["t", *(word[0] for word in words)]:
        return True  # with the article: The Online Gazette (TOG)
    if len(letters) >= _LEAST_BLEND and _is_put_together("".join(letters), words):
        return True  # China North Industries Corporation (NORINCO)
    if len(words) < 2 or words[0][0] != letters[0] or body_key(acronym) in {*words, *ALIASES.values()}:
        return False
    initials = "".join(word[0] for word in words)
    return _is_subsequence(initials, "".join(letters)) or _missing(letters, " ".join(words)) <= (1 if len(letters) > 3 else 0)


def _is_put_together(short: str, words: Sequence[str]) -> bool:
    """Tell whether a word consists of the beginnings of words in order, two letters of each at least; words may be passed over."""
    if not short:
        return True
    return any(
        short[:size] == word[:size] and _is_put_together(short[size:], words[at + 1 :])
        for at, word in enumerate(words)
        for size in range(2, min(len(short), len(word)) + 1)
        if size < len(word) or size < len(short)
    )


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


def _missing(letters: Iterable[str], text: str) -> int:
    at = missing = 0
    for letter in letters:
        found = text.find(letter, at)
        missing, at = (missing + 1, at) if found < 0 else (missing, found + 1)
    return missing


def initials(key: str) -> frozenset[str]:
    """Return the acronyms that the initials of a key's words make, with and without the small words."""
    words = key.split()
    orders = [words]
    if words[-1] in ("department", "ministry"):
        orders.append([words[-1], "of", *words[:-1]])
    if len(words) > 3:
        # Without the country or owner before the name: NUS Tropical Marine Science Institute, TMSI.
        orders.append(words[1:])
    large = [[word for word in order if word not in _SMALL] for order in orders]
    return frozenset("".join(word[0] for word in order) for order in (*orders, *large)) if len(large[0]) > 1 else frozenset()


def link_bodies(
    keys: Mapping[str, frozenset[str]], introduced: Mapping[str, frozenset[str]], acronyms: frozenset[str], places: frozenset[str]
) -> dict[str, str]:
    """Map every key to the key that stands for its group.

    Args:
        keys: Keys (``names.body_key``) of all names and the sources that have them.
        introduced: For a key, the keys of acronyms that an article introduces for it in brackets.
        acronyms: Keys of names that are written in capitals.
        places: Keys of places: only their spelling may differ (Odesa, Odessa).

    Returns:
        A mapping of all keys; the head of a group is its longest key, then the first by text.
    """
    edges = [(key, acronym) for key, shorts in sorted(introduced.items()) for acronym in sorted(shorts) if acronym in keys]
    settled = {acronym for _, acronym in edges}
    edges += _of_one_acronym(keys, introduced)
    edges += [edge for edge in _by_initials(keys, acronyms) if edge[1] not in settled]
    edges += [
        *_cut_short(keys),
        *firms(keys, places, acronyms),
        *owned(keys, places, acronyms),
        *respelled(keys, places),
        *_spelled_alike(keys, places),
        *_one_letter_apart(keys),
        *_coordinated(keys),
        *_without_place(keys, places, acronyms),
        *blends(keys, places),
        *without_kind(keys),
        *half_initials(keys),
        *same_house(keys),
        *written_out(keys),
        *without_type(keys, places),
        *without_home(keys, places, acronyms),
    ]
    return _heads(sorted(keys), edges)


def _of_one_acronym(keys: Mapping[str, frozenset[str]], introduced: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Pair names behind which brackets give one acronym of three letters or more that is itself no name of the event."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key, shorts in sorted(introduced.items()):
        for short in sorted(shorts):
            if len(short) > 2 and short not in keys and key in keys:
                holders[short].append(key)
    return [(held[0], key) for _, held in sorted(holders.items()) for key in held[1:]]


def _by_initials(keys: Mapping[str, frozenset[str]], acronyms: frozenset[str]) -> list[tuple[str, str]]:
    long: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        for short in sorted(initials(key)):
            long[short].append(key)
    pairs = [(long[short][0], short) for short in sorted(acronyms) if " " not in short and len(set(long.get(short, ()))) == 1]
    pairs = [(key, short) for key, short in pairs if not is_kind(short, key, keys)]
    pairs = [(key, short) for key, short in pairs if short[0] in (key[0], _office_letter(key)) or keys[key] & keys[short]]
    # Two letters fit too much: one article at least must have both forms.
    return [(key, short) for key, short in pairs if len(short) > 2 or keys[key] & keys[short]]


def is_kind(short: str, key: str, keys: Iterable[str]) -> bool:
    """Tell whether an acronym is the kind of thing that others of the event are as well: GRC where there is another GRC than this one.

    It stands behind names that are not the beginning of ``key``, and for some of the words of ``key`` alone.
    """
    if len(short) >= sum(word not in _SMALL for word in key.split()):
        return False
    heads = {other.rpartition(" ")[0] for other in keys if other.endswith(" " + short)}
    return any(not key.startswith(head + " ") for head in heads)


def _office_letter(key: str) -> str:
    """The letter with which the name of a department or ministry begins where "of" follows it."""
    last = key.rsplit(" ", 1)[-1]
    return last[0] if last in ("department", "ministry") else ""


def _without_place(keys: Mapping[str, frozenset[str]], places: frozenset[str], acronyms: frozenset[str]) -> list[tuple[str, str]]:
    """Pair a name of two words, or an acronym, with the only longer one that adds a place of the event: State Museum (Northport)."""
    long: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        head, _, last = key.rpartition(" ")
        if last in places and (" " in head or head in acronyms) and head in keys and key not in places:
            long[head].append(key)
    return [(found[0], head) for head, found in sorted(long.items()) if len(found) == 1]


def _cut_short(keys: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Pair a name of two or more words with the only longer one that goes on with "of": Royal College (of Surgeons).

    Longer ones that only add words to the shortest (a title that the tagger took in) do not make it two.
    """
    long: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        head, of, _ = key.partition(" of ")
        if of and " " in head and head in keys:
            long[head].append(key)
    shortest = {head: min(fuller, key=lambda key: (len(key), key)) for head, fuller in sorted(long.items())}
    return [(fuller, head) for head, fuller in shortest.items() if all(key.startswith(fuller) for key in long[head])]


def _one_letter_apart(keys: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Pair names of two words and more in which one long word differs by one letter, where no article has both.

    Of two words a letter must be missing, not replaced.
    """
    blocks: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key in sorted(keys):
        words = key.split()
        if len(words) > 1:
            for index, word in enumerate(words):
                if len(word) >= _LEAST_WORD and word.isalpha():
                    blocks[index, " ".join((*words[:index], *words[index + 1 :]))].append(key)
    edges = []
    for (index, _), found in sorted(blocks.items()):
        for key, other in combinations(found, 2):
            if len(key.split()) < 3 and len(key) == len(other):
                continue
            if max(len(key.split()[index]), len(other.split()[index])) <= _LEAST_WORD:
                continue
            if not keys[key] & keys[other] and OSA.distance(key.split()[index], other.split()[index], score_cutoff=1) == 1:
                edges.append((key, other))
    return edges


def _coordinated(keys: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Pair a name that joins two fields by "and" with the only one that has one of them: Food (and Drug) Office."""
    long: dict[str, set[str]] = defaultdict(set)
    for key in sorted(keys):
        words = key.split()
        if words.count("and") == 1 and 0 < (at := words.index("and")) < len(words) - 2:
            for short in (words[:at] + words[at + 2 :], words[: at - 1] + words[at + 1 :]):
                if len(short) > 1:
                    long[" ".join(short)].add(key)
    return [(sorted(found)[0], short) for short, found in sorted(long.items()) if short in keys and len(found) == 1]


def _spelled_alike(keys: Mapping[str, frozenset[str]], places: frozenset[str]) -> list[tuple[str, str]]:
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    edges = []
    for key in sorted(places & keys.keys()):
        block = tuple(skeleton(word) for word in key.split())
        for other in blocks[block]:
            if not keys[key] & keys[other] and all(sounds_alike(a, b) for a, b in zip(key.split(), other.split(), strict=True)):
                edges.append((other, key))
                break
        blocks[block].append(key)
    return edges


def _heads(keys: list[str], edges: list[tuple[str, str]]) -> dict[str, str]:
    parent = {key: key for key in keys}

    def find(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for left, right in edges:
        parent[find(left)] = find(right)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        groups[find(key)].append(key)
    heads = {root: min(group, key=lambda key: (-len(key), key)) for root, group in groups.items()}
    return {key: heads[find(key)] for key in keys}
