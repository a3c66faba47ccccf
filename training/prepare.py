"""Turn the corpora into label arrays over the encoder's own words; ``training/work/prepared.pkl``.

PolNeAR articles are prepared once as they are and twice with their typography disturbed, so that the model meets straight, curly and
single marks, missing marks and upper-cased headlines. Every disturbance keeps the text's length, so that the offsets stay true.
"""

from __future__ import annotations

import pickle
import random
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from spacy.language import Language

from crosscheck.language.loading import blank_english
from crosscheck.language.windows import WordPieces, Words, paragraphs_of, read_words
from training import labels
from training.examples import Source, looks_like_value, read_polnear, read_training, read_universal
from training.tokenizer import load_tokenizer

VARIANTS = 3


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


class Preparer:
    """Holds the tokeniser and the wordpieces."""

    def __init__(self) -> None:
        self.nlp: Language = blank_english()
        self.pieces = WordPieces(load_tokenizer())

    def __call__(self, source: Source, text: str | None = None, dropped: frozenset[int] = frozenset()) -> Example:
        """Label the words of ``source``, whose text may be replaced by one of the same length."""
        text = text or source.text
        doc = self.nlp.make_doc(text)
        tokens = [(token.idx, token.idx + len(token)) for token in doc if token.idx not in dropped]
        words, _ = read_words(text, paragraphs_of(text), tokens, self.pieces)
        finder = _Finder(words)
        attribution, spans, links = _attribution(source, finder)
        tags = [labels.TAGS.index(tag) if (tag := source.tags.get(span, "")) in labels.TAGS else -1 for span in words.spans]
        starts = [-1] * len(tags) if source.starts is None else [int(start in source.starts) for start, _ in words.spans]
        return Example(source.id, source.gold, words, attribution, _names(source, finder), tags, starts, spans, links)


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


def disturb(source: Source, rng: random.Random) -> tuple[str, frozenset[int]]:
    """Return a text of the same length with other typography, and offsets of marks taken out (replaced by a space)."""
    text, dropped = list(source.text), set()
    style = rng.random()
    for number, paragraph in enumerate(paragraphs_of(source.text)):
        piece = source.text[paragraph.start : paragraph.end]
        if style < 0.5:
            piece = _restyled(piece)
        elif style < 0.6 and '"' not in piece and "‘" not in piece:
            piece = piece.replace("“", "‘").replace("”", "’")
        if number == 0 and rng.random() < 0.4 and len(piece.upper()) == len(piece):
            piece = piece.upper()
        marks = [at for at, character in enumerate(piece) if character in '“”"']
        if marks and rng.random() < 0.06:
            at = rng.choice(marks)
            piece = f"{piece[:at]} {piece[at + 1 :]}"
            dropped.add(paragraph.start + at)
        text[paragraph.start : paragraph.end] = piece
    return "".join(text), frozenset(dropped)


def _restyled(piece: str) -> str:
    """Curly marks become straight; straight ones, where they come in pairs, curly."""
    if "“" in piece or "”" in piece:
        return piece.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
    if piece.count('"') % 2 == 0:
        parts = piece.split('"')
        return "".join(part + ("“" if at % 2 == 0 else "”") for at, part in enumerate(parts[:-1])) + parts[-1]
    return piece


def prepare(corpora: Path, target: Path) -> None:
    """Write the prepared examples: ``train`` (a list of variants each), ``dev`` (PolNeAR), ``gum`` and ``ewt`` (development parts)."""
    preparer, rng = Preparer(), random.Random(17)
    train: list[list[Example]] = []
    for source in read_training(corpora):
        variants = [preparer(source)]
        if source.attributions is not None:
            variants += [preparer(source, *disturb(source, rng)) for _ in range(VARIANTS - 1)]
        train.append(variants)
    development = {
        "dev": [preparer(source) for source in read_polnear(corpora, "dev")],
        "gum": [preparer(source) for source in read_universal(corpora / "gum" / "dev.conllu.gz", entities=True)],
        "ewt": [preparer(source) for source in read_universal(corpora / "ud_ewt" / "dev.conllu.gz", entities=False)],
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(pickle.dumps({"train": train, **development}))
    print(f"prepared {len(train)} texts, {sum(len(item[0].tags) for item in train)} words")
