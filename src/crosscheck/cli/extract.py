"""``crosscheck extract``: the statements of each article, without comparison."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from crosscheck.cli import options
from crosscheck.cli.outputs import files, refuse_inputs, targets
from crosscheck.settings import EXTRACT_FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from crosscheck.cli.console import Run
    from crosscheck.cli.outputs import Target
    from crosscheck.pipeline import Gathered
    from crosscheck.records import Article, Extraction, Warning_
    from crosscheck.settings import Settings

EPILOG = options.examples(
    "crosscheck extract article.txt",
    "crosscheck extract seeds/ --format jsonl",
    "crosscheck extract seeds/ -f jsonl | jq -r 'select(.form == \"direct\") | [.speaker.name, .text] | @tsv'",
    "crosscheck extract big/ -f jsonl -o statements.jsonl",
)


@click.command("extract", epilog=EPILOG, short_help="Print the statements of each article, uncompared.")
@options.paths()
@options.format_option(EXTRACT_FORMATS)
@options.output
@options.reading
@options.common
def command(run: Run, paths: tuple[str, ...], output: str | None, **overrides: object) -> int:
    """Print every statement of the articles in PATHS: who states what, in which words, where.

    Each article stands for itself: nothing is compared. With --format jsonl the articles are written one by one.
    """
    from crosscheck.cli import work
    from crosscheck.cli.console import write

    settings = work.settle(**overrides)
    target = _target(output, settings.format, asked=work.format_asked(**overrides))
    settings = replace(settings, format=target.format)
    refuse_inputs((target,), files(paths))
    gathered, code = work.read(run, paths, settings)
    with work.Progress(run, len(gathered.articles)) as progress:
        write(_chunks(run, gathered, settings, progress.step), target.path)
    run.wrote(target.path)
    return code


def _target(output: str | None, plain: str, *, asked: bool) -> Target:
    """Pair the output with its format; the settings may name one that only reports have, which is text here."""
    from crosscheck.cli import work

    suffixes = {suffix: name for suffix, name in work.SUFFIXES.items() if name in EXTRACT_FORMATS}
    plain = plain if plain in EXTRACT_FORMATS else "text"
    return targets([output] if output else [], EXTRACT_FORMATS, suffixes, plain, asked=asked)[0]


def _chunks(run: Run, gathered: Gathered, settings: Settings, on_article: Callable[[Article], None]) -> Iterator[str]:
    """Yield the output piece by piece, as the articles are done."""
    from crosscheck.pipeline import extract_all, result_settings
    from crosscheck.report import extracts
    from crosscheck.report.contract import model_line

    tool, extractions = extract_all(gathered.articles, settings, on_article=on_article)
    if settings.model:
        run.say(model_line(tool))
    if settings.format == "text":
        for extraction in extractions:
            run.warn((*_about(extraction.article, gathered.warnings), *extraction.warnings))
            yield extracts.as_text(extraction)
        return
    lines = _lines(extractions, gathered)
    if settings.format == "json":
        yield extracts.as_json(lines, tool, result_settings(settings))
    else:
        yield from extracts.as_jsonl(lines)


def _lines(extractions: Iterable[Extraction], gathered: Gathered) -> Iterator[dict[str, Any]]:
    """Yield the objects of all articles, then the warnings that belong to none."""
    from crosscheck.pipeline import article_words
    from crosscheck.report import extracts

    known = {article.id for article in gathered.articles}
    for extraction in extractions:
        article = extraction.article
        yield from extracts.extract_lines(extraction, article_words(article), _about(article, gathered.warnings))
    yield from extracts.warning_lines([warning for warning in gathered.warnings if warning.source not in known])


def _about(article: Article, warnings: tuple[Warning_, ...]) -> list[Warning_]:
    return [warning for warning in warnings if warning.source == article.id]
