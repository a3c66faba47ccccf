"""Which figures of like quotations are told of two occasions, and which were changed."""

from __future__ import annotations

import pytest

from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.facts.saidtwice import of_one_occasion
from crosscheck.records import Evidence, Kind, Severity


@pytest.mark.parametrize(
    ("left", "right", "figures", "kept"),
    [
        ("“We built it in 1988.”", "“We built it in 1948.”", ("1988", "1948"), True),
        ("“It failed on December 17.”", "“It failed on December 37.”", ("17", "37"), True),
        ("“We expect 300 guests on Friday.”", "“We expect 450 guests on Saturday.”", ("300", "450"), False),
        ("“We expect 300 guests on Friday.”", "“We expect 450 guests on Friday.”", ("300", "450"), True),
    ],
)
def test_a_figure_of_two_occasions_is_no_altered_quotation(left: str, right: str, figures: tuple[str, str], kept: bool) -> None:
    texts = {"a": left, "b": right}
    spans = [
        Evidence(source, None, text.index(word), text.index(word) + len(word), word)
        for (source, text), word in zip(texts.items(), figures, strict=True)
    ]
    finding = make_finding(Judgement(Kind.NUMBER, Severity.SUBSTANTIVE, ""), spans)
    assert of_one_occasion([finding], texts) == ([finding] if kept else [])
