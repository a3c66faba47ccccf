"""The spaCy component ``crosscheck_values``: typed values in ``doc.ents``, by a grammar on top of any pipeline's names and tags.

Spans follow the OntoNotes extents: the words that bound or soften a number belong to it ("more than 40", "nearly a third"), prepositions do
not. Names of the pipeline keep their place; its own dates, times, amounts and numbers give way to what the grammar reads.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.attrs import IDX  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc, Span

from crosscheck.language.reader.attributions import text_of
from crosscheck.language.values.calendar import Calendar, Found
from crosscheck.language.values.numbers import numbers
from crosscheck.language.values.words import fold, lower

NAME = "crosscheck_values"
TYPES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"})
"""The labels that the component sets; it takes away every other span of these labels."""
_SURE = frozenset({"day", "clock", "money", "percent", "measure", "part", "holiday"})
"""Forms that are no name even where the pipeline sees a name of the same extent."""
_YEAR_NUMBER = re.compile(r"(?:1[5-9]|20)(?<![\w,.]\d\d)\d\d(?![\w,])")


class Tokens:
    """The tokens of a Doc by offset, and where its persons end."""

    def __init__(self, doc: Doc, names: Sequence[Span]) -> None:
        """Index ``doc``; ``names`` are its entities that are no values."""
        self.doc = doc
        self.starts = doc.to_array([IDX]).tolist()
        self.people = frozenset(name.end_char for name in names if name.label_ == "PERSON")

    def after(self, offset: int) -> tuple[str, str]:
        """Return the first word at ``offset`` or later that is no white space, and its tag."""
        at = bisect_left(self.starts, offset)
        while at < len(self.starts) and self.doc[at].is_space:
            at += 1
        return (self.doc[at].text, self.doc[at].tag_) if at < len(self.starts) else ("", "")

    def is_person_before(self, offset: int) -> bool:
        """Tell whether a person's name ends at ``offset``."""
        return offset in self.people

    def span(self, found: Found) -> Span | None:
        """Return the tokens of a stretch; None where one of them holds more than punctuation besides."""
        first = bisect_right(self.starts, found.start) - 1
        last = bisect_left(self.starts, found.end)
        span = Span(self.doc, first, last, label=found.label)
        if self.starts[first] == found.start and span.end_char == found.end:
            return span
        before = span.text[: found.start - span.start_char]
        after = span.text[len(span.text) - max(0, span.end_char - found.end) :] if span.end_char > found.end else ""
        return None if any(character.isalnum() for character in before + after) else span


def find_values(doc: Doc, tokens: Tokens) -> list[Found]:
    """Return the typed values of a Doc in order, not overlapping; reads its text, its tags and its persons."""
    plain = fold(text_of(doc))
    low = lower(plain)
    counted = {match.end() for match in _YEAR_NUMBER.finditer(plain) if tokens.after(match.end())[1] == "NNS"}
    days = Calendar(plain, low, counted).read()
    taken = bytearray(len(plain))
    for found in days:
        taken[found.start : found.end] = b"\x01" * (found.end - found.start)
    return sorted([*days, *numbers(plain, low, taken, tokens)])


class CrosscheckValues:
    """Replaces the values among ``doc.ents`` by those of the grammar; holds no data and no state."""

    def __call__(self, doc: Doc) -> Doc:
        """Annotate ``doc`` in place and return it."""
        names = [ent for ent in doc.ents if ent.label_ not in TYPES]
        tokens = Tokens(doc, names)
        doc.set_ents(_settled(names, [(found, span) for found in find_values(doc, tokens) if (span := tokens.span(found))]))
        return doc


@Language.factory(NAME, assigns=["doc.ents", "token.ent_type", "token.ent_iob"], requires=["doc.ents"])
def make_values(nlp: Language, name: str) -> CrosscheckValues:
    """Make the component; it stands after whatever sets tags and names."""
    return CrosscheckValues()


def _settled(names: Sequence[Span], values: Sequence[tuple[Found, Span]]) -> list[Span]:
    """Choose where names and values overlap: a value that holds a whole name and more wins, else the name."""
    owner = {at: number for number, name in enumerate(names) for at in range(name.start, name.end)}
    chosen: list[Span] = []
    dropped: set[int] = set()
    end = 0
    for found, value in values:
        rivals = {owner[at] for at in range(value.start, value.end) if at in owner}
        if value.start >= end and all(_outweighs(found, value, names[rival]) for rival in rivals):
            chosen.append(value)
            dropped |= rivals
            end = value.end
    return sorted([*(name for number, name in enumerate(names) if number not in dropped), *chosen], key=lambda span: span.start)


def _outweighs(found: Found, value: Span, name: Span) -> bool:
    inside = value.start <= name.start and name.end <= value.end
    return inside and (len(value) > len(name) or found.form in _SURE)
