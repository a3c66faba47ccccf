"""What ``explain`` prints: all that a report knows about one id. Works on the report's JSON form, so a saved report will do."""

from __future__ import annotations

import difflib
import json
import textwrap
from typing import TYPE_CHECKING, Any, NamedTuple

from crosscheck.errors import UsageError
from crosscheck.records import Span
from crosscheck.report.contract import SCHEMA
from crosscheck.report.excerpts import Role, Segment, excerpt
from crosscheck.report.literal import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]

CONTEXT = 40
"""Words of a statement shown on each side of the evidence."""
MAX_LISTED = 10


class Found(NamedTuple):
    """One thing of a report that has an id."""

    type: str
    item: Json


def read_report(text: str, path: str) -> Json:
    """Read a saved report.

    Raises:
        UsageError: It is not one.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(
            "not-a-report", f"not JSON: {error}", path=path, hint="make one with: crosscheck report PATHS -f json -o FILE"
        ) from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise UsageError(
            "not-a-report", f"not a report of the schema {SCHEMA}", path=path, hint="make one with: crosscheck report PATHS -f json -o FILE"
        )
    return data


def find(data: Json, wanted: str) -> Found:
    """Find what has the id ``wanted``, or the one thing whose id begins so.

    Raises:
        UsageError: Nothing has, or several things have.
    """
    everything = list(_everything(data))
    exact = [found for found in everything if found.item["id"] == wanted]
    begin = exact or [found for found in everything if wanted and found.item["id"].startswith(wanted)]
    if len(begin) == 1 or (exact and begin):
        return begin[0]
    if not begin:
        near = difflib.get_close_matches(wanted, [found.item["id"] for found in everything], 1)
        hint = f"did you mean {near[0]!r}?" if near else "ids stand in the report, at the end of each difference, and in --format json"
        raise UsageError("unknown-id", f"nothing in the report has the id {wanted!r}", hint=hint)
    listed = ", ".join(f"{found.item['id']} ({found.type})" for found in begin[:MAX_LISTED])
    more = f" and {len(begin) - MAX_LISTED} more" if len(begin) > MAX_LISTED else ""
    raise UsageError("ambiguous-id", f"{len(begin)} ids begin with {wanted!r}", hint=f"give more of one of these: {listed}{more}")


def explain(data: Json, wanted: str, width: int) -> str:
    """Return what the report knows about the id ``wanted``; errors as ``find``."""
    found = find(data, wanted)
    printers = {"source": _source, "statement": _statement, "entity": _entity, "group": _group, "finding": _finding}
    lines = printers[found.type](data, found.item)
    return "".join(f"{line}\n" for text in lines for line in _wrap(text, width))


def _everything(data: Json) -> Iterator[Found]:
    for part, kind in (
        ("sources", "source"),
        ("statements", "statement"),
        ("entities", "entity"),
        ("groups", "group"),
        ("discrepancies", "finding"),
    ):
        yield from (Found(kind, item) for item in data[part])
    for group in data["groups"]:
        yield from (Found("finding", item) for item in group["discrepancies"])


def _wrap(text: str, width: int) -> list[str]:
    indent = len(text) - len(text.lstrip(" "))
    return textwrap.wrap(text, width, subsequent_indent=" " * (indent + 2), break_on_hyphens=False) or [""]


def _source(data: Json, item: Json) -> Iterator[str]:
    yield f"source {item['id']}: {literal(item['title'] or '')}"
    for name in ("path", "publisher", "published", "sha256", "words"):
        yield f"  {name}: {literal(str(item[name])) if item[name] is not None else 'unknown'}"
    own = [statement for statement in data["statements"] if statement["source"] == item["id"]]
    yield f"  statements: {len(own)}"


def _statement(data: Json, item: Json) -> Iterator[str]:
    yield f"statement {item['id']}: {item['form']}, {_at(data, item)}"
    yield f"  content: {literal(item['text'])}"
    yield from _who(item)
    yield f"  kind: {literal(item['kind'])}, {item['polarity']}"
    if item["via"]:
        yield f"  via: {literal(item['via'])}"
    if item["duplicate_of"]:
        yield f"  printed before as: {item['duplicate_of']}"
    for group in data["groups"]:
        if item["id"] in group["statements"]:
            yield f"  in group {group['id']}: {literal(group['label'])} ({group['verdict']})"


def _who(item: Json) -> Iterator[str]:
    cue, speaker = item["cue"], item["speaker"]
    if cue:
        yield f"  cue: {literal(cue['text'])}"
    if speaker is None:
        yield "  speaker: none" if item["form"] == "narrated" else "  speaker: unknown"
        return
    mention = f", in the text “{literal(speaker['mention']['text'])}”" if speaker["mention"] else ""
    yield f"  speaker: {literal(speaker['name'] or 'unknown')}{mention}, resolved by {speaker['resolved_by']}"


def _entity(data: Json, item: Json) -> Iterator[str]:
    yield f"entity {item['id']}: {literal(item['name'])} ({item['label']})"
    for spelling in item["spellings"]:
        yield f"  {literal(spelling['text'])} ×{spelling['count']} in {', '.join(spelling['sources'])}"
    yield "  mentions:"
    for place in item["mentions"]:
        yield f"    {_at(data, place)} {literal(place['text'])}"


def _group(data: Json, item: Json) -> Iterator[str]:
    yield f"group {item['id']}: {literal(item['label'])}"
    yield f"  speaker: {literal(item['speaker'] or 'none')}"
    yield f"  verdict: {item['verdict']}"
    yield f"  sources: {', '.join(item['sources'])} ({item['independent_sources']} independent)"
    yield "  statements:"
    statements = {statement["id"]: statement for statement in data["statements"]}
    for statement in (statements[name] for name in item["statements"] if name in statements):
        speaker = (statement["speaker"] or {}).get("name")
        yield f"    {statement['id']} {_at(data, statement)} {statement['form']}{f', {literal(speaker)}' if speaker else ''}"
        yield f"      {literal(statement['text'])}"
    for finding in item["discrepancies"]:
        yield ""
        yield from _finding(data, finding)


def _finding(data: Json, item: Json) -> Iterator[str]:
    yield f"finding {item['id']}: {item['kind']}, {item['severity']}"
    yield f"  {literal(item['explanation'])}"
    statements = {statement["id"]: statement for statement in data["statements"]}
    for span in item["spans"]:
        statement = statements.get(span["statement"] or "")
        name = f" in {statement['id']}" if statement else ""
        yield f"  {_at(data, span)}{name}"
        yield f"    {_marked(statement, span)}"


def _marked(statement: Json | None, span: Json) -> str:
    """Return the statement with the evidence in braces; the evidence alone where it lies outside the statement."""
    mark = Span(span["start"], span["end"])
    segments = _segments(statement) if statement else []
    if not any(segment.start <= mark.start and mark.end <= segment.start + len(segment.text) for segment in segments):
        segments = [Segment(mark.start, span["text"])]
    pieces = excerpt(segments, [mark], CONTEXT)
    return "".join(f"{{{piece.text}}}" if piece.role in (Role.DIFFERS, Role.GAP) else piece.text for piece in pieces) or "{}"


def _segments(statement: Json) -> list[Segment]:
    """Take the joined text apart again: the spans of the content, joined by one space."""
    segments, position = [], 0
    for span in statement["content"]:
        length = span["end"] - span["start"]
        segments.append(Segment(span["start"], statement["text"][position : position + length]))
        position += length + 1
    return segments


def _at(data: Json, place: Json) -> str:
    source = next((source for source in data["sources"] if source["id"] == place["source"]), {"path": place["source"]})
    path = f"{source['path']}#{source['number']}" if source.get("number") else source["path"]
    return f"{literal(path)}:{place.get('line') or '?'}:{place.get('column') or '?'}"
