"""Deeds of one speaker: the same thing decided here and only asked for there, announced here and hinted at there.

What somebody did with words stands in the cue: parliament "voted to expel", "called for the departure of". Two statements tell of one
deed where the speaker is one and the contents share the thing done and to whom; then the cues are compared, and whom it is done to.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.groups.units import Unit
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.folding import crude_lemma
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function, is_name
from crosscheck.records import Discrepancy, Evidence, Form, Kind, Polarity, Severity

LEAST_SHARED = 2
"""Concepts of common words that both contents must hold."""
_WORD = re.compile(r"[a-z]+")
_CLASSES = {
    "decides": "vote voted votes decide decided decides approve approved approves order ordered orders rule ruled",
    "asks": "ask asked asks asking urge urged urges urging request requested call called calls calling appeal appealed recommended",
    "demands": "demand demanded demands demanding",
    "states": "say said says announce announced announces declare declared confirm confirmed confirms state stated",
    "hints": "suggest suggested suggests suggesting hint hinted hints imply implied implies",
    "suspects": "suspect suspects suspected suspecting",
    "informs": "notify notified notifies inform informed informs alert alerted brief briefed advised",
    "promises": "vow vowed vows promise promised promises pledge pledged pledges",
    "considers": "consider considered considering considers mull mulled mulls weigh weighed weighing",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
_OPPOSED = {
    frozenset({"decides", "asks"}): Severity.SUBSTANTIVE,
    frozenset({"decides", "demands"}): Severity.SUBSTANTIVE,
    frozenset({"states", "hints"}): Severity.SUBSTANTIVE,
    frozenset({"states", "suspects"}): Severity.SUBSTANTIVE,
    frozenset({"promises", "considers"}): Severity.SUBSTANTIVE,
    frozenset({"asks", "demands"}): Severity.MINOR,
}
_LOOSE = frozenset({frozenset({"states", "hints"}), frozenset({"decides", "asks"})})
"""Cues in which one speaker says many things about one matter: the contents must agree in half of the words of the shorter one."""
LEAST_SUSPECTED = 3
"""Concepts that what is suspected here and stated there must have in common."""
MAX_HELD = 200
"""Statements of one speaker that may share a word for it to pair them."""
_REPORTED = frozenset({Form.INDIRECT, Form.MIXED})
"""What is quoted whole shows its own strength."""
_CAUSES = {"expel": "leave", "remov": "leave", "remove": "leave", "evict": "leave", "deport": "leave", "oust": "leave"}
"""Verbs that make others do a thing, and that thing: who is expelled has to leave."""
_BOUNDS = frozenset("throughout within across inside outside between".split())
RARE = 5.0
"""Weight of a word for a deed that one speaker's statements in two sources are hardly about two of."""
_FOREIGN = frozenset({"foreign", "international", "all"})


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with what it tells of a deed."""

    unit: Unit
    sort: str
    """Class of its cue."""
    concepts: frozenset[str]
    verbs: frozenset[str]


def deed_findings(units: Sequence[Unit], texts: Mapping[str, str], weights: Weights) -> list[Discrepancy]:
    """Return what differs between two sources' tellings of one deed.

    Strength findings between the cues, name findings between those it is done to or who are told of it, place findings between bounds.
    """
    told = [
        Told(u, _class(u), _concepts(u), _verbs(u))
        for u in units
        if u.statement.form in _REPORTED and u.statement.polarity is Polarity.AFFIRMED and u.statement.cue
    ]
    found = []
    for a, b in _between(t for t in told if t.sort == "informs"):
        if _is_one_deed(a, b):
            found += _recipients(a.unit, b.unit, texts)
    for a, b in _by_speaker(told):
        if not _is_one_deed(a, b):
            continue
        severity = _OPPOSED.get(frozenset({a.sort, b.sort}))
        if severity:
            judgement = Judgement(Kind.STRENGTH, severity, "one deed, told by cues of other strength")
            found.append(
                make_finding(judgement, [_telling(one, texts) if "suspects" in (a.sort, b.sort) else _cue(one.unit) for one in (a, b)])
            )
        found += _done_to(a.unit, b.unit, texts)
    for a, b in _by_speaker([Told(u, "", frozenset(bounds), frozenset()) for u in units if (bounds := _bounded(u))]):
        found += _bounds(a.unit, b.unit, texts, weights)
    return found


def _by_speaker(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pair the statements of each speaker across sources."""
    spoken: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.unit.speaker is not None:
            spoken[one.unit.speaker].append(one)
    for speaker in sorted(spoken):
        yield from _between(spoken[speaker])


