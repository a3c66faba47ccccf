"""Content words as comparable tokens: a text is read once, and the tokens of any of its stretches are cut from that reading."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from crosscheck.compare.folding import RAW_WORD, Part, Style, crude_lemma, fold_word
from crosscheck.records import Span

_SENTENCE_END = re.compile(r"[.!?]+[\"'”’)\]]*\s|[.!?]+[\"'”’)\]]*$|\n")
_NUMBERED = re.compile(r"\.\s?\d")
"""After "No": the abbreviation of number, not a negation."""
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
    label: str = ""
    """OntoNotes label of the mention it is a part of, if any."""
    entity: str = ""
    """Id of the entity that mention stands for, where known."""


class Reading(NamedTuple):
    """What the language pipeline says of a word."""

    lemma: str
    tag: str
    label: str = ""
    entity: str = ""


class _Gap(NamedTuple):
    """What the characters between two words say."""

    breaks: bool
    """A line ends."""
    ends: bool
    """A sentence may end."""
    after_stop: bool
    """They begin with a full stop and a space, as after an abbreviated title."""
    ellipsis: bool


class Reader:
    """A text read once: its raw words with their parts and what stands before each."""

    __slots__ = ("_gaps", "_raw", "_readings", "_starts", "_stops", "text")

    def __init__(self, text: str, readings: Mapping[int, Reading] | None = None) -> None:
        """Read ``text``; ``readings`` gives lemma and tag by start offset of the word."""
        self.text = text
        self._readings = readings or {}
        self._raw, self._starts, self._stops = _scan(text, 0, len(text))
        self._gaps = [_gap(text[stop:start]) for stop, start in zip([0, *self._stops], self._starts, strict=False)]

    def tokens(self, spans: Sequence[Span] | None = None, *, quoted: Sequence[Span] = (), statement: int = 0) -> tuple[Token, ...]:
        """Return the tokens of some stretches of the text, in order.

        Args:
            spans: Half-open stretches; None: all of the text.
            quoted: Stretches inside quotation marks; with ``spans`` None all words count as quoted.
            statement: Index to note on every token.

        Returns:
            Tokens with offsets into the text. Words in brackets are kept and marked.
        """
        tokens: list[Token] = []
        last = -1
        for stretch in (Span(0, len(self.text)),) if spans is None else spans:
            last = self._cut(tokens, stretch, None if spans is None else quoted, statement, last)
        return tuple(tokens)

    def _cut(self, tokens: list[Token], stretch: Span, quoted: Sequence[Span] | None, statement: int, last: int) -> int:
        """Append the tokens of one stretch; ``last`` is where the word before it ends, -1 for none. Returns the same for the next."""
        text, readings = self.text, self._readings
        raws, starts, stops, gaps = self._within(stretch)
        inside = repeat(0) if quoted is None else _holders(quoted, starts)
        opened = _holders(self._brackets(stretch), starts)
        sentence = tokens[-1].sentence if tokens else 0
        for raw, begin, stop, gap, quote, bracket in zip(raws, starts, stops, gaps, inside, opened, strict=False):
            if gap is None:
                gap = _gap(text[last if last >= 0 else stretch.start : begin])
            if last >= 0 and (gap.breaks or gap.ends) and _ends_sentence(gap, tokens[-1].text, raw):
                sentence += 1
            last = stop
            parts = fold_word(raw) if raw not in ("No", "no", "NO", "nO") or not _NUMBERED.match(text, stop) else _NUMBER
            for norm, first, end, style in parts:
                start = begin + first
                if norm == "cent" and tokens and tokens[-1].norm == "per":
                    start, norm = tokens.pop().start, "percent"
                reading = readings.get(start)
                lemma, tag, label, entity = reading or ("", "", "", "")
                tokens.append(
                    Token(
                        norm,
                        lemma or crude_lemma(norm),
                        tag,
                        start,
                        begin + end,
                        text[start : begin + end],
                        style,
                        sentence,
                        quote,
                        bracket >= 0,
                        gap.ellipsis and start == begin,
                        statement,
                        label,
                        entity,
                    )
                )
        return last

    def _within(self, stretch: Span) -> tuple[Sequence[str], Sequence[int], Sequence[int], Sequence[_Gap | None]]:
        """Return the raw words of a stretch; the first one's gap is open, since it depends on the stretch before."""
        first, last = bisect_left(self._starts, stretch.start), bisect_left(self._starts, stretch.end)
        if (first and self._stops[first - 1] > stretch.start) or (last and self._stops[last - 1] > stretch.end):
            raws, starts, stops = _scan(self.text, stretch.start, stretch.end)  # it begins or ends inside a word
            between = zip(stops, starts[1:], strict=False)
            return raws, starts, stops, [None, *(_gap(self.text[stop:start]) for stop, start in between)]
        return self._raw[first:last], self._starts[first:last], self._stops[first:last], [None, *self._gaps[first + 1 : last]]

    def _brackets(self, stretch: Span) -> list[Span]:
        if self.text.find("[", stretch.start, stretch.end) < 0 and self.text.find("(", stretch.start, stretch.end) < 0:
            return []
        return [Span(*match.span()) for match in _BRACKETS.finditer(self.text, stretch.start, stretch.end)]


_NUMBER = (Part("number", 0, 2, "abbreviation"),)


def tokenize(text: str) -> tuple[Token, ...]:
    """Read a bare text as tokens, all of them quoted; see ``Reader`` for the stretches of an article."""
    return Reader(text).tokens()


def _scan(text: str, start: int, end: int) -> tuple[list[str], list[int], list[int]]:
    matches = list(RAW_WORD.finditer(text, start, end))
    return [m.group() for m in matches], [m.start() for m in matches], [m.end() for m in matches]


@lru_cache(maxsize=4096)
def _gap(between: str) -> _Gap:
    return _Gap("\n" in between, bool(_SENTENCE_END.search(between)), between.startswith(". "), bool(_ELLIPSIS.search(between)))


def _holders(spans: Sequence[Span], offsets: Sequence[int]) -> Iterator[int]:
    """Return for each offset the number of the span that holds it, -1 for none; the spans are in order and do not overlap."""
    if not spans:
        return repeat(-1)
    starts = [span.start for span in spans]
    numbers = (bisect_right(starts, offset) - 1 for offset in offsets)
    return (number if number >= 0 and offset < spans[number].end else -1 for number, offset in zip(numbers, offsets, strict=True))


def _ends_sentence(gap: _Gap, before: str, after: str) -> bool:
    if gap.breaks:
        return True
    return gap.ends and after[:1].isupper() and not (gap.after_stop and before.lower() in _TITLES)
