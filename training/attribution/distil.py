"""Teach the small tagger what others say, of PolNeAR and of news that nobody annotated.

``python -m training.attribution.distil --data TRAIN.jsonl.gz --teachers a.pt b.pt --large DIR
--base DIR --certainty UW.jsonl.gz --news NEWS.jsonl.gz --device cuda -o tagger.pt``

Batches of both alternate. Where PolNeAR's coders said what is right, the target is the mean of
them and the teachers' mean; elsewhere the teachers' mean alone (Hinton et al. 2015). Teachers
may be large, or small ones with another history. The certainty of events is learned beside it.
"""

from __future__ import annotations

import gzip
import json
import random
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer

from framing.encoder.pieces import pieces, windows
from framing.language.quotes import find_quotes
from training import machine
from training.attribution import beside, large
from training.attribution.data import (
    Batch,
    Example,
    blocks,
    digest,
    likely_cues,
    side_by_side,
)
from training.attribution.model import TAGS, Tagger, pretrained
from training.attribution.teach import (
    annotated,
    batches,
    common_arguments,
    held_out_loss,
    one_by_one,
    parted,
)
from training.attribution.train import PIECES
from training.machine import half

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.attribution.large import LargeTagger

SEED = 17

#: Chance from which on a run of pieces is asked about as a cue, and the most a stretch.
ASKED, MOST_ASKED = 0.12, 4

#: In how many steps a batch of UW's sentences is seen; articles cut at a time; how much faster
#: the new heads learn; steps of warming up.
CERTAINTY_EVERY, ARTICLES, FASTER, WARM = 4, 150, 3, 150

#: Weights of the flat tags, of the reader's, of telling false cues.
FLAT, READ, VALID = 3.0, 4.0, 0.3

#: Parts of the network that no weights of MiniLM's are for.
NEW = ("flat", "beside", "reader.tags", "reader.valid", "reader.place", "encoder.shapes")


def main() -> None:
    parser = common_arguments(__doc__, rate=3e-4, seed=SEED)
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="by teach")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM-L6 weights")
    parser.add_argument("--start", type=Path, help="a small tagger to go on from")
    parser.add_argument("--certainty", type=Path, required=True, help="UW factuality's train")
    parser.add_argument("--news", type=Path, required=True, help="drawn by training.news")
    parser.add_argument("--steps", type=int, default=5000)
    options = parser.parse_args()

    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    chosen, kept = parted(options.data, options.keep)
    held_out = one_by_one(kept, tokenizer, options.pieces)
    sources = [
        machine.ahead(partial(annotated, chosen, tokenizer, options.pieces)),
        machine.ahead(partial(unannotated, options.news, tokenizer, options.pieces)),
    ]
    sure = beside.batches(beside.certainty(options.certainty), tokenizer, PIECES)
    teachers = [teacher(path).to(options.device) for path in options.teachers]
    model = pretrained(options.base)
    begun = torch.load(options.start, weights_only=True) if options.start else None
    if begun:
        model.load_state_dict(begun["model"])
    model.to(options.device)

    learning = machine.Learning(model, NEW, options, faster=FASTER, warm=WARM)
    while not learning.over:
        model.train()
        learning.learn(lessons(model, teachers, sources, sure, learning.step))
        if learning.step % 500 == 0 or learning.over:
            print(learning, f"held out {held_out_loss(model, held_out):.4f}", flush=True)
    model.load_state_dict(learning.averaged)
    print(f"mean of the last: held out {held_out_loss(model, held_out):.4f}", flush=True)
    card = {
        "data_sha256": digest(options.data), "news_sha256": digest(options.news),
        "certainty_sha256": digest(options.certainty),
        "teachers": [torch.load(path, weights_only=True)["card"] for path in options.teachers],
        "steps": learning.step, "pieces": options.pieces, "rate": options.rate,
        "seed": options.seed, "start": begun and begun["card"], "documents": len(chosen),
        "kept_for_tuning": sorted(item["doc"] for item in kept),
    }  # fmt: skip
    torch.save({"model": learning.weights(), "card": card}, options.output)


