"""Deadlines: one deed that one source puts on a day, or in a month or year, and another by then at the latest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import NEGATIONS, Judgement
from crosscheck.compare.facts.days import deed_near, other_people
from crosscheck.compare.facts.placed import Placed, other_subjects, shared_weight
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.concepts import concept
from crosscheck.records import Discrepancy, Evidence, Kind, Severity

SAME_DEED = 6.0
"""Weight of the content words that two statements must share where the verbs beside the day say the same: begin, commence."""
ANY_DEED = 12.0
"""The same where they do not."""
_BEFORE = re.compile(r"\b(?P<word>by|on|in|no later than) (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\(?$", re.IGNORECASE)
_REACH = 30
"""Code points before a day in which its preposition stands."""
_UNITS = frozenset({"day", "month", "year"})


def deadline_findings(units: Sequence[Unit], placed: Mapping[int, Sequence[Value]], texts: Mapping[str, str]) -> list[Discrepancy]:
    """Return a minor date finding for each pair of statements of one deed that put one day as the time and as the latest time.

    Args:
        units: The statements of the event.
        placed: The values inside each of them, by its index.
        texts: The articles, by source.
    """
    dated = [
        (Placed(value, unit), found)
        for unit in units
        for value in placed.get(unit.index, ())
        if value.kind == "date" and value.unit in _UNITS and not value.approximate and (found := _preposition(value, unit, texts))
    ]
    judgement = Judgement(Kind.DATE, Severity.MINOR, "a day, and a deadline")
    return [
        make_finding(judgement, [_show(a, word_a, texts), _show(b, word_b, texts)])
        for (a, word_a), (b, word_b) in combinations(dated, 2)
        if a.unit.source != b.unit.source
        and _is_deadline(word_a) != _is_deadline(word_b)
        and contrast(a.value, b.value) == "same"
        and _is_one_deed(a, b)
        and not _told_both_ways(a, b, dated)
    ]


def _preposition(value: Value, unit: Unit, texts: Mapping[str, str]) -> re.Match[str] | None:
    return _BEFORE.search(texts[unit.source], max(0, value.start - _REACH), value.start)


def _is_deadline(word: re.Match[str]) -> bool:
    return word["word"].casefold() not in ("on", "in")


def _is_one_deed(a: Placed, b: Placed) -> bool:
    negated = [any(t.norm in NEGATIONS for t in p.unit.tokens) for p in (a, b)]
    if negated[0] != negated[1] or other_people(a.unit.tokens, b.unit.tokens) or other_subjects(a, b):
        return False
    deeds = [deed_near(p.unit.tokens, p.value.start, p.value.end) for p in (a, b)]
    same = deeds[0] is not None and deeds[1] is not None and concept(deeds[0]) == concept(deeds[1])
    return shared_weight(a.unit, b.unit) >= (SAME_DEED if same else ANY_DEED)


def _told_both_ways(a: Placed, b: Placed, dated: Sequence[tuple[Placed, re.Match[str]]]) -> bool:
    """Tell whether one of the two sources puts the day both ways."""
    ways = {(p.unit.source, _is_deadline(word)) for p, word in dated if contrast(p.value, a.value) == "same"}
    return any({(p.unit.source, True), (p.unit.source, False)} <= ways for p in (a, b))


def _show(place: Placed, word: re.Match[str], texts: Mapping[str, str]) -> Evidence:
    start, end = word.start("word"), place.value.end
    return Evidence(place.unit.source, place.unit.statement.id, start, end, texts[place.unit.source][start:end])
