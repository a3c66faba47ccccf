"""What the rules after the model read: words, sentences, entities, quotations of one article, without spaCy."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from crosscheck.language.marks import MarkTrouble, Quotation, read_marks
from crosscheck.records import Span, TextSpan, Word
from crosscheck.text import WORD

_FAR = 1_000
"""Code points around an offset that count as its sentence at most."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """One named entity as the model marked it."""

    start: int
    end: int
    text: str
    label: str


class Reading:
    """One article as the language pipeline read it, indexed by offset; all sequences are in order of their start."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        sentences: Sequence[Span],
        paragraphs: Sequence[Span],
        entities: Sequence[Named] = (),
        title: Span | None = None,
    ) -> None:
        """Read the quotation marks and index everything.

        Args:
            text: The article.
            words: Its tokens, white space excluded.
            sentences: Its sentences; they may cross paragraphs, the reading cuts them.
            paragraphs: Those to read: furniture and second printings excluded.
            entities: Its names and values.
            title: The headline, if it stands in the text.
        """
        self.text = text
        self.words = tuple(words)
        self.paragraphs = tuple(paragraphs)
        self.sentences = tuple(_cut(sentences, self.paragraphs))
        self.entities = tuple(entities)
        self.title = title
        self.quotations: tuple[Quotation, ...]
        self.troubles: tuple[MarkTrouble, ...]
        self.quotations, self.troubles = read_marks(text, self.paragraphs)
        self.outermost = tuple(q for q in self.quotations if q.level == 0)
        self._quoted = bytearray(len(text) + 1)
        for q in self.outermost:
            self._quoted[q.inner.start : q.inner.end] = b"\x01" * (q.inner.end - q.inner.start)
        self._counted = [match.span() for match in WORD.finditer(text)]
        self._counted_starts = [start for start, _ in self._counted]
        self._word_starts = [word.start for word in self.words]
        self._sentence_starts = [span.start for span in self.sentences]
        self._paragraph_starts = [span.start for span in self.paragraphs]
        self._entity_starts = [entity.start for entity in self.entities]
        self._outermost_starts = [q.outer.start for q in self.outermost]
        self._outermost_ends = [q.outer.end for q in self.outermost]

    def piece(self, span: Span) -> TextSpan:
        """Return the span with its words."""
        return TextSpan(span.start, span.end, self.text[span.start : span.end])

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that begin in ``[start, end)``."""
        first = bisect_left(self._word_starts, start)
        return self.words[first : bisect_left(self._word_starts, end, first)]

    def count(self, span: Span) -> int:
        """Count the words of a span, punctuation excluded."""
        return len(self.counted(span))

    def counted(self, span: Span) -> Sequence[tuple[int, int]]:
        """Return start and end of the words of a span that count, punctuation excluded."""
        spans, starts = self._counted, self._counted_starts
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end, first)
        begins_inside = first > 0 and spans[first - 1][1] > span.start
        ends_inside = last > 0 and spans[last - 1][1] > span.end
        if begins_inside or ends_inside:  # the span cuts a word, whose part may count
            return [match.span() for match in WORD.finditer(self.text, span.start, span.end)]
        return spans[first:last]

    def entities_in(self, start: int, end: int) -> tuple[Named, ...]:
        """Return the entities that begin in ``[start, end)``."""
        return self.entities[bisect_left(self._entity_starts, start) : bisect_left(self._entity_starts, end)]

    def sentence_at(self, offset: int) -> Span:
        """Return the sentence around ``offset``; its paragraph where no sentence is known."""
        index = bisect_right(self._sentence_starts, offset) - 1
        if index >= 0 and offset <= self.sentences[index].end:
            return _near(self.sentences[index], offset)
        return _near(self.paragraph_at(offset), offset)

    def paragraph_number(self, offset: int) -> int:
        """Return the index of the paragraph around ``offset``, or of the one before it."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def paragraph_at(self, offset: int) -> Span:
        """Return the paragraph around ``offset``, or the one before it."""
        return self.paragraphs[self.paragraph_number(offset)] if self.paragraphs else Span(0, len(self.text))

    def quotations_in(self, start: int, end: int) -> list[Quotation]:
        """Return the outermost quotations that overlap ``[start, end)``."""
        first = bisect_right(self._outermost_ends, start)
        return list(self.outermost[first : bisect_left(self._outermost_starts, end)])

    def is_quoted(self, offset: int) -> bool:
        """Tell whether ``offset`` lies inside a quotation."""
        return 0 <= offset < len(self._quoted) and self._quoted[offset] == 1


def _near(span: Span, offset: int) -> Span:
    """Return a sentence cut to what a rule may look at: a text without full stops must not make every rule read all of it."""
    return Span(max(span.start, offset - _FAR), min(span.end, offset + _FAR)) if span.end - span.start > 2 * _FAR else span


def _cut(sentences: Sequence[Span], paragraphs: Sequence[Span]) -> list[Span]:
    """Cut sentences at the bounds of paragraphs; both in order, so one pass is enough."""
    cut: list[Span] = []
    index = 0
    for sentence in sentences:
        while index < len(paragraphs) and paragraphs[index].end <= sentence.start:
            index += 1
        for paragraph in paragraphs[index:]:
            if paragraph.start >= sentence.end:
                break
            cut.append(Span(max(sentence.start, paragraph.start), min(sentence.end, paragraph.end)))
    return cut
