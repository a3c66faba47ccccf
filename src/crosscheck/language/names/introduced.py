"""Names right before brackets that hold their acronym: the acronym's letters tell where the name begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.language.reading import Named

_BRACKET = re.compile(r" \((?:the )?[\"“‘]?([A-Z][A-Z&]{1,8}[A-Z])[\"”’]?\)")
_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "at", "a", "from", "with", "by", "&"})
_BETWEEN = re.compile(r"(?: & |, | | / )")
_REACH = 12
"""Words before the brackets in which the name begins."""
_WINDOW = 120
_BODIES = frozenset({"ORG", "GPE", "LOC", "FAC"})
_NO_PEOPLE = frozenset({*_BODIES, "NORP", "MISC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_LAWS = frozenset({"Act", "Bill", "Code", "Convention", "Law", "Regulations", "Rules", "Treaty"})


def with_introduced(text: str, entities: Sequence[Named]) -> list[Named]:
    """Return the entities with the names completed of which a tagger has a part before their acronym in brackets.

    "Panel on Tides" where it has "Tides", before "(POT)". A name that the tagger has to its end, with more before it, keeps its bounds, and
    so does what it took for a person or for no name at all.
    """
    found = list(entities)
    labels: Mapping[str, Counter[str]] = _labels(entities)
    starts = [entity.start for entity in entities]
    for match in _BRACKET.finditer(text):
        owned = _POSSESSIVE.search(text, max(0, match.start() - 2), match.start())
        end = owned.start() if owned else match.start()
        start = name_start(text, end, match[1])
        if start is None:
            continue
        near = range(max(0, bisect_left(starts, start) - 1), bisect_left(starts, end))
        inside = [at for at in near if entities[at].end > start]
        if not inside or any(entities[at].label not in _NO_PEOPLE for at in inside):
            continue
        first, last = entities[inside[0]], entities[inside[-1]]
        if first.start <= start and last is first and last.end >= end:
            continue
        start = min(start, first.start)
        label = _label(text[start:end], [entities[at].label for at in inside], labels[match[1]])
        for at in inside:
            found[at] = Named(-1, -1, "", "")
        found[inside[0]] = Named(start, end, text[start:end], label)
    return sorted(entity for entity in found if entity.end > 0)


def name_start(text: str, end: int, acronym: str) -> int | None:
    """Return where the name before ``end`` begins whose words in capitals have an acronym's letters, one each and in order; None: none.

    Small words may have a letter too; a word with a hyphen may have one for each part.
    """
    words = list(_WORD.finditer(text, max(0, end - _WINDOW), end))[-_REACH:]
    letters = [letter.lower() for letter in acronym if letter.isalpha()]
    if not words or words[-1].end() != end:
        return None
    rest, after = letters, end
    for word in reversed(words):
        if after != end and not _BETWEEN.fullmatch(text, word.end(), after):
            return None
        after = word.start()
        small = word.group().lower() in _SMALL
        initials = [part[0].lower() for part in word.group().split("-") if part]
        if small and rest[-1:] != initials[-1:]:
            continue
        if not small and not word.group()[0].isupper():
            return None
        taken = len(initials) if rest[-len(initials) :] == initials else 1
        if rest[-taken:] == initials[:taken]:
            rest = rest[:-taken]
        elif not small:
            return None
        if not rest:
            return None if small else after
    return None


def _labels(entities: Sequence[Named]) -> defaultdict[str, Counter[str]]:
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entity in entities:
        if entity.text.isupper():
            labels[entity.text][entity.label] += 1
    return labels


def _label(name: str, parts: Sequence[str], short: Counter[str]) -> str:
    """The label of a completed name: a law's by its words, else the acronym's, else that of a part."""
    if _LAWS.intersection(name.split()):
        return "LAW"
    return next((label for label in (*sorted(short, key=lambda label: (-short[label], label)), *parts) if label in _BODIES), parts[-1])
