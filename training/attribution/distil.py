"""Teach the small tagger what the large one says, of PolNeAR and of news that nobody annotated.

``python -m training.attribution.distil --data TRAIN.jsonl.gz --teacher large.pt --large DIR
--start tagger.pt --certainty UW.jsonl.gz --news ARTICLES.jsonl.gz ... -o tagger.pt``

Batches of both alternate. Where PolNeAR's coders said what is right, the target is the mean of
them and the teacher; elsewhere the teacher alone (Hinton et al. 2015). The certainty of events is
learned on beside it, so that it is not lost.
"""

from __future__ import annotations

import gzip
import json
import random
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from framing.encoder import runs
from framing.encoder.pieces import pieces, windows
from framing.language.quotes import find_quotes
from training.attribution import beside, large
from training.attribution.data import Example, blocks, digest, read
from training.attribution.model import Tagger
from training.attribution.teach import STEP, batches, common_arguments, epoch
from training.attribution.train import PIECES, kept_documents, padded_length

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from training.attribution.large import LargeTagger

SEED = 17

#: The most word pieces of a batch, padding included, and the most stretches.
MOST, ROWS = 1800, 32

#: Chance from which on a run of pieces is asked about as a cue, and the most a stretch.
ASKED, MOST_ASKED = 0.12, 4

#: In how many steps a batch of UW's sentences is seen; articles cut at a time.
CERTAINTY_EVERY, ARTICLES = 4, 150

#: Weights of the flat tags, of the reader's, of telling false cues.
FLAT, READ, VALID = 3.0, 4.0, 0.3


def main() -> None:
    parser = common_arguments(__doc__, rate=1.5e-4, seed=SEED)
    parser.add_argument("--teacher", type=Path, required=True, help="trained by teach")
    parser.add_argument("--start", type=Path, required=True, help="the small tagger, trained")
    parser.add_argument("--certainty", type=Path, required=True, help="UW factuality's train")
    parser.add_argument("--news", type=Path, nargs="+", required=True, help="JSON Lines with text")
    parser.add_argument("--steps", type=int, default=1000)
    options = parser.parse_args()

    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    teacher = large.pretrained(options.large)
    teacher.load_state_dict(torch.load(options.teacher, weights_only=True)["model"])
    teacher.eval()
    begun = torch.load(options.start, weights_only=True)
    model = Tagger()
    model.load_state_dict(begun["model"])
    documents = read(options.data)
    kept = set(kept_documents(documents, options.keep))
    chosen = [item for item in documents if item["doc"] not in kept]
    sources = cycle((annotated(chosen, tokenizer), unannotated(options.news, tokenizer)))
    sure = beside.batches(beside.certainty(options.certainty), tokenizer, PIECES)
    averaged = fit(model, teacher, sources, sure, options)
    card = {
        "data_sha256": digest(options.data), "news_sha256": list(map(digest, options.news)),
        "certainty_sha256": digest(options.certainty), "teacher_sha256": digest(options.teacher),
        "steps": options.steps, "rate": options.rate, "seed": options.seed, "start": begun["card"],
        "documents": len(chosen), "kept_for_tuning": sorted(kept),
    }  # fmt: skip
    torch.save({"model": averaged, "card": card}, options.output)


# ------------------------------------------------------------------------ what is read


def annotated(documents: list[dict[str, Any]], tokenizer: Tokenizer) -> Iterator[list[Example]]:
    """Without end: batches of PolNeAR, each time around with other quotation marks."""
    while True:
        yield from epoch(documents, tokenizer, MOST, ROWS)


def unannotated(paths: list[Path], tokenizer: Tokenizer) -> Iterator[list[Example]]:
    """Without end: batches of the paragraphs of articles, in random order."""
    texts: list[str] = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            texts += [json.loads(line)["text"] for line in file]
    while True:
        random.shuffle(texts)
        for at in range(0, len(texts), ARTICLES):
            yield from batches(_paragraphs(texts[at : at + ARTICLES], tokenizer), MOST, ROWS)


def _paragraphs(texts: list[str], tokenizer: Tokenizer) -> list[Example]:
    found = []
    for text in texts:
        places = blocks(text)
        quotes = [(quote.start, quote.end) for quote in find_quotes(text, places)]
        for block in places:
            for start, end in windows(text, *block):
                cut = pieces(tokenizer, text, start, end, quotes)
                if len(cut) > 8:
                    found.append(Example("", "", cut, []))
    return found


# ------------------------------------------------------------------------ learning


