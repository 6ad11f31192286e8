"""PolNeAR as training examples: a paragraph's word pieces with flat tags and one target a cue."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from framing.encoder import runs
from framing.encoder.pieces import Pieces, pieces, windows
from framing.language.quotes import find_quotes

if TYPE_CHECKING:
    from pathlib import Path

    from tokenizers import Tokenizer

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
ROLES = ("source", "cue", "content")


@dataclass
class Example:
    """One stretch of text; every list of tags is as long as its pieces."""

    doc: str
    outlet: str
    pieces: Pieces
    flat: list[list[int]]
    cues: list[tuple[list[int], list[int], list[int]]] = field(default_factory=list)


def read(path: Path) -> list[dict[str, Any]]:
    """The documents of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def digest(path: Path) -> str:
    """The file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def blocks(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs."""
    return [found.span() for found in _PARAGRAPH.finditer(text)]


def examples(document: dict[str, Any], tokenizer: Tokenizer) -> list[Example]:
    """The examples of one document, in text order."""
    text = document["text"]
    places = blocks(text)
    quotes = [(quote.start, quote.end) for quote in find_quotes(text, places)]
    made = []
    for block in places:
        for start, end in windows(text, *block):
            cut = pieces(tokenizer, text, start, end, quotes)
            made.append(_example(document, cut, start, end))
    return made


#: How quotation marks are rewritten, each character by one: style, share, opening, closing.
STYLES = (
    ("straight", 0.12, '"', '"'), ("single", 0.08, "‘", "’"), ("guillemets", 0.02, "«", "»"),
    ("curly", 0.08, "“", "”"), ("none", 0.05, " ", " "), ("bare", 0.06, " ", " "),
)  # fmt: skip
_BARE = str.maketrans({",": " ", "\n": " "})


def restyled(document: dict[str, Any], draw: float) -> dict[str, Any]:
    """The document with other quotation marks, or with none, for a draw in [0, 1).

    News in translation often has no marks at all, and news in a corpus may have lost its commas
    and paragraphs too. Offsets stay as they are.
    """
    chosen = None
    for style in STYLES:
        if 0 <= draw < style[1]:
            chosen = style
        draw -= style[1]
    if chosen is None:
        return document
    name, _, opening, closing = chosen
    text = list(document["text"])
    for quote in find_quotes(document["text"], blocks(document["text"])):
        if text[quote.start] in "‘'":
            continue
        text[quote.start] = opening
        if quote.closed:
            text[quote.end - 1] = closing
    written = "".join(text)
    return {**document, "text": written.translate(_BARE) if name == "bare" else written}


def _example(document: dict[str, Any], cut: Pieces, start: int, end: int) -> Example:
    flat = [[0] * len(cut) for _ in ROLES]
    example = Example(document["doc"], document["publisher"], cut, flat)
    for quote in document["quotes"]:
        for tags, role in zip(flat, ROLES, strict=True):
            _tag(tags, cut, quote[role])
        cue = [0] * len(cut)
        _tag(cue, cut, quote["cue"])
        if any(cue):
            source, content = [0] * len(cut), [0] * len(cut)
            _tag(source, cut, quote["source"])
            _tag(content, cut, quote["content"])
            example.cues.append(([int(tag > 0) for tag in cue], source, content))
    return example


def _tag(tags: list[int], cut: Pieces, spans: list[list[int]]) -> None:
    for start, end in spans:
        inside = False
        for at, (first, last) in enumerate(cut.spans):
            if first < end and start < last:
                tags[at] = 2 if inside else 1
                inside = True


# ------------------------------------------------------------------------ side by side

#: Lengths are made up to multiples of this, so that the same kernels serve many batches.
STEP = 16

#: What stands for the tag of padding.
NO_TAG = -100


@dataclass(frozen=True)
class Batch:
    """Stretches side by side, padded.

    ``ids``, ``shapes`` and ``mask`` have a row a stretch, ``flat`` also its three tags a piece;
    ``rows`` says of each known cue in which stretch it is, ``cues`` marks its pieces, ``parts``
    holds the tags of its own source and content. ``coded``: whether anybody annotated them.
    """

    ids: np.ndarray
    shapes: np.ndarray
    mask: np.ndarray
    flat: np.ndarray
    rows: np.ndarray
    cues: np.ndarray
    parts: np.ndarray
    coded: bool

    def on(self, device: torch.device) -> tuple[torch.Tensor, ...]:
        """All of them as tensors, in this order."""
        every = (self.ids, self.shapes, self.mask, self.flat, self.rows, self.cues, self.parts)
        return tuple(torch.from_numpy(one).to(device, non_blocking=True) for one in every)


def side_by_side(stretches: list[Example]) -> Batch:
    """Put stretches side by side."""
    length = padded_length(stretches)
    known = [(row, cue) for row, one in enumerate(stretches) for cue in one.cues]

    def padded(rows: list[list[int]], padding: int = 0) -> np.ndarray:
        made = np.full((len(rows), length), padding)
        for row, values in zip(made, rows, strict=True):
            row[: len(values)] = values
        return made

    return Batch(
        padded([one.pieces.ids for one in stretches]),
        padded([one.pieces.shapes for one in stretches]),
        padded([[1] * len(one.pieces) for one in stretches]),
        np.stack(
            [padded([one.flat[role] for one in stretches], NO_TAG) for role in range(3)], -1
        ) if stretches[0].flat else np.zeros((len(stretches), length, 3), int),
        np.array([row for row, _ in known], int),
        padded([cue for _, (cue, _, _) in known]),
        np.stack(
            [padded([cue[part] for _, cue in known], NO_TAG) for part in (1, 2)], -1
        ),
        bool(stretches[0].flat),
    )  # fmt: skip


def padded_length(stretches: list[Example]) -> int:
    """The length of the longest, made up to a multiple of `STEP`."""
    return -(-max((len(one.pieces) for one in stretches), default=0) // STEP) * STEP


def likely_cues(
    chance: np.ndarray, least: float, batch: Batch, most: int
) -> tuple[np.ndarray, np.ndarray]:
    """Runs of pieces that look like a cue and touch no known one: their rows, their pieces marked.

    Parameters
    ----------
    chance : ndarray, (stretches, pieces)
    least : float
        From which chance on a piece looks like one.
    batch : Batch
    most : int
        How many a stretch, drawn at random.
    """
    chance = np.where(batch.mask > 0, chance, 0)
    rows: list[int] = []
    marks: list[np.ndarray] = []
    for row in np.flatnonzero(chance.max(1) >= least):
        taken = batch.flat[row, :, 1] > 0
        found = [
            (first, last)
            for first, last in runs(chance[row].tolist(), least)
            if not taken[first:last].any()
        ]
        for first, last in random.sample(found, min(most, len(found))):
            mark = np.zeros(chance.shape[1], int)
            mark[first:last] = 1
            rows.append(int(row))
            marks.append(mark)
    return np.array(rows, int), np.array(marks, int).reshape(len(marks), chance.shape[1])
