"""Which statements render the same utterance or make the same claim: edges between candidates, with their evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from crosscheck.compare.groups.candidates import candidates
from crosscheck.compare.groups.paraphrases import MIN_WORDS, common
from crosscheck.compare.groups.stretches import distinct_weight, is_sentence, one_word_replaced
from crosscheck.compare.groups.units import SHORT, Unit, Utterance, Wording, align_key, triples
from crosscheck.compare.words.alignment import Alignment, align
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function, is_name
from crosscheck.records import Form, Polarity

Tier = Literal["quotation", "fragment", "wording", "paraphrase"]

CONTAINMENT = 0.65
"""Weight of the aligned words over that of the lighter side, from which two quotations render one utterance.

Between .6 and .7 on the development halves of BASIL and LocalNews.
"""
SHORT_CONTAINMENT = 0.75
"""The same for a quotation of fewer than ``SHORT`` words."""
OVERLAP_CONTAINMENT = 0.5
"""The same where both go on at opposite ends and at least ``OVERLAP_RUN`` words agree in a row."""
OVERLAP_RUN = 5
SELF_CONTAINMENT = 0.95
"""The same inside one article, where a speaker's similar sentences are mostly different ones."""
SAME_WORDS = 0.8
"""The same for quotations of two speakers: from here on the words are the same, and the speaker is what differs."""
MIN_RUN = 3
ROUNDING = 1e-6
"""Slack for sums of weights in another order."""
FRAGMENT_WEIGHT = 7.0
"""Least weight of a fragment: two words of middling rarity, so that stock phrases do not attach."""
WORDING_CONTAINMENT = 0.62
"""As ``CONTAINMENT``, for statements in the sources' own words."""
EQUAL_SHARE = 0.9
"""The same for statements that have the same words in the same order, figures aside."""


SOLID = 0.5
"""Share of a stretch's weight that must remain when the gaps are paid for: words scattered over another text align by chance."""
DISTINCT = 0.5
"""Share of a stretch's weight that must be aligned when the speech's own repetitions are taken off."""
OWN_SHARE = 0.25
"""Share of the aligned words that must stand in the statement itself where it is a part of a longer speech."""
LIGHT_WEIGHT = 4.0
"""The same for six or more words of one resolved speaker: simple words in a long row are no chance."""
LONG_RUN = 7
"""Words in a row of one resolved speaker that make one utterance, whatever goes on at either end."""

REWORDED = 0.6
"""Share of the words of two sentences of one speaker, counted, that must agree in order, for the one to be the other reworded."""
TEXT_RUN = 8
"""Words in a row from which two quotations whose speakers are not people or bodies known by name are of one text: a law, a letter."""
TEXT_WEIGHT = 20.0
"""Weight of all that they have in common."""
LEAST_REWORDED = 8
"""Words of the shorter one: shorter sentences are built alike by chance."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two units that belong together, the lighter one aligned with the heavier one's utterance or content."""

    light: int
    heavy: int
    tier: Tier
    containment: float
    """0 to 1."""
    alignment: Alignment


Aligner = Callable[[tuple[str, ...], tuple[str, ...], tuple[float, ...]], Alignment]


def find_edges(
    units: Sequence[Unit],
    utterances: Mapping[int, Utterance],
    weights: Weights,
    only: AbstractSet[int] | None = None,
    aligned: Aligner = align,
    worded: Collection[tuple[int, int]] | None = None,
) -> list[Edge]:
    """Test every candidate pair, or those that touch a unit of ``only``; edges in the order of the pairs.

    ``aligned`` is ``align``, or the same with a memory: a quotation meets each statement of one speech with the same result. For
    ``worded`` see ``candidates``.
    """
    edges = []
    silent = {unit.index for unit in units if not _claims(unit)}
    conditional = {unit.index for unit in units if _is_conditional(unit)}
    asking = {unit.index for unit in units if _asks(unit)}
    for left, right in candidates(units, worded):
        if (only is not None and left not in only and right not in only) or left in silent or right in silent:
            continue
        if (left in conditional) != (right in conditional):
            continue  # what happens if the sea rises does not say that it does
        if (left in asking) != (right in asking) and not (units[left].quoted and units[right].quoted):
            continue  # who asks how the sea rises does not say that it does either
        edge = _edge(units[left], units[right], utterances, weights, aligned)
        if edge:
            edges.append(edge)
    return edges


