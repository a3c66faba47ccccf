"""What crosscheck itself has written, saved among the articles: it holds their words and would be compared with them."""

from __future__ import annotations

import re
from pathlib import Path

_HEAD = 4096
"""Characters in which a file says what it is."""
_SCHEMA = re.compile(r'\s*\{\s*(?:"type":\s*"[a-z]+",\s*)?"schema":\s*"crosscheck\.(?P<kind>report|extract|check)/\d+"')
_SOURCE_LINE = re.compile(r'\{"type": "source", "id": .*"sha256": "[0-9a-f]{64}"')
_REPORT = re.compile(r"crosscheck: \d+ sources?\n\nA  \S")
_LISTING = re.compile(r".+: \d+ statements?\n  .+:\d+:\d+ (?:direct|mixed|indirect|narrated)\b")
_CHECK = re.compile(r"## crosscheck check: |\d+ claims? × \d+ sources?: ")


def is_own_output(file: Path) -> bool:
    """Tell whether a file is one that crosscheck has written; one that cannot be read is none, nor is a pipe, read but once."""
    if not file.is_file():
        return False
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return False
    return own_output(head.decode("utf-8", "replace")) is not None


def own_output(text: str) -> str | None:
    """Return what of crosscheck's a file is: ``a report``, ``an extract`` or ``a check``; None for anything else."""
    head = text[:_HEAD]
    if schema := _SCHEMA.match(head):
        return {"report": "a report", "extract": "an extract", "check": "a check"}[schema["kind"]]
    if _REPORT.match(head):
        return "a report"
    if _SOURCE_LINE.match(head) or _LISTING.match(head):
        return "an extract"
    return "a check" if _CHECK.match(head) else None
