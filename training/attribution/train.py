"""Fine-tune the attribution tagger on PolNeAR's train part, on a plain CPU.

``python -m training.attribution.train --data TRAIN.jsonl.gz --base DIR -o tagger.pt``
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from training.attribution import beside
from training.attribution.data import (
    NO_TAG,
    Batch,
    Example,
    digest,
    examples,
    likely_cues,
    read,
    restyled,
    side_by_side,
)
from training.attribution.model import TAGS, Tagger, pretrained
from training.machine import half

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from training.attribution.large import LargeTagger

SEED = 13

#: Steps after which the tagger's false cues are shown to the reader as such.
NEGATIVES_AFTER = 300

#: Chance from which on a run of pieces that is no cue is a false one.
FALSE = 0.08

#: In how many steps a batch of BioScope's and of UW's sentences is seen, of so many pieces.
SPECULATION_EVERY, CERTAINTY_EVERY, PIECES = 3, 3, 1400


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="PolNeAR's train.jsonl.gz")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--hold-out", nargs="*", default=[], help="outlets to leave out")
    parser.add_argument("--keep", type=int, default=6, help="documents an outlet kept for tuning")
    parser.add_argument("--speculation", type=Path, help="BioScope's abstracts.jsonl.gz")
    parser.add_argument("--certainty", type=Path, help="UW factuality's train.jsonl.gz")
    parser.add_argument("--start", type=Path, help="trained weights to go on from")
    parser.add_argument("--rate", type=float, default=3e-4, help="learning rate of the encoder")
    parser.add_argument("--reader-weight", type=float, default=2.0)
    parser.add_argument("--negatives", type=int, default=99, help="false cues a stretch, at most")
    parser.add_argument("--limit", type=int, default=0, help="for trying out: so many documents")
    options = parser.parse_args()

    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    documents = read(options.data)
    kept = set(kept_documents(documents, options.keep))
    chosen = [
        item
        for item in documents
        if item["doc"] not in kept and item["publisher"] not in options.hold_out
    ]
    if options.limit:
        chosen = chosen[: options.limit]
    plain = {item["doc"]: _examples(item, tokenizer) for item in chosen}

    def training() -> list[Example]:
        """The examples of one epoch; some documents with other quotation marks."""
        found: list[Example] = []
        for item in chosen:
            other = restyled(item, random.random())
            found += plain[item["doc"]] if other is item else _examples(other, tokenizer)
        return found

    model = pretrained(options.base)
    begun = {}
    if options.start:
        saved = torch.load(options.start, weights_only=True)
        model.load_state_dict(saved["model"])
        begun = {"start": saved["card"]}
    fit(model, training, others(options, tokenizer), options)
    card = {
        "data_sha256": digest(options.data), "epochs": options.epochs, "batch": options.batch,
        "rate": options.rate, "reader_weight": options.reader_weight,
        "negatives": options.negatives, **begun,
        **{f"{name}_sha256": digest(path) for name in ("speculation", "certainty")
           if (path := getattr(options, name))},
        "seed": options.seed, "hold_out": options.hold_out, "documents": len(chosen),
        "examples": sum(map(len, plain.values())), "kept_for_tuning": sorted(kept),
    }  # fmt: skip
    torch.save({"model": model.state_dict(), "card": card}, options.output)
    options.output.with_suffix(".json").write_text(json.dumps(card, indent=1) + "\n")


def others(options: argparse.Namespace, tokenizer: Tokenizer) -> list[tuple[int, Iterator[Any]]]:
    """What is learned beside attribution: batches, and in how many steps one is seen."""
    found: list[tuple[int, Iterator[Any]]] = []
    if options.speculation:
        read = beside.speculation(options.speculation)
        found.append((SPECULATION_EVERY, beside.batches(read, tokenizer, PIECES)))
    if options.certainty:
        read = beside.certainty(options.certainty)
        found.append((CERTAINTY_EVERY, beside.batches(read, tokenizer, PIECES)))
    return found


def _examples(document: dict[str, Any], tokenizer: Tokenizer) -> list[Example]:
    return [one for one in examples(document, tokenizer) if len(one.pieces) > 4]


def kept_documents(documents: list[dict[str, Any]], number: int) -> list[str]:
    """The first `number` documents an outlet in a fixed order: thresholds are tuned on them."""
    chosen: list[str] = []
    outlets = sorted({str(item["publisher"]) for item in documents})
    for outlet in outlets:
        names = sorted(str(item["doc"]) for item in documents if item["publisher"] == outlet)
        random.Random(outlet).shuffle(names)
        chosen += names[:number]
    return chosen


def fit(
    model: Tagger,
    training: Callable[[], list[Example]],
    others: list[tuple[int, Iterator[Any]]],
    options: argparse.Namespace,
) -> None:
    heads = [
        parameter
        for name, parameter in model.named_parameters()
        if name.startswith(("flat", "beside", "reader.tags", "reader.valid", "reader.place"))
        or "shapes" in name
    ]
    own = {id(parameter) for parameter in heads}
    body = [parameter for parameter in model.parameters() if id(parameter) not in own]
    groups = [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.rate * 10 / 3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = options.epochs * (len(training()) // options.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 200, max(0.0, (steps - step) / steps))
    )
    begun, step, mean, means = time.time(), 0, 0.0, [0.0] * len(others)
    averaged = {name: value.clone() for name, value in model.state_dict().items()}
    for epoch in range(options.epochs):
        for batch in batches(training(), options.batch):
            model.train()
            most = options.negatives if step > NEGATIVES_AFTER or options.start else 0
            loss = step_loss(
                model, side_by_side(batch), negatives=most, weight=options.reader_weight
            )
            if not torch.isfinite(loss):
                raise SystemExit(f"step {step}: the loss is {loss.item()}")
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            for number, (every, its) in enumerate(others):
                if step % every == number % every:
                    other = beside.loss(model, next(its))
                    other.backward()
                    means[number] += 0.05 * (other.item() - means[number])
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 5 == 0:
                with torch.no_grad():
                    for name, value in model.state_dict().items():
                        averaged[name].lerp_(value, min(0.02, 5 / (step + 5)))
            mean += 0.02 * (loss.item() - mean) if step > 1 else loss.item()
            if step % 50 == 0:
                spent = time.time() - begun
                beside_it = " ".join(f"{one:.3f}" for one in means)
                print(
                    f"epoch {epoch} step {step}/{steps} loss {mean:.3f} {beside_it} {spent:.0f}s",
                    flush=True,
                )
        torch.save({"model": averaged, "card": {"epochs": epoch + 1}}, options.output)
    model.load_state_dict(averaged)


def batches(training: list[Example], size: int) -> list[list[Example]]:
    """Batches of examples of like length, in random order."""
    order = sorted(training, key=lambda one: len(one.pieces) + random.uniform(-6, 6))
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    random.shuffle(cut)
    return cut


def step_loss(
    model: Tagger | LargeTagger, batch: Batch, *, negatives: int, weight: float
) -> torch.Tensor:
    """Loss of the flat tags, of the reader's tags for every cue, and of telling false cues.

    Parameters
    ----------
    negatives : int
        How many of the tagger's false cues a stretch are shown to the reader as such.
    weight : float
        Of the reader's tags.
    """
    device = next(model.parameters()).device
    ids, shapes, mask, flat, at, cues, parts = batch.on(device)
    with half(ids):
        states, logits, _ = model(ids, shapes, mask)
    logits = logits.float().view(*flat.shape, TAGS)
    loss = 3 * F.cross_entropy(logits.reshape(-1, TAGS), flat.reshape(-1), ignore_index=NO_TAG)
    known = len(at)
    if negatives:
        chance = 1 - logits[..., 1, :].detach().softmax(-1)[..., 0]
        rows, marks = likely_cues(chance.cpu().numpy(), FALSE, batch, negatives)
        at = torch.cat([at, torch.from_numpy(rows).to(device)])
        cues = torch.cat([cues, torch.from_numpy(marks).to(device)])
    if not len(at):
        return loss
    with half(ids):
        tags, right = model.reader(states[at], cues, mask[at])
    if known:
        tags = tags[:known].float().view(*parts.shape, TAGS)
        loss = loss + weight * F.cross_entropy(
            tags.reshape(-1, TAGS), parts.reshape(-1), ignore_index=NO_TAG
        )
    sure = (torch.arange(len(at), device=device) < known).float()
    return loss + 0.3 * F.binary_cross_entropy_with_logits(right.float(), sure)


if __name__ == "__main__":
    main()
