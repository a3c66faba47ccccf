"""Periods: what the sources let last for different times."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.records import Kind, Severity
from tests.compare.build import extraction

TAGS = dict.fromkeys("closed fed kept poisoned lit stole".split(), "VBD") | dict.fromkeys(
    "gulls harbour bread crates lanterns bridge facades towers blackout drought bakery sluice ducks pond".split(), "NNS"
)


def periods(*texts: str) -> list[set[str]]:
    sides = [extraction(f"s{n}", text, tags=TAGS) for n, text in enumerate(texts)]
    found = [d for d in compare(sides).discrepancies if d.kind is Kind.DATE]
    assert all(d.severity is Severity.SUBSTANTIVE for d in found)
    return [{span.text for span in d.spans} for d in found]


GULLS = "A baker poisoned gulls in the harbour with crates of bread"
LIGHTS = "The towers around the old bridge put out lanterns and facades for a blackout"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (f"{GULLS} from 2019 to 2020.", f"Between 2019 and 2021 {GULLS[0].lower()}{GULLS[1:]}.", [{"2019 to 2020", "2019 and 2021"}]),
        (
            f"{GULLS} from May 2020 to June 2021.",
            f"{GULLS} between May 2020 and July 2021.",
            [{"May 2020 to June 2021", "May 2020 and July 2021"}],
        ),
        (f"{LIGHTS} from 3 to 5 March.", f"{LIGHTS} from March 3 to 6.", [{"3 to 5 March", "March 3 to 6"}]),
        (f"{LIGHTS} on March 3.", f"{LIGHTS} from March 3 to 4.", [{"March 3", "March 3 to 4"}]),
        # told in other words, the same
        (f"{GULLS} from 2019 to 2020.", f"{GULLS} between 2019 and 2020.", []),
        (f"{LIGHTS} from 3 to 5 March.", f"{LIGHTS} between March 3 and March 5.", []),
        # the beginning of what lasts
        (f"{LIGHTS} on March 3.", f"{LIGHTS} from March 3 to 28.", []),
        (f"{LIGHTS} to begin a festival on March 3.", f"{LIGHTS} from March 3 to 4.", []),
        # the other end is told elsewhere in the article
        (f"{LIGHTS} on March 3. It was dark on March 4 as well.", f"{LIGHTS} from March 3 to 4.", []),
        # an "and" that joins two years, not the ends of a period
        (f"{GULLS} in 2019 and 2020.", f"{GULLS} from 2019 to 2021.", []),
        # other things, other figures, a change
        (f"{GULLS} from 2019 to 2020.", "Ducks kept to the pond below the sluice from 2019 to 2021.", []),
        (f"{GULLS} worth 400 euros from 2019 to 2020.", f"{GULLS} worth 900 euros from 2019 to 2021.", []),
        (f"{LIGHTS} from 3 to 5 March.", f"{LIGHTS} for longer, extended from 3 to 6 March.", []),
        (f"{LIGHTS} from 3 to 5 March 2019.", f"{LIGHTS} from 3 to 6 March 2022.", []),
        # one source tells both: two periods of two things
        (f"{GULLS} from 2019 to 2020. Ducks kept to the pond from 2019 to 2021.", f"{GULLS} from 2019 to 2021.", []),
    ],
)
def test_a_period_with_one_end_in_common_and_another_end(left: str, right: str, expected: list[set[str]]) -> None:
    assert periods(left, right) == expected
