"""Text reuse: passages that two sources share because one text was copied, and how many sources of a group are independent.

Shared quotations are no reuse: two reporters at one press conference write the same words down. Shared narration is.
The measure is a run of equal words outside quotation marks (after Nicholls 2019 on shingles, and the greedy string tiling of METER).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from crosscheck.compare.words.tokens import Token
from crosscheck.compare.words.weights import is_function
from crosscheck.records import Extraction, Passage, Place, Reuse, Span, Statement
from crosscheck.text import fold

MIN_WORDS = 14
"""Words in a row, most of them outside quotation marks, that chance does not repeat (localnews_dev: no unrelated pair reaches 12)."""
MIN_OWN_WORDS = 10
"""Of these, outside quotation marks."""
SHINGLE = 7
REWORKED = 0.1
"""Share of the shorter article's own words, in runs of ``SHINGLE`` words or more, from which one article is made from the other or both
from a third. Invented wire stories that an outlet rewrote: 0.11 to 0.44, other pairs of them at most 0.04; in localnews_dev, pairs from
0.1 up tell from one press release or agency."""
LEAST_REWORKED = 20
"""Words of these runs together: in two notes of a hundred words, two runs of seven are chance."""
ALIKE = 0.75
"""Share of the shorter statement's words that the other holds: what a reworked article did not get from a reporter of its own."""


def find_reuse(sides: Sequence[tuple[Extraction, tuple[Token, ...]]]) -> tuple[Reuse, ...]:
    """Return the copied passages of every pair of sources, pairs and passages in order.

    Args:
        sides: Extractions in order of their articles' ids, each with its ``units.own_tokens``.
    """
    index: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for side, (_, tokens) in enumerate(sides):
        norms = [t.norm for t in tokens]
        for place, shingle in enumerate(zip(*(norms[shift:] for shift in range(SHINGLE)), strict=False)):
            if shingle in index:
                index[shingle].append((side, place))
            else:
                index[shingle] = [(side, place)]
    seeds: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for places in index.values():
        if 2 <= len(places) <= 40:
            for number, (left, i) in enumerate(places):
                for right, j in places[number + 1 :]:
                    if left != right:
                        seeds.setdefault((left, right), []).append((i, j))
    found: list[Reuse] = []
    for (left, right), pairs in sorted(seeds.items()):
        passages = _passages(sides[left], sides[right], pairs)
        if passages:
            found.append(Reuse((sides[left][0].article.id, sides[right][0].article.id), passages))
    return tuple(found)


def _passages(
    left: tuple[Extraction, tuple[Token, ...]], right: tuple[Extraction, tuple[Token, ...]], pairs: Sequence[tuple[int, int]]
) -> tuple[Passage, ...]:
    runs: list[tuple[int, int, int]] = []
    done_left = done_right = 0
    for i, j in sorted(pairs):
        if i < done_left:
            continue
        length = 0
        while i + length < len(left[1]) and j + length < len(right[1]) and left[1][i + length].norm == right[1][j + length].norm:
            length += 1
        if _own(left[1][i : i + length]) >= SHINGLE - 1:
            runs.append((i, j, length))
            done_left, done_right = i + length, max(done_right, j + length)
    if not runs:
        return ()
    shorter = min(sum(t.quote < 0 for t in side[1]) for side in (left, right))
    shared = sum(_own(left[1][i : i + length]) for i, _, length in runs)
    reworked = len(runs) > 1 and shared >= max(LEAST_REWORKED, REWORKED * shorter)
    kept = [run for run in runs if reworked or _is_copied(left[1][run[0] : run[0] + run[2]])]
    return tuple(Passage((_place(left, i, length), _place(right, j, length))) for i, j, length in kept)


def _own(run: Sequence[Token]) -> int:
    """Number of words outside quotation marks, where at least half as many as chance needs have content."""
    own = [t for t in run if t.quote < 0]
    return len(own) if sum(not is_function(t.norm, "") for t in own) >= SHINGLE // 2 else 0


def _is_copied(run: Sequence[Token]) -> bool:
    """Tell whether a single run is too long for chance."""
    own = [t for t in run if t.quote < 0]
    return len(run) >= MIN_WORDS and len(own) >= MIN_OWN_WORDS and sum(not is_function(t.norm, "") for t in own) >= MIN_OWN_WORDS // 2


def _place(side: tuple[Extraction, tuple[Token, ...]], first: int, length: int) -> Place:
    article, tokens = side[0].article, side[1]
    start, end = tokens[first].start, tokens[first + length - 1].end
    return Place(article.id, start, end, article.text[start:end])


def independent_sources(sources: Sequence[str], statements: Sequence[Statement], reuse: Sequence[Reuse]) -> int:
    """Count the sources of a group that do not share the copied passage in which its statements stand.

    Args:
        sources: Ids of the group's sources.
        statements: The group's statements.
        reuse: All copied passages.

    Returns:
        At least 1: the number of sets of sources joined by a passage that covers most of a statement of the group in both, or, where
        they share several passages, by a statement that is nearly word for word in both.
    """
    if len(sources) == 1:
        return 1
    parent = {source: source for source in sources}

    def root(source: str) -> str:
        while parent[source] != source:
            source = parent[source]
        return source

    spans: Mapping[str, list[Span]] = {source: [] for source in sources}
    for statement in statements:
        spans[statement.source].append(Span(statement.start, statement.end))
    for shared in reuse:
        a, b = shared.sources
        if a not in parent or b not in parent:
            continue
        copied = any(all(any(_mostly_in(span, place) for span in spans[place.source]) for place in p.spans) for p in shared.passages)
        if copied or (len(shared.passages) > 1 and _are_alike(*([s for s in statements if s.source == source] for source in (a, b)))):
            low, high = sorted((root(a), root(b)))
            parent[high] = low
    return len({root(source) for source in sources})


def _are_alike(ours: Sequence[Statement], theirs: Sequence[Statement]) -> bool:
    """Tell whether a statement of one source is nearly word for word one of the other."""
    sides = [[Counter(fold(statement.text).split()) for statement in side] for side in (ours, theirs)]
    return any((a & b).total() >= ALIKE * min(a.total(), b.total()) for a in sides[0] for b in sides[1])


def _mostly_in(span: Span, place: Place) -> bool:
    shared = min(span.end, place.end) - max(span.start, place.start)
    return shared >= 0.6 * (span.end - span.start)
