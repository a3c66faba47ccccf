"""Interviews and transcripts: paragraphs that begin with their speaker and a colon ("NAME: …"), without quotation marks."""

from __future__ import annotations

import re

from crosscheck.language.reading import Reading
from crosscheck.records import Span

FEWEST = 3
"""Labelled paragraphs from which an article is read as a transcript; fewer are headings ("Listen: …") as often as speakers."""
_LABEL = re.compile(r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}):\s+(?=\S)")
_SHORTEST = 3


def labelled(reading: Reading) -> list[tuple[Span, Span]]:
    """Return label and words of the paragraphs of a transcript, in order; nothing for other articles.

    A label counts where it is written in capitals, recognised as a person, or used twice.
    """
    people = {entity.start for entity in reading.entities if entity.label == "PERSON"}
    found: list[tuple[Span, Span]] = []
    for paragraph in reading.paragraphs:
        match = _LABEL.match(reading.text, paragraph.start, paragraph.end)
        if match and reading.count(Span(match.end(), paragraph.end)) >= _SHORTEST and not reading.is_quoted(match.end() + 1):
            found.append((Span(match.start(1), match.end(1)), Span(match.end(), paragraph.end)))
    uses: dict[str, int] = {}
    for label, _ in found:
        name = reading.text[label.start : label.end]
        uses[name] = uses.get(name, 0) + 1
    kept = [
        (label, words)
        for label, words in found
        for name in [reading.text[label.start : label.end]]
        if name.isupper() or label.start in people or uses[name] > 1
    ]
    return kept if len(kept) >= FEWEST and len({reading.text[label.start : label.end] for label, _ in kept}) > 1 else []
