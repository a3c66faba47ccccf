"""All that is wrong with a claims file, at once."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from crosscheck.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def suggestion(word: str, known: Iterable[str], *, what: str = "known") -> str:
    """Return a hint: the nearest known word, and all of them as long as they fit a line."""
    words = list(known)
    near = difflib.get_close_matches(word, words, 1, 0.6)
    listed = f"{what}: {', '.join(words)}" if words and len(words) <= 16 else ""
    meant = f'did you mean "{near[0]}"?' if near else ""
    return "; ".join(part for part in (meant, listed) if part)
