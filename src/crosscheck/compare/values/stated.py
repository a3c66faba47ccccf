"""The numbers and days that an article states, read from its text alone."""

from __future__ import annotations

from crosscheck.compare.values.reading import Value, values
from crosscheck.records import Article, Extraction


def stated(article: Article) -> tuple[Value, ...]:
    """Return the resolved numbers and days of ``article`` in order; what is counted stays open, as the text is not tagged."""
    return tuple(item for item in values(Extraction(article, (), (), (), ())) if item.low is not None)
