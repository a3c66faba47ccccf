"""Truncations: what a quotation leaves out at its beginning or end that made another claim of what it keeps."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.compare.discrepancies.differences import Base, Difference, Rendering
from crosscheck.compare.discrepancies.edges import breaks
from crosscheck.compare.discrepancies.hunks import NEGATIONS, TRAILING_CONDITIONS, Judgement, changes_kept_clause, negations
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.tokens import Token
from crosscheck.records import Kind, Polarity, Severity

MAX_LIMIT = 4
"""Words in which a limit of time is told: before 2017, for ten years."""
_LIMITS = frozenset("before until till within for".split())
_ADVERSATIVE = frozenset("but although though".split())
_DOUBTFUL = frozenset({"may", "might", "could"})


def truncations(rendering: Rendering, base: Base) -> list[Difference]:
    """Return what was left out before or behind the words of a rendering and governs them; at most one difference at each end."""
    return [d for d in (dropped_governor(rendering, base), dropped_condition(rendering, base)) if d]


def dropped_governor(rendering: Rendering, base: Base) -> Difference | None:
    """A truncation whose dropped words negate, condition or hedge the kept clause."""
    core = rendering.alignment.core()
    if core.query[0] != 0 or core.target[0] == 0:
        return None
    first = core.target[0]
    same = [t for t in base.tokens[max(0, first - 6) : first] if t.sentence == base.tokens[first].sentence]
    if not changes_kept_clause(same):
        return None
    unit = rendering.unit
    if unit is None:
        return None
    if not any(t.tag.startswith("VB") for t in base.tokens[slice(*core.target)]):
        return None  # no clause was kept, only a phrase that the reporter builds into a sentence of their own
    outside = {t.norm for t in unit.tokens if t.quote < 0}
    kept = {t.norm for t in rendering.tokens[: core.query[1]]}
    if outside & NEGATIONS or kept & NEGATIONS or unit.statement.polarity is not Polarity.AFFIRMED:
        return None
    judgement = Judgement(Kind.OMISSION, Severity.SUBSTANTIVE, "the dropped words govern the clause that was kept")
    return Difference(judgement, (first - min(3, len(same)), first), (0, 0), rendering)


def dropped_condition(rendering: Rendering, base: Base) -> Difference | None:
    """A truncation that ends right before a condition of what it keeps ("unless …"), or before the time up to which it denies something."""
    core, unit = rendering.alignment.core(), rendering.unit
    last = core.target[1]
    if unit is None or core.query[1] != len(rendering.tokens) or not 0 < last < len(base.tokens):
        return None
    after = base.tokens[last]
    limits = _limits(base.tokens, core.target, unit)
    qualified = _is_qualified(base.tokens, last, unit)
    if not (after.norm in TRAILING_CONDITIONS or limits or qualified) or breaks(after, base.tokens[last - 1]):
        return None
    said = {t.norm for t in unit.tokens}
    if (said & TRAILING_CONDITIONS and not qualified) or not any(t.tag.startswith("VB") for t in base.tokens[slice(*core.target)]):
        return None
    end = last
    while end < len(base.tokens) and not breaks(base.tokens[end], after):
        end += 1
    judgement = Judgement(Kind.OMISSION, Severity.SUBSTANTIVE, "the dropped words condition the clause that was kept")
    return Difference(judgement, (last, end), (core.query[1],) * 2, rendering)


def _is_qualified(tokens: Sequence[Token], last: int, unit: Unit) -> bool:
    """Tell whether a "but" follows with a clause that denies or doubts, of which the article tells nothing around its quotation."""
    dropped = []
    while last < len(tokens) and not breaks(tokens[last], tokens[last - 1]):
        dropped.append(tokens[last])
        last += 1
    if not dropped or dropped[0].norm not in _ADVERSATIVE or any(t.norm in _ADVERSATIVE and t.quote < 0 for t in unit.tokens):
        return False
    return bool(negations(dropped)) or any(t.norm in _DOUBTFUL for t in dropped)


def _limits(tokens: Sequence[Token], kept: tuple[int, int], unit: Unit) -> bool:
    """Tell whether a day, year or span of time follows that limits what the kept words deny: nobody will lose a job before 2017."""
    first, last = kept
    after = tokens[last : last + MAX_LIMIT]
    timed = after[0].norm in _LIMITS and any(t.norm[:1].isdigit() or t.label in ("DATE", "TIME") for t in after[1:])
    denied = any(t.norm in NEGATIONS and t.sentence == after[0].sentence for t in tokens[first:last])
    return timed and denied and not any(t.norm in _LIMITS and t.quote < 0 for t in unit.tokens)
