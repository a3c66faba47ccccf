"""Fixtures that several rooms' tests share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from crosscheck.records import Comparison, Extraction, Form, Group, Span, Statement, Verdict, Warning_
from crosscheck.text import LineIndex, short_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from crosscheck.records import Article


class Outcome(NamedTuple):
    """What one command line did."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what checks remember out of the user's cache folder, and every run of the suite cold."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def crosscheck(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Run a command line in this process, with no settings from outside; streams are told apart."""
    for variable in ("NO_COLOR", "FORCE_COLOR", "CROSSCHECK_FORMAT", "CROSSCHECK_WIDTH", "COLUMNS", "CI"):
        monkeypatch.delenv(variable, raising=False)

    def run(*args: object) -> Outcome:
        from crosscheck.cli import run

        code = run([str(arg) for arg in args])
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture
def plain_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for language/ and compare/: every “…” is a statement, and equal words make a group. No model is loaded."""
    import crosscheck.compare
    import crosscheck.language

    monkeypatch.setattr(crosscheck.language, "load_pipeline", lambda model, device="cpu": object(), raising=False)
    monkeypatch.setattr(crosscheck.language, "model_info", lambda nlp: ("plain", "1"), raising=False)
    monkeypatch.setattr(crosscheck.language, "extract", _extract, raising=False)
    monkeypatch.setattr(crosscheck.compare, "compare", _compare, raising=False)


def _extract(nlp: object, articles: Sequence[Article], on_article: Callable[[Article], None] | None = None) -> Iterator[Extraction]:
    for article in articles:
        statements = tuple(_statement(article, Span(*found.span(1))) for found in re.finditer("“([^”]+)”", article.text))
        odd = article.text.count("“") != article.text.count("”")
        warnings = (Warning_("unclosed-quotation", "A quotation has no closing mark", article.id, 0, 1),) if odd else ()
        yield Extraction(article, statements, (), (), (), warnings)
        if on_article:
            on_article(article)


def _statement(article: Article, span: Span) -> Statement:
    line, column = LineIndex.of(article.text).position(span.start)
    text = article.text[span.start : span.end]
    return Statement(f"s-{short_hash(article.id, text)}", article.id, Form.DIRECT, (span,), text, (span,), line=line, column=column)


def _compare(extractions: Sequence[Extraction]) -> Comparison:
    statements = tuple(item for extraction in extractions for item in extraction.statements)
    groups = []
    for text in dict.fromkeys(item.text for item in statements):
        members = [item for item in statements if item.text == text]
        sources = tuple(dict.fromkeys(item.source for item in members))
        verdict = Verdict.AGREEMENT if len(sources) > 1 else Verdict.SINGLE_SOURCE
        groups.append(Group(f"g-{short_hash(text)}", text, None, tuple(item.id for item in members), sources, len(sources), verdict))
    return Comparison(statements, (), tuple(groups), (), ())
