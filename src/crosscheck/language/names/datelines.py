"""Datelines: the place (and day, and agency) that a first paragraph begins with, which are nobody's words and no part of a name."""

from __future__ import annotations

import re

from crosscheck.language.reading import Reading

_PLACE = r"[A-Z][A-Z.’'-]*[A-Z](?:[ /][A-Z][A-Z.’'-]*)*"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAY = rf"(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH})"
_DATELINE = re.compile(
    rf"{_PLACE}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)??(?P<day>, {_DAY}(?:, \d{{4}})?)?(?P<agency> ?\([^()\n]{{2,40}}\))?"
    r"(?: ?— ?| ?-- ?| [–-] |: )(?=\S)"
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def dateline_ends(reading: Reading) -> dict[int, int]:
    """Return for each paragraph that begins with a dateline, by its start: where the words after it begin.

    A place before a colon is one where a day or an agency follows it or the pipeline took it for a place: "ANN ROWE: …" is a turn.
    """
    ends: dict[int, int] = {}
    for paragraph in reading.paragraphs:
        match = _DATELINE.match(reading.text, paragraph.start, paragraph.end)
        if match is None:
            continue
        first = next(iter(reading.entities_in(paragraph.start, paragraph.start + 1)), None)
        if match["day"] or match["agency"] or (first is not None and first.label in _PLACES):
            ends[paragraph.start] = match.end()
    return ends
