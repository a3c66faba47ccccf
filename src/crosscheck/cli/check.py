"""``crosscheck check``: hold the curated claims against the sources."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscheck.cli import exits, options

if TYPE_CHECKING:
    from crosscheck.claims import CheckResult
    from crosscheck.cli.console import Run
    from crosscheck.settings import Settings

DEFAULT_CLAIMS = "data/claims.yaml"

EPILOG = (
    options.examples(
        "crosscheck check",
        "crosscheck check data/claims.yaml",
        "crosscheck check data/claims.yaml --sources corrected/",
        "crosscheck check -q && git push",
    )
    + f"\n\n{exits.HELP}"
)


@click.command("check", epilog=EPILOG, short_help="Check a curated claims file against its sources.")
@click.argument("claims", default=DEFAULT_CLAIMS, type=click.Path(), metavar="[CLAIMS]")
@options.claim_sources
@options.output
@options.reading
@options.width
@options.common
def command(run: Run, claims: str, sources: tuple[str, ...], output: str | None, **overrides: object) -> int:
    """Check that what CLAIMS expects of each source still holds; it is data/claims.yaml unless named.

    Nothing is written. For each expectation that does not hold: claim, source, what was expected, what was found, and the line of the
    claims file. 'crosscheck accept' takes what was found into the file.
    """
    from crosscheck.claims import render_check
    from crosscheck.cli import work
    from crosscheck.cli.console import line_width, write

    settings = work.settle(None, **overrides)
    result, code = checked(run, claims, sources, settings)
    write([render_check(result, width=line_width(settings.width, sys.stdout))], output)
    return code or (exits.DONE if result.passed else exits.FOUND)


def checked(run: Run, path: str, sources: tuple[str, ...], settings: Settings) -> tuple[CheckResult, int]:
    """Load the claims, cross-check their sources and hold them against one another.

    Returns:
        The result, and ``exits.ERROR`` where a source could not be read.

    Raises:
        ClaimsError: The claims file is broken.
    """
    from crosscheck.claims import load_claims
    from crosscheck.cli import work
    from crosscheck.pipeline import check

    claims = load_claims(Path(path))
    report, code = work.make_report(run, sources or tuple(str(source) for source in claims.source_paths), settings)
    return check(claims, report), code
