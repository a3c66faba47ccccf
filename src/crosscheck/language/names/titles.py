"""Word tables for people, bodies and documents: titles, ranks, roles, gender. No proper names but given names."""

from __future__ import annotations

import re
from functools import lru_cache

from crosscheck.language.tables import read_table

_TABLE = read_table("people")
GENDER_OF_NAME = {name: gender for gender, names in _TABLE["given"].items() for name in names.split()}
GENDER_OF_NOUN = {noun: gender for gender, nouns in _TABLE["gendered"].items() for noun in nouns.split()}
_WORDS = {name: frozenset(words.split()) for name, words in _TABLE["words"].items()}
HONORIFICS = _WORDS["honorifics"]
RANKS = HONORIFICS | _WORDS["ranks"]
"""Words before a name that are never part of it."""
_ROLES = _WORDS["roles"]
_MODIFIERS = _WORDS["modifiers"]
BODY_NOUNS = _WORDS["bodies"]
MEDIA_NOUNS = _WORDS["media"]
"""Words in names of media, or right after them: "the … Herald", "… newspaper"."""
OUTLETS = _WORDS["outlets"]
"""Abbreviations of media that take an article, as those of other bodies do."""
DOCUMENT_NOUNS = _WORDS["documents"]
GROUP_NOUNS = _WORDS["groups"]
EPITHETS = _WORDS["epithets"]
"""Words for what the one just told of is known for: "the striker", "the pensioner"."""
HELD_BY_MANY = _WORDS["held_by_many"]
"""Offices of which an article may know several holders."""
ACTING = _WORDS["acting"]
"""People who act on the one told of: they are others."""
MOODS = _WORDS["moods"]
"""Words before such a noun that describe the one just told of."""
DETERMINERS = _WORDS["determiners"]
SYNONYMS = {word: frozenset(others.split()) for word, others in _TABLE["synonyms"].items()}
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_IRREGULAR_PLURALS = {"men": "man", "women": "woman", "people": "people", "children": "child", "spokesmen": "spokesman", "wives": "wife"}
MASCULINE, FEMININE = "m", "f"
_OFFICES = frozenset({"president", "senator", "general", "pope", "secretary", "governor"})
"""Roles that stand before a surname alone."""
_EDGES = re.compile(r"^[\s\"“”‘’'(\[,]+|[\s\"“”‘’'),\]:;—–]+$")


@lru_cache(maxsize=1 << 16)
def bare(form: str) -> str:
    """Return a word in lower case without full stops at its end, for looking up in the tables."""
    return form.lower().replace("’", "'").rstrip(".")


@lru_cache(maxsize=1 << 16)
def singular(form: str) -> str:
    """Return a plural noun's likely singular; other words unchanged."""
    word = bare(form)
    if word in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "sses", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=1 << 16)
def is_role(form: str) -> bool:
    """Tell whether a word names what a person is or does."""
    return bare(form) in _ROLES or bare(form) in RANKS or bare(form) in GENDER_OF_NOUN


def is_title(form: str) -> bool:
    """Tell whether a word can stand in a title before a name."""
    return is_role(form) or bare(form) in _MODIFIERS or bare(form).startswith(("ex-", "vice-", "then-"))


def strip_titles(name: str) -> str:
    """Cut titles and ranks from the front of a person's name ("U.S. Army General Ann Rowe"), and a possessive from its end."""
    words = _EDGES.sub("", re.sub(r"['’]s?$", "", _EDGES.sub("", name))).split()
    last = max((i for i, word in enumerate(words[:-1]) if i and is_role(word) and is_title(words[0])), default=-1)
    if last >= 0 and not all(bare(word) in SUFFIXES for word in words[last + 1 :]):
        words = words[last + 1 :]
    while len(words) > 1 and _leads_name(words[0], len(words)):
        words.pop(0)
    return " ".join(words)


def _leads_name(word: str, words: int) -> bool:
    """Tell whether the first of so many words of a name is a title; a role before a single word may be a given name (Dean)."""
    form = bare(word)
    if form in RANKS or form in _OFFICES:
        return True
    return words > 2 and (form in _ROLES or (form in _MODIFIERS and form not in GENDER_OF_NAME))


def is_office(name: str, label: str) -> bool:
    """Tell whether what the pipeline took for a name is an office without its holder: "Joint Inspectors", "Northtown MP"."""
    words = name.split()
    if not is_role(words[-1]):
        return label == "PERSON" and len(words) > 1 and is_role(singular(words[-1])) and all(is_title(word) for word in words[:-1])
    abbreviated = len(words) > 1 and words[-1].isupper() and len(words[-1]) > 1 and not "".join(words[:-1]).isupper()
    return label != "PERSON" or abbreviated or all(is_title(word) for word in words)
