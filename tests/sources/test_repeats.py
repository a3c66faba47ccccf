"""Passages printed twice."""

import pytest

from crosscheck.records import Span
from crosscheck.sources.repeats import find_repeats

A = "The bridge over the bay was closed on Monday."
B = "Inspectors had found cracks in it, the port said."
LONG = (
    "The bridge over the bay was closed to all traffic on Monday after inspectors of the port found cracks in two "
    "of its five old pillars, a statement said."
)


def repeated(*lines):
    spans, start = [], 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    found = find_repeats("\n".join(lines), spans)
    return [(spans.index(repeat.span), spans.index(repeat.first)) for repeat in found]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((A, B, "Other.", A, B), [(3, 0), (4, 1)]),
        ((A, B, A, B, A, B), [(2, 0), (3, 1), (4, 0), (5, 1)]),
        ((LONG, A, LONG), [(2, 0)]),
        (("He said “no” to it all.", B, 'He said "no" to it all.', B), [(2, 0), (3, 1)]),
        ((A, B, A), []),
        (("No.", "Yes.", "No.", "Yes."), []),
        ((A, B, B, A), []),
        ((), []),
    ],
)
def test_runs_of_paragraphs_and_long_ones_count(lines, expected):
    assert repeated(*lines) == expected
