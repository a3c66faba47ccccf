"""Settings: defaults < pyproject.toml [tool.crosscheck] or crosscheck.toml < environment < command line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes a result."""

    model: str | None = None
    """Name or path of an installed spaCy pipeline for tags, sentences and entities; None: the pipeline that ships."""
    encoding: str = "utf-8"
    """Encoding of text files; a UTF-8 byte order mark is always accepted."""
