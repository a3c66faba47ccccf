"""Tokens of a whole article, in linear time whatever the text holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc

from crosscheck.language.components import NAME
from crosscheck.language.values import NAME as VALUES

if TYPE_CHECKING:
    from spacy.language import Language

MAX_CHUNK = 400
"""Characters without white space that spaCy's tokeniser may see at once: it cuts prefixes and suffixes one by one, in quadratic time.
Longer chunks (a row of marks, an encoded image) are no words; the longest address in localnews_dev has 310 characters."""
REMEMBERED = 50_000
"""Chunks whose words are remembered."""
_LONG = re.compile(rf"\S{{{MAX_CHUNK + 1},}}")
_CHUNK = re.compile(r"(?:(\S+)( ?))?(\s*)")
"""A chunk, the single space that spaCy counts with its last word, and the white space after it, which is a word."""


class DocMaker:
    """Tokenises texts as ``nlp`` does, over-long chunks in pieces of ``MAX_CHUNK`` characters; ``doc.text == text``.

    spaCy's tokeniser remembers how it cut a chunk between white space, but in each text only up to the first chunk that its exceptions
    list ("don't"). Where nothing but crosscheck's own components read the tokens, each chunk is therefore cut once and remembered here;
    other components get spaCy's own tokens, which also carry the exceptions' norms. The one difference: a smile in pieces (": )") does
    not change how spaCy cuts the chunk beside it.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        own = all(nlp.get_pipe_meta(name).factory in (NAME, VALUES) for name in nlp.pipe_names) and isinstance(nlp.tokenizer, Tokenizer)
        self._rules: Mapping[str, object] | None = cast("Any", nlp.tokenizer).rules if own else None
        self._known: dict[str, list[int]] = {}

    def __call__(self, text: str) -> Doc:
        """Return the tokens of ``text``."""
        if self._rules is None and not _LONG.search(text):
            return self._nlp.tokenizer(text)
        words: list[int] = []
        spaces: list[bool] = []
        known = self._known
        for chunk, space, gap in _CHUNK.findall(text):
            if chunk:
                cut = known.get(chunk) or self._cut(chunk)
                if len(cut) > 1:
                    spaces += [False] * (len(cut) - 1)
                words += cut
                spaces.append(space != "")
            if gap:
                cut = self._cut(gap)
                words += cut
                spaces += [False] * len(cut)
        return Doc(self._nlp.vocab, words=cast("Any", words), spaces=spaces)

    def _cut(self, chunk: str) -> list[int]:
        """Return the words of a chunk, by their numbers in the vocabulary."""
        words = self._known.get(chunk)
        if words is None:
            words = [self._nlp.vocab.strings.add(word) for word in self._cut_anew(chunk)]
            if len(self._known) < REMEMBERED:
                self._known[chunk] = words
        return words

    def _ends_simply(self, chunk: str) -> bool:
        """Tell whether a chunk is a plain word and a comma, or a full stop after a small letter: the commonest that spaCy would cut."""
        word, mark = chunk[:-1], chunk[-1]
        if not (mark == "," or (mark == "." and word[-1:].islower())) or not (word.isascii() and word.isalpha()):
            return False
        return self._rules is not None and chunk not in self._rules and word not in self._rules

    def _cut_anew(self, chunk: str) -> list[str]:
        if len(chunk) > MAX_CHUNK and not chunk.isspace():
            return [chunk[start : start + MAX_CHUNK] for start in range(0, len(chunk), MAX_CHUNK)]
        if self._rules is not None and chunk.isascii() and chunk.isalpha() and chunk not in self._rules:
            return [chunk]  # no prefix, suffix or infix of English is made of letters alone
        if self._rules is not None and self._ends_simply(chunk):
            return [chunk[:-1], chunk[-1]]
        return [token.text for token in self._nlp.tokenizer(chunk)]
