"""Train coreference on GUM's train part and GAP's development part, on a plain CPU.

``python -m training.coreference.train --data DIR --base DIR -o coref.pt``
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from training.coreference.data import Example, batch, load
from training.coreference.loss import chains_loss, pairs_loss
from training.coreference.model import Coreference, start
from training.coreference.renaming import SHARE, Renaming

SEED = 13

#: Share of documents read with half of their actors' names hidden, and of word pieces masked.
LISTED, HIDDEN = 0.25, 0.03


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="what prepare wrote")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("--encoder", type=Path, help="a trained tagger to take the encoder from")
    parser.add_argument("--start", type=Path, help="trained coreference to go on from")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--minutes", type=float, default=0, help="stop after these at the latest")
    parser.add_argument("--pairs", type=int, default=8, help="GAP texts beside each document")
    parser.add_argument("--rate", type=float, default=2.5e-4, help="of the encoder, at most")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=0, help="for trying out: so many documents")
    options = parser.parse_args()
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    tokenizer = tokenizer_of(options.base)
    chains = load(options.data / "gum-train.jsonl.gz", tokenizer)
    pairs = load(options.data / "gap-development.jsonl.gz", tokenizer)
    held_out = {
        "gum": load(options.data / "gum-dev.jsonl.gz", tokenizer),
        "gap": load(options.data / "gap-validation.jsonl.gz", tokenizer),
    }
    if options.limit:
        chains, pairs = chains[: 2 * options.limit], pairs[: 10 * options.limit]
        held_out = {name: some[: options.limit] for name, some in held_out.items()}
    model = start(options.base, options.encoder)
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True)["model"])
    renaming = Renaming([*chains, *pairs], tokenizer)
    fit(model, chains, pairs, held_out, renaming, options)


def tokenizer_of(base: Path) -> Tokenizer:
    """The tokenizer of the base weights."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _card_of(trained: Path | None) -> dict[str, Any]:
    """The settings of the training that this one goes on from."""
    if trained is None:
        return {}
    found: dict[str, Any] = torch.load(trained, weights_only=True)["card"]
    return found


def fit(
    model: Coreference,
    chains: list[Example],
    pairs: list[Example],
    held_out: dict[str, list[Example]],
    renaming: Renaming,
    options: argparse.Namespace,
) -> None:
    from training.coreference.evaluate import gap_scores, gum_scores, shown

    plain = [one for one in chains if not one.record["listed"]]
    listed = {one.record["doc"]: one for one in chains if one.record["listed"]}
    inner = [
        value
        for name, value in model.named_parameters()
        if name.startswith("encoder.") and "shapes" not in name
    ]
    own = {id(value) for value in inner}
    outer = [value for value in model.parameters() if id(value) not in own]
    rates = (options.rate, 1e-3)
    groups = [
        {"params": part, "lr": rate} for part, rate in zip((inner, outer), rates, strict=True)
    ]
    for group in groups:
        group["lr"] /= 100  # the first step's; see below
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = options.epochs * len(plain)
    averaged = {name: value.clone() for name, value in model.state_dict().items()}
    begun, step, left, mean = time.time(), 0, 1.0, np.zeros(2)
    queue: list[Example] = []
    for epoch in range(options.epochs):
        for one in random.sample(plain, len(plain)):
            model.train()
            if random.random() < LISTED:
                one = listed.get(one.record["doc"], one)
            if len(queue) < options.pairs:
                queue = random.sample(pairs, len(pairs))
            some, queue = queue[: options.pairs], queue[options.pairs :]
            optimizer.zero_grad(set_to_none=True)
            loss = chains_loss(model, batch([one], HIDDEN, renaming))
            loss.backward()
            more = (
                0.5 * pairs_loss(model, batch(some, HIDDEN, renaming)) if some else torch.zeros(())
            )
            if some:
                more.backward()
            if not torch.isfinite(loss + more):
                raise SystemExit(f"step {step}: the loss is {loss.item()} and {more.item()}")
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            left = 1 - max(step / steps, (time.time() - begun) / (options.minutes * 60 or math.inf))
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min(step / 100, max(0.0, left))
            if left <= 0:
                break
            if step % 5 == 0:
                with torch.no_grad():
                    for name, value in model.state_dict().items():
                        averaged[name].lerp_(value, max(0.03, 5 / (step + 5)))
            now = np.array([loss.item(), more.item()])
            mean = now if step == 1 else mean + 0.02 * (now - mean)
            if step % 50 == 0:
                spent = time.time() - begun
                losses = " ".join(f"{value:.3f}" for value in mean)
                print(f"epoch {epoch} step {step}/{steps} loss {losses} {spent:.0f}s", flush=True)
        card = {
            "epochs": f"{step / len(plain):.1f} of {options.epochs}", "seed": options.seed,
            "rate": options.rate, "encoder": options.encoder.name if options.encoder else "",
            "start": _card_of(options.start),
            "gap_texts_a_step": options.pairs, "renamed": SHARE,
            "documents": len(plain), "gap_texts": len(pairs),
            "data_sha256": json.loads((options.data / "card.json").read_text()),
        }  # fmt: skip
        torch.save({"model": averaged, "card": card}, options.output)
        options.output.with_suffix(".json").write_text(json.dumps(card, indent=1) + "\n")
        if epoch % 3 == 2 or left <= 0:
            tried = Coreference()
            tried.load_state_dict(averaged)
            print("GUM", shown(gum_scores(tried, held_out["gum"])), flush=True)
            print("GAP", shown(gap_scores(tried, held_out["gap"])), flush=True)
        if left <= 0:
            return


if __name__ == "__main__":
    main()
