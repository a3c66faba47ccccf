"""Occasions: which articles of a folder tell of different events, so that their figures and days contradict nobody.

A folder on one topic may hold two seizures of drugs a week apart, by one office, in one set of words. What tells them apart is that
articles of one event share days, sums and people, and articles of two share none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations

from crosscheck.compare.values.reading import Value
from crosscheck.records import Discrepancy, Extraction, Kind
from crosscheck.text import fold

LEAST_DETAILS = 4
"""Details that both articles must have for sharing none to tell anything.

In localnews_dev articles of one event share a third to all of the details of the shorter one, articles of two events mostly none.
"""
MANY_DETAILS = 7
"""The same for sharing a single one."""
SMALL = 13
"""Counts below it are shared by chance."""
_UNTELLING = frozenset({"ordinal", "fraction", "score"})
_KINDS = frozenset({Kind.NUMBER, Kind.DATE, Kind.PLACE, Kind.NEGATION, Kind.STRENGTH, Kind.PARAPHRASE})
"""Findings that presuppose one event; what was said stands in its quotation marks whatever the article is about."""

LEAST_SORTS = 2
"""Sorts of telltale details that both articles must hold for sharing none of them to tell of two events."""
SERIAL = 0.25
"""Share of the pairs of a folder that tell of different events from which it is a series of like events: a day alone may then be shared."""
_TELLTALE = frozenset({"person", "day", "age"})
_DAY = re.compile(r"(?:XXXX|\d{4})-(\d\d-\d\d)$")
Pairs = frozenset[frozenset[str]]


def different_events(extractions: Sequence[Extraction], values: Mapping[str, Sequence[Value]]) -> Pairs:
    """Return the pairs of article ids that tell of different events: no day, sum, age, larger count or person is in both."""
    details = {x.article.id: _details(x, values.get(x.article.id, ())) for x in extractions}
    pairs = list(combinations(sorted(details), 2))
    apart = frozenset(frozenset({a, b}) for a, b in pairs if _differ(details[a], details[b]))
    if len(apart) >= SERIAL * len(pairs):
        apart |= frozenset(frozenset({a, b}) for a, b in pairs if _disagree(details[a], details[b]))
    return apart


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    if _apart(ours, theirs):
        return True
    fewer, shared = min(len(ours), len(theirs)), len(ours & theirs)
    return (shared == 0 and fewer >= LEAST_DETAILS) or (shared == 1 and fewer >= MANY_DETAILS)


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether two articles share none of the sorts of details that tell an event, whatever fines and terms of a law they share."""
    sorts = [{detail.split(" ", 1)[0] for detail in side} & _TELLTALE for side in (ours, theirs)]
    both = sorted(sorts[0] & sorts[1])
    shared = {detail.split(" ", 1)[0] for detail in ours & theirs}
    return len(both) >= LEAST_SORTS and not shared & _TELLTALE


def _disagree(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether both articles hold a sort of telltale details and share none of it: another suspect arrested on the same day."""
    held = [{detail.split(" ", 1)[0] for detail in side} for side in (ours, theirs, ours & theirs)]
    return bool((held[0] & held[1] & _TELLTALE) - held[2])


def _details(extraction: Extraction, values: Sequence[Value]) -> frozenset[str]:
    people = {f"person {fold(m.text.split()[-1])}" for m in extraction.mentions if m.label == "PERSON" and m.text.split()}
    days = {f"day {found[1]}" for v in values if v.kind == "date" and (found := _DAY.search(v.resolution))}
    ages = {f"age {v.figure:g}" for v in values if v.kind == "age" and v.low == v.high}
    return frozenset({f"{v.kind} {v.figure:g}" for v in values if _tells(v) and v.kind != "age"} | people | days | ages)


def _tells(value: Value) -> bool:
    if value.low is None or value.kind in _UNTELLING or (value.kind == "date" and value.unit != "day"):
        return False
    return value.kind != "cardinal" or value.figure >= SMALL


def of_one_event(findings: Sequence[Discrepancy], apart: Pairs) -> list[Discrepancy]:
    """Leave out the findings about an event whose camps all lie in articles of different events."""
    return [f for f in findings if f.kind not in _KINDS or _has_witness(f, apart)]


def quoted_of_one_event(findings: Sequence[Discrepancy], apart: Pairs) -> list[Discrepancy]:
    """The same for quotations: where articles of different events quote other figures, an office used one formula for two events."""
    formulas = frozenset(
        pair
        for f in findings
        if f.kind in (Kind.NUMBER, Kind.DATE)
        for a, b in combinations(sorted({s.source for s in f.spans}), 2)
        if (pair := frozenset({a, b})) in apart
    )
    return [f for f in findings if _has_witness(f, formulas)]


def _has_witness(finding: Discrepancy, apart: Pairs) -> bool:
    """Tell whether two spans of other wording (of any, where a mark alone differs) stand in one article, or in two of one event."""
    sides = [(s.source, " ".join(s.text.split()).casefold()) for s in finding.spans]
    pairs = list(combinations(sides, 2))
    opposed = [(a, b) for a, b in pairs if a[1] != b[1]] or pairs
    return any(frozenset({a[0], b[0]}) not in apart for a, b in opposed)
