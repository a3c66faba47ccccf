"""Ways in and out: through a skylight here, through a cellar window there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.evidence import words_at
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import NEGATIONS, Judgement
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function
from crosscheck.records import Discrepancy, Extraction, Kind, Severity

BEFORE = 4
"""Words before "through" among which the verb of moving stands."""
MAX_HELD = 200
"""Ways that are compared."""
LONGEST = 4
"""Words of the opening."""
_IN = frozenset("enter entered enters entering came come comes coming broke break breaking got get climbed climb climbing crawled".split())
_OUT = frozenset("escaped escape escaping fled flee fleeing left leave leaving".split())
_OPENINGS = frozenset(
    """window door gate skylight roof hatch tunnel cellar basement entrance exit fence wall hole vent chimney garage balcony sewer shaft
    ceiling floor doorway""".split()
)
"""Heads of what one moves through; one does not come in through a traffic jam, a crisis or an agency."""


_OFFENDERS = frozenset(
    """thief thieves robber robbers burglar burglars intruder intruders raider raiders attacker attackers gunman gunmen suspect suspects
    gang man men people inmate inmates prisoner prisoners they he she who""".split()
)
"""Who comes in unasked or leaves so, in words of which one article takes one and the next another."""


@dataclass(frozen=True, slots=True)
class Way:
    """One mention of what somebody came or left through."""

    source: str
    inwards: bool
    heads: frozenset[str]
    mover: str
    """Concept of who moves; empty for those who come in unasked, and where nobody is named."""
    start: int
    end: int


def way_findings(sides: Sequence[tuple[Extraction, tuple[Token, ...]]]) -> list[Discrepancy]:
    """Return a place finding where the sources let people in, or out, through different openings.

    A source that tells of two ways knows of more than one: of it nothing is said.
    """
    texts = {extraction.article.id: extraction.article.text for extraction, _ in sides}
    ways = [way for extraction, tokens in sides for way in _ways(extraction.article.id, tokens)]
    found = []
    for inwards in (True, False):
        told = [w for w in ways if w.inwards is inwards]
        sure = [w for w in told if all(w.heads & other.heads for other in told if other.source == w.source)]
        pairs = [(a, b) for a, b in combinations(sure[:MAX_HELD], 2) if a.source != b.source and a.mover == b.mover]
        shown = [w for a, b in pairs if not a.heads & b.heads for w in (a, b)]
        if shown:
            judgement = Judgement(Kind.PLACE, Severity.SUBSTANTIVE, "another way in or out")
            found.append(make_finding(judgement, [words_at(way, texts) for way in shown]))
    return found


def _ways(source: str, tokens: Sequence[Token]) -> Iterator[Way]:
    for place, token in enumerate(tokens):
        if token.norm not in ("through", "via"):
            continue
        before = [t for t in tokens[max(0, place - BEFORE) : place] if t.sentence == token.sentence]
        verb = next((t for t in reversed(before) if t.norm in _IN or t.norm in _OUT), None)
        if verb is None or not verb.tag.startswith("VB") or any(t.norm in NEGATIONS for t in before):
            continue
        phrase: list[Token] = []
        for word in tokens[place + 1 : place + 1 + LONGEST]:
            if word.sentence != token.sentence or not word.tag.startswith(("DT", "JJ", "NN", "PRP$", "POS")):
                break
            phrase.append(word)
        heads = frozenset(concept(t) for t in phrase if t.tag.startswith("NN") and not is_function(t.norm, t.tag))
        if phrase and any(t.norm in _OPENINGS or t.lemma in _OPENINGS for t in phrase[-1:]):
            yield Way(source, verb.norm in _IN, heads, _mover(tokens, verb), token.start, phrase[-1].end)


def _mover(tokens: Sequence[Token], verb: Token) -> str:
    """Concept of the noun, name or pronoun that stands nearest before a verb in its sentence."""
    before = [t for t in tokens if t.end <= verb.start and t.sentence == verb.sentence and t.tag.startswith(("NN", "PRP", "WP"))]
    return concept(before[-1]) if before and before[-1].norm not in _OFFENDERS else ""
