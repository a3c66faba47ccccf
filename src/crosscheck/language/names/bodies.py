"""Names of bodies and places of one article: acronyms and short forms to their full name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from crosscheck.language.reading import Reading

BODY_LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP", "MISC"})
_ACRONYM_IN_BRACKETS = re.compile(r"\s*\(\s*(?:the\s+)?[\"“‘']?([A-Z][A-Za-z&.]{1,9})[\"”’']?\s*[,;)]")

_BRACKET = re.compile(r"\s*\(.*$")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def read_bodies(reading: Reading) -> dict[tuple[int, int], str]:
    """Return the full name of everything that is no person, by its offsets."""
    names: dict[tuple[int, int], str] = {}
    bodies = [entity for entity in reading.entities if entity.label in BODY_LABELS]
    full: dict[str, str] = {}
    by_last: dict[str, dict[str, int]] = {}
    for entity in bodies:
        name = body_name(entity.text)
        match = _ACRONYM_IN_BRACKETS.match(reading.text, entity.end, entity.end + 20)
        if match and _is_acronym(match.group(1), name):
            full.setdefault(match.group(1).replace(".", ""), name)
        if entity.label == "ORG" and len(name.split()) > 1:
            full.setdefault(_initials(name), name)
            by_last.setdefault(name.split()[-1], {}).setdefault(name, entity.start)
    for entity in reading.entities:
        if entity.label == "PERSON":
            continue
        name = body_name(entity.text) if entity.label in BODY_LABELS else entity.text
        if entity.label in BODY_LABELS and name.isupper() and len(name) > 1:
            name = full.get(name.replace(".", ""), name)
        elif entity.label == "ORG" and " " not in name:
            name = _by_last_word(name, by_last.get(name, {}), entity.start)
        names[entity.start, entity.end] = name
    return names


def _by_last_word(name: str, longer: Mapping[str, int], offset: int) -> str:
    """The only body of the article that ends in a word, else the only one named before: "the Tribune"."""
    if len(longer) > 1:
        longer = {full: first for full, first in longer.items() if first < offset}
    return next(iter(longer)) if len(longer) == 1 else name


@lru_cache(maxsize=1 << 14)
def body_name(text: str) -> str:
    """Return a body's name without article, possessive and what follows in brackets."""
    name = _POSSESSIVE.sub("", _BRACKET.sub("", " ".join(text.split())))
    return _ARTICLE.sub("", name) or text


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Za-z]+", name) if word[0].isupper())


def _is_acronym(short: str, name: str) -> bool:
    letters = short.replace(".", "").lower()
    return bool(letters) and name[:1].lower() == letters[0] and all(letter in name.lower() for letter in letters)
