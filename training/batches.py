"""Windows with their labels, batched by length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from crosscheck.language.marks import SPECIAL
from crosscheck.language.reader.windows import SEPARATOR, Window, make_windows
from training import labels
from training.links import Query, queries
from training.prepare import Example

MASK_ID = 103


@dataclass(slots=True)
class Item:
    """One window of one example."""

    example: Example
    window: Window


@dataclass(slots=True)
class Batch:
    """Padded arrays of several windows; word arrays have one column for each item of ``Window.words``."""

    ids: Tensor
    shapes: Tensor
    quotes: Tensor
    mask: Tensor
    firsts: Tensor
    present: Tensor
    attribution: Tensor
    """-1: not annotated."""
    names: Tensor
    """Masks of allowed labels; 0: nothing known."""
    tags: Tensor
    starts: Tensor
    weight: Tensor
    """One value a window, of names and tags."""
    links: list[tuple[int, list[tuple[int, int, int]], list[Query]]]
    """Row, fragments (role, first, last by column) and queries."""
    heads: Tensor
    """Column of the word's head, its own for a root; -1: unknown or outside the window."""
    relations: Tensor
    targets: tuple[Tensor, Tensor]
    """What the attributions should be: ``(batch, words, 7)`` and of neighbours ``(batch, words, 7, 7)``, the first of them unused."""


def epoch(examples: list[list[Example]], number: int, config: dict[str, Any]) -> Iterator[list[Item]]:
    """Yield the batches of one epoch; the seed, the epoch's number and nothing else decide their make-up and order."""
    rng = random.Random(config["seed"] * 1000 + number)
    items = []
    for index, variants in enumerate(examples):
        example = variants[(number + index) % len(variants)]
        limit = config["window"]
        items += [Item(example, window) for window in make_windows(example.words, limit, rng.randint(*config["first_window"]))]
    rng.shuffle(items)
    items.sort(key=lambda item: len(item.window.ids) // 16)
    batches: list[list[Item]] = [[]]
    for item in items:
        if batches[-1] and (len(batches[-1]) + 1) * len(item.window.ids) > config["pieces_per_batch"]:
            batches.append([])
        batches[-1].append(item)
    rng.shuffle(batches)
    yield from batches


def collate(items: list[Item], config: dict[str, Any], rng: random.Random | None) -> Batch:
    """Pad the windows; with ``rng`` a part of the pieces is masked."""
    length = max(len(item.window.ids) for item in items)
    width = max(len(item.window.words) for item in items)
    pieces = torch.zeros(3, len(items), length, dtype=torch.long)
    pieces[2] = SPECIAL
    words = torch.zeros(7, len(items), width, dtype=torch.long)
    words[1:] = -1
    words[2] = 0
    links = []
    for row, item in enumerate(items):
        window = item.window
        ids = window.ids
        if rng is not None:
            ids = [MASK_ID if piece > MASK_ID and rng.random() < config["masked"] else piece for piece in ids]
        pieces[:, row, : len(ids)] = torch.tensor([ids, window.shapes, window.quotes])
        words[:, row, : len(window.words)] = torch.tensor(_word_rows(item))
        links.append((row, *_links(item)))
    present = torch.zeros(len(items), width, dtype=torch.bool)
    mask = torch.zeros(len(items), length, dtype=torch.bool)
    for row, item in enumerate(items):
        present[row, : len(item.window.words)] = True
        mask[row, : len(item.window.ids)] = True
    weight = torch.tensor([config["gold_weight"] if item.example.gold else config["silver_weight"] for item in items])
    targets = _targets(items, words[1], config["taught"])
    return Batch(*pieces, mask, words[0], present, words[1], words[2], words[3], words[4], weight, links, words[5], words[6], targets)


def _targets(items: list[Item], gold: Tensor, taught: float) -> tuple[Tensor, Tensor]:
    """Return the annotated labels, mixed with a share of what the first pass saw."""
    single = functional.one_hot(gold.clamp(min=0), len(labels.ATTRIBUTION)).float()
    pairs = torch.zeros(*gold.shape, single.shape[2], single.shape[2])
    pairs[:, 1:] = single[:, :-1, :, None] * single[:, 1:, None, :]
    for row, item in enumerate(items):
        example = item.example
        if not taught or example.soft is None or example.rows is None:
            continue
        found = np.array([example.rows[word] if word != SEPARATOR else -1 for word in item.window.words])
        known = np.flatnonzero(found >= 0)
        single[row, known] += taught * (torch.from_numpy(example.soft[0][found[known]].astype(np.float32)) - single[row, known])
        follow = 1 + np.flatnonzero((found[1:] > 0) & (found[1:] == found[:-1] + 1))
        seen = example.soft[1][found[follow]].astype(np.float32).reshape(-1, *pairs.shape[2:])
        whole = seen.sum(axis=(1, 2)) > 0.5
        columns = follow[whole]
        pairs[row, columns] += taught * (torch.from_numpy(seen[whole]) - pairs[row, columns])
    return single, pairs


def _word_rows(item: Item) -> list[list[int]]:
    example, words = item.example, item.window.words
    attribution = [-1] * len(words)
    if example.attribution is not None:
        attribution = [0 if word == SEPARATOR else example.attribution[word] for word in words]
        inside = [column for column, label in enumerate(attribution) if label and label % 2 == 0]
        for column in inside:  # a fragment cut by the window's edge or a separator starts anew
            if column == 0 or attribution[column - 1] not in (attribution[column], attribution[column] - 1):
                attribution[column] -= 1
    names = [0] * len(words)
    if example.names is not None:
        names = [1 if word == SEPARATOR else example.names[word] for word in words]
        names[0] |= (names[0] >> 1) & labels.open_mask(*labels.TYPES) & 0x0AAAAAA  # I- at a window's start may be B-
    tags = [-1 if word == SEPARATOR else example.tags[word] for word in words]
    starts = [-1 if word == SEPARATOR else example.starts[word] for word in words]
    column = {word: at for at, word in enumerate(words) if word != SEPARATOR}
    heads = [-1 if word == SEPARATOR else column.get(example.heads[word], -1) for word in words]
    relations = [-1 if word == SEPARATOR else example.relations[word] for word in words]
    return [item.window.firsts, attribution, names, tags, starts, heads, relations]


def _links(item: Item) -> tuple[list[tuple[int, int, int]], list[Query]]:
    example = item.example
    column = {word: at for at, word in enumerate(item.window.words) if word != SEPARATOR}
    kept = [number for number, (_, first, last) in enumerate(example.spans) if first in column and last - 1 in column]
    kept.sort(key=lambda number: example.spans[number][1])
    position = {number: at for at, number in enumerate(kept)}
    spans = [(example.spans[n][0], column[example.spans[n][1]], column[example.spans[n][2] - 1] + 1) for n in kept]
    targets = [position.get(example.links[n][0], -1) for n in kept]
    paragraphs = [example.words.paragraphs[word] if word != SEPARATOR else -1 for word in item.window.words]
    return spans, queries(spans, targets, paragraphs)
