"""The encoder and its heads in PyTorch: a small BERT with shape and quote-state embeddings, read by five heads in one pass."""

from __future__ import annotations

import math

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from crosscheck.language.reader.windows import QUOTES, SHAPES
from training import labels
from training.tokenizer import weights_folder

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
LINK_WIDTH = 64
SYNTAX_WIDTH = 128
DISTANCES, PARAGRAPHS, BETWEEN = 18, 5, 4
"""Sizes of the bias tables of a link: signed distance in words (logarithmic), paragraphs apart, candidates between."""
HEADS = {"attribution": len(labels.ATTRIBUTION), "names": len(labels.NAMES), "tags": len(labels.TAGS), "starts": 1, "links": 4 * LINK_WIDTH}
"""Columns of the output, in this order; ``links`` holds content query, cue key, cue query, source key."""
FORBIDDEN = -1e4


def _attend(query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
    """Attention over ``(batch, heads, pieces, width)``; on a CPU plain products are three times as fast as the fused kernel in bf16."""
    if bias is None:
        return torch.softmax((query * (WIDTH // ATTENTION_HEADS) ** -0.5) @ key.transpose(-1, -2), dim=-1) @ value
    batch, heads, length, width = query.shape
    query, key, value = (part.reshape(batch * heads, length, width) for part in (query, key, value))
    spread = bias.to(query.dtype).view(batch, 1, 1, length).expand(batch, heads, 1, length).reshape(batch * heads, 1, length)
    scores = torch.baddbmm(spread, query, key.transpose(-1, -2), alpha=width**-0.5)
    return torch.bmm(torch.softmax(scores, dim=-1), value).view(batch, heads, length, width)


def _rounded_weight(weight: Tensor) -> Tensor:
    """Round as the export does: seven bits, symmetric, one scale an output; the gradient passes through."""
    scale = weight.detach().abs().amax(dim=1, keepdim=True) / 64
    return weight + ((weight / scale).round() * scale - weight).detach()


def _rounded_input(values: Tensor) -> Tensor:
    """Round as the runtime does: eight bits between the smallest and the largest value; the gradient passes through."""
    with torch.no_grad():
        low, high = values.min().clamp(max=0).float(), values.max().clamp(min=0).float()
        scale = (high - low).clamp(min=1e-8) / 255
        zero = (-low / scale).round()
        rounded = (((values.float() / scale).round() + zero).clamp(0, 255) - zero) * scale
        difference = (rounded - values).to(values.dtype)
    return values + difference


class Dense(nn.Linear):
    """A linear map that can behave as its eight-bit export will."""

    rounded = False

    def forward(self, values: Tensor) -> Tensor:
        """Map the last axis."""
        if not self.rounded:
            return functional.linear(values, self.weight, self.bias)
        return functional.linear(_rounded_input(values), _rounded_weight(self.weight), self.bias)


class Layer(nn.Module):
    """One transformer layer, post-normalised as BERT's."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.qkv = Dense(WIDTH, 3 * WIDTH)
        self.out = Dense(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = Dense(WIDTH, INNER)
        self.down = Dense(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, hidden: Tensor, bias: Tensor | None) -> Tensor:
        """Map ``(batch, pieces, width)`` to the same shape; ``bias`` ``(batch, pieces)`` is added to the attention towards each piece."""
        batch, length, _ = hidden.shape
        query, key, value = self.qkv(hidden).view(batch, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4).unbind(0)
        mixed = _attend(query, key, value, bias)
        hidden = self.norm1(hidden + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(hidden + self.dropout(self.down(functional.gelu(self.up(hidden)))))


class Encoder(nn.Module):
    """MiniLM with two more input embeddings, zero at the start."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.quotes = nn.Embedding(QUOTES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor | None = None) -> Tensor:
        """Map piece numbers ``(batch, pieces)`` to ``(batch, pieces, width)``."""
        position = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.norm(self.words(ids) + self.positions(position) + self.shapes(shapes) + self.quotes(quotes))
        bias = None if mask is None else (~mask).float() * FORBIDDEN
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden

    def load_pretrained(self) -> None:
        """Read the pre-trained weights; token type 0 is folded into the positions."""
        given = load_file(weights_folder() / "model.safetensors")
        table: dict[str, Tensor] = {
            "words.weight": given["embeddings.word_embeddings.weight"],
            "positions.weight": given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": given["embeddings.LayerNorm.weight"],
            "norm.bias": given["embeddings.LayerNorm.bias"],
            "shapes.weight": torch.zeros(SHAPES, WIDTH),
            "quotes.weight": torch.zeros(QUOTES, WIDTH),
        }
        parts = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for number in range(LAYERS):
            prefix = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                table[f"layers.{number}.qkv.{kind}"] = torch.cat(
                    [given[f"{prefix}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                )
                for ours, theirs in parts.items():
                    table[f"layers.{number}.{ours}.{kind}"] = given[f"{prefix}{theirs}.{kind}"]
        self.load_state_dict(table)


class Syntax(nn.Module):
    """Heads for dependencies that only training has: what they teach the encoder about clauses helps the edges of contents."""

    def __init__(self) -> None:
        super().__init__()
        self.dependant = nn.Linear(WIDTH, SYNTAX_WIDTH)
        self.governor = nn.Linear(WIDTH, SYNTAX_WIDTH)
        self.relation = nn.Linear(WIDTH, len(labels.RELATIONS))

    def forward(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """Map ``(batch, words, width)`` to scores of heads ``(batch, words, words)`` and of relations ``(batch, words, relations)``."""
        arcs = self.dependant(hidden) @ self.governor(hidden).transpose(1, 2) / SYNTAX_WIDTH**0.5
        return arcs, self.relation(hidden)


class Reader(nn.Module):
    """The encoder with its heads, and the small tables used outside the network."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.syntax = Syntax()
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.Linear(WIDTH, sum(HEADS.values()))
        self.transitions = nn.Parameter(torch.zeros(HEADS["attribution"], HEADS["attribution"]))
        self.first = nn.Parameter(torch.zeros(HEADS["attribution"]))
        self.none = nn.Parameter(torch.zeros(2, LINK_WIDTH))
        self.none_bias = nn.Parameter(torch.zeros(2))
        self.distance = nn.Parameter(torch.zeros(2, DISTANCES))
        self.paragraph = nn.Parameter(torch.zeros(2, PARAGRAPHS))
        self.between = nn.Parameter(torch.zeros(2, BETWEEN))
        nn.init.normal_(self.heads.weight, std=0.02)
        nn.init.zeros_(self.heads.bias)
        self.register_buffer("illegal", _illegal_transitions())
        self.register_buffer("illegal_first", torch.tensor([FORBIDDEN if name.startswith("I-") else 0.0 for name in labels.ATTRIBUTION]))

    def forward(self, ids: Tensor, shapes: Tensor, quotes: Tensor) -> Tensor:
        """Map one unpadded batch ``(batch, pieces)`` to all heads' columns ``(batch, pieces, columns)``: what is exported."""
        out: Tensor = self.heads(self.encoder(ids, shapes, quotes))
        return out

    def crf_tables(self) -> tuple[Tensor, Tensor]:
        """Return transition scores ``(from, to)`` and scores of the first label, illegal ones at -10,000."""
        return self.transitions + self.illegal, self.first + self.illegal_first


def _illegal_transitions() -> Tensor:
    table = torch.zeros(len(labels.ATTRIBUTION), len(labels.ATTRIBUTION))
    for column, name in enumerate(labels.ATTRIBUTION):
        if name.startswith("I-"):
            for row, before in enumerate(labels.ATTRIBUTION):
                if before[1:] != name[1:] or before == "O":
                    table[row, column] = FORBIDDEN
    return table


def crf_loss(
    emissions: Tensor, targets: tuple[Tensor, Tensor], present: Tensor, tables: tuple[Tensor, Tensor], free: tuple[Tensor, Tensor]
) -> Tensor:
    """Return the summed cross-entropy of a linear-chain CRF against the probabilities of what should be there.

    Args:
        emissions: ``(batch, words, labels)``.
        targets: Probabilities of labels ``(batch, words, labels)`` and of neighbours ``(batch, words, labels, labels)``.
        present: ``(batch, words)``, true for real words; each row is true up to its length.
        tables: Transition scores ``(from, to)`` and scores of the first label.
        free: The same without the penalty of what the labelling scheme forbids: a target may have a trace of it.
    """
    transitions, first = tables
    single, pairs = targets
    numerator = (emissions * single * present.unsqueeze(2)).sum() + (single[:, 0] * free[1]).sum()
    numerator = numerator + (pairs * present[:, :, None, None] * free[0]).sum()
    alpha = first + emissions[:, 0]
    for step in range(1, emissions.shape[1]):
        following = torch.logsumexp(alpha.unsqueeze(2) + transitions, dim=1) + emissions[:, step]
        alpha = torch.where(present[:, step, None], following, alpha)
    return torch.logsumexp(alpha, dim=1).sum() - numerator


def names_loss(logits: Tensor, allowed: Tensor) -> Tensor:
    """Return ``-log`` of the probability mass on the allowed labels, one value a word; ``allowed`` is boolean of the same shape."""
    total = torch.logsumexp(logits, dim=-1)
    kept = torch.logsumexp(logits.masked_fill(~allowed, -math.inf), dim=-1)
    return total - kept
