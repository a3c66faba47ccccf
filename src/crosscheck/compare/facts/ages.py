"""Ages of people who are named: "Nadia Osei, 24" here, "the 26-year-old Nadia Osei" there.

An age belongs to the name it stands beside, with nothing but a comma or a trade between. A source that gives one name two ages
tells of two people, and nothing is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosscheck.compare.discrepancies.evidence import words_at
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.values.reading import Value
from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_name
from crosscheck.records import Discrepancy, Extraction, Kind, Severity

_AFTER_NAME = re.compile(r"(?:, (?:who is |aged )?| is | was )")
_ONE_OF_TWO = re.compile(r",? (?:and|or|&) \d")
"""Behind the first of two ages: aged 16 and 13 respectively."""
_BETWEEN = frozenset("who is was aged".split())
_REACH = 3
"""Words between an age and the name behind it: the 26-year-old student Nadia Osei."""


@dataclass(frozen=True, slots=True)
class Aged:
    """A person with an age."""

    value: Value
    entity: str
    names: tuple[str, ...]
    """Words of the name in order."""


def age_findings(
    sides: Sequence[tuple[Extraction, tuple[Token, ...]]], values: Mapping[str, Sequence[Value]], texts: Mapping[str, str]
) -> list[Discrepancy]:
    """Return a number finding per pair of sources that each know one age of a person, and not the same.

    Args:
        sides: Articles with their own words.
        values: Values of each article, by its id.
        texts: Texts of the articles, by id.
    """
    told = [list(_aged(tokens, values.get(x.article.id, ()), texts[x.article.id])) for x, tokens in sides]
    judgement = Judgement(Kind.NUMBER, Severity.SUBSTANTIVE, "one person of different ages")
    found = []
    for ours, theirs in combinations(told, 2):
        pairs = [(a, b) for a in ours for b in theirs if _is_one(a, b)]
        for a, b in pairs:
            alone = all(x.value.figure == a.value.figure for x in ours if _is_one(x, a) or _is_one(x, b))
            alone = alone and all(x.value.figure == b.value.figure for x in theirs if _is_one(x, b) or _is_one(x, a))
            if alone and a.value.figure != b.value.figure:
                found.append(make_finding(judgement, [words_at(p.value, texts) for p in (a, b)]))
                break
    return found


def _aged(tokens: Sequence[Token], values: Sequence[Value], text: str) -> Iterator[Aged]:
    for value in values:
        if value.kind != "age" or value.low != value.high or value.approximate or value.unit != "year":
            continue
        if _ONE_OF_TWO.match(text, value.end):
            continue
        at = next((n for n, t in enumerate(tokens) if t.start >= value.start), len(tokens))
        last = next((n for n in range(at - 1, -1, -1) if tokens[n].norm not in _BETWEEN), -1)
        before = _run(tokens, last, -1)
        if before and _AFTER_NAME.fullmatch(text[before[-1].end : value.start]):
            yield _named(value, before)
            continue
        end = next((n for n, t in enumerate(tokens) if t.start >= value.end), len(tokens))
        first = next((n for n in range(end, min(end + _REACH, len(tokens))) if is_name(tokens[n])), None)
        named = _run(tokens, first, 1) if first is not None else []
        plain = bool(named) and all(t.tag in ("NN", "JJ") for t in tokens[end:first])
        if plain and not re.search(r"[^\w\s-]", text[value.end : named[0].start]):
            yield _named(value, named)


def _run(tokens: Sequence[Token], at: int, step: int) -> list[Token]:
    """Return the words of a person's name that ends, or with a step of 1 begins, at a place."""
    found: list[Token] = []
    while 0 <= at < len(tokens) and is_name(tokens[at]) and tokens[at].label in ("PERSON", ""):
        if found and abs(found[-1].start - tokens[at].end) > 1 and abs(tokens[at].start - found[-1].end) > 1:
            break
        found.append(tokens[at])
        at += step
    found = found[::step]
    return found if any(t.label == "PERSON" for t in found) else []


def _named(value: Value, name: Sequence[Token]) -> Aged:
    return Aged(value, next((t.entity for t in name if t.entity), ""), tuple(t.norm for t in name))


def _is_one(a: Aged, b: Aged) -> bool:
    """Tell whether two names are one person's: of one family name and one initial; a single name only where it is linked."""
    if len(a.names) > 1 and len(b.names) > 1:
        return a.names[-1] == b.names[-1] and a.names[0][:1] == b.names[0][:1]
    return bool(a.entity) and a.entity == b.entity and bool(set(a.names) & set(b.names))
