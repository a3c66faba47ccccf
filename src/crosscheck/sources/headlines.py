"""The title of an article, and where the page prints it again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from crosscheck.records import Span
from crosscheck.sources.rules import is_section
from crosscheck.text import WORD, fold

_HEAD = 6
"""Paragraphs among which a title is looked for: section, picture and credit may stand before it."""
_LONGEST = 40
"""Words; of 621 development headlines the longest has 33."""
_SENTENCE = re.compile(r"[.…:;,][\"'”’»)]*\Z")
_CUT = re.compile(r"\w(?:\.\.\.|…)\Z")
_CUT_SHORT = 5
"""Words a headline has at least where an index page has cut it short with three dots."""
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}[\"'”’]?\Z")
_SITE = re.compile(r"\s+(?:[|–—·»]|-)\s+(?P<site>[^|–—·»]{2,40})\Z")
_SITE_WORD = re.compile(
    r"\b(?:news|times|post|online|daily|herald|journal|tribune|gazette|magazine|guardian|telegraph|review|mail|today|star|press|radio|tv)\b|\.\w{2,4}\Z",
    re.IGNORECASE,
)
_ADDED_WORDS = 3
"""A title printed again may carry a few words more (an outlet, a number) or fewer."""
_SHORTEST_PART = 0.6


def find_title(text: str, paragraphs: Sequence[Span], furniture: Mapping[int, str]) -> int | None:
    """Return the index of the paragraph that is the title, or None.

    It is the first that is not furniture, if it looks like a headline and another paragraph of the article follows.
    """
    for index, span in enumerate(paragraphs[:_HEAD]):
        if index in furniture:
            continue
        is_title = looks_like_headline(text[span.start : span.end])
        return index if is_title and any(later not in furniture for later in range(index + 1, len(paragraphs))) else None
    return None


def looks_like_headline(line: str) -> bool:
    """Tell whether ``line`` is short and does not end as a sentence of running text does."""
    if len(line) > 400:
        return False
    words = len(WORD.findall(line))
    if not 0 < words <= _LONGEST:
        return False
    return not _SENTENCE.search(line) or bool(_ABBREVIATION.search(line)) or (words >= _CUT_SHORT and bool(_CUT.search(line)))


def split_site(text: str, title: Span, others: Sequence[Span]) -> tuple[Span, str | None]:
    """Take an outlet's name off the end of a title: ``Bridge closed | The Example Times``.

    It is taken off where the page prints the title again without it, or where it stands behind a bar or names a paper.
    Returns the title's span without it, and the outlet's name.
    """
    line = text[title.start : title.end]
    match = _SITE.search(line)
    if not match:
        return title, None
    short = Span(title.start, title.start + match.start())
    wanted = fold(text[short.start : short.end])
    again = any(fold(text[span.start : span.end]) == wanted for span in others if span.end - span.start == short.end - short.start)
    named = "|" in match[0] or bool(_SITE_WORD.search(match["site"]))
    capital = match["site"][:1].isupper() or "." in match["site"]
    long_enough = len(WORD.findall(wanted)) >= 3
    if not (capital and long_enough and (again or named)):
        return title, None
    return short, None if is_section(match["site"]) else match["site"]


def is_title_again(title: str, line: str) -> bool:
    """Tell whether ``line`` prints ``title`` again, perhaps with a few words more at its end or start, or cut short."""
    if len(line) > 2 * len(title) + 40:
        return False
    wanted, sentence = _folded(title), _SENTENCE.search(line) is not None
    first = WORD.search(line)
    if sentence and (first is None or not wanted or not wanted[0].startswith(fold(first.group()))):
        return False  # most paragraphs, at the least cost
    found = WORD.findall(fold(line))
    if wanted == found:
        return bool(wanted)
    if sentence or len(wanted) < 4:
        return False
    if len(found) > len(wanted):
        return len(found) <= len(wanted) + _ADDED_WORDS and _inside(wanted, found)
    return len(found) >= max(4, _SHORTEST_PART * len(wanted)) and _inside(found, wanted)


@lru_cache(maxsize=1)
def _folded(title: str) -> list[str]:
    return WORD.findall(fold(title))


def _inside(part: Sequence[str], whole: Sequence[str]) -> bool:
    return any(list(whole[at : at + len(part)]) == list(part) for at in range(len(whole) - len(part) + 1))
