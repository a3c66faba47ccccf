"""What two statements of one claim assert differently though their wording is free: negation and strength of a shared predicate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import NEGATIONS, NEGATIVE, Judgement, negations
from crosscheck.compare.facts.strengths import ALLEGED, CONSIDERED, HEDGED, INTENDED, WISHED, is_rule, severity_between
from crosscheck.compare.groups.grouping import Cluster
from crosscheck.compare.groups.units import Unit, other_figures, other_speakers
from crosscheck.compare.words.compatible import can_both_hold
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function
from crosscheck.records import Discrepancy, Evidence, Kind, Polarity, Severity

REACH = 4
"""Words before a predicate among which its negation, modal verb or hedge stands."""
FAR = 20
"""Words before a predicate among which a negation may govern it though other words stand between."""
CONTEXT = 7
"""Words on each side of two predicates that must share another content word for them to be said of one thing."""
LEAST_CONTAINMENT = 0.6
"""Of the edge: below it the statements may be about different things that share a verb."""

POSSIBLE = frozenset("may might could possibly perhaps probably potentially likely suspect suspects suspected".split())
_ABLE = frozenset({"can"})
"""What can be used is not doubted, and no conflict with what is used or will be."""
PLANNED = INTENDED | WISHED | CONSIDERED
FUTURE = frozenset("will would going".split())
DUE = frozenset("must should ought shall need needs required".split())
"""What has to be is no fact, and is not opposed to what can be either."""
_WISHES = frozenset({"asked", "ordered"})
"""Kinds of statements that want something rather than state it."""
_WORDS = {
    "possible": POSSIBLE,
    "able": _ABLE,
    "considered": CONSIDERED,
    "wished": WISHED,
    "planned": INTENDED,
    "hedged": HEDGED,
    "alleged": ALLEGED,
    "future": FUTURE,
    "due": DUE,
}
"""Strengths below fact with the words before a predicate that make it so, the one that counts first."""
_NEGATIVE_NOUNS = frozenset("failure failures refusal inability".split())
_CONDITIONS = frozenset("if unless whether".split())
_RELATIVES = frozenset("who that which".split())
"""Words of a clause that picks out some: those who have yet to pay are not all."""
_NEGATES_NEXT = re.compile(
    r"\b(?:not|never|without|fail(?:s|ed|ing|ure)?|refus(?:e[sd]?|ing|al)|den(?:y|ies|ied|ying)|n[o’']t)(?: to)?\W*$", re.IGNORECASE
)
LEAD = 24
"""Code points before a statement in which words that negate its beginning are sought."""
_BE = frozenset("is are was were be been am".split())
_LIGHT = frozenset(
    """more less many much few most least such same other be have do make take get go come give put let say said tell told mean
    include involve comprise cover""".split()
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb or adjective with what governs it."""

    place: int
    negator: int | None
    open: bool
    """Whether it stands under a condition, or behind words outside the statement that may negate it."""
    strength: str
    governor: int | None
    """Index of the word that makes it less than fact."""
    main: bool
    """Whether it is the first predicate of its statement: strength is compared there alone, since clauses below it have their own."""


def assertion_findings(cluster: Cluster, units: Sequence[Unit], texts: Mapping[str, str]) -> list[Discrepancy]:
    """Return negation and strength findings between the statements of a group that are tied by claim, not by quotation."""
    found = []
    for edge in cluster.edges:
        if edge.tier in ("wording", "paraphrase") and edge.containment >= LEAST_CONTAINMENT:
            finding = _compare(units[edge.light], units[edge.heavy], units, texts)
            if finding:
                found.append(finding)
    return found


