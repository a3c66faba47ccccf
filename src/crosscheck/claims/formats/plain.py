"""The result of a check as plain text: what failed, with both places, a word diff and the edit; known gaps; one summary line."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from crosscheck.claims.notices import Notice, expected_words, found_words, literal, literal_line, notices, word_diff
from crosscheck.claims.results import Checked, CheckResult, Level, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.claims.formats import About
    from crosscheck.claims.problems import ClaimsProblems


def render_check(result: CheckResult, *, width: int = 100) -> str:
    """Render a result as lines of at most about ``width`` columns (paths, edits and single words may be longer), newline at the end.

    In the word diff, ``[-so-]`` is expected and not there, ``{+so+}`` is there and not expected. In the edit, each line of the claims
    file to change stands after its number, ``-`` as it is and ``+`` as it would have to be.
    """
    told = notices(result)
    lines: list[str] = []
    for notice in told:
        if notice.level is Level.ERROR:
            lines += [*_failure(notice, result.path, width), ""]
    notes = [*_gaps(result, told), *_notes(told)]
    lines += [*notes, ""] if notes else []
    return "\n".join((*lines, summary(result))) + "\n"


def _failure(notice: Notice, path: str, width: int) -> Iterator[str]:
    yield f"{notice.outcome}  {notice.name}: {notice.gist}"
    item = notice.item
    if item is None:
        yield f"  claims    {path}:{notice.line}: take the known-gap status off"
    else:
        yield from _field("expected", expected_words(item), width)
        yield from _field("found", found_words(item), width)
        if item.speaker and notice.outcome is Outcome.SPEAKER_CHANGED:
            yield from _field("speaker", f"expected {item.speaker}, found {literal(item.found.speaker or 'nobody')}", width)
        if item.found.text and notice.outcome is not Outcome.SPEAKER_CHANGED:
            yield from _field("words", literal(word_diff(item.wanted, item.found.text)), width)
        yield f"  claims    {path}:{notice.line}:{notice.column}"
        yield f"  source    {_place(item)}"
    for number, line in enumerate(notice.edit.splitlines()):
        yield f"  {'edit' if number == 0 else '':<10}{literal_line(line)}"


def _place(item: Checked) -> str:
    return f"{item.path}:{item.found.line}:{item.found.column}" if item.found.text else item.path


def _gaps(result: CheckResult, told: Sequence[Notice]) -> Iterator[str]:
    for name in result.gaps:
        sources = ", ".join(f"{notice.source} {notice.outcome}" for notice in told if notice.claim == name and notice.known_gap)
        yield f"known gap: {name} ({sources}), {result.path}:{result.gap_lines[name]}"


def _notes(told: Sequence[Notice]) -> Iterator[str]:
    noted = [notice for notice in told if notice.level is Level.NOTE and not notice.known_gap]
    for notice in noted:
        if notice.item is None:
            continue
        if notice.outcome is Outcome.UNLISTED:
            yield f"note: unlisted: {notice.source} carries {notice.claim}, {_place(notice.item)}"
        elif notice.outcome is Outcome.MOVED:
            yield f"note: moved: {notice.name} stands elsewhere now, {_place(notice.item)}"
    stale = [notice.claim for notice in noted if notice.outcome is Outcome.STALE]
    for name, times in Counter(stale).items():
        yield f"note: stale: {name} holds in {_count(times, 'source')}; last checked too long ago, or before publication"
    changed = [notice.source for notice in noted if notice.outcome is Outcome.SOURCE_CHANGED]
    for source, times in Counter(changed).items():
        held = f"{_count(times, 'claim')} still {'hold' if times > 1 else 'holds'}"
        yield f"note: source {source} has changed since its hash was noted; {held}"


def summary(result: CheckResult) -> str:
    """Return the one line that says how it went."""
    claims = len({item.claim for item in result.checked})
    sources = len({item.source for item in result.checked})
    outcomes = Counter(item.outcome for item in result.failures)
    told = [f"{count} {outcome}" for outcome in Outcome if (count := outcomes[outcome])]
    told += [f"{len(result.fixed)} fixed-gap"] if result.fixed else []
    told += [_count(len(result.gaps), "known gap")] if result.gaps else []
    verdict = "passed" if result.passed else "failed"
    detail = f": {', '.join(told)}" if told else ""
    return f"{_count(claims, 'claim')} × {_count(sources, 'source')}: {verdict}{detail}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _field(name: str, text: str, width: int) -> list[str]:
    indent = " " * 12
    return textwrap.wrap(
        text, max(width, 40), initial_indent=f"  {name:<10}", subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def result(result: CheckResult, about: About) -> str:
    """Render a check."""
    return render_check(result, width=about.width)


def problems(problems: ClaimsProblems, about: About) -> str:
    """Render nothing: the problems are told on standard error."""
    return ""
