"""The network: a BERT encoder, flat tag heads, a head that reads off one cue's own parts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
TAGS = 3  # outside, beginning, inside


class Dropout(nn.Module):
    """Dropout; on a CPU its masks are cut from one long sequence, as drawing them is slow."""

    chance = 0.1
    _sequence = torch.empty(0)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.training or x.device.type != "cpu":
            return F.dropout(x, self.chance, self.training)
        size = x.numel()
        if Dropout._sequence.numel() < 2 * size:
            kept = torch.rand(max(1 << 22, 3 * size)) >= self.chance
            Dropout._sequence = kept.to(torch.bfloat16) / (1 - self.chance)
        first = int(torch.randint(Dropout._sequence.numel() - size, ()))
        return x * Dropout._sequence[first : first + size].view_as(x).to(x.dtype)


class Layer(nn.Module):
    """A transformer layer as in BERT (post-norm)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout()

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        batch, length, _ = x.shape

        def split(y: torch.Tensor) -> torch.Tensor:
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        q, k, v = split(self.query(x)), split(self.key(x)), split(self.value(x))
        scores = q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias
        mixed = scores.softmax(-1) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + self.dropout(self.output(mixed)))
        return self.last_norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


def attention_bias(mask: torch.Tensor) -> torch.Tensor:
    """A large negative number where a piece is only padding."""
    return (1.0 - mask[:, None, None, :].float()) * -1e4


class Encoder(nn.Module):
    """Word, position and shape embeddings, then the layers."""

    def __init__(self, vocabulary: int = 30522, positions: int = 512, shapes: int = 14) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(shapes, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        at = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.words(ids) + self.positions(at) + self.kind + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        bias = attention_bias(mask)
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Tagger(nn.Module):
    """Flat tags of source, cue and content, whoever's they are, and the certainty of events."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = Dropout()
        self.flat = nn.Linear(WIDTH, 3 * TAGS)
        self.beside = Beside()
        self.reader = Reader()

    def forward(
        self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        states = self.encoder(ids, shapes, mask)
        return states, self.flat(self.dropout(states)), self.beside(states)[..., 3]


class Beside(nn.Module):
    """Of a piece: the tags of a word of speculation, and how certain an event would be."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = nn.Linear(WIDTH, WIDTH // 2)
        self.tags = nn.Linear(WIDTH // 2, TAGS)
        self.certainty = nn.Linear(WIDTH // 2, 1)
        nn.init.zeros_(self.certainty.weight)
        nn.init.constant_(self.certainty.bias, 2.5)

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        x = F.gelu(self.inner(states))
        return torch.cat([self.tags(x), self.certainty(x)], -1)


class Reader(nn.Module):
    """Given one cue: the tags of its own source and content, and whether it is a cue at all."""

    def __init__(self, layer: nn.Module | None = None, width: int = WIDTH) -> None:
        super().__init__()
        self.place = nn.Embedding(2, width)
        nn.init.normal_(self.place.weight, std=0.02)
        self.layer = layer or Layer()
        self.dropout = Dropout()
        self.tags = nn.Linear(width, 2 * TAGS)
        self.valid = nn.Linear(width, 1)

    def forward(
        self, states: torch.Tensor, cue: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.layer(states + self.place(cue), self.bias(mask))
        x = self.dropout(x)
        weight = cue.to(x.dtype)[..., None]
        pooled = (x * weight).sum(1) / weight.sum(1).clamp(min=1)
        return self.tags(x), self.valid(pooled)[:, 0]

    def bias(self, mask: torch.Tensor) -> torch.Tensor:
        """What is added to attention."""
        return attention_bias(mask)


def pretrained(folder: Path) -> Tagger:
    """A tagger whose encoder starts from MiniLM-L6's weights."""
    weights = load_file(folder / "model.safetensors")
    model = Tagger()
    encoder = model.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
        encoder.kind.copy_(weights["embeddings.token_type_embeddings.weight"][0])
        encoder.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
        for number, layer in enumerate(encoder.layers):
            _fill(layer, weights, f"encoder.layer.{number}.")
        _fill(model.reader.layer, weights, f"encoder.layer.{LAYERS - 1}.")
    return model


_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "last_norm": "output.LayerNorm",
}


def _fill(layer: Layer, weights: dict[str, torch.Tensor], prefix: str) -> None:
    for ours, theirs in _NAMES.items():
        part = getattr(layer, ours)
        part.weight.copy_(weights[f"{prefix}{theirs}.weight"])
        part.bias.copy_(weights[f"{prefix}{theirs}.bias"])
