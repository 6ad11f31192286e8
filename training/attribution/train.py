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

from framing.encoder import runs
from training.attribution import beside
from training.attribution.data import Example, digest, examples, read, restyled
from training.attribution.model import Tagger, pretrained

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from training.attribution.large import LargeTagger

SEED = 13

#: Steps after which the tagger's false cues are shown to the reader as such.
NEGATIVES_AFTER = 300

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
            loss = step_loss(model, batch, negatives=most, weight=options.reader_weight)
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


def padded_length(batch: list[Example], step: int) -> int:
    """The length of the longest stretch, made up to a multiple of `step`."""
    return -(-max((len(one.pieces) for one in batch), default=0) // step) * step


def batches(training: list[Example], size: int) -> list[list[Example]]:
    """Batches of examples of like length, in random order."""
    order = sorted(training, key=lambda one: len(one.pieces) + random.uniform(-6, 6))
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    random.shuffle(cut)
    return cut


def step_loss(
    model: Tagger | LargeTagger,
    batch: list[Example],
    *,
    negatives: int,
    weight: float,
    step: int = 1,
) -> torch.Tensor:
    """Loss of the flat tags, of the reader's tags for every cue, and of telling false cues.

    Parameters
    ----------
    negatives : int
        How many of the tagger's false cues a stretch are shown to the reader as such.
    weight : float
        Of the reader's tags.
    step : int
        Lengths are padded to multiples of it.
    """
    length = padded_length(batch, step)

    def padded(rows: list[list[int]], fill: int = 0) -> torch.Tensor:
        return torch.tensor([row + [fill] * (length - len(row)) for row in rows])

    ids = padded([one.pieces.ids for one in batch])
    shapes = padded([one.pieces.shapes for one in batch])
    mask = padded([[1] * len(one.pieces) for one in batch])
    flat = torch.stack([padded([one.flat[role] for one in batch], -100) for role in range(3)], -1)
    with torch.autocast("cpu", torch.bfloat16):
        states, logits, _ = model(ids, shapes, mask)
    logits = logits.float().view(*flat.shape, 3)
    loss = 3 * F.cross_entropy(logits.reshape(-1, 3), flat.reshape(-1), ignore_index=-100)

    rows, cues, targets, valid = [], [], [], []
    for row, one in enumerate(batch):
        for cue, source, content in one.cues:
            rows.append(row)
            cues.append(cue)
            targets.append((source, content))
            valid.append(1.0)
    if negatives:
        chance = 1 - logits[..., 1, :].softmax(-1)[..., 0].detach()
        for row, one in enumerate(batch):
            size = len(one.pieces)
            false = [
                (first, last)
                for first, last in runs(chance[row, :size].tolist(), 0.08)
                if not any(one.flat[1][first:last])
            ]
            for first, last in random.sample(false, min(negatives, len(false))):
                rows.append(row)
                cues.append([int(first <= at < last) for at in range(size)])
                targets.append(([0] * size, [0] * size))
                valid.append(0.0)
    if not rows:
        return loss
    chosen = torch.tensor(rows)
    cue = padded(cues)
    wanted = torch.stack([padded([pair[part] for pair in targets], -100) for part in range(2)], -1)
    with torch.autocast("cpu", torch.bfloat16):
        tags, right = model.reader(states[chosen], cue, mask[chosen])
    sure = torch.tensor(valid)
    tags = tags.float().view(*wanted.shape, 3)
    if sure.any():
        own = sure > 0
        loss = loss + weight * F.cross_entropy(
            tags[own].reshape(-1, 3), wanted[own].reshape(-1), ignore_index=-100
        )
    return loss + 0.3 * F.binary_cross_entropy_with_logits(right.float(), sure)


if __name__ == "__main__":
    main()
