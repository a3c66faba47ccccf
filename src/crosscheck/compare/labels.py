"""Short labels for groups, in the sources' own words."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.compare.units import Unit
from crosscheck.records import Form

MAX_WORDS = 14


def make_label(members: Sequence[Unit]) -> str:
    """Return the words of the shortest complete rendering, at most ``MAX_WORDS`` words; quotations first."""
    whole = [u for u in members if len(u.tokens) >= 4] or list(members)
    best = min(whole, key=lambda u: (u.statement.form is Form.NARRATED, len(u.tokens) > MAX_WORDS, len(u.tokens), u.index))
    words = best.statement.text.split()
    label = " ".join(words[:MAX_WORDS]) + (" …" if len(words) > MAX_WORDS else "")
    return label.strip(" ,;")
