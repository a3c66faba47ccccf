"""Offices in capitals before a surname (SM Roe, DPM Goh), learned from the articles that write them out before the full name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosscheck.compare.entities.names import bare, person_name
from crosscheck.compare.entities.titles import is_office_word, name_start
from crosscheck.compare.words.sounds import plain
from crosscheck.records import Mention

_WINDOW = 60
"""Characters before a name in which its office is read."""
_WORD = re.compile(r"[^\W\d_]+")
_CAPITALS = re.compile(r"(?<![\w'’-])([A-Z]{2,4}) $")
_LEAD = re.compile(r"([A-Z]{2,4}) (?=\S+$)")
_TIMES = frozenset({"former", "ex", "then", "late", "retired"})
_SMALL = frozenset({"of", "for", "the", "and", "in", "at"})


@dataclass(frozen=True, slots=True)
class Offices:
    """The initials of offices that the articles write out before full names."""

    of_token: Mapping[str, frozenset[str]]
    """By first and last word of the name."""

    def without(self, name: str) -> str:
        """Return a name of one word without the office in capitals before it, where somebody of that name holds one: SM Roe, Roe."""
        lead = _LEAD.match(bare(name))
        word = bare(name)[lead.end() :] if lead else ""
        return word if lead and lead[1].lower() in self.of_token.get(plain(word), frozenset()) else name

    def before(self, mention: Mention, text: str) -> str:
        """Return the office in capitals before a mention or at its head, or nothing; lower case."""
        lead = _LEAD.match(bare(mention.text)) or _CAPITALS.search(text, max(0, mention.start - _WINDOW), mention.start)
        return lead[1].lower() if lead else ""


def read_offices(mentions: Iterable[Mention], texts: Mapping[str, str]) -> Offices:
    """Read the offices before the full names of people."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        tokens = person_name(mention.text).tokens if mention.label == "PERSON" else ()
        office = initials_before(texts[mention.source], mention.start, mention.end) if len(tokens) > 1 else ""
        if office:
            found[tokens[0]].add(office)
            found[tokens[-1]].add(office)
    return Offices({token: frozenset(held) for token, held in found.items()})


def initials_before(text: str, start: int, end: int) -> str:
    """Return the initials of the office of two words or more right before a name: "Senior Minister" Goh Wei Lin gives ``sm``."""
    name = name_start(text, start, end)
    letters, after = "", name
    for match in reversed(list(_WORD.finditer(text, max(0, name - _WINDOW), name))):
        word = plain(match.group())
        if text[match.end() : after] not in (" ", "-") or not is_office_word(word) or word in _TIMES:
            break
        if word not in _SMALL:
            if not match.group()[0].isupper():
                break
            letters = word[0] + letters
        after = match.start()
    return letters if len(letters) > 1 else ""
