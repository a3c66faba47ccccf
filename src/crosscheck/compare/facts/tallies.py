"""Tallies: what the sources count differently anywhere in the event, whether or not their statements are one group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.facts.days import other_people
from crosscheck.compare.facts.figures import (
    are_near,
    is_compared,
    is_one_telling,
    is_part_of_range,
    one_digit_apart,
    same_order,
    show,
)
from crosscheck.compare.facts.kinds import kinds_differ
from crosscheck.compare.facts.placed import (
    Placed,
    is_total,
    is_within,
    other_periods,
    other_subjects,
    shared_weight,
    told_apart,
    told_both_ways,
    told_by_both,
)
from crosscheck.compare.facts.things import other_things
from crosscheck.compare.facts.verdicts import (
    is_average,
    is_exact,
    is_sought,
    is_telling,
    judge_places,
    judge_values,
    other_conversions,
    ratio,
)
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.values.counted import measure, same_unit
from crosscheck.compare.values.numbers import LESS, MORE
from crosscheck.compare.values.reading import Value
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.weights import Weights, is_function
from crosscheck.records import Discrepancy, Kind, Severity

COUNTED = frozenset({"cardinal", "money", "percent", "score", "duration"})
"""Kinds whose unit says what is counted, so that they can be compared over the whole event, of scores those of votes; ages and fractions
need a group."""
SPAN_RATIO = 2.0
"""Most by which two sources' lengths of one thing differ: six days later, five days later; a leave of 10 weeks is part of one of 30."""
CONTEXT_WEIGHT = 7.0
"""Weight of the other content words two statements must share for different figures of one unit to be about one thing."""
GENERIC_CONTEXT = 14.0
"""The same for units that count many things in one article."""
WHOLE_CONTEXT = 3.0
"""The same where the lighter statement has hardly a word that the other lacks: "Turnout was 71 percent"."""
WHOLE = 0.75
"""Share of the lighter statement's weight, figures left out, from which that is so."""
ALIKE = 0.55
"""Share of the lighter statement's weight from which two statements are taken to tell one thing though no verb is shared."""
SLIP = 0.5
"""The same for figures that a nought alone tells apart: 90 and 900 are one figure misprinted."""
VERB_REACH = 50
"""Code points on each side of a figure in which its verb is sought."""
BARE_CONTEXT = 7.0
"""As ``CONTEXT_WEIGHT``, for a figure that stands without its noun ("more than 4,000 are in shelters")."""
LEAST_CONTEXT = 1.5
"""Weight of the other content words that two statements must share for one telling figure in both to be told of one thing."""
ROUND_CONTEXT = 4.0
"""The same for one of fewer than three digits and noughts: 5 million is given by one and held by another."""
SMALL_CONTEXT = 5.0
"""The same for a small or round one, which must also stand among the same words."""
_UNREAL = frozenset("may might could would if possibility".split())
"""Words that make a figure one of something that need not come."""
_LIGHT = frozenset("be have do make take get go come give put let say tell include".split())
_TELLING = 1000
"""Figures from here on that agree to the last digit are hardly about different things."""
_OTHERS = frozenset("other others another additional further more extra".split())
_COUNTS = frozenset("number total figure count strength".split())
_GENERIC = frozenset("person man woman child people year day week month hour minute time thing percent".split())


def event_figures(
    units: Sequence[Unit], placed: Mapping[int, Sequence[Value]], texts: Mapping[str, str], weights: Weights
) -> list[Discrepancy]:
    """Return one finding per counted thing whose figure the sources give differently, over statements of any group."""
    by_unit: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for unit in units:
        for value in placed.get(unit.index, ()):
            if value.kind in COUNTED and (value.kind != "score" or value.unit == "vote"):
                name = next((known for kind, known in by_unit if kind == value.kind and same_unit(known, value.unit)), value.unit)
                by_unit[value.kind, name].append(Placed(value, unit))
    by_unit = {key: [p for p in held if not is_part_of_range(p.value, texts[p.unit.source])] for key, held in by_unit.items()}
    bare = by_unit.pop(("cardinal", ""), [])
    every = [Placed(value, unit) for unit in units for value in placed.get(unit.index, ())]
    return [finding for key in sorted(by_unit) for finding in _counted(_with_bare(by_unit[key], bare, weights), every, texts, weights)]


def _with_bare(places: Sequence[Placed], bare: Sequence[Placed], weights: Weights) -> list[Placed]:
    """Add the figures without a noun that a statement about the same thing gives, or that equal a figure of four digits or more."""
    found = list(places)
    for b in bare:
        for a in places:
            alike = shared_weight(a.unit, b.unit) >= BARE_CONTEXT and are_near(a.unit, a.value, b.unit, b.value, weights)
            equal = a.value.figure == b.value.figure >= _TELLING and bool(_subject(b.unit, b.value))
            if a.value.kind == "cardinal" and a.unit.source != b.unit.source and (alike or equal):
                found.append(b)
                break
    return found


