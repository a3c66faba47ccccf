"""Calendar dates."""

import pytest

from crosscheck.sources.dates import find_date, iso_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published: 3 May 2021, 10:40", "2021-05-03"),
        ("Jan 5, 2020 | 14:03", "2020-01-05"),
        ("Sept. 1st, 2019", "2019-09-01"),
        ("03-May-2021", "2021-05-03"),
        ("2021-05-03", "2021-05-03"),
        ("31 February 2020, then 1 March 2020", "2020-03-01"),
        ("3 May", None),
        ("03/05/2021", None),
        ("in 2021", None),
    ],
)
def test_day_month_and_year_must_be_there(text, expected):
    assert find_date(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-05-03", "2021-05-03"),
        ("2021-05-03T10:40:00Z", "2021-05-03T10:40:00+00:00"),
        ("Mon, 03 May 2021 10:40:00 GMT", "2021-05-03"),
        ("soon", None),
    ],
)
def test_metadata_dates_keep_their_time_where_they_are_iso(value, expected):
    assert iso_date(value) == expected
