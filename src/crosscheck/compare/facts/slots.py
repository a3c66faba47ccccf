"""Slots: two sources tell one sentence, word for word or nearly, and put another figure or day into the same place of it.

"Sales in the quarter ended May 2 were 310 million crowns" and "sales in the quarter that ended May 2 were 130 million crowns" need no
group and no common noun: the words on both sides of the figure, in their order, are the evidence that one thing is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.facts.days import other_heads, other_occasions
from crosscheck.compare.facts.figures import is_compared, is_part_of_range, same_order, show
from crosscheck.compare.facts.placed import Placed, told_apart, told_by_both
from crosscheck.compare.facts.things import other_things
from crosscheck.compare.facts.verdicts import CALENDAR, judge_places
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.values.numbers import LESS
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.weights import Weights, is_function
from crosscheck.records import Discrepancy, Form, Kind, Severity

REACH = 7
"""Content words on each side of a value that are compared."""
LEAST_WEIGHT, LEAST_SHARE = 9.0, 0.6
"""Weight of the words that both sides of a slot must share, in order, and the same as a share of the lighter frame. On 43 stories of
localnews_dev and basil_dev and 18 invented events these find 16 true conflicts and no false one; 7 and 0.5 five more, and three false."""
SLIP_WEIGHT, SLIP_SHARE = 5.0, 0.3
"""The same for two figures of the same digits in another order: 412 and 421 are hardly of two things."""
NEAREST = 2
"""Of so many content words next to the value, on either side, one must be shared."""
LEAST_REST = 4
"""Other words of a saying of one speaker that must be the same."""
_FIGURE = 4.0
"""Weight of an equal figure or day in both frames."""
_MOST = 40
"""Values that may share a word before it tells nothing: keeps the number of pairs linear in the length of the articles."""
_OTHER = Judgement(Kind.NUMBER, Severity.SUBSTANTIVE, "another bound in the same place of one sentence")


@dataclass(frozen=True)
class _Frame:
    """The content words around a value, nearest first."""

    place: Placed
    before: tuple[tuple[str, float], ...]
    after: tuple[tuple[str, float], ...]
    quoted: bool
    rest: tuple[str, ...]
    """All other words of the sentence."""

    @property
    def weight(self) -> float:
        """Sum of the weights."""
        return sum(weight for _, weight in (*self.before, *self.after))


def slot_findings(
    units: Sequence[Unit], placed: Mapping[int, Sequence[Value]], texts: Mapping[str, str], weights: Weights
) -> list[Discrepancy]:
    """Return the figures and days that differ between sentences of two sources that are otherwise the same around them."""
    every = [Placed(value, unit) for unit in units for value in placed.get(unit.index, ())]
    frames = [_frame(place, every, texts, weights) for place in every if _is_told(place, texts)]
    found = []
    for one, other in _candidates(frames):
        a, b = one.place, _as_counted(other.place, one.place)
        if a.value.kind == "date" and (other_heads(a.unit.tokens, a.value, b.unit.tokens, b.value) or other_occasions(a, b, every)):
            continue
        if (
            not (_is_one_slot(one, other) or _is_one_saying(one, other))
            or told_by_both(a, b, every)
            or told_apart(a, b, every)
            or _other_times(a, b, placed)
        ):
            continue
        bounds = contrast(a.value, b.value) == "compatible" and a.value.approximate == b.value.approximate == LESS
        judgement = _OTHER if bounds else judge_places(a, b, every, texts)
        certain = one.rest == other.rest or _is_slip(a.value, b.value)
        if judgement is not None and judgement.severity is Severity.SUBSTANTIVE and (certain or not other_things(a, b, every, texts)):
            found.append(make_finding(judgement, [show(a.unit, a.value, texts), show(b.unit, b.value, texts)]))
    return found


def _is_told(place: Placed, texts: Mapping[str, str]) -> bool:
    """Tell whether a value is no part of a comparison or range."""
    text = texts[place.unit.source]
    return not is_part_of_range(place.value, text) and not is_compared(place.value, text)


def _frame(place: Placed, every: Sequence[Placed], texts: Mapping[str, str], weights: Weights) -> _Frame:
    value, tokens = place.value, place.unit.tokens
    inside = [t for t in tokens if value.start <= t.start < value.end]
    home = inside[0].sentence if inside else 0
    spans = [(p.value.start, p.value.end) for p in every if p.unit is place.unit and p.value is not value]
    words: list[tuple[int, str, float]] = []
    for token in tokens:
        figure = any(start <= token.start < end for start, end in spans)
        if token.sentence != home or value.start <= token.start < value.end or (is_function(token.norm, token.tag) and not figure):
            continue
        said = texts[place.unit.source][token.start : token.end].casefold() if figure else concept(token)
        words.append((token.start, said, _FIGURE if figure else weights.of_token(token)))
    before = [(said, weight) for start, said, weight in reversed(words) if start < value.start]
    after = [(said, weight) for start, said, weight in words if start >= value.end]
    quoted = place.unit.statement.form is Form.DIRECT or any(t.quote >= 0 for t in inside)
    rest = tuple(t.norm for t in tokens if t.sentence == home and not value.start <= t.start < value.end)
    return _Frame(place, tuple(before[:REACH]), tuple(after[:REACH]), quoted, rest)


def _candidates(frames: Sequence[_Frame]) -> Iterator[tuple[_Frame, _Frame]]:
    """Yield the frames of two sources around unequal values of one kind that share a word."""
    holding: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, frame in enumerate(frames):
        for said in sorted({said for said, _ in (*frame.before[:NEAREST], *frame.after[:NEAREST])}):
            holding[frame.place.value.kind, said].append(number)
    pairs = {pair for key in sorted(holding) if len(holding[key]) <= _MOST for pair in combinations(holding[key], 2)}
    for i, j in sorted(pairs):
        one, other = frames[i], frames[j]
        if one.place.unit.source != other.place.unit.source and _are_unequal(one.place.value, other.place.value):
            yield one, other


def _are_unequal(a: Value, b: Value) -> bool:
    """Tell whether two values cannot both fill one slot; of bounds, "up to 90" and "up to 120" cannot, though both may hold."""
    relation = contrast(a, b)
    if relation == "unrelated":
        return a.kind == b.kind == "cardinal" and bool(a.unit and b.unit) and a.figure != b.figure
    return relation == "conflict" or (relation == "compatible" and a.approximate == b.approximate == LESS and a.figure != b.figure)


def _as_counted(place: Placed, other: Placed) -> Placed:
    """Read a count as one of what the other counts: "400 nurses' jobs" and "300 jobs of nurse" differ in the noun that is nearest."""
    a, b = place.value, other.value
    return replace(place, value=replace(a, unit=b.unit)) if a.kind == b.kind == "cardinal" and a.unit != b.unit else place


def _is_one_saying(one: _Frame, other: _Frame) -> bool:
    """Tell whether one speaker is quoted with a sentence that is the same but for the value: too short for its words to tell anything."""
    speakers = [frame.place.unit.entity or frame.place.unit.speaker for frame in (one, other)]
    return bool(speakers[0]) and speakers[0] == speakers[1] and one.rest == other.rest and len(one.rest) >= LEAST_REST


def _is_one_slot(one: _Frame, other: _Frame) -> bool:
    a, b = one.place.value, other.place.value
    if one.quoted or other.quoted or (a.kind not in CALENDAR and not same_order(a, b)):
        return False
    nearest = [{said for said, _ in (*frame.before[:NEAREST], *frame.after[:NEAREST])} for frame in (one, other)]
    if not nearest[0] & nearest[1]:
        return False
    shared = _in_order(one.before, other.before) + _in_order(one.after, other.after)
    weight, share = (SLIP_WEIGHT, SLIP_SHARE) if _is_slip(a, b) else (LEAST_WEIGHT, LEAST_SHARE)
    return shared >= weight and shared >= share * min(one.weight, other.weight)


def _is_slip(a: Value, b: Value) -> bool:
    """Tell whether two figures have the same digits in another order."""
    digits = ["".join(char for char in f"{value.figure:.10g}" if char.isdigit()).strip("0") for value in (a, b)]
    return a.kind == b.kind not in CALENDAR and digits[0] != digits[1] and sorted(digits[0]) == sorted(digits[1])


def _in_order(ours: Sequence[tuple[str, float]], theirs: Sequence[tuple[str, float]]) -> float:
    """Weight of the heaviest run of words that both hold in one order, other words between them left out."""
    best = [0.0] * (len(theirs) + 1)
    for said, weight in ours:
        row = [0.0]
        for column, (other, _) in enumerate(theirs):
            row.append(max(best[column] + weight if said == other else 0.0, best[column + 1], row[column]))
        best = row
    return best[-1]


def _other_times(a: Placed, b: Placed, placed: Mapping[int, Sequence[Value]]) -> bool:
    """Tell whether the sentences of two figures are told of other days: the figures may then differ without a conflict."""
    if a.value.kind in CALENDAR:
        return False
    days = [[v for v in placed.get(p.unit.index, ()) if v.kind == "date"] for p in (a, b)]
    return all(days) and all(contrast(x, y) == "conflict" for x in days[0] for y in days[1])
