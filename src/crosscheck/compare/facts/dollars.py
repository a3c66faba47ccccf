"""Bare dollars in an event with another country's: whose they are, and what may be one sum at two rates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosscheck.compare.values.reading import Value

_OTHERS = {"SGD": (1.15, 1.8), "AUD": (1.15, 1.8), "CAD": (1.15, 1.8), "NZD": (1.15, 2.0), "HKD": (7.0, 8.5)}
"""Dollars other than the best known one, with how many of them that one was worth since 2000, in round figures."""
_BARE = re.compile(r"(?<![A-Za-z])\$")
_NAMED = re.compile(r"(?<![A-Za-z])US\$|USD|US dollars?", re.IGNORECASE)


def read_dollars(values: Mapping[str, Sequence[Value]], *, doubtful: bool = False) -> dict[str, list[Value]]:
    """Read the bare dollars of an event in which sources name one other kind of them: an outlet of that country leaves the letter out.

    A source that names that kind itself, or the best known one, means one of the two by a bare sign, and which is not known: its bare
    dollars are left out, unless ``doubtful`` ones are wanted, and so are all where several other kinds are named.
    """
    others = {v.unit for held in values.values() for v in held} & _OTHERS.keys()
    if not others:
        return {source: list(held) for source, held in values.items()}
    read = {}
    for source, held in values.items():
        means_other = len(others) == 1 and (doubtful or not any(v.unit in others or _NAMED.search(v.text) for v in held))
        kept = [replace(v, unit=min(others)) if is_bare(v) else v for v in held if means_other or not is_bare(v)]
        read[source] = kept
    return read


def is_bare(value: Value) -> bool:
    """Tell whether an amount stands behind a dollar sign without a country."""
    return value.kind == "money" and bool(_BARE.search(value.text))


def is_rate(a: Value, b: Value) -> bool:
    """Tell whether one amount behind a bare sign may be another country's dollars at some year's rate: $300,000, S$403,000."""
    if a.unit != b.unit or a.unit not in _OTHERS or not (is_bare(a) or is_bare(b)):
        return False
    low, high = _OTHERS[a.unit]
    bare, named = (a, b) if is_bare(a) else (b, a)
    pairs = [(bare, named), (named, bare)] if is_bare(named) else [(bare, named)]
    return any(low <= theirs.figure / ours.figure <= high for ours, theirs in pairs if ours.figure)