def _subject(unit: Unit, value: Value) -> bool:
    """Tell whether a bare figure is told of a number or count: "the number is around 5,000"."""
    return any(t.norm in _COUNTS and t.start < value.start for t in unit.tokens)


def _counted(places: Sequence[Placed], every: Sequence[Placed], texts: Mapping[str, str], weights: Weights) -> list[Discrepancy]:
    found: list[Discrepancy] = []
    same_figure: dict[tuple[float, float], list[Placed]] = defaultdict(list)
    for place in places:
        same_figure[place.value.figure, place.value.high or 0.0].append(place)
    for figure in sorted(same_figure):
        group = [p for p in same_figure[figure] if not is_compared(p.value, texts[p.unit.source])]
        group = _told_otherwise(group, every, texts, weights) if figure[0] > 2 else []
        if group and not _both_ways(group):
            judgement = Judgement(Kind.NUMBER, Severity.MINOR, "the same figure, told with different precision")
            found.append(make_finding(judgement, [show(p.unit, p.value, texts) for p in group]))
    for a, b in combinations(places, 2):
        if (
            a.unit.source == b.unit.source
            or (a.value.figure == b.value.figure and not are_precisions(a.value, b.value))
            or (a.value.kind == "duration" and not _is_one_span(a, b))
            or (first := judge_values(a.value, b.value)) is None
            or told_by_both(a, b, every)
            or told_both_ways(a, b, every)
            or other_subjects(a, b)
            or not same_order(a.value, b.value)
            or (verdict := judge_places(a, b, every, texts)) is None
        ):
            continue
        if first.severity is Severity.SUBSTANTIVE and (
            (a.value.kind == "money" and is_total(a, b)) or is_within(a.value, b.value) or other_periods(a, b, every)
        ):
            continue
        loose = first.severity is Severity.MINOR and not (_is_generic(a, b) or _is_range(a) or _is_range(b))
        if not loose and (kinds_differ(a, b) or not _told_alike(a, b) or not _mutual(a, b, places)):
            continue
        if not _is_one_thing(a, b, weights) or told_apart(a, b, every):
            continue
        if is_one_telling(a.value, b.value) or not other_things(a, b, every, texts):
            found.append(make_finding(verdict, [show(a.unit, a.value, texts), show(b.unit, b.value, texts)]))
    return found


def _told_alike(a: Placed, b: Placed) -> bool:
    """Tell whether two figures that differ are told of one deed: by a verb that stands near both, or by most other words."""
    if (
        _unreal(a) != _unreal(b)
        or _is_unreal(a) != _is_unreal(b)
        or other_people(a.unit.tokens, b.unit.tokens)
        or _is_attributive(a)
        or _is_attributive(b)
    ):
        return False
    share = shared_weight(a.unit, b.unit) / max(1e-9, min(_word_weight(a.unit), _word_weight(b.unit)))
    return share >= (SLIP if one_digit_apart(a.value, b.value) else ALIKE) or bool(_verbs(a) & _verbs(b))


def _unreal(place: Placed) -> frozenset[str]:
    # "May 18" is a month
    return frozenset(t.norm for t in place.unit.tokens if t.norm in _UNREAL and not t.tag.startswith("NNP"))


def _is_unreal(place: Placed) -> bool:
    """Tell whether the words right before a figure make it one of what need not come."""
    near = [t for t in place.unit.tokens if place.value.start - VERB_REACH <= t.start < place.value.start]
    return any(t.norm in _UNREAL and not t.tag.startswith("NNP") for t in near)


def _mutual(a: Placed, b: Placed, places: Sequence[Placed]) -> bool:
    """Tell whether each of two figures is the one of its statement that is nearest to the other."""
    ours = [p for p in places if p.unit.index == a.unit.index]
    theirs = [p for p in places if p.unit.index == b.unit.index]
    nearest = min(ratio(a.value, p.value) for p in theirs), min(ratio(p.value, b.value) for p in ours)
    return ratio(a.value, b.value) <= min(nearest)


def _is_attributive(place: Placed) -> bool:
    """Tell whether a figure describes another noun: a five-member group."""
    tokens = place.unit.tokens
    after = next((n for n, t in enumerate(tokens) if t.start >= place.value.end), len(tokens))
    return after < len(tokens) and tokens[after].start == place.value.end + 1 and tokens[after].tag in ("NN", "NNP")


def _verbs(place: Placed) -> frozenset[str]:
    """Concepts of the content verbs near a figure, states such as "dead" included."""
    near = [t for t in place.unit.tokens if place.value.start - VERB_REACH <= t.start < place.value.end + VERB_REACH]
    return frozenset(concept(t) for t in near if t.tag.startswith("VB") and not is_function(t.norm, t.tag) and t.lemma not in _LIGHT)


