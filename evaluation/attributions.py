r"""Scores attributions (source, cue, content) against annotated ones, article by article.

Four views, all over word tokens (``\w+``; punctuation decides nothing):

* *exact*: the whole set of words of a role of one annotation, gaps included; an article's equal sets count once. The rules of the
  project's own scorer.
* *spans*: every stretch of a role alone, cut where a paragraph ends, as BIO labels would hold it. This is the view of CofeNet
  (COLING 2022: source 83.2, cue 75.3, content 72.9 on PolNeAR's test part); theirs counts punctuation and cuts items at 300 tokens.
  *Spans to the character* count every mark and comma at an edge as well; a program that takes the marks off has no chance there.
* *tokens*: each word of a role once.
* *linked*: all three roles of one attribution; soft takes contents with a Jaccard index of 0.5 and roles that touch or are both absent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from evaluation.slices import SLICES, Marks, cue_kind, source_kind
from evaluation.tally import Tally
from evaluation.words import Pair, Text, Tokens, overlap

ROLES = ("source", "cue", "content")
CONTENT = ROLES.index("content")
SOFT, FOUND = 0.5, 0.8
Roles = tuple[Tokens, ...]


@dataclass(frozen=True)
class Item:
    """One attribution; offsets into its article."""

    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]

    @property
    def roles(self) -> tuple[list[Pair], ...]:
        """The offsets of source, cue and content."""
        return self.source, self.cue, self.content


def score(text: str, gold: Sequence[Item], found: Sequence[Item]) -> Tally:
    """Score one article."""
    tally, index = Tally(), Text(text)
    wanted, given = [_tokens(index, item) for item in gold], [_tokens(index, item) for item in found]
    breaks = [match.start() for match in re.finditer(r"\n", text)]
    for at, role in enumerate(ROLES):
        _sets(tally, f"{role} exact", {row[at] for row in given if row[at]}, {row[at] for row in wanted if row[at]})
        mine, theirs = _stretches(breaks, found, at), _stretches(breaks, gold, at)
        _sets(tally, f"{role} spans", *({index.tokens([pair]) for pair in pairs} - {frozenset()} for pairs in (mine, theirs)))
        _sets(tally, f"{role} spans to the character", *({_trimmed(text, pair) for pair in pairs} for pairs in (mine, theirs)))
        _sets(tally, f"{role} tokens", *({word for row in rows for word in row[at]} for rows in (given, wanted)))
    _linked(tally, "", _contents(wanted), _contents(given), _contents(wanted), _contents(given))
    _slices(tally, text, list(zip(gold, wanted, strict=True)), list(zip(found, given, strict=True)))
    _quotations(tally, text, list(zip(gold, wanted, strict=True)), given)
    return tally


def _tokens(index: Text, item: Item) -> Roles:
    return tuple(index.tokens(spans) for spans in item.roles)


def _contents(rows: Sequence[Roles]) -> set[Roles]:
    return {row for row in rows if row[CONTENT]}


def _sets(tally: Tally, name: str, found: Set[Any], gold: Set[Any]) -> None:
    tally.scores[name].add(len(found), len(gold), len(found & gold))


def _stretches(breaks: list[int], items: Sequence[Item], at: int) -> set[Pair]:
    made = set()
    for item in items:
        for start, end in item.roles[at]:
            made |= set(pairwise([start, *(cut for cut in breaks if start < cut < end), end]))
    return made


def _trimmed(text: str, pair: Pair) -> Pair:
    words = text[pair[0] : pair[1]]
    return pair[0] + len(words) - len(words.lstrip()), pair[1] - len(words) + len(words.rstrip())


def _linked(tally: Tally, name: str, wanted: set[Roles], given: set[Roles], all_wanted: set[Roles], all_given: set[Roles]) -> None:
    """Score one slice: precision over its found, recall over its annotated; either may be met by any of the article's."""
    right, got = len(given & all_wanted), len(wanted & all_given)
    tally.scores[f"linked exact{name}"].add(len(given), len(wanted), right, got)
    right = sum(any(soft(row, other) for other in all_wanted) for row in given)
    got = sum(any(soft(row, other) for row in all_given) for other in wanted)
    tally.scores[f"linked soft{name}"].add(len(given), len(wanted), right, got)


def soft(found: Roles, gold: Roles) -> bool:
    """Tell whether two attributions are the same to a lenient reader."""
    touching = all(bool(found[at] & gold[at]) or not (found[at] or gold[at]) for at in (0, 1))
    return touching and overlap(found[CONTENT], gold[CONTENT]) >= SOFT


def _slices(tally: Tally, text: str, gold: list[tuple[Item, Roles]], found: list[tuple[Item, Roles]]) -> None:
    marks = Marks(text)
    groups: tuple[dict[str, set[Roles]], dict[str, set[Roles]]] = ({}, {})
    for rows, group in zip((gold, found), groups, strict=True):
        for item, row in rows:
            for name in _names(text, marks, item) if row[CONTENT] else ():
                group.setdefault(name, set()).add(row)
    everything = [_contents([row for _, row in rows]) for rows in (gold, found)]
    for name in SLICES:
        mine = [group.get(name, set()) for group in groups]
        _linked(tally, f": {name}", mine[0], mine[1], *everything)
        contents = [{row[CONTENT] for row in rows} for rows in (*mine, *everything)]
        tally.scores[f"content exact: {name}"].add(
            len(contents[1]), len(contents[0]), len(contents[1] & contents[2]), len(contents[0] & contents[3])
        )


def _names(text: str, marks: Marks, item: Item) -> tuple[str, ...]:
    return (
        marks.form(text, item.content),
        f"source {source_kind(text, item.source)}",
        cue_kind(text, item.cue),
        marks.style,
    )


def _quotations(tally: Tally, text: str, gold: list[tuple[Item, Roles]], given: list[Roles]) -> None:
    style = Marks(text).style
    for item, row in gold:
        words = "".join(text[start:end] for start, end in item.content)
        if len(row[CONTENT]) < 3 or not re.match(r'\s*["“]', words) or not re.search(r'["”]\s*[,.]?\s*$', words):
            continue
        best = max(given, key=lambda other: overlap(other[CONTENT], row[CONTENT]), default=None)
        hit = best is not None and overlap(best[CONTENT], row[CONTENT]) >= FOUND
        tally.shares["direct found"].add(hit)
        tally.shares[f"direct found: {style}"].add(hit)
        if hit and best is not None and row[0]:
            tally.shares["direct speaker mention"].add(bool(best[0] & row[0]))
