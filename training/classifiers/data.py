"""PTC as training examples: its lines, and whether one holds loaded language or name-calling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.encoder.pieces import pieces
from framing.evaluation.against_ptc import TECHNIQUES
from framing.evaluation.corpora.ptc import read_ptc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINE = re.compile(r"[^\n]*\S[^\n]*")

#: Lines shorter than this, in characters, are headings and fragments.
SHORTEST = 20


class Line(NamedTuple):
    """A line of an article: PTC's own division into sentences."""

    text: str
    loaded: bool
    article: str


class Example(NamedTuple):
    """Word pieces, their shapes, and the answer."""

    ids: list[int]
    shapes: list[int]
    loaded: int


def lines(path: Path) -> Iterator[Line]:
    """The lines of a PTC file, in order."""
    for article, techniques in read_ptc(path):
        spans = [(one.start, one.end) for one in techniques if one.name in TECHNIQUES]
        for found in _LINE.finditer(article.text):
            loaded = any(start < found.end() and found.start() < end for start, end in spans)
            yield Line(found.group().strip(), loaded, article.id)


def example(line: Line, tokenizer: Any, longest: int) -> Example:
    """The first `longest` word pieces of a line."""
    cut = pieces(tokenizer, line.text, 0, len(line.text))
    return Example(cut.ids[:longest], cut.shapes[:longest], int(line.loaded))
