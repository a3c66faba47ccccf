"""Which fragment belongs to which: pairs of fragments with the buckets of their biases, for training and for export."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.language.reader.linking import buckets

CONTENT, CUE, SOURCE = 2, 1, 0


@dataclass(slots=True)
class Query:
    """A fragment that looks for its target among candidates of one window."""

    kind: int
    """0: a content looks for its cue; 1: a cue looks for its source."""
    span: int
    candidates: list[int]
    buckets: list[tuple[int, int, int]]
    answer: int
    """Index into ``candidates``, or their number for none."""


def queries(spans: list[tuple[int, int, int]], targets: list[int], paragraphs: list[int]) -> list[Query]:
    """Make the queries of one window.

    Args:
        spans: Role, first word, word after the last.
        targets: For each span the index of the span it belongs to, -1 for none; a target outside the window is also -1.
        paragraphs: Paragraph of each word.
    """
    made = []
    for number, (role, _, _) in enumerate(spans):
        if role == SOURCE:
            continue
        wanted = CUE if role == CONTENT else SOURCE
        candidates = [other for other, (kind, _, _) in enumerate(spans) if kind == wanted]
        pairs = buckets(spans[number][1:], [spans[other][1:] for other in candidates], paragraphs)
        near = [(other, pair) for other, pair in zip(candidates, pairs, strict=True) if pair is not None]
        kept = [other for other, _ in near]
        answer = kept.index(targets[number]) if targets[number] in kept else len(kept)
        made.append(Query(0 if role == CONTENT else 1, number, kept, [pair for _, pair in near], answer))
    return made
