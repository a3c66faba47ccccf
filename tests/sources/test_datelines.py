"""Datelines."""

import pytest

from crosscheck.sources.datelines import read_dateline


@pytest.mark.parametrize(
    ("dateline", "publisher", "published"),
    [
        ("OSLO — ", None, None),
        ("OSLO, Norway – ", None, None),
        ("NEW YORK (Reuters) - ", "Reuters", None),
        ("OSLO, Norway (AP) — ", "AP", None),
        ("BRUSSELS, Feb 5 — ", None, None),
        ("BRUSSELS, Feb. 5, 2021 /PRNewswire/ -- ", "PRNewswire", "2021-02-05"),
        ("Oslo, Feb 5 (dpa) ", "dpa", None),
        ("Geneva (dpa) – ", "dpa", None),
        ("(Bloomberg) -- ", "Bloomberg", None),
        ("(Bay.example — May 3, 2021) — ", "Bay.example", "2021-05-03"),
        ("BUENOS AIRES: ", None, None),
        ("BUENOS AIRES (May 3): ", None, None),
        ("[OSLO] ", None, None),
        ("PARIS (Agencies): ", None, None),
    ],
)
def test_a_dateline_gives_agency_and_date(dateline, publisher, published):
    found = read_dateline(f"{dateline}The bridge was closed on Monday.")
    assert found is not None
    assert (dateline, found.publisher, found.published) == (dateline[: found.length], publisher, published)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge — an old one — was closed.",
        "UPDATE: The bridge was closed.",
        "BREAKING - The bridge was closed.",
        "NATO said on Monday - after a long silence - that it would.",
        "She said: “No.”",
        "A bridge: a life.",
        "OSLO — ",
        "(She did not elaborate.) The bridge was closed.",
    ],
)
def test_running_text_has_none(text):
    assert read_dateline(text) is None
