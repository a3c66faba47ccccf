"""What a result depends on, as one hash: the program, the model, the settings, and the content that goes in."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import crosscheck

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.settings import Settings

FORM = 1
"""Of the entries; another form is another key."""
_LIBRARIES = ("spacy", "onnxruntime", "tokenizers", "rapidfuzz", "numpy", "pydantic")


def key(*parts: object) -> str:
    """Return the name of the entry that answers for these parts; they must be JSON data, or dates and the like."""
    return hashlib.sha256(json.dumps(parts, default=str, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()


def program(settings: Settings) -> str:
    """Return a hash of all but the articles: the program and its model as installed, the libraries, the settings that count.

    Files are told apart by size and time of change: hashing the model would take longer than a cached answer.
    """
    folders = [Path(crosscheck.__file__).parent, *_model_folder(settings.model)]
    files = [row for folder in folders for row in _files(folder)]
    libraries = [_version(name) for name in _LIBRARIES]
    return key(FORM, crosscheck.__version__, sys.version, files, libraries, settings.model, settings.encoding)


def content(paths: Sequence[str]) -> list[tuple[str, str]] | None:
    """Return each file with the hash of its bytes; None where one is no file that can be read."""
    try:
        return [(path, hashlib.sha256(Path(path).read_bytes()).hexdigest()) for path in paths]
    except (OSError, ValueError):
        return None


def _model_folder(model: str | None) -> Iterator[Path]:
    if model is None:
        return
    if Path(model).exists():
        yield Path(model)
        return
    try:
        found = importlib.util.find_spec(model)
    except (ImportError, ValueError):
        return
    if found and found.origin:
        yield Path(found.origin).parent


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            state = os.stat(os.path.join(where, name))  # noqa: PTH116, PTH118 - a few hundred files at each start
            yield os.path.relpath(os.path.join(where, name), folder), state.st_size, state.st_mtime_ns  # noqa: PTH118


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
