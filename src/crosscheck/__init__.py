"""crosscheck cross-checks news: who states what in several articles on one event, and where they differ."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["__version__", "load"]

__version__ = "0.1.0"


def load(**overrides: Any) -> Language:  # noqa: ANN401 - spaCy's own options
    """Load the language pipeline that ships; ``spacy.load("crosscheck")`` calls this with its options."""
    nlp: Language = import_module("crosscheck.language.loading").load_shipped(**overrides)
    return nlp
