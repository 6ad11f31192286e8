"""NewsMTSC as training examples: a sentence's word pieces, its target marked, one label."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.encoder.targets import target_pieces
from framing.language.quotes import find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tokenizers import Tokenizer

    from framing.encoder.pieces import Pieces

LABELS = ("negative", "neutral", "positive")


@dataclass(frozen=True)
class Example:
    """One target in one sentence; `label` is a place in `LABELS`."""

    text: str
    pieces: Pieces
    marks: list[int]
    label: int


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a file: text, start, end, label."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def digest(path: Path) -> str:
    """The file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def examples(records: list[dict[str, Any]], tokenizer: Tokenizer) -> list[Example]:
    """One example a record, in their order."""
    made = []
    for record in records:
        text, target = record["text"], (record["start"], record["end"])
        whole = (0, len(text))
        quotes = [(quote.start, quote.end) for quote in find_quotes(text, [whole])]
        cut, marks = target_pieces(tokenizer, text, whole, target, quotes)
        label = LABELS.index(record["label"])
        made.append(Example(text, cut, marks, label))
    return made


def batches(some: list[Example], size: int) -> Iterator[list[Example]]:
    """Batches of examples of like length, in random order."""
    order = sorted(some, key=lambda one: len(one.pieces) + random.uniform(-4, 4))
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    random.shuffle(cut)
    yield from cut
