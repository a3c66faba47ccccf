"""The sentences that the article states in its own voice."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
SHORTEST = 4
"""Words of the shortest sentence that states something; a headline may be shorter by one."""


def narrate(reading: Reading, drafts: Sequence[Draft]) -> list[Span]:
    """Return the narrated sentences in order, trimmed; the headline among them."""
    trimmer = Trimmer(reading)
    attributed = _attributed(drafts)
    spans: list[Span] = []
    index = 0
    for sentence in reading.sentences:
        while index < len(attributed) and attributed[index].end <= sentence.start:
            index += 1
        words = reading.counted(sentence)
        headline = reading.title is not None and reading.title.overlaps(sentence)
        if reading.is_quoted(sentence.start) or len(words) < SHORTEST - headline or not (headline or _has_verb(reading, sentence)):
            continue
        if _outside(words, attributed, index) >= OWN_SHARE * len(words):
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


def _outside(words: Sequence[tuple[int, int]], attributed: Sequence[Span], index: int) -> int:
    """Count the words that no attributed stretch from ``index`` on covers."""
    if index == len(attributed) or attributed[index].start >= words[-1][1]:
        return len(words)
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
