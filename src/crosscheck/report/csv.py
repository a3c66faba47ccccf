"""The format ``csv``: one table of statements and findings, safe to open in a spreadsheet.

RFC 4180: a header, CRLF after every row, quotation marks where needed. Each row is one place in one source: a statement has one, a finding
one for each place that shows it.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from crosscheck.report.contract import Positions
from crosscheck.report.literal import literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.records import Article, Discrepancy, Evidence, Group, Report, Statement
    from crosscheck.report import Options

name = "csv"
suffix = ".csv"

COLUMNS = (
    "record",
    "id",
    "groups",
    "verdict",
    "kind",
    "severity",
    "source",
    "publisher",
    "path",
    "line",
    "column",
    "start",
    "end",
    "form",
    "speaker",
    "polarity",
    "cue",
    "text",
    "explanation",
    "statement",
    "duplicate_of",
)
BOM = "\ufeff"
_FORMULA = re.compile(r"(^|;)(\s*'*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""What a spreadsheet may take for the beginning of a formula (OWASP, CSV Injection): = + - @, also in full width, with white space before
them or not; and after a semicolon, at which some spreadsheets part a row whatever its quotation marks. With apostrophes before it, so that
what is written can be told from what was found. Tabs and line ends do not occur: ``literal``."""

Row = dict[str, str | int]


def render(report: Report, options: Options) -> str:
    """Return the table, statements first; ``options.bom`` puts a byte order mark before it, by which Excel knows UTF-8."""
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for row in (*_statements(report), *_findings(report)):
        table.writerow({column: cell(value) for column, value in row.items()})
    return (BOM if options.bom else "") + out.getvalue()


def cell(value: str | int | None) -> str:
    r"""Return a value as literal text on one line that no spreadsheet takes for a formula: ``=1+1`` as ``'=1+1``.

    ``_FORMULA`` says where an apostrophe is put; taking one away there gives the text back.
    """
    return "" if value is None else _FORMULA.sub(r"\1\2'", literal(str(value)))


def _statements(report: Report) -> Iterator[Row]:
    articles = {article.id: article for article in report.articles}
    groups = {statement: group for group in report.groups for statement in group.statements}
    for statement in report.statements:
        yield _statement(statement, articles[statement.source], groups.get(statement.id))


def _statement(statement: Statement, article: Article, group: Group | None) -> Row:
    return {
        "record": "statement",
        "id": statement.id,
        "groups": group.id if group else "",
        "verdict": group.verdict.value if group else "",
        "kind": statement.kind,
        **_where(article),
        "line": statement.line,
        "column": statement.column,
        "start": statement.start,
        "end": statement.end,
        **_words(statement),
        "text": statement.text,
        "statement": statement.id,
        "duplicate_of": statement.duplicate_of or "",
    }


def _findings(report: Report) -> Iterator[Row]:
    table = _Findings(report)
    for group in report.groups:
        for finding in group.discrepancies:
            yield from table.rows(finding, (group.id,))
    for finding in report.discrepancies:
        yield from table.rows(finding, finding.groups)


class _Findings:
    """Makes the rows of findings."""

    def __init__(self, report: Report) -> None:
        self._articles = {article.id: article for article in report.articles}
        self._statements = {statement.id: statement for statement in report.statements}
        self._verdicts = {group.id: group.verdict.value for group in report.groups}
        self._at = Positions(report.articles)

    def rows(self, finding: Discrepancy, groups: tuple[str, ...]) -> Iterator[Row]:
        verdicts = sorted({self._verdicts[name] for name in groups if name in self._verdicts})
        about: Row = {
            "record": "finding",
            "id": finding.id,
            "groups": " ".join(groups),
            "verdict": " ".join(verdicts),
            "kind": finding.kind.value,
            "severity": finding.severity.value,
            "explanation": finding.explanation,
        }
        for place in finding.spans:
            yield {**about, **self._place(place)}

    def _place(self, place: Evidence) -> Row:
        statement = self._statements.get(place.statement or "")
        return {
            **_where(self._articles[place.source]),
            **self._at.of(place.source, place.start),
            "start": place.start,
            "end": place.end,
            **(_words(statement) if statement else {}),
            "text": place.text,
            "statement": place.statement or "",
        }


def _where(article: Article) -> Row:
    return {"source": article.id, "publisher": article.publisher or "", "path": article.path}


def _words(statement: Statement) -> Row:
    return {
        "form": statement.form.value,
        "speaker": (statement.speaker.name if statement.speaker else None) or "",
        "polarity": statement.polarity.value,
        "cue": statement.cue.text if statement.cue else "",
    }
