"""The network: the small encoder, its mean over a text, a head for one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn

from training.attribution.model import WIDTH, Encoder, attention_bias
from training.attribution.model import pretrained as pretrained_tagger

if TYPE_CHECKING:
    from pathlib import Path


class Pooled(nn.Module):
    """The mean of the encoder's vectors over the pieces of each text."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(
        self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        states = self.encoder(ids, shapes, mask)
        return _mean(states, mask), states


class Upper(nn.Module):
    """The same mean after the layers that come on top, from the states of those below."""

    def __init__(self, layers: nn.ModuleList) -> None:
        super().__init__()
        self.layers = layers

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        bias = attention_bias(mask)
        for layer in self.layers:
            states = layer(states, bias)
        return _mean(states, mask)


def _mean(states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    weights = mask[..., None].to(states.dtype)
    return (states * weights).sum(1) / weights.sum(1)


#: Lower layers of the encoder, read for tone; the two above them tell subjects apart.
LOWER = 4


class Judge(nn.Module):
    """A yes or no of each text."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.pooled = Pooled(encoder)
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(WIDTH, 2)
        nn.init.normal_(self.head.weight, std=0.02)

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        return self.head(self.dropout(self.pooled(ids, shapes, mask)[0]))


def pretrained(folder: Path) -> Judge:
    """A judge whose encoder starts from the lower layers of MiniLM-L6."""
    encoder = pretrained_tagger(folder).encoder
    encoder.layers = encoder.layers[:LOWER]
    return Judge(encoder)


def upper(folder: Path) -> Upper:
    """The layers of MiniLM-L6 above those of a judge."""
    return Upper(pretrained_tagger(folder).encoder.layers[LOWER:])
