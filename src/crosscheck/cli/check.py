"""``crosscheck check``: hold the curated claims against the sources."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from crosscheck.cli import exits, options
from crosscheck.cli.outputs import files, refuse_inputs
from crosscheck.cli.outputs import targets as outputs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.claims import CheckResult, ClaimsProblems
    from crosscheck.claims.formats import About
    from crosscheck.cli.console import Run
    from crosscheck.cli.outputs import Target
    from crosscheck.settings import Settings

DEFAULT_CLAIMS = "data/claims.yaml"
FORMATS = ("text", "json", "github", "sarif", "junit", "markdown")
"""As in ``claims.formats``, repeated here so that ``--help`` loads nothing."""

EPILOG = (
    options.examples(
        "crosscheck check",
        "crosscheck check data/claims.yaml",
        "crosscheck check data/claims.yaml --sources corrected/",
        "crosscheck check -f github",
        "crosscheck check -o - -o check.sarif -o junit:report.xml -o summary.md",
        "crosscheck check --complete --max-age 365",
        "crosscheck check -q && git push",
    )
    + "\n\nExit code 1: drift, conflict, lost, found, speaker-changed, new-discrepancy, fixed-gap. Told as a note: moved, stale, "
    "source-changed, unlisted.\n\n" + exits.HELP
)


@click.command("check", epilog=EPILOG, short_help="Check a curated claims file against its sources.")
@click.argument("claims", default=DEFAULT_CLAIMS, type=click.Path(readable=False), metavar="[CLAIMS]")
@options.claim_sources
@click.option(
    "-f", "--format", "format", type=click.Choice(FORMATS), help="How to print it.  [default: text, or by the suffix of --output]"
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="[FORMAT:]FILE",
    help="Write to FILE, whole or not at all, instead of standard output (-); may be repeated. The format is the one named, or that of "
    "the suffix: .txt, .json, .sarif, .xml (junit), .md.",
)
@click.option("--complete", is_flag=True, help="Fail, too, where a source for which nothing is expected carries a claim.")
@click.option("--max-age", type=click.IntRange(min=0), metavar="DAYS", help="Note claims that were last checked longer ago.")
@options.cache
@options.reading
@options.width
@options.common
def command(
    run: Run,
    claims: str,
    sources: tuple[str, ...],
    format: str | None,
    outputs: tuple[str, ...],
    complete: bool,
    max_age: int | None,
    no_cache: bool,
    **overrides: object,
) -> int:
    """Check that what CLAIMS expects of each source still holds; it is data/claims.yaml unless named.

    Nothing is written but the outputs asked for. For each expectation that does not hold: claim, source, what was expected, what was
    found, both places, and the lines of the claims file that would have to change. 'crosscheck accept' makes that change.
    """
    from crosscheck.claims.problems import ClaimsProblems
    from crosscheck.cli import work

    settings = work.settle(**overrides)
    targets = _targets(format, outputs, settings)
    refuse_inputs(targets, [claims])
    asked = Asked(claims, sources, settings, complete, _oldest(max_age))
    try:
        told = _told(run, asked, targets, no_cache)
    except ClaimsProblems as problems:
        _write_problems(problems, targets, settings)
        raise
    _write(run, targets, told.texts)
    return told.code


class Asked(NamedTuple):
    """What is to be checked."""

    claims: str
    sources: tuple[str, ...]
    settings: Settings
    complete: bool = False
    oldest: date | None = None


class Told(NamedTuple):
    """What a check said, one text per target, and its exit code."""

    texts: tuple[str, ...]
    code: int


def _told(run: Run, asked: Asked, targets: Sequence[Target], no_cache: bool) -> Told:
    """Answer from what an earlier run left where nothing has changed since, else check."""
    from crosscheck.cache import Remembered, remembered_check

    about = _about(asked.settings)
    shape = [*(target.format for target in targets), about.width]
    rest = [asked.complete, asked.oldest, shape]
    memory = Remembered() if no_cache else remembered_check(asked.claims, asked.sources, asked.settings, rest)
    if memory.texts is not None:
        refuse_inputs(targets, memory.sources)
        run.detail("nothing has changed since the last run")
        return Told(memory.texts, memory.code)
    result, code = checked(run, asked, no_cache=no_cache)
    refuse_inputs(targets, [*result.source_paths, *files(asked.sources)])
    told = Told(_rendered(result, targets, about), code or (exits.DONE if result.passed else exits.FOUND))
    if code == exits.DONE:
        memory.keep(told.texts, told.code, result.source_paths)
    return told


def checked(run: Run, asked: Asked, *, no_cache: bool = False) -> tuple[CheckResult, int]:
    """Load the claims, cross-check their sources and hold them against one another.

    Returns:
        The result, and ``exits.ERROR`` where a source could not be read.

    Raises:
        ClaimsError: The claims file is broken.
    """
    from crosscheck.claims import load_claims
    from crosscheck.cli import work
    from crosscheck.pipeline import check

    claims = load_claims(Path(asked.claims))
    paths = asked.sources or tuple(str(source) for source in claims.source_paths)
    report, code = work.make_report(run, paths, asked.settings, cache=not no_cache)
    ways = {name: Path(os.path.normpath(file)).as_posix() for name, file in work.files_of(report.articles, paths).items()}
    return check(claims, report, ways=ways, complete=asked.complete, oldest=asked.oldest), code


def _targets(format: str | None, outputs: Sequence[str], settings: Settings) -> tuple[Target, ...]:
    """Pair each output with its format: the one named before the colon, ``--format`` for a single output, the suffix, else text."""
    from crosscheck.claims.formats import SUFFIXES

    plain = format or (settings.format if settings.format in FORMATS else "text")
    return outputs_of(outputs, FORMATS, SUFFIXES, plain, asked=bool(format))


def _oldest(max_age: int | None) -> date | None:
    """Return the first day that is not too long ago; SOURCE_DATE_EPOCH stands in for today where it is set."""
    if max_age is None:
        return None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    today = datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isascii() and epoch.isdigit() else datetime.now(UTC).date()
    return today - timedelta(days=min(max_age, 365_000))


def _about(settings: Settings) -> About:
    from crosscheck import __version__
    from crosscheck.claims.formats import About
    from crosscheck.cli.console import line_width

    return About("crosscheck", __version__, line_width(settings.width, sys.stdout))


def _rendered(result: CheckResult, targets: Sequence[Target], about: About) -> tuple[str, ...]:
    from crosscheck.claims.formats import check_format

    return tuple(check_format(target.format).result(result, about) for target in targets)


def _write(run: Run, targets: Sequence[Target], texts: Sequence[str]) -> None:
    from crosscheck.cli.console import write

    for target, text in zip(targets, texts, strict=True):
        write([text], target.path)
        run.wrote(target.path)


def _write_problems(problems: ClaimsProblems, targets: Sequence[Target], settings: Settings) -> None:
    """Tell programs, too, why there was no check; people read it on standard error."""
    from crosscheck.claims.formats import check_format
    from crosscheck.cli.console import write

    for target in targets:
        text = check_format(target.format).problems(problems, _about(settings))
        if text:
            write([text], target.path)
