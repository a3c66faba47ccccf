"""What a page prints a second time: copies of the first printing's statements and mentions, marked as such."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crosscheck.records import Article, Mention, Repeat, Span, Statement, TextSpan
from crosscheck.text import LineIndex, short_hash


def repeat_statements(article: Article, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements with those of later printings, in order of their start; ``duplicate_of`` names the first one."""
    if not article.repeats:
        return list(statements)
    shifts = _Shifts(article)
    copies = [copy for statement in statements for copy in shifts.statements(statement)]
    return sorted([*statements, *copies], key=lambda s: (s.start, s.end, s.id))


def repeat_mentions(article: Article, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with those of later printings, in order of their start."""
    if not article.repeats:
        return list(mentions)
    shifts = _Shifts(article)
    copies = [
        replace(mention, start=mention.start + shift, end=mention.end + shift)
        for mention in mentions
        for shift in shifts.of(Span(mention.start, mention.end))
    ]
    return sorted([*mentions, *copies], key=lambda m: (m.start, m.end))


class _Shifts:
    """How far a stretch of the first printing stands from its later ones."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.lines = LineIndex.of(article.text)
        by_first: dict[Span, list[Repeat]] = {}
        for repeat in article.repeats:
            by_first.setdefault(repeat.first, []).append(repeat)
        self.firsts = sorted(by_first)
        self.starts = [first.start for first in self.firsts]
        self.repeats = by_first

    def of(self, span: Span) -> list[int]:
        """Return the distances to the later printings of ``span``, one each; none where it is not printed again."""
        index = bisect_right(self.starts, span.start) - 1
        if index < 0 or not self.firsts[index].covers(span):
            return []
        first = self.firsts[index]
        return [repeat.span.start - first.start for repeat in self.repeats[first]]

    def statements(self, statement: Statement) -> list[Statement]:
        """Return the copies of a statement; its spans may lie in several paragraphs, all of which must be printed again."""
        shifts = [self.of(span) for span in statement.content]
        printings = min(len(found) for found in shifts)
        return [self._copy(statement, [found[number] for found in shifts], number) for number in range(printings)]

    def _copy(self, statement: Statement, shifts: Sequence[int], number: int) -> Statement:
        content = tuple(_moved(span, shift) for span, shift in zip(statement.content, shifts, strict=True))
        line, column = self.lines.position(content[0].start)
        mention = self._text(statement.speaker.mention, number) if statement.speaker else None
        return replace(
            statement,
            id=short_hash(statement.id, "again", str(number)),
            content=content,
            quoted=tuple(_moved(span, self.of(span)[number]) for span in statement.quoted if len(self.of(span)) > number),
            cue=self._text(statement.cue, number),
            speaker=replace(statement.speaker, mention=mention) if statement.speaker else None,
            line=line,
            column=column,
            duplicate_of=statement.id,
        )

    def _text(self, stretch: TextSpan | None, number: int) -> TextSpan | None:
        """The later printing of a cue or mention; None where its paragraph is not printed again."""
        shifts = self.of(stretch.span) if stretch is not None else []
        if stretch is None or len(shifts) <= number:
            return None
        return TextSpan(stretch.start + shifts[number], stretch.end + shifts[number], stretch.text)


def _moved(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)
