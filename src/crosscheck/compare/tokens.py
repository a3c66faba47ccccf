"""Content words as comparable tokens: typography, contractions, number style and spelling variants folded away."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from crosscheck.records import Span
from crosscheck.text import APOSTROPHES

Style = Literal["", "contraction", "number", "abbreviation"]

_APOSTROPHE = f"[{APOSTROPHES}]"
_TOKEN = re.compile(
    rf"""(?P<abbreviation>(?:[^\W\d_]\.){{2,}})
    |(?P<number>\d+(?:[.,]\d+)*)
    |(?P<word>[^\W\d_]+(?:{_APOSTROPHE}[^\W\d_]+)*)
    |(?P<sign>[&%$£€])""",
    re.VERBOSE,
)
_CONTRACTION = re.compile(rf"(?P<stem>.+?)(?P<tail>n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))$", re.IGNORECASE)
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
    (re.compile(r"(?<=[a-z]{2}[tb])re$"), "er"),
    (re.compile(r"(?<=[a-z]{2})ence$"), "ense"),
    (re.compile(r"(?<=[a-z]{2})ogue$"), "og"),
)
"""British to American endings; applied to both sides, so a wrong result harms only where two words fall together."""
_SENTENCE_END = re.compile(r"[.!?]+[\"'”’)\]]*\s|[.!?]+[\"'”’)\]]*$|\n")
_NUMBERED = re.compile(r"\.\s?\d")
"""After "No": the abbreviation of number, not a negation."""
_BRACKETS = re.compile(r"\[[^\[\]]{1,200}\]|\([^()]{1,200}\)")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.|\[\s*(?:…|\.\.\.)?\s*\]")


@dataclass(frozen=True, slots=True)
class Token:
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


@dataclass(frozen=True, slots=True)
class Reading:
    """What the language pipeline says of a word."""

    lemma: str
    tag: str
    label: str = ""
    entity: str = ""


@lru_cache(maxsize=65_536)
def spelling_key(word: str) -> str:
    """Fold British and American spelling of one lower-case word together."""
    for pattern, replacement in _SPELLING:
        if len(word) > 4:
            word = pattern.sub(replacement, word)
    return word


def _fold(word: str) -> str:
    folded = re.sub(_APOSTROPHE, "'", word).lower()
    return _ALIASES.get(folded, folded)


def split_word(text: str, start: int) -> Iterator[tuple[str, int, int, Style]]:
    """Yield ``(norm, start, end, style)`` for the parts of one raw word: ``don't`` gives ``do`` and ``not``."""
    if text in ("US", "UK", "UN", "EU"):
        yield ".".join(text.lower()), start, start + len(text), ""
        return
    match = _CONTRACTION.match(text)
    if match:
        stem, tail = match["stem"].lower(), re.sub(_APOSTROPHE, "", match["tail"].lower())
        middle = start + len(match["stem"])
        if tail != "s" or stem in _PRONOUN_LIKE:
            yield spelling_key(_STEMS.get(stem, stem)), start, middle, ""
            yield _TAILS[tail], middle, start + len(text), "contraction"
            return
        yield spelling_key(stem), start, start + len(text), ""
        return
    folded = _fold(text)
    if folded in _NUMBERS:
        yield _NUMBERS[folded], start, start + len(text), "number"
        return
    parts = folded.split(" ")
    if len(parts) == 2:
        middle = start + max(1, len(text) - len(parts[1]))
        yield parts[0], start, middle, ""
        yield parts[1], middle, start + len(text), ""
        return
    yield spelling_key(folded), start, start + len(text), ""


