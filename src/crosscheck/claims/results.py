"""What a check found: one record per claim and source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.claims.form import Expectation, SourceVerdict
    from crosscheck.records import Kind


class Outcome(StrEnum):
    """How what was found stands to what was expected."""

    OK = "ok"
    DRIFT = "drift"
    """The wording, or the kind of difference, is another."""
    CONFLICT = "conflict"
    """A difference that matters where none was expected."""
    LOST = "lost"
    """The source was expected to carry the claim and does not."""
    FOUND = "found"
    """The source was expected not to carry the claim and does."""
    SPEAKER_CHANGED = "speaker-changed"
    """The words are there, and someone else says them, or nobody."""
    NEW_DISCREPANCY = "new-discrepancy"
    """A difference of a kind that is not expected, beside an expected one or in a source that was expected not to carry the claim."""
    FIXED_GAP = "fixed-gap"
    """A known gap that holds now: its mark has to be taken off."""
    MOVED = "moved"
    """The words are there as expected, no longer between the words noted around them."""
    STALE = "stale"
    """It holds, and was last checked too long ago, or before the source was published."""
    SOURCE_CHANGED = "source-changed"
    """It holds, in a source whose bytes are not those that were read for the file."""
    UNLISTED = "unlisted"
    """A source for which nothing is expected carries the claim."""


class Level(StrEnum):
    """What an outcome means for the exit code."""

    ERROR = "error"
    """The check fails."""
    NOTE = "note"
    """Told, and the check passes."""
    OK = "ok"


FAILING = frozenset(
    {
        Outcome.DRIFT,
        Outcome.CONFLICT,
        Outcome.LOST,
        Outcome.FOUND,
        Outcome.SPEAKER_CHANGED,
        Outcome.NEW_DISCREPANCY,
        Outcome.FIXED_GAP,
    }
)
"""Outcomes that fail a check."""
HOLDING = frozenset({Outcome.OK, Outcome.MOVED, Outcome.STALE, Outcome.SOURCE_CHANGED})
"""Outcomes of an expectation that holds."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one source does with one claim, as the program sees it."""

    verdict: SourceVerdict
    text: str = ""
    """The source's words; empty where it carries nothing."""
    start: int = 0
    end: int = 0
    line: int = 1
    column: int = 1
    speaker: str | None = None
    """Who says them, as the report resolved it."""
    differs: tuple[Kind, ...] = ()
    tolerated: bool = False
    """Whether nothing but a number or a date differs, and that within the tolerance of the file."""
    off: bool = False
    """Whether a number or a date is outside the tolerance that the file gives for this very source."""
    prefix: str | None = None
    """The words right before, where the file notes words there."""
    suffix: str | None = None
    moved: bool = False
    """Whether the words no longer stand between the words that the file notes around them."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One claim against one source."""

    claim: str
    source: str
    path: str
    """Of the file that was read, as the command line or the claims file leads to it."""
    expected: Expectation | None
    """None: the file says nothing about this source."""
    wanted: str
    """The words expected there: the source's own if the file quotes them, else the claim's."""
    speaker: str | None
    """Name of the speaker expected."""
    found: Found
    outcome: Outcome
    yaml_line: int
    yaml_column: int
    settled: Expectation | None = None
    """What the file would have to expect for the check to pass, where it does not hold and that is known."""

    @property
    def failing(self) -> bool:
        """Whether this outcome fails a check of an active claim."""
        return self.outcome in FAILING


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One claims file against one report."""

    path: str
    """Of the claims file, as the user named it."""
    checked: tuple[Checked, ...]
    """In the order of the file: claims, then sources. Retired claims are left out."""
    gaps: tuple[str, ...]
    """Ids of known gaps that still do not hold."""
    fixed: tuple[str, ...]
    """Ids of known gaps that hold now (outcome fixed-gap): the mark has to be taken off."""
    gap_lines: dict[str, int]
    """Line of the ``status`` of each known gap."""
    changed: tuple[str, ...]
    """Ids of sources whose bytes are not those that were read for the file."""
    edits: dict[str, str]
    """By ``claim source`` (``claim`` alone for a closed gap): the lines of the claims file to change so that the check passes."""
    source_paths: tuple[str, ...] = ()
    """Where the file says that its sources are."""
    complete: bool = False
    """Whether a source for which nothing is expected fails the check where it carries the claim."""

    def level(self, item: Checked) -> Level:
        """Return what an outcome means for the exit code; a known gap never fails."""
        if item.outcome is Outcome.OK:
            return Level.OK
        failing = item.failing or (item.outcome is Outcome.UNLISTED and self.complete)
        return Level.ERROR if failing and item.claim not in self.gaps else Level.NOTE

    @property
    def failures(self) -> tuple[Checked, ...]:
        """What fails, known gaps left out."""
        return tuple(item for item in self.checked if self.level(item) is Level.ERROR)

    @property
    def passed(self) -> bool:
        """Whether the check passes: nothing fails, and no known gap has closed unnoticed."""
        return not self.failures and not self.fixed
