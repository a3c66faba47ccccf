"""Typed values in ``doc.ents``: which stretches, of which type, and what gives way to a name."""

from __future__ import annotations

import re
import time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Span

from crosscheck.language.loading import blank_english
from crosscheck.language.values.component import NAME, TYPES, CrosscheckValues

NLP = blank_english()
COMPONENT = CrosscheckValues()


def read(marked: str, *names: tuple[str, str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Expected and found values of a text in which "[words|TYPE]" marks a value; ``names`` are entities before the component."""
    expected = re.findall(r"\[([^|\]]+)\|([A-Z]+)\]", marked)
    doc = NLP.make_doc(re.sub(r"\[([^|\]]+)\|[A-Z]+\]", r"\1", marked))
    at = [(doc.text.index(words), words, label) for words, label in names]
    doc.set_ents([doc.char_span(start, start + len(words), label=label) for start, words, label in at])
    return expected, [(ent.text, ent.label_) for ent in COMPONENT(doc).ents]


@pytest.mark.parametrize(
    "marked",
    [
        "It killed [at least 14|CARDINAL] and hurt [nearly a third|CARDINAL] of the crew.",
        "[Between 3 and 5|CARDINAL] mills, [20 to 25|CARDINAL] boats, [three or four|CARDINAL] cars, [half a million|CARDINAL] hens",
        "A [two-year-old|DATE] boy and a [six-storey|CARDINAL] mill, [10-kg|QUANTITY] bags",
        "They won [3-1|CARDINAL], after [6-4|CARDINAL], [7-5|CARDINAL].",
        "One of the largest marches; no one was hurt; [at least one|CARDINAL] person fell.",
        "[One in five|CARDINAL] stayed, [hundreds|CARDINAL] left, [tens of thousands|CARDINAL] waited.",
    ],
)
def test_counts(marked):
    expected, found = read(marked)
    assert found == expected


@pytest.mark.parametrize(
    "marked",
    [
        "It cost [S$3.5 million|MONEY], [Rs 50 crore|MONEY], [RM250,000|MONEY], [£4.5m|MONEY] and [50 cents|MONEY].",
        "It lends [up to $60 million|MONEY] or [330 million US dollars|MONEY] at [5.5 per cent|PERCENT], [25 basis points|PERCENT] up.",
        "Rates rose from [3%|PERCENT] to [5%|PERCENT] and losses of [$1 to $2|MONEY] a share.",
        "It slipped [1.5 per cent|PERCENT] to [$40|MONEY].",
        "They earn [less than a dollar|MONEY] a day, against the dollar.",
        "It holds [200 tonnes|QUANTITY] at [minus 31 degrees Celsius|QUANTITY] [622 metres|QUANTITY] down.",
    ],
)
def test_money_shares_and_measures(marked):
    expected, found = read(marked)
    assert found == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Signed on [Dec. 3, 2019|DATE], due [3/12/2019|DATE], dated [2020-05-31|DATE], by [Friday|DATE], since [the 1990s|DATE].",
        "He spoke [late Monday|DATE], [last Tuesday|DATE] and on [Sunday, July 12|DATE], [two weeks ago|DATE].",
        "In [the third quarter of 2018|DATE], [fiscal 2017|DATE], [the first half of 2019|DATE], [the early 1990s|DATE], [2012-13|DATE].",
        "Open [between April 28 and May 3|DATE], from [2000 to 2016|DATE], [every year|DATE], for [the past 12 months|DATE].",
        "At [11pm|TIME] ([0300 GMT|TIME]) on [Wednesday|DATE], [about 4:30 a.m. local time|TIME], [6 p.m. Tuesday|TIME].",
        "From [10 p.m. to 5 a.m.|TIME], [Monday night|TIME], [the afternoon of 14 February|TIME], [shortly before midnight|TIME].",
        "It took [three hours|TIME], [12 minutes|TIME], [a year|DATE] and [more than a decade|DATE].",
        "He may march in [March|DATE].",
    ],
)
def test_days_and_times(marked):
    expected, found = read(marked)
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "a Boeing 737, an F-16, COVID-19, Article 5, Section 230, Flight 302, Type 2 and Channel 4",
        "14 Mill Lane, 22 Harbour Street, Room 1201",
        "call 0161 496 0123 or 555-0142, see www.example.org/help-2025",
        "the First Lady, the Second Battalion, the Third World, at first, a second-hand car",
        "Second, he said, we second the motion and may march.",
        "the Daily Herald of the Group of 20",
    ],
)
def test_what_is_no_value(text):
    assert read(text)[1] == []


def test_an_age_follows_a_person():
    assert read("Ann Lee, 34, left.", ("Ann Lee", "PERSON"))[1] == [("Ann Lee", "PERSON"), ("34", "DATE")]


def test_a_name_keeps_its_place_unless_a_value_holds_it_and_more():
    assert read("April Jones left.", ("April Jones", "PERSON"))[1] == [("April Jones", "PERSON")]
    assert read("It lent 3 million US dollars.", ("US", "GPE"))[1] == [("3 million US dollars", "MONEY")]


def test_values_of_the_pipeline_give_way():
    assert read("Some 200 left recently.", ("200", "CARDINAL"), ("recently", "DATE"))[1] == [("Some 200", "CARDINAL")]


def test_it_works_in_any_pipeline_and_declares_what_it_sets():
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Kestrel"}])
    nlp.add_pipe(NAME)
    assert [(ent.text, ent.label_) for ent in nlp("Kestrel sold 5 boats.").ents] == [("Kestrel", "ORG"), ("5", "CARDINAL")]
    assert nlp.analyze_pipes()["problems"][NAME] == []


@given(st.text(alphabet="0123456789 ,.-$%amonethpSdy'\n(5", max_size=80))
def test_any_text_gives_values_inside_it(text):
    doc = COMPONENT(NLP.make_doc(text))
    assert all(isinstance(ent, Span) and ent.label_ in TYPES for ent in doc.ents)


@pytest.mark.parametrize("piece", ["1,", "one hundred and ", "the last ", "about ", "3 to ", "Monday ", "of the year ", "$"])
def test_the_cost_grows_with_the_text_alone(piece):
    def seconds(count: int) -> float:
        doc = NLP.make_doc((piece * 8 + "\n") * count)
        since = time.perf_counter()
        COMPONENT(doc)
        return time.perf_counter() - since

    seconds(10)
    assert seconds(400) < 40 * (seconds(100) + 0.02)
