"""Narrowed denials: what a speaker denies altogether in a quotation, and only of some things where another source reports it.

"There is no plan to close the pier" denies more than that there is "no plan approved to close the pier": whatever is put between the
words that a negation governs makes less of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement, negations
from crosscheck.compare.groups.grouping import Cluster
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function
from crosscheck.records import Discrepancy, Evidence, Kind, Severity

SCOPE = 3
"""Words between a negation and the first of the words that it governs."""
CLOSE = 3
"""Words from one content word to the next for the two to be one phrase: plans to leave."""
WIDE = 6
"""The same with what is put between them."""


def narrowing_findings(cluster: Cluster, units: Sequence[Unit], texts: Mapping[str, str]) -> list[Discrepancy]:
    """Return a paraphrase finding per pair of statements of one speaker, one quoted, of which the other denies less."""
    found = []
    for edge in cluster.edges:
        left, right = units[edge.light], units[edge.heavy]
        if edge.tier not in ("paraphrase", "wording") or left.speaker is None or left.speaker != right.speaker:
            continue
        if bool(left.quoted) == bool(right.quoted):
            continue
        for wide, narrow in ((left, right), (right, left)):
            pair = next(_narrowed(wide.tokens, narrow.tokens), None)
            if pair:
                judgement = Judgement(Kind.PARAPHRASE, Severity.SUBSTANTIVE, "what is denied is narrowed")
                found.append(make_finding(judgement, [_show(wide, pair[0], texts), _show(narrow, pair[1], texts)]))
    return found


def _narrowed(wide: Sequence[Token], narrow: Sequence[Token]) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Two content words in a row under a negation on one side, with other content words between them on the other."""
    theirs = _denied(narrow)
    for first, second, phrase in _denied(wide, closed=True):
        for a, b, held in theirs:
            between = [t for t in held if not is_function(t.norm, t.tag) and concept(t) not in (first, second)]
            between = [t for t in between if t.end < held[-1].start and t.tag.startswith("VB")]
            if (a, b) == (first, second) and between:
                yield phrase, held


def _denied(tokens: Sequence[Token], *, closed: bool = False) -> list[tuple[str, str, Sequence[Token]]]:
    """Pairs of content words behind a negation, with the stretch from the negation on; ``closed``: with none between them."""
    found: list[tuple[str, str, Sequence[Token]]] = []
    for word in negations(tokens):
        at = next(n for n, t in enumerate(tokens) if t.start == word.start)
        behind = [n for n in range(at + 1, len(tokens)) if _tells(tokens[n]) and tokens[n].sentence == word.sentence]
        if not behind or behind[0] - at > SCOPE:
            continue
        reach = CLOSE if closed else WIDE
        for first, second in pairwise(behind[:2]) if closed else ((behind[0], n) for n in behind[1:]):
            if second - first <= reach:
                found.append((concept(tokens[first]), concept(tokens[second]), tokens[at : second + 1]))
    return found


def _tells(token: Token) -> bool:
    return not is_function(token.norm, token.tag)


def _show(unit: Unit, tokens: Sequence[Token], texts: Mapping[str, str]) -> Evidence:
    start, end = tokens[0].start, tokens[-1].end
    return Evidence(unit.source, unit.statement.id, start, end, texts[unit.source][start:end])
