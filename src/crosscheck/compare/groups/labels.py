"""Short labels for groups, in the sources' own words."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.compare.groups.units import Unit
from crosscheck.records import Form, Statement
from crosscheck.text import rejoined

MAX_WORDS = 14
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OBJECTS = frozenset({"me", "him", "us", "them", "himself", "herself", "itself", "themselves"})


def make_label(members: Sequence[Unit]) -> str:
    """Return the words of the shortest complete rendering, at most ``MAX_WORDS`` words.

    Quotations come before narrated facts, and whole clauses before fragments; what only its cue completes ("to ensure that …") is shown
    with the cue.
    """
    whole = [u for u in members if len(u.tokens) >= 4] or list(members)
    best = min(whole, key=_order) if len(whole) > 1 else whole[0]
    words = [*(_cue_of_object(best)), *worded(best.statement).split()]
    label = " ".join(words[:MAX_WORDS]) + (" …" if len(words) > MAX_WORDS else "")
    return label.strip(" ,;")


def _order(unit: Unit) -> tuple[bool, bool, bool, int, int]:
    return (unit.statement.form is Form.NARRATED, _is_object(unit), len(unit.tokens) > MAX_WORDS, len(unit.tokens), unit.index)


def worded(statement: Statement) -> str:
    """Return the statement's words, with what stands between their stretches: a lone cue, else "…"."""
    cue = statement.cue
    return rejoined(statement.text, [(s.start, s.end) for s in statement.content], (cue.start, cue.end, cue.text) if cue else None, "…")


def _cue_of_object(unit: Unit) -> list[str]:
    """The words of a cue right before a content that is its object and no clause of its own."""
    cue = unit.statement.cue
    before = cue is not None and 0 <= unit.statement.start - cue.end <= 1
    return cue.text.split() if cue is not None and before and _is_object(unit) else []


def _is_object(unit: Unit) -> bool:
    """Whether an indirect or mixed content has no finite verb, or one only in a clause below it: "them from working"."""
    if unit.statement.form not in (Form.INDIRECT, Form.MIXED) or not any(token.tag for token in unit.tokens):
        return False
    opening = [token for token in unit.tokens if token.sentence == unit.tokens[0].sentence]
    infinitive = next((at for at, token in enumerate(opening) if token.tag in ("TO", "VBG", "VB")), len(opening))
    return opening[0].norm in _OBJECTS or not any(token.tag in _FINITE for token in opening[:infinitive])