def _between(told: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Pair statements of different sources that share a concept."""
    by_concept: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        for word in one.concepts:
            by_concept[word].append(one)
    pairs = {
        (a.unit.index, b.unit.index): (a, b)
        for held in by_concept.values()
        if len(held) <= MAX_HELD
        for a, b in combinations(sorted(held, key=lambda t: t.unit.index), 2)
        if a.unit.source != b.unit.source
    }
    yield from (pairs[key] for key in sorted(pairs))


def _recipients(a: Unit, b: Unit, texts: Mapping[str, str]) -> list[Discrepancy]:
    """Compare who is told: the words that the content begins with, up to "of", "that" or "about"."""
    ours, theirs = _recipient(a), _recipient(b)
    if not ours or not theirs or concept(ours[-1]) == concept(theirs[-1]):
        return []
    judgement = Judgement(Kind.NAME, Severity.SUBSTANTIVE, "one message, told to others")
    return [make_finding(judgement, [_span(a, ours, texts), _span(b, theirs, texts)])]


def _recipient(unit: Unit) -> list[Token]:
    end = next((n for n, t in enumerate(unit.tokens[:8]) if t.norm in ("of", "that", "about")), 0)
    words = list(unit.tokens[:end])
    phrase = bool(words) and words[-1].tag.startswith("NN") and not any(t.norm == "to" or t.tag.startswith("VB") for t in words)
    named = any(is_name(t) or t.text[:1].isupper() for t in words)
    return words if phrase and named else []  # "members of the public" are told by everybody


def _bounds(a: Unit, b: Unit, texts: Mapping[str, str], weights: Weights) -> list[Discrepancy]:
    """Compare the bounds of what one speaker says is done: throughout the region, within the borders."""
    ours, theirs = _bounded(a), _bounded(b)
    for deed in sorted(ours.keys() & theirs.keys()):
        mine, other = ours[deed], theirs[deed]
        shared = _contents(mine) & _contents(other)
        if weights.of(deed) >= RARE and not shared and _contents(mine) and _contents(other):
            judgement = Judgement(Kind.PLACE, Severity.SUBSTANTIVE, "one deed, other bounds")
            return [make_finding(judgement, [_span(a, mine, texts), _span(b, other, texts)])]
    return []


def _bounded(unit: Unit) -> dict[str, list[Token]]:
    """The bound that stands within a few words after each verb or noun of a deed."""
    found: dict[str, list[Token]] = {}
    for place, token in enumerate(unit.tokens):
        if token.norm not in _BOUNDS or token.sentence != unit.tokens[max(0, place - 1)].sentence:
            continue
        end = place + 1
        while end < min(len(unit.tokens), place + 6) and _goes_on(unit.tokens[end], token):
            end += 1
        before = [t for t in unit.tokens[max(0, place - 3) : place] if t.sentence == token.sentence]
        for word in before if end > place + 1 else []:
            if word.tag.startswith(("VB", "NN")) and not is_function(word.norm, word.tag):
                found.setdefault(concept(word), list(unit.tokens[place:end]))
    return found


def _goes_on(token: Token, bound: Token) -> bool:
    noun = token.tag.startswith(("DT", "JJ", "NN", "POS")) or token.norm in ("the", "a", "an")
    noun = noun or (token.norm == "and" and bound.norm == "between")
    return noun and token.sentence == bound.sentence


def _contents(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(concept(t) for t in tokens if not is_function(t.norm, t.tag) and t.norm not in _BOUNDS)


def _is_one_deed(a: Told, b: Told) -> bool:
    shared = a.concepts & b.concepts
    if any(one.sort == "decides" != other.sort and _first_deed(one) not in other.verbs for one, other in ((a, b), (b, a))):
        return False  # who decides to misuse a leave and asks for some has not been granted it
    if "suspects" in (a.sort, b.sort):  # what is suspected and what is stated need no verb in common: contaminated, found in
        return len(shared) >= LEAST_SUSPECTED and 2 * len(shared) >= min(len(a.concepts), len(b.concepts))
    enough = 2 * len(shared) >= min(len(a.concepts), len(b.concepts)) if frozenset({a.sort, b.sort}) in _LOOSE else True
    return enough and len(shared) >= LEAST_SHARED and bool(shared & a.verbs & b.verbs)


def _concepts(unit: Unit) -> frozenset[str]:
    return frozenset([_thing(t) for t in unit.tokens if not is_function(t.norm, t.tag) and not is_name(t) and not t.norm[:1].isdigit()])


def _thing(token: Token) -> str:
    found = concept(token)
    return _CAUSES.get(found, found)


def _verbs(unit: Unit) -> frozenset[str]:
    """Concepts of what is done, as a verb or as the noun made of it: departure, to leave."""
    made = (t for t in unit.tokens if t.tag.startswith("VB") or (t.tag.startswith("NN") and concept(t) != crude_lemma(t.norm)))
    return frozenset(_thing(t) for t in made)


def _first_deed(told: Told) -> str:
    """Concept of what is done first in the content; empty where nothing is."""
    return next((_thing(t) for t in told.unit.tokens if _thing(t) in told.verbs and not is_function(t.norm, t.tag)), "")


def _class(unit: Unit) -> str:
    cue = unit.statement.cue
    words = _WORD.findall(cue.text.casefold()) if cue else []
    return next((_CLASS[word] for word in reversed(words) if word in _CLASS), "")


def _telling(told: Told, texts: Mapping[str, str]) -> Evidence:
    """The cue that only suspects; of what is stated, the words themselves, since "said" shows nothing."""
    return _cue(told.unit) if told.sort == "suspects" else _span(told.unit, told.unit.tokens, texts)


def _cue(unit: Unit) -> Evidence:
    cue = unit.statement.cue
    assert cue is not None
    return Evidence(unit.source, unit.statement.id, cue.start, cue.end, cue.text)


def _done_to(a: Unit, b: Unit, texts: Mapping[str, str]) -> list[Discrepancy]:
    """Compare the words before a noun that both hold: US troops, all foreign troops."""
    ours, theirs = _owned(a), _owned(b)
    for noun in sorted(ours.keys() & theirs.keys()):
        mine, other = ours[noun], theirs[noun]
        sides = [{t.norm for t in side[:-1]} for side in (mine, other)]
        named = [any(is_name(t) for t in side[:-1]) for side in (mine, other)]
        wide = [bool(side & _FOREIGN) for side in sides]
        if named[0] != named[1] and wide[0] != wide[1] and named[0] != wide[0]:
            judgement = Judgement(Kind.NAME, Severity.SUBSTANTIVE, "one deed, done to a named body here and to a wider one there")
            return [make_finding(judgement, [_span(a, mine, texts), _span(b, other, texts)])]
    return []


def _owned(unit: Unit) -> dict[str, list[Token]]:
    """The plural nouns that a name or "foreign" stands right before, with these words."""
    found: dict[str, list[Token]] = {}
    for place, token in enumerate(unit.tokens):
        if token.tag != "NNS" or is_function(token.norm, token.tag):
            continue
        first = place
        while first and _owns(unit.tokens[first - 1]) and unit.tokens[first - 1].sentence == token.sentence:
            first -= 1
        if first < place:
            found.setdefault(concept(token), list(unit.tokens[first : place + 1]))
    return found


def _owns(token: Token) -> bool:
    return is_name(token) or token.norm in _FOREIGN or token.label in ("NORP", "GPE")


def _span(unit: Unit, tokens: Sequence[Token], texts: Mapping[str, str]) -> Evidence:
    start, end = tokens[0].start, tokens[-1].end
    return Evidence(unit.source, unit.statement.id, start, end, texts[unit.source][start:end])
