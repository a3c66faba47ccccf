"""Names of bodies that a tagger tore apart at their "of": "Office of the | Attorney General of Norland"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crosscheck.language.reading import Named

_OPEN = re.compile(
    r"\b(?:Office|Ministry|Department|Bureau|Board|Court|Chamber|Embassy|Bank|University|Institute|Council|Committee|Commission|Society)"
    r"(?: of(?: the)?)?$"
)
"""Nouns of bodies that what follows "of" completes."""
_BETWEEN = ("of the", "of", "the", "")
_REST = frozenset({"ORG", "PERSON", "GPE"})


def whole_offices(text: str, entities: Iterable[Named]) -> Iterator[Named]:
    """Join a body's noun with the name behind its "of"; other words or a comma between the two join nothing.

    Args:
        text: The article.
        entities: In order, not overlapping.
    """
    last: Named | None = None
    for entity in entities:
        if last is None:
            last = entity
            continue
        between = text[last.end : entity.start]
        tied = last.label == "ORG" and entity.label in _REST and _OPEN.search(last.text) and between.strip() in _BETWEEN
        if tied and " of" in last.text[-8:] + between and "\n" not in between and entity.text[:1].isupper():
            last = Named(last.start, entity.end, text[last.start : entity.end], "ORG")
        else:
            yield last
            last = entity
    if last is not None:
        yield last
