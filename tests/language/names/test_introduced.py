"""Where a name begins whose acronym stands in brackets behind it."""

from __future__ import annotations

import pytest

from crosscheck.language.names.introduced import name_start


@pytest.mark.parametrize(
    ("before", "acronym", "name"),
    [
        ("said the Panel on Tides", "PT", "Panel on Tides"),
        ("said the Panel On Tides", "POT", "Panel On Tides"),
        ("the Ministry of Culture, Ports and Youth", "MCPY", "Ministry of Culture, Ports and Youth"),
        ("the Science & Port Agency", "SPA", "Science & Port Agency"),
        ("a Built-To-Order", "BTO", "Built-To-Order"),
        ("the new Panel. Port Agency", "NPPA", None),  # another sentence
        ("said Ann Panel of Tides", "PT", "Panel of Tides"),
        ("said the Harbour Tides", "PT", None),
        ("", "PT", None),
    ],
)
def test_an_acronym_tells_where_its_name_begins(before, acronym, name):
    start = name_start(before, len(before), acronym)
    assert (None if start is None else before[start:]) == name
