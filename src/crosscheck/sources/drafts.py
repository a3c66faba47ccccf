"""What a format reader makes of a file, before titles, dates and furniture are looked for."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.records import Furniture, Span, TextSpan, Warning_


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file gives it."""

    text: str
    id: str | None = None
    """From the file's metadata; None: the file's name decides."""
    number: int | None = None
    """Which article of its file this is, where the file's name alone names none: from 1, or the line in JSON Lines."""
    title: TextSpan | None = None
    """Where the format marks a title inside ``text``."""
    headline: str | None = None
    """Where the title stands outside ``text``."""
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    markup: tuple[Furniture, ...] = ()
    """Stretches that are the format's, not the article's."""
    starts: frozenset[int] = frozenset()
    """Offsets of lines that begin a paragraph whatever stands before."""
    skip: tuple[Span, ...] = ()
    """Lines wholly made of markup or metadata: never a title or a paragraph of prose."""
    warnings: tuple[Warning_, ...] = ()
