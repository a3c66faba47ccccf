"""What a thing is like: a grey van here and a white one there, the left hand and the right.

Most descriptions of one thing agree however they differ. Of some qualities a thing has but one: of these, and of these alone, two
sources that give one thing different ones cannot both be right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.evidence import words_at
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.words.concepts import concept
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import Weights, is_function
from crosscheck.records import Discrepancy, Extraction, Kind, Severity

_QUALITIES = {
    "colour": "black white grey gray red blue green yellow brown orange purple pink silver golden beige maroon navy turquoise",
    "side": "left right",
    "end": "front rear back",
    "bound": "northbound southbound eastbound westbound",
    "compass": "northern southern eastern western",
    "fuel": "electric diesel petrol hybrid",
    "armed": "armed unarmed",
    "rank": "first-degree second-degree third-degree",
    "stuff": "wooden plastic metal steel concrete brick stone glass",
}
_QUALITY = {word: (name, "grey" if word == "gray" else word) for name, words in _QUALITIES.items() for word in words.split()}
_REACH = 3
"""Words before a noun among which its qualities stand."""
_AROUND = 12
"""Words on each side that must hold something else in common for two nouns to name one thing."""
LEAST_THING = 3.5
"""Weight of a noun that names few things in one event; there are many doors and sides."""
LEAST_SHARED = 4.0
"""Weight of what two places must have in common besides."""
MAX_HELD = 200
"""Mentions of one thing that are compared."""
_PLURAL = ("NNS", "NNPS")


@dataclass(frozen=True, slots=True)
class Described:
    """One mention of a thing with a quality."""

    source: str
    thing: str
    quality: str
    value: str
    around: Mapping[str, float]
    start: int
    end: int


def attribute_findings(sides: Sequence[tuple[Extraction, tuple[Token, ...]]], weights: Weights) -> list[Discrepancy]:
    """Return a paraphrase finding per thing to which the sources give qualities that exclude each other.

    A source that tells of two such things (a black and a white van) may mean either: nothing is said of them.
    """
    texts = {extraction.article.id: extraction.article.text for extraction, _ in sides}
    told: dict[tuple[str, str], list[Described]] = defaultdict(list)
    for extraction, tokens in sides:
        for described in _described(extraction.article.id, tokens, weights):
            told[described.thing, described.quality].append(described)
    found = []
    for key in sorted(told):
        values: dict[str, set[str]] = defaultdict(set)
        for one in told[key]:
            values[one.source].add(one.value)
        single = [one for one in told[key] if len(values[one.source]) == 1]
        shown = [one for pair in combinations(single[:MAX_HELD], 2) if _differ(*pair) for one in pair]
        if shown:
            judgement = Judgement(Kind.PARAPHRASE, Severity.SUBSTANTIVE, "qualities that exclude each other")
            found.append(make_finding(judgement, [words_at(one, texts) for one in shown]))
    return found


def _differ(a: Described, b: Described) -> bool:
    shared = sum(min(a.around[key], b.around[key]) for key in sorted(a.around.keys() & b.around.keys()))
    return a.source != b.source and a.value != b.value and shared >= LEAST_SHARED


def _described(source: str, tokens: Sequence[Token], weights: Weights) -> Iterator[Described]:
    """Single things with a quality right before them, or joined to it by other adjectives."""
    for place, token in enumerate(tokens):
        if token.tag != "NN" or token.label or weights.of(token.norm) < LEAST_THING:
            continue
        if place + 1 < len(tokens) and tokens[place + 1].tag.startswith("NN") and tokens[place + 1].sentence == token.sentence:
            continue  # the van door
        for back in range(place - 1, max(-1, place - 1 - _REACH), -1):
            word = tokens[back]
            if word.sentence != token.sentence or not word.tag.startswith(("JJ", "NN", "HYPH", "VBN")) or word.label:
                break
            if back and _shades(tokens[back - 1], word):
                break
            if (
                word.norm in _QUALITY
                and not word.tag.startswith(_PLURAL)
                and not any(t.tag.startswith("NN") for t in tokens[back + 1 : place])
            ):
                quality, value = _QUALITY[word.norm]
                yield Described(source, concept(token), quality, value, _near(tokens, back, place, weights), word.start, token.end)
                break


def _shades(before: Token, word: Token) -> bool:
    """Tell whether a word before a quality makes it a shade of it: golden-brown, charcoal black."""
    return before.sentence == word.sentence and (before.norm in _QUALITY or before.tag == "NN") and word.start - before.end == 1


def _near(tokens: Sequence[Token], first: int, last: int, weights: Weights) -> dict[str, float]:
    near = (*tokens[max(0, first - _AROUND) : first], *tokens[last + 1 : last + 1 + _AROUND])
    held = [t for t in near if t.sentence == tokens[last].sentence and not is_function(t.norm, t.tag)]
    return {t.entity or concept(t): weights.of_token(t) for t in held}
