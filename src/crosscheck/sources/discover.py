"""Find the files that the command line names: files, folders and standard input."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from crosscheck.errors import SourceError

PLAIN_SUFFIXES = (".txt", ".text")
MARKDOWN_SUFFIXES = (".md", ".markdown")
JSON_SUFFIXES = (".json",)
JSON_LINES_SUFFIXES = (".jsonl", ".ndjson")
SUFFIXES = PLAIN_SUFFIXES + MARKDOWN_SUFFIXES + JSON_SUFFIXES + JSON_LINES_SUFFIXES
"""What is looked for in folders; a file that is named itself is read whatever its suffix."""

_COMPANIONS = (".yaml", ".yml", ".toml")


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read."""

    path: str
    """As it is shown: relative to the input given, forward slashes, never absolute; ``-`` for standard input."""
    file: Path | None = None
    """Where it lies; None for standard input."""
    error: SourceError | None = None
    """Why it cannot be read, where discovery found that out; ``read_articles`` lists it."""


def discover(paths: Sequence[str], *, stdin_name: str = "-") -> list[Input]:
    """Return the inputs behind ``paths``, sorted by shown path, each file once.

    Folders are searched with all their subfolders for ``SUFFIXES``; names that begin with a full stop are passed over.

    Raises:
        SourceError: Nothing at all can be read; the first trouble in the order of ``paths``. Where some inputs can be read, the
            others come back with ``Input.error`` set.
    """
    found: dict[str, Input] = {}
    broken: list[Input] = []
    for given in paths:
        for item in _look(given, stdin_name):
            if item.error is not None:
                broken.append(item)
                continue
            key = stdin_name if item.file is None else os.path.realpath(item.file)
            known = found.get(key)
            if known is None or item.path < known.path:
                found[key] = item
    if not found:
        raise _first_error(broken)
    return sorted([*found.values(), *_once(broken)], key=lambda item: (item.path, str(item.file)))


def passed_over(paths: Sequence[str]) -> dict[str, int]:
    """Count the files in the folders among ``paths`` that are not looked at for their suffix, by suffix in lower case; sorted.

    Hidden files are not counted, nor what stands beside articles for crosscheck's own use: claims and settings files.
    """
    counts: Counter[str] = Counter()
    for given in dict.fromkeys(paths):
        for folder, subfolders, names in os.walk(given):
            subfolders[:] = [name for name in subfolders if not name.startswith(".")]
            suffixes = [Path(folder, name).suffix.lower() for name in names if not name.startswith(".")]
            counts.update(suffix for suffix in suffixes if suffix not in SUFFIXES and suffix not in _COMPANIONS)
    return dict(sorted(counts.items()))


def _first_error(broken: Sequence[Input]) -> SourceError:
    for item in broken:
        if item.error is not None:
            return item.error
    return SourceError("no-input", "No input was named", hint="Name files or folders, or - for standard input")


def _once(broken: Sequence[Input]) -> Iterator[Input]:
    seen: set[str] = set()
    for item in broken:
        if item.path not in seen:
            seen.add(item.path)
            yield item


def _look(given: str, stdin_name: str) -> Iterator[Input]:
    if given == stdin_name:
        yield Input(stdin_name)
        return
    try:
        mode = Path(given).stat().st_mode
    except (OSError, ValueError) as trouble:
        yield _trouble(given, _cannot_reach(given, trouble))
        return
    if stat.S_ISDIR(mode):
        yield from _look_in_folder(given)
    elif stat.S_ISREG(mode) or stat.S_ISFIFO(mode):
        yield Input(_shown(given), Path(given))
    else:
        yield _trouble(given, SourceError("not-a-file", f"{given!r} is neither a file nor a folder", path=given))


def _look_in_folder(given: str) -> Iterator[Input]:
    troubles: list[OSError] = []
    count = 0
    for folder, subfolders, names in os.walk(given, onerror=troubles.append):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder, name)
            if not name.startswith(".") and file.suffix.lower() in SUFFIXES and file.is_file():
                count += 1
                yield Input(file.relative_to(given).as_posix(), file)
    for trouble in troubles:
        yield _trouble(_shown(str(trouble.filename)), _cannot_list(str(trouble.filename), trouble))
    if not count and not troubles:
        yield _trouble(given, _nothing_there(given))


def _shown(given: str) -> str:
    path = PurePath(given)
    return path.name if path.is_absolute() else path.as_posix()


def _trouble(given: str, error: SourceError) -> Input:
    return Input(_shown(given), None, error)


def _cannot_reach(given: str, trouble: OSError | ValueError) -> SourceError:
    if isinstance(trouble, FileNotFoundError | NotADirectoryError | ValueError):
        return SourceError(
            "no-such-input", f"There is no file or folder {given!r}", path=given, hint="Check the spelling and the folder you are in"
        )
    return SourceError("unreadable", f"{given!r} cannot be opened: {trouble.strerror}", path=given, hint="Check the permissions")


def _cannot_list(folder: str, trouble: OSError) -> SourceError:
    return SourceError(
        "unreadable-folder", f"The folder {folder!r} cannot be listed: {trouble.strerror}", path=folder, hint="Check the permissions"
    )


def _nothing_there(folder: str) -> SourceError:
    looked_for = ", ".join(f"*{suffix}" for suffix in SUFFIXES)
    return SourceError(
        "no-articles",
        f"The folder {folder!r} holds no article: looked for {looked_for} in it and its subfolders",
        path=folder,
        hint="Name a folder with articles, or name the files themselves",
    )
