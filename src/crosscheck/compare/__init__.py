"""compare/: what several extractions of one event have in common, and where they differ.

Takes extractions; gives a ``Comparison``. The only room that imports RapidFuzz. Imports no other room.
"""

from __future__ import annotations

from crosscheck.compare.event import compare
from crosscheck.compare.likeness import likeness
from crosscheck.compare.values.stated import stated

__all__ = ["compare", "likeness", "stated"]
