"""Negations that stand elsewhere in the sentence: "have decided not to open" denies another thing than "have not decided to open".

A negation may be moved without harm over words that think, seem or expect, and to its object: "not … anything", "nothing".
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.compare.discrepancies.hunks import NEGATIONS, Judgement, negations
from crosscheck.compare.words.alignment import Hunk
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function
from crosscheck.records import Kind, Severity

BETWEEN = 10
"""Words between the place where one side denies and the place where the other does."""
MAX_SIDE = 14
"""Words of either side, from the one place to the other."""
_RAISING = frozenset(
    """think believe expect suppose imagine reckon feel seem appear look want intend plan propose advise guess likely probable
    going mean""".split()
)
"""Words over which a negation passes without another sense: I do not think it is, I think it is not."""
_ANY = frozenset("any anything anybody anyone anywhere ever either".split())
_EVERY = frozenset("all every everyone everybody both always entirely completely fully only".split())
"""Words that a negation before them denies otherwise than one behind them: not all will, all will not."""


def join_moved(hunks: Sequence[Hunk], ours: Sequence[Token], theirs: Sequence[Token]) -> list[Hunk]:
    """Join two differing stretches of one sentence, of which one denies on our side alone and the other on theirs alone."""
    found: list[Hunk] = []
    for hunk in hunks:
        if found and _is_moved(found[-1], hunk, ours, theirs):
            last = found.pop()
            hunk = Hunk((last.query[0], hunk.query[1]), (last.target[0], hunk.target[1]))
        found.append(hunk)
    return found


def _is_moved(last: Hunk, hunk: Hunk, ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    if hunk.query[0] - last.query[1] > BETWEEN:
        return False
    sides = (ours[last.query[0] : hunk.query[1]], theirs[last.target[0] : hunk.target[1]])
    if any(len(side) > MAX_SIDE or not side or side[0].sentence != side[-1].sentence for side in sides):
        return False
    first = _denies(ours, last.query), _denies(theirs, last.target)
    second = _denies(ours, hunk.query), _denies(theirs, hunk.target)
    return first[0] != first[1] and second == first[::-1]


def _denies(tokens: Sequence[Token], place: tuple[int, int]) -> bool:
    return bool(negations(tokens[slice(*place)]))


def judge_moved(left: Sequence[Token], right: Sequence[Token]) -> Judgement | None:
    """Name the difference between two stretches that both deny, at another word: None where they do not, or differ otherwise.

    Args:
        left: Words of one side, in one sentence.
        right: Of the other; the result is the same with the sides changed over.
    """
    places = [[n for n, t in enumerate(side) if t in negations(side)] for side in (left, right)]
    if [len(place) for place in places] != [1, 1]:
        return None
    before = [[t for t in side[: place[0]] if _counts(t)] for side, place in zip((left, right), places, strict=True)]
    if [t.lemma for t in before[0]] == [t.lemma for t in before[1]]:
        return None
    words = [sorted(t.lemma for t in side if _counts(t)) for side in (left, right)]
    if words[0] != words[1]:
        return None
    crossed = max(before, key=len)[min(map(len, before)) :]
    if _of_object(left, right) or _is_raised(crossed):
        return Judgement(Kind.WORDING, Severity.MINOR, "the negation stands elsewhere in the sentence")
    return Judgement(Kind.NEGATION, Severity.SUBSTANTIVE, "another word is denied")


def _is_raised(crossed: Sequence[Token]) -> bool:
    """Tell whether the words between the two places hold a verb of thinking or seeming, and no other verb."""
    verbs = [t for t in crossed if t.tag.startswith("VB") or _raises(t)]
    return not crossed or (bool(verbs) and all(map(_raises, verbs)))


def _raises(token: Token) -> bool:
    return bool({token.lemma, token.norm} & _RAISING)


def _counts(token: Token) -> bool:
    return token.norm in _EVERY or not (is_function(token.norm, token.tag) or token.norm in NEGATIONS | _ANY)


def _of_object(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Tell whether one side denies the object and the other the verb: nothing, not anything; no plans, not any plans."""
    objects = {"no", "none", "nothing", "nobody", "never", "neither", "nor", "without"}
    return any(any(t.norm in objects for t in side) for side in (left, right))
