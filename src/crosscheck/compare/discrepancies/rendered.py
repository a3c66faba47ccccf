"""Which quotations render a part of the fullest version, and which only sound like it: other sentences, other occasions, other terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crosscheck.compare.discrepancies.differences import Base, Rendering
from crosscheck.compare.groups.pairing import LONG_RUN, OVERLAP_CONTAINMENT, SOLID, rewords
from crosscheck.compare.groups.units import SHORT
from crosscheck.compare.words.alignment import Alignment, Run
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function

AMID = 5
"""Words in a row from which a stretch whose both ends are other words still renders a part of a speech."""
SURELY = 0.95
"""Share of a stretch's weight from which it renders a part of a speech however its words are spread."""
STRAY = 2
"""Words in a row at an end of an alignment that may be found there by chance."""
FAR_OFF = 4
"""Words on each side between them and the next that are found, from which they are, with three times as many on both."""
HARDLY = 3
"""Words in a row below which a stretch with words of its own at both ends, and content among them, renders nothing."""
OTHER_CLAUSE = 8
"""Words put for another from which they are another clause, where it is not known that one speaker said both."""
REFRAIN = 3
"""Words in a row that make a refrain where they come again."""
REPEATED = 3
"""Times that a speech says them: which of them a shorter quotation renders is then not known."""


def _is_amid(rendering: Rendering) -> bool:
    """Tell whether only words amid a stretch are found, none of them many in a row: another sentence about the same thing."""
    found, tokens = rendering.alignment, rendering.tokens
    if not found.runs:
        return False
    first, last = found.core().query
    ends = (tokens[:first], tokens[last:])
    content = [any(not is_function(t.norm, t.tag) for t in end) for end in ends]
    return found.longest < AMID and (all(content) or (found.longest < HARDLY and any(content) and all(ends)))


def _is_refrain(found: Alignment, base: Base) -> bool:
    """Tell whether all that is found in a row comes again and again in the speech: "I don't think it's right that …"."""
    rows = [base.keys[run.target : run.target + REFRAIN] for run in found.runs if run.length >= REFRAIN]
    return bool(rows) and all(_times(row, base.keys) >= REPEATED for row in rows)


def without_strays(rendering: Rendering, base: Base) -> Rendering:
    """Leave out words at either end that are found again only far off on both sides: what lies between is another sentence.

    A word or two are left out as well that one side has in this sentence and the other in another, behind words of its own.
    """
    runs = rendering.alignment.runs
    while len(runs) > 1 and (_strays(runs[-1], runs[-2], runs[-1]) or _leaves(runs[-1], runs[-2], runs[-1], rendering, base)):
        runs = runs[:-1]
    while len(runs) > 1 and (_strays(runs[0], runs[0], runs[1]) or _leaves(runs[0], runs[0], runs[1], rendering, base)):
        runs = runs[1:]
    runs = _without_alone(_without_alone(runs, rendering.tokens)[::-1], rendering.tokens)[::-1]
    return replace(rendering, alignment=replace(rendering.alignment, runs=runs))


def _leaves(run: Run, left: Run, right: Run, rendering: Rendering, base: Base) -> bool:
    """Tell whether a sentence ends between a word or two and the rest on one side alone, at least ``FAR_OFF`` other words between."""
    gaps = right.query - left.query - left.length, right.target - left.target - left.length
    if run.length > STRAY or not min(gaps) or sum(gaps) < FAR_OFF:
        return False
    ours = _ends_at(rendering.tokens, left.query + left.length, right.query)
    return ours != _ends_at(base.tokens, left.target + left.length, right.target)


def _without_alone(runs: tuple[Run, ...], tokens: Sequence[Token]) -> tuple[Run, ...]:
    """Leave out the first runs where a word or two are all that is found of their sentence: it is another sentence."""
    home = tokens[runs[0].query].sentence
    inside = [run for run in runs if tokens[run.query].sentence == tokens[run.query + run.length - 1].sentence == home]
    found, size = sum(run.length for run in inside), sum(t.sentence == home for t in tokens)
    if found > STRAY or size < max(FAR_OFF, 2 * found) or len(inside) == len(runs) or runs[: len(inside)] != tuple(inside):
        return runs
    return runs[len(inside) :]


def _ends_at(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a sentence ends right where a gap begins or ends."""
    return any(tokens[place - 1].sentence != tokens[place].sentence for place in (start, end))


def is_other_speech(rendering: Rendering, speaker: str | None) -> bool:
    """Tell whether a clause stands in the place of other words where it is not known that one speaker said both."""
    unit = rendering.unit
    if unit is None or (unit.speaker is not None and unit.speaker == speaker):
        return False
    sizes = [(h.query[1] - h.query[0], h.target[1] - h.target[0]) for h in rendering.alignment.hunks()]
    return any(min(size) and max(size) >= OTHER_CLAUSE for size in sizes)


def _strays(run: Run, left: Run, right: Run) -> bool:
    gaps = right.query - left.query - left.length, right.target - left.target - left.length
    return run.length <= STRAY and min(gaps) >= FAR_OFF and sum(gaps) >= 3 * FAR_OFF


def _times(row: Sequence[str], keys: Sequence[str]) -> int:
    return sum(tuple(keys[place : place + len(row)]) == tuple(row) for place in range(len(keys) - len(row) + 1))


def renders(rendering: Rendering, base: Base, weights: Weights) -> bool:
    """Tell whether a stretch renders a part of the fullest version at all; its neighbours in the statement may be other speech."""
    total = sum(weights.of_token(token) for token in rendering.tokens)
    short = len(rendering.tokens) < SHORT
    found = rendering.alignment
    if not short and found.matched < SURELY * total and (_is_amid(rendering) or _is_refrain(found, base)):
        return False
    if short:
        return found.longest >= 2 and found.matched >= 0.4 * total
    if found.longest >= LONG_RUN or (found.runs and rewords(rendering.tokens, base.tokens, found)):
        return True
    return found.matched >= OVERLAP_CONTAINMENT * total and found.score >= SOLID * total
