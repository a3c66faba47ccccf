"""Kinds of what is counted: the words between a figure and its noun, and words that make it another measure of one thing."""

from __future__ import annotations

from crosscheck.compare.facts.placed import Placed
from crosscheck.compare.groups.units import Unit

_MEASURES = frozenset(
    """average median limit cap maximum minimum target goal quota capacity remaining remainder rest
    richest poorest wealthiest top bottom highest lowest""".split()
)
"""Words that make a figure another measure of the same thing."""
_MORE = frozenset("other another more further additional extra".split())
"""Words that make a figure one of what there is beside: four other spills, five spills."""


def kinds_differ(a: Placed, b: Placed) -> bool:
    """Tell whether the words between figure and noun, or a measure, tell kinds apart: 11 five-member groups, 18 groups, an average."""
    if other_extremes(a, b):
        return True
    ours, theirs = _kind_words(a), _kind_words(b)
    if (ours & _MORE) != (theirs & _MORE):
        return True
    return ours != theirs and (bool(ours and theirs) or any(word[:1].isdigit() for word in ours | theirs))


def other_extremes(a: Placed, b: Placed) -> bool:
    """Tell whether a word makes one of two figures another measure of a thing, and not the other: an average, a limit."""
    return _measures(a.unit) != _measures(b.unit)


def _measures(unit: Unit) -> frozenset[str]:
    return frozenset(t.norm for t in unit.tokens if t.norm in _MEASURES)


def _kind_words(place: Placed) -> frozenset[str]:
    after = [t for t in place.unit.tokens if t.start >= place.value.end][:4]
    kept: list[str] = []
    for token in after:
        if token.tag.startswith(("NNS", "VB", "IN", "CC")) or not token.tag:
            break
        kept.append(token.lemma if not token.norm[:1].isdigit() else token.norm)
    return frozenset(kept) if len(kept) < len(after) else frozenset()
