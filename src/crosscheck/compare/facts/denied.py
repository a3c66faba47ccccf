"""Short reports of one speaker of which one is denied: "said he would appeal" here, "said he would not appeal" there.

The words are too few to tie two statements into a group; that one speaker says them of one event, and all of them but the negation, does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import NEGATIONS, Judgement
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function
from crosscheck.records import Discrepancy, Evidence, Form, Kind, Polarity, Severity

MOST = 12
"""Words of the longest such report: longer ones are grouped by what they say."""
_DENIED = Judgement(Kind.NEGATION, Severity.SUBSTANTIVE, "one speaker says it here and the contrary there, in the same words")
_QUESTIONS = frozenset("whether if why how when where what who which".split())


def denial_findings(units: Sequence[Unit], texts: Mapping[str, str]) -> list[Discrepancy]:
    """Return one finding per short report that some sources give with a negation and others, in the same words, without."""
    told: dict[tuple[str, tuple[str, ...]], list[tuple[Unit, bool]]] = defaultdict(list)
    for unit in units:
        if unit.speaker is None or unit.statement.form is Form.NARRATED or len(unit.tokens) > MOST:
            continue
        negations = [t for t in unit.tokens if t.norm in NEGATIONS]
        words = tuple(concept(t) for t in unit.tokens if _has_content(t))
        plain = unit.statement.polarity is Polarity.AFFIRMED and not any(t.norm in _QUESTIONS for t in unit.tokens)
        if words and plain and len(negations) < 2:
            told[unit.speaker, words].append((unit, bool(negations)))
    found = []
    for key in sorted(told):
        negated = [unit for unit, no in told[key] if no]
        affirmed = [unit for unit, no in told[key] if not no]
        if not {u.source for u in negated} & {u.source for u in affirmed} and _differ_in_that_alone(negated, affirmed):
            found.append(make_finding(_DENIED, [_show(u, texts) for u in (*negated, *affirmed)]))
    return found


def _has_content(token: Token) -> bool:
    return token.norm not in NEGATIONS and not is_function(token.norm, token.tag)


def _differ_in_that_alone(negated: Sequence[Unit], affirmed: Sequence[Unit]) -> bool:
    """Tell whether there are both, of nearly the same length: a longer one has other words of function, which turn what is said."""
    sizes = [len(u.tokens) - 1 for u in negated], [len(u.tokens) for u in affirmed]
    return all(sizes) and max(map(max, sizes)) - min(map(min, sizes)) <= 1


def _show(unit: Unit, texts: Mapping[str, str]) -> Evidence:
    start, end = unit.statement.start, unit.statement.end
    return Evidence(unit.source, unit.statement.id, start, end, texts[unit.source][start:end])