def _compare(left: Unit, right: Unit, units: Sequence[Unit], texts: Mapping[str, str]) -> Discrepancy | None:
    if left.statement.kind != right.statement.kind and _WISHES & {left.statement.kind, right.statement.kind}:
        return None  # who is asked not to do a thing has not said that it is not done
    ours, theirs = _predicates(left), _predicates(right)
    if _denied(left) != _denied(right) and (_says_cue(left, right) or _says_cue(right, left)):
        return None
    pairs = [(ours[key], theirs[key]) for key in ours if key in theirs and _same_thing(left, ours[key], right, theirs[key])]
    for a, b in pairs:
        if a.open or b.open or any(p.place < REACH and _led_in(u, texts) for u, p in ((left, a), (right, b))):
            continue
        if (_denied(left) and not a.main) or (_denied(right) and not b.main):
            continue  # what is doubted is the first clause
        if _negates(left, a) and _negates(right, b):
            continue  # both sentences deny something: which words the negation governs is more than a window of words can tell
        if ((a.negator is not None) ^ _denied(left)) != ((b.negator is not None) ^ _denied(right)):
            if not (_denied(left) or _denied(right)) and _told_both_ways(left, a, right, b, units):
                continue
            if can_both_hold(_sentence(left, a), _sentence(right, b)):
                continue
            judgement = Judgement(Kind.NEGATION, Severity.SUBSTANTIVE, "a shared predicate is negated on one side")
            sides = ((left, a), (right, b))
            return make_finding(judgement, [_denial(u, texts) if _denied(u) else _evidence(u, p, p.negator, texts) for u, p in sides])
    if _denied(left) or _denied(right) or other_figures(left, right) or other_speakers(left, right):
        return None
    for a, b in pairs:
        severity = severity_between(a.strength, b.strength)
        if severity is Severity.MINOR and (a.negator is not None or b.negator is not None):
            continue  # has no plans to close, will not close before 2022: the guard is on the denial
        if a.main and b.main and severity:
            judgement = Judgement(Kind.STRENGTH, severity, "a shared predicate is fact on one side, less on the other")
            spans = [_evidence(left, a, a.governor, texts), _evidence(right, b, b.governor, texts)]
            if "alleged" in (a.strength, b.strength) and (left if b.strength == "alleged" else right).statement.cue is not None:
                continue  # what somebody is said to have said is an allegation by its cue
            if len({span.text.split(" ", 1)[0].casefold() in _RELATIVES for span in spans}) > 1:
                continue  # ships must be listed, the cap on ships that can be listed: one only tells which are meant
            if spans[0].text.casefold() != spans[1].text.casefold():
                return make_finding(judgement, spans)
    return None


def _sentence(unit: Unit, predicate: Predicate) -> list[Token]:
    return [t for t in unit.tokens if t.sentence == unit.tokens[predicate.place].sentence]


def _told_both_ways(left: Unit, a: Predicate, right: Unit, b: Predicate, units: Sequence[Unit]) -> bool:
    """Tell whether the source that denies says the same of others elsewhere: who serves for life is not eligible, who behaves is."""
    denying, predicate = (left, a) if a.negator is not None else (right, b)
    key = concept(denying.tokens[predicate.place])
    others = [u for u in units if u.source == denying.source and u.index != denying.index and any(concept(t) == key for t in u.tokens)]
    return any(key in (found := _predicates(u)) and found[key].negator is None for u in others)


def _says_cue(left: Unit, right: Unit) -> bool:
    """Tell whether the words that deny the one statement stand inside the other: both doubt it."""
    cue = left.statement.cue
    words = set(cue.text.casefold().split()) if cue and _denied(left) else set()
    return any(t.norm in words and t.tag.startswith("VB") for t in right.tokens)


def _negates(unit: Unit, predicate: Predicate) -> bool:
    sentence = unit.tokens[predicate.place].sentence
    return any(t.norm in NEGATIONS | NEGATIVE | _NEGATIVE_NOUNS for t in unit.tokens if t.sentence == sentence)


def _denied(unit: Unit) -> bool:
    return unit.statement.polarity is Polarity.DENIED


def _predicates(unit: Unit) -> dict[str, Predicate]:
    """The content verbs and adjectives of a statement by concept; of two with one concept the first."""
    found: dict[str, Predicate] = {}
    hedged = _cue_strength(unit)
    for place, token in enumerate(unit.tokens):
        if _is_predicate(unit.tokens, place) and token.lemma not in _LIGHT and token.norm not in PLANNED:
            negator = _before(unit.tokens, place, NEGATIONS | NEGATIVE | _NEGATIVE_NOUNS)
            strength, governor = _strength(unit.tokens, place)
            is_open = _is_conditional(unit.tokens, place) or (negator is None and _is_far_negated(unit.tokens, place))
            found.setdefault(concept(token), Predicate(place, negator, is_open, hedged or strength, governor, not found))
    return found


def _is_predicate(tokens: Sequence[Token], place: int) -> bool:
    """Verbs, and adjectives that are not said of a noun right after them: "is ready", not "a ready answer"."""
    token = tokens[place]
    if is_function(token.norm, token.tag):
        return False
    if token.tag == "VBG" and not any(t.norm in _BE for t in tokens[max(0, place - 3) : place]):
        return False  # a gerund names a deed, it does not assert it
    attributive = place + 1 < len(tokens) and tokens[place + 1].tag.startswith(("NN", "JJ"))
    return token.tag.startswith("VB") or (token.tag.startswith("JJ") and not attributive)


