"""Fine-tune the large tagger, the small one's teacher, on PolNeAR's train part.

``python -m training.attribution.teach --data TRAIN.jsonl.gz --large DIR --tokenizer
TOKENIZER.json -o large.pt``: about an hour on one core that multiplies matrices in bfloat16.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from training.attribution import large
from training.attribution.data import Example, digest, examples, read, restyled
from training.attribution.train import (
    NEGATIVES_AFTER,
    kept_documents,
    padded_length,
    step_loss,
)

SEED = 7

#: The most word pieces of a batch, padding included, and the most stretches; lengths are padded
#: to multiples of `STEP`, so that the same kernels serve many batches.
MOST, ROWS, STEP = 2000, 40, 16

#: False cues a stretch, at most; how much faster the new heads learn; steps of warming up.
NEGATIVES, FASTER, WARM = 3, 8, 150


def main() -> None:
    parser = common_arguments(__doc__, rate=9e-5, seed=SEED)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--start", type=Path, help="a teacher to train on, else the base weights")
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    documents = read(options.data)
    kept = set(kept_documents(documents, options.keep))
    chosen = [item for item in documents if item["doc"] not in kept]

    model = large.pretrained(options.large)
    begun_from = torch.load(options.start, weights_only=True) if options.start else None
    if begun_from:
        model.load_state_dict(begun_from["model"])
    learned = {name: one for name, one in model.named_parameters() if one.requires_grad}
    new = ("flat", "reader.tags", "reader.valid", "reader.place", "encoder.shapes")
    body = [one for name, one in learned.items() if not name.startswith(new)]
    heads = [one for name, one in learned.items() if name.startswith(new)]
    groups = [{"params": body, "lr": options.rate}, {"params": heads, "lr": FASTER * options.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = options.epochs * len(epoch(chosen, tokenizer, MOST, ROWS))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / WARM, max(0.02, (steps - at) / steps))
    )
    averaged = {name: one.detach().clone() for name, one in learned.items()}
    begun, step, mean = time.time(), 0, 0.0
    for _ in range(options.epochs):
        for batch in epoch(chosen, tokenizer, MOST, ROWS):
            model.train()
            most = NEGATIVES if step > NEGATIVES_AFTER else 0
            loss = step_loss(model, batch, negatives=most, weight=2.0, step=STEP)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 10 == 0:
                with torch.no_grad():
                    for name, one in learned.items():
                        averaged[name].lerp_(one, min(1 / 12, 10 / (step + 10)))
            mean += 0.02 * (loss.item() - mean) if step > 1 else loss.item()
            if step % 25 == 0:
                print(f"{step}/{steps} {mean:.3f} {time.time() - begun:.0f}s", flush=True)
    card = {
        "data_sha256": digest(options.data), "epochs": options.epochs, "rate": options.rate,
        "seed": options.seed, "documents": len(chosen), "kept_for_tuning": sorted(kept),
        "base_sha256": digest(options.large / "model.safetensors"),
        "start": begun_from and begun_from["card"],
    }  # fmt: skip
    torch.save({"model": {**model.state_dict(), **averaged}, "card": card}, options.output)


def common_arguments(doc: str | None, *, rate: float, seed: int) -> argparse.ArgumentParser:
    """What the trainings with the large network are told alike."""
    parser = argparse.ArgumentParser(description=doc.splitlines()[0] if doc else "")
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR's train.jsonl.gz")
    parser.add_argument("--large", type=Path, required=True, help="folder of MPNet-base's weights")
    parser.add_argument("--tokenizer", type=Path, required=True, help="the small tagger's")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--rate", type=float, default=rate, help="learning rate of the encoder")
    parser.add_argument("--keep", type=int, default=6, help="documents an outlet kept for tuning")
    parser.add_argument("--seed", type=int, default=seed)
    return parser


def epoch(
    documents: list[dict[str, Any]], tokenizer: Tokenizer, most: int, rows: int
) -> list[list[Example]]:
    """Batches of all documents, some with other quotation marks."""
    found = [
        one for item in documents for one in examples(restyled(item, random.random()), tokenizer)
    ]
    return batches([one for one in found if len(one.pieces) > 4], most, rows)


def batches(found: list[Example], most: int, rows: int) -> list[list[Example]]:
    """Batches of stretches of like length, in random order."""
    ordered = sorted(found, key=lambda one: len(one.pieces) + random.uniform(-5, 5))
    made: list[list[Example]] = []
    held: list[Example] = []
    for one in ordered:
        longest = max(padded_length(held, STEP), padded_length([one], STEP))
        if held and (longest * (len(held) + 1) > most or len(held) == rows):
            made.append(held)
            held = []
        held.append(one)
    if held:
        made.append(held)
    random.shuffle(made)
    return made


if __name__ == "__main__":
    main()
