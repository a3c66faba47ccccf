"""Passages that a page prints twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crosscheck.records import Repeat, Span
from crosscheck.text import count_words, fold

_LONG_PARAGRAPH = 25
"""Words from which one paragraph printed again is a repeat by itself."""
_SHORT_RUN = 12
"""Words below which a run of paragraphs (a list, a refrain) may well be meant twice."""


def find_repeats(text: str, spans: Sequence[Span]) -> tuple[Repeat, ...]:
    """Return the later printings among ``spans``, one record a span, in order.

    Args:
        text: The article's text.
        spans: The article's own paragraphs in order, without furniture.

    Only the same words count, typography aside: runs of two spans or more, or one span of ``_LONG_PARAGRAPH`` words.
    """
    lengths = Counter(span.end - span.start for span in spans)
    keys = [fold(text[span.start : span.end]) if lengths[span.end - span.start] > 1 else "" for span in spans]
    first: dict[str, int] = {}
    twin: list[int | None] = []
    for index, key in enumerate(keys):
        seen = first.setdefault(key, index)
        twin.append(seen if seen != index and _same_length(spans[seen], spans[index]) else None)
    repeats: list[Repeat] = []
    index = 0
    while index < len(spans):
        run = _run(twin, index)
        if run and _long_enough([count_words(keys[at]) for at in range(index, index + run)]):
            repeats += (Repeat(spans[at], spans[twin_at]) for at in range(index, index + run) if (twin_at := twin[at]) is not None)
        index += max(run, 1)
    return tuple(repeats)


def _same_length(one: Span, other: Span) -> bool:
    return one.end - one.start == other.end - other.start


def _run(twin: Sequence[int | None], start: int) -> int:
    """Return how many spans from ``start`` on repeat spans that follow one another too."""
    length, at = 0, twin[start]
    while at is not None and start + length < len(twin) and twin[start + length] == at + length:
        length += 1
    return length


def _long_enough(words: list[int]) -> bool:
    return (len(words) > 1 and sum(words) >= _SHORT_RUN) or max(words) >= _LONG_PARAGRAPH
