"""From tokens to the encoder's input: wordpieces, shapes, quote states, packed into windows. Training and prediction share it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby, repeat
from typing import TYPE_CHECKING, Any

from crosscheck.language.marks import SPECIAL, quote_states
from crosscheck.records import Span

if TYPE_CHECKING:
    import numpy as np
    from tokenizers import Tokenizer

PIECES_PER_WORD = 12
"""Longer words are cut: what follows does not change what the word is."""
LONGEST_FORM = 100
"""Characters of a word that are read at all; the wordpiece model gives up beyond that."""
SEPARATOR = -1
"""Stands for ``[SEP]`` between the word numbers of a window."""
UNKNOWN_ID, START_ID, SEPARATOR_ID = 100, 101, 102
REMEMBERED = 50_000
"""Words whose pieces and shape are remembered."""
SHAPES = 8
QUOTES = SPECIAL + 1
_SENTENCE_ENDS = frozenset({".", "!", "?", "”", '"'})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's paragraphs as the encoder sees them; all lists have one item a word."""

    spans: list[tuple[int, int]]
    """Offsets into the article's text."""
    forms: list[str]
    pieces: list[list[int]]
    shapes: list[int]
    quotes: list[int]
    paragraphs: list[int]
    """Number of the paragraph, from 0, never falling."""


@dataclass(frozen=True, slots=True)
class Window:
    """One input of the encoder: ``[CLS] paragraph [SEP] paragraph [SEP]``."""

    ids: list[int]
    shapes: list[int]
    quotes: list[int]
    words: list[int]
    """Word numbers in order, ``SEPARATOR`` for each ``[SEP]``."""
    firsts: list[int]
    """Position in ``ids`` of the first piece of each item of ``words``."""

    def arrays(self) -> dict[str, np.ndarray[Any, Any]]:
        """Return the encoder's inputs, shape ``(1, pieces)``, 64-bit integers."""
        import numpy as np

        return {name: np.array(array("q", getattr(self, name)), dtype=np.int64)[None] for name in ("ids", "shapes", "quotes")}


def shape_of(form: str) -> int:
    """Return the row of the shape embedding: the encoder is uncased, so case and digits reach it here.

    1 lower, 2 Title, 3 UPPER, 4 mixed, 5 has a digit, 6 no letters, 7 single capital; 0 is for special pieces.
    """
    if form.isalpha() and form.islower():
        return 1  # most words, at the least cost
    if any(character.isdigit() for character in form):
        return 5
    if not any(character.isalpha() for character in form):
        return 6
    if form.islower():
        return 1
    if form.isupper():
        return 3 if sum(character.isalpha() for character in form) > 1 else 7
    return 2 if form[0].isupper() and form[1:].islower() else 4


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """Return the non-empty lines of ``text`` without their outer white space."""
    spans, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + line.index(stripped[0])
            spans.append(Span(begin, begin + len(stripped)))
        start += len(line) + 1
    return tuple(spans)


