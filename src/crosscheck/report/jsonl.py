"""The format ``jsonl``: one object a line, each with its ``type``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from crosscheck.report.contract import report_object
from crosscheck.report.literal import literal_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.records import Report
    from crosscheck.report import Options

name = "jsonl"
suffix = ".jsonl"

_PARTS = {
    "sources": "source",
    "statements": "statement",
    "entities": "entity",
    "groups": "group",
    "discrepancies": "discrepancy",
    "reuse": "reuse",
    "warnings": "warning",
}


def render(report: Report, options: Options) -> str:
    """Return a line of type ``report`` (schema, tool, settings, summary), then one for each part; the options make no difference."""
    return "".join(line(item) for item in report_lines(report))


def report_lines(report: Report) -> Iterator[dict[str, Any]]:
    """Yield the objects of the lines."""
    whole = report_object(report)
    yield {"type": "report", **{key: value for key, value in whole.items() if key not in _PARTS}}
    for part, kind in _PARTS.items():
        for item in whole[part]:
            yield {"type": kind, **item}


def line(value: dict[str, Any]) -> str:
    """Return one object as one line with its newline."""
    return literal_json(json.dumps(value, ensure_ascii=False, allow_nan=False)) + "\n"
