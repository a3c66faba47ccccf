"""Of what two like figures are told: of one thing at one occasion, or of two things that share most of their words.

"Adults pay 18 dollars" and "children pay 9 dollars" are one sentence with two fillers: a writer who tells two things of one sort uses one
frame for both. Two figures may conflict only where nothing in the clause of either puts another filler into a place that the other
fills: a modifier of a noun that both name, what stands behind one preposition, the name of who did it, a rate, a part of the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from crosscheck.compare.facts.fillers import is_figure, other_fillers
from crosscheck.compare.facts.kinds import kinds_differ
from crosscheck.compare.facts.moments import other_moments, other_rates
from crosscheck.compare.facts.placed import Placed, is_total, other_periods, other_subjects
from crosscheck.compare.facts.rivals import other_measures
from crosscheck.compare.values.counted import measure
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import default_weights, is_function

_BREAKS = frozenset("while whereas but which who whose whom because although though after before when".split())
"""Words at which another clause begins."""
_FORETOLD = re.compile(r"\b(?:expect|forecast|predict|project(?:s|ed|ing)\b|foresee|anticipat)[^.!?;\n]{0,50}$", re.IGNORECASE)
_REACH = 70
"""Code points before a figure among which it is foretold."""
_POLL = re.compile(r"(?P<who>(?:[A-Z][\w&/.-]*[ /])+)(?:\w+ ){0,2}(?:poll|survey|tracker|average)s?\b")
_POLL_REACH = 160
_ENDS = re.compile(r"[.!?]\s|\n")
_WEIGHED = frozenset({"cardinal", "money", "percent"})
LEAST_SHARE = 0.4
"""Share of the words of the lighter clause, by weight, that the other must hold for two figures that cannot both hold."""
OTHER_VERBS = 0.7
"""The same where they have no verb in common."""
_LIGHT = frozenset("be have do make take get go come give put let".split())
_RELATIVE = frozenset("which who whose".split())
_PARTED = re.compile(r"[;–—]|: | - |, and |, or |, with ")
"""What stands between the words of two clauses."""
YEARS_APART = 400
"""Days from which a month and a year are of two deeds: slips are of one part of the calendar, not of two."""
_CALENDAR = frozenset({"date", "time"})
_UNRATED = frozenset({"age", "ordinal", "fraction"})
"""Kinds of figures that nothing is reckoned by."""


def other_things(a: Placed, b: Placed, every: Sequence[Placed], texts: Mapping[str, str]) -> bool:
    """Tell whether the clauses of two figures tell of two things, or of two occasions.

    Args:
        a: A figure in its statement.
        b: Another.
        every: All values of the event in their statements.
        texts: Texts of the articles, by id.
    """
    if a.value.kind in _CALENDAR:
        return other_deeds(a.unit.tokens, a.value, texts[a.unit.source], b.unit.tokens, b.value, texts[b.unit.source])
    ours, theirs = (clause(p.unit.tokens, p.value, texts[p.unit.source]) for p in (a, b))
    if not ours or not theirs:
        return False
    alike = contrast(a.value, b.value) != "conflict"
    if not alike and (_is_foretold(a, texts) != _is_foretold(b, texts) or _is_added(ours) != _is_added(theirs)):
        return True
    rounded = alike and (a.value.kind != "money" or a.value.figure == b.value.figure)
    if not rounded and _little_in_common(ours, a, theirs, b):
        return True
    if not alike and _pollsters(a, texts).isdisjoint(_pollsters(b, texts)) and _is_polled(a, b, texts):
        return True
    if not alike and _other_sizes(a, b, every):
        return True
    if _tells_kinds(ours, a, texts) or _tells_kinds(theirs, b, texts):
        return True
    if other_subjects(a, b) or (not alike and ((a.value.kind == "money" and is_total(a, b)) or other_periods(a, b, every))):
        return True
    if not alike and a.value.kind == "cardinal" and kinds_differ(a, b):
        return True
    rated = a.value.kind not in _UNRATED
    return (
        (rated and other_rates(_words(a, ours, texts), _words(b, theirs, texts), alike=alike))
        or other_moments(a, ours, b, theirs, every)
        or (not alike and other_measures(ours, theirs))
        or other_fillers(ours, a.value, texts[a.unit.source], theirs, b.value, texts[b.unit.source], alike=alike)
    )


def other_deeds(ours: Sequence[Token], a: Value, text_a: str, theirs: Sequence[Token], b: Value, text_b: str) -> bool:
    """Tell whether the clauses of two days tell of two deeds: of the first leg and the second, with no figure in common.

    Args:
        ours: Words of the sentence of one day.
        a: The day.
        text_a: Its article.
        theirs: Words of the sentence of the other.
        b: The other day.
        text_b: Its article.
    """
    clauses = clause(ours, a, text_a), clause(theirs, b, text_b)
    if not all(clauses):
        return False
    if a.unit != b.unit and abs((a.low or 0) - (b.low or 0)) > YEARS_APART:
        return True
    figures = [_figures(tokens, value) for tokens, value in zip(clauses, (a, b), strict=True)]
    if figures[0] - figures[1] and figures[1] - figures[0]:
        return True
    return other_fillers(clauses[0], a, text_a, clauses[1], b, text_b, alike=False)


def _figures(tokens: Sequence[Token], value: Value) -> frozenset[str]:
    """The figures of a clause besides a day, parts of the calendar left out."""
    return frozenset(t.norm for t in tokens if t.norm[:1].isdigit() and t.label not in ("DATE", "TIME") and not is_figure(t, value))


def _little_in_common(ours: Sequence[Token], a: Placed, theirs: Sequence[Token], b: Placed) -> bool:
    """Tell whether the clauses of two figures share so little that their statements speak of one thing elsewhere."""
    if a.value.kind not in _WEIGHED:
        return False
    sides = [_content(tokens, place) for tokens, place in ((ours, a), (theirs, b))]
    shared = sum(min(sides[0][word], sides[1][word]) for word in sorted(sides[0].keys() & sides[1].keys()))
    verbs = [frozenset(concept(t) for t in tokens if t.tag.startswith("VB") and t.lemma not in _LIGHT) for tokens in (ours, theirs)]
    least = OTHER_VERBS if all(verbs) and not verbs[0] & verbs[1] else LEAST_SHARE
    return shared < least * min(sum(side[word] for word in sorted(side)) for side in sides)


def _content(tokens: Sequence[Token], place: Placed) -> dict[str, float]:
    weights = default_weights()
    return {
        concept(t): weights.of_token(t)
        for t in tokens
        if not is_function(t.norm, t.tag) and not t.norm[:1].isdigit() and t.label not in ("DATE", "TIME") and not is_figure(t, place.value)
    }


def _is_foretold(place: Placed, texts: Mapping[str, str]) -> bool:
    """Tell whether a figure is one that is reckoned with: the ministry expects 40,000 visitors."""
    start = place.value.start
    return bool(_FORETOLD.search(texts[place.unit.source][max(0, start - _REACH) : start]))


def _is_polled(a: Placed, b: Placed, texts: Mapping[str, str]) -> bool:
    return bool(_pollsters(a, texts) or _pollsters(b, texts))


def _pollsters(place: Placed, texts: Mapping[str, str]) -> frozenset[str]:
    """Who asked, in the sentence of a figure: the Harris poll."""
    text, value = texts[place.unit.source], place.value
    before, after = text[max(0, value.start - _POLL_REACH) : value.start], text[value.end : value.end + _POLL_REACH]
    sentence = _ENDS.split(before)[-1] + " # " + _ENDS.split(after)[0]
    return frozenset(word for m in _POLL.finditer(sentence) for word in re.findall(r"\w+", m["who"]))


def _other_sizes(a: Placed, b: Placed, every: Sequence[Placed]) -> bool:
    """Tell whether the statements of two lengths of time or sums name other sizes of what is done: 5,000 metres, 3,000 metres."""
    if a.value.kind not in ("duration", "time", "money"):
        return False
    sides = [
        [p.value for p in every if p.unit.index == x.unit.index and p.value.kind == "cardinal" and measure(p.value.unit)] for x in (a, b)
    ]
    return all(sides) and all(contrast(x, y) == "conflict" for x in sides[0] for y in sides[1])


def _is_added(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause tells what comes to what was told before: it also paid 1 million."""
    return any(t.norm == "also" for t in tokens)


