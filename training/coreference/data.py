"""What `prepare` wrote, as examples: word pieces and facts of whole texts, and batches of them."""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from framing.encoder.facts import Facts, facts_of
from framing.encoder.word_windows import word_pieces, word_windows
from framing.language.tokens import Token
from training.coreference.renaming import person_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tokenizers import Tokenizer

#: Entity types of GUM; number 0 is for what is no mention.
TYPES = (
    "", "abstract", "person", "place", "object", "event", "time", "organization", "substance",
    "animal", "plant",
)  # fmt: skip
CLS, SEP, MASK = 101, 102, 103


@dataclass
class Example:
    """One text.

    Of each mention `mentions` holds first and last word, type and cluster (-1: none), by its
    head word; `names` holds, of each word, what it says of a person's name; `gap` says whether
    it is a GAP text.
    """

    record: dict[str, Any]
    pieces: list[tuple[list[int], list[int]]]
    facts: Facts
    mentions: dict[int, tuple[int, int, int, int]]
    names: list[str]
    gap: bool


def load(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """The examples of a file that `prepare` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [example(json.loads(line), tokenizer) for line in lines]


def example(record: dict[str, Any], tokenizer: Tokenizer) -> Example:
    """One text with its word pieces and facts."""
    tokens = tokens_of(record.pop("tokens"))
    facts = facts_of(tokens, record["blocks"], record["quotes"])
    pieces = word_pieces(tokenizer, [one.shown for one in tokens], (facts.quote >= 0).tolist())
    record["spans"] = [(one.start, one.end) for one in tokens]
    mentions = {
        head: (first, last, TYPES.index(kind), cluster)
        for head, first, last, kind, cluster in record.get("mentions", ())
    }
    names = person_names(
        [one.shown for one in tokens], [one.tag for one in tokens], [one.ent for one in tokens]
    )
    return Example(record, pieces, facts, mentions, names, "pronoun" in record)


def tokens_of(rows: list[list[Any]]) -> list[Token]:
    """The parse, put together again."""
    tokens = [
        Token(i, text, lemma, tag, dep, start, sent, ent, name, shown)
        for i, (text, lemma, tag, dep, start, sent, ent, name, shown, _) in enumerate(rows)
    ]
    for token, row in zip(tokens, rows, strict=True):
        token.head = tokens[row[-1]]
        if token.head is not token:
            token.head.children.append(token)
    for token in tokens:
        for above in token.ancestors():
            above.left, above.right = min(above.left, token.i), max(above.right, token.i)
    return tokens


@dataclass
class Batch:
    """Texts side by side: `doc` says to which each word belongs.

    `bag` and `starts` gather the pieces of each word out of all windows, flattened.
    """

    examples: list[Example]
    facts: Facts
    doc: np.ndarray
    offsets: list[int]
    ids: torch.Tensor
    shapes: torch.Tensor
    mask: torch.Tensor
    bag: torch.Tensor
    starts: torch.Tensor

    @property
    def told(self) -> tuple[torch.Tensor, ...]:
        """What the network reads of them: pieces, then how words gather them."""
        return self.ids, self.shapes, self.mask, self.bag, self.starts


def batch(
    examples: list[Example],
    hidden: float = 0.0,
    renamed: Callable[[Example], list[tuple[list[int], list[int]]]] | None = None,
) -> Batch:
    """Put texts side by side; a share `hidden` of their word pieces is masked.

    Of each text the word pieces are its own, or those that `renamed` gives for it.
    """
    rows: list[tuple[list[int], list[int]]] = []
    bags: list[list[tuple[int, int]]] = []
    for one in examples:
        pieces = renamed(one) if renamed else one.pieces
        for window in word_windows([len(ids) for ids, _ in pieces]):
            ids, shapes = [CLS], [0]
            for at in range(window.first, window.last):
                if window.start <= at < window.end:
                    bags.append([(len(rows), len(ids) + k) for k in range(len(pieces[at][0]))])
                ids += pieces[at][0]
                shapes += pieces[at][1]
            rows.append(([*ids, SEP], [*shapes, 0]))
    length = max(len(ids) for ids, _ in rows)
    if hidden:
        rows = [
            ([MASK if random.random() < hidden else piece for piece in ids], shapes)
            for ids, shapes in rows
        ]

    def padded(part: int) -> torch.Tensor:
        return torch.tensor([row[part] + [0] * (length - len(row[part])) for row in rows])

    ids = padded(0)
    sizes = [0, *(len(one.pieces) for one in examples)]
    return Batch(
        examples,
        _together([one.facts for one in examples]),
        np.repeat(np.arange(len(examples)), sizes[1:]),
        np.cumsum(sizes).tolist(),
        ids,
        padded(1),
        (ids != 0).long(),
        torch.tensor([row * length + at for bag in bags for row, at in bag]),
        torch.tensor(np.cumsum([0, *map(len, bags[:-1])])),
    )


def _together(every: Iterable[Facts]) -> Facts:
    every = list(every)
    if len(every) == 1:
        return every[0]
    words = np.cumsum([0, *(len(one.kind) for one in every)])
    joined: dict[str, Any] = {}
    for field in fields(Facts):
        parts = [getattr(one, field.name) for one in every]
        if isinstance(parts[0], list):
            joined[field.name] = [item for part in parts for item in part]
            continue
        if field.name in ("first", "left", "right", "head"):
            parts = [part + before for part, before in zip(parts, words, strict=False)]
        elif field.name in ("sentence", "block"):
            parts = [part + 10_000 * number for number, part in enumerate(parts)]
        elif field.name == "quote":
            parts = [
                np.where(part >= 0, part + 10_000 * number, -1) for number, part in enumerate(parts)
            ]
        joined[field.name] = np.concatenate(parts)
    return Facts(**joined)
