"""The joiner: the only module that knows more than one room.

Rooms are imported inside the functions that need them, so that a wrong option or an empty folder is answered before spaCy loads.
"""

from __future__ import annotations

import gc
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from crosscheck import __version__
from crosscheck.inline import as_in_files, blanked
from crosscheck.records import Article, Extraction, Report, Tool, Warning_
from crosscheck.text import count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from spacy.language import Language

    from crosscheck.claims import CheckResult, ClaimsFile
    from crosscheck.errors import SourceError
    from crosscheck.settings import Settings


class Gathered(NamedTuple):
    """What could be read of the inputs, and what could not."""

    articles: tuple[Article, ...]
    errors: tuple[SourceError, ...]
    warnings: tuple[Warning_, ...]


def gather(paths: Sequence[str], settings: Settings, *, stdin: BinaryIO | None = None) -> Gathered:
    """Read every article under ``paths``; one that cannot be read is an error in the result, not an exception.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        settings: ``encoding`` counts.
        stdin: Where ``-`` is read from; None: the standard input of the process.

    Raises:
        SourceError: No input was found at all.
    """
    from crosscheck.sources import discover, read_articles

    articles, errors, warnings = read_articles(discover(paths), encoding=settings.encoding, stdin=stdin)
    return Gathered(_ordered(articles), tuple(errors), tuple(warnings))


def extract_all(
    articles: Sequence[Article], settings: Settings, *, on_article: Callable[[Article], None] | None = None
) -> tuple[Tool, Iterator[Extraction]]:
    """Load the language pipeline and find statements and mentions, article by article.

    Args:
        articles: Of one event or many; they are taken one by one.
        settings: ``model`` and ``device`` count.
        on_article: Called after each article.

    Raises:
        ModelError: The pipeline cannot be loaded or does not fit.
    """
    from crosscheck.language import extract, load_pipeline

    nlp = load_pipeline(settings.model, settings.device)
    gc.freeze()  # what is loaded stays: the collector need not look through all of spaCy again and again
    return _tool(nlp), extract(nlp, articles, on_article=on_article)


def cross_check(
    articles: Sequence[Article],
    settings: Settings,
    *,
    on_article: Callable[[Article], None] | None = None,
    warnings: Sequence[Warning_] = (),
) -> Report:
    """Extract the statements of the articles of one event and compare them; see ``extract_all`` for arguments and errors.

    The order of ``articles`` makes no difference. ``warnings`` of the reading are kept in the report.
    """
    tool, extracted = extract_all(_ordered(articles), settings, on_article=on_article)
    return report_of(tool, articles, tuple(extracted), settings, warnings)


def report_of(
    tool: Tool, articles: Sequence[Article], extractions: Sequence[Extraction], settings: Settings, warnings: Sequence[Warning_] = ()
) -> Report:
    """Compare what was extracted from the articles of one event; the second half of ``cross_check``."""
    from crosscheck.compare import compare

    articles = _ordered(articles)
    comparison = as_in_files(compare(tuple(map(blanked, extractions))), articles)
    found = (*warnings, *(warning for extraction in extractions for warning in extraction.warnings))
    return Report(
        tool=tool,
        settings=result_settings(settings),
        articles=articles,
        statements=comparison.statements,
        entities=comparison.entities,
        groups=comparison.groups,
        discrepancies=comparison.discrepancies,
        reuse=comparison.reuse,
        warnings=sort_warnings(found, articles),
        words={article.id: article_words(article) for article in articles},
    )


def article_words(article: Article) -> int:
    """Count the words of the article itself: furniture and second printings left out."""
    left_out = sorted({*(item.span for item in article.furniture), *(item.span for item in article.repeats)})
    kept, position = [], 0
    for span in left_out:
        kept.append(article.text[position : span.start])
        position = max(position, span.end)
    return count_words("\n".join((*kept, article.text[position:])))


def sort_warnings(warnings: Sequence[Warning_], articles: Sequence[Article]) -> tuple[Warning_, ...]:
    """Order warnings by source and offset, those without a source first; equal ones once."""
    place = {article.id: number for number, article in enumerate(articles, start=1)}

    def key(item: Warning_) -> tuple[int, int, int, str, str]:
        return (place.get(item.source or "", 0), item.start or 0, item.end or 0, item.code, item.message)

    return tuple(dict.fromkeys(sorted(warnings, key=key)))


def _ordered(articles: Sequence[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda article: (article.path, article.number or 0, article.id)))


def _tool(nlp: Language) -> Tool:
    from crosscheck.language import model_info

    name, version = model_info(nlp)
    return Tool("crosscheck", __version__, name, version)


def result_settings(settings: Settings) -> dict[str, Any]:
    """The settings that change a result; a model's folder is named without the way to it, which differs between machines."""
    found: dict[str, Any] = {"encoding": settings.encoding, "model": PurePath(settings.model).name if settings.model else None}
    return found if settings.device == "cpu" else {"device": settings.device, **found}


def check(
    claims: ClaimsFile,
    report: Report,
    *,
    ways: Mapping[str, str] | None = None,
    complete: bool = False,
    oldest: date | None = None,
) -> CheckResult:
    """Hold a claims file against a report of its sources; claims/ gets from compare/ what it needs. See ``check_claims``."""
    from crosscheck.claims import check_claims
    from crosscheck.claims.amounts import Stated
    from crosscheck.compare import likeness, stated

    def amounts(article: Article) -> list[Stated]:
        return [Stated(item.start, item.end, item.kind == "date", item.figure, item.high or item.figure) for item in stated(article)]

    return check_claims(claims, report, likeness, stated=amounts, ways=ways, complete=complete, oldest=oldest)
