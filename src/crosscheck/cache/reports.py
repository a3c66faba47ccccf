"""A report from what is kept: whole, or of the extractions of those articles that have not changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from crosscheck.cache.codec import decode, encode
from crosscheck.cache.keys import key, program
from crosscheck.cache.store import Store
from crosscheck.pipeline import extract_all, report_of
from crosscheck.records import Extraction, Report, Tool

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crosscheck.records import Article, Warning_
    from crosscheck.settings import Settings

Record = TypeVar("Record")


def cached_report(
    articles: Sequence[Article],
    settings: Settings,
    *,
    on_article: Callable[[Article], None] | None = None,
    warnings: Sequence[Warning_] = (),
    store: Store | None = None,
) -> Report:
    """Return what ``cross_check`` would, and keep it; ``store`` is the user's own unless given."""
    store = store or Store.of_user()
    base = program(settings)
    whole = key("report", base, [encode(item) for item in warnings], sorted(_identity(article) for article in articles))
    report = _kept(store, whole, Report)
    if report is None:
        tool, extractions = _extractions(articles, settings, on_article, store, base)
        report = report_of(tool, articles, extractions, settings, warnings)
        store.put(whole, encode(report))
        store.prune()
    return report


def _identity(article: Article) -> tuple[str, str, str]:
    """All of an article follows from its bytes and the way it was named."""
    return article.id, article.path, article.sha256


def _extractions(
    articles: Sequence[Article], settings: Settings, on_article: Callable[[Article], None] | None, store: Store, base: str
) -> tuple[Tool, list[Extraction]]:
    keys = {article.id: key("extraction", base, _identity(article)) for article in articles}
    found = {article.id: _kept(store, keys[article.id], Extraction) for article in articles}
    tool = _kept(store, key("tool", base), Tool)
    missing = [article for article in articles if found[article.id] is None]
    if missing or tool is None:
        tool, fresh = extract_all(missing, settings, on_article=on_article)
        store.put(key("tool", base), encode(tool))
        for extraction in fresh:
            found[extraction.article.id] = extraction
            store.put(keys[extraction.article.id], encode(extraction))
    return tool, [item for item in found.values() if item is not None]


def _kept(store: Store, name: str, kind: type[Record]) -> Record | None:
    data = store.get(name)
    if data is None:
        return None
    try:
        return decode(kind, data)
    except ValueError:
        return None
