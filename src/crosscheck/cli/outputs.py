"""Where the output goes: ``-o [FORMAT:]FILE``, as often as it is given."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.cli.console import cannot_write
from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence


_FORMAT_LIKE = re.compile(r"[a-z][a-z-]+")
"""What may be meant for a format: two letters or more, so that C:report.json is a file."""


class Target(NamedTuple):
    """One output: a format and where it goes."""

    format: str
    path: str | None
    """None: standard output."""


def targets(given: Sequence[str], formats: Collection[str], suffixes: Mapping[str, str], plain: str, *, asked: bool) -> tuple[Target, ...]:
    """Pair each output with its format: the one named before the colon, else that of the suffix, else ``plain`` for a file without one.

    Args:
        given: Values of ``--output``; none: standard output.
        formats: Names that may stand before the colon.
        suffixes: Format by the suffix of a file, in lower case.
        plain: The format where nothing else names one.
        asked: Whether ``plain`` was asked for: it goes before the suffix of an only output, and stands for a suffix that names none.

    Raises:
        UsageError: Two outputs go to the same place, what stands before a colon is no format, or a suffix names none.
    """
    found = []
    for value in given or ("-",):
        named, colon, rest = value.partition(":")
        if colon and named not in formats and _FORMAT_LIKE.fullmatch(named):
            hint = f"formats: {', '.join(formats)}; write ./{value} for a file of that name"
            raise UsageError("usage", f'there is no format "{named}"', hint=hint)
        if colon and named in formats:
            found.append(Target(named, None if rest in ("", "-") else rest))
        elif value == "-" or (asked and len(given) == 1):
            found.append(Target(plain, None if value == "-" else value))
        else:
            found.append(Target(_by_suffix(value, suffixes, plain, asked=asked), value))
    if len({target.path and Path(target.path).resolve() for target in found}) < len(found):
        raise UsageError("usage", "two outputs go to the same place", hint="give each --output a file of its own; '-' once at most")
    return tuple(found)


def _by_suffix(value: str, suffixes: Mapping[str, str], plain: str, *, asked: bool) -> str:
    suffix = Path(value).suffix.lower()
    if suffix and suffix not in suffixes and not asked:
        known = ", ".join(f"{known} ({name})" for known, name in suffixes.items())
        hint = f"known suffixes: {known}; --format names the format of a file with any other"
        raise UsageError("usage", f'the suffix "{suffix}" of {value} names no format', hint=hint)
    return suffixes.get(suffix, plain)


def refuse_inputs(targets: Sequence[Target], inputs: Iterable[str | Path]) -> None:
    """Refuse to write over what is read, and where there is no folder.

    Raises:
        UsageError: An output is one of ``inputs``.
        CrosscheckError: The folder of an output does not exist.
    """
    taken = {Path(path).resolve() for path in inputs}
    for target in targets:
        if target.path is not None and Path(target.path).resolve() in taken:
            raise UsageError("usage", f"the output {target.path} is one of the files that are read", hint="give --output another name")
        if target.path is not None and not Path(target.path).parent.exists():
            raise cannot_write(target.path)


def files(places: Sequence[str]) -> list[Path]:
    """Return the files that are read under ``places``; standard input is none, nor is what an earlier run has written there.

    Raises:
        SourceError: Nothing can be read.
    """
    from crosscheck.sources import discover, is_own_output

    return [found.file for found in discover(places) if found.file and not is_own_output(found.file)] if places else []
