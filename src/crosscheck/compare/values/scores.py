"""Votes and scores: two figures that are one value (seven to two, 5-4), recognised by a word of winning or voting near them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crosscheck.compare.values.numbers import parse_number
from crosscheck.compare.values.quantity_forms import LITERAL

_NEAR_BEFORE = 60
_NEAR_AFTER = 30
"""Characters around a pair in which its word must stand."""
_MOST = 1000
_TO = re.compile(r"[-–—‑]|\s+(?:votes?\s+|goals?\s+|points?\s+)?to\s+", re.IGNORECASE)
_VOTE = (
    r"vot(?:ed?|es|ing)|rul(?:ed?|es|ing)s?|decision|decided|majority|pass(?:ed|es)?|approv(?:ed?|es|al)|reject(?:ed|s)?|split|divided"
    r"|council(?:lors|ors)?|committee|justices|judges"
)
_GAME = (
    r"w[io]n(?:s|ning)?|beat(?:en|s|ing)?|defeat(?:ed|s)?|los(?:t|e|es|ing)|scored?|victory|draw|drew|drawn|lead(?:s|ing)?|led|trail(?:ed|ing|s)?"
    r"|ahead|rout|thrash(?:ed|ing)|edged?|overcame|finished|tied?"
)
_BEFORE = re.compile(rf"\b(?:(?P<vote>{_VOTE})|(?P<game>{_GAME}))\b(?P<gap>[^.!?;\n]*)$", re.IGNORECASE)
_AFTER = re.compile(
    r"[-\s]+(?:\w+[-\s]+)?(?:(?P<vote>votes?|ruling|decision|majority|split|margin|in favou?r|against)"
    r"|(?P<game>wins?|victory|draw|defeat|loss|lead|rout|thrashing|score))\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\bhalf[- ]?time|\bat the (?:break|half|interval)|\bfirst[- ]half|\bpenalties|\bshoot-?out|\baggregate", re.IGNORECASE)
"""The score of a part of a game is not comparable with the final one."""
_SET = re.compile(r"^[,;]? (?:and )?\d\d?[-–]\d|\d[-–]\d\d?(?: \(\d+[-–]\d+\))?,? (?:and )?$")
"""Other pairs in a row: the sets of a match."""
_GOES_ON = re.compile(r"[-\s]*[\w$£€%]")
_PARTS_OFF = re.compile(
    r"\s+(?:to|on|in|at|by|for|with|after|against|and|over|as|that|this|yesterday|today|tonight|when|but|while|late|last|from)\b",
    re.IGNORECASE,
)
"""Words after a pair that cannot be what it counts."""
_ADJACENT = re.compile(r"^\s*(?:by|with)?\s*$")


@dataclass(frozen=True, slots=True)
class Score:
    """The end of a pair of figures, the larger and the smaller one, and what they are of.

    ``unit`` is ``vote`` or ``score``; empty for a part of a game (a set, half-time), which is comparable with nothing.
    """

    end: int
    high: float
    low: float
    unit: str


def score_at(text: str, lower: str, start: int, end: int) -> Score | None:
    """Read the vote or score whose first figure stands at ``text[start:end]``; None where it is none.

    Args:
        text: The article.
        lower: The article in lower case, of the same length.
        start: Offset of the first figure.
        end: Offset after it.
    """
    joint = _TO.match(text, end)
    literal = LITERAL.match(lower, joint.end()) if joint else None
    if not literal:
        return None
    first, second = parse_number(lower[start:end]), parse_number(literal.group())
    if not (first and second) or max(first.value, second.value) >= _MOST or not (first.value.is_integer() and second.value.is_integer()):
        return None
    stop = literal.end()
    before, after = text[max(0, start - _NEAR_BEFORE) : start], text[stop : stop + _NEAR_AFTER]
    unit = _unit(before, after, falling=first.value >= second.value)
    if not unit:
        return None
    if _PART.search(before) or _PART.search(after) or _SET.search(after) or _SET.search(before):
        unit = ""
    return Score(stop, max(first.value, second.value), min(first.value, second.value), unit)


def _unit(before: str, after: str, *, falling: bool) -> str:
    """Tell what a pair is of; a rising one ("10 to 15 seats") must stand right at its word."""
    follows = _AFTER.match(after)
    if follows:
        return "vote" if follows["vote"] else "score"
    precedes = _BEFORE.search(before)
    if not precedes or (_GOES_ON.match(after) and not _PARTS_OFF.match(after)):
        return ""
    if not falling and not _ADJACENT.match(precedes["gap"]):
        return ""
    return "vote" if precedes["vote"] else "score"
