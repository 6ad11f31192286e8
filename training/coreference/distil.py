"""Teach the small network what others say of GUM, of GAP and of news nobody annotated.

``python -m training.coreference.distil --data DIR --base DIR --teachers a.pt b.pt -o coref.pt``

Documents of GUM and of news alternate, each beside a few texts of GAP. Where the corpora say
what is right, both they and the teachers' mean are learned from; elsewhere the teachers alone.
Teachers may be large, or small ones with another history.
"""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
import torch.nn.functional as F

from framing.encoder.pair_features import pair_features
from training import machine
from training.coreference.data import Batch, Example, batch, example
from training.coreference.links import keep, link, read
from training.coreference.loss import chains_loss, edges, pairs_loss, with_none
from training.coreference.model import start, trained
from training.coreference.train import (
    HIDDEN,
    NEW,
    NEW_RATE,
    PAIRS,
    WARM,
    annotated,
    common_arguments,
    seed,
    tokenizer_of,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.coreference.model import Coreference

SEED = 33

#: Weights of heads, of their types, of coarse links beside fine ones, of each edge.
HEADS, TYPES, COARSE, EDGE = 2.0, 0.2, 0.3, 0.5


def main() -> None:
    parser = common_arguments(__doc__, rate=3e-4, seed=SEED)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="by train --large")
    parser.add_argument("--encoder", type=Path, help="a trained tagger to take the encoder from")
    parser.add_argument("--start", type=Path, help="trained coreference to go on from")
    parser.add_argument("--steps", type=int, default=3000)
    options = parser.parse_args()
    seed(options.seed)
    sources = (
        machine.ahead(partial(annotated, options.data, options.base, options.pairs)),
        machine.ahead(partial(unannotated, options.data / "news.jsonl.gz", options.base)),
    )
    teachers = [
        trained(path).to(options.device).eval().requires_grad_(False) for path in options.teachers
    ]
    model = start(options.base, options.encoder)
    if options.start:
        model = trained(options.start)
    model.to(options.device)
    faster = NEW_RATE / options.rate
    learning = machine.Learning(model, NEW, options, faster=faster, warm=WARM)
    while not learning.over:
        model.train()
        chains, pairs = next(sources[0])
        news = None if learning.step % 2 else next(sources[1])
        learning.learn(parts(model, teachers, chains, pairs, news))
        if learning.step % 200 == 0 or learning.over:
            print(learning, flush=True)
    card = {
        **told(options), "steps": learning.step, "encoder": str(options.encoder or ""),
        "start": options.start and torch.load(options.start, weights_only=True)["card"],
        "teachers": [torch.load(path, weights_only=True)["card"] for path in options.teachers],
    }  # fmt: skip
    torch.save({"model": learning.weights(), "card": card}, options.output)


def parts(
    model: Coreference,
    teachers: list[Coreference],
    chains: Batch,
    pairs: Batch,
    news: Batch | None,
) -> Iterator[torch.Tensor]:
    """What is lost on an article, or without one on a document of GUM; and on texts of GAP."""
    if news is None:
        yield chains_loss(model, chains) + taught_loss(model, teachers, chains)
    else:
        yield taught_loss(model, teachers, news)
    yield PAIRS * (pairs_loss(model, pairs) + taught_loss(model, teachers, pairs))


def unannotated(path: Path, base: Path) -> Iterator[Batch]:
    """Without end: an article each; the first time in the file's order, while it is read."""
    tokenizer = tokenizer_of(base)
    found: list[Example] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    for record in random.sample(records, len(records)):
        found.append(example(record, tokenizer))
        yield batch([found[-1]], HIDDEN)
    while True:
        for one in random.sample(found, len(found)):
            yield batch([one], HIDDEN)


@dataclass(frozen=True)
class Lesson:
    """What the teachers say of some texts, on the average.

    Of each word the chance that it is a head; of the heads `at` the chances of their types, of
    being linked to none and to each of them, and of the words around each to be its edges.
    """

    at: np.ndarray
    features: torch.Tensor
    heads: torch.Tensor
    types: torch.Tensor
    links: torch.Tensor
    edges: torch.Tensor


@torch.no_grad()
def lesson(teachers: list[Coreference], texts: Batch) -> Lesson:
    """Ask the teachers."""
    views = [read(teacher, texts) for teacher in teachers]
    odds = torch.stack([seen.mention for seen in views]).mean(0)
    at = keep(odds, [])
    rows = np.arange(len(at))
    features = torch.from_numpy(pair_features(texts.facts, at, rows)).to(odds.device)
    chances, ends = [], []
    for teacher, seen in zip(teachers, views, strict=True):
        links = link(teacher, texts, seen, at, rows, features=features)
        chance = with_none(links.scores).softmax(1)
        spread = chance.new_zeros(len(at), 1 + len(at))
        chances.append(spread.scatter(1, with_none(links.candidates + 1), chance))
        ends.append(edges(teacher, texts, seen, at)[2].softmax(1))
    return Lesson(
        at,
        features,
        torch.stack([seen.mention.sigmoid() for seen in views]).mean(0),
        torch.stack([seen.types[at].softmax(-1) for seen in views]).mean(0),
        torch.stack(chances).mean(0),
        torch.stack(ends).mean(0),
    )


def taught_loss(model: Coreference, teachers: list[Coreference], texts: Batch) -> torch.Tensor:
    """Cross-entropy with what the teachers say."""
    right = lesson(teachers, texts)
    at = right.at
    seen = read(model, texts)
    loss = HEADS * F.binary_cross_entropy_with_logits(seen.mention, right.heads)
    if not len(at):
        return loss
    links = link(model, texts, seen, at, np.arange(len(at)), features=right.features)
    fine = right.links.gather(1, with_none(links.candidates + 1))
    ends = edges(model, texts, seen, at)[2]
    return (
        loss
        + TYPES * _entropy(seen.types[at], right.types)
        + _entropy(with_none(links.scores), fine)
        + COARSE * _entropy(with_none(links.coarse), right.links)
        + 2 * EDGE * _entropy(ends.transpose(1, 2), right.edges.transpose(1, 2))
    )


def _entropy(odds: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    return -(wanted * odds.log_softmax(-1)).sum(-1).mean()


if __name__ == "__main__":
    main()
