"""Where an article carries a wording: its words wherever they stand, and the statements around them with their speakers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

from crosscheck.claims.words import words_at, words_of
from crosscheck.records import Article, Likeness, Span, Statement
from crosscheck.text import INLINE_MARKUP, LineIndex, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from crosscheck.claims.amounts import Stated
    from crosscheck.claims.words import WordAt

SHORTLIST = 6
"""Statements that are compared closely per wording; the rest share fewer of its words."""
MIN_SHARED = 0.34
"""Least share of a wording's distinct words that a statement must have to be on the shortlist."""

UNSEEN = 8.0
"""What a beginning of a word tells that no statement has: as one in three thousand."""
MAX_SHIFT = 4
"""Words by which an altered wording may be longer or shorter than the expected one before it counts as another."""
MIN_KEPT = 0.6
"""Least share of a wording's words, in their order, that an altered one has kept."""
_BEFORE = re.compile(r"([^\W_]+(?:['’][^\W_]+)?) $")
_AFTER = re.compile(r" ([^\W_]+(?:['’][^\W_]+)?)")


@dataclass(frozen=True)
class SourceView:
    """One article of a report as the check reads it. Second printings and furniture are no evidence."""

    article: Article
    statements: tuple[Statement, ...]
    stated: tuple[Stated, ...] = ()
    """Numbers and days of the article with their places."""
    rarity: Mapping[str, float] = field(default_factory=dict)
    """How much the beginning of a word tells, by the statements of all sources; one that none of them has tells most."""

    @cached_property
    def index(self) -> LineIndex:
        """Lines and columns of the text."""
        return LineIndex.of(self.article.text)

    @cached_property
    def _inline(self) -> tuple[Span, ...]:
        return tuple(item.span for item in self.article.furniture if item.rule == INLINE_MARKUP)

    @cached_property
    def _left_out(self) -> tuple[Span, ...]:
        own = (item.span for item in self.article.furniture if item.rule != INLINE_MARKUP)
        return (*own, *(item.span for item in self.article.repeats))

    @cached_property
    def _words(self) -> tuple[WordAt, ...]:
        """The words of the article; those of a link's target stand inside a sentence and are none of its words."""
        words = words_at(self.article.text)
        if not self._inline:
            return words
        return tuple(item for item in words if not any(span.start <= item.start < span.end for span in self._inline))

    def read(self, start: int, end: int) -> str:
        """Return the words of a stretch as a reader of the article has them, without markup inside a sentence."""
        text, position = "", start
        for span in self._inline:
            if position <= span.start and span.end <= end:
                text += self.article.text[position : span.start]
                position = span.end
        return text + self.article.text[position:end]

    @cached_property
    def _word_sets(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """The words of each statement, and the beginnings of its longer ones."""
        sets = [frozenset(words_of(statement.text)) for statement in self.statements]
        return tuple((words, stems_of(words)) for words in sets)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word of the article stands, as indices into its words."""
        places: dict[str, list[int]] = {}
        for at, item in enumerate(self._words):
            places.setdefault(item.word, []).append(at)
        return places

    def hits(self, text: str, prefix: str | None = None, suffix: str | None = None) -> list[Span]:
        """Return the places of the words of ``text`` in the article, in order; ``prefix`` and ``suffix`` stand right around them."""
        before, wanted, after = words_of(prefix or ""), words_of(text), words_of(suffix or "")
        if not wanted:
            return []
        words = self._words
        found = [at + len(before) for at in self._find((*before, *wanted, *after))]
        spans = [Span(words[at].start, words[at + len(wanted) - 1].end) for at in found]
        return [span for span in spans if not self.leaves_out(span)]

    def leaves_out(self, span: Span) -> bool:
        """Tell whether the span stands in furniture or in a second printing, which are no evidence."""
        return any(item.overlaps(span) for item in self._left_out)

    def anchored(self, text: str, prefix: str | None = None, suffix: str | None = None) -> tuple[list[Span], bool]:
        """Return the places of ``text``, and whether it has moved: it stands there, and not between ``prefix`` and ``suffix``."""
        if places := self.hits(text, prefix, suffix):
            return places, False
        elsewhere = self.hits(text) if prefix or suffix else []
        return elsewhere, bool(elsewhere)

    def altered(self, text: str) -> Span | None:
        """Return where most words of ``text`` stand in their order with others between or in place of some; None for nowhere.

        The words vote for the place where the text would begin; votes a few words apart count together, as words that were put in or
        left out shift those after them (the fuzzy anchoring of W3C Web Annotation, on words).
        """
        wanted = words_of(text)
        votes = sorted((at - number, at, number) for number, word in enumerate(wanted) for at in self._places.get(word, ()))
        best: list[tuple[int, int]] = []
        first = 0
        for last in range(len(votes)):
            while votes[last][0] - votes[first][0] > MAX_SHIFT:
                first += 1
            if last + 1 - first > len(best) and last + 1 - first >= MIN_KEPT * len(wanted):
                best = max(best, _in_order(votes[first : last + 1]), key=len)
        if len(best) < max(2, MIN_KEPT * len(wanted)):
            return None
        return self._around_run(best, len(wanted))

    def _around_run(self, run: Sequence[tuple[int, int]], length: int) -> Span | None:
        """The place of a run of kept words with those before and after that belong to it, as far as one statement goes."""
        words = self._words
        (at, number), (end, last) = run[0], run[-1]
        core = Span(words[at].start, words[end].end)
        if self.leaves_out(core):
            return None
        wide = Span(words[max(0, at - number)].start, words[min(end + length - 1 - last, len(words) - 1)].end)
        parts = [part for statement in self.around(core) for part in statement.content if part.covers(core)]
        limit = min(parts, key=lambda part: part.end - part.start, default=core)
        return Span(max(wide.start, min(limit.start, core.start)), min(wide.end, max(limit.end, core.end)))

    def beside(self, span: Span) -> tuple[str, str]:
        """Return the words right before and after ``span``; empty where a mark or the end of a sentence stands between."""
        text = self.article.text
        before, after = _BEFORE.search(text, max(0, span.start - 40), span.start), _AFTER.match(text, span.end)
        return fold(before[1]) if before else "", fold(after[1]) if after else ""

    def neighbours(self, span: Span, prefix: str | None, suffix: str | None) -> tuple[str | None, str | None]:
        """Return the words right before and after ``span``, as many as ``prefix`` and ``suffix`` have; None for none."""
        words = self._words
        first = bisect_left(words, span.start, key=lambda item: item.start)
        last = bisect_left(words, span.end, key=lambda item: item.start)
        before = words[max(0, first - len(words_of(prefix or ""))) : first]
        after = words[last : last + len(words_of(suffix or ""))]
        return self._text(before), self._text(after)

    def _text(self, words: Sequence[WordAt]) -> str | None:
        return " ".join(self.read(words[0].start, words[-1].end).split()) if words else None

    def _find(self, wanted: Sequence[str]) -> list[int]:
        """Return each index of ``wanted`` in the words of the article, looked up by its rarest word."""
        places = [self._places.get(word, []) for word in wanted]
        rarest = min(range(len(wanted)), key=lambda at: len(places[at]))
        words = self._words
        starts = [at - rarest for at in places[rarest] if at >= rarest]
        last = len(words) - len(wanted)
        return [at for at in starts if at <= last and all(words[at + n].word == word for n, word in enumerate(wanted))]

    def values_in(self, span: Span) -> list[Stated]:
        """Return the numbers and days that stand in ``span``."""
        return [item for item in self.stated if item.start < span.end and span.start < item.end]

    def around(self, span: Span) -> list[Statement]:
        """Return the statements whose content shares words with ``span``, those that share most first, then the shorter."""
        shared = [(sum(_shared(part, span) for part in statement.content), statement) for statement in self.statements]
        kept = [(size, statement) for size, statement in shared if size]
        return [statement for _, statement in sorted(kept, key=lambda item: (-item[0], len(item[1].text), item[1].start, item[1].id))]

    def speech(self, span: Span, reach: int) -> list[Span]:
        """Return the quotations of one speaker that stand with ``span`` in one speech, at most ``reach`` code points from it.

        The quotation around ``span`` comes first; none where no resolved speaker is quoted there.
        """
        own = next((item for item in self.around(span) if item.quoted and _said_by(item)), None)
        if own is None:
            return []
        near = [
            item
            for item in self.statements
            if item.quoted and _said_by(item) == _said_by(own) and item.start - own.end <= reach and own.start - item.end <= reach
        ]
        return [*own.content, *(part for item in near if item is not own for part in item.content)]

    def nearest(
        self, wanted: str, likeness: Callable[[str, str], Likeness], allowed: Callable[[Statement], bool], least: float, kept: float = 0.0
    ) -> tuple[Statement, Likeness] | None:
        """Return the allowed statement that covers most of ``wanted``, with how it does; None where none shares enough words.

        Statements with less than a share ``kept`` of the wanted content words are passed over. Where none covers ``least`` of it, the one
        most like it as a whole: a sentence with another figure, not a longer one that has the figure by chance.
        """
        words = frozenset(words_of(wanted))
        judged = [(statement, likeness(wanted, statement.text)) for statement in self._shortlist(words, allowed, kept)]
        if not judged:
            return None
        if any(like.coverage >= least for _, like in judged):
            return max(judged, key=lambda item: (item[1].verbatim, item[1].coverage, item[1].containment, -item[0].start))
        return max(judged, key=lambda item: (item[1].contained, alike(wanted, item[0].text), -item[0].start))

    def share(self, wanted: frozenset[str], found: frozenset[str]) -> float:
        """Return the share of the wanted beginnings of words that ``found`` has, 0 to 1, each by its rarity."""
        whole = sum(self.rarity.get(stem, UNSEEN) for stem in wanted)
        return sum(self.rarity.get(stem, UNSEEN) for stem in wanted & found) / whole if whole else 1.0

    def _shortlist(self, words: frozenset[str], allowed: Callable[[Statement], bool], kept: float) -> list[Statement]:
        ranked = []
        stems = stems_of(words)
        whole = sum(self.rarity.get(stem, UNSEEN) for stem in stems)
        for statement, (have, begin) in zip(self.statements, self._word_sets, strict=True):
            if kept and sum(self.rarity.get(stem, UNSEEN) for stem in stems & begin) < kept * whole:
                continue
            shared = len(words & have) / len(words) if words else 0.0
            if shared >= MIN_SHARED and allowed(statement):
                ranked.append((-shared, len(have), statement.start, statement.id, statement))
        return [item[-1] for item in sorted(ranked, key=lambda item: item[:4])[:SHORTLIST]]


def _in_order(votes: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The longest run of votes in which both the article and the text go on, as pairs of word numbers there and here."""
    pairs = sorted((at, number) for _, at, number in votes)
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, (_, number) in enumerate(pairs):
        rank = bisect_left(tails, number)
        back.append(ends[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(number)
            ends.append(index)
        else:
            tails[rank], ends[rank] = number, index
    run = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(pairs[index])
        index = back[index]
    return run[::-1]


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of the longer words, which have the content: withdrawing and withdrew share theirs."""
    return frozenset(word[:4] for word in words if len(word) > 3)


def rarity_of(statements: Sequence[Statement]) -> dict[str, float]:
    """Return what the beginning of each word tells: the logarithm of how many statements there are for one that has it."""
    counts = Counter(stem for statement in statements for stem in stems_of(words_of(statement.text)))
    return {stem: log((len(statements) + 1) / count) for stem, count in counts.items()}


def _said_by(statement: Statement) -> str | None:
    speaker = statement.speaker
    return (speaker.entity or speaker.name) if speaker else None


def alike(one: str, other: str) -> float:
    """Return how many words two texts share, 0 to 1: Dice's coefficient of their sets of words."""
    left, right = frozenset(words_of(one)), frozenset(words_of(other))
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def _shared(part: Span, span: Span) -> int:
    return max(0, min(part.end, span.end) - max(part.start, span.start))
