"""The values an article states, comparable across articles: numbers with what they count, days, times."""

from __future__ import annotations

from crosscheck.compare.values.contrasts import Contrast, contrast
from crosscheck.compare.values.dates import days_and_times
from crosscheck.compare.values.quantities import Value, quantities
from crosscheck.records import Extraction, Span

__all__ = ["Contrast", "Value", "contrast", "values"]


def values(extraction: Extraction) -> tuple[Value, ...]:
    """Return every number-like and day-like expression of an article, in order, not overlapping.

    A closed grammar over the text finds them; the words' tags tell what is counted, the typed mentions which numbers are
    parts of names (Flight 370) and which follow a person (an age). Days are resolved against the day of publication.
    """
    dated = days_and_times(extraction)
    counted = quantities(extraction, [Span(value.start, value.end) for value in dated])
    return tuple(sorted([*(value for value in dated if value.kind), *counted], key=lambda value: (value.start, value.end)))
