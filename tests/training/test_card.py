"""The model card shows the figures that were kept."""

from __future__ import annotations

import json

import pytest
from training.card import CARD, cell, filled
from training.evaluate import FIGURES

ROW = {"value": 66.1, "low": 62.7, "high": 69.4, "cases": 2192}
MADE = {"model": {"name": "en_reader", "version": "0.1"}, "sections": {"PolNeAR dev, pipeline": {"content spans": ROW}}}


def test_a_figure_stands_with_its_interval() -> None:
    assert cell(ROW) == "66.1 (62.7 to 69.4)"
    assert cell(None) == ""


def test_a_table_takes_the_place_of_the_old_one() -> None:
    card = "before\n<!-- figures: attributions -->\nold\n<!-- end -->\nafter\n"
    assert filled(card, MADE) == (
        "before\n<!-- figures: attributions -->\n"
        "| PolNeAR dev | cases | pipeline | on disturbed copies | whole program | BERT on test |\n| --- | --- | --- | --- | --- | --- |\n"
        "| content spans | 2,192 | 66.1 (62.7 to 69.4) |  |  | 72.9 |\n"
        "<!-- end -->\nafter\n"
    )


def test_a_table_that_there_is_none_of_is_an_error() -> None:
    with pytest.raises(ValueError, match="no table named 'weights'"):
        filled("<!-- figures: weights -->\n<!-- end -->", MADE)


def test_the_card_is_up_to_date() -> None:
    card = CARD.read_text(encoding="utf-8")
    assert filled(card, json.loads(FIGURES.read_text(encoding="utf-8"))) == card
