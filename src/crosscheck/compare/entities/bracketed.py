"""Acronyms in brackets right behind a name whose letters stand in another order, or for the name in another language."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosscheck.compare.entities.names import body_key
from crosscheck.compare.words.sounds import plain
from crosscheck.records import Mention

_BRACKET = re.compile(r"\s?\(([A-Z](?:[.&-]?[A-Z\d]){1,7}\.?)\)")
_TWO_WORDS = re.compile(r"\s?\(([A-Z]\w+ [A-Z]\w+)\)")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "at", "a"})
_NO_NAMES = frozenset(
    """
afp ani dpa efe ians pti tass upi
ceo cfo coo cto cmo mps mep dpm svp evp phd
bst cet edt est gmt pdt pst sgt utc
usd sgd myr eur gbp aud hkd kmh mph sqm psf
nyse lse sgx hkex asx nsw
""".split()
)
"""What brackets behind a name give as well: agencies of a dateline, offices, time zones, currencies, units, exchanges."""
_LEAST = 3
"""Letters of an acronym that fits loosely: two letters are a unit, a state or a party too often."""
_HEADS = frozenset(
    """
academy administration agency army association authority board building bureau centre center command commission committee complex
corporation corps council court department directorate federation force foundation front fund guard institute league ministry movement
office organization party police programme program secretariat service society tribunal union
""".split()
)
"""What a body's name in another language says it is; a constituency, a club or a firm with a party, a country or a ticker is none."""
_NAMED = frozenset({"ORG", "FAC", "GPE", "LOC"})


def acronym_behind(text: str, end: int) -> str:
    """Return the key of the one word in capitals that fills the brackets right behind ``end``, or nothing."""
    bracket = _BRACKET.match(text, end)
    key = body_key(bracket[1]) if bracket else ""
    return key if len(key) >= _LEAST and key not in _NO_NAMES else ""


def half_acronym(text: str, name: str, end: int) -> str:
    """Return the key of brackets that have a word of the name beside the initials of the others, or nothing.

    Harlow University of Technology (TU Harlow).
    """
    bracket = _TWO_WORDS.match(text, end)
    if bracket is None:
        return ""
    words = bracket[1].split()
    kept = [word for word in words if word in name.split()]
    short = [word for word in words if word not in kept]
    others = Counter(word[0] for word in _WORD.findall(name) if word not in kept and word[0].isupper())
    fits = len(kept) == len(short) == 1 and short[0].isupper() and len(short[0]) > 1 and Counter(short[0]) == others
    return body_key(bracket[1]) if fits else ""


def shares_letters(acronym: str, name: str) -> bool:
    """Tell whether all letters of an acronym but one begin words of a name, in any order: Omar Harbour Hall (DOH)."""
    words = [word for word in _WORD.findall(plain(name)) if word not in _SMALL]
    letters = Counter(letter for letter in acronym if letter.isalpha())
    shared = sum((letters & Counter(word[0] for word in words)).values())
    return len(words) > 1 and shared >= max(2, letters.total() - 1)


def introduced_loosely(mentions: Sequence[Mention], texts: Mapping[str, str]) -> dict[str, str]:
    """Return for keys of names (``names.body_key``) the key of the acronym that brackets right behind them give for them.

    Its letters begin the name's words in any order, but for one; or, where they do not (the name is translated), the name says what
    body it is, no other such name has the acronym, and the acronym is used without brackets as well.
    A name with two such acronyms has none.
    """
    behind: dict[str, set[str]] = defaultdict(set)
    others: dict[str, set[str]] = defaultdict(set)
    alone: set[str] = set()
    for mention in mentions:
        text, key = texts[mention.source], body_key(mention.name)
        if mention.text.isupper() and text[mention.start - 1 : mention.start] != "(":
            alone.add(body_key(mention.text))
        acronym = acronym_behind(text, mention.end) if " " in key else ""
        if acronym:
            behind[key].add(acronym)
            if not shares_letters(acronym, mention.text):
                others[acronym].add(key if _HEADS.intersection(key.split()) else "")
    return {
        key: acronym
        for key, found in sorted(behind.items())
        if len(found) == 1
        for acronym in found
        if shares_letters(acronym, key) or (others[acronym] == {key} and acronym in alone)
    }


def with_bracketed(mentions: Sequence[Mention], texts: Mapping[str, str]) -> list[Mention]:
    """Return the mentions with bodies for people whose acronym in brackets is that of a body or place (Sultan Omar Hall, HSO).

    The acronym stands behind a name of another label too, and is itself labelled as no person more often than as one.
    """
    votes: dict[str, Counter[bool]] = defaultdict(Counter)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    people: dict[str, str] = {}
    for mention in mentions:
        votes[body_key(mention.text)][mention.label == "PERSON"] += 1
        acronym = acronym_behind(texts[mention.source], mention.end)
        if acronym and shares_letters(acronym, mention.text):
            if mention.label == "PERSON":
                people[body_key(mention.text)] = acronym
            elif mention.label in _NAMED:
                labels[acronym][mention.label] += 1
    things = {
        key: min(labels[acronym], key=lambda label: (-labels[acronym][label], label))
        for key, acronym in people.items()
        if acronym in labels and votes[acronym][False] > votes[acronym][True]
    }
    return [
        replace(mention, label=things[key], name=mention.text)
        if mention.label == "PERSON" and (key := body_key(mention.text)) in things
        else mention
        for mention in mentions
    ]
