"""The labelled edits: where a quotation has no place for one, and what the others make of it."""

from __future__ import annotations

import re
from random import Random

import pytest
from evaluation.edits import quotes
from evaluation.edits_kinds import KINDS, Quote

WORDS = "We don't expect 12 ferries before the winter storms, but every crew will be paid. Splintered lanterns littered the whole harbour"
TAGS = {m.start(): "NN" for m in re.finditer(r"\w+", WORDS)}
MAKE = {kind.name: kind.make for kind in KINDS}


def test_there_are_thirteen_kinds_and_five_are_silent() -> None:
    assert len(KINDS) == 13
    assert {k.name for k in KINDS if not k.wanted} == {"identical", "typography", "truncation", "fragment", "appended"}


@pytest.mark.parametrize("kind", [k.name for k in KINDS])
def test_every_edit_is_made_and_the_same_seed_makes_it_again(kind: str) -> None:
    quote, pool = Quote(WORDS, TAGS), {"NN": ["orchard", "lantern", "violin", "cathedral"]}
    edited = MAKE[kind](quote, Random(3), pool)
    assert edited == MAKE[kind](quote, Random(3), pool)
    assert edited is not None
    assert (edited == WORDS) == (kind == "identical")


def test_what_an_edit_needs() -> None:
    bare = Quote("Nobody told anybody", {})
    assert [
        kind for kind, make in MAKE.items() if kind in ("number", "negation", "contraction", "rewriting") and make(bare, Random(1), {})
    ] == []


def test_quotations_are_whole_speech_of_nine_words_and_more() -> None:
    speech = "We will rebuild the old harbour bridge before the winter storms return"
    text = f'“{speech},” she said. “Too short to count,” he said. “How The Ferry Of The Island Came To Sink In May”. "we … {speech}"'
    assert quotes(text) == [f"{speech},"]
