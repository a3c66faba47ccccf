"""Which body a noun means: "the ministry", "the company", the one behind "a company statement"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from crosscheck.language.names.chains import Chains
from crosscheck.language.names.phrases import Phrase
from crosscheck.language.names.titles import BODY_NOUNS, GROUP_NOUNS, bare
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.memory import FOLLOWING, Memory
from crosscheck.records import TextSpan

_GENERAL_BODIES = frozenset(
    "agency company group organization organisation department committee panel campaign newspaper network ministry commission "
    "board club union paper firm".split()
)
ISSUES = frozenset({"statement", "release"})
"""Documents that a body issues in its own words."""
_OF_STATE = frozenset(
    "administration army congress council court department government military ministry navy parliament police senate".split()
)
_PRIVATE = frozenset("campaign club company firm network newspaper paper union".split())
_FAR = 2_000
"""Code points beyond which "the agency" does not look back."""


class Bodies:
    """The bodies of one article, by the nouns of their names."""

    def __init__(self, reading: Reading, chains: Chains, memory: Memory) -> None:
        self.reading = reading
        self.chains = chains
        self.memory = memory
        self.of_noun: dict[str, list[tuple[int, str]]] = {}
        for start, name in ((e.start, chains.names[e.start, e.end].split()) for e in reading.entities if e.label == "ORG"):
            if len(name) > 1:
                self.of_noun.setdefault(_noun_of_body(name), []).append((start, " ".join(name)))

    def called(self, phrase: Phrase, offset: int) -> str | None:
        """The body whose name ends in the noun, the last named of several; else the one that spoke last, for nouns of any body."""
        known = self.of_noun.get(phrase.head)
        if known:
            return known[max(0, bisect_left(known, (offset, "")) - 1)][1]
        last = self.memory.last
        if phrase.head == "group" and last is not None and last.speaker.resolved_by == "unnamed":
            return last.speaker.name
        before = self._before(offset) if phrase.head in _GENERAL_BODIES else None
        return before if before is None or _may_be_called(before, phrase.head) else None

    def _before(self, offset: int) -> str | None:
        """The body last spoken of as the first name of its sentence, at most two paragraphs back; else the one that spoke last."""
        number = self.reading.paragraph_number(offset)
        start = self.reading.paragraphs[max(0, number - FOLLOWING)].start
        last = self.memory.last
        if last is not None and last.person is None and last.speaker.resolved_by == "other" and number - last.paragraph <= 1:
            return self.memory.body  # a name that was not recognised as one
        for entity in reversed(self.reading.entities_in(max(start, offset - _FAR), offset)):
            if entity.label == "ORG" and not self.reading.is_quoted(entity.start):
                sentence = self.reading.sentence_at(entity.start)
                first = next(e for e in self.reading.entities_in(sentence.start, sentence.end) if e.label in ("ORG", "PERSON"))
                if first == entity:
                    return self.chains.names[entity.start, entity.end]
        return self.memory.body

    def of_statement(self, phrase: Phrase, mention: TextSpan) -> str | None:
        """The body before the noun: "a Harbour Ministry statement", "a police statement", "a company statement"."""
        owner = phrase.core[:-1] if phrase.core[-1].lower() in ISSUES else ()
        owner = owner[:-1] if owner and bare(owner[-1]) in ("press", "news", "joint", "media") else owner
        entity = next((e for e in self.reading.entities_in(mention.start, mention.end) if e.label in ("ORG", "GPE")), None)
        if not owner or owner[-1] in ("'s", "’s", "'", "’"):
            return None
        if entity is not None:
            return self.chains.names[entity.start, entity.end] if entity.text.split()[-1] == owner[-1] else None
        if len(owner) > 1 or bare(owner[0]) not in BODY_NOUNS | GROUP_NOUNS:
            return None
        before = self._before(mention.start) if bare(owner[0]) in _GENERAL_BODIES else None
        return before if before is not None and _may_be_called(before, bare(owner[0])) else owner[0]


def _noun_of_body(name: Sequence[str]) -> str:
    """The noun of a body's name: its last word, or the one before "of" and "for" ("Inland Harbour Authority of Northland")."""
    end = next((i for i, word in enumerate(name) if i and word in ("of", "for")), len(name))
    return bare(name[end - 1])


def _may_be_called(name: str, noun: str) -> bool:
    """Tell whether a body so named can be meant by a noun: the council is no company, nor is "the union"."""
    own = {bare(word) for word in name.split()} & BODY_NOUNS
    if not own or noun in own:
        return True
    return not name.islower() and not (own & _OF_STATE and noun in _PRIVATE)
