"""How one wording stands in another: what claims/ asks of every source."""

from __future__ import annotations

from crosscheck.compare.discrepancies.differences import Base, differences, render
from crosscheck.compare.discrepancies.findings import ORDER
from crosscheck.compare.groups.units import align_key
from crosscheck.compare.words.tokens import tokenize
from crosscheck.compare.words.weights import default_weights
from crosscheck.records import Likeness, Severity


def likeness(wanted: str, found: str) -> Likeness:
    """Compare two wordings word by word; typography, marks and case never count.

    Args:
        wanted: The claim's words.
        found: A statement's words.

    Returns:
        Containment and coverage from 0 to 1, and the kinds of the differences inside the shared stretch.
    """
    weights = default_weights()
    left, right = tokenize(wanted), tokenize(found)
    mass = [sum(weights.of_token(t) for t in side) for side in (left, right)]
    if not left or not right:
        return Likeness(0.0, 0.0, False, False, (), False)
    query, target = (left, right) if mass[0] <= mass[1] else (right, left)
    base = Base("", target, tuple(align_key(t) for t in target))
    rendering = render(None, query, base, weights)
    result = rendering.alignment
    if not result.runs:
        return Likeness(0.0, 0.0, False, False, (), False)
    real = [d.judgement for d in differences(rendering, base)]
    pairs = [(query[run.query + n], target[run.target + n]) for run in result.runs for n in range(run.length)]
    same = all(a.norm == b.norm for a, b in pairs) and len(result.runs) == 1
    return Likeness(
        containment=min(1.0, result.matched / max(min(mass), 1e-9)),
        coverage=min(1.0, result.matched / max(mass[0], 1e-9)),
        verbatim=same and len(pairs) == len(left) == len(right),
        contained=same and len(pairs) == min(len(left), len(right)),
        differs=tuple(sorted({j.kind for j in real}, key=ORDER.__getitem__)),
        substantive=any(j.severity is Severity.SUBSTANTIVE for j in real),
    )
