"""Speakers and entities measured on real local news that stays outside the repository."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

LEAST = 3
"""Articles that a story needs to be drawn."""
MOST = 6
"""Articles of a story that are annotated: the first by name."""


def draw(seed: int, n: int, stories: Path, without: Iterable[str] = ()) -> list[str]:
    """``n`` stories of three articles or more, in an order that the seed alone decides (SHA-256 of seed and name)."""
    left_out = set(without)
    names = [p.name for p in stories.iterdir() if p.name not in left_out and len(list(p.glob("*.txt"))) >= LEAST]
    return sorted(names, key=lambda name: hashlib.sha256(f"{seed}:{name}".encode()).hexdigest())[:n]


def articles(story: Path) -> list[Path]:
    """The articles of a story that are annotated."""
    return sorted(story.glob("*.txt"))[:MOST]
