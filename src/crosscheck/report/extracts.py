"""What ``extract`` prints: sources, statements, entities of each source, warnings; as JSON Lines, one JSON object, or a listing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from crosscheck.report.contract import Positions, place_object, source_object, statement_object, tool_object, warning_object
from crosscheck.report.json import dump
from crosscheck.report.jsonl import line
from crosscheck.report.literal import literal
from crosscheck.text import short_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from crosscheck.records import Article, Extraction, Statement, Tool, Warning_

SCHEMA = "crosscheck.extract/1"

Json = dict[str, Any]

_PARTS = {"source": "sources", "statement": "statements", "entity": "entities", "warning": "warnings"}


def extract_lines(extraction: Extraction, words: int, warnings: Sequence[Warning_] = ()) -> Iterator[Json]:
    """Yield the objects of one article: its source, then statements, entities and warnings, each with its ``type``.

    Args:
        extraction: Of one article.
        words: Number of words of the article.
        warnings: Of the reading, about this article.
    """
    yield {"type": "source", **source_object(extraction.article, words)}
    for statement in extraction.statements:
        yield {"type": "statement", **statement_object(statement)}
    for entity in _entities(extraction):
        yield {"type": "entity", **entity}
    yield from warning_lines((*warnings, *extraction.warnings), (extraction.article,))


def warning_lines(warnings: Iterable[Warning_], articles: tuple[Article, ...] = ()) -> Iterator[Json]:
    """Yield the objects of warnings; ``articles`` are those for which lines and columns are wanted."""
    at = Positions(articles)
    for warning in warnings:
        yield {"type": "warning", **warning_object(warning, at)}


def as_jsonl(lines: Iterable[Json]) -> Iterator[str]:
    """Yield one line of text for each object."""
    return (line(item) for item in lines)


def as_json(lines: Iterable[Json], tool: Tool, settings: Json) -> str:
    """Return one object by the schema ``crosscheck.extract/1``."""
    parts: dict[str, list[Json]] = {part: [] for part in _PARTS.values()}
    for item in lines:
        parts[_PARTS[item["type"]]].append({key: value for key, value in item.items() if key != "type"})
    counts = {part: len(items) for part, items in parts.items()}
    return dump({"schema": SCHEMA, "tool": tool_object(tool), "settings": settings, **parts, "summary": counts})


def as_text(extraction: Extraction) -> str:
    """Return the statements of one article for reading, one to a line: place, form, who, how, what."""
    article = extraction.article
    heading = f"{literal(article.shown)}: {_count(len(extraction.statements))}"
    return "\n".join((heading, *(_listing(article, item) for item in extraction.statements))) + "\n\n"


def _count(statements: int) -> str:
    return f"{statements} statement{'' if statements == 1 else 's'}"


def _listing(article: Article, statement: Statement) -> str:
    speaker = (statement.speaker.name if statement.speaker else None) or ("" if statement.form.value == "narrated" else "?")
    cue = f" [{literal(statement.cue.text)}]" if statement.cue else ""
    repeated = " (printed again)" if statement.duplicate_of else ""
    who = f" {literal(speaker)}{cue}:" if speaker else ""
    return f"  {literal(article.shown)}:{statement.line}:{statement.column} {statement.form.value}{repeated}{who} {literal(statement.text)}"


def _entities(extraction: Extraction) -> Iterator[Json]:
    """Gather the mentions of one article that share name and label, in order of the first mention."""
    at = Positions((extraction.article,))
    mentions = defaultdict(list)
    for mention in extraction.mentions:
        mentions[mention.name, mention.label].append(mention)
    for (name, label), found in mentions.items():
        yield {
            "id": f"entity-{short_hash(extraction.article.id, name, label)}",
            "source": extraction.article.id,
            "name": name,
            "label": label,
            "mentions": [place_object(item, at) for item in found],
        }
