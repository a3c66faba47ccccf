"""The scorer of attributions, by texts small enough to count by hand."""

from __future__ import annotations

import pytest
from evaluation.attributions import Item, score
from evaluation.gold import occurrences
from evaluation.tally import Tally
from evaluation.words import Pair

TEXT = '"We stay," Ana Lind said, "until it rains." Officials say that the road is closed.'


def spans(*words: str) -> list[Pair]:
    return [occurrences(TEXT, each)[0] for each in words]


DIRECT = Item(spans("Ana Lind"), spans("said"), spans('"We stay,"', '"until it rains."'))
INDIRECT = Item(spans("Officials"), spans("say"), spans("that the road is closed"))


def scored(*found: Item) -> Tally:
    return score(TEXT, [DIRECT, INDIRECT], found)


def test_what_is_annotated_scores_100_in_every_view() -> None:
    tally = scored(DIRECT, INDIRECT)
    wanted = {name: s.f1 for name, s in tally.scores.items() if s.gold}
    assert wanted == dict.fromkeys(wanted, pytest.approx(100))
    assert {"linked soft: direct", "content exact: source noun", "linked exact: straight marks"} <= wanted.keys()
    assert {name: s.percent for name, s in tally.shares.items()} == dict.fromkeys(tally.shares, 100)


def test_marks_and_commas_decide_only_to_the_character() -> None:
    bare = Item(DIRECT.source, DIRECT.cue, spans("We stay", "until it rains"))
    tally = scored(bare, INDIRECT)
    assert tally.scores["content exact"].f1 == 100
    assert tally.scores["content spans"].f1 == 100
    assert tally.scores["content spans to the character"].hits_gold == 1


def test_half_of_an_interrupted_quotation_is_a_right_span_of_a_wrong_annotation() -> None:
    tally = scored(Item(DIRECT.source, DIRECT.cue, spans('"until it rains."')), INDIRECT)
    assert tally.scores["content exact"].hits_gold == 1
    assert (tally.scores["content spans"].hits_gold, tally.scores["content spans"].gold) == (2, 3)
    assert tally.scores["linked soft"].hits_gold == 2
    assert tally.shares["direct found"].hits == 0


def test_a_wrong_source_breaks_the_link_and_the_speaker_alone() -> None:
    tally = scored(Item(spans("Officials"), DIRECT.cue, DIRECT.content), INDIRECT)
    assert tally.scores["content exact"].f1 == 100
    assert tally.scores["linked soft"].hits_gold == 1
    assert tally.shares["direct found"].percent == 100
    assert tally.shares["direct speaker mention"].percent == 0


def test_a_slice_takes_precision_from_what_was_found_in_it() -> None:
    tally = scored(DIRECT, INDIRECT, Item([], [], spans("road")))
    assert tally.scores["linked exact: indirect"].precision == 50
    assert tally.scores["linked exact: indirect"].recall == 100
    assert tally.scores["linked exact: source none"].gold == 0
    assert tally.scores["linked exact: direct"].f1 == 100


def test_a_content_over_two_paragraphs_is_two_spans() -> None:
    text = "“One.\n\n“Two,” she said."
    item = Item([(14, 17)], [(18, 22)], [(0, 13)])
    assert score(text, [item], [item]).scores["content spans"].gold == 2
