"""Content words as comparable tokens: a text is read once, and the tokens of any of its stretches are cut from that reading."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from crosscheck.compare.words.folding import RAW_WORD, Part, Style, crude_lemma, fold_word
from crosscheck.records import Span, Word

_SENTENCE_END = re.compile(r"[.!?]+[\"'”’)\]]*\s|[.!?]+[\"'”’)\]]*$|\n")
_NO = frozenset({"No", "no", "NO", "nO"})
_NUMBERED = re.compile(r"\.\s?\d")
"""After "No": the abbreviation of number, not a negation."""
_NUMBER = (Part("number", 0, 2, "abbreviation"),)
_BRACKETS = re.compile(r"\[[^\[\]]{1,200}\]|\([^()]{1,200}\)")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\[\s*(?:…|\.\.\.)?\s*\]")
_TITLES = frozenset(
    """mr mrs ms dr gen sen rep gov lt col capt sgt maj adm prof rev hon st jr sr no vs
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)


class Token(NamedTuple):
    """One comparable word of a statement's content."""

    norm: str
    """What is compared: lower-cased, apostrophes and spelling variants folded, digits for number words."""
    lemma: str
    tag: str
    """Penn tag, empty where unknown."""
    start: int
    end: int
    """Half-open, code points, into the text it was read from."""
    text: str
    style: Style = ""
    """What the folding took away, where a reader would see a difference: ``contraction``, ``number``, ``abbreviation``."""
    label: str = ""
    """OntoNotes label of the mention it is a part of, if any."""
    entity: str = ""
    """Id of the entity that mention stands for, where known."""
    sentence: int = 0
    """Number of the sentence within the statement or utterance."""
    quote: int = -1
    """Number of the quoted stretch it stands in, -1 outside quotation marks."""
    bracketed: bool = False
    """Stands in square or round brackets: an editor's words inside a quotation."""
    after_ellipsis: bool = False
    """A mark of omission stands right before."""
    statement: int = 0
    """Index of the statement it belongs to, where several are joined."""


_Read = tuple[str, str, str, int, int, str, Style, str, str]
"""The fields of a token that do not depend on the stretch it is read in."""


class _Gap(NamedTuple):
    """What the characters between two words say."""

    breaks: bool
    """A line ends."""
    ends: bool
    """A sentence may end."""
    after_stop: bool
    """They begin with a full stop and a space, as after an abbreviated title."""
    ellipsis: bool


_SPACE = _Gap(breaks=False, ends=False, after_stop=False, ellipsis=False)
_UNKNOWN = ("", "")


class _Raw(NamedTuple):
    """A raw word as it stands in its text."""

    text: str
    start: int
    end: int
    gap: _Gap
    """Between it and the raw word before."""
    parts: tuple[_Read, ...]


