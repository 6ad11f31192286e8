"""Where the title that a source gives stands in its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framing.reading.blocks import Block, split_blocks
from framing.reading.heads import is_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["same_words", "title_span"]

#: What may close a title besides its words.
CLOSING = re.compile(r"[.!?:;…\"'”’»)\]]{0,4}")
#: The longest date that may stand before a title in one block, in characters.
LONGEST_DATE = 50


def same_words(first: str, second: str) -> bool:
    """Whether two texts differ in case, white space and punctuation at most.

    Examples
    --------
    >>> same_words("Dockers ‘tired’", "DOCKERS 'TIRED.'")
    True
    """
    return _letters(first) == _letters(second) != ""


def title_span(text: str, title: str | None) -> tuple[int, int] | None:
    r"""Find `title` among the first four blocks of `text`: its offsets, or None.

    Case, white space and punctuation may differ. The title may be a block or several, or open one
    whose next word starts a sentence; a date may stand before it.

    Examples
    --------
    >>> title_span("News / Syria\n\nRebels leave Douma\n\nThe last left.", "Rebels Leave Douma.")
    (14, 32)
    """
    letters = _letters(title or "")
    if not letters:
        return None
    several = len((title or "").split()) > 2
    for block in split_blocks(text[: 2_000 + 2 * len(title or "")])[:4]:
        for start in (block.start, *_after_date(block)):
            end = _match(text, start, letters)
            if end is None or text[end : end + 1].isalnum():
                continue
            closing = CLOSING.match(text, end)
            end = closing.end() if closing else end
            if end > block.end and text[end : end + 1] not in {"", "\n", "\r"}:
                continue
            rest = text[end : block.end].strip()
            if not rest or (several and text[end].isspace() and not _goes_on(rest)):
                return start, end
    return None


def _letters(text: str) -> str:
    """Keep the letters and digits of a text, in lower case."""
    return "".join(char.lower() for char in text if char.isalnum())


def _after_date(block: Block) -> Iterator[int]:
    """Yield where a block may go on after the date it opens with."""
    for space in re.finditer(r"\s+", block.text[:LONGEST_DATE]):
        if is_timestamp(block.text[: space.start()]):
            yield block.start + space.end()


def _match(text: str, start: int, letters: str) -> int | None:
    """Find the end of `letters` in `text` from `start` on, all other characters passed over."""
    wanted = position = 0
    for position in range(start, len(text)):
        if wanted == len(letters):
            return position
        char = text[position]
        if char.isalnum():
            if not letters.startswith(char.lower(), wanted):
                return None
            wanted += len(char.lower())
    return len(text) if wanted == len(letters) else None


def _goes_on(rest: str) -> bool:
    """Whether `rest` continues a sentence instead of starting one."""
    return not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"'“‘(.—–-")
