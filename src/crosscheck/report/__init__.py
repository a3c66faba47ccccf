"""Report → text: one sibling module for each format behind one small protocol.

Takes: a ``Report``, or the extractions of the articles. Gives: text, ready to be written. May import: records, text, errors, settings, the
standard library; ``terminal`` alone also rich. May not: any other room, click, files (but for the schemas that ship).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from crosscheck.records import Report

__all__ = ["Options", "Renderer", "renderer"]


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is to look; formats for programs do not heed it."""

    width: int = 100
    """Columns."""
    color: bool = False
    """Whether terminal escapes for colour and weight may be written."""
    bom: bool = False
    """Whether a CSV table begins with a byte order mark."""


class Renderer(Protocol):
    """One format."""

    @property
    def name(self) -> str:
        """What ``--format`` calls it."""

    @property
    def suffix(self) -> str:
        """Of a file that holds it, with the full stop."""

    def render(self, report: Report, options: Options) -> str:
        """Return the report in this format, ending in a newline; the same report and options give the same text."""


def renderer(name: str) -> Renderer:
    """Return the format called ``name``, one of ``settings.FORMATS``; only its module is imported.

    Raises:
        KeyError: There is no such format.
    """
    if name == "annotations":
        from crosscheck.report import web_annotations

        return web_annotations
    if name == "csv":
        from crosscheck.report import csv

        return csv
    if name == "json":
        from crosscheck.report import json

        return json
    if name == "jsonl":
        from crosscheck.report import jsonl

        return jsonl
    if name == "schema-org":
        from crosscheck.report import schema_org

        return schema_org
    if name == "text":
        from crosscheck.report import terminal

        return terminal
    raise KeyError(name)
