"""Dropped conditions: "will be prosecuted if negligence is found" here, "will be prosecuted" there, in reports nearly the same.

Inside quotation marks the alignment finds what is dropped. Between reports a condition counts as dropped only where the rest of the two
says the same in nearly the same words, and the shorter one's article does not tell the condition beside it either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.groups.grouping import Cluster
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function
from crosscheck.records import Discrepancy, Evidence, Form, Kind, Severity

CONDITIONS = frozenset("if unless provided".split())
"""Words at which a condition begins."""
_OTHERS = CONDITIONS | frozenset("should once when whenever until subject depending pending".split())
"""Words of a condition told otherwise."""
HELD = 0.8
"""Share of the content words of each main clause that the other must hold."""
LEAST = 2
"""Content words that both main clauses must share."""
BESIDE = 400
"""Code points around the shorter statement in which its article may tell the condition."""
_DROPPED = Judgement(Kind.OMISSION, Severity.SUBSTANTIVE, "a condition that one report makes is left out of another")


def condition_findings(cluster: Cluster, units: Sequence[Unit], texts: Mapping[str, str]) -> list[Discrepancy]:
    """Return an omission finding per pair of reports of one group of which one leaves out the other's condition."""
    found = []
    for edge in cluster.edges:
        for full, short in ((units[edge.light], units[edge.heavy]), (units[edge.heavy], units[edge.light])):
            if Form.DIRECT in (full.statement.form, short.statement.form) or any(t.norm in _OTHERS for t in short.tokens):
                continue
            condition = _condition(full.tokens)
            if condition and _is_dropped(full, condition, short, texts[short.source]):
                found.append(make_finding(_DROPPED, [_show(full, condition, texts), _show(short, short.tokens, texts)]))
    return found


def _condition(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of the one condition that ends a report; empty where there is none, or more than one."""
    at = [n for n, t in enumerate(tokens) if t.norm in CONDITIONS]
    return tokens[at[0] :] if len(at) == 1 and at[0] else ()


def _is_dropped(full: Unit, condition: Sequence[Token], short: Unit, text: str) -> bool:
    main = _content([t for t in full.tokens if t.start < condition[0].start])
    told, terms = _content(short.tokens), _content(condition)
    shared = main & told
    if not terms or len(shared) < LEAST or len(shared) < HELD * max(len(main), len(told)):
        return False
    start, end = max(0, short.statement.start - BESIDE), short.statement.end + BESIDE
    beside = text[start:end].casefold()
    return not any(t.lemma.casefold() in beside or t.norm in beside for t in condition if not is_function(t.norm, t.tag))


def _content(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(concept(t) for t in tokens if not is_function(t.norm, t.tag))


def _show(unit: Unit, tokens: Sequence[Token], texts: Mapping[str, str]) -> Evidence:
    start, end = tokens[0].start, tokens[-1].end
    return Evidence(unit.source, unit.statement.id, start, end, texts[unit.source][start:end])
