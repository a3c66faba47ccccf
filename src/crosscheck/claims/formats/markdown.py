"""A check as Markdown for the summary of a CI job: how it went, what failed with its edit, what is noted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crosscheck.claims.formats.plain import summary
from crosscheck.claims.notices import expected_words, found_words, literal, literal_line, notices, word_diff
from crosscheck.claims.results import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.claims.formats import About
    from crosscheck.claims.notices import Notice
    from crosscheck.claims.problems import ClaimsProblems
    from crosscheck.claims.results import CheckResult
    from crosscheck.errors import ClaimsError


def result(result: CheckResult, about: About) -> str:
    """Render a check."""
    told = notices(result)
    failed = [notice for notice in told if notice.level is Level.ERROR]
    noted = [notice for notice in told if notice.level is Level.NOTE]
    lines = [f"## {about.tool} check: {'passed' if result.passed else 'failed'}", "", _escaped(summary(result)), ""]
    for notice in failed:
        lines += [*_failure(notice, result.path), ""]
    lines += [*_notes(noted), ""] if noted else []
    return "\n".join(lines).rstrip("\n") + "\n"


def problems(problems: ClaimsProblems, about: About) -> str:
    """Render the problems of a claims file."""
    rows = [row for item in problems.problems for row in _problem(item)]
    return "\n".join([f"## {about.tool} check: the claims file is broken", "", *rows]) + "\n"


def _problem(item: ClaimsError) -> Iterator[str]:
    yield f"- `{item.code}` {_escaped(item.where)}: {_escaped(item.message)}"
    if item.snippet:
        yield from ("", *(f"  {row}" for row in _fenced(item.snippet.splitlines())), "")
    if item.hint:
        yield f"  {_escaped(item.hint)}"


def _failure(notice: Notice, path: str) -> Iterator[str]:
    yield f"### {_escaped(notice.name)}: {notice.outcome}"
    yield ""
    yield f"{_escaped(notice.gist[:1].upper() + notice.gist[1:])}."
    yield ""
    yield "| | |"
    yield "|---|---|"
    item = notice.item
    if item is not None:
        yield f"| expected | {_escaped(expected_words(item))} |"
        yield f"| found | {_escaped(found_words(item))} |"
        if item.found.text:
            yield f"| words | {_escaped(word_diff(item.wanted, item.found.text))} |"
            yield f"| source | {_escaped(f'{item.path}:{item.found.line}:{item.found.column}')} |"
    yield f"| claims | {_escaped(f'{path}:{notice.line}:{notice.column}')} |"
    if notice.edit:
        yield from ("", *_fenced(notice.edit.splitlines()))


def _fenced(lines: Sequence[str]) -> Iterator[str]:
    """Lines as they are, in a fence longer than any in them."""
    fence = "`" * max(3, 1 + max((len(run) for line in lines for run in re.findall("`+", line)), default=0))
    yield from (f"{fence}text", *(literal_line(line) for line in lines), fence)


def _notes(noted: Sequence[Notice]) -> Iterator[str]:
    yield f"<details><summary>{len(noted)} {'note' if len(noted) == 1 else 'notes'}</summary>"
    yield ""
    for notice in noted:
        known = " (known gap)" if notice.known_gap else ""
        yield f"- {_escaped(notice.name)}: {notice.outcome}{known}, {_escaped(notice.gist)}"
    yield ""
    yield "</details>"


def _escaped(text: str) -> str:
    """Text as text: no Markdown, no HTML, one line."""
    return (
        re.sub(r"([\\`*_{}\[\]()#+!|~<>&@])", r"\\\1", literal(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")
    )
