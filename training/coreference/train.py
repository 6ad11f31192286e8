"""Train coreference on GUM's train part and GAP's development part.

``python -m training.coreference.train --data DIR --base DIR -o coref.pt``, or with ``--large DIR``
the teacher of the small network.
"""

from __future__ import annotations

import argparse
import json
import random
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from tokenizers import Tokenizer

from training import machine
from training.coreference.data import Batch, Example, batch, load
from training.coreference.loss import chains_loss, pairs_loss
from training.coreference.model import start, start_large, trained
from training.coreference.renaming import SHARE, Renaming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.coreference.model import Coreference

SEED = 13

#: Share of documents read with half of their actors' names hidden, and of word pieces masked.
LISTED, HIDDEN = 0.25, 0.03

#: Parts of the network that no weights of the base are for, and their learning rate.
NEW, NEW_RATE = ("encoder.shapes", "words", "pairs", "spans", "coarse"), 1e-3

#: Steps of warming up; weight of GAP's texts beside GUM's.
WARM, PAIRS = 100, 0.5


def main() -> None:
    parser = common_arguments(__doc__, rate=2.5e-4, seed=SEED)
    parser.add_argument("--encoder", type=Path, help="a trained tagger to take the encoder from")
    parser.add_argument("--start", type=Path, help="trained coreference to go on from")
    parser.add_argument("--large", type=Path, help="folder of MPNet-base's weights: a teacher")
    parser.add_argument("--steps", type=int, default=2000)
    options = parser.parse_args()
    seed(options.seed)
    source = machine.ahead(partial(annotated, options.data, options.base, options.pairs))
    model = start_large(options.large) if options.large else start(options.base, options.encoder)
    if options.start:
        model = trained(options.start)
    model.to(options.device)
    faster = NEW_RATE / options.rate
    learning = machine.Learning(model, NEW, options, faster=faster, warm=WARM, span=170)
    while not learning.over:
        model.train()
        learning.learn(losses(model, *next(source)))
        if learning.step % 200 == 0 or learning.over:
            print(learning, flush=True)
    card = {
        **told(options), "steps": learning.step, "encoder": str(options.encoder or ""),
        "large": bool(options.large),
        "start": options.start and torch.load(options.start, weights_only=True)["card"],
    }  # fmt: skip
    torch.save({"model": learning.weights(), "card": card}, options.output)


def losses(model: Coreference, chains: Batch, pairs: Batch) -> Iterator[torch.Tensor]:
    """What is lost on a document of GUM, and on texts of GAP."""
    yield chains_loss(model, chains)
    yield PAIRS * pairs_loss(model, pairs)


def common_arguments(doc: str | None, *, rate: float, seed: int) -> argparse.ArgumentParser:
    """What the trainings of coreference are told alike."""
    parser = argparse.ArgumentParser(description=doc.splitlines()[0] if doc else "")
    parser.add_argument("--data", type=Path, required=True, help="what prepare wrote")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=8, help="GAP texts beside each document")
    parser.add_argument("--rate", type=float, default=rate, help="of the encoder, at most")
    parser.add_argument("--seed", type=int, default=seed)
    machine.add_arguments(parser)
    return parser


def told(options: argparse.Namespace) -> dict[str, object]:
    """What a card says of the options."""
    return {
        "seed": options.seed, "rate": options.rate, "gap_texts_a_step": options.pairs,
        "renamed": SHARE, "data_sha256": json.loads((options.data / "card.json").read_text()),
    }  # fmt: skip


def seed(number: int) -> None:
    """Begin all random numbers."""
    random.seed(number)
    np.random.seed(number)
    torch.manual_seed(number)


def tokenizer_of(base: Path) -> Tokenizer:
    """The tokenizer of the base weights."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def annotated(data: Path, base: Path, number: int) -> Iterator[tuple[Batch, Batch]]:
    """Without end: a document of GUM, and so many texts of GAP; most with other people's names."""
    tokenizer = tokenizer_of(base)
    chains = load(data / "gum-train.jsonl.gz", tokenizer)
    pairs = load(data / "gap-development.jsonl.gz", tokenizer)
    renaming = Renaming([*chains, *pairs], tokenizer)
    plain = [one for one in chains if not one.record["listed"]]
    listed = {one.record["doc"]: one for one in chains if one.record["listed"]}
    queue: list[Example] = []
    while True:
        for one in random.sample(plain, len(plain)):
            if random.random() < LISTED:
                one = listed.get(one.record["doc"], one)
            if len(queue) < number:
                queue = random.sample(pairs, len(pairs))
            some, queue = queue[:number], queue[number:]
            yield batch([one], HIDDEN, renaming), batch(some, HIDDEN, renaming)


if __name__ == "__main__":
    main()
