"""The language room: articles to statements and mentions. The only room that imports spaCy, and only when it is used.

``load_pipeline`` gives the pipeline, ``model_info`` its name and version, ``extract`` what it finds in articles.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crosscheck.language.extraction import extract
    from crosscheck.language.loading import load_pipeline, model_info

__all__ = ["extract", "load_pipeline", "model_info"]

_HOMES = {"extract": "extraction", "load_pipeline": "loading", "model_info": "loading"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module holds
    """Import a public function on first use."""
    if name in _HOMES:
        return getattr(import_module(f"crosscheck.language.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