def _is_conditional(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a condition stands before a predicate in its sentence: what happens if the sum is met asserts nothing."""
    before = [t.norm for t in tokens[max(0, place - CONTEXT) : place] if t.sentence == tokens[place].sentence]
    return bool(_CONDITIONS & set(before))


def _is_unreal(tokens: Sequence[Token], place: int, governor: int) -> bool:
    """Tell whether a predicate tells of what did not come: could have been saved, if help had come."""
    if tokens[governor].norm not in ("could", "might", "would"):
        return False
    follows = [t.norm for t in tokens[place : place + FAR] if t.sentence == tokens[place].sentence]
    could_have = tokens[governor].norm == "could" and tokens[governor + 1].norm == "have"
    return could_have or ("if" in follows and "had" in follows)


def _is_far_negated(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a negation stands further before a predicate in its sentence: whether it reaches that far is not known."""
    return any(t.norm in NEGATIONS and t.sentence == tokens[place].sentence for t in tokens[max(0, place - FAR) : place])


def _led_in(unit: Unit, texts: Mapping[str, str]) -> bool:
    """Tell whether words right before the statement, outside of it, negate its beginning: failing to “keep the place clean”."""
    start = unit.statement.start
    return bool(_NEGATES_NEXT.search(texts[unit.source][max(0, start - LEAD) : start]))


def _before(tokens: Sequence[Token], place: int, words: frozenset[str]) -> int | None:
    for back in range(place - 1, max(-1, place - 1 - REACH), -1):
        if tokens[back].sentence != tokens[place].sentence or tokens[back].norm in _CONDITIONS:
            return None
        governs = not tokens[back].tag.startswith("NN") or tokens[back].norm in _NEGATIVE_NOUNS
        if tokens[back].norm == "yet" and tokens[back + 1].norm == "to" and words >= NEGATIONS:
            return back if not any(t.norm in _RELATIVES for t in tokens[max(0, back - 2) : back]) else None
        if tokens[back].norm in words and governs and not _is_idle(tokens, back) and _reaches(tokens, back, place):
            return back
        if tokens[back].tag.startswith("VB") and not is_function(tokens[back].norm, "") and tokens[back].norm not in PLANNED | POSSIBLE:
            return None
    return None


def _reaches(tokens: Sequence[Token], back: int, place: int) -> bool:
    """Tell whether a word governs the predicate, not a noun or a list before it: against voting; in planning, managing; was meant to."""
    norm, following = tokens[back].norm, tokens[back + 1]
    if norm == "against":
        return back + 1 == place
    if norm in PLANNED:
        listed = following.start - tokens[back].end > 1
        return not listed and not (norm == "intended" and back > 0 and tokens[back - 1].norm in _BE)
    return True


def _is_idle(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a "no" or "not" negates nothing: no matter how, not only."""
    if tokens[place].norm in NEGATIVE and tokens[place + 1].norm in ("or", "and"):
        return True  # stop or reverse it: two deeds side by side
    return tokens[place].norm in NEGATIONS and not negations(tokens[place : place + 2])


def _strength(tokens: Sequence[Token], place: int) -> tuple[str, int | None]:
    for name, words in _WORDS.items():
        governor = _before(tokens, place, words)
        if governor is not None:
            return "open" if _is_unreal(tokens, place, governor) else name, governor
    if tokens[place].tag == "VB" and any(t.norm == "to" for t in tokens[max(0, place - 2) : place]):
        return "open", None  # told to go, a plan to go: whether it is done the word before says, in more ways than can be listed
    return "rule" if is_rule(tokens, place) else "fact", None


def _cue_strength(unit: Unit) -> str | None:
    cue = unit.statement.cue
    words = set(cue.text.casefold().split()) if cue else set()
    return next((name for name in ("possible", "considered", "wished", "planned") if words & _WORDS[name]), None)


def _same_thing(left: Unit, a: Predicate, right: Unit, b: Predicate) -> bool:
    """Tell whether another content word stands near both predicates."""
    near = [_around(unit, predicate.place) for unit, predicate in ((left, a), (right, b))]
    return bool(near[0] & near[1])


def _around(unit: Unit, place: int) -> set[str]:
    window = [
        t for n, t in enumerate(unit.tokens) if n != place and abs(n - place) <= CONTEXT and t.sentence == unit.tokens[place].sentence
    ]
    return {concept(t) for t in window if not is_function(t.norm, t.tag) and not t.norm[:1].isdigit()} - {concept(unit.tokens[place])}


def _denial(unit: Unit, texts: Mapping[str, str]) -> Evidence:
    """The cue that denies the whole content, from there to the content's first word."""
    cue, text = unit.statement.cue, texts[unit.source]
    start, end = (cue.start, cue.end) if cue else (unit.statement.start, unit.statement.end)
    return Evidence(unit.source, unit.statement.id, start, end, text[start:end])


def _evidence(unit: Unit, predicate: Predicate, governor: int | None, texts: Mapping[str, str]) -> Evidence:
    first, last = unit.tokens[predicate.place if governor is None else governor], unit.tokens[predicate.place]
    start, end = min(first.start, last.start), max(first.end, last.end)
    if governor and unit.tokens[governor - 1].norm in FUTURE and unit.tokens[governor].norm not in FUTURE:
        start = unit.tokens[governor - 1].start  # will likely close
    cue = unit.statement.cue
    if cue and governor is None and _cue_strength(unit) and 0 <= start - cue.end <= LEAD:
        start = cue.start  # "with plans to extend": the cue tells how sure the deed is
    return Evidence(unit.source, unit.statement.id, start, end, texts[unit.source][start:end])
