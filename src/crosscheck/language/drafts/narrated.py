"""The sentences that the article states in its own voice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from crosscheck.language.drafts.cues import is_reporting
from crosscheck.language.drafts.drafts import Draft
from crosscheck.language.drafts.quotations import Trimmer
from crosscheck.language.reading import Reading
from crosscheck.records import Span

OWN_SHARE = 0.6
"""Share of a sentence's words outside attributed contents, cues and sources from which the sentence is the article's own."""
LONG_TAIL = 8
"""Words of the shortest circumstance that is told as a statement of its own."""
_CIRCUMSTANCE = frozenset("after amid as because before despite following since until when while".split())
_JOINT = re.compile(r", (?:and|but) (?=\w)|; ")
"""Where a main clause ends and another begins."""
MERE = 5
"""Words of the longest content that may be a mere object, without a verb: "confirmed the result", "was looking for a lost camel"."""
LEAST_REST = 0.25
"""Share of a sentence's words that such an attribution leaves to the article itself for the whole to be its own."""
SHORTEST = 4
"""Words of the shortest sentence that states something; a headline may be shorter by one."""


def narrate(reading: Reading, drafts: Sequence[Draft]) -> list[Span]:
    """Return the narrated sentences in order, trimmed; the headline among them."""
    trimmer = Trimmer(reading)
    attributed = _attributed(drafts)
    stated = _attributed([draft for draft in drafts if _states(reading, draft)])
    objects = _attributed([replace(draft, source=_first(reading, draft.source)) for draft in drafts])
    spans: list[Span] = []
    index = 0
    for sentence in reading.sentences:
        while index < len(attributed) and attributed[index].end <= sentence.start:
            index += 1
        words = reading.counted(sentence)
        headline = reading.title is not None and reading.title.overlaps(sentence)
        if reading.is_quoted(sentence.start) or len(words) < SHORTEST - headline or not (headline or _has_verb(reading, sentence)):
            continue
        rest = _outside(words, objects)
        told = rest >= LEAST_REST * len(words) and rest >= SHORTEST - 1 and _outside(words, stated) >= OWN_SHARE * len(words)
        if told or _outside(words, attributed) >= OWN_SHARE * len(words):
            spans.append(trimmer.trim(sentence))
        else:
            clauses = (_own_clause(reading, sentence, attributed[index]), _own_tail(reading, sentence, attributed, index))
            spans += [trimmer.trim(clause) for clause in clauses if clause is not None]
    return [span for span in spans if span.start < span.end]


def _own_clause(reading: Reading, sentence: Span, attributed: Span) -> Span | None:
    """The main clause before an attribution that is joined to it: "She has led the party since 2003, and that, he said, …"."""
    joint = _JOINT.search(reading.text, sentence.start, min(sentence.end, attributed.start + 1))
    if joint is None:
        return None
    clause = Span(sentence.start, joint.start())
    tags = [word.tag for word in reading.words_in(clause.start, clause.end)]
    finite = any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags)
    return clause if finite and reading.count(clause) >= SHORTEST + 1 else None


def _own_tail(reading: Reading, sentence: Span, attributed: Sequence[Span], index: int) -> Span | None:
    """The circumstances after an attribution, which the article tells: "X voted to …, after the army killed … near the airport"."""
    last = index
    while last + 1 < len(attributed) and attributed[last + 1].start < sentence.end:
        last += 1
    words = reading.words_in(attributed[last].end, sentence.end)
    while words and not words[0].text[0].isalnum():
        words = words[1:]
    if not words or words[0].text.lower() not in _CIRCUMSTANCE or reading.is_quoted(words[0].start) or any(map(is_reporting, words)):
        return None  # where somebody says something in it, it may be that
    tail = Span(words[0].start, sentence.end)
    return tail if reading.count(tail) >= LONG_TAIL else None


def _states(reading: Reading, draft: Draft) -> bool:
    """Tell whether an attribution takes its words from the article's own voice: "was looking for a lost camel" states nothing else."""
    words = [word for span in draft.content for word in reading.words_in(span.start, span.end)]
    named = any(word.tag.startswith(("VB", "MD")) or not word.tag or reading.is_quoted(word.start) for word in words)
    return named or len(words) > MERE


def _first(reading: Reading, source: Span | None) -> Span | None:
    """The first words of a source: what else is told of it ("the dam, finished in 1931,") is the article's."""
    words = reading.counted(source)[:SHORTEST] if source is not None else []
    return Span(words[0][0], words[-1][1]) if words else None


def _attributed(drafts: Sequence[Draft]) -> list[Span]:
    """All attributed stretches, merged, in order."""
    merged: list[Span] = []
    spans = [span for draft in drafts for span in (*draft.content, draft.cue, draft.source) if span is not None]
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _outside(words: Sequence[tuple[int, int]], attributed: Sequence[Span]) -> int:
    """Count the words that no attributed stretch covers."""
    index = bisect_right(attributed, words[0][0], key=lambda span: span.end)
    outside = 0
    for start, end in words:
        while index < len(attributed) and attributed[index].end <= start:
            index += 1
        outside += not (index < len(attributed) and attributed[index].start < end)
    return outside


def _has_verb(reading: Reading, sentence: Span) -> bool:
    words = reading.words_in(sentence.start, sentence.end)
    tagged = any(word.tag for word in words)
    return not tagged or any(word.tag.startswith(("VB", "MD")) for word in words)
