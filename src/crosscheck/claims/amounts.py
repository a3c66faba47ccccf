"""Numbers and dates of a claim held against those that a passage states, each with the tolerance that a person gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crosscheck.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosscheck.claims.form import ExpectedValue


class Stated(NamedTuple):
    """A number or a day that an article states, with its place; as compare/ reads it."""

    start: int
    end: int
    dated: bool
    """Whether ``low`` and ``high`` are days, as proleptic ordinals."""
    low: float
    high: float
    """As ``low``; greater for ranges, weeks and months."""


class Weighed(NamedTuple):
    """What the values of a claim say of a passage."""

    off: frozenset[Kind]
    """``number`` or ``date``: the passage states one of that sort, and none within the tolerance."""
    near: frozenset[Kind]
    """``number`` or ``date``: every value of that sort which the claim gives is stated within its tolerance."""


def weigh(values: Sequence[ExpectedValue], stated: Iterable[Stated]) -> Weighed:
    """Hold ``values`` against what a passage states; a passage that states none of a sort says nothing about it."""
    given = tuple(stated)
    off, near = set(), set()
    for value in values:
        kind = Kind.NUMBER if value.date is None else Kind.DATE
        rivals = [item for item in given if item.dated is (value.date is not None)]
        if any(_within(value, item) for item in rivals):
            near.add(kind)
        elif rivals:
            off.add(kind)
    return Weighed(frozenset(off), frozenset(near - off))


def _within(value: ExpectedValue, item: Stated) -> bool:
    wanted = float(value.date.toordinal()) if value.date is not None else value.number or 0.0
    return item.low - value.slack <= wanted <= item.high + value.slack
