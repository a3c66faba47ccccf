"""Files to articles: discover, decode, read each format, mark page furniture.

::

    discover.py       what the command line names -> Input
    decode.py         bytes -> text
    json_articles.py  JSON and JSON Lines -> Draft
    markdown.py       Markdown -> Draft
    paragraphs.py     where paragraphs begin and end
    headlines.py      the title
    english.py        whether a text is English
    ownoutput.py      reports of crosscheck's own among the articles
    rules.py          the table of furniture rules
    neighbours.py     furniture that shows only beside its neighbours
    furniture.py      title, furniture, date and publisher of a page
    datelines.py      LONDON (Reuters) -
    dates.py          calendar dates
    repeats.py        passages printed twice
    reading.py        read_articles: all of it in order
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO

from crosscheck.sources.discover import SUFFIXES, Input, discover, passed_over
from crosscheck.sources.ownoutput import is_own_output

if TYPE_CHECKING:
    from crosscheck.errors import SourceError
    from crosscheck.records import Article, Warning_

__all__ = ["SUFFIXES", "Input", "discover", "is_own_output", "passed_over", "read_articles"]


def read_articles(
    inputs: Sequence[Input], *, encoding: str = "utf-8", stdin: BinaryIO | None = None
) -> tuple[tuple[Article, ...], tuple[SourceError, ...], tuple[Warning_, ...]]:
    """Read every input.

    Args:
        inputs: From ``discover``, in any order: it does not change the result.
        encoding: Of the files; a UTF-8 byte order mark is always accepted.
        stdin: Where ``-`` is read from; None: the process's standard input.

    Returns:
        The articles, sorted by path, number in the file, then id; the errors of what could not be read, sorted by path and line; the
        warnings, sorted by source and offset.

    Raises:
        ConfigError: There is no such encoding.
    """
    from crosscheck.sources import reading  # its rules take a while to compile: an empty folder is answered without them

    return reading.read_articles(inputs, encoding, stdin)
