"""How what a source does with a claim stands to what the file expects of it."""

from __future__ import annotations

from crosscheck.claims.form import Expectation, SourceVerdict
from crosscheck.claims.results import Found, Outcome
from crosscheck.claims.words import find, words_of
from crosscheck.records import Kind

QUOTED_ONLY = frozenset({Kind.SPLICE, Kind.ELLIPSIS, Kind.OMISSION, Kind.WORDING})
"""Kinds that the design keeps to quotation marks on both sides; where one side reports, they are a paraphrase."""


def outcome_of(expected: Expectation | None, found: Found) -> Outcome:
    """Return how ``found`` stands to what was expected of a source (None: nothing)."""
    absent = found.verdict is SourceVerdict.ABSENT
    if expected is None:
        return Outcome.OK if absent else Outcome.UNLISTED
    if expected.verdict is found.verdict:
        return _same_verdict(expected, found)
    if expected.verdict is SourceVerdict.ABSENT:
        return Outcome.NEW_DISCREPANCY if found.verdict is SourceVerdict.CONFLICT else Outcome.FOUND
    if absent:
        return Outcome.LOST
    if SourceVerdict.MISATTRIBUTED in (expected.verdict, found.verdict):
        return Outcome.SPEAKER_CHANGED
    return Outcome.CONFLICT if found.verdict is SourceVerdict.CONFLICT else Outcome.DRIFT


def _same_verdict(expected: Expectation, found: Found) -> Outcome:
    if found.off:
        return Outcome.CONFLICT
    if not set(expected.differs) <= set(found.differs):
        return Outcome.DRIFT
    kept = found.tolerated or expected.quote is None or find(words_of(found.text), words_of(expected.quote))
    if _new(set(expected.differs), set(found.differs)) and (kept or found.verdict is SourceVerdict.CONFLICT):
        return Outcome.NEW_DISCREPANCY
    return Outcome.OK if kept else Outcome.DRIFT


def _new(expected: set[Kind], found: set[Kind]) -> set[Kind]:
    """Kinds of difference that the expected ones do not cover.

    What is altered inside quotation marks has one of several names by how the words are aligned, and that one side reports what
    another quotes is none of its own.
    """
    covered = set(QUOTED_ONLY) if expected & QUOTED_ONLY else set()
    return found - expected - covered - {Kind.PARAPHRASE}
