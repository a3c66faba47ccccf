"""Inputs to articles: read, decode, split, mark; warnings for what the reader should know."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import BinaryIO

from crosscheck.errors import SourceError
from crosscheck.records import Article, Furniture, Span, TextSpan, Warning_
from crosscheck.sources.decode import check_encoding, decode
from crosscheck.sources.discover import JSON_LINES_SUFFIXES, JSON_SUFFIXES, MARKDOWN_SUFFIXES, Input
from crosscheck.sources.drafts import Draft
from crosscheck.sources.english import is_foreign
from crosscheck.sources.furniture import read_page
from crosscheck.sources.json_articles import looks_like_json, looks_like_json_lines, read_json, read_json_lines
from crosscheck.sources.markdown import read_markdown
from crosscheck.sources.ownoutput import own_output
from crosscheck.sources.paragraphs import paragraphs
from crosscheck.sources.repeats import find_repeats
from crosscheck.text import INLINE_MARKUP, WORD, fold, short_hash

MAX_PARAGRAPH = 100_000
"""Characters from which a paragraph is not read: ten times the longest article of localnews_dev."""
LONG_PARAGRAPH = 20_000
"""Characters from which a paragraph draws a warning: no newspaper prints one, and sentences in it may be read badly."""


@dataclass(frozen=True, slots=True)
class _Read:
    """An article whose id is not settled yet."""

    article: Article
    stem: str
    warnings: tuple[Warning_, ...]


def read_articles(
    inputs: Sequence[Input], encoding: str, stdin: BinaryIO | None
) -> tuple[tuple[Article, ...], tuple[SourceError, ...], tuple[Warning_, ...]]:
    """Do what ``crosscheck.sources.read_articles`` says."""
    check_encoding(encoding)
    read: list[_Read] = []
    errors: list[SourceError] = []
    warnings: list[Warning_] = []
    for item in inputs:
        try:
            text, digest = _load(item, encoding, stdin)
        except SourceError as trouble:
            errors.append(trouble)
            continue
        if kind := own_output(text):
            warnings.append(_is_output(item.path, kind))
            continue
        for result in _drafts(text, item.path):
            if isinstance(result, SourceError):
                errors.append(result)
            else:
                read.append(_finish(result, item.path, digest))
    named = list(_with_unique_ids(read))
    articles = tuple(sorted((item.article for item in named), key=lambda article: (article.path, article.number or 0, article.id)))
    warnings += [warning for item in named for warning in item.warnings] + list(_same_text(articles))
    return articles, tuple(sorted(errors, key=_error_order)), tuple(sorted(warnings, key=_warning_order))


def _error_order(error: SourceError) -> tuple[str, int, str, str]:
    return (error.path or "", error.line or 0, error.code, error.message)


def _warning_order(warning: Warning_) -> tuple[str, int, str, str]:
    return (warning.source or "", warning.start or 0, warning.code, warning.message)


def _load(item: Input, encoding: str, stdin: BinaryIO | None) -> tuple[str, str]:
    if item.error is not None:
        raise item.error
    try:
        data = (stdin or sys.stdin.buffer).read() if item.file is None else item.file.read_bytes()
    except OSError as trouble:
        raise SourceError(
            "unreadable", f"The file cannot be read: {trouble.strerror}", path=item.path, hint="Check the permissions"
        ) from trouble
    return decode(data, item.path, encoding), hashlib.sha256(data).hexdigest()


def _is_output(path: str, kind: str) -> Warning_:
    return Warning_("own-output", f"{path} is no article but {kind} that crosscheck has written: it was left out")


def _drafts(text: str, path: str) -> list[Draft | SourceError]:
    suffix = PurePosixPath(path).suffix.lower()
    if suffix in JSON_LINES_SUFFIXES or (path == "-" and looks_like_json_lines(text)):
        return read_json_lines(text, path)
    if suffix in JSON_SUFFIXES or (path == "-" and looks_like_json(text)):
        return read_json(text, path)
    if suffix in MARKDOWN_SUFFIXES:
        return [read_markdown(text)]
    return [Draft(text)]


def _finish(draft: Draft, path: str, digest: str) -> _Read:
    spans = paragraphs(draft.text, draft.starts)
    page = read_page(draft.text, spans, draft.markup, draft.title, draft.headline)
    own = tuple(_own(spans, page.furniture, page.title.start if page.title else None))
    title = page.title
    article = Article(
        id="",
        path=path,
        text=draft.text,
        sha256=digest,
        title=title,
        headline=draft.headline or (_headline(title, page.furniture) if title else None),
        publisher=draft.publisher or page.publisher,
        published=draft.published or page.published,
        url=draft.url,
        paragraphs=spans,
        furniture=_with_oversized(page.furniture, spans),
        repeats=find_repeats(draft.text, own),
        number=draft.number,
    )
    return _Read(article, _stem(draft, path), (*draft.warnings, *_warnings(article, own)))


def _headline(title: TextSpan, furniture: Sequence[Furniture]) -> str:
    """The words of the title without markup among them."""
    words = title.text
    for mark in reversed(furniture):
        if mark.rule == INLINE_MARKUP and title.span.covers(mark.span):
            words = words[: mark.span.start - title.start] + words[mark.span.end - title.start :]
    return " ".join(words.split())


def _with_oversized(furniture: Sequence[Furniture], spans: Sequence[Span]) -> tuple[Furniture, ...]:
    """Add paragraphs that no article has: data or a lost file format, which would keep the language pipeline busy for minutes."""
    oversized = [Furniture(span, "oversized") for span in spans if span.end - span.start >= MAX_PARAGRAPH]
    rest = [mark for mark in furniture if not any(big.span.overlaps(mark.span) for big in oversized)]
    return tuple(sorted([*rest, *oversized], key=lambda mark: mark.span))


def _own(spans: Sequence[Span], furniture: Sequence[Furniture], title_start: int | None) -> Iterator[Span]:
    """Return the article's own paragraphs, furniture at their ends cut off, the title left out."""
    starts = {mark.span.start: mark.span.end for mark in furniture}
    ends = {mark.span.end: mark.span.start for mark in furniture}
    for span in spans:
        start, end = starts.get(span.start, span.start), ends.get(span.end, span.end)
        if start < end and start != title_start:
            yield Span(start, end)


