"""Sums over articles, and their intervals."""

from __future__ import annotations

import pytest
from evaluation.tally import Tally, figures, intervals, total


def tally(hits: int, gold: int) -> Tally:
    made = Tally()
    made.scores["content"].add(gold, gold, hits)
    made.shares["found"].hits, made.shares["found"].total = hits, gold
    return made


def test_the_sum_is_over_cases_not_over_articles() -> None:
    whole = total([tally(1, 1), tally(0, 9)])
    assert whole.scores["content"].f1 == pytest.approx(10)
    assert whole.shares["found"].percent == pytest.approx(10)


def test_articles_that_are_all_alike_leave_no_doubt() -> None:
    assert intervals([tally(3, 4)] * 5) == {"content": pytest.approx((75, 75)), "found": pytest.approx((75, 75))}


def test_the_interval_is_wide_where_articles_differ_and_holds_the_figure() -> None:
    each = [tally(4, 4), tally(0, 4), tally(4, 4), tally(2, 4)]
    low, high = intervals(each)["content"]
    assert low <= 37.5
    assert high >= 87.5
    assert low < total(each).scores["content"].f1 < high


def test_the_same_articles_give_the_same_interval() -> None:
    each = [tally(4, 4), tally(0, 4), tally(1, 4)]
    assert intervals(each) == intervals(each)


def test_no_articles_no_intervals() -> None:
    assert intervals([]) == {}


def test_figures_are_plain_numbers_and_leave_out_what_has_no_cases() -> None:
    each = [tally(3, 4)] * 2
    each[0].scores["none wanted"].add(5, 0, 0)
    made = figures(each)
    assert made["content"] == {"value": 75.0, "precision": 75.0, "recall": 75.0, "cases": 8, "low": 75.0, "high": 75.0}
    assert "none wanted" not in made
