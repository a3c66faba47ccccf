"""The annotations: every word stands in its text, and enough of every phenomenon is there."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from evaluation.events import KINDS

from evaluation import events, gold


@cache
def passages() -> list[gold.Passage]:
    return gold.load()


TEXT = gold.Text('Ann said no again. "I will not go," Ann said, and Bob said he would.')


def test_all_annotations_fit_their_texts() -> None:
    texts = passages()
    assert sum(len(p.statements) for p in texts) >= 430
    assert len([p for p in texts if "whole article" in p.tests]) == 9


_PHENOMENA = """several paragraphs|interrupted|two cues, one speaker|nested quotation|single marks|apostrophes and inches
straight and curly marks mixed|odd count of marks|scare quotes|titles of works|nicknames, mottos, words as words
hypothetical speech|thoughts|placards, lyrics, prayers|pronoun|bare noun|agentless passive|headline
headline with two speakers|capital headline|speaker outside the sentence|apposition or relative clause
title and organisation|joint speakers|letters and documents|negated cue|denied|declined|phrasal cue, auxiliaries
nominal cue|prepositional cue|colon cue|dash cue|posts|unusual cue|kinds of cues|beliefs, plans, perceptions|furniture
second-hand|told the reporter, self-reference|repeated passage|hearsay adverb|cue words without attribution|narrated"""
PHENOMENA = re.split(r"[|\n]", _PHENOMENA)
"""The rows of the failure table in the field survey, and what belongs beside them."""


@pytest.mark.parametrize("phenomenon", PHENOMENA)
def test_every_phenomenon_has_texts(phenomenon: str) -> None:
    texts = [p for p in passages() if phenomenon in p.tests]
    assert len(texts) >= 2
    assert any(p.statements or p.nothing or p.furniture for p in texts)


def test_every_kind_of_cue_is_annotated() -> None:
    kinds = {s.kinds[0] for p in passages() for s in p.statements if s.kinds}
    assert gold.KINDS - kinds == {"other"}


@pytest.mark.parametrize("form", gold.FORMS)
def test_every_form_is_annotated(form: str) -> None:
    assert sum(s.forms[0] == form for p in passages() for s in p.statements) > 25


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


def test_the_kind_of_a_plain_cue_is_said_and_may_be_named_or_left_open() -> None:
    plain = "direct | Ann | said | I will not go"
    assert [gold.statement(TEXT, plain + more).kinds for more in ("", " | kind wrote / said", " | kind -")] == [
        ("said",),
        ("wrote", "said"),
        (),
    ]
    assert gold.statement(TEXT, "direct | Ann | - | I will not go").kinds == ()


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
        ("direct | Ann | said | I will not go | kind sung", "unknown form, polarity or kind"),
    ],
)
def test_an_annotation_that_does_not_fit_is_an_error(line: str, trouble: str) -> None:
    with pytest.raises(gold.GoldError, match=trouble):
        gold.statement(TEXT, line)
