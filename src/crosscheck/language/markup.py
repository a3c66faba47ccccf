"""Markup inside sentences: an article is read without it, and what is found is put back where it stands in the file.

Emphasis marks and link targets stand between the words of a sentence and belong to none of them. The language room therefore reads the
article with these stretches taken out, as its readers see it, and every offset is then turned back. Content that spans such a stretch
comes in several spans around it, so that its words are those of the sentence; a stretch inside a word (un*believ*able) parts nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from crosscheck.records import Article, Extraction, Furniture, Mention, Repeat, Span, Speaker, Statement, TextSpan, Warning_, Word
from crosscheck.text import INLINE_MARKUP, LineIndex

Placed = TypeVar("Placed", TextSpan, Mention, Word)
_LEADING = " \t\n,.;:!?"
"""What is cut from the beginning of a piece of content after markup: punctuation of the words before it."""


@dataclass(frozen=True)
class Unmarked:
    """An article without the markup inside its sentences, and the way back."""

    original: Article
    article: Article
    """What is to be read; offsets of its records count in its own, shorter text."""
    _holes: tuple[Span, ...]
    _lost: tuple[int, ...]
    """Characters taken out up to the end of each hole."""
    _at: tuple[int, ...]
    """Where each hole stood, in the shorter text."""

    @classmethod
    def of(cls, article: Article) -> Unmarked | None:
        """Take the markup out of an article; None where it has none."""
        holes = tuple(sorted(item.span for item in article.furniture if item.rule == INLINE_MARKUP))
        if not holes:
            return None
        lost = tuple(accumulate(hole.end - hole.start for hole in holes))
        at = tuple(hole.end - gone for hole, gone in zip(holes, lost, strict=True))
        return cls(article, _Shortened(article, holes, lost).article(), holes, lost, at)

    def restored(self, extraction: Extraction) -> Extraction:
        """Return what was found in the shorter text with the offsets and words of the file."""
        lines = LineIndex.of(self.original.text)
        return replace(
            extraction,
            article=self.original,
            statements=tuple(self._statement(item, lines) for item in extraction.statements),
            mentions=tuple(self._placed(item) for item in extraction.mentions),
            words=tuple(self._placed(item) for item in extraction.words),
            sentences=tuple(self._span(item) for item in extraction.sentences),
            warnings=tuple(self._warning(item) for item in extraction.warnings),
        )

    def _start(self, offset: int) -> int:
        """Where the character at ``offset`` of the shorter text stands: behind markup that stands right before it."""
        index = bisect_right(self._at, offset)
        return offset + (self._lost[index - 1] if index else 0)

    def _end(self, offset: int) -> int:
        """Where what ends at ``offset`` of the shorter text ends: before markup that follows."""
        index = bisect_left(self._at, offset)
        return offset + (self._lost[index - 1] if index else 0)

    def _span(self, span: Span) -> Span:
        start = self._start(span.start)
        return Span(start, max(start, self._end(span.end)))

    def _placed(self, record: Placed) -> Placed:
        span = self._span(Span(record.start, record.end))
        return replace(record, start=span.start, end=span.end, text=self.original.text[span.start : span.end])

    def _warning(self, warning: Warning_) -> Warning_:
        if warning.start is None or warning.end is None:
            return warning
        span = self._span(Span(warning.start, warning.end))
        return replace(warning, start=span.start, end=span.end)

    def _statement(self, statement: Statement, lines: LineIndex) -> Statement:
        content = tuple(piece for span in statement.content for piece in self._pieces(self._span(span)))
        line, column = lines.position(content[0].start)
        return replace(
            statement,
            content=content,
            text=" ".join(self.original.text[span.start : span.end] for span in content),
            quoted=tuple(self._span(span) for span in statement.quoted),
            cue=self._placed(statement.cue) if statement.cue else None,
            speaker=self._speaker(statement.speaker),
            line=line,
            column=column,
        )

    def _speaker(self, speaker: Speaker | None) -> Speaker | None:
        return replace(speaker, mention=self._placed(speaker.mention)) if speaker and speaker.mention else speaker

    def _pieces(self, span: Span) -> list[Span]:
        """Cut a stretch of the file at the markup in it."""
        text = self.original.text
        pieces: list[Span] = []
        start = span.start
        for hole in self._holes[bisect_left(self._holes, Span(span.start, 0)) :]:
            if hole.start >= span.end:
                break
            if not _is_inside_word(text, hole):
                pieces += _trimmed(text, start, hole.start, lead=bool(pieces))
                start = hole.end
        return (pieces + _trimmed(text, start, span.end, lead=bool(pieces))) or [span]


def _is_inside_word(text: str, hole: Span) -> bool:
    """Tell whether emphasis begins or ends inside a word; a link never does, its target would be read as words."""
    emphasis = not any(char.isalnum() for char in text[hole.start : hole.end])
    return emphasis and text[hole.start - 1 : hole.start].isalnum() and text[hole.end : hole.end + 1].isalnum()


def _trimmed(text: str, start: int, end: int, *, lead: bool) -> list[Span]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip(_LEADING if lead else None))
    last = start + len(piece.rstrip())
    return [Span(first, last)] if first < last else []


@dataclass(frozen=True)
class _Shortened:
    """Takes holes out of an article's records."""

    original: Article
    holes: tuple[Span, ...]
    lost: tuple[int, ...]

    def article(self) -> Article:
        article = self.original
        title = self._span(article.title.span) if article.title else None
        text = "".join(self._kept())
        return replace(
            article,
            text=text,
            title=TextSpan(title.start, title.end, text[title.start : title.end]) if title else None,
            paragraphs=tuple(span for span in map(self._span, article.paragraphs) if text[span.start : span.end].strip()),
            furniture=tuple(self._furniture(article.furniture)),
            repeats=tuple(Repeat(self._span(item.span), self._span(item.first)) for item in article.repeats),
        )

    def _kept(self) -> Iterator[str]:
        position = 0
        for hole in self.holes:
            yield self.original.text[position : hole.start]
            position = hole.end
        yield self.original.text[position:]

    def _offset(self, offset: int) -> int:
        """Where an offset of the file stands in the shorter text; one inside a hole where the hole stood."""
        index = bisect_right(self.holes, Span(offset, len(self.original.text)))
        if not index:
            return offset
        hole = self.holes[index - 1]
        return offset - self.lost[index - 1] + max(0, hole.end - offset)

    def _span(self, span: Span) -> Span:
        return Span(self._offset(span.start), self._offset(span.end))

    def _furniture(self, furniture: Sequence[Furniture]) -> Iterator[Furniture]:
        for item in furniture:
            span = self._span(item.span)
            if item.rule != INLINE_MARKUP and span.start < span.end:
                yield Furniture(span, item.rule)
