"""Fine-tune the sentence encoder on PTC's train part, on a plain CPU.

``python -m training.classifiers.train --data ptc/train.jsonl.gz --base DIR -o sentences.pt``
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from framing.encoder.cards import digest
from training.classifiers.data import SHORTEST, Example, example, lines
from training.classifiers.model import Judge, pretrained

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 13


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PTC's train.jsonl.gz")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--longest", type=int, default=96, help="word pieces of a line")
    options = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    kept = [line for line in lines(options.data) if len(line.text) > SHORTEST]
    examples = [example(line, tokenizer, options.longest) for line in kept]
    model = pretrained(options.base)
    fit(model, drawn(examples), options.batch, options.rate)
    card = {
        "data_sha256": digest(options.data), "lines": len(kept), "seed": SEED,
        "batch": options.batch, "rate": options.rate, "longest": options.longest,
    }  # fmt: skip
    torch.save({"model": model.state_dict(), "card": card}, options.output)


def drawn(examples: Sequence[Example]) -> list[Example]:
    """The loaded lines twice, the others once: two epochs with half of the others in each."""
    loaded = [one for one in examples if one.loaded]
    return [*loaded, *loaded, *(one for one in examples if not one.loaded)]


def fit(model: Judge, examples: Sequence[Example], size: int, rate: float) -> None:
    """One pass over the examples in batches of like length, the rate rising, then falling."""
    heads = [p for n, p in model.named_parameters() if n.startswith("head") or "shapes" in n]
    own = {id(parameter) for parameter in heads}
    body = [parameter for parameter in model.parameters() if id(parameter) not in own]
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": 5 * rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    order = sorted(examples, key=lambda one: len(one.ids) + random.uniform(-8, 8))
    batches = [order[at : at + size] for at in range(0, len(order), size)]
    random.shuffle(batches)
    steps, warm = len(batches), max(1, len(batches) // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / steps))
    )
    begun, mean = time.time(), 0.0
    model.train()
    for step, batch in enumerate(batches, 1):
        answers = torch.tensor([one.loaded for one in batch])
        with torch.autocast("cpu", torch.bfloat16):
            found = model(*padded(batch))
        loss = F.cross_entropy(found.float(), answers, label_smoothing=0.05)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        mean += 0.02 * (loss.item() - mean) if step > 1 else loss.item()
        if step % 50 == 0:
            print(f"step {step}/{steps} loss {mean:.3f} {time.time() - begun:.0f}s", flush=True)


def padded(batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, shapes and mask of a batch, each (texts, pieces)."""
    size = max(len(one.ids) for one in batch)
    ids, shapes, mask = (torch.zeros(len(batch), size, dtype=torch.long) for _ in range(3))
    for row, one in enumerate(batch):
        ids[row, : len(one.ids)] = torch.tensor(one.ids)
        shapes[row, : len(one.ids)] = torch.tensor(one.shapes)
        mask[row, : len(one.ids)] = 1
    return ids, shapes, mask


if __name__ == "__main__":
    main()
