"""Settings: defaults < pyproject.toml [tool.crosscheck] or crosscheck.toml < environment < command line.

The nearest file counts, looked for from the working folder upwards; in one folder ``crosscheck.toml`` comes before
``pyproject.toml``, and a ``pyproject.toml`` without ``[tool.crosscheck]`` is passed over. Nothing is merged from two files.
"""

from __future__ import annotations

import codecs
import difflib
import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, NamedTuple

from crosscheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

EXTRACT_FORMATS = ("text", "json", "jsonl")
"""Names of the formats of an extraction."""
FORMATS = (*EXTRACT_FORMATS, "annotations", "schema-org", "csv")
"""Names of the formats of a report."""
DEVICES = ("cpu", "gpu")
COLORS = ("auto", "always", "never")
FAIL_ON = ("none", "minor", "substantive")
MIN_WIDTH = 40
"""Columns; below this the text report has no room for its tables."""
ENV_PREFIX = "CROSSCHECK_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes a result or how it is shown."""

    model: str | None = None
    """Name or path of an installed spaCy pipeline for tags, sentences and entities; None: the pipeline that ships."""
    device: str = "cpu"
    """One of ``DEVICES``: where the network of the shipped pipeline runs; with gpu, other pipelines are put there too where they can be."""
    encoding: str = "utf-8"
    """Encoding of text files; a UTF-8 byte order mark is always accepted."""
    format: str = "text"
    """One of ``FORMATS``."""
    width: int | None = None
    """Columns of the text report; None: the terminal's, or 100 where there is none."""
    color: str = "auto"
    """One of ``COLORS``; auto: on a terminal, unless ``NO_COLOR`` is set."""
    fail_on: str = "none"
    """One of ``FAIL_ON``: the least severity of a finding that makes ``report`` exit with 1."""


class Resolved(NamedTuple):
    """Settings and, for each by name, where its value came from."""

    settings: Settings
    provenance: dict[str, str]
    """``default``, ``crosscheck.toml:3``, ``CROSSCHECK_WIDTH`` or ``command line``."""


class _Entry(NamedTuple):
    """One value as a layer gives it."""

    name: str
    value: object
    origin: str
    path: str | None = None
    line: int | None = None


NAMES = tuple(field.name for field in fields(Settings))
_CHOICES = {"device": DEVICES, "format": FORMATS, "color": COLORS, "fail_on": FAIL_ON}


def resolve(overrides: Mapping[str, object], cwd: Path, environ: Mapping[str, str]) -> Resolved:
    """Lay the four layers over one another.

    Args:
        overrides: Values of the command line by name; None means not given.
        cwd: The working folder, where the search for a settings file begins.
        environ: The environment.

    Raises:
        ConfigError: A key is unknown, or a value has the wrong type or is none of the choices.
    """
    given = [_Entry(name, value, "command line") for name, value in overrides.items() if value is not None]
    values: dict[str, Any] = {}
    provenance = dict.fromkeys(NAMES, "default")
    for entry in (*_from_file(cwd), *_from_environ(environ), *given):
        values[entry.name] = _checked(entry)
        provenance[entry.name] = entry.origin
    return Resolved(Settings(**values), provenance)


def _from_file(cwd: Path) -> Iterator[_Entry]:
    for folder in (cwd, *cwd.parents):
        for file, section in ((folder / "crosscheck.toml", None), (folder / "pyproject.toml", "tool.crosscheck")):
            if not file.is_file():
                continue
            text, whole = _read_toml(file)
            table: object = whole
            if section:
                tool = whole.get("tool")
                table = tool.get("crosscheck") if isinstance(tool, dict) else None
            if table is None:
                continue
            if not isinstance(table, dict):
                raise ConfigError("invalid-config", "[tool.crosscheck] must be a table", path=file.name)
            yield from (_file_entry(file.name, text, section, key, value) for key, value in table.items())
            return


def _read_toml(file: Path) -> tuple[str, dict[str, Any]]:
    import tomllib

    try:
        text = file.read_text(encoding="utf-8")
        return text, tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("invalid-config", f"cannot read the settings file: {error}", path=file.name) from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (None, None)
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise ConfigError("invalid-config", f"not TOML: {message}", path=file.name, line=line, column=column) from error


def _file_entry(path: str, text: str, section: str | None, key: str, value: object) -> _Entry:
    line = _line_of(key, text, section)
    name = key.replace("-", "_")
    if name not in NAMES:
        raise ConfigError("unknown-setting", f"unknown setting {key!r}", path=path, line=line, hint=_suggestion(name))
    return _Entry(name, value, f"{path}:{line}" if line else path, path, line)


def _line_of(key: str, text: str, section: str | None) -> int | None:
    """Find the line of ``key``: tomllib keeps no positions."""
    inside = section is None
    for number, line in enumerate(text.splitlines(), start=1):
        if section and line.lstrip().startswith("["):
            inside = re.sub(r"\s", "", line).startswith(f"[{section}]")
        elif inside and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return number
    return None


def _from_environ(environ: Mapping[str, str]) -> Iterator[_Entry]:
    """Read ``CROSSCHECK_*``; a name that is nearly a setting is an error, any other is somebody else's."""
    for variable in sorted(environ):
        if not variable.startswith(ENV_PREFIX) or not environ[variable]:
            continue
        name = variable.removeprefix(ENV_PREFIX).lower()
        value: object = environ[variable]
        if name == "width" and environ[variable].isascii() and environ[variable].isdigit():
            value = int(environ[variable])
        if name in NAMES:
            yield _Entry(name, value, variable)
        elif near := difflib.get_close_matches(name, NAMES, 1, 0.75):
            raise ConfigError(
                "unknown-setting", f"unknown setting in the environment: {variable}", hint=f"did you mean {ENV_PREFIX}{near[0].upper()}?"
            )


def _suggestion(name: str) -> str:
    near = difflib.get_close_matches(name, NAMES, 1)
    known = ", ".join(known.replace("_", "-") for known in NAMES)
    return f"did you mean {near[0].replace('_', '-')!r}? The settings are {known}" if near else f"the settings are {known}"


def _checked(entry: _Entry) -> object:
    """Return the value, or raise when it does not fit its setting."""
    name, value = entry.name, entry.value
    label = name.replace("_", "-") if entry.path else entry.origin if entry.origin.startswith(ENV_PREFIX) else f"--{name.replace('_', '-')}"
    problem, hint = None, None
    if name == "width":
        if not isinstance(value, int) or isinstance(value, bool) or value < MIN_WIDTH:
            problem = f"{label} must be a whole number of columns, {MIN_WIDTH} or more, not {value!r}"
    elif not isinstance(value, str):
        problem = f"{label} must be a string, not {value!r}"
    elif name in _CHOICES and value not in _CHOICES[name]:
        near = difflib.get_close_matches(value, _CHOICES[name], 1)
        problem = f"{label} must be one of {', '.join(_CHOICES[name])}, not {value!r}"
        hint = f"did you mean {near[0]!r}?" if near else None
    elif name == "encoding" and not _is_text_encoding(value):
        problem, hint = f"{label}: no such text encoding: {value!r}", "for example utf-8, cp1252, latin-1 or utf-16"
    if problem:
        raise ConfigError("invalid-setting", problem, path=entry.path, line=entry.line, hint=hint)
    return value


def _is_text_encoding(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False
