"""Fine-tune the large tagger, the small one's teacher, on PolNeAR's train part.

``python -m training.attribution.teach --data TRAIN.jsonl.gz --large DIR --tokenizer
TOKENIZER.json --device cuda -o large.pt``: two minutes of an H100, some hours of a core that
multiplies matrices in bfloat16.
"""

from __future__ import annotations

import argparse
import random
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from tokenizers import Tokenizer

from training import machine
from training.attribution import large
from training.attribution.data import (
    Batch,
    Example,
    digest,
    examples,
    padded_length,
    read,
    restyled,
    side_by_side,
)
from training.attribution.train import NEGATIVES_AFTER, kept_documents, step_loss

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.attribution.model import Tagger

SEED = 7

#: Pieces a stretch of a batch, on the average; no batch has more stretches than this gives.
SHARE = 50

#: False cues a stretch, at most; how much faster the new heads learn; steps of warming up.
NEGATIVES, FASTER, WARM = 3, 8, 150

#: Parts of the network that no weights of MPNet's are for.
NEW = ("flat", "reader.tags", "reader.valid", "reader.place", "encoder.shapes")

#: Weight of the reader's tags.
READ = 2.0


def main() -> None:
    parser = common_arguments(__doc__, rate=8e-5, seed=SEED)
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--frozen", type=int, default=0, help="lowest layers that do not learn")
    parser.add_argument("--start", type=Path, help="a teacher to go on from")
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    chosen, kept = parted(options.data, options.keep)
    held_out = one_by_one(kept, tokenizer, options.pieces)
    batches_ = machine.ahead(partial(annotated, chosen, tokenizer, options.pieces))
    model = large.pretrained(options.large, options.frozen)
    begun = torch.load(options.start, weights_only=True) if options.start else None
    if begun:
        model.load_state_dict(begun["model"])
    model.to(options.device)
    learning = machine.Learning(model, NEW, options, faster=FASTER, warm=WARM, span=120)
    while not learning.over:
        model.train()
        most = NEGATIVES if learning.step > NEGATIVES_AFTER else 0
        learning.learn([step_loss(model, next(batches_), negatives=most, weight=READ)])
        if learning.step % 250 == 0 or learning.over:
            print(learning, f"held out {held_out_loss(model, held_out):.4f}", flush=True)
    model.load_state_dict(learning.averaged)
    print(f"mean of the last: held out {held_out_loss(model, held_out):.4f}", flush=True)
    card = {
        "data_sha256": digest(options.data), "steps": learning.step, "pieces": options.pieces,
        "rate": options.rate, "seed": options.seed, "frozen": options.frozen,
        "start": begun and begun["card"], "documents": len(chosen),
        "kept_for_tuning": sorted(item["doc"] for item in kept),
        "base_sha256": digest(options.large / "model.safetensors"),
    }  # fmt: skip
    torch.save({"model": learning.weights(), "card": card}, options.output)


def common_arguments(doc: str | None, *, rate: float, seed: int) -> argparse.ArgumentParser:
    """What the trainings with the large network are told alike."""
    parser = argparse.ArgumentParser(description=doc.splitlines()[0] if doc else "")
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR's train.jsonl.gz")
    parser.add_argument("--large", type=Path, required=True, help="folder of MPNet-base's weights")
    parser.add_argument("--tokenizer", type=Path, required=True, help="the small tagger's")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--rate", type=float, default=rate, help="learning rate of the encoder")
    parser.add_argument("--keep", type=int, default=6, help="documents an outlet kept for tuning")
    parser.add_argument("--pieces", type=int, default=4000, help="the most pieces of a batch")
    parser.add_argument("--seed", type=int, default=seed)
    machine.add_arguments(parser)
    return parser


def parted(path: Path, keep: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The documents to learn from, and those kept for tuning."""
    documents = read(path)
    kept = set(kept_documents(documents, keep))
    chosen = [item for item in documents if item["doc"] not in kept]
    return chosen, [item for item in documents if item["doc"] in kept]


def annotated(documents: list[dict[str, Any]], tokenizer: Tokenizer, most: int) -> Iterator[Batch]:
    """Without end: batches of all documents, each time around some with other quotation marks."""
    plain = [examples(item, tokenizer) for item in documents]
    while True:
        found: list[Example] = []
        for item, its in zip(documents, plain, strict=True):
            other = restyled(item, random.random())
            found += its if other is item else examples(other, tokenizer)
        yield from map(side_by_side, batches([one for one in found if len(one.pieces) > 4], most))


def one_by_one(documents: list[dict[str, Any]], tokenizer: Tokenizer, most: int) -> list[Batch]:
    """Batches of all documents as they are."""
    found = [one for item in documents for one in examples(item, tokenizer)]
    return [side_by_side(one) for one in batches(found, most)]


@torch.no_grad()
def held_out_loss(model: large.LargeTagger | Tagger, held_out: list[Batch]) -> float:
    """What the network loses on documents that it does not learn from."""
    model.eval()
    lost = [step_loss(model, one, negatives=0, weight=READ).item() for one in held_out]
    return sum(lost) / len(lost)


def batches(found: list[Example], most: int) -> list[list[Example]]:
    """Batches of stretches of like length, of at most so many pieces, in random order."""
    ordered = sorted(found, key=lambda one: len(one.pieces) + random.uniform(-5, 5))
    made: list[list[Example]] = []
    held: list[Example] = []
    for one in ordered:
        longest = max(padded_length(held), padded_length([one]))
        if held and (longest * (len(held) + 1) > most or len(held) == most // SHARE):
            made.append(held)
            held = []
        held.append(one)
    if held:
        made.append(held)
    random.shuffle(made)
    return made


if __name__ == "__main__":
    main()
