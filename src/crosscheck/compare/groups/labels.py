"""Short labels for groups, in the sources' own words."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.compare.groups.units import Unit
from crosscheck.records import Form, Statement

MAX_WORDS = 14
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OBJECTS = frozenset({"me", "him", "us", "them", "himself", "herself", "itself", "themselves"})


def make_label(members: Sequence[Unit]) -> str:
    """Return the words of the shortest complete rendering, at most ``MAX_WORDS`` words.

    Quotations come before narrated facts, and whole clauses before fragments; what only its cue completes ("to ensure that …") is shown
    with the cue.
    """
    whole = [u for u in members if len(u.tokens) >= 4] or list(members)
    best = min(whole, key=lambda u: (u.statement.form is Form.NARRATED, _is_object(u), len(u.tokens) > MAX_WORDS, len(u.tokens), u.index))
    words = [*(_cue_of_object(best)), *worded(best.statement).split()]
    label = " ".join(words[:MAX_WORDS]) + (" …" if len(words) > MAX_WORDS else "")
    return label.strip(" ,;")


def worded(statement: Statement) -> str:
    """Return the text with a cue that alone parts two spans: "A man allegedly stole a bag" states less than "A man stole a bag"."""
    cue, parts, at = statement.cue, [], 0
    for span, following in zip(statement.content, (*statement.content[1:], None), strict=True):
        parts.append(statement.text[at : at + span.end - span.start])
        at += span.end - span.start + 1
        if cue and following and cue.start - span.end == 1 == following.start - cue.end:
            parts.append(cue.text)
    return " ".join(parts)


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
