"""From words to links: which heads are kept, which earlier ones each is compared with, scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from framing.encoder.pair_features import pair_features
from training.coreference.model import WordView, summed
from training.machine import half

if TYPE_CHECKING:
    from training.coreference.data import Batch
    from training.coreference.model import Coreference

#: How many earlier heads each is compared with in full.
CANDIDATES = 40

#: Words kept as possible heads: those above this log odds, and no more than this share.
ODDS, SHARE = -1.5, 0.3


@dataclass
class Links:
    """Of each row its candidates among the kept words, and the scores of linking to them."""

    at: np.ndarray
    rows: np.ndarray
    coarse: torch.Tensor
    candidates: torch.Tensor
    scores: torch.Tensor


def read(model: Coreference, batch: Batch) -> WordView:
    """Encode the texts and look at each word."""
    device = device_of(model)
    vectors = model.vectors(*(one.to(device) for one in batch.told))
    facts = batch.facts
    told = (torch.from_numpy(part).to(device) for part in (facts.kind, facts.entity, facts.role))
    with half(vectors):
        seen = model.words(vectors, *told)
    return WordView(*(part.float() for part in seen))


def keep(odds: torch.Tensor, sure: list[int]) -> np.ndarray:
    """Positions of the words to compare: the likeliest heads and those in `sure`."""
    values = odds.detach().cpu().numpy()
    limit = max(1, int(SHARE * len(values)))
    best = np.argsort(-values, kind="stable")[:limit]
    found: np.ndarray = np.union1d(best[values[best] > ODDS], np.array(sure, dtype=int))
    return found


def link(
    model: Coreference,
    batch: Batch,
    seen: WordView,
    at: np.ndarray,
    rows: np.ndarray,
    allowed: np.ndarray | None = None,
    features: torch.Tensor | None = None,
) -> Links:
    """Score the links of some kept words to earlier ones.

    `rows` are places in `at`; `allowed` says for each row which kept words it may be linked to;
    `features` are those of all the pairs, where they are known already.
    """
    device = device_of(model)
    if features is None:
        features = torch.from_numpy(pair_features(batch.facts, at, rows)).to(device)
    order = np.arange(len(at))
    open_ = (order[None] < rows[:, None]) & (batch.doc[at][rows][:, None] == batch.doc[at][None])
    if allowed is not None:
        open_ &= allowed
    heads = torch.from_numpy(at).to(device)
    chosen = heads[torch.from_numpy(rows).to(device)]
    coarse = seen.left[chosen] @ seen.right[heads].T + seen.mention[heads][None]
    coarse = coarse + summed(model.coarse, features)[..., 0]
    coarse = coarse.masked_fill(~torch.from_numpy(open_).to(device), -1e4)
    best, candidates = coarse.topk(min(CANDIDATES, len(at)), dim=1)
    other = heads[candidates]
    with half(coarse):
        pair = model.pairs(
            seen.one[chosen][:, None], seen.other[other],
            seen.product[chosen][:, None], seen.product[other],
            features.gather(1, candidates[..., None].expand(-1, -1, features.shape[-1])),
        )  # fmt: skip
    return Links(at, rows, coarse, candidates, best + pair.float())


def device_of(model: Coreference) -> torch.device:
    """Where the network is."""
    return model.coarse.weight.device
