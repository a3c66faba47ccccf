"""``crosscheck explain``: the evidence behind one id of a report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscheck.cli import options
from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from crosscheck.cli.console import Run
    from crosscheck.settings import Settings

EPILOG = options.examples(
    "crosscheck explain d-3f9c2a seeds/",
    "crosscheck report seeds/ -f json -o report.json",
    "crosscheck explain d-3f9c --report report.json   # the beginning of an id is enough",
)


@click.command("explain", epilog=EPILOG, short_help="Print the evidence behind one id of a report.")
@click.argument("wanted", metavar="ID")
@options.paths(required=False)
@click.option("--report", "saved", metavar="FILE", help="Read a report saved with --format json instead of articles.")
@options.output
@options.reading
@options.width
@options.common
def command(run: Run, wanted: str, paths: tuple[str, ...], saved: str | None, output: str | None, **overrides: object) -> int:
    """Print the evidence of a group, difference, statement, entity or source.

    ID is as the report prints it at the end of each difference, or its beginning. The report is made of the articles in PATHS, or read from
    the file of --report.
    """
    from crosscheck.cli import work
    from crosscheck.cli.console import line_width, write
    from crosscheck.report.explain import explain

    settings = work.settle(**overrides)
    data, code = _data(run, paths, saved, settings)
    write([explain(data, wanted, line_width(settings.width, sys.stdout))], output)
    run.wrote(output)
    return code


def _data(run: Run, paths: tuple[str, ...], saved: str | None, settings: Settings) -> tuple[dict[str, Any], int]:
    from crosscheck.cli import work
    from crosscheck.report.contract import report_object
    from crosscheck.report.explain import read_report

    if bool(paths) == bool(saved):
        raise UsageError("usage", "explain needs either PATHS or --report FILE", hint="see 'crosscheck explain --help'")
    if saved is None:
        report, code = work.make_report(run, paths, settings)
        return report_object(report), code
    try:
        text = Path(saved).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise UsageError("not-a-report", f"cannot read the report: {reason}", path=saved) from error
    return read_report(text, saved), 0
