"""Blocks: the paragraphs, headings and other lines that a text is laid out in."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Block", "ends_sentence", "split_blocks"]

#: A line longer than any that is wrapped by hand or by a mail program.
UNWRAPPED = 120

LINE = re.compile(r"[^\n\r\f\u2029]+")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
#: All that is white space to the eye: zero-width characters too.
SPACE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u200c\u200d\u2060\ufeff"


class Block(NamedTuple):
    """A stretch of a text without white space at its ends, and its text."""

    start: int
    end: int
    text: str


def split_blocks(text: str) -> list[Block]:
    r"""Cut a text into its blocks.

    Empty lines part blocks (an empty line may hold white space). Where the lines are longer
    than anybody wraps them, or where no line is empty and most end a sentence, every line is
    a block of its own. Lines wrapped inside a paragraph stay together.

    Examples
    --------
    >>> [block.text for block in split_blocks("A headline\n\nA paragraph\nin two lines.\n")]
    ['A headline', 'A paragraph\nin two lines.']
    """
    lines: list[Block] = []
    groups: list[list[Block]] = []
    after = 0
    for match in LINE.finditer(text):
        line = _trim(text, match.start(), match.end())
        if line is None:
            continue
        if not groups or _parted(text, after, match.start()):
            groups.append([])
        lines.append(line)
        groups[-1].append(line)
        after = match.end()
    if len(groups) < len(lines) and _line_per_block(lines, len(groups)):
        return lines
    blocks: list[Block] = []
    for group in groups:
        start, end = group[0].start, group[-1].end
        blocks.append(group[0] if len(group) == 1 else Block(start, end, text[start:end]))
    return blocks


def _trim(text: str, start: int, end: int) -> Block | None:
    """Strip white space off a stretch; None if nothing is left."""
    raw = text[start:end]
    content = raw.strip(SPACE)
    if not content:
        return None
    start += len(raw) - len(raw.lstrip(SPACE))
    return Block(start, start + len(content), content)


def _parted(text: str, start: int, end: int) -> bool:
    """Whether more than one line end, or a paragraph separator, stands between two lines."""
    gap = text[start:end]
    ends = gap.count("\n") + gap.count("\r") - gap.count("\r\n")
    return ends > 1 or "\f" in gap or "\u2029" in gap


def _line_per_block(lines: list[Block], groups: int) -> bool:
    """Whether single line ends part paragraphs in this text."""
    long = sum(len(line.text) for line in lines if len(line.text) > UNWRAPPED)
    if 2 * long > sum(len(line.text) for line in lines):
        return True
    sentences = sum(ends_sentence(line.text) for line in lines)
    return groups == 1 and len(lines) >= 3 and sentences >= 0.6 * len(lines)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends in a full stop, question or exclamation mark, quotes aside.

    Examples
    --------
    >>> ends_sentence("“We left.”"), ends_sentence("Rebels leave Douma")
    (True, False)
    """
    return SENTENCE_END.search(text[-8:]) is not None
