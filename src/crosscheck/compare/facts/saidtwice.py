"""One sentence said twice, of two occasions: "we expect 300 guests on Friday" and "we expect 450 guests on Saturday".

Who says a thing of many days or rounds says it in one sentence. Where, beside a figure that differs, the part of the calendar or the
number of the round differs as well, nobody altered a quotation: two were given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations

from crosscheck.compare.facts.moments import name_other_moments
from crosscheck.compare.facts.rivals import are_rivals
from crosscheck.compare.words.tokens import tokenize
from crosscheck.records import Discrepancy, Evidence, Kind

_ENDS = re.compile(r"[.!?][\"'”’)]*\s|[\"“”\n]")
_REACH = 300
"""Code points on each side of a figure in which its sentence ends."""

_Place = tuple[str, int, int]


def of_one_occasion(findings: Sequence[Discrepancy], texts: Mapping[str, str]) -> list[Discrepancy]:
    """Leave out the figures of quotations that are told of two occasions, and the days that part these occasions.

    Args:
        findings: Of quotations.
        texts: Texts of the articles, by id.
    """
    apart = [f for f in findings if f.kind is Kind.NUMBER and _are_apart(f, texts)]
    sentences = {_sentence(span, texts) for f in apart for span in f.spans}
    return [f for f in findings if f not in apart and not (f.kind is Kind.DATE and {_sentence(s, texts) for s in f.spans} <= sentences)]


def _are_apart(finding: Discrepancy, texts: Mapping[str, str]) -> bool:
    opposed = [(a, b) for a, b in combinations(finding.spans, 2) if a.source != b.source and a.text != b.text]
    return bool(opposed) and all(_of_two(_words(a, texts), _words(b, texts)) for a, b in opposed)


def _of_two(ours: str, theirs: str) -> bool:
    return name_other_moments(ours, theirs) or are_rivals(tokenize(ours), tokenize(theirs))


def _words(span: Evidence, texts: Mapping[str, str]) -> str:
    """The sentence around a figure without it: a year or day that is changed itself tells of no other occasion."""
    source, start, end = _sentence(span, texts)
    return f"{texts[source][start : span.start]} # {texts[source][span.end : end]}"


def _sentence(span: Evidence, texts: Mapping[str, str]) -> _Place:
    """Source, start and end of the sentence around a span, within its quotation marks."""
    text = texts[span.source]
    first = max(0, span.start - _REACH)
    ends = [m.end() for m in _ENDS.finditer(text, first, span.start)]
    closing = _ENDS.search(text, span.end, span.end + _REACH)
    return span.source, ends[-1] if ends else first, closing.start() if closing else min(len(text), span.end + _REACH)
