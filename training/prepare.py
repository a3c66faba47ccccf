"""Turn the corpora into label arrays over the encoder's own words; ``training/work/prepared.pkl``.

PolNeAR articles are prepared as they are and in three disturbed copies (``training/disturb.py``), which the epochs take in turn.
"""

from __future__ import annotations

import pickle
import random
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from crosscheck.language.loading import blank_english
from crosscheck.language.reader.windows import WordPieces, Words, paragraphs_of, read_words
from training import labels
from training.disturb import disturb, origin, with_furniture
from training.examples import Source, looks_like_value, read_polnear, read_training, read_universal
from training.held_out import held_out_blocks
from training.tokenizer import load_tokenizer

Table = np.ndarray[Any, np.dtype[np.float16]]


@dataclass(slots=True)
class Example:
    """One text, ready to be packed into windows; lists have one item a word."""

    id: str
    gold: bool
    words: Words
    attribution: list[int] | None
    """Label numbers."""
    names: list[int] | None
    """Bit masks of the labels allowed."""
    tags: list[int]
    """-1: unknown."""
    starts: list[int]
    """1 starts a sentence, 0 does not, -1 unknown."""
    spans: list[tuple[int, int, int]]
    """Role, first word, word after the last: the fragments of the attributions."""
    links: list[tuple[int, int]]
    """For each fragment ``(target, group)``: of a content its cue, of a cue its source (the first fragment), -1 for none."""
    heads: list[int]
    """The word's head, the word itself for a root, -1: unknown."""
    relations: list[int]
    """Number of the relation to the head, -1: unknown."""
    origins: list[int]
    """Offset of the word in the corpus' own text; -1: in a line that was added."""
    soft: tuple[Table, Table] | None = None
    """What the first pass makes of the attributions of the undisturbed text: probabilities of each word's label ``(words, 7)``, and of its
    label after the label of the word before ``(words, 49)``, all zero where it read the two words apart."""
    rows: list[int] | None = None
    """For each word its row of ``soft``, -1 for none."""


class Preparer:
    """Holds the tokeniser and the wordpieces."""

    def __init__(self) -> None:
        self.nlp: Language = blank_english()
        self.pieces = WordPieces(load_tokenizer())

    def __call__(
        self, source: Source, text: str | None = None, dropped: frozenset[int] = frozenset(), lines: list[tuple[int, int]] | None = None
    ) -> Example:
        """Label the words of ``source``, whose text may be replaced by one of the same length; ``lines`` of it are added furniture."""
        text = text or source.text
        doc = self.nlp.make_doc(text)
        tokens = [(token.idx, token.idx + len(token)) for token in doc if token.idx not in dropped]
        words, _ = read_words(text, paragraphs_of(text), tokens, self.pieces)
        finder = _Finder(words)
        attribution, spans, links = _attribution(source, finder)
        tags = [labels.TAGS.index(tag) if (tag := source.tags.get(span, "")) in labels.TAGS else -1 for span in words.spans]
        starts = [-1] * len(tags) if source.starts is None else [int(start in source.starts) for start, _ in words.spans]
        own = [origin(start, lines or []) for start, _ in words.spans]
        names = _names(source, finder)
        return Example(source.id, source.gold, words, attribution, names, tags, starts, spans, links, *_arcs(source, words), own)


def _arcs(source: Source, words: Words) -> tuple[list[int], list[int]]:
    number = {span: at for at, span in enumerate(words.spans)}
    heads, relations = [-1] * len(number), [-1] * len(number)
    for span, at in number.items():
        head, relation = source.arcs.get(span, (None, ""))
        if relation and (head is None or head in number):
            heads[at] = at if head is None else number[head]
            relations[at] = labels.relation(relation)
    return heads, relations


class _Finder:
    def __init__(self, words: Words) -> None:
        self.words = words
        self._starts = [start for start, _ in words.spans]
        self._ends = [end for _, end in words.spans]

    def __call__(self, start: int, end: int) -> tuple[int, int]:
        """Return the words that overlap ``[start, end)``, as first and after-last."""
        return bisect_left(self._ends, start + 1), bisect_left(self._starts, end)


def _attribution(source: Source, finder: _Finder) -> tuple[list[int] | None, list[tuple[int, int, int]], list[tuple[int, int]]]:
    if source.attributions is None:
        return None, [], []
    row = [0] * len(finder.words.spans)
    number: dict[tuple[int, int, int], int] = {}
    links: dict[int, tuple[int, int]] = {}
    for group, item in enumerate(source.attributions):
        found = {role: [part for offsets in item[name] for part in _parts(finder, *offsets)] for role, name in enumerate(labels.ROLES)}
        ids: dict[int, list[int]] = {}
        for role, parts in found.items():
            for first, last in parts:
                key = (role, first, last)
                if key not in number and not any(row[first:last]):
                    number[key] = len(number)
                    row[first:last] = [1 + 2 * role] + [2 + 2 * role] * (last - first - 1)
                if key in number:
                    ids.setdefault(role, []).append(number[key])
        cue, speaker = ids.get(1, [-1])[0], ids.get(0, [-1])[0]
        if cue >= 0:
            links.setdefault(cue, (speaker, group))
        for content in ids.get(2, []):
            links.setdefault(content, (cue, group))
    return row, list(number), [links.get(index, (-1, -1)) for index in range(len(number))]


def _parts(finder: _Finder, start: int, end: int) -> list[tuple[int, int]]:
    """Words of a stretch, cut where a paragraph ends."""
    first, last = finder(start, end)
    cuts = [first, *(at for at in range(first + 1, last) if finder.words.paragraphs[at] != finder.words.paragraphs[at - 1]), last]
    return [(low, high) for low, high in pairwise(cuts) if low < high]


def _names(source: Source, finder: _Finder) -> list[int] | None:
    if source.names is None:
        return None
    base = labels.open_mask(*source.unannotated)
    values = base | labels.open_mask("DATE", "TIME", "MONEY", "CARDINAL", "PERCENT", "ORDINAL")
    row = [values if source.numbers_open and looks_like_value(form) else base for form in finder.words.forms]
    for start, end, types in source.names:
        first, last = finder(start, end)
        row[first:last] = labels.span_masks(types, last - first) if types else [labels.ANYTHING] * (last - first)
    return row


def prepare(corpora: Path, target: Path) -> None:
    """Write the prepared examples: ``train`` (a list of variants each), ``dev`` (PolNeAR), ``gum`` and ``ewt`` (development parts)."""
    preparer, rng = Preparer(), random.Random(17)
    train: list[list[Example]] = []
    for source in held_out_blocks(read_training(corpora))[0]:
        variants = [preparer(source)]
        if source.attributions is not None:
            variants.append(preparer(source, *disturb(source, rng)))
            for spoilt in (False, True):
                changed, lines = with_furniture(source, rng)
                variants.append(preparer(changed, *(disturb(changed, rng) if spoilt else (None,)), lines=lines))
        train.append(variants)
    development = {
        "dev": [preparer(source) for source in read_polnear(corpora, "dev")],
        "gum": [preparer(source) for source in read_universal(corpora / "gum" / "dev.conllu.gz", entities=True)],
        "ewt": [preparer(source) for source in read_universal(corpora / "ud_ewt" / "dev.conllu.gz", entities=False)],
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(pickle.dumps({"train": train, **development}))
    print(f"prepared {len(train)} texts, {sum(len(item[0].tags) for item in train)} words")
