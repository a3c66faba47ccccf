"""Who said a quotation by the words around it; tags are written out, nothing is read by a model."""

from __future__ import annotations

import re

import pytest

from crosscheck.language.drafts.locate import find_attribution
from crosscheck.language.reading import Reading
from crosscheck.records import Span, Word

TAGS = {"said": "VBD", "saying": "VBG", "scolded": "VBD", "has": "VBZ", "the": "DT", "at": "IN", "when": "WRB", "after": "IN", "him": "PRP"}
CASES = [
    ("“That pier is safe,” Rowe said.", "Rowe", "said"),
    ("The clip has Rowe saying at the hearing, “That pier is safe,” when Ahmed scolded him.", "The clip has Rowe", "saying"),
    ("“That pier is safe,” after Ahmed scolded him.", None, None),
]


@pytest.mark.parametrize(("text", "source", "cue"), CASES)
def test_cue_and_source(text, source, cue):
    words = [
        Word(m.start(), m.end(), m.group(), m.group().lower(), TAGS.get(m.group().lower(), "NNP" if m.group().istitle() else "NN"))
        for m in re.finditer(r"\w+|[^\w\s]", text)
    ]
    whole = (Span(0, len(text)),)
    reading = Reading(text, words, whole, whole)
    found = find_attribution(reading, reading.outermost[0])
    assert tuple(span and text[span.start : span.end] for span in found) == (cue, source)
