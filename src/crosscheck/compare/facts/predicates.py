"""Affirmed here, negated there: signed / unsigned, binding / non-binding, said of the same thing anywhere in the event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import MODALS, NEGATIONS, Judgement
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.records import Discrepancy, Evidence, Extraction, Kind, Severity

PREFIXES = ("un", "non")
"""Prefixes that negate a participle or adjective with little risk: in- and dis- change the meaning too often (invaluable, discover)."""
REACH = 6
"""Words on each side in which the thing spoken of is sought."""
SENTENCE = 20
"""Words before a property among which a negation may reach it."""
_PREDICATE_TAGS = ("VBN", "VBD", "JJ", "VBG")
_AUXILIARIES = frozenset("is are was were be been being has have had".split())
_NOUN_TAGS = ("NN", "NNS")
_NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})


@dataclass(frozen=True, slots=True)
class Predication:
    """A property said or denied of a thing."""

    stem: str
    """The property without prefix: ``signed``."""
    affirmed: bool
    prefixed: bool
    things: frozenset[str]
    """Concepts of the common nouns near it in its sentence."""
    evidence: Evidence
    sentence: int
    names: frozenset[str]
    """Names of bodies, people and places before it in its sentence: whose property it is, and who says so."""
    event: bool
    """Whether it is told as done to the thing: "was signed", "signed by"; a mere attribute ("limited use") is of kinds of things."""


def predicate_findings(sides: Sequence[tuple[Extraction, tuple[Token, ...]]]) -> list[Discrepancy]:
    """Return a negation finding per property that is affirmed of a thing in one place and denied of it in another.

    The whole article is read, attributions included: "reads the letter signed by X" states that it is signed.
    """
    named = [list(_properties(tokens)) for _, tokens in sides]
    denied = {stem for properties in named for _, stem, prefixed, _ in properties if prefixed}
    facts: dict[str, list[Predication]] = defaultdict(list)
    for (extraction, tokens), properties in zip(sides, named, strict=True):
        for place, stem, prefixed, first in properties:
            if prefixed and _negator(tokens, first) is not None:
                continue  # "no unrestricted access" forbids as much as "unrestricted access" does after "avoid": nothing is affirmed
            if not prefixed and _negator(tokens, place) is None and _is_denied(tokens, place):
                continue  # "is not currently listed as an approved source" does not affirm that it is approved
            if stem in denied and not _is_event(tokens, place) and _is_kind(tokens, place, first):
                continue  # "unused vouchers may be given away" denies nothing of the vouchers that somebody used
            if stem in denied:  # of the others no negation by prefix is told anywhere: they are not read closer
                facts[stem].append(_predication(tokens, extraction, place, stem, prefixed, first))
    found = []
    for stem in sorted(facts):
        group = facts[stem]
        if not any(f.affirmed and f.event for f in group) or all(f.affirmed for f in group):
            continue
        opposed = [f for f in group if any(_is_opposed(f, g) for g in group)]
        if _between_sources(opposed) and not _told_together(group):
            judgement = Judgement(Kind.NEGATION, Severity.SUBSTANTIVE, "a property and its negation said of one thing")
            found.append(make_finding(judgement, [f.evidence for f in opposed], every=True))
    return found


def _is_opposed(one: Predication, other: Predication) -> bool:
    """Tell whether a property is affirmed here and denied there of one thing, and not of the things of other names."""
    apart = bool(one.names and other.names) and not one.names & other.names
    return one.affirmed != other.affirmed and bool(one.things & other.things) and not apart


def _names(tokens: Sequence[Token], place: int) -> frozenset[str]:
    before = [t for t in tokens[max(0, place - SENTENCE) : place] if t.sentence == tokens[place].sentence]
    return frozenset(t.entity or t.norm for t in before if t.label in _NAMED)


def _between_sources(opposed: Sequence[Predication]) -> bool:
    """Tell whether one source affirms what another denies; inside one article alone it is mostly a contrast the writer makes."""
    return any(a.affirmed != b.affirmed and a.evidence.source != b.evidence.source for a in opposed for b in opposed)


def _told_together(group: Sequence[Predication]) -> bool:
    """Tell whether one sentence holds the property and its negation ("paid and unpaid advertisements"): two kinds of thing."""
    said = {(f.evidence.source, f.sentence, f.affirmed) for f in group}
    return any((source, sentence, not affirmed) in said for source, sentence, affirmed in said)


def _properties(tokens: Sequence[Token]) -> Iterator[tuple[int, str, bool, int]]:
    """Yield the place of every predicate, its stem, whether a prefix negates it, and the place of the first of its words."""
    for place, token in enumerate(tokens):
        if not token.tag.startswith(_PREDICATE_TAGS):
            continue
        stem, prefixed, first = token.norm, False, place
        for prefix in PREFIXES if stem.startswith(PREFIXES) else ():
            if stem.startswith(prefix) and len(stem) > len(prefix) + 3:
                stem, prefixed = stem[len(prefix) :].lstrip("-"), True
                break
        if not prefixed and place and tokens[place - 1].text.lower() == "non":
            prefixed, first = True, place - 1
        yield place, stem, prefixed, first


def _predication(tokens: Sequence[Token], extraction: Extraction, place: int, stem: str, prefixed: bool, first: int) -> Predication:
    token = tokens[place]
    negated = _negator(tokens, first)
    start = tokens[first if negated is None else negated].start
    return Predication(
        stem=stem,
        affirmed=prefixed == (negated is not None),
        prefixed=prefixed,
        things=_modified(tokens, place) if prefixed else _things(tokens, place),
        evidence=_evidence(extraction, start, token.end),
        sentence=token.sentence,
        names=_names(tokens, place),
        event=_is_event(tokens, place),
    )


def _is_denied(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a negation stands anywhere before the property in its sentence."""
    before = [t.sentence for t in tokens[max(0, place - SENTENCE) : place] if t.norm in NEGATIONS]
    return tokens[place].sentence in before


