"""One figure told of one thing: statements in other words that a telling figure ties, "cut 1,100 jobs", "1,100 posts are to go"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from crosscheck.compare.facts.figures import are_near
from crosscheck.compare.facts.otherdeeds import says_the_same
from crosscheck.compare.groups.pairing import Aligner, Edge, compatible_forms
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.values.counted import same_unit
from crosscheck.compare.values.numbers import LESS
from crosscheck.compare.values.reading import Value
from crosscheck.compare.words.alignment import align
from crosscheck.compare.words.weights import Weights

CONTAINMENT, DICE = 0.45, 0.35
"""Least shares of two statements' content, of the lighter one's and of both, that must agree, the figure included.

Of 60 pairs above these that nothing else ties, drawn from the development stories, 53 make one claim.
"""
TELLING = 13
"""Least figure: smaller ones are shared by chance."""
MAX_HELD = 40
"""Statements that may hold a figure for it to pair them."""
_KINDS = frozenset({"cardinal", "money", "percent", "time"})
_MEASURES = frozenset({"money", "percent"})
"""Kinds of figures that tell which thing is meant where a noun follows: a $480 tie clip."""
_NO_WORDS = frozenset("dollar euro pound percent million billion".split())


def figure_edges(
    units: Sequence[Unit], edges: Sequence[Edge], placed: Mapping[int, Sequence[Value]], weights: Weights, aligned: Aligner = align
) -> list[Edge]:
    """Return edges between statements of two sources that no edge ties and that tell one figure of one thing; by their indices.

    A count must count the same and stand among the same words, or both say the same of it; an amount or a time both.
    """
    tied = {frozenset((edge.light, edge.heavy)) for edge in edges}
    found: dict[tuple[int, int], Edge] = {}
    for (left, a), (right, b) in _same(units, placed):
        key = (left.index, right.index)
        if key in found or frozenset(key) in tied or left.source == right.source or not compatible_forms(left, right):
            continue
        containment = _containment(left, right)
        if containment and _of_one_thing(left, a, right, b, weights):
            light, heavy = sorted((left, right), key=lambda u: (u.weight, u.index))
            alignment = aligned(light.words.keys, heavy.words.keys, light.words.weights)
            found[key] = Edge(light.index, heavy.index, "paraphrase", containment, alignment)
    return [found[key] for key in sorted(found)]


def _same(units: Sequence[Unit], placed: Mapping[int, Sequence[Value]]) -> Iterator[tuple[tuple[Unit, Value], tuple[Unit, Value]]]:
    """Pair the places of every telling figure, by statement."""
    held: dict[tuple[str, float], list[tuple[Unit, Value]]] = defaultdict(list)
    for index in sorted(placed):
        for value in placed[index]:
            if value.kind in _KINDS and value.low == value.high and value.figure >= TELLING and not _tells_which(units[index], value):
                held[value.kind, value.figure].append((units[index], value))
    for key in sorted(held):
        if len(held[key]) <= MAX_HELD:
            yield from combinations(held[key], 2)


def _tells_which(unit: Unit, value: Value) -> bool:
    """Tell whether a noun follows an amount that it tells apart from others of its sort."""
    after = next((t for t in unit.tokens if t.start >= value.end), None)
    return value.kind in _MEASURES and after is not None and after.start - value.end <= 1 and after.tag.startswith(("NN", "JJ"))


def _containment(left: Unit, right: Unit) -> float:
    """Share of the lighter statement's content that agrees, figures that differ left out; 0 where too little does."""
    shared = left.keys.keys() & right.keys.keys()
    if not any(key not in _NO_WORDS and not key[:1].isdigit() for key in shared):
        return 0.0
    mass = sum(min(left.keys[key], right.keys[key]) for key in sorted(shared))
    sizes = [sum(weight for key, weight in u.keys.items() if key in shared or not key[:1].isdigit()) for u in (left, right)]
    containment, dice = mass / max(1e-9, min(sizes)), 2 * mass / max(1e-9, sum(sizes))
    return containment if containment >= CONTAINMENT and dice >= DICE else 0.0


def _of_one_thing(left: Unit, a: Value, right: Unit, b: Value, weights: Weights) -> bool:
    near, said = are_near(left, a, right, b, weights), says_the_same(left, right)
    if a.kind != "cardinal":
        return near and said
    if not (a.unit and b.unit):  # children under 16 are counted by nobody
        return near and said and LESS not in (a.approximate, b.approximate)
    return same_unit(a.unit, b.unit) and (near or said)
