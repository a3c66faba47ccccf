"""Raw words as comparable parts: contractions, number words, British spelling and inflections folded away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from crosscheck.text import APOSTROPHES

Style = Literal["", "contraction", "number", "abbreviation"]

_APOSTROPHE = f"[{APOSTROPHES}]"
_CONTRACTION = re.compile(rf"(?P<stem>.+?)(?P<tail>n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_NO_APOSTROPHE, _ONE_APOSTROPHE = {ord(sign): None for sign in APOSTROPHES}, {ord(sign): "'" for sign in APOSTROPHES}
_TAILS = {"nt": "not", "s": "is", "re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}
_PRONOUN_LIKE = frozenset("it that there here what who where he she this how when let one everybody everyone nobody somebody".split())
"""After these, 's is a verb; after other words it marks a possessive."""
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_SIGNS = {"&": "and", "%": "percent", "$": "dollar", "£": "pound", "€": "euro"}
_NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen""".split()
    )
} | {word: str(10 * value) for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_ALIASES = {
    "okay": "ok",
    "o.k": "ok",
    "cannot": "can not",
    "cent": "cent",
    "usa": "u.s",
    "gonna": "going to",
    "til": "until",
    "non": "not",
    "till": "until",
}
_SPELLING = (
    (re.compile(r"(?<=[a-z]{2})is(?=(?:e|ed|es|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|ed$|ing$|able$|hood$|ite$|al$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"(?<=[a-z]{2}[tb])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]gram)me(?=s?$)"), ""),
    (re.compile(r"(?<=[a-z]{2})ence$"), "ense"),
    (re.compile(r"(?<=[a-z]{2})ogue$"), "og"),
)
"""British to American endings; applied to both sides, so a wrong result harms only where two words fall together."""
_BRITISH = (
    *("is" + end for end in ("e", "ed", "es", "ing", "ation", "ations")),
    *("our" + end for end in ("", "s", "ed", "ing", "able", "hood", "ite", "al")),
    *("ll" + end for end in ("ed", "ing", "er", "ers")),
    *("tre", "bre", "tres", "bres", "gramme", "grammes", "ence", "ogue"),
)
"""All endings that one of these can change."""
_REMEMBERED = 1 << 16
"""Words whose reading is remembered: the articles of one event share most of theirs."""
RAW_WORD = re.compile(
    rf"""(?:[^\W\d_]\.){{2,}}
    |\d+(?:[.,]\d+)*
    |[^\W\d_]+(?:{_APOSTROPHE}[^\W\d_]+)*
    |[&%$£€]""",
    re.VERBOSE,
)
"""An abbreviation with full stops, a number in digits, a word with its apostrophes, or a sign that is read as a word."""


class Part(NamedTuple):
    """One comparable part of a raw word."""

    norm: str
    """What is compared; see ``Token.norm``."""
    start: int
    end: int
    """Half-open, from the start of the raw word."""
    style: Style


@lru_cache(maxsize=_REMEMBERED)
def fold_word(raw: str) -> tuple[Part, ...]:
    """Return the comparable parts of one match of ``RAW_WORD``: ``don't`` gives ``do`` and ``not``."""
    if raw in _SIGNS:
        return (Part(_SIGNS[raw], 0, 1, "abbreviation"),)
    if raw[0].isdecimal():
        return (Part(raw.replace(",", ""), 0, len(raw), ""),)
    if raw[-1] == ".":
        folded = raw.lower().rstrip(".")
        return (Part(_ALIASES.get(folded, folded), 0, len(raw), "abbreviation" if folded in _ALIASES else ""),)
    return tuple(_split(raw))


def _split(raw: str) -> Iterator[Part]:
    if raw in ("US", "UK", "UN", "EU"):
        yield Part(".".join(raw.lower()), 0, len(raw), "")
        return
    match = None if raw.isalpha() else _CONTRACTION.match(raw)
    if match:
        stem, tail = match["stem"].lower().rstrip(APOSTROPHES), match["tail"].lower().translate(_NO_APOSTROPHE)
        middle = len(match["stem"])
        if tail != "s" or stem in _PRONOUN_LIKE:
            yield Part(spelling_key(_STEMS.get(stem, stem)), 0, middle, "")
            yield Part(_TAILS[tail], middle, len(raw), "contraction")
            return
        yield Part(spelling_key(stem), 0, len(raw), "")
        return
    lower = raw.translate(_ONE_APOSTROPHE).lower()
    folded = _ALIASES.get(lower, lower)
    if folded in _NUMBERS:
        yield Part(_NUMBERS[folded], 0, len(raw), "number")
        return
    parts = folded.split(" ")
    if len(parts) == 2:
        middle = max(1, len(raw) - len(parts[1]))
        yield Part(parts[0], 0, middle, "")
        yield Part(parts[1], middle, len(raw), "")
        return
    yield Part(spelling_key(folded), 0, len(raw), "")


def spelling_key(word: str) -> str:
    """Fold British and American spelling of one lower-case word together."""
    if word.endswith(_BRITISH):
        for pattern, replacement in _SPELLING:
            if len(word) > 4:
                word = pattern.sub(replacement, word)
    return word


_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("s", ""))
_LAST = frozenset(suffix[-1] for suffix, _ in _SUFFIXES)
"""Most words end in no inflection, and are left alone at once."""


@lru_cache(maxsize=_REMEMBERED)
def crude_lemma(word: str) -> str:
    """Cut the commonest English inflections; for words that no tagger has read."""
    if word[-1:] not in _LAST or word[-2:] == "ss":
        return word
    for suffix, replacement in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            stem = word[: -len(suffix)] + replacement
            if suffix in ("ing", "ed") and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
                stem = stem[:-1]
            return stem
    return word
