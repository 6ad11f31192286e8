"""A stretch of text as the encoder is shown it, with some names replaced, and the way back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Shown", "show"]


@dataclass(frozen=True, slots=True)
class Shown:
    """Text with replacements.

    Attributes
    ----------
    text : str
    edits : list of (int, int, int, int)
        For each replacement its offsets in `text`, then those of what it replaces.
    offset : int
        Where `text` begins in the original.
    """

    text: str
    edits: list[tuple[int, int, int, int]]
    offset: int

    def origin(self, at: int) -> tuple[int, int]:
        """Offsets in the original of the character at `at`; of a whole name if it is in one."""
        place = bisect_right(self.edits, at, key=_first) - 1
        if place < 0:
            return at + self.offset, at + self.offset + 1
        _, end, before, after = self.edits[place]
        if at < end:
            return before, after
        return at - end + after, at - end + after + 1

    def place(self, offset: int) -> int:
        """Where an offset of the original stands here."""
        place = bisect_right(self.edits, offset, key=_before) - 1
        if place < 0:
            return max(0, offset - self.offset)
        start, end, before, after = self.edits[place]
        if offset < after:
            return start if offset == before else end
        return min(len(self.text), offset - after + end)


def show(text: str, start: int, end: int, names: Iterable[tuple[int, int, str]]) -> Shown:
    """Replace names in ``text[start:end]``.

    Parameters
    ----------
    text : str
    start, end : int
    names : iterable of (int, int, str)
        Offsets of each, in order and apart, and what is shown in its place.

    Examples
    --------
    >>> shown = show("Then the NLF said so.", 5, 21, [(9, 12, "union")])
    >>> shown.text, shown.origin(4), shown.place(13)
    ('the union said so.', (9, 12), 10)
    """
    parts: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    done, length = start, 0
    for first, last, word in names:
        parts += [text[done:first], word]
        length += first - done
        edits.append((length, length + len(word), first, last))
        length += len(word)
        done = last
    parts.append(text[done:end])
    return Shown("".join(parts), edits, start)


def _first(edit: tuple[int, int, int, int]) -> int:
    return edit[0]


def _before(edit: tuple[int, int, int, int]) -> int:
    return edit[2]
