"""Whether what one sentence denies and another affirms can both hold: not until Monday, on Monday; not for small firms, for large ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token

_TURNS = frozenset({"this", "next", "last"})
_WAITS = frozenset({"until", "till", "before"})
_TIMED = frozenset({"DATE", "TIME"})
_SMALL = frozenset("the a an of on in at by to and during early late".split())
_UNITS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december spring summer autumn winter week month quarter year morning afternoon evening night today tomorrow yesterday""".split()
)


def can_both_hold(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether a denial and an affirmation are of other times, or of other sorts of what is told of.

    Args:
        ours: The words of a sentence.
        theirs: Of another; the order of the two makes no difference.

    Returns:
        True where one of them says until when, both name times and not the same, or a plural of both is of one sort here and of
        another there.
    """
    return any(_waits(side) for side in (ours, theirs)) or at_other_times(ours, theirs) or _of_other_sorts(ours, theirs)


def at_other_times(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether both sentences name times, and not the same."""
    times = [_times(side) for side in (ours, theirs)]
    turns = [side & _TURNS for side in times]
    return all(times) and (not times[0] & times[1] or (all(turns) and turns[0] != turns[1]))


def _of_other_sorts(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether a plural that both hold is of one sort here and of another there: small firms, large firms."""
    sorts = [{concept(t): before.norm for before, t in pairwise(side) if t.tag == "NNS" and before.tag == "JJ"} for side in (ours, theirs)]
    return any(sorts[0][noun] != sorts[1][noun] for noun in sorts[0].keys() & sorts[1].keys())


def _waits(tokens: Sequence[Token]) -> bool:
    """Tell whether "until" stands before a time."""
    return any(t.norm in _WAITS and any(_is_time(after) for after in tokens[n + 1 : n + 3]) for n, t in enumerate(tokens))


def _times(tokens: Sequence[Token]) -> frozenset[str]:
    found = {t.norm for t in tokens if _is_time(t) and t.norm not in _SMALL}
    turns = {t.norm for t, after in pairwise(tokens) if t.norm in _TURNS and _is_time(after)}
    return frozenset(found | turns)


def _is_time(token: Token) -> bool:
    return token.label in _TIMED or (token.norm in _UNITS and not (token.norm in ("may", "march") and not token.tag.startswith("NNP")))