def _tells_kinds(tokens: Sequence[Token], place: Placed, texts: Mapping[str, str]) -> bool:
    """Tell whether a figure is part of what a kind of things is called: two-room flats."""
    if not texts[place.unit.source].startswith("-", place.value.end):
        return False
    after = [t for t in tokens if t.start >= place.value.end][:2]
    return place.value.kind == "cardinal" and [t.tag for t in after] == ["NN", "NNS"]


def clause(tokens: Sequence[Token], value: Value, text: str) -> list[Token]:
    """Return the words of the clause that a figure or day stands in, its own among them.

    Args:
        tokens: Words of its sentence or statement.
        value: The figure.
        text: The article.
    """
    at = next((n for n, t in enumerate(tokens) if t.end > value.start), None)
    if at is None:
        return []
    first = at
    while first and not _parts(tokens[first - 1], tokens[first], text):
        first -= 1
    if first and tokens[first].norm in _RELATIVE:
        first = _antecedent(tokens, first)
    last = at
    while last + 1 < len(tokens) and not (tokens[last].end >= value.end and _parts(tokens[last], tokens[last + 1], text)):
        last += 1
    return list(tokens[first : last + 1])


def _antecedent(tokens: Sequence[Token], first: int) -> int:
    """Return where the noun phrase begins that a relative clause goes on: the professional programme, which has five modules."""
    start = first
    while start and tokens[start - 1].sentence == tokens[first].sentence and tokens[start - 1].tag.startswith(("NN", "JJ", "VBG", "VBN")):
        start -= 1
    return start


def _parts(before: Token, token: Token, text: str) -> bool:
    between = text[before.end : token.start]
    if before.sentence != token.sentence or token.norm in _BREAKS or _PARTED.search(between):
        return True
    return token.tag == "VBG" and between.startswith(",")


def _words(place: Placed, tokens: Sequence[Token], texts: Mapping[str, str]) -> str:
    return texts[place.unit.source][tokens[0].start : tokens[-1].end]
