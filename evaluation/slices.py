"""The slices of an attribution: its form, what its source is, what its cue does, which marks its article uses.

Computed from the text and the three roles alone, for what people annotated and for what a program found by the same rules, so that
precision and recall of a slice speak of the same thing.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from evaluation.words import WORD, Pair

SLICES = (
    *("direct", "mixed", "indirect"),
    *("source pronoun", "source noun", "source name", "source none"),
    *("communication", "beliefs and intentions", "other cues", "no cue"),
    *("straight marks", "curly marks", "mixed marks", "no marks"),
)
"""All slices in the order in which tables show them; one of each line holds for an attribution."""
PRONOUNS = frozenset(
    "i we you he she it they me us him her them who whom which that this these those one both all some many others each himself herself "
    "itself themselves myself mine ours his hers theirs".split()
)
_SPEAKING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ell)|accord|add(?:s|ed|ing)\b|not(?:e|es|ed|ing)\b|wr(?:ote|it)|ask|repl|report|announc|cit(?:e|ing)"
    r"|call|suggest|point|describ|critici|attack|mention|warn|acknowledg|accus|question|claim|respon|argu|promis|vow|declar|recall"
    r"|pledg|propos|stat(?:e|es|ed|ing|ement)\b|tweet|post(?:s|ed|ing)\b|explain|refus|declin|reject|blast|urg(?:e|ing)|demand|sp(?:eak|oke)"
    r"|express|comment|emphasi|insist|testif|discuss|den(?:y|ie|ial)|confirm|quot|assert|contend|indicat|complain|mock|disclos|reveal"
    r"|interview|letter|message|speech|condemn|prais|charg|alleg|admit|conced|jok|shout|threat|stress|reiterat|talk|order"
    r"|rul(?:e|ed|ing)\b|releas|publish|issu|endors|blam|remark|tout|denounc|answer|observ|put\b|advis|recommend|invit|thank|apologi)",
    re.IGNORECASE,
)
_MINDING = re.compile(
    r"\b(?:believ|belief|think|thought|know|knew|want|wish|hop(?:e|ing)|fear|expect|plan|inten[dt]|aim|seek|sought|decid|decision|suspect"
    r"|worr|doubt|consider|underst|feel|felt|see(?:s|n|ing)?\b|saw\b|regard|view|assum|anticipat|determin|convinc|willing|interest|need|prefer"
    r"|lov|admir|concern|learn|reali[sz]|imagin|opinion|desir|remember|forgot|wonder|guess|resolv|prepar|eager|like[ds]?\b)",
    re.IGNORECASE,
)


class Marks:
    """Which words of a text stand inside double quotation marks, paragraph by paragraph."""

    def __init__(self, text: str) -> None:
        self.style = _style(text)
        self._inside: list[Pair] = []
        start: int | None = None
        for match in re.finditer(r"[\"“”]|``|''|\n\s*\n?", text):
            mark = match[0]
            opens = mark in ("“", "``") or (mark == '"' and start is None)
            if mark[0] == "\n":
                self._close(start, match.start())
                start = None
            elif opens and start is None:
                start = match.end()
            elif not opens and start is not None:
                self._close(start, match.start())
                start = None
        self._close(start, len(text))
        self._ends = [end for _, end in self._inside]

    def _close(self, start: int | None, end: int) -> None:
        if start is not None and start < end:
            self._inside.append((start, end))

    def covers(self, at: int) -> bool:
        """Tell whether a code point stands inside marks."""
        found = bisect_left(self._ends, at + 1)
        return found < len(self._ends) and self._inside[found][0] <= at

    def form(self, text: str, content: list[Pair]) -> str:
        """Return ``direct``, ``mixed`` or ``indirect`` by how many words of the content stand inside marks (19 in 20: all)."""
        words = [self.covers(start + match.start()) for start, end in content for match in WORD.finditer(text[start:end])]
        if not any(words):
            return "indirect"
        return "direct" if sum(words) >= 0.95 * len(words) else "mixed"


def _style(text: str) -> str:
    straight, curly = '"' in text, bool(re.search("[“”]", text))
    return ("mixed marks" if straight else "curly marks") if curly else ("straight marks" if straight else "no marks")


def source_kind(text: str, source: list[Pair]) -> str:
    """Return ``none``, ``pronoun``, ``name`` (a capital word that does not only open a sentence) or ``noun``."""
    words = [(start + m.start(), m[0]) for start, end in source for m in re.finditer(r"[^\W_](?:[\w'’-]*\w)?", text[start:end])]
    if not words:
        return "none"
    if all(word.lower() in PRONOUNS for _, word in words):
        return "pronoun"
    capitals = [(at, word) for at, word in words if word[0].isupper() and word.lower() not in PRONOUNS | {"the", "a", "an"}]
    return "name" if any(not _opens_sentence(text, at) or _elsewhere(text, word) for at, word in capitals) else "noun"


def _opens_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" \"'“”‘’(")
    return not before or before[-1] in ".!?:\n"


def _elsewhere(text: str, word: str) -> bool:
    found = re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    return any(not _opens_sentence(text, match.start()) for match in found)


def cue_kind(text: str, cue: list[Pair]) -> str:
    """Return ``communication``, ``beliefs and intentions``, ``other cues`` or ``no cue``."""
    words = " ".join(text[start:end] for start, end in cue)
    if not cue:
        return "no cue"
    if _MINDING.search(words) and not re.search(r"\bsa(?:id|ys?)\b", words, re.IGNORECASE):
        return "beliefs and intentions"
    return "communication" if _SPEAKING.search(words) or not re.search(r"\w", words) else "other cues"
