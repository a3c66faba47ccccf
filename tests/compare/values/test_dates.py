"""Days and times, resolved against the day of publication."""

from __future__ import annotations

import pytest

from crosscheck.compare.values.dates import days_and_times
from tests.compare.named import named

TUESDAY = "2020-01-07"


def read(text: str, published: str | None = TUESDAY, **labels: str) -> list[tuple[str, str, str]]:
    return [
        (value.text, value.unit, value.resolution)
        for value in days_and_times(named("a", text, published=published, **labels))
        if value.kind
    ]


@pytest.mark.parametrize(
    ("text", "found", "unit", "resolution"),
    [
        ("She left on Friday.", "Friday", "day", "2020-01-03"),
        ("She left on Tuesday morning.", "Tuesday morning", "day", "2020-01-07"),
        ("She left last Tuesday.", "last Tuesday", "day", "2019-12-31"),
        ("She will leave on Friday.", "Friday", "day", "2020-01-10"),
        ("Next Tuesday she goes.", "Next Tuesday", "day", "2020-01-14"),
        ("She left on Jan. 5.", "Jan. 5", "day", "2020-01-05"),
        ("She left on Dec. 29.", "Dec. 29", "day", "2019-12-29"),
        ("She left on Friday, Jan. 3, 2020.", "Friday, Jan. 3, 2020", "day", "2020-01-03"),
        ("She left on 4 January 2020.", "4 January 2020", "day", "2020-01-04"),
        ("On 2020-01-04 she left.", "2020-01-04", "day", "2020-01-04"),
        ("Earlier today she left.", "Earlier today", "day", "2020-01-07"),
        ("She left yesterday.", "yesterday", "day", "2020-01-06"),
        ("She left last week.", "last week", "week", "2020-W01"),
        ("She left two days ago.", "two days ago", "day", "2020-01-05"),
        ("She left in October.", "October", "month", "2019-10"),
        ("She left in October 2018.", "October 2018", "month", "2018-10"),
        ("She left in November last year.", "November last year", "month", "2019-11"),
        ("From Jan. 5 last year on.", "Jan. 5 last year", "day", "2019-01-05"),
        ("She left in 2017.", "2017", "year", "2017"),
        ("She grew up in the 1990s.", "1990s", "decade", "199X"),
    ],
)
def test_expressions_and_what_they_stand_for(text, found, unit, resolution):
    assert read(text) == [(found, unit, resolution)]


@pytest.mark.parametrize(
    ("text", "resolution"),
    [
        ("The port will stay shut until Saturday, she said late Friday.", ["2020-01-11", "2020-01-03"]),
        ("They died in protests against a tax plan that was withdrawn on Sunday.", ["2020-01-05"]),
        ("Prices fell by 3% on Monday.", ["2020-01-06"]),
        ("They had power by Sunday night.", ["2020-01-05"]),
        ("Winds are forecast through Thursday, easing on Friday.", ["2020-01-09", "2020-01-10"]),
        ("The final follows on Friday.", ["2020-01-10"]),
        ("She may march with them in March.", ["2020-03"]),
        ("The invoice of 3/12/2019 was lost.", ["2019-12-03"]),
        ("It closed on Christmas Eve.", ["2019-12-24"]),
        ("It closed on Easter Monday 2019.", ["2019-04-22"]),
        ("It is due on the 20th.", ["2020-01-20"]),
        ("Profit fell in the third quarter.", ["2019-07-01/2019-09-30"]),
        ("They led in the third quarter.", []),
        ("Sales rose in Q3 2018.", ["2018-07-01/2018-09-30"]),
        ("in the first half of 2019", ["2019-01-01/2019-06-30"]),
        ("in the summer of 2006", ["2006-06-01/2006-08-31"]),
        ("next spring", ["2020-03-01/2020-05-31"]),
        ("a coin of the fourth century", ["0301-01-01/0400-12-31"]),
        ("fewer than in 2012-13", ["2012-01-01/2013-12-31"]),
        ("They met over the weekend.", ["2020-01-04/2020-01-05"]),
    ],
)
def test_the_last_verb_tells_which_way_and_longer_periods_have_days(text, resolution):
    assert [found[2] for found in read(text)] == resolution


@pytest.mark.parametrize(
    ("text", "resolution"), [("on Friday", "XXXX-WXX-5"), ("on Jan. 5", "XXXX-01-05"), ("in March", "XXXX-03"), ("yesterday", "")]
)
def test_without_a_day_of_publication_a_pattern_is_left(text, resolution):
    assert [found[2] for found in read(text, published=None)] == [resolution]


@pytest.mark.parametrize(
    "head",
    [
        "Lisbon, 7 January 2020",
        "LISBON, Jan. 7, 2020. She left.",
        "Posted on January 7, 2020",
        "January 7, 2020 — She left.",
        "LISBON (Jan. 7, 2020)",
    ],
)
def test_a_dateline_gives_the_day_of_publication(head):
    assert read(f"A title\n\n{head}\n\nShe left yesterday.", published=None)[-1] == ("yesterday", "day", "2020-01-06")


@pytest.mark.parametrize("line", ["On January 7, 2020, she came.", "She came on January 7, 2020."])
def test_a_day_in_a_sentence_is_no_dateline(line):
    assert read(f"A title\n\n{line}\n\nShe left yesterday.", published=None)[-1] == ("yesterday", "day", "")


@pytest.mark.parametrize(
    "text",
    [
        "the Sept. 11 attacks",
        "Black Friday sales",
        "on Mondays",
        "Flight 1999",
        "2000 people came",
        "He may leave.",
        "They march on.",
        "today's youth",
        "far from the Sun. They went on.",
    ],
)
def test_what_is_no_date(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "zone"),
    [
        ("at 10 a.m. ET", 600, 600, "et"),
        ("7pm", 1140, 1140, ""),
        ("at noon", 720, 720, ""),
        ("5 to 7 p.m.", 1020, 1140, ""),
        ("10:30 p.m. EST", 1350, 1350, "et"),
        ("at 09.47 GMT", 587, 587, "gmt"),
    ],
)
def test_times_of_day_are_minutes(text, low, high, zone):
    (value,) = days_and_times(named("a", text))
    assert (value.kind, value.low, value.high, value.unit) == ("time", low, high, zone)
