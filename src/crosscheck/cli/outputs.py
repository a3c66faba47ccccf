"""Where the output goes: ``-o [FORMAT:]FILE``, as often as it is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


class Target(NamedTuple):
    """One output: a format and where it goes."""

    format: str
    path: str | None
    """None: standard output."""


def targets(given: Sequence[str], formats: Collection[str], suffixes: Mapping[str, str], plain: str, *, asked: bool) -> tuple[Target, ...]:
    """Pair each output with its format: the one named before the colon, else that of the suffix, else ``plain``.

    Args:
        given: Values of ``--output``; none: standard output.
        formats: Names that may stand before the colon.
        suffixes: Format by the suffix of a file, in lower case.
        plain: The format where nothing else names one.
        asked: Whether ``plain`` was asked for, and goes before the suffix of an only output.

    Raises:
        UsageError: Two outputs go to the same place.
    """
    found = []
    for value in given or ("-",):
        named, colon, rest = value.partition(":")
        if colon and named in formats:
            found.append(Target(named, None if rest in ("", "-") else rest))
        elif value == "-" or (asked and len(given) == 1):
            found.append(Target(plain, None if value == "-" else value))
        else:
            found.append(Target(suffixes.get(Path(value).suffix.lower(), plain), value))
    if len({target.path for target in found}) < len(found):
        raise UsageError("usage", "two outputs go to the same place", hint="give each --output a file of its own; '-' once at most")
    return tuple(found)
