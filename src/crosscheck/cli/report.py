"""``crosscheck report``: cross-check the articles of one event."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from crosscheck.cli import exits, options
from crosscheck.settings import FAIL_ON

if TYPE_CHECKING:
    from crosscheck.cli.console import Run
    from crosscheck.records import Report

EPILOG = (
    options.examples(
        "crosscheck report seeds/",
        "crosscheck report herald.txt wire.txt --width 80",
        "crosscheck report seeds/ --format json -o report.json",
        "crosscheck report seeds/ -f json | jq '.groups[] | select(.verdict == \"discrepancy\").label'",
        "crosscheck report seeds/ --fail-on substantive   # exit code 1 where sources conflict",
        "cat article.txt | crosscheck report - other.txt",
        "crosscheck report latin.txt --encoding cp1252",
    )
    + f"\n\n{exits.HELP}"
)


@click.command("report", epilog=EPILOG, short_help="Cross-check the articles of one event.")
@options.paths()
@options.format_option
@options.output
@options.reading
@options.looks
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Exit with 1 if there is a finding of this severity or worse.  [default: none]")
@click.option("--list-sources", is_flag=True, help="List the files that would be read, and stop.")
@options.common
def command(run: Run, paths: tuple[str, ...], output: str | None, list_sources: bool, **overrides: object) -> int:
    """Show where the articles in PATHS agree, where they differ, and how.

    PATHS are articles on one event: text, Markdown, JSON or JSON Lines files, folders of them, or - for standard input.
    """
    from crosscheck.cli import work

    settings = work.settle(output, **overrides)
    if list_sources:
        return _list_sources(paths, output)
    from crosscheck.cli.console import line_width, use_color, write
    from crosscheck.report import Options, renderer

    report, code = work.make_report(run, paths, settings)
    color = use_color(settings.color, sys.stdout, os.environ) if output in (None, "-") else settings.color == "always"
    text = renderer(settings.format).render(report, Options(line_width(settings.width, sys.stdout), color))
    if settings.format != "text":
        run.warn(report.warnings)
    write([text], output)
    if output not in (None, "-"):
        run.say(f"wrote {output}")
    return code or _fail_on(run, report, settings.fail_on)


def _list_sources(paths: tuple[str, ...], output: str | None) -> int:
    from crosscheck.cli.console import write
    from crosscheck.sources import discover

    write([f"{found.path}\n" for found in discover(paths)], output)
    return exits.DONE


def _fail_on(run: Run, report: Report, least: str) -> int:
    from crosscheck.report.contract import summary

    counts = summary(report)["discrepancies"]
    met = {"none": 0, "minor": counts["minor"] + counts["substantive"], "substantive": counts["substantive"]}[least]
    if met:
        run.say(f"--fail-on {least}: {met} {'finding' if met == 1 else 'findings'}")
    return exits.FOUND if met else exits.DONE
