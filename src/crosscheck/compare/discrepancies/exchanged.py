"""Who does it to whom, changed over: "he pushed me out" here, "I pushed him out" there."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.compare.discrepancies.differences import Base, Difference, Rendering
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.words.tokens import Token
from crosscheck.records import Kind, Severity

_PERSONS = {
    **dict.fromkeys("i me my mine myself".split(), "i"),
    **dict.fromkeys("we us our ours ourselves".split(), "we"),
    **dict.fromkeys("you your yours yourself".split(), "you"),
    **dict.fromkeys("he him his himself".split(), "he"),
    **dict.fromkeys("she her hers herself".split(), "she"),
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
}
"""Personal pronouns, by whom they stand for."""


def exchanged_once(found: Sequence[Difference], rendering: Rendering, base: Base) -> list[Difference]:
    """Join two differences of one sentence in which each of two persons stands for the other, as one of another claim.

    Args:
        found: What differs in a rendering, in order.
        rendering: The words of one source.
        base: The fullest version.
    """
    persons = [(d, _persons(d, rendering, base)) for d in found]
    swaps = [(d, pair) for d, pair in persons if pair is not None]
    for place, (first, pair) in enumerate(swaps):
        for second, other in swaps[place + 1 :]:
            if other == pair[::-1] and _home(first, rendering.tokens) == _home(second, rendering.tokens):
                own = min(first.own[0], second.own[0]), max(first.own[1], second.own[1])
                at = min(first.base[0], second.base[0]), max(first.base[1], second.base[1])
                judgement = Judgement(Kind.WORDING, Severity.SUBSTANTIVE, "who does it and to whom are changed over")
                rest = [d for d in found if d is not first and d is not second]
                return [*rest, Difference(judgement, at, own, rendering)]
    return list(found)


def _persons(difference: Difference, rendering: Rendering, base: Base) -> tuple[str, str] | None:
    """The persons of a difference that is one pronoun for another of somebody else."""
    sides = rendering.tokens[slice(*difference.own)], base.tokens[slice(*difference.base)]
    if any(len(side) != 1 for side in sides):
        return None
    one, other = (_PERSONS.get(side[0].norm, "") for side in sides)
    return (one, other) if one and other and one != other else None


def _home(difference: Difference, tokens: Sequence[Token]) -> int:
    return tokens[difference.own[0]].sentence
