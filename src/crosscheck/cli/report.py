"""``crosscheck report``: cross-check the articles of one event."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from crosscheck.cli import exits, options
from crosscheck.cli.outputs import files, refuse_inputs, targets
from crosscheck.settings import FAIL_ON, FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.cli.console import Run
    from crosscheck.cli.outputs import Target
    from crosscheck.records import Report
    from crosscheck.settings import Settings

EPILOG = (
    options.examples(
        "crosscheck report seeds/",
        "crosscheck report herald.txt wire.txt --width 80",
        "crosscheck report seeds/ --format json -o report.json",
        "crosscheck report seeds/ -f json | jq '.groups[] | select(.verdict == \"discrepancy\").label'",
        "crosscheck report seeds/ -f csv --csv-bom -o report.csv   # for a spreadsheet",
        "crosscheck report seeds/ -o - -o annotations:report.jsonld -o schema-org:claims.jsonld",
        "crosscheck report seeds/ --fail-on substantive   # exit code 1 where sources conflict",
        "cat article.txt | crosscheck report - other.txt",
        "crosscheck report latin.txt --encoding cp1252",
    )
    + f"\n\n{exits.HELP}"
)


@click.command("report", epilog=EPILOG, short_help="Cross-check the articles of one event.")
@options.paths()
@options.format_option(FORMATS)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="[FORMAT:]FILE",
    help="Write to FILE, whole or not at all, instead of standard output (-); may be repeated. The format is the one named, or that of "
    "the suffix: .txt, .json, .jsonl, .csv, .jsonld (annotations).",
)
@click.option("--csv-bom", "bom", is_flag=True, help="Begin CSV with a byte order mark, by which Excel knows that it is UTF-8.")
@options.reading
@options.looks
@click.option("--fail-on", type=click.Choice(FAIL_ON), help="Exit with 1 if there is a finding of this severity or worse.  [default: none]")
@click.option("--list-sources", is_flag=True, help="List the files that would be read, and stop.")
@options.common
def command(run: Run, paths: tuple[str, ...], outputs: tuple[str, ...], bom: bool, list_sources: bool, **overrides: object) -> int:
    """Show where the articles in PATHS agree, where they differ, and how.

    PATHS are articles on one event: text, Markdown, JSON or JSON Lines files, folders of them, or - for standard input.
    """
    from crosscheck.cli import work

    settings = work.settle(**overrides)
    wanted = targets(outputs, FORMATS, work.SUFFIXES, settings.format, asked=work.format_asked(**overrides))
    refuse_inputs(wanted, files(paths))
    if list_sources:
        work.tell_passed_over(run, paths)
        return _list_sources(paths, wanted[0].path)
    report, code = work.make_report(run, paths, settings)
    if all(target.format != "text" for target in wanted):
        run.warn(report.warnings)
    _write(run, report, wanted, settings, bom=bom)
    return code or _fail_on(run, report, settings.fail_on)


def _write(run: Run, report: Report, wanted: Sequence[Target], settings: Settings, *, bom: bool) -> None:
    """Render every output before the first is written."""
    from crosscheck.cli.console import line_width, use_color, write
    from crosscheck.report import Options, renderer

    width = line_width(settings.width, sys.stdout)
    texts = []
    for target in wanted:
        color = use_color(settings.color, sys.stdout, os.environ) if target.path is None else settings.color == "always"
        texts.append(renderer(target.format).render(report, Options(width, color, bom)))
    for target, text in zip(wanted, texts, strict=True):
        write([text], target.path)
        run.wrote(target.path)


def _list_sources(paths: tuple[str, ...], output: str | None) -> int:
    from crosscheck.cli.console import write
    from crosscheck.sources import discover, is_own_output

    write([f"{found.path}\n" for found in discover(paths) if not (found.file and is_own_output(found.file))], output)
    return exits.DONE


def _fail_on(run: Run, report: Report, least: str) -> int:
    from crosscheck.report.contract import summary

    counts = summary(report)["discrepancies"]
    met = {"none": 0, "minor": counts["minor"] + counts["substantive"], "substantive": counts["substantive"]}[least]
    if met:
        run.say(f"--fail-on {least}: {met} {'finding' if met == 1 else 'findings'}")
    return exits.FOUND if met else exits.DONE
