"""Tokens of a whole article, in linear time whatever the text holds."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.language import Language

MAX_CHUNK = 400
"""Characters without white space that spaCy's tokeniser may see at once: it cuts prefixes and suffixes one by one, in quadratic time.
Longer chunks (a row of marks, an encoded image) are no words; the longest address in localnews_dev has 310 characters."""
_LONG = re.compile(rf"\S{{{MAX_CHUNK + 1},}}")


def make_doc(nlp: Language, text: str) -> Doc:
    """Tokenise ``text`` as ``nlp`` does, over-long chunks in pieces of ``MAX_CHUNK`` characters; ``doc.text == text``."""
    pieces: list[Doc] = []
    position = 0
    for match in _LONG.finditer(text):
        pieces.append(nlp.tokenizer(text[position : match.start()]))
        cuts = range(match.start(), match.end(), MAX_CHUNK)
        words = [text[start : min(start + MAX_CHUNK, match.end())] for start in cuts]
        pieces.append(Doc(nlp.vocab, words=words, spaces=[False] * len(words)))
        position = match.end()
    if not pieces:
        return nlp.tokenizer(text)
    pieces.append(nlp.tokenizer(text[position:]))
    tokens = list(chain.from_iterable(pieces))
    return Doc(nlp.vocab, words=[t.text for t in tokens], spaces=[bool(t.whitespace_) for t in tokens])