def lessons(
    model: Tagger,
    teachers: list[LargeTagger | Tagger],
    sources: list[Iterator[Batch]],
    sure: Iterator[Any],
    step: int,
) -> Iterator[torch.Tensor]:
    """The losses of a step: PolNeAR and news in turn, and in some steps UW's certainties."""
    yield step_loss(model, teachers, next(sources[step % len(sources)]))
    if step % CERTAINTY_EVERY == 0:
        yield beside.loss(model, next(sure))


def teacher(path: Path) -> LargeTagger | Tagger:
    """A trained network to learn from."""
    saved = torch.load(path, weights_only=True)
    is_large = "encoder.distances.weights.weight" in saved["model"]
    model = large.LargeTagger(saved["card"]["frozen"]) if is_large else Tagger()
    model.load_state_dict(saved["model"])
    return model.eval().requires_grad_(False)


def unannotated(path: Path, tokenizer: Tokenizer, most: int) -> Iterator[Batch]:
    """Without end: batches of the paragraphs of articles, in random order."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    while True:
        random.shuffle(texts)
        for at in range(0, len(texts), ARTICLES):
            found = _paragraphs(texts[at : at + ARTICLES], tokenizer)
            yield from map(side_by_side, batches(found, most))


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


def step_loss(model: Tagger, teachers: list[LargeTagger | Tagger], batch: Batch) -> torch.Tensor:
    """Cross-entropy with the teachers' tags, or with the mean of theirs and the coders'."""
    device = next(model.parameters()).device
    ids, shapes, mask, flat, at, cues, parts = batch.on(device)
    with half(ids):
        with torch.no_grad():
            seen = [one(ids, shapes, mask)[:2] for one in teachers]
        states, tags, _ = model(ids, shapes, mask)
    tags = tags.float().view(*flat.shape, TAGS)
    wanted = _mean([given.float().view(*flat.shape, TAGS).softmax(-1) for _, given in seen])
    outside = torch.minimum(wanted[..., 1, 0], tags[..., 1, :].detach().softmax(-1)[..., 0])
    if batch.coded:
        wanted = (wanted + F.one_hot(flat.clamp(min=0), TAGS)) / 2
    loss = FLAT * _entropy(tags, wanted)[mask.bool()].mean()

    known = len(at)
    rows, marks = likely_cues((1 - outside).cpu().numpy(), ASKED, batch, MOST_ASKED)
    at = torch.cat([at, torch.from_numpy(rows).to(device)])
    cues = torch.cat([cues, torch.from_numpy(marks).to(device)])
    if not len(at):
        return loss
    with half(ids):
        with torch.no_grad():
            told = [
                one.reader(its[at], cues, mask[at])
                for one, (its, _) in zip(teachers, seen, strict=True)
            ]
        tags, valid = model.reader(states[at], cues, mask[at])
    shape = (*cues.shape, 2, TAGS)
    wanted = _mean([given.float().view(shape).softmax(-1) for given, _ in told])
    right = _mean([odds.float().sigmoid() for _, odds in told])
    if batch.coded:
        wanted[:known] = (wanted[:known] + F.one_hot(parts.clamp(min=0), TAGS)) / 2
        right = (right + (torch.arange(len(at), device=device) < known)) / 2
    lost = _entropy(tags.float().view(shape), wanted).mean(-1) * right[:, None]
    loss = loss + READ * lost[mask[at].bool()].mean()
    return loss + VALID * F.binary_cross_entropy_with_logits(valid.float(), right)


def _mean(several: list[torch.Tensor]) -> torch.Tensor:
    return torch.stack(several).mean(0)


def _entropy(odds: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    return -(wanted * odds.log_softmax(-1)).sum(-1)


if __name__ == "__main__":
    main()
