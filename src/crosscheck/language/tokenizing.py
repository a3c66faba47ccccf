"""Tokens of a whole article, in linear time whatever the text holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc

from crosscheck.language.reader.components import NAME
from crosscheck.language.values.component import NAME as VALUES

if TYPE_CHECKING:
    from spacy.language import Language

MAX_CHUNK = 400
"""Characters without white space that spaCy's tokeniser may see at once: it cuts prefixes and suffixes one by one, in quadratic time.
Longer chunks (a row of marks, an encoded image) are no words; the longest address in localnews_dev has 310 characters."""
REMEMBERED = 50_000
"""Chunks whose words are remembered."""
_LONG = re.compile(rf"\S{{{MAX_CHUNK + 1},}}")
_CHUNK = re.compile(r"\S+ ?|\s+")
"""A chunk with the single space that spaCy counts with its last word, or white space, which is a word."""
_PLAIN = re.compile(r"(?P<before>[“\"(]?)(?P<word>[A-Za-z]+)(?P<owner>['’]s)?(?P<after>[:;]|[.,?!”\")]{0,3})")
"""A plain word and the marks around it of which spaCy makes a token each: most of what it would have to cut."""


Pieces = dict[str, tuple[list[int], list[bool]]]
"""For what ``_CHUNK`` finds: its words, by their numbers in the vocabulary, and whether a space follows each."""


class DocMaker:
    """Tokenises texts as ``nlp`` does, over-long chunks in pieces of ``MAX_CHUNK`` characters; ``doc.text == text``.

    spaCy's tokeniser remembers how it cut a chunk between white space, but in each text only up to the first chunk that its exceptions
    list ("don't"). Where nothing but crosscheck's own components read the tokens, each chunk is therefore cut once and remembered here;
    other components get spaCy's own tokens, which also carry the exceptions' norms. The one difference: a smile in pieces (": )") does
    not change how spaCy cuts the chunk beside it. What is remembered stays with the pipeline, for the next call.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        own = all(nlp.get_pipe_meta(name).factory in (NAME, VALUES) for name in nlp.pipe_names) and isinstance(nlp.tokenizer, Tokenizer)
        self._rules: Mapping[str, object] | None = cast("Any", nlp.tokenizer).rules if own else None
        self._known: dict[str, list[int]] = {}
        self._pieces = _remembered(nlp) if own else {}

    def __call__(self, text: str) -> Doc:
        """Return the tokens of ``text``."""
        if self._rules is None and not _LONG.search(text):
            return self._nlp.tokenizer(text)
        known = self._pieces
        cut = [known.get(piece) or self._cut_piece(piece) for piece in _CHUNK.findall(text)]
        words: Any = list(chain.from_iterable([numbers for numbers, _ in cut]))
        return Doc(self._nlp.vocab, words=words, spaces=list(chain.from_iterable([spaces for _, spaces in cut])))

    def _cut_piece(self, piece: str) -> tuple[list[int], list[bool]]:
        """Return the words of what ``_CHUNK`` finds, and whether a space follows each."""
        spaced = piece[-1] == " " and not piece.isspace()
        words = self._cut(piece[:-1] if spaced else piece)
        found = (words, [*[False] * (len(words) - 1), spaced])
        if len(self._pieces) < REMEMBERED:
            self._pieces[piece] = found
        return found

    def _cut(self, chunk: str) -> list[int]:
        """Return the words of a chunk, by their numbers in the vocabulary."""
        words = self._known.get(chunk)
        if words is None:
            words = [self._nlp.vocab.strings.add(word) for word in self._cut_anew(chunk)]
            if len(self._known) < REMEMBERED:
                self._known[chunk] = words
        return words

    def _cut_anew(self, chunk: str) -> list[str]:
        if len(chunk) > MAX_CHUNK and not chunk.isspace():
            return [chunk[start : start + MAX_CHUNK] for start in range(0, len(chunk), MAX_CHUNK)]
        if self._rules is not None and chunk.isascii() and chunk.isalpha() and chunk not in self._rules:
            return [chunk]  # no prefix, suffix or infix of English is made of letters alone
        return self._cut_plain(chunk) or [token.text for token in self._nlp.tokenizer(chunk)]

    def _cut_plain(self, chunk: str) -> list[str]:
        """Return the words of a plain word with marks around it; none where spaCy may cut it in another way."""
        match = _PLAIN.fullmatch(chunk)
        if match is None or self._rules is None:
            return []
        before, word, owner, after = match.group("before", "word", "owner", "after")
        whole = word + (owner or "")
        if "." in after and (".." in after or not whole[-1].islower()):
            return []
        inside = (word, *(whole + after[:length] for length in range(len(after) + 1)))
        if any(rest in self._rules or before + rest in self._rules for rest in inside):
            return []
        return [part for part in (before, word, owner, *after) if part]


def _remembered(nlp: Language) -> Pieces:
    """Return the chunks remembered with the pipeline: with its encoder, for one tokeniser with so many rules."""
    encoder: Any = next((nlp.get_pipe(name) for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory == NAME), None)
    if encoder is None:
        return {}
    tokenizer: Any = nlp.tokenizer
    owner, rules = (nlp.vocab.strings, tokenizer), len(tokenizer.rules)
    if encoder.chunks is None or encoder.chunks[:2] != (owner, rules):
        encoder.chunks = (owner, rules, {})
    pieces: Pieces = encoder.chunks[2]
    return pieces
