"""``--version``, without importing spaCy."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path

import crosscheck


def version_text() -> str:
    """Return ``crosscheck X (spaCy Y, model Z)``."""
    try:
        spacy = metadata.version("spacy")
    except metadata.PackageNotFoundError:
        spacy = "missing"
    return f"crosscheck {crosscheck.__version__} (spaCy {spacy}, model {_model()})"


def _model() -> str:
    """Name and version of the pipeline that ships, from its meta file."""
    for file in sorted((Path(crosscheck.__file__).parent / "language").glob("*/meta.json")):
        meta = json.loads(file.read_text(encoding="utf-8"))
        return f"{meta['lang']}_{meta['name']} {meta['version']}"
    return "missing"
