"""What the tagger learns beside attribution: words of speculation, and how certain events are.

Both corpora are of single sentences; a stretch here is one to four of them that stand together,
since the tagger will see paragraphs.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F

from framing.encoder.pieces import LONGEST, Pieces, pieces
from framing.evaluation.corpora.hedged import read_hedged
from framing.evaluation.corpora.uw_factuality import read_uw_factuality
from training.machine import half

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tokenizers import Tokenizer

    from training.attribution.model import Tagger

    Span = tuple[int, int]

#: The most sentences of a stretch.
TOGETHER = 4

#: From this difference on the loss of a certainty grows with it, below with its square.
BETA = 0.2


@dataclass(frozen=True)
class Marked:
    """A sentence, with its words of speculation or its events and their certainty."""

    text: str
    cues: tuple[Span, ...] = ()
    events: tuple[Span, ...] = ()
    labels: tuple[float, ...] = ()


def speculation(path: Path) -> list[list[Marked]]:
    """The documents of BioScope."""
    return [
        [Marked(one.text, cues=one.cues) for one in sentences]
        for _, sentences in read_hedged(path, "BioScope")
    ]


def certainty(path: Path) -> list[list[Marked]]:
    """The sentences of UW's train part, as one document."""
    return [
        [Marked(one.text, events=one.events, labels=one.labels) for one in read_uw_factuality(path)]
    ]


def stretches(
    documents: Sequence[Sequence[Marked]], tokenizer: Tokenizer
) -> list[tuple[Pieces, list[Marked], list[int]]]:
    """Cut anew each time: word pieces, the sentences in them, and where each begins."""
    found = []
    for sentences in documents:
        at = 0
        while at < len(sentences):
            several = list(sentences[at : at + random.randint(1, TOGETHER)])
            at += len(several)
            starts, text = [], ""
            for one in several:
                starts.append(len(text) + bool(text))
                text = f"{text} {one.text}" if text else one.text
            found.append((pieces(tokenizer, text, 0, len(text)), several, starts))
    return found


def batches(
    documents: Sequence[Sequence[Marked]], tokenizer: Tokenizer, most: int
) -> Iterator[list[tuple[Pieces, list[Marked], list[int]]]]:
    """Without end: batches of stretches of like length, of at most so many pieces, padded."""
    while True:
        cut = stretches(documents, tokenizer)
        cut.sort(key=lambda one: len(one[0]) + random.uniform(-6, 6))
        made, held = [], []
        for one in cut:
            if held and (len(held) + 1) * min(LONGEST, len(one[0]) + 6) > most:
                made.append(held)
                held = []
            held.append(one)
        made.append(held)
        random.shuffle(made)
        yield from made


def loss(model: Tagger, batch: list[tuple[Pieces, list[Marked], list[int]]]) -> torch.Tensor:
    """Of the tags of speculation, or of the certainties: whichever the sentences have."""
    length = max(len(cut) for cut, _, _ in batch)

    def padded(rows: list[list[int]], fill: int = 0) -> torch.Tensor:
        return torch.tensor([row + [fill] * (length - len(row)) for row in rows])

    device = next(model.parameters()).device
    told = (
        padded([cut.ids for cut, _, _ in batch]),
        padded([cut.shapes for cut, _, _ in batch]),
        padded([[1] * len(cut) for cut, _, _ in batch]),
    )
    ids, shapes, mask = (one.to(device) for one in told)
    with half(ids):
        states = model.encoder(ids, shapes, mask)
        given = model.beside(model.dropout(states)).float()
    tags, rows, labels = [], [], []
    for row, (cut, several, starts) in enumerate(batch):
        marks = [0] * len(cut)
        for one, start in zip(several, starts, strict=True):
            for span in one.cues:
                for number, at in enumerate(_pieces_of(cut, span, start)):
                    marks[at] = 2 if number else 1
            for span, label in zip(one.events, one.labels, strict=True):
                if own := _pieces_of(cut, span, start):
                    rows.append(given[row, own[0], 3])
                    labels.append(label)
        tags.append(marks)
    if rows:
        return F.smooth_l1_loss(torch.stack(rows), torch.tensor(labels, device=device), beta=BETA)
    wanted = padded(tags, -100).to(device)
    return F.cross_entropy(given[..., :3].reshape(-1, 3), wanted.reshape(-1), ignore_index=-100)


def _pieces_of(cut: Pieces, span: Span, start: int) -> list[int]:
    first, last = span[0] + start, span[1] + start
    return [at for at, (begin, end) in enumerate(cut.spans) if begin < last and first < end]
