"""Where two renderings of one utterance differ at their very beginning or end, outside the words that are aligned."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.compare.discrepancies.hunks import NEGATIONS, joined_letters
from crosscheck.compare.words.alignment import Hunk
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function

MAX_DROPPED = 12
"""Words that may be missing between a light beginning and the rest."""
HYPHENS = 2
"""Parts more that a hyphened word may have than one written together."""
MAX_EDGE = 3
"""Words at an end that may stand for other words; longer ends are another part of the speech."""
_MODIFIERS = ("JJ", "RB", "VBN", "VBG")
"""Penn tags of what stands between an article and its noun."""


def edge_hunks(ours: Sequence[Token], theirs: Sequence[Token], core: Hunk) -> list[Hunk]:
    """Differences at the very beginning and end, where words too light to be aligned stand outside the chain.

    Args:
        ours: The shorter rendering.
        theirs: The fullest version.
        core: The stretch of both that is aligned.
    """
    found = []
    head, tail = core.query[0], len(ours) - core.query[1]
    if 0 < _size(ours[:head]) <= MAX_EDGE and not breaks(ours[0], ours[head]):
        found.append(_head(ours, theirs, head, core.target[0]))
    if 0 < _size(ours[len(ours) - tail :]) <= MAX_EDGE and not breaks(ours[-1], ours[core.query[1] - 1]):
        found.append(_tail(ours, theirs, core.query[1], core.target[1]))
    if not any(found):
        found.append(_denied(ours, theirs, head, core.target[0]))
    return [hunk for hunk in found if hunk]


def _denied(ours: Sequence[Token], theirs: Sequence[Token], head: int, first: int) -> Hunk | None:
    """The negation with which one of two renderings begins that go on alike: not all of them, all of them."""
    own, place = head, first
    while own and place and ours[own - 1].norm == theirs[place - 1].norm and not breaks(theirs[place - 1], theirs[place]):
        own, place = own - 1, place - 1
    before = theirs[place - 1 : place] if place and place < len(theirs) and not breaks(theirs[place - 1], theirs[place]) else ()
    if own == 1 and not before and ours[0].norm in NEGATIONS and not breaks(ours[0], ours[1]):
        return Hunk((0, 1), (place, place))
    begins = own == 0 and ours[0].text[:1].isupper() and not ours[0].tag.startswith("NNP")
    if begins and before and before[0].norm in NEGATIONS and _begins(theirs, place - 1):
        return Hunk((0, 0), (place - 1, place))
    return None


def _begins(tokens: Sequence[Token], place: int) -> bool:
    return place == 0 or breaks(tokens[place - 1], tokens[place])


def _size(tokens: Sequence[Token]) -> int:
    """Words at an end, those that deny and the verb they deny with left out: did not buy is one."""
    return sum(not (t.norm in NEGATIONS or t.lemma == "do") for t in tokens)


def _head(ours: Sequence[Token], theirs: Sequence[Token], head: int, first: int) -> Hunk | None:
    """The difference between our first words and theirs.

    It begins after a word that both have right before the rest, at the same distance from it, or with which theirs begin the
    sentence; any other equal word is of another phrase. Else it is as many words as ours.
    """
    low = first
    while low > max(0, first - MAX_DROPPED) and not breaks(theirs[low - 1], theirs[first]):
        low -= 1
    for own in range(head - 1, -1, -1):
        for place in range(first - 1, low - 1, -1):
            if theirs[place].norm == ours[own].norm and (place + 1 == first or place == low or first - place == head - own):
                return Hunk((own + 1, head), (place + 1, first))
    phrase = _determined(ours[head - 1], theirs, low, first)
    if phrase is not None:
        return Hunk((head, head), (phrase, first)) if phrase < first else None
    other = max(low, first - head)
    return Hunk((0, head), (other, first)) if _comparable(ours[:head], theirs[other:first]) else None


def _determined(own: Token, theirs: Sequence[Token], low: int, first: int) -> int | None:
    """The first of their words between our article and the noun phrase that both go on with: a (more) personal note."""
    place = first
    while place > low and first - place < MAX_EDGE and theirs[place - 1].tag.startswith(_MODIFIERS):
        place -= 1
    return place if place > low and own.tag == "DT" and theirs[place - 1].norm == own.norm else None


def _comparable(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether words at an end may stand for one another: content for content, small words for small words, no conjunction alone."""
    if all(t.tag == "CC" for t in right):
        return False
    if any(t.bracketed or t.tag.startswith("PRP") for t in (*left, *right)):
        return bool(left and right)
    return len({any(not is_function(t.norm, t.tag) for t in side) for side in (left, right)}) == 1


def _tail(ours: Sequence[Token], theirs: Sequence[Token], start: int, last: int) -> Hunk | None:
    """The same for our last words."""
    for extra in range(1, HYPHENS + 1):
        if _same_letters(ours[start:], theirs[last : last + len(ours) - start + extra]):
            return None
    for size in range(1, len(ours) - start):
        if _same_letters(ours[start:], theirs[last : last + size]):
            return None
    high = last
    while high < min(len(theirs), last + MAX_DROPPED) and not breaks(theirs[high], theirs[last - 1]):
        high += 1
    for own in range(start, len(ours)):
        for place in range(last, high):
            if theirs[place].norm == ours[own].norm and (place == last or place + 1 == high or place - last == own - start):
                return Hunk((start, own), (last, place))
    high = min(high, last + len(ours) - start)
    return Hunk((start, len(ours)), (last, high)) if _comparable(ours[start:], theirs[last:high]) else None


def _same_letters(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether two stretches are one word written together or apart: preschools, pre-schools."""
    return joined_letters(ours) == joined_letters(theirs)


def breaks(one: Token, other: Token) -> bool:
    """Tell whether a sentence, a quotation or a statement ends between two words."""
    return (one.sentence, one.quote, one.statement) != (other.sentence, other.quote, other.statement)