def _edge(left: Unit, right: Unit, utterances: Mapping[int, Utterance], weights: Weights, aligned: Aligner) -> Edge | None:
    if left.quoted and right.quoted:
        edge = _quotation_edge(left, right, utterances, aligned)
        if edge:
            return edge
    if left.source == right.source or not compatible_forms(left, right):
        return None
    return _wording_edge(left, right, weights, aligned) or _paraphrase_edge(left, right, aligned)


def _claims(unit: Unit) -> bool:
    """Tell whether a statement claims anything: what was asked, or declined to say, does not; whole sentences in marks were said."""
    asked = unit.tokens[0].norm in ("whether", "if") and not unit.quoted if unit.tokens else True
    if asked and _is_conditional(unit):
        asked = unit.statement.kind == "asked"
    return (unit.statement.polarity is not Polarity.WITHHELD or unit.statement.form is Form.DIRECT) and not asked


def _is_conditional(unit: Unit) -> bool:
    """Tell whether an "if" begins a condition, with what then holds behind a comma, and not what somebody asks."""
    return bool(unit.tokens) and unit.tokens[0].norm == "if" and not unit.quoted and "," in unit.statement.text


def _asks(unit: Unit) -> bool:
    """Tell whether a statement ends in a question."""
    return unit.statement.text.rstrip(" \"'”’)").endswith("?")


def _quotation_edge(left: Unit, right: Unit, utterances: Mapping[int, Utterance], aligned: Aligner) -> Edge | None:
    """The best of all quoted stretches of either side in the other's speech: one shared stretch makes two statements one claim."""
    edges = [
        edge
        for light, heavy in ((left, right), (right, left))
        for stretch in light.spoken
        if _may_render(stretch, utterances[heavy.index])
        and (edge := _stretch_edge(light, stretch, heavy, utterances[heavy.index], aligned))
        and (light.source != heavy.source or edge.containment >= SELF_CONTAINMENT)
    ]
    return max(edges, key=lambda e: (e.tier == "quotation", e.alignment.matched, -e.light), default=None)


def _may_render(stretch: Wording, target: Utterance) -> bool:
    """Tell whether enough words, and enough in a row, occur in a speech at all: most pairs are spared an alignment here."""
    mass, known = _known(stretch, target.vocabulary)
    if len(stretch.keys) < SHORT:
        return mass >= SHORT_CONTAINMENT * stretch.total - ROUNDING or known >= len(stretch.keys) - 1 >= 3
    longest = _longest(stretch, target.triples)
    least = OVERLAP_CONTAINMENT if longest >= OVERLAP_RUN else CONTAINMENT
    if longest >= MIN_RUN and known >= REWORDED * len(stretch.keys) and len(stretch.keys) >= LEAST_REWORDED:
        return True
    return longest >= LONG_RUN or (longest >= MIN_RUN and mass >= least * stretch.total - ROUNDING)


def _known(words: Wording, vocabulary: AbstractSet[str]) -> tuple[float, int]:
    """Return the weight of the words that a vocabulary holds, and their number: no alignment reaches more."""
    known = [weight for key, weight in zip(words.keys, words.weights, strict=True) if key in vocabulary]
    return sum(known), len(known)


def _longest(words: Wording, held: AbstractSet[tuple[str, str, str]]) -> int:
    """Return the most words in a row whose every three in a row occur elsewhere, 0 for none: no common run is longer."""
    row, longest = 0, 0
    for triple in triples(words.keys):
        row = row + 1 if triple in held else 0
        if row > longest:
            longest = row
    return longest + 2 if longest else 0


def _changed_figures(stretch: Wording, target: Utterance) -> float:
    """Weight of the figures that the target lacks: a changed figure is what is sought, it parts no two quotations."""
    said = set(target.keys)
    return sum(weight for key, weight in zip(stretch.keys, stretch.weights, strict=True) if key[:1].isdigit() and key not in said)


