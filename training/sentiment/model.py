"""The network: the encoder with the target marked, and a head over target, sentence and [CLS]."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import nn

from training.attribution.model import WIDTH, Dropout, Encoder, attention_bias, pretrained

if TYPE_CHECKING:
    from pathlib import Path

CLASSES = 3


class Sentiment(nn.Module):
    """Log odds of negative, neutral, positive toward the pieces that are marked."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.mark = nn.Embedding(2, WIDTH)
        nn.init.normal_(self.mark.weight, std=0.02)
        self.dropout = Dropout()
        self.dense = nn.Linear(3 * WIDTH, WIDTH)
        self.odds = nn.Linear(WIDTH, CLASSES)
        self.register_buffer("temperature", torch.ones(()))

    def forward(
        self, ids: torch.Tensor, shapes: torch.Tensor, target: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        encoder = self.encoder
        at = torch.arange(ids.shape[1])[None]
        x = encoder.words(ids) + encoder.positions(at) + encoder.kind + encoder.shapes(shapes)
        x = encoder.dropout(encoder.norm(x + self.mark(target)))
        bias = attention_bias(mask)
        for layer in encoder.layers:
            x = layer(x, bias)
        pooled = torch.cat([x[:, 0], _mean(x, target), _mean(x, mask)], -1)
        hidden = torch.tanh(self.dense(self.dropout(pooled)))
        return self.odds(self.dropout(hidden)) / self.temperature, hidden


def _mean(x: torch.Tensor, marked: torch.Tensor) -> torch.Tensor:
    weight = marked.to(x.dtype)[..., None]
    return (x * weight).sum(1) / weight.sum(1).clamp(min=1)


def begun(base: Path, tagger: Path | None = None) -> Sentiment:
    """A network whose encoder starts from MiniLM-L6's weights, or from a trained tagger's."""
    model = Sentiment()
    source = pretrained(base)
    if tagger is not None:
        source.load_state_dict(torch.load(tagger, weights_only=True)["model"])
    model.encoder.load_state_dict(source.encoder.state_dict())
    return model