def fit(
    model: Tagger,
    teacher: LargeTagger,
    sources: Iterator[Iterator[list[Example]]],
    sure: Iterator[Any],
    options: argparse.Namespace,
) -> dict[str, torch.Tensor]:
    """Train, and give the running mean of the weights."""
    new = ("flat", "beside", "reader.tags", "reader.valid", "reader.place", "encoder.shapes")
    named = list(model.named_parameters())
    body = [parameter for name, parameter in named if not name.startswith(new)]
    heads = [parameter for name, parameter in named if name.startswith(new)]
    groups = [{"params": body, "lr": options.rate}, {"params": heads, "lr": 3 * options.rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / 60, max(0.02, (options.steps - at) / options.steps))
    )
    averaged = {name: value.clone() for name, value in model.state_dict().items()}
    begun, mean = time.time(), 0.0
    for step in range(options.steps):
        model.train()
        loss = step_loss(model, teacher, next(next(sources)))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        if step % CERTAINTY_EVERY == 0:
            beside.loss(model, next(sure)).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if step % 5 == 4:
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    averaged[name].lerp_(value, min(0.02, 5 / (step + 6)))
        mean += 0.02 * (loss.item() - mean) if step else loss.item()
        if step % 50 == 49:
            print(f"{step + 1}/{options.steps} {mean:.3f} {time.time() - begun:.0f}s", flush=True)
    return averaged


def step_loss(model: Tagger, teacher: LargeTagger, batch: list[Example]) -> torch.Tensor:
    """Cross-entropy with the teacher's tags, or with the mean of the teacher's and the coders'."""
    length = padded_length(batch, STEP)

    def padded(rows: list[list[int]]) -> torch.Tensor:
        return torch.tensor([row + [0] * (length - len(row)) for row in rows])

    ids = padded([one.pieces.ids for one in batch])
    shapes = padded([one.pieces.shapes for one in batch])
    mask = padded([[1] * len(one.pieces) for one in batch])
    coded = bool(batch[0].flat)
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            seen, told, _ = teacher(ids, shapes, mask)
        states, tags, _ = model(ids, shapes, mask)
    tags = tags.float().view(*ids.shape, 3, 3)
    wanted = told.float().view(*ids.shape, 3, 3).softmax(-1)
    chance = 1 - torch.stack([wanted[..., 1, 0], tags[..., 1, :].softmax(-1)[..., 0]]).detach()
    if coded:
        flat = torch.stack([padded([one.flat[role] for one in batch]) for role in range(3)], -1)
        wanted = (wanted + F.one_hot(flat, 3)) / 2
    loss = FLAT * _entropy(tags, wanted)[mask.bool()].mean()

    rows: list[int] = []
    cues: list[list[int]] = []
    known: list[tuple[list[int], list[int]] | None] = []
    for row, one in enumerate(batch):
        size = len(one.pieces)
        for cue, source, content in one.cues:
            rows.append(row)
            cues.append(cue)
            known.append((source, content))
        likely = chance.amax(0)[row, :size].tolist()
        asked = [
            (first, last)
            for first, last in runs(likely, ASKED)
            if not coded or not any(one.flat[1][first:last])
        ]
        for first, last in random.sample(asked, min(MOST_ASKED, len(asked))):
            rows.append(row)
            cues.append([int(first <= at < last) for at in range(size)])
            known.append(None)
    if not rows:
        return loss
    at, cue = torch.tensor(rows), padded(cues)
    own = torch.tensor([one is not None for one in known])
    with torch.autocast("cpu", torch.bfloat16):
        with torch.no_grad():
            read_tags, right = teacher.reader(seen[at], cue, mask[at])
        tags, valid = model.reader(states[at], cue, mask[at])
    wanted = read_tags.float().view(*cue.shape, 2, 3).softmax(-1)
    right = right.float().sigmoid()
    if coded:
        for part in range(2):
            sure = F.one_hot(padded([one[part] if one else [0] for one in known]), 3)
            wanted[own, :, part] = (wanted[own, :, part] + sure[own]) / 2
        right = (right + own) / 2
    lost = _entropy(tags.float().view(*cue.shape, 2, 3), wanted).mean(-1) * right[:, None]
    loss = loss + READ * lost[mask[at].bool()].mean()
    return loss + VALID * F.binary_cross_entropy_with_logits(valid.float(), right)


def _entropy(odds: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    return -(wanted * odds.log_softmax(-1)).sum(-1)


if __name__ == "__main__":
    main()
