"""Whom ``they`` stands for beyond who spoke last: the pair an article goes on about, else the one business of the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from crosscheck.language.names.chains import Chains
from crosscheck.language.names.phrases import Thing, read_phrase
from crosscheck.language.names.titles import BODY_NOUNS, GENDER_OF_NOUN, GROUP_NOUNS, bare, is_role
from crosscheck.language.reading import Reading
from crosscheck.language.speakers.memory import Turn
from crosscheck.records import Word

_PAIRS = frozenset("duo pair couple twins newlyweds".split())
_BUSINESSES = BODY_NOUNS | frozenset("workshop shop store restaurant cafe clinic salon garage eatery".split())
_LONGEST = 7
"""Words of the longest phrase for a pair that opens a sentence: "The husband and wife duo"."""
_REACH = 2
"""Paragraphs over which ``they`` goes on about a pair, and over which the pair points back to its names."""
_OPENING = 3
"""Code points of a sentence in which ``they`` opens it."""
_JOINED = re.compile(r"\s+(?:and|&)\s+(?:[\w.]+ )?")
"""What parts two names of a pair; a short title may stand before the second."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")


class Plurals:
    """The pairs and businesses of one article that ``they`` may stand for."""

    def __init__(self, reading: Reading, chains: Chains) -> None:
        self.reading = reading
        self.chains = chains
        self.starts = [sentence.start for sentence in reading.sentences]
        found = ((s.start, self._opening_pair(reading.words_in(s.start, s.end)[: _LONGEST + 2])) for s in reading.sentences)
        self.pairs = [(start, noun) for start, noun in found if noun and not reading.is_quoted(start)]

    def pair(self, offset: int, last: Turn | None) -> str | None:
        """Return the pair that a sentence a paragraph or two before ``offset`` is about: "The couple left. … they said".

        None where several others spoke since, or open a sentence in between.
        """
        index = bisect_left(self.pairs, (offset, "")) - 1
        if index < 0:
            return None
        start, noun = self.pairs[index]
        number = self.reading.paragraph_number(offset)
        if number - self.reading.paragraph_number(start) > _REACH or (last is not None and last.start > start and last.person is None):
            return None
        between = self.starts[bisect_right(self.starts, start) : bisect_left(self.starts, offset)]
        if any(self._opens_with_group(sentence) for sentence in between):
            return None
        return self._names(start) or noun

    def body(self, offset: int) -> str | None:
        """Return the one business that does something in the sentence before, where nobody else there can be ``they``."""
        index = bisect_right(self.starts, offset) - 1
        if index < 1 or offset - self.starts[index] > _OPENING or self.reading.is_quoted(offset):
            return None
        before = self.reading.sentences[index - 1]
        if self.reading.paragraph_number(offset) - self.reading.paragraph_number(before.start) > 1:
            return None
        words = self.reading.words_in(before.start, before.end)
        if any(_may_be_they(word) for word in words):
            return None
        bodies = [e.start for e in self.reading.entities_in(before.start, before.end) if e.label == "ORG"]
        named = any(not behind or behind[-1].tag not in ("IN", "TO") for behind in (self.reading.words_in(before.start, b) for b in bodies))
        found = {bare(w.text) for w, after in pairwise(words) if _is_business(w) and after.tag in _FINITE}
        return found.pop() if len(found) == 1 and not named else None

    def _opening_pair(self, words: tuple[Word, ...]) -> str | None:
        """The noun of the pair that opens a sentence: "The couple said", "For the pair, …", not "The pair of shoes"."""
        words = words[1:] if words and bare(words[0].text) == "for" else words
        if not words or bare(words[0].text) != "the":
            return None
        for word, after in pairwise(words[1:]):
            if bare(word.text) in _PAIRS:
                return bare(word.text) if after.text == "," or after.tag in (*_FINITE, "RB") else None
            if word.tag in _FINITE or word.text == ",":
                return None
        return None

    def _opens_with_group(self, start: int) -> bool:
        words = self.reading.words_in(start, start + 40)[:4]
        phrase = read_phrase(words)
        return bool(words) and not self.reading.is_quoted(start) and phrase.thing is Thing.GROUP and phrase.head not in _PAIRS

    def _names(self, offset: int) -> str | None:
        """The two joined by "and" just before a pair, where nobody else is named there."""
        above = self.reading.paragraphs[max(0, self.reading.paragraph_number(offset) - _REACH)].start
        named = [mention for mention in self.chains.mentions_in(above, offset) if not mention.quoted]
        people = list(dict.fromkeys(mention.person.name for mention in named))
        if len(people) != 2 or not any(
            left.person is not right.person and _JOINED.fullmatch(self.reading.text[left.end : right.start])
            for left, right in pairwise(named)
        ):
            return None
        return "; ".join(people)


def _is_business(word: Word) -> bool:
    return word.tag == "NN" and bare(word.text) in _BUSINESSES


def _may_be_they(word: Word) -> bool:
    """Tell whether a word is for several people, or for one whose sex it leaves open: "customers", "a commuter"."""
    if not word.tag.startswith("NN") or bare(word.text) in GENDER_OF_NOUN:
        return False
    phrase = read_phrase([word])
    return bare(word.text) in GROUP_NOUNS or phrase.thing is Thing.PERSON or (phrase.thing is Thing.GROUP and is_role(phrase.head))