def _stretch_edge(light: Unit, stretch: Wording, heavy: Unit, target: Utterance, aligned: Aligner) -> Edge | None:
    found = aligned(stretch.keys, target.keys, stretch.weights)
    if not found.runs or not _touches(found, target, heavy.index):
        return None
    total = stretch.total - _changed_figures(stretch, target)
    containment, count = found.matched / max(total, 1e-9), len(stretch.keys)
    known = compatible(light.entity, heavy.entity)
    same = compatible(light.speaker, heavy.speaker) or (known and (light.entity or heavy.entity) is not None)
    if count < SHORT:
        contiguous = containment >= 0.999 and len(found.runs) == 1
        weighty = found.matched >= FRAGMENT_WEIGHT * (1.0 if same and light.speaker else 1.4)
        whole = count >= 4 and known and found.matched >= LIGHT_WEIGHT / 2 and is_sentence(found, target)
        if contiguous and (whole or (weighty and (same or (known and count >= 4)))):
            return Edge(light.index, heavy.index, "fragment", containment, found)
        near = (
            containment >= SHORT_CONTAINMENT
            and count >= 3
            and found.longest >= min(MIN_RUN, count - 1)
            and same
            and found.matched >= LIGHT_WEIGHT
        )
        near = near or (same and light.speaker is not None and one_word_replaced(stretch.tokens, target))
        return Edge(light.index, heavy.index, "quotation", containment, found) if near else None
    one = same and light.speaker is not None and heavy.speaker is not None
    whole = containment >= 0.999 and len(found.runs) == 1 and count == len(target.tokens)
    enough = found.matched >= (LIGHT_WEIGHT if one or whole else FRAGMENT_WEIGHT)
    distinct = distinct_weight(stretch, target.keys, found) / max(total, 1e-9)
    solid = found.score >= SOLID * total
    fits = containment >= CONTAINMENT and distinct >= DISTINCT and solid
    fits = fits and found.longest >= MIN_RUN and (same or containment >= SAME_WORDS) and enough
    overlaps = (
        containment >= OVERLAP_CONTAINMENT and found.longest >= OVERLAP_RUN and found.matched >= 12 and _distinct_run(stretch.tokens, found)
    )
    overlaps = overlaps and solid
    runs_long = one and found.longest >= LONG_RUN and found.matched >= LIGHT_WEIGHT
    unnamed = light.entity is None and heavy.entity is None
    runs_long = runs_long or (unnamed and found.longest >= TEXT_RUN and found.matched >= TEXT_WEIGHT and solid)
    runs_long = runs_long or (one and rewords(stretch.tokens, target.tokens, found))
    return Edge(light.index, heavy.index, "quotation", containment, found) if fits or (same and overlaps) or runs_long else None