class WordPieces:
    """Cuts words into wordpieces, each word alone, and remembers the common ones."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}
        self._shapes: dict[str, int] = {}

    def __call__(self, forms: Sequence[str]) -> list[list[int]]:
        """Return the piece numbers of each form; a form without any becomes ``[UNK]``."""
        fresh = {form: self._cut(form) for form in set(forms) if form not in self._known}
        if len(self._known) < REMEMBERED:
            self._known.update(fresh)
            return [self._known[form] for form in forms]
        return [self._known.get(form) or fresh[form] for form in forms]

    def shapes(self, forms: Sequence[str]) -> list[int]:
        """Return ``shape_of`` each form, remembered as the pieces are."""
        known = self._shapes if len(self._shapes) < REMEMBERED else {}
        for form in set(forms):
            if form not in known:
                known[form] = shape_of(form)
        return [known[form] for form in forms]

    def _cut(self, form: str) -> list[int]:
        if form.isascii() and form.isalpha():
            whole = self._tokenizer.token_to_id(form.lower())  # a plain word that is one piece, at a twentieth of the cost
            if whole is not None:
                return [whole]
        return self._tokenizer.encode(form[:LONGEST_FORM], add_special_tokens=False).ids[:PIECES_PER_WORD] or [UNKNOWN_ID]


def read_words(text: str, paragraphs: Sequence[Span], tokens: Iterable[tuple[int, int]], pieces: WordPieces) -> tuple[Words, list[int]]:
    """Make the encoder's view of the tokens that lie inside the paragraphs.

    Args:
        text: The article.
        paragraphs: In order, not overlapping.
        tokens: Start and end of each token, in order; white space and tokens outside the paragraphs are left out.
        pieces: The wordpiece cutter.

    Returns:
        The words, and for each word the number of its token.
    """
    tokens = list(tokens)
    starts, ends = map(list, zip(*tokens, strict=True)) if tokens else ([], [])
    spans: list[tuple[int, int]] = []
    forms: list[str] = []
    numbers: list[int] = []
    indices: list[int] = []
    last = 0
    for number, paragraph in enumerate(paragraphs):
        first = bisect_left(starts, paragraph.start, last)
        last = bisect_right(ends, paragraph.end, first)
        inside: Sequence[int] = range(first, last)
        held = tokens[first:last]
        found = [text[start:end] for start, end in held]
        if any(map(str.isspace, found)):
            inside = [index for index, form in zip(inside, found, strict=True) if not form.isspace()]
            held = [tokens[index] for index in inside]
            found = [form for form in found if not form.isspace()]
        spans += held
        forms += found
        numbers += [number] * len(inside)
        indices += inside
    return Words(spans, forms, pieces(forms), pieces.shapes(forms), quote_states(text, paragraphs, spans), numbers), indices


def make_windows(words: Words, limit: int, first_limit: int | None = None) -> list[Window]:
    """Pack whole paragraphs, in order, into windows of at most ``limit`` pieces.

    A paragraph that does not fit into one window is cut, after the end of a sentence where one is near, else at a word.

    Args:
        words: The article's words.
        limit: Pieces of a window, special ones included.
        first_limit: The same for the first window (training varies it).

    Returns:
        Windows that together hold every word once, in order.
    """
    windows: list[Window] = []
    current: list[list[int]] = []
    free = (first_limit or limit) - 1
    sizes = list(map(len, words.pieces))
    for chunk in _chunks(words, sizes, limit - 2):
        need = sum(sizes[chunk[0] : chunk[-1] + 1]) + 1
        if need > free and current:
            windows.append(_window(words, current))
            current, free = [], limit - 1
        current.append(chunk)
        free -= need
    if current:
        windows.append(_window(words, current))
    return windows


def _chunks(words: Words, sizes: list[int], room: int) -> list[list[int]]:
    """Paragraphs as lists of word numbers, none with more than ``room`` pieces; ``sizes``: those of each word."""
    chunks: list[list[int]] = []
    for _, paragraph in groupby(range(len(sizes)), words.paragraphs.__getitem__):
        chunk = list(paragraph)
        if sum(sizes[chunk[0] : chunk[-1] + 1]) > room:
            chunks += _pieces_of(words, chunk, sizes, room)
        else:
            chunks.append(chunk)
    return chunks


def _pieces_of(words: Words, paragraph: list[int], sizes: list[int], room: int) -> list[list[int]]:
    """Cut an over-long paragraph."""
    chunks: list[list[int]] = []
    chunk: list[int] = []
    used = 0
    for word in paragraph:
        if used + sizes[word] > room:
            cut = _cut(words, chunk)
            chunks.append(chunk[:cut])
            chunk = chunk[cut:]
            used = sum(sizes[item] for item in chunk)
        chunk.append(word)
        used += sizes[word]
    return [*chunks, chunk]


def _cut(words: Words, chunk: list[int]) -> int:
    """Return after how many words of an over-long paragraph to cut: the last sentence end of its second half, else all."""
    for position in range(len(chunk) - 1, len(chunk) // 2, -1):
        if words.forms[chunk[position - 1]] in _SENTENCE_ENDS and words.shapes[chunk[position]] in (2, 3, 7):
            return position
    return len(chunk)


def _window(words: Words, chunks: list[list[int]]) -> Window:
    ids, shapes, quotes = [START_ID], [0], [SPECIAL]
    order: list[int] = []
    firsts: list[int] = []
    for chunk in chunks:
        part = slice(chunk[0], chunk[-1] + 1)  # the words of a chunk follow one another
        sizes = list(map(len, words.pieces[part]))
        order += chunk
        firsts += accumulate(sizes[:-1], initial=len(ids))
        ids += chain.from_iterable(words.pieces[part])
        shapes += chain.from_iterable(map(repeat, words.shapes[part], sizes))
        quotes += chain.from_iterable(map(repeat, words.quotes[part], sizes))
        order.append(SEPARATOR)
        firsts.append(len(ids))
        ids.append(SEPARATOR_ID)
        shapes.append(0)
        quotes.append(SPECIAL)
    return Window(ids, shapes, quotes, order, firsts)
