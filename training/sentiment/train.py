"""Fine-tune target-dependent sentiment on NewsMTSC, on a plain CPU.

    python -m training.sentiment.train --data TRAIN.jsonl.gz --base DIR -o sentiment.pt

One of five folds, grouped by the sentence, is left out, and scored at the end.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from framing.encoder.targets import fold_of
from training.sentiment.data import LABELS, Example, batches, digest, examples, read
from training.sentiment.model import Sentiment, begun

SEED = 13

#: Steps between two additions to the running mean of the weights.
EVERY = 4

#: The piece that stands for a hidden target.
MASK = 103


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="NewsMTSC's train.jsonl.gz")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("--tagger", type=Path, help="start from this attribution tagger's encoder")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--fold", type=int, default=0, help="left out and scored")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--hide", type=float, default=0.25, help="share of targets hidden")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()

    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    every = examples(read(options.data), tokenizer)
    held = [one for one in every if fold_of(one.text) == options.fold]
    learned = [one for one in every if fold_of(one.text) != options.fold]
    model = begun(options.base, options.tagger)
    fit(model, learned, options)
    card = {
        "data_sha256": digest(options.data), "examples": len(learned),
        "fold_left_out": options.fold, "epochs": options.epochs, "batch": options.batch,
        "rate": options.rate, "hide": options.hide, "seed": options.seed,
        "tagger": bool(options.tagger),
    }  # fmt: skip
    odds, right = predict(model, held), torch.tensor([one.label for one in held])
    print(f"left out: {scores(odds, held)}", flush=True)
    saved = {"model": model.state_dict(), "card": card, "odds": odds, "labels": right}
    torch.save(saved, options.output)


def fit(model: Sentiment, learned: list[Example], options: argparse.Namespace) -> None:
    """Train the layers and the head; a running mean of the weights is what is kept."""
    model.encoder.words.requires_grad_(False)
    model.encoder.positions.requires_grad_(False)
    body = list(model.encoder.layers.parameters())
    own = {id(parameter) for parameter in body}
    moving = [parameter for parameter in model.parameters() if parameter.requires_grad]
    heads = [parameter for parameter in moving if id(parameter) not in own]
    groups = [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.rate * 3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = options.epochs * -(-len(learned) // options.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 100, max(0.0, (steps - step) / steps))
    )
    started, step, mean = time.time(), 0, 1.1
    averaged = {name: value.detach().clone() for name, value in model.named_parameters()}
    for _ in range(options.epochs):
        model.train()
        for batch in batches(learned, options.batch):
            with torch.autocast("cpu", torch.bfloat16):
                odds, _ = model(*inputs(batch, options.hide))
            wanted = torch.tensor([one.label for one in batch])
            loss = F.cross_entropy(odds.float(), wanted, label_smoothing=0.05)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(moving, 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % EVERY == 0:
                with torch.no_grad():
                    for name, value in model.named_parameters():
                        if value.requires_grad:
                            averaged[name].lerp_(value, max(0.04, EVERY / (step + EVERY)))
            mean += 0.02 * (loss.item() - mean)
            if step % 50 == 0:
                print(f"step {step}/{steps} {mean:.3f} {time.time() - started:.0f}s", flush=True)
    model.load_state_dict(averaged, strict=False)


def inputs(batch: list[Example], hide: float = 0.0) -> tuple[torch.Tensor, ...]:
    """A batch padded; a share of the targets hidden, so that no name decides by itself."""
    length = max(len(one.pieces) for one in batch)

    def padded(row: list[int]) -> list[int]:
        return row + [0] * (length - len(row))

    rows: list[list[list[int]]] = [[], [], [], []]
    for one in batch:
        ids = one.pieces.ids
        if random.random() < hide:
            ids = [MASK if mark else piece for piece, mark in zip(ids, one.marks, strict=True)]
        for part, row in zip(
            rows, (ids, one.pieces.shapes, one.marks, [1] * len(ids)), strict=True
        ):
            part.append(padded(row))
    return tuple(torch.tensor(part) for part in rows)


@torch.no_grad()
def predict(model: Sentiment, some: list[Example]) -> torch.Tensor:
    """Log odds, (examples, classes), in the examples' order."""
    model.eval()
    order = sorted(range(len(some)), key=lambda at: len(some[at].pieces))
    odds = torch.zeros(len(some), len(LABELS))
    for at in range(0, len(order), 32):
        chosen = order[at : at + 32]
        with torch.autocast("cpu", torch.bfloat16):
            odds[chosen] = model(*inputs([some[place] for place in chosen]))[0].float()
    model.train()
    return odds


def scores(odds: torch.Tensor, some: list[Example]) -> dict[str, Any]:
    """Accuracy and macro-F1."""
    guessed, right = odds.argmax(-1), torch.tensor([one.label for one in some])
    each = []
    for label in range(len(LABELS)):
        both = int(((guessed == label) & (right == label)).sum())
        each.append(2 * both / max(1, int((guessed == label).sum() + (right == label).sum())))
    accuracy = float((guessed == right).float().mean())
    return {"accuracy": round(accuracy, 4), "macro_f1": round(sum(each) / 3, 4)}


if __name__ == "__main__":
    main()
