"""Numbers in digits and words: a closed grammar, and the words before and after that make them approximate."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {**{word: index for index, word in enumerate(_ONES)}, **{word: 10 * index for index, word in enumerate(_TENS, 2)}}
"""Number words under one hundred."""
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "bil": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}

_MOST_DIGITS = 20
"""Characters of the longest run of digits and commas that is a number; longer ones are keys and codes."""
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d+\.\d+|\d+|\.\d+)"
_BIG = r"(?:hundred|thousand|million|billion|trillion|lakh|crore)"
_TEN = rf"(?:{'|'.join(_TENS)})"
_ONE = rf"(?:{'|'.join(sorted(_ONES, key=len, reverse=True))})"
_SMALL = rf"(?:{_TEN}(?:[-‑– ]{_ONE})?|{_ONE})"
_AFTER_SCALE = r"(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion)|(?<=trillion))"
_START = r"(?:(?<![\w.,])|(?<=\brm)|(?<=\brs)|(?<=\brs\.))"
"""No word ends right before, but for two currencies that stand so: RM250, Rs.50."""
_PART = rf"(?:(?:an?|half[ -]an?|{_SMALL} and a half|{_SMALL}|\d+(?:\.\d+)?)(?:[ -](?:{_BIG}|dozen))+|{_SMALL})"
NUMBER = (
    rf"(?:{_START}{_DIGITS}(?:[ -]?(?:{_BIG})s?\b(?: crore\b)?|(?:k|m|mn|mln|mil|bil|bn|b|tn|trn)\b|[ -](?:lakh|crore|dozen)\b)"
    rf"|\b{_PART}(?:{_AFTER_SCALE}(?:,? and |,? )(?={_SMALL}\b){_PART})*\b"
    rf"|{_START}{_DIGITS})"
)
"""Pattern of one number, in lower case, in digits (5,000; 1.9m; 80million) or words (five thousand; a dozen; two hundred and six)."""
_WHOLE = re.compile(NUMBER)
_TOKEN = re.compile(rf"{_DIGITS}|[a-z]+")


@dataclass(frozen=True, slots=True)
class Number:
    """What a literal says: its value and the place of its last significant digit (``5,000``: 1000; ``1.9m``: 100000)."""

    value: float
    step: float


def parse_number(text: str) -> Number | None:
    """Read one number literal; None where the whole text is not one.

    >>> parse_number("two hundred and six").value
    206.0
    """
    literal = text.strip().casefold()
    match = _WHOLE.fullmatch(literal)
    if not match:
        return None
    tokens = _TOKEN.findall(literal)
    if tokens[0][0].isdigit() or tokens[0][0] == ".":
        return _from_digits(tokens) if len(tokens[0]) <= _MOST_DIGITS else None
    value = _from_words(tokens)
    return None if value is None else Number(value, _step(value))


def _from_digits(tokens: list[str]) -> Number:
    digits = tokens[0].replace(",", "")
    scale = 1.0
    for token in tokens[1:]:
        scale *= SCALES.get(token.removesuffix("s"), 0) or _SHORT_SCALES.get(token, 1.0)
    value = round(float(digits) * scale, 6)
    fraction = len(digits.partition(".")[2])
    return Number(value, scale * 10.0**-fraction if fraction else max(scale, _step(value)))


def _from_words(tokens: list[str]) -> float | None:
    """Add up number words: each scale multiplies what stands before it, hundreds and dozens within, thousands and up across."""
    total = current = 0.0
    half = False
    for token in tokens:
        if token == "half" and current >= 1:
            current += 0.5
        elif token == "half":
            half = True
        elif token in ("a", "an"):
            current = 0.5 if half else current or 1.0
        elif token in SMALL:
            current += SMALL[token]
        elif token in SCALES or token in _SHORT_SCALES:
            scale = SCALES.get(token) or _SHORT_SCALES[token]
            current = (current or 1.0) * scale
            if scale >= 1e3:
                total, current = total + current, 0.0
        elif token[0].isdigit():
            current += float(token.replace(",", ""))
        elif token != "and":
            return None
    return total + current


def _step(value: float) -> float:
    step = 1.0
    while value and value % (step * 10) == 0 and step < 1e15:
        step *= 10
    return step


ABOUT = "about"
MORE = "more than"
LESS = "less than"
_BEFORE = {
    ABOUT: "about|around|approximately|approx\\.?|roughly|some|nearly|almost|close to|an estimated|estimated|an average of|circa|just under"
    "|just over|just about|somewhere around|in the region of|just short of|~",
    MORE: "more than|over|at least|no fewer than|no less than|not less than|upwards? of|above|greater than|in excess of|exceeding"
    "|a minimum of|well over|>|a little over|a little more than|better than|north of|as few as|as little as",
    LESS: "less than|fewer than|under|at most|no more than|not more than|(?<!gone )(?<!went )(?<!goes )(?<!going )(?<!rose )(?<!risen )up"
    " to|as many as|as much as|below|a maximum of|well under|<",
}
"""What has gone up to a figure is that figure; "up to" it elsewhere is at most that."""
_AFTER = {
    MORE: r"\+|[ -]plus\b| or more\b| and counting\b| and more\b",
    ABOUT: r" or so\b|-odd\b|-ish\b| odd\b",
    LESS: r" or (?:fewer|less)\b| at most\b",
}
BEFORE = re.compile(
    "(?:^|(?<=[^\\w-]))(?:" + "|".join(f"(?P<{key.split()[0]}>{phrases})" for key, phrases in _BEFORE.items()) + r")[ ]*$",
    re.IGNORECASE,
)
"""Matches an approximating phrase at the end of the text before a number (currency signs taken off)."""
AFTER = re.compile("|".join(f"(?P<{key.split()[0]}>{phrases})" for key, phrases in _AFTER.items()), re.IGNORECASE)


def approximation(match: re.Match[str] | None) -> str:
    """Return which approximation a match of ``BEFORE`` or ``AFTER`` stands for; empty for none."""
    return next((key for key in (ABOUT, MORE, LESS) if match and match.group(key.split()[0])), "")
