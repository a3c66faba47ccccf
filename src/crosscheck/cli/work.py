"""What several commands do: settle the settings, read the articles, make the report."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crosscheck.cli import exits
from crosscheck.cli.console import show_error
from crosscheck.errors import SourceError
from crosscheck.settings import Settings, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.cli.console import Run
    from crosscheck.pipeline import Gathered
    from crosscheck.records import Article, Report

SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".txt": "text", ".csv": "csv", ".jsonld": "annotations"}
"""The format that the suffix of an output file names."""
SHOW_AFTER = 1.0
"""Seconds before progress is shown: shorter work needs none."""


def settle(**overrides: object) -> Settings:
    """Resolve the settings.

    Raises:
        ConfigError: A setting is unknown or has a wrong value.
    """
    return resolve(overrides, Path.cwd(), os.environ)[0]


def format_asked(**overrides: object) -> bool:
    """Tell whether the command line, the environment or a settings file names a format."""
    return resolve(overrides, Path.cwd(), os.environ)[1]["format"] != "default"


def read(run: Run, paths: Sequence[str], settings: Settings) -> tuple[Gathered, int]:
    """Read the articles; show what could not be read and go on with the rest.

    Returns:
        What was read, and the exit code so far.

    Raises:
        SourceError: Nothing was found.
        click.exceptions.Exit: Nothing could be read; the errors have been shown.
    """
    from crosscheck.pipeline import gather

    gathered = gather(paths, settings)
    tell_passed_over(run, paths)
    for error in gathered.errors:
        show_error(error)
    run.detail(f"read {len(gathered.articles)} articles; {len(gathered.errors)} could not be read")
    if not gathered.articles:
        if gathered.errors:
            raise click.exceptions.Exit(exits.ERROR)
        run.warn(gathered.warnings)
        raise SourceError(
            "no-articles", f"no article in {', '.join(paths)}", hint="give text, Markdown, JSON or JSON Lines files, or folders"
        )
    return gathered, exits.ERROR if gathered.errors else exits.DONE


def tell_passed_over(run: Run, paths: Sequence[str]) -> None:
    """Say how many files in the folders given were not looked at, by suffix."""
    from crosscheck.sources import passed_over

    counts = passed_over(paths)
    if counts:
        listed = ", ".join(f"{count} {suffix or 'without suffix'}" for suffix, count in counts.items())
        files = "1 file was" if sum(counts.values()) == 1 else f"{sum(counts.values())} files were"
        run.say(f"note: {files} not read, by the suffix: {listed}")


def make_report(run: Run, paths: Sequence[str], settings: Settings, *, cache: bool = False) -> tuple[Report, int]:
    """Read and cross-check; errors and exit code as for ``read``, and ModelError where the pipeline does not load.

    With ``cache``, what an earlier run has worked out is used, and kept for the next.
    """
    from crosscheck import pipeline
    from crosscheck.report.contract import model_line

    gathered, code = read(run, paths, settings)
    with Progress(run, len(gathered.articles)) as progress:
        if cache:
            from crosscheck.cache import cached_report

            report = cached_report(gathered.articles, settings, on_article=progress.step, warnings=gathered.warnings)
        else:
            report = pipeline.cross_check(gathered.articles, settings, on_article=progress.step, warnings=gathered.warnings)
    if settings.model:
        run.say(model_line(report.tool))
    return report, code


def files_of(articles: Sequence[Article], paths: Sequence[str]) -> dict[str, Path]:
    """Return the file from which each article under ``paths`` was read, by the article's id; standard input has none.

    An article names its file from the folder given; where two folders have a file of one name, the content tells which it is.
    """
    from crosscheck.sources import discover

    files: dict[str, list[Path]] = {}
    for found in discover(paths):
        if found.file:
            files.setdefault(found.path, []).append(found.file)
    return {article.id: _file_of(article, files[article.path]) for article in articles if article.path in files}


def _file_of(article: Article, files: Sequence[Path]) -> Path:
    if len(files) > 1:
        for file in files:
            with suppress(OSError):
                if hashlib.sha256(file.read_bytes()).hexdigest() == article.sha256:
                    return file
    return files[0]


class Progress:
    """A count of articles on standard error: on a terminal alone, and only once the work takes long."""

    def __init__(self, run: Run, total: int) -> None:
        """Show nothing yet."""
        self._shown = False
        self._on = not run.quiet and sys.stderr.isatty()
        self._run, self._total, self._done, self._began = run, total, 0, time.monotonic()

    def __enter__(self) -> Progress:
        """Begin."""
        return self

    def step(self, article: Article) -> None:
        """Count an article that is done."""
        self._done += 1
        if self._on and time.monotonic() - self._began > SHOW_AFTER:
            self._shown = True
            sys.stderr.write(f"\r\x1b[2K{self._done} of {self._total} articles read")
            sys.stderr.flush()

    def __exit__(self, *_exception: object) -> None:
        """Take the count away again."""
        if self._shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
        self._run.detail(f"{self._done} of {self._total} articles done in {time.monotonic() - self._began:.1f} s")
