"""Relays: who only passes on what somebody else said, and is no rival for the words.

"Radio North quoted the ministry as saying", "a post shared by Ann Lee", "she noted that the terms called for": the words are the
ministry's, another's, the terms'.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import takewhile

from crosscheck.compare.groups.units import Unit
from crosscheck.records import Entity

_RELAYING = frozenset(
    """quoted quotes quoting cited cites citing reported reports reporting published publishes publishing carried shared shares sharing
    reposted reshared retweeted republished relayed relays relaying forwarded read reads""".split()
)
"""Words of a cue with which the words of another are passed on."""
_TEXTS = frozenset(
    """terms rules guidelines regulations law act bill order letter statement report memo document agreement contract policy charter
    constitution clause article section resolution post message notice advisory instructions mandate framework""".split()
)
"""What is written, and quoted by whoever speaks of it."""
_BEFORE = 60
"""Code points before the cue that it may be named in: "in a post shared by"."""


def passes_on(unit: Unit, other: Unit, entities: Mapping[str, Entity], texts: Mapping[str, str]) -> bool:
    """Tell whether the speaker of a quotation only passes on words, seen against another source's speaker of the same words.

    Three signs: the cue says so (quoted, shared), the words before the quotation name a text that is quoted (the terms of reference
    called for), or the paragraph around the quotation names the other speaker as well.

    Args:
        unit: The quotation whose speaker is asked about.
        other: The same words in another source.
        entities: By id.
        texts: Of the articles, by source.
    """
    return (
        _is_relayed(unit, texts[unit.source]) or _quotes_a_text(unit) or _names(unit, entities.get(other.entity or ""), texts[unit.source])
    )


def _is_relayed(unit: Unit, text: str) -> bool:
    cue, speaker = unit.statement.cue, unit.statement.speaker
    said = set(re.findall(r"\w+", cue.text.casefold())) if cue else set()
    if speaker and speaker.mention:
        before = re.findall(r"\w+", text[max(0, speaker.mention.start - _BEFORE) : speaker.mention.start].casefold())
        if before[-1:] == ["by"] and set(before[-2:-1]) & _RELAYING:
            return True
    return bool(said & _RELAYING)


def _quotes_a_text(unit: Unit) -> bool:
    """Tell whether what is written is named between the cue and the quotation, with a verb behind it."""
    own = list(takewhile(lambda token: token.quote < 0, unit.tokens))
    at = next((n for n, token in enumerate(own) if token.norm in _TEXTS), None)
    return at is not None and any(token.tag.startswith("VB") for token in own[at + 1 :])


def _names(unit: Unit, entity: Entity | None, text: str) -> bool:
    """Tell whether an entity is named in the paragraph of a quotation, outside the quoted words."""
    if entity is None:
        return False
    start = text.rfind("\n", 0, unit.statement.start) + 1
    end = text.find("\n", unit.statement.end)
    end = len(text) if end < 0 else end
    quoted = unit.statement.quoted
    first = min(span.start for span in quoted) if quoted else end
    last = max(span.end for span in quoted) if quoted else end
    own = unit.statement.speaker.name or "" if unit.statement.speaker else ""
    words = entity.name.split()
    family = own.split()[-1:] == words[-1:]  # Mr Lee is no mention of Ann Lee
    name = entity.name if entity.label != "PERSON" else words[0] if family else words[-1]
    if any(re.search(rf"\b{re.escape(name)}\b", part) for part in (text[start:first], text[last:end])):
        return True
    return any(
        place.source == unit.source
        and start <= place.start
        and place.end <= end
        and not any(span.start <= place.start and place.end <= span.end for span in quoted)
        for place in entity.mentions
    )
