"""Of what two like figures are told: of one thing at one occasion, or of two things that share most of their words.

"Adults pay 18 dollars" and "children pay 9 dollars" are one sentence with two fillers: a writer who tells two things of one sort uses one
frame for both. Two figures may conflict only where nothing in the clause of either puts another filler into a place that the other
fills: a modifier of a noun that both name, what stands behind one preposition, the name of who did it, a rate, a part of the calendar.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crosscheck.compare.facts.kinds import kinds_differ
from crosscheck.compare.facts.moments import other_moments, other_rates
from crosscheck.compare.facts.placed import Placed, is_total, other_periods, other_subjects
from crosscheck.compare.facts.rivals import are_rivals, other_measures
from crosscheck.compare.values.reading import Value, contrast
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import default_weights, is_function, is_name

_BREAKS = frozenset("while whereas but which who whose whom because although though after before when".split())
"""Words at which another clause begins."""
_FORETOLD = re.compile(r"\b(?:expect|forecast|predict|project(?:s|ed|ing)\b|foresee|anticipat)[^.!?;\n]{0,50}$", re.IGNORECASE)
_REACH = 70
"""Code points before a figure among which it is foretold."""
_WEIGHED = frozenset({"cardinal", "money", "percent"})
LEAST_SHARE = 0.4
"""Share of the words of the lighter clause, by weight, that the other must hold for two figures that cannot both hold."""
OTHER_VERBS = 0.7
"""The same where they have no verb in common."""
_LIGHT = frozenset("be have do make take get go come give put let".split())
_RELATIVE = frozenset("which who whose".split())
_PARTED = re.compile(r"[;–—]|: | - |, and |, or |, with ")
"""What stands between the words of two clauses."""
_PREPOSITIONS = {"on": "in", "at": "in", "inside": "in", "within": "in", "amongst": "among", "toward": "to", "towards": "to"}
_ALIKE = frozenset("in of for from among to with against into between over".split())
"""Prepositions whose complements are compared, those of place as one."""
_EMPTY = frozenset(
    """total cash average fact addition course example part case statement report interview place front line number
    end time way order need question process wake connection relation""".split()
)
"""Nouns that stand behind a preposition without telling what is meant."""
_VAGUE = frozenset("big large small huge new old young own such same several many few other latest recent local whole entire full".split())
"""Modifiers that tell no two things apart."""
_PEOPLE = frozenset("man woman person people".split())
"""Nouns of whom one person is told in many ways: a foreign woman, an elderly woman."""
_UNTOLD = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT"})
YEARS_APART = 400
"""Days from which a month and a year are of two deeds: slips are of one part of the calendar, not of two."""
_CALENDAR = frozenset({"date", "time"})
_UNRATED = frozenset({"age", "ordinal", "fraction"})
"""Kinds of figures that nothing is reckoned by."""
_REPORTING = frozenset("say tell add report announce state write claim note".split())
_NEAR = 3
"""Words on each side of a verb of reporting among which a name is that of who reports."""

_Slots = Mapping[tuple[str, str, str], frozenset[str]]
"""What fills a place: by what it hangs on, how, and the sort of name."""


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
    if not alike and (_is_foretold(a, texts) != _is_foretold(b, texts) or _little_in_common(ours, a, theirs, b)):
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
        or _other_slots(ours, a.value, texts[a.unit.source], theirs, b.value, texts[b.unit.source], alike=alike)
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
    return _other_slots(clauses[0], a, text_a, clauses[1], b, text_b, alike=False)


def _figures(tokens: Sequence[Token], value: Value) -> frozenset[str]:
    """The figures of a clause besides a day, parts of the calendar left out."""
    return frozenset(t.norm for t in tokens if t.norm[:1].isdigit() and t.label not in ("DATE", "TIME") and not _is_figure(t, value))


def _other_slots(ours: Sequence[Token], a: Value, text_a: str, theirs: Sequence[Token], b: Value, text_b: str, *, alike: bool) -> bool:
    """Tell whether something fills a place in one clause that another thing fills in the other."""
    return (
        are_rivals(ours, theirs)
        or _differ(_modifiers(ours, a, text_a), _modifiers(theirs, b, text_b))
        or _differ(_complements(ours, a, alike=alike), _complements(theirs, b, alike=alike))
        or _other_subjects(ours, theirs)
        or _other_names(ours, theirs)
    )


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
        if not is_function(t.norm, t.tag)
        and not t.norm[:1].isdigit()
        and t.label not in ("DATE", "TIME")
        and not _is_figure(t, place.value)
    }


def _is_foretold(place: Placed, texts: Mapping[str, str]) -> bool:
    """Tell whether a figure is one that is reckoned with: the ministry expects 40,000 visitors."""
    start = place.value.start
    return bool(_FORETOLD.search(texts[place.unit.source][max(0, start - _REACH) : start]))


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
    return before.sentence != token.sentence or token.norm in _BREAKS or bool(_PARTED.search(text[before.end : token.start]))


def _words(place: Placed, tokens: Sequence[Token], texts: Mapping[str, str]) -> str:
    return texts[place.unit.source][tokens[0].start : tokens[-1].end]


def _is_figure(token: Token, value: Value) -> bool:
    return value.start <= token.start < value.end


def _modifiers(tokens: Sequence[Token], value: Value, text: str) -> _Slots:
    """What stands right before each noun: foundation modules, the northern line."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for n, token in enumerate(tokens):
        if not token.tag.startswith("NN") or is_name(token) or token.label in _UNTOLD or token.lemma in _PEOPLE:
            continue
        for word, name in _before(tokens, n, value, text):
            if name not in _VAGUE:
                found[concept(token), "", _sort(word)].add(name)
    return {key: frozenset(words) for key, words in found.items()}


