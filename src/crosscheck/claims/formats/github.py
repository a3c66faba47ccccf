"""A check as annotations of GitHub Actions: one workflow command a line, at the place in the source, or in the claims file for none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crosscheck.claims.formats.plain import summary
from crosscheck.claims.notices import details, literal, literal_line, notices
from crosscheck.claims.results import Level

if TYPE_CHECKING:
    from crosscheck.claims.formats import About
    from crosscheck.claims.notices import Notice
    from crosscheck.claims.problems import ClaimsProblems
    from crosscheck.claims.results import CheckResult


def result(result: CheckResult, about: About) -> str:
    """Render a check; the last line is the summary."""
    lines = [_notice(notice, result.path, about.tool) for notice in notices(result)]
    return "\n".join((*lines, summary(result))) + "\n"


def problems(problems: ClaimsProblems, about: About) -> str:
    """Render the problems of a claims file as errors in it."""
    lines = []
    for item in problems.problems:
        rows = [literal(f"{item.message}. {item.hint}" if item.hint else item.message)]
        text = "\n".join([*rows, *map(literal_line, (item.snippet or "").splitlines())])
        lines.append(_command("error", item.path or "", item.line or 1, item.column or 1, f"{about.tool}: {item.code}", text))
    return "\n".join(lines) + "\n"


def _notice(notice: Notice, path: str, tool: str) -> str:
    level = "error" if notice.level is Level.ERROR else "notice"
    title = f"{tool}: {notice.outcome}"
    said = "\n".join(details(notice, path))
    if notice.item is not None and notice.item.found.text:
        return _command(level, notice.item.path, notice.item.found.line, notice.item.found.column, title, said)
    return _command(level, path, notice.line, notice.column, title, said)


def _command(level: str, path: str, line: int, column: int, title: str, text: str) -> str:
    return f"::{level} file={_property(path)},line={line},col={column},title={_property(title)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(literal(text)).replace(":", "%3A").replace(",", "%2C")
