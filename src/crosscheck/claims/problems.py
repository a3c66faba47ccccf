"""All that is wrong with a claims file, at once."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from crosscheck.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Iterable


LINE_END = re.compile(r"\r\n|\r|\n")
"""Where a line of a claims file ends."""
MAX_SHOWN = 60
"""Code points of a wrong value that a message repeats."""
MAX_SNIPPET = 100
"""Columns of a line that are shown around a problem."""


class ClaimsProblems(ClaimsError):  # noqa: N818 - it is several errors
    """The claims file is broken in one or more places.

    Attributes:
        problems: One error per problem, in the order of their places; never empty. The first lends its code, place and hint.
    """

    def __init__(self, problems: Iterable[ClaimsError]) -> None:
        """Sort the problems by place; the message counts them."""
        self.problems: tuple[ClaimsError, ...] = tuple(sorted(problems, key=lambda item: (item.line or 0, item.column or 0, item.message)))
        first = self.problems[0]
        more = len(self.problems) - 1
        message = f"{first.message} (and {more} more problem{'s' if more > 1 else ''})" if more else first.message
        super().__init__(first.code, message, path=first.path, line=first.line, column=first.column, hint=first.hint)


def with_snippets(problems: Iterable[ClaimsError], text: str) -> ClaimsProblems:
    """Return the problems as one error, each with the line of the file that it is about and a mark below its column."""
    lines = LINE_END.split(text)
    listed = list(problems)
    for problem in listed:
        if problem.line is not None and problem.line <= len(lines):
            problem.snippet = _snippet(lines[problem.line - 1], problem.line, problem.column or 1)
    return ClaimsProblems(listed)


def _snippet(line: str, number: int, column: int) -> str:
    start = max(0, column - 1 - MAX_SNIPPET // 2) if len(line) > MAX_SNIPPET else 0
    part = "".join(char if char.isprintable() else " " for char in line[start : start + MAX_SNIPPET].rstrip())
    return f"{number} | {part}\n{' ' * len(str(number))} | {' ' * (column - 1 - start)}^"


def suggestion(word: str, known: Iterable[str], *, what: str = "known") -> str:
    """Return a hint: the nearest known word, and all of them as long as they fit a line."""
    words = tuple(known)
    near = _nearest(word, words)
    listed = f"{what}: {', '.join(words)}" if words and len(words) <= 16 else ""
    meant = f'did you mean "{near[0]}"?' if near else ""
    return "; ".join(part for part in (meant, listed) if part)


@lru_cache(maxsize=1024)
def _nearest(word: str, words: tuple[str, ...]) -> list[str]:
    """The nearest word, looked up once: where a source is renamed, each of a thousand claims has the old name."""
    return difflib.get_close_matches(word[:MAX_SHOWN], words, 1, 0.6)


def shortened(value: object) -> str:
    """Return a wrong value for a message, cut where it is long."""
    text = str(value)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"
