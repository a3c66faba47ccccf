"""JSON and JSON Lines articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from crosscheck.errors import SourceError
from crosscheck.records import Warning_
from crosscheck.sources.dates import iso_date
from crosscheck.sources.drafts import Draft

FIELDS = {
    "text": ("text", "body", "content", "articleBody", "article_body", "maintext"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "publication", "site_name"),
    "published": ("published", "date", "published_at", "publishedAt", "datePublished", "publish_date", "date_publish"),
    "url": ("url", "link", "source_url"),
    "id": ("id",),
}
"""Ours first, then what schema.org and common news APIs and scrapers call it."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_NEWLINE = re.compile(r"\r\n?")

Result = Draft | SourceError


def read_json(text: str, path: str) -> list[Result]:
    """Read one article object, a list of them, or ``{"articles": [...]}``; a broken article is an error in its place."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as trouble:
        hint = "One article a line? Then name the file .jsonl" if trouble.msg == "Extra data" else None
        return [SourceError("bad-json", f"Not JSON: {trouble.msg}", path=path, line=trouble.lineno, column=trouble.colno, hint=hint)]
    except (ValueError, RecursionError) as trouble:
        return [SourceError("bad-json", f"JSON that cannot be read: {_reason(trouble)}", path=path)]
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    if not isinstance(value, list):
        return [_article(value, path, None, "the article")]
    if not value:
        return [SourceError("no-articles", "The list of articles is empty", path=path)]
    return [_several(_article(item, path, None, f"article {number}"), number) for number, item in enumerate(value, 1)]


def read_json_lines(text: str, path: str) -> list[Result]:
    """Read one article object a line; blank lines are passed over, a broken line is an error of its own."""
    results = list(_lines(text, path))
    return results or [SourceError("no-articles", "The file has no line with an article", path=path)]


def looks_like_json(text: str) -> bool:
    """Tell whether ``text`` begins as JSON articles do; for standard input, which has no suffix."""
    return bool(re.match(r'\s*(\[\s*)?\{\s*"', text))


def looks_like_json_lines(text: str) -> bool:
    """Tell whether the first line of ``text`` is a JSON object and more follows."""
    first, _, rest = text.strip().partition("\n")
    try:
        return bool(rest) and isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _lines(text: str, path: str) -> Iterator[Result]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as trouble:
            yield SourceError("bad-json", f"Not JSON: {trouble.msg}", path=path, line=number, column=trouble.colno)
        except (ValueError, RecursionError) as trouble:
            yield SourceError("bad-json", f"JSON that cannot be read: {_reason(trouble)}", path=path, line=number)
        else:
            yield _several(_article(value, path, number, "the line's article"), number)


def _reason(trouble: Exception) -> str:
    return "nested too deeply" if isinstance(trouble, RecursionError) else "a number with too many digits"


def _several(result: Result, number: int) -> Result:
    return replace(result, number=number) if isinstance(result, Draft) else result


def _article(value: object, path: str, line: int | None, what: str) -> Result:
    if not isinstance(value, dict):
        return SourceError("not-an-article", f"{what.capitalize()} is not an object with a field 'text'", path=path, line=line)
    text = _body(_field(value, "text"))
    if text is None:
        problem = "is missing" if _field(value, "text") is None else "is not a string"
        names = ", ".join(FIELDS["text"][1:3])
        return SourceError(
            "missing-text", f"{what.capitalize()}: field 'text' {problem}", path=path, line=line, hint=f"Also read as text: {names}"
        )
    warnings: list[Warning_] = []
    texts = {name: _scalar(_field(value, name), name, warnings) for name in FIELDS if name != "text"}
    published = _published(texts["published"], warnings)
    clean = _clean(_NEWLINE.sub("\n", text), warnings)
    title = texts["title"] and " ".join(texts["title"].split())
    return Draft(clean, texts["id"], None, None, title or None, texts["publisher"], published, texts["url"], warnings=tuple(warnings))


def _field(value: dict[str, object], name: str) -> object:
    return next((value[key] for key in FIELDS[name] if value.get(key) is not None), None)


def _body(value: object) -> str | None:
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return value if isinstance(value, str) else None


def _scalar(value: object, name: str, warnings: list[Warning_]) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        value = str(value)
    if value is None or isinstance(value, str):
        return _clean(value, warnings).strip() or None if value else None
    warnings.append(Warning_("ignored-field", f"Field '{name}' is not a string and was left out"))
    return None


def _published(value: str | None, warnings: list[Warning_]) -> str | None:
    found = iso_date(value) if value else None
    if value and not found:
        warnings.append(Warning_("bad-date", f"Publication date {value[:40]!r} cannot be read as a date and was left out"))
    return found


def _clean(text: str, warnings: list[Warning_]) -> str:
    """Replace lone surrogates, which no encoding can write, by U+FFFD."""
    clean, count = _SURROGATE.subn("\ufffd", text)
    if count:
        warnings.append(Warning_("lone-surrogate", f"{count} broken character escapes were replaced by U+FFFD"))
    return clean
