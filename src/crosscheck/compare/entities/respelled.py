"""Names of bodies and places spelled in two ways: parted elsewhere, in the plural, romanised otherwise, with a translated type."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import combinations

Keys = Mapping[str, frozenset[str]]
"""Keys (``names.body_key``) of all names and the sources that have them."""
_LEAST_TOGETHER = 6
"""Letters of a name from which the same letters are one name, wherever its words are parted."""
_LEAST_PLURAL = 4
_LONGEST_SYLLABLE = 6
_TYPES = dict(
    pair.split("=")
    for pair in """
island=island isle=island pulau=island ilha=island isla=island mount=mount gunung=mount monte=mount mountain=mount river=river sungai=river
sungei=river rio=river lake=lake tasik=lake lago=lake lac=lake village=village kampung=village kampong=village
""".split()
)
"""What a place is, in English and as it stands in names of Malay, Portuguese, Spanish and French."""
_SYLLABLE = ((re.compile(r"^h[wu](?=a)"), "w"), (re.compile(r"(?<=[a-z])h$"), ""), (re.compile(r"ng$"), "n"), (re.compile(r"oo"), "u"))
"""How one Chinese syllable is romanised: Hwa, Hua, Wah; Min, Ming."""


def respelled(keys: Keys, places: frozenset[str]) -> list[tuple[str, str]]:
    """Pair names that are one in another spelling, in sources of their own where the spelling may be another name's.

    Kestrel Air, KestrelAir; Harbour Council, Harbour Councils; Sin Min School, Sin Ming School; Pulau Quarl, Quarl Island.
    """
    together = _alike(keys, lambda key: key.replace(" ", "") if len(key.replace(" ", "")) >= _LEAST_TOGETHER else "")
    plural = _alike(keys, _singular)
    typed = _alike({key: keys[key] for key in sorted(places & keys.keys())}, _typed)
    return [*together, *plural, *typed, *_syllables(keys)]


def _alike(keys: Keys, form: Callable[[str], str]) -> list[tuple[str, str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        if form(key):
            blocks[form(key)].append(key)
    return [(found[0], other) for _, found in sorted(blocks.items()) for other in found[1:]]


def _singular(key: str) -> str:
    """The words of a key without the s of the plural; nothing for a single word."""
    words = key.split()
    cut = [word[:-1] if len(word) > _LEAST_PLURAL and word[-1] == "s" and word[-2] not in "sui" else word for word in words]
    return " ".join(cut) if len(words) > 1 else ""


def _typed(key: str) -> str:
    """The type of a place and its name, wherever the type stands."""
    words = [word for word in key.split() if word not in ("of", "the")]
    for at in (0, -1):
        if len(words) > 1 and words[at] in _TYPES:
            rest = words[1:] if at == 0 else words[:-1]
            return " ".join((_TYPES[words[at]], *rest))
    return ""


def _syllables(keys: Keys) -> list[tuple[str, str]]:
    """Pair names of two words and more in which one short word differs as romanisations of one syllable do."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(keys):
        if " " in key:
            blocks[" ".join(syllable(word) for word in key.split())].append(key)
    return [
        (left, right)
        for _, found in sorted(blocks.items())
        for left, right in combinations(found, 2)
        if not keys[left] & keys[right] and sum(a != b for a, b in zip(left.split(), right.split(), strict=True)) == 1
    ]


def syllable(word: str) -> str:
    """Return a short word as one romanisation of Chinese has it; a long one unchanged."""
    if len(word) > _LONGEST_SYLLABLE or not word.isalpha():
        return word
    for pattern, letter in _SYLLABLE:
        word = pattern.sub(letter, word)
    return word
