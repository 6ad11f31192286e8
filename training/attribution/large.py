"""The teacher: the tagger's heads on MPNet-base, which is too slow to ship (Song et al. 2020).

It answers to the same calls as `Tagger`: the same word pieces (MPNet's vocabulary is BERT's, four
numbers on), the same shapes, so that what it says of a piece can be taught to the small one.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from training.attribution.model import TAGS, Dropout, Reader, attention_bias

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEADS, INNER, LAYERS = 768, 12, 3072, 12

#: BERT's numbers of the special pieces, and MPNet's.
_SPECIAL = ((101, 0), (102, 2))
_PADDING, _SHIFT, _FIRST = 1, 4, 2

#: Distances between pieces: how many classes, and from where on all are one.
_BUCKETS, _FAR = 32, 128


class Layer(nn.Module):
    """A transformer layer (post-norm), given what the distance of pieces adds to attention."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = Dropout()

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        batch, length, _ = x.shape
        size = WIDTH // HEADS
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, size).permute(2, 0, 3, 1, 4)
        mixed = (q @ k.transpose(-1, -2) / math.sqrt(size) + bias).softmax(-1) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + self.dropout(self.output(mixed)))
        return self.last_norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Distances(nn.Module):
    """What the distance of two pieces, and padding, adds to each head's attention; not learned."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Embedding(_BUCKETS, HEADS)
        self.weights.weight.requires_grad_(False)

    def forward(self, mask: torch.Tensor) -> torch.Tensor:
        classes = _buckets(mask.shape[1]).to(mask.device)
        bias = self.weights.weight[classes].permute(2, 0, 1)[None] + attention_bias(mask)
        return bias.bfloat16() if torch.is_autocast_enabled(mask.device.type) else bias


def _buckets(length: int) -> torch.Tensor:
    """T5's classes of distance: single ones near, ever wider ones farther off, to either side."""
    at = torch.arange(length)
    distance = at[:, None] - at[None, :]
    half, near = _BUCKETS // 2, _BUCKETS // 4
    after = (distance < 0).long() * half
    distance = distance.abs()
    share = torch.log(distance.float().clamp(min=1) / near) / math.log(_FAR / near)
    wide = (near + (share * (half - near)).long()).clamp(max=half - 1)
    return after + torch.where(distance < near, distance, wide)


class Encoder(nn.Module):
    """Word, position and shape embeddings, then the layers.

    The lowest `frozen` layers, and the embeddings below them, stay as they are: that saves time.
    What is learned of shapes enters above them.
    """

    def __init__(self, frozen: int = 0) -> None:
        super().__init__()
        self.frozen = frozen
        self.words = nn.Embedding(30527, WIDTH)
        self.positions = nn.Embedding(514, WIDTH)
        self.shapes = nn.Embedding(14, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = Dropout()
        self.distances = Distances()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        if frozen:
            for part in (self.words, self.positions, self.norm, *self.layers[:frozen]):
                part.requires_grad_(False)

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        bias = self.distances(mask)
        own = torch.where(mask == 0, _PADDING, ids + _SHIFT)
        for theirs, ours in _SPECIAL:
            own = torch.where(ids == theirs, ours, own)
        at = torch.arange(ids.shape[1], device=ids.device)[None] + _FIRST
        x = self.words(own) + self.positions(at)
        told = self.shapes(shapes)
        x = self.dropout(self.norm(x if self.frozen else x + told))
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, bias)
            if number == self.frozen:
                x = x + told
        return x


class LargeReader(Reader):
    """The reader of one cue's parts, a layer of this encoder's kind."""

    def __init__(self, distances: Distances) -> None:
        super().__init__(Layer(), WIDTH)
        self.distances = distances

    def bias(self, mask: torch.Tensor) -> torch.Tensor:
        """What distances and padding add to attention."""
        result: torch.Tensor = self.distances(mask)
        return result


class LargeTagger(nn.Module):
    """Flat tags of source, cue and content, and whoever's they are; no certainty of events."""

    def __init__(self, frozen: int = 0) -> None:
        super().__init__()
        self.encoder = Encoder(frozen)
        self.dropout = Dropout()
        self.flat = nn.Linear(WIDTH, 3 * TAGS)
        self.reader = LargeReader(self.encoder.distances)

    def forward(
        self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        states = self.encoder(ids, shapes, mask)
        return states, self.flat(self.dropout(states)), states.new_zeros(ids.shape)


_NAMES = {
    "output": "attention.attn.o", "norm": "attention.LayerNorm", "up": "intermediate.dense",
    "down": "output.dense", "last_norm": "output.LayerNorm",
}  # fmt: skip


def pretrained(folder: Path, frozen: int = 0) -> LargeTagger:
    """A teacher whose encoder starts from MPNet-base's weights."""
    weights = load_file(folder / "model.safetensors")
    model = LargeTagger(frozen)
    fill(model.encoder, weights)
    with torch.no_grad():
        _fill(model.reader.layer, weights, f"encoder.layer.{LAYERS - 1}.")
    return model


def fill(encoder: Encoder, weights: dict[str, torch.Tensor]) -> None:
    """Give an encoder MPNet-base's weights."""
    with torch.no_grad():
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        encoder.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
        encoder.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
        encoder.distances.weights.weight.copy_(weights["encoder.relative_attention_bias.weight"])
        for number, layer in enumerate(encoder.layers):
            _fill(layer, weights, f"encoder.layer.{number}.")


def _fill(layer: Layer, weights: dict[str, torch.Tensor], prefix: str) -> None:
    for kind in ("weight", "bias"):
        three = [weights[f"{prefix}attention.attn.{part}.{kind}"] for part in "qkv"]
        getattr(layer.qkv, kind).copy_(torch.cat(three))
        for ours, theirs in _NAMES.items():
            getattr(getattr(layer, ours), kind).copy_(weights[f"{prefix}{theirs}.{kind}"])
