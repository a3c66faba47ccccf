"""People without a name whom the article goes on about: "The man … He told her: “…”"."""

from __future__ import annotations

from bisect import bisect_left

from crosscheck.language.phrases import Thing, read_phrase
from crosscheck.language.reading import Reading
from crosscheck.language.titles import DETERMINERS, GENDER_OF_NOUN, bare

_LONGEST = 8
"""Words of the longest phrase that opens a sentence."""


class UnnamedSubjects:
    """Nouns for one man or one woman without a name that open sentences of the article's own."""

    def __init__(self, reading: Reading) -> None:
        self.starts: list[int] = []
        self.heads: list[str] = []
        for sentence in reading.sentences:
            words = reading.words_in(sentence.start, sentence.end)[:_LONGEST]
            if len(words) < 2 or bare(words[0].text) not in DETERMINERS or reading.is_quoted(sentence.start):
                continue
            phrase = read_phrase(words)
            end = next((w.end for w in words if bare(w.text) == phrase.head), words[0].end)
            named = any(e.label == "PERSON" and e.start <= end + 1 for e in reading.entities_in(sentence.start, end + 2))
            if (
                phrase.thing is Thing.PERSON
                and phrase.head in GENDER_OF_NOUN
                and not named
                and phrase.determiner in ("a", "an", "the", "this")
            ):
                self.starts.append(sentence.start)
                self.heads.append(phrase.head)

    def pronoun(self, offset: int, gender: str) -> str | None:
        """Return the noun for whom a pronoun stands where nobody named fits; None where the article has no such noun before it, or two."""
        before = self.heads[: bisect_left(self.starts, offset)]
        fitting = {head for head in before if GENDER_OF_NOUN[head] == gender}
        return fitting.pop() if len(fitting) == 1 else None
