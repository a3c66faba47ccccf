"""Whether two quotations are renderings of one utterance: most of their words agree, in order, sentence by sentence.

What one speaker says twice, on two occasions or in one breath, has words in common as well; a word that differs there was never altered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.compare.discrepancies.differences import Base, Rendering
from crosscheck.compare.discrepancies.hunks import MODALS, NEGATIONS
from crosscheck.compare.groups.units import SHORT
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function

_FORMING = NEGATIONS | MODALS | frozenset("do does did have has had is are was were be been being to".split())
"""Words that form a verb, or deny it: did not buy stands for bought, one word for one."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a rendering agrees with the fullest version."""

    equal: int
    """Words that agree."""
    content: int
    """Of these, content words."""
    longest: int
    """Words in a row that agree."""
    other: int
    """Words that stand for other words, in the sentences that agree in part."""

    @property
    def share(self) -> float:
        """Words that agree among those that agree or stand for others."""
        return self.equal / max(1, self.equal + self.other)


def agreement(rendering: Rendering, base: Base) -> Agreement:
    """Count what agrees and what does not; what one side leaves out counts for nothing."""
    found, ours, theirs = rendering.alignment, rendering.tokens, base.tokens
    same = [run.query + step for run in found.runs for step in range(run.length)]
    other = sum(_replaced(ours[slice(*h.query)], theirs[slice(*h.target)]) for h in found.hunks())
    core = found.core()
    other += min(_before(ours, core.query[0]), _before(theirs, core.target[0]))
    other += min(_after(ours, core.query[1]), _after(theirs, core.target[1]))
    return Agreement(len(same), sum(not is_function(ours[n].norm, ours[n].tag) for n in same), found.longest, other)


def _replaced(ours: Sequence[Token], theirs: Sequence[Token]) -> int:
    """Words put for others: a sentence more on one side is left out, not replaced."""
    if not ours or not theirs:
        return 0
    inside = [[t for t in side if t.sentence == side[0].sentence] for side in (ours, theirs)]
    return max(1, *(sum(t.norm not in _FORMING for t in side) for side in inside))


def _before(tokens: Sequence[Token], place: int) -> int:
    """Words of a sentence of one quotation before a place."""
    first = place
    while first > 0 and _one(tokens[first - 1], tokens[place]):
        first -= 1
    return place - first


def _after(tokens: Sequence[Token], place: int) -> int:
    last = place
    while last < len(tokens) and _one(tokens[last], tokens[place - 1]):
        last += 1
    return last - place


def _one(a: Token, b: Token) -> bool:
    return (a.sentence, a.quote, a.statement) == (b.sentence, b.quote, b.statement)


SURE_SHARE = 0.61
"""Share of words from which two quotations are one utterance; read off about 90 pairs of the development stories and of invented news."""
LONG_SHARE = 0.5
"""The same with ``LONG_ROW`` words in a row, or of a short quotation: two translations share little more."""
LONG_ROW = 6
LEAST_CONTENT = 2
"""Content words that must agree where more words than that stand for others: "I am … of the … of this" is anybody's."""


def is_one_utterance(rendering: Rendering, base: Base) -> bool:
    """Tell whether enough words agree for a word that differs to be an alteration, and not the word of another sentence."""
    found = agreement(rendering, base)
    if found.content < LEAST_CONTENT < found.other and found.longest < LONG_ROW:
        return False
    if found.share >= SURE_SHARE:
        return True
    return found.share >= LONG_SHARE and (found.longest >= LONG_ROW or len(rendering.tokens) < SHORT)
