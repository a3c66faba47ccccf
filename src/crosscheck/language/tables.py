"""Word lists that ship with the package."""

from __future__ import annotations

import tomllib
from importlib.resources import files


def read_table(name: str) -> dict[str, dict[str, str]]:
    """Return ``data/<name>.toml``: sections of strings, most of them words separated by white space."""
    return tomllib.loads(files("crosscheck.language").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))
