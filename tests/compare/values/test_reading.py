"""Values of running text, and how two of them stand to each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.compare.values.reading import Value, contrast, values
from tests.compare.named import named


def read(text: str, **labels: str) -> list[tuple[str, str, float | None, str]]:
    return [(value.text, value.kind, value.low, value.unit) for value in values(named("a", text, published="2020-01-07", **labels))]


def only(text: str, published: str | None = "2020-01-07", tags: dict[str, str] | None = None) -> Value:
    (value,) = values(named("a", text, published=published, tags=tags))
    return value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5,000 troops", ("5,000", "cardinal", 5000, "troop")),
        ("about five thousand soldiers", ("about five thousand", "cardinal", 5000, "soldier")),
        ("a dozen boats", ("a dozen", "cardinal", 12, "boat")),
        ("a five-member panel", ("five", "cardinal", 5, "member")),
        ("12 dead", ("12", "cardinal", 12, "dead")),
        ("$80million", ("$80million", "money", 80e6, "USD")),
        ("£61 million", ("£61 million", "money", 61e6, "GBP")),
        ("80 million dollars", ("80 million dollars", "money", 80e6, "USD")),
        ("US$20mil", ("US$20mil", "money", 20e6, "USD")),
        ("20 per cent", ("20 per cent", "percent", 20, "")),
        ("2 percentage points", ("2 percentage points", "percent", 2, "point")),
        ("a 14-year-old boy", ("14-year-old", "age", 14, "year")),
        ("a boy aged 14", ("14", "age", 14, "year")),
        ("a boy of 14", ("14", "age", 14, "year")),
        ("31 people have died", ("31", "cardinal", 31, "dead")),
        ("injured at least 12 people", ("at least 12", "cardinal", 12, "injured")),
        ("two counts of fraud", ("two", "cardinal", 2, "count of fraud")),
        ("for 17 years", ("17 years", "duration", 17, "year")),
        ("a 17-year presence", ("17-year", "duration", 17, "year")),
        ("a quarter of voters", ("a quarter", "fraction", 0.25, "voter")),
        ("3 in 10 voters", ("3 in 10", "fraction", 0.3, "voter")),
        ("the third attacks", ("third", "ordinal", 3, "attack")),
        ("80 mph", ("80 mph", "cardinal", 80, "mph")),
        ("80 miles per hour", ("80 miles per hour", "cardinal", 80, "mph")),
        ("25 basis points", ("25 basis points", "percent", 0.25, "point")),
        ("RM250,000", ("RM250,000", "money", 250000, "MYR")),
        ("Rs 14 lakh crore", ("Rs 14 lakh crore", "money", 14e12, "INR")),
        ("one and a half million people", ("one and a half million", "cardinal", 1.5e6, "person")),
        ("Only 17 percent agreed", ("17 percent", "percent", 17, "")),
        ("three or four years", ("three or four years", "duration", 3, "year")),
    ],
)
def test_values_with_what_they_count(text, expected):
    assert read(text) == [expected]


def test_an_age_follows_a_person():
    assert read("Ann Smith, 62, died.", PERSON="Ann Smith") == [("62", "age", 62, "year")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("10-15 boats", 10, 15), ("between 10 and 15 boats", 10, 15), ("$5 to $6 million", 5e6, 6e6), ("€3-4 million", 3e6, 4e6)],
)
def test_ranges(text, low, high):
    value = only(text)
    assert (value.low, value.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("5,000 boats", ""),
        ("nearly 5,000 boats", "about"),
        ("some 5,000 boats", "about"),
        ("100 or so boats", "about"),
        ("at least 5,000 boats", "more than"),
        ("over $5 million", "more than"),
        ("20-plus boats", "more than"),
        ("up to 300 boats", "less than"),
        ("The fleet has gone up to 300 boats", ""),
        ("fewer than 300 boats", "less than"),
    ],
)
def test_approximation(text, approximate):
    assert only(text).approximate == approximate


@pytest.mark.parametrize(
    "text",
    [
        "a Boeing 737",
        "COVID-19",
        "the Group of 20",
        "the Sept. 11 attacks",
        "Flight 370",
        "an F-16",
        "1600 Harbor Avenue",
        "call 555-123-4567",
        "the 500 block of Main Street",
        "Section 230",
        "version 2.0.1",
        "5G",
        "the G7",
        "9/11",
        "no one",
        "one of them",
        "one another",
        "24/7",
        "the 2nd Battalion",
        "at first",
        "see www.example.org/2/3",
        "buses on lines 1, 2 and 4",
    ],
)
def test_numbers_that_are_parts_of_names(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("voted seven to two to ban it", ("seven to two", 2, 7, "vote")),
        ("was passed by 52 votes to 48", ("52 votes to 48", 48, 52, "vote")),
        ("a 5–4 ruling", ("5–4", 4, 5, "vote")),
        ("beat Kestrel 3-1 at home", ("3-1", 1, 3, "score")),
        ("lost 2-3 at home", ("2-3", 2, 3, "score")),
        ("a 4-0 home win", ("4-0", 0, 4, "score")),
    ],
)
def test_votes_and_scores_are_one_value(text, score):
    value = only(text)
    assert (value.kind, value.text, value.low, value.high, value.unit) == ("score", *score)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("won 10 to 15 seats", ["cardinal"]),
        ("voted to send 15 to 10 boats", ["cardinal"]),
        ("voters aged 18-25", ["age"]),
        ("won 5 to 6 percent", ["percent"]),
        ("led 1-0 at half-time", []),
        ("won 6-4, 7-5 on Friday", ["date"]),
    ],
)
def test_pairs_that_are_no_score(text, kinds):
    assert [value.kind for value in values(named("a", text, published="2020-01-07")) if value.unit or value.kind == "percent"] == kinds


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("heard 63 voters over 11 weeks", ""),
        ("met over two days", ""),
        ("for over 11 weeks", "more than"),
        ("it took over 11 weeks", "more than"),
    ],
)
def test_over_a_duration_means_during_unless_a_word_of_lasting_stands_before(text, approximate):
    assert values(named("a", text))[-1].approximate == approximate


def test_numbers_inside_a_mention_are_names():
    assert read("the crew of Kestrel 12 left", ORG="Kestrel 12") == []


def test_a_street_number_is_no_count():
    assert values(named("a", "at 505 Harbor Link", tags={"Harbor": "NNP", "Link": "NNP"})) == ()


def test_asking_about_a_number_is_no_approximation():
    assert only("asked about the 63 voters").approximate == ""


def test_offsets_hold_and_values_do_not_overlap():
    text = "On Friday, Jan. 3, about 5,000 troops and 12 to 15 boats left for $1.9m, 20% less, after 17 years; Ann Smith, 62, stayed."
    found = values(named("a", text, PERSON="Ann Smith"))
    assert [text[value.start : value.end] for value in found] == [value.text for value in found]
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len(found) == 7


TAGS = {"troops": "NNS", "soldiers": "NNS", "foreign": "JJ", "American": "JJ"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("5,000 troops", "five thousand soldiers", "same"),
        ("about 5,000 troops", "more than 5,000 American troops", "compatible"),
        ("5,000 troops", "5,200 troops", "compatible"),
        ("1.9m people", "1,934,000 people", "compatible"),
        ("about 5,000 troops", "9,000 troops", "conflict"),
        ("about 30 boats", "27 boats", "compatible"),
        ("about 30 boats", "22 boats", "conflict"),
        ("about 250 boats", "290 boats", "conflict"),
        ("71 per cent", "just over 70 percent", "compatible"),
        ("79 per cent", "just over 70 percent", "conflict"),
        ("214 boats", "more than 200 boats", "compatible"),
        ("at least 31 people", "38 people", "conflict"),
        ("at least 31 people", "33 people", "compatible"),
        ("up to 300 people", "250 people", "compatible"),
        ("more than €3 million", "€3.2 million", "compatible"),
        ("voted seven to two", "voted six to three", "conflict"),
        ("voted seven to two", "a 7-2 vote", "same"),
        ("won 3-1", "lost 1-3", "same"),
        ("won 3-1", "voted 5-4", "unrelated"),
        ("Two of the three boats sank", "one of its three boats sank", "conflict"),
        ("one of three boats", "a third of boats", "same"),
        ("heard over eleven weeks", "11 weeks", "same"),
        ("she could go on Sunday", "Jan. 5", "compatible"),
        ("yesterday", "on Monday", "same"),
        ("18 percent", "18.2 percent", "compatible"),
        ("18 percent", "18.7 percent", "conflict"),
        ("4.58 kilometers", "4.6 kilometres", "compatible"),
        ("90 meters", "900 metres", "conflict"),
        ("10 miles", "16 km", "compatible"),
        ("10 miles", "10 km", "conflict"),
        ("31 people have died", "a death toll of 38", "conflict"),
        ("killed 31 people", "31 dead", "same"),
        ("31 people died", "40 people were injured", "unrelated"),
        ("three counts of fraud", "two counts of theft", "unrelated"),
        ("10 people", "12 people", "conflict"),
        ("at least 10 people", "12 people", "compatible"),
        ("at least 14 people", "12 people", "conflict"),
        ("10 to 15 people", "12 people", "compatible"),
        ("10 people", "12 boats", "unrelated"),
        ("10 people", "10 percent", "unrelated"),
        ("$80 million", "£80 million", "unrelated"),
        ("$80 million", "80 million dollars", "same"),
        ("two weeks", "14 days", "same"),
        ("24 hours", "two days", "conflict"),
        ("12 months", "one year", "compatible"),
        ("on Friday", "Jan. 3", "same"),
        ("on Friday", "on Saturday", "conflict"),
        ("on Friday", "last week", "compatible"),
        ("in 2002", "in 2003", "conflict"),
        ("in 2002", "on Friday", "unrelated"),
        ("at 10 a.m.", "at 11 a.m.", "conflict"),
        ("10 a.m. ET", "10 a.m. PT", "unrelated"),
    ],
)
def test_contrast(left, right, expected):
    a, b = only(left, tags=TAGS), only(right, tags=TAGS)
    assert contrast(a, b) == contrast(b, a) == expected


@pytest.mark.parametrize(
    ("published", "expected"), [("2020-01-06", "same"), ("2020-01-13", "same"), ("2020-01-20", "conflict"), (None, "same")]
)
def test_weekdays_are_compared_by_the_day_they_mean(published, expected):
    assert contrast(only("on Friday", "2020-01-07"), only("on Friday", published)) == expected


AMOUNTS = st.builds(
    "{} {} {}".format,
    st.sampled_from(["about", "more than", "up to", "exactly", "nearly"]),
    st.one_of(
        st.integers(2, 10**7).map("{:,}".format), st.sampled_from(["a dozen", "five thousand", "10 to 15", "1.9 million", "half a million"])
    ),
    st.sampled_from(["troops", "people", "percent", "dollars", "years", "weeks", "boats", "years old"]),
)
DAYS = st.sampled_from(
    ["on Friday", "last week", "Jan. 5", "in 2017", "yesterday", "in October", "at 10 a.m.", "two weeks ago", "next Tuesday"]
)


@given(st.one_of(AMOUNTS, DAYS), st.one_of(AMOUNTS, DAYS), st.sampled_from(["2020-01-07", None]), st.sampled_from(["2020-01-14", None]))
def test_contrast_is_symmetric_and_the_same_with_itself(left, right, first, second):
    ours, theirs = values(named("a", left, published=first)), values(named("b", right, published=second))
    for a in ours:
        assert contrast(a, a) == "same"
        for b in theirs:
            assert contrast(a, b) == contrast(b, a)


@given(st.text(alphabet="0123456789 ,.-$%amone'\n(5", max_size=60))
def test_any_text_gives_values_in_order(text):
    found = values(named("a", text, published="2020-01-07"))
    assert [value.start for value in found] == sorted(value.start for value in found)


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("Clerks are trained under $6 million scheme.", ""),
        ("The loan cost under $6 million.", "less than"),
        ("A row over $6 million goes on.", ""),
        ("The owners lost over $6 million.", "more than"),
    ],
)
def test_a_preposition_that_takes_the_noun_is_no_bound(text: str, approximate: str) -> None:
    assert only(text, tags={"scheme": "NN", "goes": "VBZ"}).approximate == approximate


def test_two_spans_of_age_are_two_though_one_lies_within_the_other() -> None:
    left, right = only("children aged 7 to 12 years old"), only("children aged 7 to 11 years old")
    assert contrast(left, right) == contrast(right, left) == "conflict"
    assert contrast(only("children 7 to 12 years old"), only("a child 11 years old")) == "compatible"


@pytest.mark.parametrize(
    ("rough", "exact", "expected"),
    [
        ("about $1 million", "$1.23 million", "compatible"),
        ("about $1 million", "$1.4 million", "conflict"),
        ("about 5,000 boats", "4,000 boats", "conflict"),
        ("about 30 boats", "27 boats", "compatible"),
    ],
)
def test_about_one_digit_reaches_as_far_as_that_digit_rounds(rough: str, exact: str, expected: str) -> None:
    assert contrast(only(rough), only(exact)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a contract of four and a half years", ("four and a half years", "duration", 4.5, "year")),
        ("a three-and-a-half-year deal", ("three-and-a-half-year", "duration", 3.5, "year")),
        ("two and a half percent of it", ("two and a half percent", "percent", 2.5, "")),
        ("a 4-and-a-half-hour delay", ("4-and-a-half-hour", "duration", 4.5, "hour")),
    ],
)
def test_a_half_belongs_to_the_number_before_it(text: str, expected: tuple[str, str, float, str]) -> None:
    assert read(text) == [expected]