def _warnings(article: Article, own: Sequence[Span]) -> Iterator[Warning_]:
    if not article.paragraphs:
        yield Warning_("empty-article", "The article is empty")
    elif not WORD.search(article.text):
        yield Warning_("no-words", "The article has no words")
    elif not own:
        yield Warning_("no-body", "The article has a title or page furniture, but no text of its own")
    if article.text[:200].lstrip().lower().startswith(("<!doctype html", "<html")):
        yield Warning_("html", "The file is an HTML page, read as plain text: its tags are taken for words")
    if is_foreign("\n".join(article.text[span.start : span.end] for span in own or article.paragraphs)):
        yield Warning_("not-english", "The article does not seem to be in English, and crosscheck reads no other language")
    for span in article.paragraphs:
        if span.end - span.start >= LONG_PARAGRAPH:
            yield Warning_(
                "long-paragraph",
                f"A paragraph of {span.end - span.start:,} characters: line breaks may be missing"
                + ("; it is left out, since no article has one as long" if span.end - span.start >= MAX_PARAGRAPH else ""),
                None,
                span.start,
                span.end,
            )
    if article.repeats:
        count = len(article.repeats)
        message = f"The page prints {count} of its paragraphs twice" if count > 1 else "The page prints one of its paragraphs twice"
        yield Warning_("repeated-body", message, None, article.repeats[0].span.start, article.repeats[-1].span.end)


def _same_text(articles: Sequence[Article]) -> Iterator[Warning_]:
    by_text: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.paragraphs:
            by_text[fold(" ".join(article.text.split()))].append(article)
    for first, *others in by_text.values():
        for other in others:
            yield Warning_("same-text", f"The text is the same as that of {first.id}", other.id)


def _stem(draft: Draft, path: str) -> str:
    stem = "stdin" if path == "-" else PurePosixPath(path).stem
    if draft.id:
        return " ".join(draft.id.split())[:100]
    if draft.number is not None:
        return f"{stem}-{short_hash(draft.text, draft.headline or '', draft.publisher or '', draft.url or '', length=6)}"
    return stem


def _with_unique_ids(read: Sequence[_Read]) -> Iterator[_Read]:
    """Give each article its id: the stem, or, where several share it, the stem and a hash of path and content."""
    counts = Counter(item.stem for item in read)
    taken = {stem for stem, count in counts.items() if count == 1}
    for item in sorted(
        read, key=lambda item: (item.stem, item.article.path, item.article.sha256, item.article.text, item.article.headline or "")
    ):
        name = item.stem
        number = 0
        while counts[item.stem] > 1 and (name == item.stem or name in taken):
            parts = (item.article.path, item.article.sha256, item.article.text, str(number))
            name, number = f"{item.stem}-{short_hash(*parts, length=6)}", number + 1
        taken.add(name)
        yield replace(
            item, article=replace(item.article, id=name), warnings=tuple(replace(warning, source=name) for warning in item.warnings)
        )
