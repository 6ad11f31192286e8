"""A text as the small encoder sees it: word pieces, word shapes, quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["LONGEST", "SHAPES", "Pieces", "pieces", "shape", "stretches", "windows"]

#: The most word pieces the encoder takes at once.
LONGEST = 256

#: Word shapes, each outside and inside quotation marks; the encoder is uncased, so they are
#: all it sees of capitals. Number 0 is for what is no word piece of the text.
SHAPES = ("none", "lower", "capitalised", "capitals", "mixed", "digits", "mark")

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one stretch of text.

    Attributes
    ----------
    ids, shapes : list of int
        Of each piece, the special pieces at both ends included.
    spans : list of (int, int)
        Offsets of each piece into the article; ``(-1, -1)`` for the two special pieces.
    """

    ids: list[int]
    shapes: list[int]
    spans: list[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.ids)


def pieces(
    tokenizer: Any, text: str, start: int, end: int, quotes: Iterable[tuple[int, int]] = ()
) -> Pieces:
    """Split ``text[start:end]`` into word pieces, the first `LONGEST` of them.

    Parameters
    ----------
    tokenizer : tokenizers.Tokenizer
    text : str
        The whole article's.
    start, end : int
        Offsets of the stretch.
    quotes : iterable of (int, int)
        Offsets of quotations, marks included.
    """
    encoding = tokenizer.encode(text[start:end])
    shapes = _shapes(text, start, end)
    for first, last in quotes:
        for at in range(max(first, start), min(last, end)):
            shapes[at - start] += len(SHAPES)
    ids = encoding.ids[:LONGEST]
    marks: list[int] = []
    spans: list[tuple[int, int]] = []
    for (first, last), special in zip(
        encoding.offsets[:LONGEST], encoding.special_tokens_mask, strict=False
    ):
        if special:
            marks.append(0)
            spans.append((-1, -1))
        else:
            marks.append(shapes[first])
            spans.append((first + start, last + start))
    return Pieces(ids, marks, spans)


def _shapes(text: str, start: int, end: int) -> list[int]:
    """The shape of the word at each character."""
    shapes = [SHAPES.index("mark")] * (end - start)
    for found in _WORD.finditer(text, start, end):
        number = SHAPES.index(shape(found.group()))
        for at in range(found.start(), found.end()):
            shapes[at - start] = number
    return shapes


def shape(word: str) -> str:
    """The name in `SHAPES` of the shape of a word of letters and digits."""
    if not word.isalpha() and any(char.isdigit() for char in word):
        return "digits"
    if word.islower():
        return "lower"
    if len(word) > 1 and word.isupper():
        return "capitals"
    if word[0].isupper() and not any(char.isupper() for char in word[1:]):
        return "capitalised"
    return "mixed"


def stretches(
    tokenizer: Any, text: str, start: int, end: int, quotes: Iterable[tuple[int, int]] = ()
) -> Iterator[Pieces]:
    """Word pieces of ``text[start:end]``, halved at a space until each half fits the encoder.

    Outlandish names and numbers fall into many pieces; none of them is left unread.
    """
    if end - start < 2 or len(tokenizer.encode(text[start:end]).ids) <= LONGEST:
        yield pieces(tokenizer, text, start, end, quotes)
        return
    middle = (start + end) // 2
    space = text.rfind(" ", start + 1, middle)
    cut = space + 1 if space > 0 else middle
    yield from stretches(tokenizer, text, start, cut, quotes)
    yield from stretches(tokenizer, text, cut, end, quotes)


#: Longest stretch in characters: four a word piece on average leaves room under `LONGEST`.
_STRETCH = 800


def windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a block into stretches that the encoder can take whole, at the ends of sentences."""
    while end - start > _STRETCH:
        cut = max(
            text.rfind(mark, start + _STRETCH // 3, start + _STRETCH)
            for mark in (". ", ".” ", "? ", "! ", '." ', "; ")
        )
        if cut < 0:
            cut = text.rfind(" ", start + 1, start + _STRETCH)
        cut = start + _STRETCH if cut < 0 else cut + 1
        yield start, cut
        start = cut
    yield start, end
