"""The joiner: articles in any order give one report, and what was left out is not counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.pipeline import article_words, cross_check, sort_warnings
from crosscheck.records import Furniture, Repeat, Span, Warning_
from crosscheck.settings import Settings
from tests.builders import make_article, spot

HERALD = make_article("herald", "Bridge opens\n\n“We are done,” she said. “It holds.”\n")
WIRE = make_article("wire", "Bridge to open\n\nShe said: “It holds.” “And more\n")


@pytest.mark.usefixtures("plain_language")
def test_the_order_of_the_articles_makes_no_difference():
    assert cross_check([HERALD, WIRE], Settings()) == cross_check([WIRE, HERALD], Settings())


@pytest.mark.usefixtures("plain_language")
def test_a_report_says_what_made_it_and_joins_all_warnings():
    seen = []
    reading = Warning_("repeated-body", "The page prints one of its paragraphs twice", "herald", 3, 4)
    report = cross_check([WIRE, HERALD], Settings(model="/opt/models/mine"), on_article=seen.append, warnings=[reading])
    assert (report.tool.name, report.tool.model_name) == ("crosscheck", "plain")
    assert report.settings == {"encoding": "utf-8", "model": "mine"}
    assert [article.id for article in report.articles] == ["herald", "wire"]
    assert [warning.code for warning in report.warnings] == ["repeated-body", "unclosed-quotation"]
    assert report.words == {"herald": 9, "wire": 9}
    assert seen == [HERALD, WIRE]


def test_words_leave_out_furniture_and_second_printings():
    article = make_article("a", "One two three.\n\nShare this\n\nOne two three.\n")
    again = Span(article.text.rindex("One"), article.text.rindex("."))
    article = replace(
        article,
        furniture=(Furniture(spot(article, "Share this").span, "promo"), Furniture(again, "promo")),
        repeats=(Repeat(again, Span(0, again.end - again.start)),),
    )
    assert article_words(article) == 3


def test_warnings_stand_in_order_of_place_and_once():
    a, b = Warning_("b", "later", "wire", 9, 9), Warning_("a", "sooner", "herald", 5, 6)
    nowhere = Warning_("c", "of no source")
    assert sort_warnings([a, b, nowhere, a], [HERALD, WIRE]) == (nowhere, b, a)