def tokenize(
    text: str,
    spans: Sequence[Span] | None = None,
    *,
    quoted: Sequence[Span] = (),
    readings: Mapping[int, Reading] | None = None,
    statement: int = 0,
    first_sentence: int = 0,
    first_quote: int = 0,
) -> tuple[Token, ...]:
    """Read the spans of ``text`` as tokens, in order.

    Args:
        text: The whole text the offsets point into.
        spans: Half-open stretches to read; None: all of ``text``.
        quoted: Stretches inside quotation marks; with ``spans`` None all words count as quoted.
        readings: Lemma and tag by start offset of the word.
        statement: Index to note on every token.
        first_sentence: Number of the first sentence.
        first_quote: Number of the first quoted stretch.

    Returns:
        Tokens with offsets into ``text``. Words in brackets are kept and marked.
    """
    tokens: list[Token] = []
    sentence = first_sentence
    stretches = spans if spans is not None else (Span(0, len(text)),)
    last_end: int | None = None
    starts = [span.start for span in quoted]
    for stretch in stretches:
        brackets = [Span(m.start(), m.end()) for m in _BRACKETS.finditer(text, stretch.start, stretch.end)]
        bracket_starts = [span.start for span in brackets]
        for match in _TOKEN.finditer(text, stretch.start, stretch.end):
            gap = text[last_end : match.start()] if last_end is not None else text[stretch.start : match.start()]
            if last_end is not None and _ends_sentence(gap, tokens[-1].text, match.group()):
                sentence += 1
            opened = _holder(brackets, bracket_starts, match.start()) >= 0
            inside = 0 if spans is None else _holder(quoted, starts, match.start())
            for norm, start, end, style in _parts(match, text):
                if norm == "cent" and tokens and tokens[-1].norm == "per":
                    start, norm = tokens.pop().start, "percent"
                reading = readings.get(start) if readings else None
                tokens.append(
                    Token(
                        norm=norm,
                        lemma=reading.lemma if reading and reading.lemma else crude_lemma(norm),
                        tag=reading.tag if reading else "",
                        start=start,
                        end=end,
                        text=text[start:end],
                        style=style,
                        sentence=sentence,
                        quote=first_quote + inside if inside >= 0 else -1,
                        bracketed=opened,
                        after_ellipsis=start == match.start() and bool(_ELLIPSIS.search(gap)),
                        statement=statement,
                        label=reading.label if reading else "",
                        entity=reading.entity if reading else "",
                    )
                )
            last_end = match.end()
    return tuple(tokens)


def _holder(spans: Sequence[Span], starts: Sequence[int], offset: int) -> int:
    """Return the number of the span that holds an offset, -1 for none; the spans are in order and do not overlap."""
    number = bisect_right(starts, offset) - 1
    return number if number >= 0 and offset < spans[number].end else -1


def _parts(match: re.Match[str], whole: str) -> Iterator[tuple[str, int, int, Style]]:
    text, start = match.group(), match.start()
    if text.lower() == "no" and _NUMBERED.match(whole, match.end()):
        yield "number", start, match.end(), "abbreviation"
    elif match.lastgroup == "number":
        yield text.replace(",", ""), start, match.end(), ""
    elif match.lastgroup == "sign":
        yield _SIGNS[text], start, match.end(), "abbreviation"
    elif match.lastgroup == "abbreviation":
        folded = text.lower().rstrip(".")
        yield _ALIASES.get(folded, folded), start, match.end(), "abbreviation" if folded in _ALIASES else ""
    else:
        yield from split_word(text, start)


_TITLES = frozenset(
    """mr mrs ms dr gen sen rep gov lt col capt sgt maj adm prof rev hon st jr sr no vs
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)


def _ends_sentence(gap: str, before: str, after: str) -> bool:
    if "\n" in gap:
        return True
    abbreviated = gap.startswith(". ") and before.lower() in _TITLES
    return bool(_SENTENCE_END.search(gap)) and after[:1].isupper() and not abbreviated


_SUFFIXES = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("edly", ""), ("ed", ""), ("es", ""), ("s", ""))


@lru_cache(maxsize=65_536)
def crude_lemma(word: str) -> str:
    """Cut the commonest English inflections; for words that no tagger has read."""
    for suffix, replacement in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and not word.endswith("ss"):
            stem = word[: -len(suffix)] + replacement
            if suffix in ("ing", "ed") and len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
                stem = stem[:-1]
            return stem
    return word
