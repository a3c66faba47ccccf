"""What a file would have to expect of a source for a check to pass: the found state, as an expectation that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.claims.form import ClaimEntry, Expectation, SourceVerdict
from crosscheck.claims.outcomes import outcome_of
from crosscheck.claims.results import Found, Outcome
from crosscheck.claims.words import find, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 4
"""Expectations that are tried: an expectation names an anchor, and what is found at the anchor may need another."""
NOT_CARRIED = Expectation.model_validate({"verdict": SourceVerdict.ABSENT})
MAX_QUOTE = 600
"""Code points of a found passage that is quoted; a longer one is no evidence that a person can take in."""


def settled(claim: ClaimEntry, old: Expectation | None, found: Found, judge: Callable[[Expectation], Found]) -> Expectation | None:
    """Return an expectation of the source that holds, None where none is found.

    Args:
        claim: The claim.
        old: What is expected of the source now, if anything.
        found: What was found under it.
        judge: What is found under another expectation.
    """
    for _ in range(ROUNDS):
        wanted = _expectation(claim, old, found)
        if wanted is None:
            return None
        found = judge(wanted)
        if outcome_of(wanted, found) is Outcome.OK:
            return wanted
    return None


def _expectation(claim: ClaimEntry, old: Expectation | None, found: Found) -> Expectation | None:
    """The found state as an expectation that a claims file may hold."""
    if found.verdict is SourceVerdict.ABSENT:
        return NOT_CARRIED
    words, wordings = words_of(found.text), [words_of(text) for text in (claim.quote, *claim.variants)]
    verdict = _fitting(found, words, wordings)
    made: dict[str, object] = {"verdict": verdict, "prefix": found.prefix, "suffix": found.suffix}
    made["min_similarity"] = old.min_similarity if old else None
    if verdict is SourceVerdict.VERBATIM and words == wordings[0]:
        return Expectation.model_validate(made)
    if len(found.text) > MAX_QUOTE or not words:
        return None
    same = old is not None and old.quote is not None and words_of(old.quote) == words
    made["quote"] = old.quote if old and same else " ".join(found.text.split())
    made["differs"] = found.differs if verdict is SourceVerdict.CONFLICT else ()
    return Expectation.model_validate(made)


def _fitting(found: Found, words: tuple[str, ...], wordings: list[tuple[str, ...]]) -> SourceVerdict:
    """The found verdict, or the next one that its words allow."""
    if found.verdict is SourceVerdict.VERBATIM and words not in wordings:
        return SourceVerdict.PARTIAL if any(find(wording, words) for wording in wordings) else SourceVerdict.VARIANT
    if found.verdict is SourceVerdict.PARTIAL and not any(find(wording, words) for wording in wordings):
        return SourceVerdict.VARIANT
    if found.verdict is SourceVerdict.CONFLICT and not found.differs:
        return SourceVerdict.PARAPHRASE
    return found.verdict