def _is_one_thing(a: Placed, b: Placed, weights: Weights) -> bool:
    """Tell whether two figures of one unit are told of one thing, by the other words of their statements."""
    shared = shared_weight(a.unit, b.unit)
    if a.value.kind == "duration":
        return _is_one_span(a, b)
    if a.value.kind != "percent" and shared >= (GENERIC_CONTEXT if _is_generic(a, b) else CONTEXT_WEIGHT):
        return True
    whole = shared >= WHOLE * min(_word_weight(a.unit), _word_weight(b.unit)) and shared >= WHOLE_CONTEXT
    return whole and are_near(a.unit, a.value, b.unit, b.value, weights) and not _several(a, b)


def _is_one_span(a: Placed, b: Placed) -> bool:
    """Tell whether two lengths of time are near each other and told of one thing, and not of something more or else by one of them."""
    near = ratio(a.value, b.value) <= SPAN_RATIO
    return near and shared_weight(a.unit, b.unit) >= GENERIC_CONTEXT and _of_others(a) == _of_others(b)


def _of_others(place: Placed) -> bool:
    """Tell whether a statement tells of others or of more: two other defendants, an additional 10 weeks."""
    return any(t.norm in _OTHERS for t in place.unit.tokens)


def _is_generic(a: Placed, b: Placed) -> bool:
    """Tell whether the unit of two figures counts many things in one article."""
    return (
        measure(a.value.unit) is not None
        or a.value.kind not in ("cardinal", "score")
        or "" in (a.value.unit, b.value.unit)
        or a.value.unit in _GENERIC
    )


def _is_range(place: Placed) -> bool:
    return place.value.low != place.value.high


def _several(a: Placed, b: Placed) -> bool:
    """Tell whether either statement has so many digits that the words right around one of them say little."""
    return max(sum(t.norm[:1].isdigit() for t in p.unit.tokens) for p in (a, b)) > 3


def _word_weight(unit: Unit) -> float:
    return sum(weight for key, weight in sorted(unit.keys.items()) if not key[:1].isdigit())


def _both_ways(group: Sequence[Placed]) -> bool:
    """Tell whether two sources each tell a figure in more than one way: at least nine were sought, nine imposed."""
    styles: dict[str, set[str]] = defaultdict(set)
    for place in group:
        styles[place.unit.source].add(place.value.approximate)
    return sum(len(held) > 1 for held in styles.values()) > 1


def _told_otherwise(group: Sequence[Placed], every: Sequence[Placed], texts: Mapping[str, str], weights: Weights) -> list[Placed]:
    """Of places of one figure keep those that another place, telling the same thing, gives with another precision."""
    kept: set[int] = set()
    for (m, a), (n, b) in combinations(enumerate(group), 2):
        if a.unit.source != b.unit.source and (told_both_ways(a, b, group) or _other_sums(a, b, texts)):
            continue
        if (
            are_precisions(a.value, b.value)
            and a.unit.index != b.unit.index
            and _tells_one(a, b, weights)
            and (is_exact(a.value) or not other_things(a, b, every, texts))
        ):
            kept |= {m, n}
    return [place for n, place in enumerate(group) if n in kept or (kept and is_telling(place.value))]


def _other_sums(a: Placed, b: Placed, texts: Mapping[str, str]) -> bool:
    """Tell whether equal figures are of two things: converted from two sums, or asked for here and granted there."""
    return other_conversions(a, b, texts) or is_sought(a, texts) != is_sought(b, texts)


def are_precisions(a: Value, b: Value) -> bool:
    """Tell whether two words around one figure tell it more or less precisely; "up to 200" and "above 200" part what there is at 200."""
    return a.approximate != b.approximate and is_average(a) == is_average(b) and {a.approximate, b.approximate} != {LESS, MORE}


def _tells_one(a: Placed, b: Placed, weights: Weights) -> bool:
    """Tell whether two places of one figure tell one thing: 13,100 is told of one thing in an event, 20 per cent of many."""
    if is_telling(a.value):
        return shared_weight(a.unit, b.unit) >= (LEAST_CONTEXT if is_exact(a.value) else ROUND_CONTEXT)
    if a.unit.source == b.unit.source or (a.value.kind == "duration" and shared_weight(a.unit, b.unit) < GENERIC_CONTEXT):
        return False
    verbs = _verbs(a), _verbs(b)
    if (all(verbs) and not verbs[0] & verbs[1]) or _unreal(a) != _unreal(b) or other_people(a.unit.tokens, b.unit.tokens):
        return False
    return shared_weight(a.unit, b.unit) >= SMALL_CONTEXT and are_near(a.unit, a.value, b.unit, b.value, weights)
