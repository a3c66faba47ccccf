"""Words that judge: a death called a killing here and a murder there, a crime that may be one here and is one there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import NEGATIONS, Judgement
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function, is_name
from crosscheck.records import Discrepancy, Evidence, Extraction, Kind, Severity

_JUDGED = {
    **dict.fromkeys(("death", "killing"), "killing"),
    **dict.fromkeys(("assassination",), "assassination"),
    **dict.fromkeys(("murder",), "murder"),
    **dict.fromkeys(("execution",), "execution"),
}
"""Nouns for one death, by what they make of it."""
_REACH = 7
"""Words after such a noun within which the victim's name begins."""
_MAY = frozenset({"may", "might", "could"})
_BE = frozenset({"be", "is", "are", "was", "were"})
_SAID_TO_BE = frozenset({"considered", "called", "deemed"})
LEAST_SHARED = 3.0
"""Weight of the other common words that two sentences must share for a thing they call alike to be one thing."""


@dataclass(frozen=True, slots=True)
class Called:
    """A stretch of one article that calls something by a name."""

    source: str
    first: Token
    last: Token
    sort: str
    words: frozenset[str]
    """Concepts of the other common words of its sentence."""


def loaded_findings(sides: Sequence[tuple[Extraction, tuple[Token, ...]]], weights: Weights) -> list[Discrepancy]:
    """Return minor strength findings: other words for one person's death, and what is said to be so that others say may be so."""
    texts = {extraction.article.id: extraction.article.text for extraction, _ in sides}
    deaths: dict[str, list[Called]] = defaultdict(list)
    natures: dict[str, list[Called]] = defaultdict(list)
    for extraction, tokens in sides:
        for victim, called in _deaths(extraction.article.id, tokens):
            deaths[victim].append(called)
        for thing, called in _natures(extraction.article.id, tokens):
            natures[thing].append(called)
    judgement = Judgement(Kind.STRENGTH, Severity.MINOR, "words of other weight for one thing")
    found = [make_finding(judgement, [_show(c, texts) for c in deaths[victim]]) for victim in sorted(deaths) if _apart(deaths[victim])]
    for thing in sorted(natures):
        for a, b in combinations(natures[thing], 2):
            if a.source != b.source and a.sort != b.sort and sum(weights.of(w) for w in sorted(a.words & b.words)) >= LEAST_SHARED:
                found.append(make_finding(judgement, [_show(a, texts), _show(b, texts)]))
                break
    return found


def _apart(every: Sequence[Called]) -> bool:
    """Tell whether one source uses a word that another never does, and the other way round."""
    sorts: dict[str, set[str]] = defaultdict(set)
    for called in every:
        sorts[called.source].add(called.sort)
    return any(a - b and b - a for a in sorts.values() for b in sorts.values())


def _deaths(source: str, tokens: Sequence[Token]) -> Iterator[tuple[str, Called]]:
    for place, token in enumerate(tokens):
        if token.norm not in _JUDGED or not token.tag.startswith(("NN", "VBG")) or token.quote >= 0:
            continue
        after = [t for t in tokens[place + 1 : place + 1 + _REACH] if t.sentence == token.sentence]
        victim = next((t for t in reversed(after) if t.label == "PERSON" and t.entity), None)
        if after and after[0].norm == "of" and victim:
            yield victim.entity, Called(source, token, token, _JUDGED[token.norm], frozenset())


def _natures(source: str, tokens: Sequence[Token]) -> Iterator[tuple[str, Called]]:
    """Things of two words or more that something is, or may be, said to be: "could be a war crime"."""
    for place, token in enumerate(tokens):
        if token.norm not in _BE or token.quote >= 0:
            continue
        start = place + 1
        if start < len(tokens) and tokens[start].norm in _SAID_TO_BE:
            start += 1
        if start >= len(tokens) or tokens[start].norm not in ("a", "an"):
            continue
        end = start + 1
        while end < len(tokens) and tokens[end].tag in ("JJ", "NN") and tokens[end].sentence == token.sentence:
            end += 1
        named = tokens[start + 1 : end]
        if len(named) < 2 or named[-1].tag != "NN" or any(t.norm in NEGATIONS for t in tokens[max(0, place - 3) : start]):
            continue
        before = tokens[place - 1] if place else token
        sentence = [t for t in tokens[max(0, place - 40) : end + 40] if t.sentence == token.sentence and t not in named]
        common = frozenset(concept(t) for t in sentence if not is_function(t.norm, t.tag) and not is_name(t))
        sort = "may" if before.norm in _MAY else "is" if token.norm != "be" else ""
        if sort:
            yield " ".join(t.lemma for t in named), Called(source, before if sort == "may" else token, named[-1], sort, common)


def _show(called: Called, texts: Mapping[str, str]) -> Evidence:
    start, end = called.first.start, called.last.end
    return Evidence(called.source, None, start, end, texts[called.source][start:end])
