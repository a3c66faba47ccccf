"""What the first pass learnt, as targets for the second: the corpora's labels are one annotator's view, or a program's.

The second pass learns attributions from a mixture of the annotation and of the first pass' probabilities (a network taught by its own
like reads better than its teacher: Furlanello et al. 2018, Born-Again Neural Networks). Where the first pass and the silver names of
PolNeAR disagree about a name, the second pass is free to choose either; values stay as the corpus has them.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from crosscheck.language.reader.windows import SEPARATOR, make_windows
from training import labels
from training.batches import Item, collate
from training.model import FORBIDDEN, HEADS, Reader
from training.prepare import Example

_NAMED = labels.open_mask("PERSON", "ORG", "GPE", "LOC", "NORP", "MISC")
_AT_ONCE = 24
Array = np.ndarray[Any, Any]


def teach(prepared: Path, checkpoint: Path, target: Path) -> None:
    """Write ``prepared`` with what the reader of ``checkpoint`` makes of each article to ``target``."""
    data = pickle.loads(prepared.read_bytes())
    reader = Reader()
    reader.load_state_dict(torch.load(checkpoint, weights_only=True)["reader"], strict=False)
    reader.eval()
    changed = 0
    for at, variants in enumerate(data["train"]):
        if variants[0].attribution is not None:
            data["train"][at], count = _taught(reader, variants)
            changed += count
    target.write_bytes(pickle.dumps(data))
    print(f"taught; {changed} words may have another name")


def _taught(reader: Reader, variants: list[Example]) -> tuple[list[Example], int]:
    example = variants[0]
    single, pairs, names = _read(reader, example)
    soft = (single.astype(np.float16), pairs.reshape(len(pairs), -1).astype(np.float16))
    place = {start: row for row, start in enumerate(example.origins)}
    taught, changed = [], 0
    for variant in variants:
        rows = [place.get(start, -1) for start in variant.origins]
        masks = variant.names
        if masks is not None:
            masks = [_either(mask, int(names[row]) if row >= 0 else None) for mask, row in zip(masks, rows, strict=True)]
            changed += sum(before != after for before, after in zip(variant.names or [], masks, strict=True))
        taught.append(replace(variant, soft=soft, rows=rows, names=masks))
    return taught, changed


def _either(mask: int, label: int | None) -> int:
    """Allow another name too where both are names or none at all."""
    if label is None or mask & ~_NAMED or not (1 << label) & _NAMED:
        return mask
    return mask | 1 << label


def _read(reader: Reader, example: Example) -> tuple[Array, Array, Array]:
    """Return label probabilities ``(words, 7)``, those of neighbours ``(words, 7, 7)`` and the label of the name of each word."""
    count, width = len(example.words.forms), HEADS["attribution"]
    single, pairs = np.zeros((count, width), np.float32), np.zeros((count, width, width), np.float32)
    names = np.zeros(count, np.int64)
    windows = make_windows(example.words, 256)
    config = {"taught": 0.0, "masked": 0.0, "gold_weight": 1.0, "silver_weight": 1.0}
    for at in range(0, len(windows), _AT_ONCE):
        batch = collate([Item(example, window) for window in windows[at : at + _AT_ONCE]], config, None)
        with torch.no_grad():
            with torch.autocast("cpu", dtype=torch.bfloat16):
                hidden = reader.encoder(batch.ids, batch.shapes, batch.quotes, batch.mask)
            hidden = hidden.float().gather(1, batch.firsts.unsqueeze(2).expand(-1, -1, hidden.shape[2]))
            columns = reader.heads(hidden).split(list(HEADS.values()), dim=2)
            scores = columns[0].clone()
            for row, window in enumerate(windows[at : at + _AT_ONCE]):
                scores[row, [column for column, word in enumerate(window.words) if word == SEPARATOR], 1:] = FORBIDDEN
            unary, double = marginals(scores, batch.present, *reader.crf_tables())
            named = columns[1].argmax(dim=2)
        for row, window in enumerate(windows[at : at + _AT_ONCE]):
            for column, word in enumerate(window.words):
                if word != SEPARATOR:
                    single[word], names[word] = unary[row, column], named[row][column]
                    if column and window.words[column - 1] == word - 1:
                        pairs[word] = double[row, column]
    return single, pairs, names


def marginals(emissions: Tensor, present: Tensor, transitions: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
    """Return the probabilities of labels and of neighbouring labels under a linear-chain CRF, by its forward and backward sums.

    Args:
        emissions: ``(batch, words, labels)``.
        present: ``(batch, words)``, each row true up to its length.
        transitions: ``(from, to)``.
        first: Scores of the first label.

    Returns:
        ``(batch, words, labels)`` and ``(batch, words, from, to)``; the latter is zero at the first word.
    """
    length = emissions.shape[1]
    forward = [first + emissions[:, 0]]
    for step in range(1, length):
        following = torch.logsumexp(forward[-1].unsqueeze(2) + transitions, dim=1) + emissions[:, step]
        forward.append(torch.where(present[:, step, None], following, forward[-1]))
    total = torch.logsumexp(forward[-1], dim=1)
    backward = [torch.zeros_like(first).expand_as(forward[0])]
    for step in range(length - 1, 0, -1):
        before = torch.logsumexp(transitions + (emissions[:, step] + backward[-1]).unsqueeze(1), dim=2)
        backward.append(torch.where(present[:, step, None], before, backward[-1]))
    ahead, behind = torch.stack(forward, dim=1), torch.stack(backward[::-1], dim=1)
    single = (ahead + behind - total[:, None, None]).exp()
    pairs = torch.zeros(*single.shape, single.shape[2])
    reach = ahead[:, :-1, :, None] + transitions + (emissions[:, 1:] + behind[:, 1:])[:, :, None, :]
    pairs[:, 1:] = (reach - total[:, None, None, None]).exp()
    return single, pairs