def _before(tokens: Sequence[Token], noun: int, value: Value, text: str) -> Iterator[tuple[Token, str]]:
    """Yield the modifiers right before a noun with what they say; a number makes one with its noun: two-room flats."""
    for back in range(noun - 1, max(-1, noun - 4), -1):
        word, after = tokens[back], tokens[back + 1]
        hyphen = text.startswith("-", word.end)
        if word.tag == "CD" and hyphen and not _is_figure(word, value):
            yield word, f"{word.norm}-{after.norm}"
        counted = word.tag == "NN" and back and text.startswith("-", tokens[back - 1].end)
        if not word.tag.startswith(("JJ", "NN", "VBN", "VBG")) or (word.label in _UNTOLD and not counted) or _is_figure(word, value):
            return
        if after.start - word.end > len("'s "):
            return
        if not counted:
            yield word, concept(word)


def _complements(tokens: Sequence[Token], value: Value, *, alike: bool) -> _Slots:
    """What stands behind each preposition, by the word that it hangs on: infections in adults; names only of figures that conflict."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for n, token in enumerate(tokens):
        link = _PREPOSITIONS.get(token.norm, token.norm)
        if token.tag not in ("IN", "TO") or link not in _ALIKE or not n:
            continue
        anchor = "#" if _is_figure(tokens[n - 1], value) else concept(tokens[n - 1])
        head = _head(tokens[n + 1 :])
        if head is None or head.norm in _EMPTY or head.label in _UNTOLD or _is_figure(head, value) or tokens[n - 1].lemma in _REPORTING:
            continue
        if alike and _sort(head):
            continue
        found[anchor, link, _sort(head)].add(head.entity or concept(head))
    return {key: frozenset(words) for key, words in found.items()}


def _head(tokens: Sequence[Token]) -> Token | None:
    """Return the last word of the noun phrase that opens a stretch."""
    head = None
    for token in tokens:
        if token.tag.startswith("NN"):
            head = token
        elif head is not None or not token.tag.startswith(("DT", "PRP$", "JJ", "CD", "VBN", "POS")):
            break
    return head


def _sort(token: Token) -> str:
    return token.label if token.label in _NAMED else "name" if is_name(token) else ""


def _differ(ours: _Slots, theirs: _Slots) -> bool:
    return any(ours[key].isdisjoint(theirs[key]) for key in ours.keys() & theirs.keys())


def _other_subjects(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether the first verb of both clauses has a name right before it, and not the same."""
    sides = [_subject(tokens) for tokens in (ours, theirs)]
    return all(sides) and all(side.isdisjoint(_held(other)) for side, other in zip(sides, (theirs, ours), strict=True))


def _subject(tokens: Sequence[Token]) -> frozenset[str]:
    verb = next((n for n, t in enumerate(tokens) if t.tag.startswith(("VB", "MD"))), 0)
    if not verb or tokens[verb].lemma in _REPORTING:
        return frozenset()
    names: set[str] = set()
    for token in reversed(tokens[:verb]):
        if not is_name(token) or token.label in _UNTOLD:
            break
        names |= {token.norm, token.entity} - {""}
    return frozenset(names)


def _other_names(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether both clauses name people, or bodies, and none in common; who reports a figure is not counted."""
    sides = [_names(tokens) for tokens in (ours, theirs)]
    held = _held(theirs), _held(ours)
    labels = sides[0].keys() & sides[1].keys()
    return any(all(side[label].isdisjoint(other) for side, other in zip(sides, held, strict=True)) for label in labels)


def _held(tokens: Sequence[Token]) -> set[str]:
    return {t.norm for t in tokens} | {t.entity for t in tokens}


def _names(tokens: Sequence[Token]) -> dict[str, set[str]]:
    reporting = {near for n, t in enumerate(tokens) if t.lemma in _REPORTING for near in range(n - _NEAR, n + _NEAR + 1)}
    reporting |= {near for n, t in enumerate(tokens) if t.norm == "according" for near in range(n, n + 3 * _NEAR + 1)}
    found: dict[str, set[str]] = defaultdict(set)
    for n, token in enumerate(tokens):
        if n not in reporting and token.label in ("PERSON", "ORG") and is_name(token):
            found[token.label] |= {token.norm, token.entity} - {""}
    return found