class Reader:
    """A text read once: its raw words with their parts and what stands before each."""

    __slots__ = ("_ends", "_known", "_raw", "_starts", "_words", "text")

    def __init__(self, text: str, words: Iterable[Word] = (), known: Mapping[int, tuple[str, str]] | None = None) -> None:
        """Read a text.

        Args:
            text: The whole text.
            words: What the language pipeline says of its words.
            known: Label and entity of the words that are a part of a mention, by start offset of the word.
        """
        self.text = text
        self._words = {word.start: word for word in words}
        self._known = known or {}
        self._raw = self._scan(0, len(text))
        self._starts = [raw.start for raw in self._raw]
        self._ends = [raw.end for raw in self._raw]

    def tokens(self, spans: Sequence[Span] | None = None, *, quoted: Sequence[Span] = (), statement: int = 0) -> tuple[Token, ...]:
        """Return the tokens of some stretches of the text, in order.

        Args:
            spans: Half-open stretches; None: all of the text.
            quoted: Stretches inside quotation marks; with ``spans`` None all words count as quoted.
            statement: Index to note on every token.

        Returns:
            Tokens with offsets into the text. Words in brackets are kept and marked.
        """
        whole = [Span(0, len(self.text))]
        tokens: list[Token] = []
        last = -1
        for stretch in whole if spans is None else spans:
            last = self._cut(tokens, stretch, whole if spans is None else quoted, statement, last)
        return tuple(tokens)

    def _cut(self, tokens: list[Token], stretch: Span, quoted: Sequence[Span], statement: int, last: int) -> int:
        """Append the tokens of one stretch; ``last`` is where the word before it ends, -1 for none. Returns the same for the next."""
        brackets, quote_starts = self._brackets(stretch), [span.start for span in quoted]
        bracket_starts = [span.start for span in brackets]
        sentence = tokens[-1].sentence if tokens else 0
        quote, bracketed = -1, False
        first = True
        for raw, start, end, gap, parts in self._within(stretch):
            if first:
                first = False
                gap = _gap(self.text[last if last >= 0 else stretch.start : start])  # it depends on the stretch before
            if last >= 0 and (gap.breaks or gap.ends) and _ends_sentence(gap, tokens[-1].text, raw):
                sentence += 1
            last = end
            if quoted:
                quote = bisect_right(quote_starts, start) - 1
                if quote >= 0 and start >= quoted[quote].end:
                    quote = -1
            if brackets:
                bracketed = _holder(brackets, bracket_starts, start) >= 0
            for part in parts:
                if part[0] == "cent" and tokens and tokens[-1].norm == "per":
                    part = self._part("percent", tokens.pop().start, end, part[6])
                ellipsis = gap.ellipsis and part[3] == start
                tokens.append(tuple.__new__(Token, (*part, sentence, quote, bracketed, ellipsis, statement)))
        return last

    def _within(self, stretch: Span) -> Sequence[_Raw]:
        first, last = bisect_left(self._starts, stretch.start), bisect_left(self._starts, stretch.end)
        if (first and self._ends[first - 1] > stretch.start) or (last and self._ends[last - 1] > stretch.end):
            return self._scan(stretch.start, stretch.end)  # it begins or ends inside a word
        return self._raw[first:last]

    def _scan(self, start: int, end: int) -> list[_Raw]:
        found: list[_Raw] = []
        text, before, words, known = self.text, start, self._words, self._known
        for match in RAW_WORD.finditer(text, start, end):
            word, (first, last) = match.group(), match.span()
            folded = _NUMBER if word in _NO and _NUMBERED.match(text, last) else fold_word(word)
            if len(folded) == 1 and first in words:  # most words are one part, and tagged
                (norm, _, _, style), read = folded[0], words[first]
                label, entity = known.get(first, _UNKNOWN)
                parts: tuple[_Read, ...] = (
                    (norm, read.lemma.lower() or crude_lemma(norm), read.tag, first, last, word, style, label, entity),
                )
            else:
                parts = tuple([self._part(norm, first + begin, first + stop, style) for norm, begin, stop, style in folded])
            gap = _SPACE if first - before == 1 and text[before] == " " else _gap(text[before:first])
            found.append(tuple.__new__(_Raw, (word, first, last, gap, parts)))
            before = last
        return found

    def _part(self, norm: str, start: int, end: int, style: Style) -> _Read:
        word = self._words.get(start)
        label, entity = self._known.get(start, _UNKNOWN)
        lemma, tag = (word.lemma.lower(), word.tag) if word else ("", "")
        return norm, lemma or crude_lemma(norm), tag, start, end, self.text[start:end], style, label, entity

    def _brackets(self, stretch: Span) -> list[Span]:
        if self.text.find("[", stretch.start, stretch.end) < 0 and self.text.find("(", stretch.start, stretch.end) < 0:
            return []
        return [Span(*match.span()) for match in _BRACKETS.finditer(self.text, stretch.start, stretch.end)]


def tokenize(text: str) -> tuple[Token, ...]:
    """Read a bare text as tokens, all of them quoted; see ``Reader`` for the stretches of an article."""
    return Reader(text).tokens()


@lru_cache(maxsize=4096)
def _gap(between: str) -> _Gap:
    return _Gap("\n" in between, bool(_SENTENCE_END.search(between)), between.startswith(". "), bool(_ELLIPSIS.search(between)))


def _holder(spans: Sequence[Span], starts: Sequence[int], offset: int) -> int:
    """Return the number of the span that holds an offset, -1 for none; the spans are in order and do not overlap."""
    number = bisect_right(starts, offset) - 1
    return number if number >= 0 and offset < spans[number].end else -1


def _ends_sentence(gap: _Gap, before: str, after: str) -> bool:
    if gap.breaks:
        return True
    return gap.ends and after[:1].isupper() and not (gap.after_stop and before.lower() in _TITLES)
