"""The published JSON Schemas (2020-12), as files that ship with the package."""

from __future__ import annotations

from importlib.resources import files

from crosscheck.errors import UsageError


def schema_names() -> tuple[str, ...]:
    """Return the names that ``schema_text`` takes, sorted: ``report`` for ``report-1.json``."""
    return tuple(sorted({_name(file) for file in _files()}))


def schema_text(name: str) -> str:
    """Return the newest version of a schema as it is published.

    Raises:
        UsageError: There is no schema of that name.
    """
    found = sorted(file for file in _files() if _name(file) == name)
    if not found:
        raise UsageError("unknown-schema", f"there is no schema {name!r}", hint=f"the schemas are {', '.join(schema_names())}")
    return files("crosscheck").joinpath("schemas", found[-1]).read_text(encoding="utf-8")


def _files() -> list[str]:
    return [item.name for item in files("crosscheck").joinpath("schemas").iterdir() if item.name.endswith(".json")]


def _name(file: str) -> str:
    return file.removesuffix(".json").rsplit("-", 1)[0]
