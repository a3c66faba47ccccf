"""crosscheck cross-checks news: who states what in several articles on one event, and where they differ."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
