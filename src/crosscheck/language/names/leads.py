"""What a tagger took into a person's name that is none of it: an office or a body in capitals before it, a second name behind a stroke."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosscheck.language.reading import Named

_STROKE = re.compile(r"(?<!\b[sdaSDA])\s*/\s*(?![oOlLpP] )")
"""Between the names of a list, as captions have them; not in s/o, d/o, a/l, a/p."""
_COMPOUND = re.compile(r"-(?:[a-z]+-)?[A-Z]")
_LONG_COMPOUND = re.compile(r"-[A-Za-z]+-[A-Z]")
_SAINTS = re.compile(r"\bSt\.? [A-Z][\w-]+['’]s?(?!\w)")
_LEAD = re.compile(r"(?:[A-Z][\w'’-]* ){0,4}?(?P<lead>[A-Z]{2,4}) (?P<name>[A-Z][\w'’.-]*[a-z]\w*(?: [A-Z][\w'’.-]*)+)")
_OFFICES = frozenset("MP MPs PM VP AG BG SM LG DG CJ RM HR FM DM JP PC QC KC DI DS GM".split())
"""Offices, ranks and parts of offices of two letters; other two capitals may be somebody's initials."""
_NUMERALS = frozenset({"III", "VII", "XII", "MBE", "OBE", "CBE", "PHD"})
_INITIALS = 2
"""Capitals without full stops that may be somebody's initials (JD); three before two more words are an office, a body or a place."""


def listed(entity: Named) -> Iterator[Named]:
    """Part the people of a list: "Ann Roe/ Paul Stone/" gives two."""
    start = 0
    if any(not piece[0].isupper() for piece in _STROKE.split(entity.text) if piece.strip()):
        yield entity  # markup and addresses are no lists
        return
    for match in (*_STROKE.finditer(entity.text), None):
        end = match.start() if match else len(entity.text)
        if entity.text[start:end].strip():
            yield Named(entity.start + start, entity.start + end, entity.text[start:end], entity.label)
        start = match.end() if match else end


def whole_words(text: str, entities: Sequence[Named]) -> Iterator[Named]:
    """Leave out the beginning of a compound that a tagger took for a name or its end: "Ann Roe | Re"-Elected, "Chip"-and-Pin.

    What is named after a saint (St Brigid's) is a body.
    """
    for entity in entities:
        words = entity.text.split(" ")
        saint = _SAINTS.match(text, max(0, entity.start - 4)) if entity.label == "PERSON" else None
        saint = saint or (_SAINTS.match(text, entity.start) if entity.label == "PERSON" else None)
        if saint is not None and entity.end <= saint.end() <= entity.end + 2:
            yield Named(saint.start(), saint.end(), saint.group(), "ORG")
            continue
        if entity.label != "PERSON" or not _COMPOUND.match(text, entity.end):
            yield entity
        elif len(words) > _INITIALS:
            kept = " ".join(words[:-1])
            yield Named(entity.start, entity.start + len(kept), kept, entity.label)
        elif len(words) > 1 or not _LONG_COMPOUND.match(text, entity.end):
            yield entity


def without_leads(entities: Sequence[Named]) -> list[Named]:
    """Cut capitals before a full name of two words or more: "Harbour GRC Goh Wei Lin", "MP Ann Roe" are Goh Wei Lin and Ann Roe.

    A name that ends in capitals as others of the article do (Harbour GRC) is a place.
    Two capitals are cut where they are an office's, or where the article has the name without them as well.
    """
    known = {entity.text for entity in entities if entity.label == "PERSON"}
    kinds = _kinds(entities)
    return [_place(_without_lead(entity, known), kinds) if entity.label == "PERSON" else entity for entity in entities]


def _kinds(entities: Sequence[Named]) -> frozenset[str]:
    """Words in capitals that end the names of two or more things of the article: Harbour GRC, Quarlow GRC."""
    heads: dict[str, set[str]] = {}
    for entity in entities:
        head, _, last = entity.text.rpartition(" ")
        if head and last.isupper() and last.isalpha() and len(last) > _INITIALS and last not in _NUMERALS and not head.isupper():
            heads.setdefault(last, set()).add(head)
    return frozenset(last for last, found in heads.items() if len(found) > 1)


def _place(entity: Named, kinds: frozenset[str]) -> Named:
    return entity if entity.text.rpartition(" ")[2] not in kinds else Named(entity.start, entity.end, entity.text, "GPE")


def _without_lead(entity: Named, known: set[str]) -> Named:
    match = _LEAD.fullmatch(entity.text)
    alone = match is not None and match.start("lead") == 0
    if match is None or not (len(match["lead"]) > _INITIALS or (alone and match["lead"] in _OFFICES) or match["name"] in known):
        return entity
    return Named(entity.start + match.start("name"), entity.end, match["name"], entity.label)