def rewords(stretch: Sequence[Token], target: Sequence[Token], found: Alignment) -> bool:
    """Tell whether a whole sentence of a stretch is one of the target with some words put for others, however much these weigh.

    Both begin alike, names aside; most words must agree, counted and not weighed, two of them content words.
    """
    if found.longest < MIN_RUN:
        return False
    pairs = [(run.query + step, run.target + step) for run in found.runs for step in range(run.length)]
    sentences = Counter((stretch[own].sentence, target[place].sentence) for own, place in pairs)
    home, count = max(sentences.items(), key=lambda item: (item[1], item[0]))
    sizes = sum(t.sentence == home[0] for t in stretch), sum(t.sentence == home[1] for t in target)
    if count < REWORDED * max(sizes) or min(sizes) < LEAST_REWORDED:
        return False
    inside = [(own, place) for own, place in pairs if (stretch[own].sentence, target[place].sentence) == home]
    content = sum(not is_function(stretch[own].norm, stretch[own].tag) for own, _ in inside)
    opened = _opens(stretch, inside[0][0]) and _opens(target, inside[0][1])
    return opened and content >= MIN_WORDS and not _comes_twice(stretch, target, found)


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether nothing but a name stands before a word in its sentence."""
    before = (t for t in tokens[:place] if t.sentence == tokens[place].sentence)
    return all(is_name(t) or t.norm in ("the", "of") for t in before)


def _comes_twice(stretch: Sequence[Token], target: Sequence[Token], found: Alignment) -> bool:
    """Tell whether the longest run stands in the target again: a speech built on one phrase says it of many things."""
    longest = max(found.runs, key=lambda run: run.length)
    row = [align_key(t) for t in stretch[longest.query : longest.query + MIN_RUN]]
    keys = [align_key(t) for t in target]
    return sum(keys[place : place + MIN_RUN] == row for place in range(len(keys) - MIN_RUN + 1)) > 1


def _distinct_run(stretch: Sequence[Token], found: Alignment) -> bool:
    """Tell whether a long run holds at least three content words: stock phrases bridge nothing."""
    for run in found.runs:
        words = stretch[run.query : run.query + run.length]
        if run.length >= OVERLAP_RUN and sum(not is_function(t.norm, t.tag) for t in words) >= 3:
            return True
    return False


def _touches(found: Alignment, target: Utterance, unit: int) -> bool:
    """Tell whether the aligned stretch lies in the unit itself, not only in its neighbours of the same speech.

    At least a quarter of the aligned words, and three of them where there are so many, must be the unit's own.
    """
    if target.units == (unit,):
        return True
    places = [place for run in found.runs for place in range(run.target, run.target + run.length)]
    own = sum(target.tokens[place].statement == unit for place in places)
    return own >= max(min(MIN_RUN, len(places)), OWN_SHARE * len(places))


def _wording_edge(left: Unit, right: Unit, weights: Weights, aligned: Aligner) -> Edge | None:
    light, heavy = (left, right) if (left.weight, left.index) < (right.weight, right.index) else (right, left)
    if len(light.tokens) < SHORT or not _may_word(light, heavy):
        return None
    found = aligned(light.words.keys, heavy.words.keys, light.words.weights)
    if light.quoted and heavy.quoted and distinct_weight(light.words, heavy.words.keys, found) < DISTINCT * light.weight:
        return None  # a refrain of one speech
    containment = found.matched / max(light.weight, 1e-9)
    if containment >= WORDING_CONTAINMENT and found.longest >= MIN_RUN and found.matched >= 12 and found.score >= 0.45 * light.weight:
        return Edge(light.index, heavy.index, "wording", containment, found)
    return Edge(light.index, heavy.index, "wording", containment, found) if _equal_but_figures(light, heavy, found, weights) else None


def _may_word(light: Unit, heavy: Unit) -> bool:
    """Tell whether enough words occur on the other side at all; figures aside, which may differ."""
    held = heavy.keys
    most = light.weight - sum([weight for key, weight in light.keys.items() if key not in held and not key[:1].isdigit()])
    if most < WORDING_CONTAINMENT * light.weight:
        return False
    mass, _ = _known(light.words, set(heavy.words.keys))
    if mass < FRAGMENT_WEIGHT - ROUNDING:
        return False
    if mass < WORDING_CONTAINMENT * light.weight - ROUNDING and mass < _least_equal(light) - ROUNDING:
        return False
    return not set(triples(heavy.words.keys)).isdisjoint(triples(light.words.keys))


def _least_equal(light: Unit) -> float:
    """Weight that two statements equal but for their figures have in common at the least."""
    figures = sum([weight for key, weight in zip(light.words.keys, light.words.weights, strict=True) if key[:1].isdigit()])
    return EQUAL_SHARE * (light.weight - figures)


def _equal_but_figures(light: Unit, heavy: Unit, found: Alignment, weights: Weights) -> bool:
    """Tell whether two short statements have the same words in the same order, figures aside."""
    words = light.weight - sum(weights.of_token(t) for t in light.tokens if t.norm[:1].isdigit())
    alike = found.longest >= MIN_RUN + 1 and len(heavy.tokens) <= len(light.tokens) + 2
    return alike and found.matched >= FRAGMENT_WEIGHT and found.matched >= EQUAL_SHARE * words


def _paraphrase_edge(left: Unit, right: Unit, aligned: Aligner) -> Edge | None:
    containment = common(left, right)
    if not containment:
        return None
    light, heavy = sorted((left, right), key=lambda u: (u.weight, u.index))
    found = aligned(light.words.keys, heavy.words.keys, light.words.weights)
    return Edge(light.index, heavy.index, "paraphrase", containment, found)


def compatible(left: str | None, right: str | None) -> bool:
    """Tell whether two speakers may be one: equal, or one of them open."""
    return left is None or right is None or left == right


def compatible_forms(left: Unit, right: Unit) -> bool:
    """Tell whether two statements may make one claim: two known people differ, anything else may be one voice told twice."""
    if Form.NARRATED in (left.statement.form, right.statement.form):
        return True
    return compatible(left.entity, right.entity)
