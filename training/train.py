"""Train the encoder: ``python -m training.train``; writes checkpoints and a log under ``training/work/`` and goes on from the last one."""

from __future__ import annotations

import copy
import json
import pickle
import random
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LRScheduler

from training import labels
from training.batches import Batch, collate, epoch
from training.model import HEADS, LINK_WIDTH, Dense, Reader, crf_loss, names_loss
from training.prepare import Example

WORK = Path(__file__).parent / "work"
CONFIG = Path(__file__).parent / "config.json"
AVERAGE_EVERY = 5
"""Steps between two steps of the average."""
_BITS = torch.tensor([1 << number for number in range(len(labels.NAMES))])


def losses(reader: Reader, batch: Batch, weights: dict[str, float]) -> dict[str, Tensor]:
    """Return the weighted loss of each head, each per word or per fragment."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = reader.encoder(batch.ids, batch.shapes, batch.quotes, batch.mask)
    hidden = hidden.float().gather(1, batch.firsts.unsqueeze(2).expand(-1, -1, hidden.shape[2]))
    hidden = reader.dropout(hidden)
    columns = reader.heads(hidden).split(list(HEADS.values()), dim=2)
    out = dict(zip(HEADS, columns, strict=True))
    found = {"names": _names(out["names"], batch), "tags": _tags(out["tags"], batch), "starts": _starts(out["starts"], batch)}
    found["arcs"], found["relations"] = _syntax(*reader.syntax(hidden), batch)
    rows = batch.attribution[:, 0] >= 0
    if rows.any():
        found["attribution"] = (
            crf_loss(
                out["attribution"][rows],
                (batch.targets[0][rows], batch.targets[1][rows]),
                batch.present[rows],
                reader.crf_tables(),
                (reader.transitions, reader.first),
            )
            / batch.present[rows].sum()
        )
        found["links"] = _links(reader, out["links"], batch)
    return {name: loss * weights[name] for name, loss in found.items()}


def _names(logits: Tensor, batch: Batch) -> Tensor:
    known = batch.names > 0
    if not known.any():
        return logits.sum() * 0
    allowed = (batch.names[known].unsqueeze(1) & _BITS) > 0
    weight = batch.weight.unsqueeze(1).expand_as(known)[known]
    return (names_loss(logits[known], allowed) * weight).sum() / known.sum()


def _tags(logits: Tensor, batch: Batch) -> Tensor:
    known = batch.tags >= 0
    if not known.any():
        return logits.sum() * 0
    weight = batch.weight.unsqueeze(1).expand_as(known)[known]
    return (functional.cross_entropy(logits[known], batch.tags[known], reduction="none") * weight).sum() / known.sum()


def _syntax(arcs: Tensor, relations: Tensor, batch: Batch) -> tuple[Tensor, Tensor]:
    known = batch.heads >= 0
    if not known.any():
        return arcs.sum() * 0, relations.sum() * 0
    scores = arcs.masked_fill(~batch.present.unsqueeze(1), -1e4)
    weight = batch.weight.unsqueeze(1).expand_as(known)[known]
    heads = functional.cross_entropy(scores[known], batch.heads[known], reduction="none")
    kinds = functional.cross_entropy(relations[known], batch.relations[known], reduction="none")
    return (heads * weight).sum() / known.sum(), (kinds * weight).sum() / known.sum()


def _starts(logits: Tensor, batch: Batch) -> Tensor:
    known = batch.starts >= 0
    if not known.any():
        return logits.sum() * 0
    return functional.binary_cross_entropy_with_logits(logits.squeeze(2)[known], batch.starts[known].float())


def _links(reader: Reader, projected: Tensor, batch: Batch) -> Tensor:
    parts = projected.split(LINK_WIDTH, dim=2)
    total, count = projected.sum() * 0, 0
    for row, spans, queries in batch.links:
        if not queries:
            continue
        pooled = _pool(torch.cat([part[row] for part in parts], dim=1), spans)
        for kind in (0, 1):
            chosen = [query for query in queries if query.kind == kind]
            if chosen:
                scores = _link_scores(reader, pooled, kind, [(query.span, query.candidates, query.buckets) for query in chosen])
                gold = torch.tensor([query.answer if query.answer < len(query.candidates) else scores.shape[1] - 1 for query in chosen])
                total = total + functional.cross_entropy(scores, gold, reduction="sum")
                count += len(chosen)
    return total / max(1, count)


def _pool(projected: Tensor, spans: list[tuple[int, int, int]]) -> Tensor:
    sums = torch.zeros(len(spans), projected.shape[0])
    for number, (_, first, last) in enumerate(spans):
        sums[number, first:last] = 1 / (last - first)
    return sums @ projected


def _link_scores(reader: Reader, pooled: Tensor, kind: int, chosen: list[tuple[int, list[int], list[tuple[int, int, int]]]]) -> Tensor:
    """Scores ``(queries, candidates + 1)``, the last column is none; missing candidates are at minus infinity."""
    width = max(len(candidates) for _, candidates, _ in chosen)
    query = pooled[[span for span, _, _ in chosen], 2 * kind * LINK_WIDTH : (2 * kind + 1) * LINK_WIDTH]
    none = query @ reader.none[kind] / LINK_WIDTH**0.5 + reader.none_bias[kind]
    if not width:
        return torch.stack([torch.full_like(none, -1e4), none], dim=1)[:, 1:]
    index = torch.tensor([[*candidates, *[0] * (width - len(candidates))] for _, candidates, _ in chosen])
    rows = torch.tensor([[*pairs, *[(0, 0, 0)] * (width - len(pairs))] for _, _, pairs in chosen])
    missing = torch.tensor([[at >= len(candidates) for at in range(width)] for _, candidates, _ in chosen])
    keys = pooled[:, (2 * kind + 1) * LINK_WIDTH : (2 * kind + 2) * LINK_WIDTH][index]
    scores = (query.unsqueeze(1) * keys).sum(2) / LINK_WIDTH**0.5
    scores = scores + reader.distance[kind][rows[:, :, 0]] + reader.paragraph[kind][rows[:, :, 1]] + reader.between[kind][rows[:, :, 2]]
    return torch.cat([scores.masked_fill(missing, -1e4), none.unsqueeze(1)], dim=1)


def _optimizer(reader: Reader, config: dict[str, Any]) -> torch.optim.AdamW:
    reader.encoder.words.weight.requires_grad_(False)
    tables = [reader.transitions, reader.first, reader.none_bias, reader.distance, reader.paragraph, reader.between]
    new = [
        *reader.syntax.parameters(),
        reader.heads.weight,
        reader.heads.bias,
        reader.none,
        reader.encoder.shapes.weight,
        reader.encoder.quotes.weight,
    ]
    taken = {id(parameter) for parameter in [*tables, *new]}
    rest = [parameter for parameter in reader.parameters() if parameter.requires_grad and id(parameter) not in taken]
    groups = [
        {"params": [p for p in rest if p.ndim > 1], "lr": config["encoder_rate"], "weight_decay": config["weight_decay"]},
        {"params": [p for p in rest if p.ndim <= 1], "lr": config["encoder_rate"], "weight_decay": 0.0},
        {"params": new, "lr": config["heads_rate"], "weight_decay": 0.0},
        {"params": tables, "lr": config["tables_rate"], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups)


def _rate(step: int, steps: int, warm_up: int) -> float:
    return min((step + 1) / warm_up, max(0.01, 1 - step / steps))


def first_pass(work: Path = WORK, config_path: Path = CONFIG) -> None:
    """Train the teacher of the second pass on the annotation alone; writes ``first.pt``."""
    config = _config(config_path)
    _pass(work, "prepared.pkl", "first.pt", {**config, **config["first"]})


def train(work: Path = WORK, config_path: Path = CONFIG) -> None:
    """Train the model that ships, to the configured number of epochs, then settle it; writes ``checkpoint.pt`` and ``settled.pt``."""
    config = _config(config_path)
    reader, examples = _pass(work, "taught.pkl", "checkpoint.pt", config)
    _settle(reader, examples, config, work)


def _config(path: Path) -> dict[str, Any]:
    config: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return config


def _pass(work: Path, data: str, name: str, config: dict[str, Any]) -> tuple[Reader, list[list[Example]]]:
    """Train from the pre-trained encoder, or go on where the last checkpoint stands; return the averaged reader."""
    torch.manual_seed(config["seed"])
    torch.set_num_threads(2)
    examples = pickle.loads((work / data).read_bytes())["train"]
    per_epoch = sum(1 for _ in epoch(examples, 0, config))
    steps = int(per_epoch * config["epochs"])
    reader = Reader(config["dropout"])
    reader.encoder.load_pretrained()
    averaged = copy.deepcopy(reader)
    optimizer = _optimizer(reader, config)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, config["warm_up"]))
    begun, checkpoint = 0, work / name
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        reader.load_state_dict(state["running"])
        averaged.load_state_dict(state["reader"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        begun = state["step"]
    _run(reader, averaged, optimizer, schedule, examples, config, steps, begun, work, name=name)
    return averaged, examples


def _settle(reader: Reader, examples: list[list[Example]], config: dict[str, Any], work: Path) -> None:
    """Go on for some hundred steps with weights and activations rounded as the shipped network rounds them; writes ``settled.pt``."""
    for module in reader.modules():
        if isinstance(module, Dense):
            module.rounded = True
    config = {**config, **config["settle"]}
    averaged = copy.deepcopy(reader)
    optimizer = _optimizer(reader, config)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, config["steps"], config["warm_up"]))
    _run(reader, averaged, optimizer, schedule, examples, config, config["steps"], 0, work, first_epoch=40, name="settled.pt")


def _run(
    reader: Reader,
    averaged: Reader,
    optimizer: Optimizer,
    schedule: LRScheduler,
    examples: list[list[Example]],
    config: dict[str, Any],
    steps: int,
    begun: int,
    work: Path,
    *,
    first_epoch: int = 0,
    name: str,
) -> None:
    step, number, since, pieces = 0, first_epoch, time.time(), 0
    means: dict[str, float] = {}
    reader.train()
    while step < steps:
        for items in epoch(examples, number, config):
            if step >= steps:
                break
            step += 1
            if step <= begun:
                continue
            batch = collate(items, config, random.Random(step))
            found = losses(reader, batch, config["weights"])
            optimizer.zero_grad(set_to_none=True)
            torch.stack(list(found.values())).sum().backward()
            torch.nn.utils.clip_grad_norm_([p for p in reader.parameters() if p.requires_grad], config["clip"])
            optimizer.step()
            schedule.step()
            if step % AVERAGE_EVERY == 0:
                _average(averaged, reader, min(config["average"], step / (step + 10 * AVERAGE_EVERY)))
            pieces += int(batch.mask.sum())
            for head, loss in found.items():
                means[head] = 0.98 * means.get(head, float(loss)) + 0.02 * float(loss)
            if step % 20 == 0:
                _log(work, f"{name} step {step}/{steps} epoch {number}", means, pieces, time.time() - since)
            if step % config["checkpoint_every"] == 0 or step == steps:
                _save(reader, averaged, optimizer, schedule, step, work / name)
        number += 1


@torch.no_grad()
def _average(averaged: Reader, reader: Reader, keep: float) -> None:
    """Move the averaged weights towards the running ones: an average over the last steps reads better than the last step."""
    for mean, now in zip(averaged.parameters(), reader.parameters(), strict=True):
        mean.lerp_(now, 1 - keep)


def _log(work: Path, where: str, means: dict[str, float], pieces: int, seconds: float) -> None:
    values = " ".join(f"{name} {value:.4f}" for name, value in sorted(means.items()))
    with (work / "train.log").open("a", encoding="utf-8") as log:
        log.write(f"{where} {values} {pieces / seconds:.0f} pieces/s {seconds:.0f} s\n")


def _save(reader: Reader, averaged: Reader, optimizer: Optimizer, schedule: LRScheduler, step: int, path: Path) -> None:
    state = {
        "reader": averaged.state_dict(),
        "running": reader.state_dict(),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
        "step": step,
    }
    torch.save(state, path.with_suffix(".tmp"))
    path.with_suffix(".tmp").replace(path)
