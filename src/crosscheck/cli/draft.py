"""``crosscheck draft``: propose a claims file."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscheck.cli import options
from crosscheck.cli.outputs import Target, files, refuse_inputs
from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.cli.console import Run
    from crosscheck.records import Report

EPILOG = options.examples(
    "crosscheck draft seeds/ -o data/claims.yaml",
    "crosscheck draft herald.txt wire.txt",
)


@click.command("draft", epilog=EPILOG, short_help="Propose a claims file for a person to complete.")
@options.paths()
@options.output
@click.option("--limit", type=click.IntRange(min=1), default=40, show_default=True, help="Claims to propose at most.")
@options.reading
@options.common
def command(run: Run, paths: tuple[str, ...], output: str | None, limit: int, **overrides: object) -> int:
    """Propose a claims file for the articles in PATHS: the most newsworthy groups of their report, as it ranks them.

    Each claim has its expectations and the rationale TODO; 'crosscheck check' refuses the file until a person has read the claims
    against the articles and written the rationales.
    """
    from crosscheck.claims import settled_draft
    from crosscheck.cli import work
    from crosscheck.cli.console import write
    from crosscheck.pipeline import check

    if output and output != "-" and Path(output).is_file():
        raise UsageError("usage", f"{output} is there already", hint="give --output another name: a draft never takes the place of a file")
    refuse_inputs((Target("yaml", None if output == "-" else output),), files(paths))
    report, code = work.make_report(run, paths, work.settle(**overrides))
    path = Path(output) if output and output != "-" else Path("claims.yaml")
    report = _from_folder(report, paths, path.parent)
    write([settled_draft(report, path, lambda claims: check(claims, report), limit=limit)], output)
    run.wrote(output)
    return code


def _from_folder(report: Report, paths: Sequence[str], folder: Path) -> Report:
    """Name the articles by the way that leads to them from the claims file's folder: that is how a claims file names its sources."""
    from crosscheck.cli.work import files_of

    ways = {source: Path(os.path.relpath(file, folder)).as_posix() for source, file in files_of(report.articles, paths).items()}
    articles = tuple(replace(article, path=ways.get(article.id, article.path)) for article in report.articles)
    return replace(report, articles=articles)
