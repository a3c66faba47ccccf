"""Figures and days: values of one thing that differ between the statements of one group."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.facts.days import actors, deed_near, is_one_night, other_heads, other_occasions, other_people
from crosscheck.compare.facts.dollars import read_dollars
from crosscheck.compare.facts.kinds import kinds_differ, other_extremes
from crosscheck.compare.facts.placed import (
    Placed,
    is_possible,
    is_total,
    is_within,
    other_periods,
    other_subjects,
    told_apart,
    told_both_ways,
    told_by_both,
)
from crosscheck.compare.facts.things import other_deeds, other_things
from crosscheck.compare.facts.verdicts import CALENDAR, is_telling, judge_places, judge_values, ratio
from crosscheck.compare.groups.grouping import Cluster
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.weights import Weights
from crosscheck.records import Discrepancy, Evidence, Severity

SURE = 0.7
"""Containment of a paraphrase from which its figures are compared: looser ones tell of neighbouring things (rules for two age groups)."""
CLOSE = 1.5
"""Most by which reports of one figure differ where a statement holds several figures of one unit."""
MAX_RATIO = 3.0
"""The same for any statement; beyond it they count different things (six seats won, 194 held)."""
_RANGE_AFTER = re.compile(r"\s?(?:/|–|-|to|or|till|until)\s?\d")
_LISTED = re.compile(
    r"\b(?:aged?|ages of|between) (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) and $", re.IGNORECASE
)
"""Before the second of two ages or bounds: aged three and five."""
_RANGE_BEFORE = re.compile(r"\d\s?(?:/|–|-|to|or|till|until)\s?$")
_BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
_CHOICE_AFTER = re.compile(r"\s(?:or|to)\s\d")
_CHOICE_BEFORE = re.compile(r"\d[\d.,]*\s?[a-z]{0,6} or $")
_COMPARED_BEFORE = re.compile(
    r"\b(?:(?:younger|older|other|later|earlier) than|anything(?: less than| more than)?|nothing(?: less than| more than)?"
    r"|not (?:to )?exceed(?:ing|s|ed)?|as long as|(?:maximum|minimum|limit|cap) (?:[a-z]+ ){0,3}of|limit(?:ed|s)? (?:\w+ ){0,3}to|capped at"
    r"|(?:gone|go|goes|went|rise|risen|rose|rises|grow|grown|grew|climb|climbed|raised?) up to) ?\S{0,4}$",
    re.IGNORECASE,
)
_COMPARED_AFTER = re.compile(r",? (?:and|or) (?:above|over|older|younger|below|under|more|up)\b", re.IGNORECASE)
"""Comparisons around a figure that are bounds themselves, or no bounds of it: younger than 18, 21 and above, gone up to 900."""


def place_values(units: Sequence[Unit], values: Mapping[str, Sequence[Value]], *, doubtful: bool = False) -> dict[int, list[Value]]:
    """Return the values inside the content of each unit, in order; for bare dollars see ``read_dollars``."""
    found: dict[int, list[Value]] = defaultdict(list)
    read = read_dollars(values, doubtful=doubtful)
    for unit in units:
        content = unit.statement.content
        if not content:
            continue
        first, last = min([span.start for span in content]), max([span.end for span in content])
        for value in read.get(unit.source, ()):
            if value.start >= first and value.end <= last and any(s.start <= value.start and value.end <= s.end for s in content):
                found[unit.index].append(value)
    return found


def group_figures(
    cluster: Cluster, units: Sequence[Unit], placed: Mapping[int, Sequence[Value]], texts: Mapping[str, str], weights: Weights
) -> list[Discrepancy]:
    """Return conflicts of figures and days between the statements of a group that are tied by their own words."""
    found = []
    every = [Placed(value, units[index]) for index in sorted(placed) for value in placed[index]] if len(cluster.members) > 1 else []
    for edge in cluster.edges:
        if edge.tier in ("quotation", "fragment"):
            continue
        left, right = units[edge.light], units[edge.heavy]
        ours, theirs = placed.get(left.index, ()), placed.get(right.index, ())
        apart = _other_times(ours, theirs)
        for a, b in _pairs(ours, theirs):
            if is_part_of_range(a, texts[left.source]) or is_part_of_range(b, texts[right.source]):
                continue
            if (apart and a.kind not in CALENDAR) or (a.kind != "time" and told_by_both(Placed(a, left), Placed(b, right), every)):
                continue
            judgement = judge_places(Placed(a, left), Placed(b, right), every, texts)
            if edge.tier == "paraphrase" and edge.containment < SURE and a.kind not in CALENDAR:
                continue
            if a.kind == b.kind == "cardinal" and kinds_differ(Placed(a, left), Placed(b, right)):
                continue
            if a.kind not in CALENDAR and is_possible(Placed(a, left)) != is_possible(Placed(b, right)):
                continue
            if a.kind == "money" and other_extremes(Placed(a, left), Placed(b, right)):
                continue
            if a.kind == "date" and (not _one_deed(left, a, right, b) or other_occasions(Placed(a, left), Placed(b, right), every)):
                continue
            if a.kind == "date" and (
                is_one_night(a, b, texts) or other_deeds(left.tokens, a, texts[left.source], right.tokens, b, texts[right.source])
            ):
                continue
            if a.kind not in CALENDAR and other_subjects(Placed(a, left), Placed(b, right)):
                continue
            apart_in_time = a.kind not in CALENDAR and other_periods(Placed(a, left), Placed(b, right), every)
            if not _is_minor(judge_values(a, b)) and (apart_in_time or (a.kind not in CALENDAR and is_within(a, b))):
                continue
            if a.kind == "money" and is_total(Placed(a, left), Placed(b, right)):
                continue
            if _is_minor(judgement) and told_both_ways(Placed(a, left), Placed(b, right), every):
                continue
            if _is_minor(judgement) and (is_compared(a, texts[left.source]) or is_compared(b, texts[right.source])):
                continue
            if judgement is None or not are_near(left, a, right, b, weights) or told_apart(Placed(a, left), Placed(b, right), every):
                continue
            if a.kind in CALENDAR or is_one_telling(a, b) or not other_things(Placed(a, left), Placed(b, right), every, texts):
                found.append(make_finding(judgement, [show(left, a, texts), show(right, b, texts)]))
    return found


def is_one_telling(a: Value, b: Value) -> bool:
    """Tell whether two figures are one, and of so many digits that hardly two things have it."""
    return a.figure == b.figure and (a.low != a.high) == (b.low != b.high) and is_telling(a)


def _is_minor(judgement: Judgement | None) -> bool:
    return judgement is not None and judgement.severity is Severity.MINOR


def is_part_of_range(value: Value, text: str) -> bool:
    """Tell whether a bare figure or year is one end of a range or of a double year: 15 to 28 Feb, 2017/2018."""
    if is_listed(value, text):
        return True
    if value.low == value.high and _BETWEEN.search(text[max(0, value.start - 9) : value.start]):
        return True  # between 0.6 metres and one metre
    if value.text[:1].isdigit() and _CHOICE_AFTER.match(text, value.end):
        return True  # a rise by 4m or 5m
    if value.text[:1].isdigit() and value.low == value.high and _CHOICE_BEFORE.search(text[max(0, value.start - 16) : value.start]):
        return True
    bare = value.text.strip().isdigit()
    return bare and bool(_RANGE_AFTER.match(text, value.end) or _RANGE_BEFORE.search(text[max(0, value.start - 10) : value.start]))


def is_listed(value: Value, text: str) -> bool:
    """Tell whether a figure is the second of two ages or bounds: aged three and five."""
    return bool(_LISTED.search(text[max(0, value.start - 24) : value.start]))


def is_compared(value: Value, text: str) -> bool:
    """Tell whether the words around a figure compare with it: its precision is then told in more ways than ``approximate`` holds."""
    number = next((n for n, char in enumerate(value.text) if char.isdigit()), len(value.text))
    before = text[max(0, value.start - 30) : value.start + number]
    return bool(_COMPARED_BEFORE.search(before) or _COMPARED_BEFORE.search(text[max(0, value.start - 30) : value.start])) or bool(
        _COMPARED_AFTER.match(text, value.end)
    )


def _one_deed(left: Unit, a: Value, right: Unit, b: Value) -> bool:
    """Tell whether two days are told of one deed: the verbs they stand nearest to say the same, of nobody else."""
    if other_people(left.tokens, right.tokens) or other_heads(left.tokens, a, right.tokens, b):
        return False
    ours, theirs = deed_near(left.tokens, a.start, a.end), deed_near(right.tokens, b.start, b.end)
    if ours is None or theirs is None:
        return a.unit == b.unit or (ours is None and theirs is None)  # the end of a term in one year, a deed in a month of another
    who = actors(left.tokens, ours), actors(right.tokens, theirs)
    return concept(ours) == concept(theirs) and not (all(who) and not who[0] & who[1])


def _other_times(left: Sequence[Value], right: Sequence[Value]) -> bool:
    """Tell whether two statements speak of different times: their figures may then differ without a conflict."""
    pairs = [(a, b) for a in left for b in right if a.kind == b.kind == "date"]
    return bool(pairs) and all(contrast(a, b) == "conflict" for a, b in pairs)


def _pairs(left: Sequence[Value], right: Sequence[Value]) -> list[tuple[Value, Value]]:
    """Pair the values that have no equal on the other side, each with the one it is nearest to; days only where one faces one."""
    open_left = [a for a in left if not any(contrast(a, b) == "same" for b in right)]
    open_right = [b for b in right if not any(contrast(a, b) == "same" for a in left)]
    pairs = [(a, b) for a in open_left for b in open_right if contrast(a, b) in ("compatible", "conflict") and not _same_words(a, b)]
    if len(pairs) > 1:
        pairs = [(a, b) for a, b in pairs if a.kind not in CALENDAR and _nearest(a, b, pairs)]
    if len(pairs) > 1:
        return [(a, b) for a, b in pairs if a.kind == "score" or ratio(a, b) <= CLOSE]
    return [(a, b) for a, b in pairs if a.kind in CALENDAR or a.kind == "score" or same_order(a, b)]


def _nearest(a: Value, b: Value, pairs: Sequence[tuple[Value, Value]]) -> bool:
    others = [ratio(x, y) for x, y in pairs if (x is a) != (y is b)]
    return all(ratio(a, b) < other for other in others)


def _same_words(a: Value, b: Value) -> bool:
    return a.text.casefold() == b.text.casefold()


def are_near(left: Unit, a: Value, right: Unit, b: Value, weights: Weights) -> bool:
    """Tell whether the words right around two values agree: the same predicate or noun within five words."""
    around = [
        {t.lemma for t in u.tokens if abs(t.start - v.start) < 45 and not v.start <= t.start < v.end} for u, v in ((left, a), (right, b))
    ]
    return sum(weights.of(word) for word in sorted(around[0] & around[1])) >= 3.0


def same_order(a: Value, b: Value) -> bool:
    """Tell whether two figures may be reports of one: of one order of magnitude, or one digit apart (90 / 900)."""
    return ratio(a, b) <= MAX_RATIO or one_digit_apart(a, b)


def one_digit_apart(a: Value, b: Value) -> bool:
    """Tell whether noughts alone tell two figures apart."""
    digits = [f"{value.figure:.0f}" for value in (a, b)]
    return len(digits[0]) > 1 and digits[0].strip("0") == digits[1].strip("0")


def show(unit: Unit, value: Value, texts: Mapping[str, str]) -> Evidence:
    """The words of a value in its statement."""
    return Evidence(unit.source, unit.statement.id, value.start, value.end, texts[unit.source][value.start : value.end])
