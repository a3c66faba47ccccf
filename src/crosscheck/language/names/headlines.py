"""Names in headlines with capitals throughout, over whose ends a tagger runs, and names with a nickname in marks, which it tears apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from crosscheck.language.names.repeated import unowned
from crosscheck.language.names.titles import is_title
from crosscheck.language.reading import Named

_WORDS = re.compile(r"[^\W\d_][\w'’-]{3,}")
_HELD = frozenset({"PERSON", "ORG", "FAC", "GPE", "NORP", "MISC"})
_KNOWN = frozenset({"PERSON", "ORG", "FAC", "GPE"})
_LEAST_WORDS = 3
"""Words of a name in a headline that may hold more than a name."""
_CAPITALS = 0.7
"""Share of the longer words of a line that have a capital, from which it is a headline."""
_NICKNAMED = re.compile(
    r"(?<![\w’'-])(?P<first>[A-Z][a-z][\w’-]*)(?: [A-Z]\.?)? [“\"‘'][A-Z][\w.-]*(?: [A-Z][\w-]*)?[”\"’'] (?P<last>[A-Z][\w’'-]*\w)"
)


def without_headlines(text: str, entities: Sequence[Named]) -> list[Named]:
    """Return the entities with those of headlines cut to the names that the article has elsewhere: "Halden Homes | Wins Vote".

    A name that holds none of them stays, and so does one that the article has elsewhere as it is.
    """
    titled = [len(entity.text.split()) >= _LEAST_WORDS and entity.label in _HELD and _is_headline(text, entity) for entity in entities]
    if not any(titled):
        return list(entities)
    body = [entity for entity in entities if entity.label in _KNOWN and not _is_headline(text, entity)]
    known: dict[str, str] = {}
    for entity in body:
        words = unowned(entity.text).split()
        for first in range(len(words) - 1) if entity.label == "ORG" else range(min(1, len(words) - 1)):
            known.setdefault(" ".join(words[first:]).casefold(), entity.label)
    kept: list[Named] = []
    for entity, headline in zip(entities, titled, strict=True):
        pieces = list(_pieces(entity, known)) if headline and unowned(entity.text).casefold() not in known else []
        kept += pieces or [entity]
    return kept


def _is_headline(text: str, entity: Named) -> bool:
    """Tell whether the line of a name has capitals throughout and ends no sentence."""
    start, end = text.rfind("\n", 0, entity.start) + 1, text.find("\n", entity.end)
    line = text[start : end if end >= 0 else len(text)].strip()
    words = _WORDS.findall(line)
    return line[-1:] not in '.”"' and len(words) > _LEAST_WORDS and sum(word[0].isupper() for word in words) >= _CAPITALS * len(words)


def _pieces(entity: Named, known: dict[str, str]) -> Iterator[Named]:
    words = list(re.finditer(r"\S+", entity.text))
    first = 0
    while first < len(words):
        for last in range(len(words), first + 1, -1):
            name = unowned(entity.text[words[first].start() : words[last - 1].end()])
            if name.casefold() in known:
                start = entity.start + words[first].start()
                yield Named(start, start + len(name), name, known[name.casefold()])
                first = last - 1
                break
        first += 1


def with_nicknamed(text: str, entities: Sequence[Named]) -> list[Named]:
    """Return the entities with one person for the pieces of a name with a nickname in marks: Patricia "Patsy" Rowe.

    A tagger must have one of the pieces for a person, and nothing of the name for another thing.
    """
    found = list(entities)
    for match in _NICKNAMED.finditer(text):
        starts = [entity.start for entity in found]
        low = max(0, bisect_left(starts, match.start()) - 1)
        inside = [at for at in range(low, bisect_right(starts, match.end() - 1)) if found[at].end > match.start()]
        if not inside or is_title(match["first"]) or any(found[at].label != "PERSON" for at in inside):
            continue
        start, end = min(match.start(), found[inside[0]].start), max(match.end(), found[inside[-1]].end)
        found[inside[0] : inside[-1] + 1] = [Named(start, end, text[start:end], "PERSON")]
    return found
