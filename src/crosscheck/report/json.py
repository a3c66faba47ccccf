"""The format ``json``: one object by the schema ``crosscheck.report/1``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from crosscheck.report.contract import report_object
from crosscheck.report.literal import literal_json

if TYPE_CHECKING:
    from crosscheck.records import Report
    from crosscheck.report import Options

name = "json"
suffix = ".json"


def render(report: Report, options: Options) -> str:
    """Return the report as one indented JSON object with a final newline; the options make no difference."""
    return dump(report_object(report))


def dump(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return indented JSON: UTF-8 text as it is, keys in the given order, no NaN, one final newline."""
    return literal_json(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"
