"""Words as the encoder sees them, in windows that overlap, each word read where it is central."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.encoder.pieces import SHAPES, shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["CONTEXT", "WINDOW", "Window", "word_pieces", "word_windows"]

#: The most word pieces in a window, and how many of them a window shares with each neighbour.
WINDOW, CONTEXT = 384, 24

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first`` to ``last``, of which ``start`` to ``end`` are read off it; ends exclusive.

    No two windows have a word to be read in common.
    """

    first: int
    last: int
    start: int
    end: int


def word_pieces(
    tokenizer: Any, words: Sequence[str], quoted: Sequence[bool]
) -> list[tuple[list[int], list[int]]]:
    """The ids and shapes of the word pieces of each word, without special pieces.

    Parameters
    ----------
    tokenizer : tokenizers.Tokenizer
    words : sequence of str
    quoted : sequence of bool
        Whether each stands inside quotation marks.
    """
    different = list(dict.fromkeys(words))
    encodings = tokenizer.encode_batch(different, add_special_tokens=False)
    known = {
        word: (encoding.ids[:24], SHAPES.index(_shape(word)))
        for word, encoding in zip(different, encodings, strict=True)
    }
    result = []
    for word, within in zip(words, quoted, strict=True):
        ids, number = known[word]
        result.append((ids, [number + len(SHAPES) * within] * len(ids)))
    return result


def _shape(word: str) -> str:
    found = _WORD.search(word)
    return shape(found.group()) if found else "mark"


def word_windows(
    lengths: Sequence[int], longest: int = WINDOW, context: int = CONTEXT
) -> Iterator[Window]:
    """Cut a text into windows of words.

    Parameters
    ----------
    lengths : sequence of int
        How many pieces each word has.
    longest : int
        The most pieces in a window, two special ones included.
    context : int
        The pieces at an edge that are read off the neighbouring window instead.

    Examples
    --------
    >>> for window in word_windows([2] * 9, longest=10, context=2):
    ...     print(window)
    Window(first=0, last=4, start=0, end=3)
    Window(first=2, last=6, start=3, end=5)
    Window(first=4, last=8, start=5, end=7)
    Window(first=6, last=9, start=7, end=9)
    """
    room = longest - 2
    start = 0
    while start < len(lengths):
        first, held = start, 0
        while first > 0 and held + lengths[first - 1] <= context:
            first -= 1
            held += lengths[first]
        last = start
        while last < len(lengths) and held + lengths[last] <= room:
            held += lengths[last]
            last += 1
        end, spare = last, 0
        if last < len(lengths):
            while end > start + 1 and spare + lengths[end - 1] <= context:
                end -= 1
                spare += lengths[end]
        yield Window(first, last, start, end)
        start = end
