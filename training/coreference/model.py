"""The network: word-level coreference (Dobrovolskii 2021) on the same small encoder.

A word may be the head of a mention; each head is linked to an earlier one or to none; then a
mention's first and last word are read off its head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

from framing.encoder.facts import ENTITIES, KINDS, ROLES
from framing.encoder.pair_features import FEATURES
from framing.encoder.span_windows import DISTANCES, EDGES
from training.attribution import large
from training.attribution.model import WIDTH, Dropout, Encoder, pretrained
from training.coreference.data import TYPES
from training.machine import half

if TYPE_CHECKING:
    from pathlib import Path

#: Widths of the pair network, of the products in it, and of the span network.
HIDDEN, PRODUCT, SPAN = 192, 128, 96

#: Where the numbers of each feature begin in one table.
STARTS = torch.tensor([sum(FEATURES[:place]) for place in range(len(FEATURES))])


class WordView(NamedTuple):
    """What is read off each word."""

    mention: torch.Tensor
    types: torch.Tensor
    left: torch.Tensor
    right: torch.Tensor
    one: torch.Tensor
    other: torch.Tensor
    product: torch.Tensor
    asks: torch.Tensor
    offers: torch.Tensor


def summed(table: nn.Embedding, features: torch.Tensor) -> torch.Tensor:
    """The sum of the rows of a table that the features of each pair choose."""
    if torch.onnx.is_in_onnx_export():
        return table(features + STARTS).sum(-2)
    rows = (features + STARTS.to(features.device)).flatten(0, -2)
    return F.embedding_bag(rows, table.weight, mode="sum").unflatten(0, features.shape[:-1])


class Words(nn.Module):
    """From a word's vector and its kind, entity type and role to all that pairs need of it."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.width = width
        self.kind = nn.Embedding(len(KINDS), width)
        self.entity = nn.Embedding(len(ENTITIES), width)
        self.role = nn.Embedding(len(ROLES), width)
        for table in (self.kind, self.entity, self.role):
            nn.init.normal_(table.weight, std=0.1)
        self.dropout = Dropout()
        self.inner = nn.Linear(width, HIDDEN)
        self.mention = nn.Linear(HIDDEN, 1)
        self.types = nn.Linear(HIDDEN, len(TYPES))
        self.left, self.right = nn.Linear(width, width), nn.Linear(width, width)
        self.one, self.other = nn.Linear(width, HIDDEN), nn.Linear(width, HIDDEN)
        self.product = nn.Linear(width, PRODUCT)
        self.asks, self.offers = nn.Linear(width, SPAN), nn.Linear(width, SPAN)

    def forward(
        self,
        vectors: torch.Tensor,
        kind: torch.Tensor,
        entity: torch.Tensor,
        role: torch.Tensor,
    ) -> WordView:
        x = self.dropout(vectors + self.kind(kind) + self.entity(entity) + self.role(role))
        inner = self.dropout(torch.relu(self.inner(x)))
        return WordView(
            self.mention(inner)[:, 0], self.types(inner),
            self.left(x) / self.width**0.5, self.right(x),
            self.one(x), self.other(x), self.product(x), self.asks(x), self.offers(x),
        )  # fmt: skip


class Pairs(nn.Module):
    """The score of a link between two heads; that of no link is 0."""

    def __init__(self) -> None:
        super().__init__()
        self.features = nn.Embedding(sum(FEATURES), HIDDEN)
        nn.init.normal_(self.features.weight, std=0.1)
        self.product = nn.Linear(PRODUCT, HIDDEN, bias=False)
        self.dropout = Dropout()
        self.inner = nn.Linear(HIDDEN, HIDDEN // 2)
        self.score = nn.Linear(HIDDEN // 2, 1)

    def forward(
        self,
        one: torch.Tensor,
        other: torch.Tensor,
        left: torch.Tensor,
        right: torch.Tensor,
        features: torch.Tensor,
    ) -> torch.Tensor:
        told = summed(self.features, features)
        x = torch.relu(one + other + self.product(left * right) + told)
        x = torch.relu(self.inner(self.dropout(x)))
        return self.score(self.dropout(x))[..., 0]


class Spans(nn.Module):
    """Which of the words around a head begins its mention, and which ends it."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Embedding(DISTANCES, SPAN)
        self.edge = nn.Embedding(EDGES, SPAN)
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.normal_(self.edge.weight, std=0.1)
        self.dropout = Dropout()
        self.inner = nn.Linear(SPAN, SPAN)
        self.ends = nn.Linear(SPAN, 2)

    def forward(
        self,
        asks: torch.Tensor,
        offers: torch.Tensor,
        distance: torch.Tensor,
        edge: torch.Tensor,
    ) -> torch.Tensor:
        x = asks[:, None] + offers + self.distance(distance) + self.edge(edge)
        x = torch.relu(self.inner(torch.relu(x)))
        return self.ends(self.dropout(x))


class Coreference(nn.Module):
    """The encoder, by default the small one, with all its heads."""

    def __init__(self, encoder: nn.Module | None = None, width: int = WIDTH) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        self.dropout = Dropout()
        self.words = Words(width)
        self.pairs = Pairs()
        self.spans = Spans()
        self.coarse = nn.Embedding(sum(FEATURES), 1)
        nn.init.zeros_(self.coarse.weight)

    def vectors(
        self,
        ids: torch.Tensor,
        shapes: torch.Tensor,
        mask: torch.Tensor,
        bag: torch.Tensor,
        starts: torch.Tensor,
    ) -> torch.Tensor:
        """The mean vector of the pieces of each word."""
        with half(ids):
            states = self.encoder(ids, shapes, mask)
        return F.embedding_bag(bag, states.float().flatten(0, 1), starts, mode="mean")


def large_network() -> Coreference:
    """The teacher: the same heads on an encoder of MPNet-base's make."""
    return Coreference(large.Encoder(), large.WIDTH)


def trained(path: Path) -> Coreference:
    """A network, small or large, as a training left it."""
    weights = torch.load(path, weights_only=True)["model"]
    model = large_network() if "encoder.distances.weights.weight" in weights else Coreference()
    model.load_state_dict(weights)
    return model


def start_large(folder: Path) -> Coreference:
    """A teacher whose encoder starts from MPNet-base's weights."""
    model = large_network()
    large.fill(model.encoder, load_file(folder / "model.safetensors"))
    return model


def start(base: Path, trained: Path | None = None) -> Coreference:
    """A network whose encoder starts from MiniLM-L6, or from that of a trained tagger."""
    model = Coreference()
    model.encoder.load_state_dict(pretrained(base).encoder.state_dict())
    if trained is not None:
        saved = torch.load(trained, weights_only=True)["model"]
        held = {
            name.removeprefix("encoder."): value
            for name, value in saved.items()
            if name.startswith("encoder.")
        }
        model.encoder.load_state_dict(held)
    return model
