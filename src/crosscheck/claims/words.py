"""Words with their places: how the claims room finds a wording in an article whatever its typography."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.text import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_INITIALS = re.compile(r"(?:\w\.)+\w?")


class WordAt(NamedTuple):
    """One word of a text: folded, with its offsets."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def words_at(text: str) -> tuple[WordAt, ...]:
    """Return the words of ``text`` in order. Marks, capitals, dashes and the full stops of U.S. make no difference."""
    return tuple(WordAt(_bare(match.group()), match.start(), match.end()) for match in WORD.finditer(text))


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of ``text`` alone."""
    return tuple(item.word for item in words_at(text))


def find(words: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Return each index at which ``wanted`` stands in ``words``, in order; none for an empty ``wanted``."""
    if not wanted:
        return []
    first, length = wanted[0], len(wanted)
    whole = tuple(wanted)
    return [at for at, word in enumerate(words) if word == first and tuple(words[at : at + length]) == whole]


def _bare(word: str) -> str:
    folded = fold(word)
    return folded.replace(".", "") if _INITIALS.fullmatch(folded) else folded
