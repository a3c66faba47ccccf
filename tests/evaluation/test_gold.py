"""The annotations: every word stands in its text, and enough of every phenomenon is there."""

from __future__ import annotations

from collections import Counter

import pytest
from evaluation.events import KINDS

from evaluation import events, gold

TEXT = gold.Text('Ann said no again. "I will not go," Ann said, and Bob said he would.')


def test_all_annotations_fit_their_texts() -> None:
    passages = gold.load()
    assert sum(len(p.statements) for p in passages) >= 430
    assert len([p for p in passages if "whole article" in p.tests]) == 9


@pytest.mark.parametrize("form", gold.FORMS)
def test_every_form_is_annotated(form: str) -> None:
    assert sum(s.forms[0] == form for p in gold.load() for s in p.statements) > 25


def test_every_kind_of_finding_is_expected_twice() -> None:
    counts = Counter(kind for e in events.load() for f in e.findings for kind in {f.kinds[0]})
    assert {kind: n for kind, n in counts.items() if n >= 2}.keys() == KINDS


def test_no_pair_is_both_expected_and_forbidden() -> None:
    for event in events.load():
        for want in (*event.findings, *event.allowed):
            for never in event.never:
                shared = set(want.sides) & set(never.sides)
                assert len(shared) < 2 or not set(want.kinds) & set(never.kinds or want.kinds), (event.name, want.line)


def test_the_nearest_cue_and_mention_are_meant() -> None:
    got = gold.statement(TEXT, "direct | Ann | said | I will not go")
    assert got.cues == (TEXT.tokens([(40, 44)]),)
    assert got.mentions == (TEXT.tokens([(36, 39)]),)


def test_an_occurrence_number_chooses() -> None:
    assert gold.one("no no no", "no @2") == (3, 5)


def test_first_and_last_words_stand_for_what_is_between() -> None:
    assert gold.one("one two three four one", "two >> one") == (4, 22)


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("direct | Ann | said | I will leave", "occurs 0 times"),
        ("direct | Ann | said | said", "occurs 3 times"),
        ("direct | Eve | said | I will not go", "not in the text"),
        ("spoken | Ann | said | I will not go", "unknown form"),
        ("direct | Ann | said", "four fields"),
    ],
)
def test_an_annotation_that_does_not_fit_is_an_error(line: str, trouble: str) -> None:
    with pytest.raises(gold.GoldError, match=trouble):
        gold.statement(TEXT, line)