def _is_kind(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Tell whether the property stands before a plural without article, number or name: it tells a kind of things, not one thing."""
    before = tokens[first - 1] if first and tokens[first - 1].sentence == tokens[first].sentence else None
    if first == place and not _is_event(tokens, place):
        before = None  # what is affirmed of the approved countries is affirmed of no single one
    bare = before is None or not (before.tag.startswith(("DT", "PRP", "POS", "CD", "NN", "JJ")) or before.norm in ("the", "these", "those"))
    after = next(
        (t for t in tokens[place + 1 : place + 5] if not t.tag.startswith(("JJ", "VBN", "CD")) and t.tag not in ("NN", "NNP")), None
    )
    return bare and after is not None and after.tag in ("NNS", "NNPS") and after.sentence == tokens[place].sentence


def _is_event(tokens: Sequence[Token], place: int) -> bool:
    if not tokens[place].tag.startswith(("VBN", "VBD")):
        return False
    if any(t.norm in MODALS or t.norm == "to" for t in tokens[max(0, place - 4) : place]):
        return False  # vouchers that can be used are not yet used
    by = place + 1 < len(tokens) and tokens[place + 1].norm == "by"
    return by or any(t.norm in _AUXILIARIES for t in tokens[max(0, place - 3) : place])


def _negator(tokens: Sequence[Token], place: int) -> int | None:
    for back in range(place - 1, max(-1, place - 4), -1):
        if tokens[back].norm in NEGATIONS and tokens[back].sentence == tokens[place].sentence:
            return back
        if tokens[back].tag.startswith("NN"):
            return None
    return None


def _modified(tokens: Sequence[Token], place: int) -> frozenset[str]:
    """The noun that an attributive adjective stands before ("an unsigned draft letter"); for a predicative one the nouns near it."""
    after: list[Token] = []
    for token in tokens[place + 1 : place + 5]:
        if not token.tag.startswith(("NN", "JJ", "VBN")) or token.sentence != tokens[place].sentence:
            break
        after.append(token)
    nouns = frozenset(concept(t) for t in after if t.tag in _NOUN_TAGS)
    return nouns or _things(tokens, place)


def _things(tokens: Sequence[Token], place: int) -> frozenset[str]:
    window = tokens[max(0, place - REACH) : place + REACH + 1]
    return frozenset(concept(t) for t in window if t.tag in _NOUN_TAGS and t.sentence == tokens[place].sentence)


def _evidence(extraction: Extraction, start: int, end: int) -> Evidence:
    article = extraction.article
    holder = next((s.id for s in extraction.statements if any(c.start <= start and end <= c.end for c in s.content)), None)
    return Evidence(article.id, holder, start, end, article.text[start:end])
