"""Quotation marks paired into quotations, whatever their style."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Quote", "find_quotes"]

#: Opening mark to the marks that may close it.
_PAIRS = {
    "“": "”\"“", "„": "“”\"", "«": "»", "»": "«", "‹": "›", "‘": "’'", "‚": "‘’", "「": "」",
    "\"": "\"”“", "”": "”\"", "'": "'’",
}  # fmt: skip
_SINGLE = frozenset("‘’'‚")
_DOUBLE_CLOSE = frozenset('”"»›」“')


#: Words whose first letters an apostrophe replaces: "'tis", "rock 'n' roll".
_ELISION = re.compile(r"(?:tw?[ai]s|em|n|til|till|cause|bout|cos|round|kay)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: offsets with its marks (`start`, `end`) and of the words inside.

    `continues` is True where a paragraph opens a quotation that the paragraph before left open.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    continues: bool = False


def find_quotes(text: str, blocks: list[tuple[int, int]]) -> list[Quote]:
    """Pair the quotation marks of each block (a paragraph, a caption, a headline).

    A mark opens where a word follows it and none precedes; it closes where one precedes. An
    apostrophe is never a mark: single marks count only where an opening one stands at the
    start of a word and a closing one at the end of a later word. A quotation left open at the
    end of its block reaches that end if the next block opens with a mark too (the usual
    multi-paragraph quotation); otherwise the stray mark costs at most its own sentence.

    Parameters
    ----------
    text : str
    blocks : list of (int, int)
        Offsets, in text order.

    Returns
    -------
    list of Quote
        In text order; a quotation inside another is not reported.

    Examples
    --------
    >>> text = "“We left,” he said. 'It’s over.'"
    >>> [text[q.start:q.end] for q in find_quotes(text, [(0, len(text))])]
    ['“We left,”', "'It’s over.'"]
    """
    quotes: list[Quote] = []
    open_before = False
    for number, (start, end) in enumerate(blocks):
        follows = number + 1 < len(blocks) and _opens_with_mark(text, *blocks[number + 1])
        found, left_open = _in_block(text, start, end, multi=follows)
        if found and open_before and found[0].start == _first_visible(text, start, end):
            first = found[0]
            found[0] = Quote(
                first.start, first.end, first.inner_start, first.inner_end, first.closed, True
            )
        quotes.extend(found)
        open_before = left_open
    return quotes


def _in_block(text: str, start: int, end: int, *, multi: bool) -> tuple[list[Quote], bool]:
    quotes: list[Quote] = []
    first = _first_visible(text, start, end)
    position = start
    while position < end:
        mark = text[position]
        if mark not in _PAIRS or not _opens(text, position, start, end):
            position += 1
            continue
        close = _find_close(text, position, start, end)
        if close is not None:
            quotes.append(Quote(position, close + 1, position + 1, close))
            position = close + 1
        elif mark == "”" or (
            mark in _SINGLE and not (multi and _surely_opens(text, position, first))
        ):
            position += 1
        elif multi:
            quotes.append(Quote(position, end, position + 1, end, closed=False))
            return quotes, True
        else:
            stop = _sentence_end(text, position + 1, end)
            quotes.append(Quote(position, stop, position + 1, stop, closed=False))
            position = stop
    return quotes, False


def _opens(text: str, position: int, start: int, end: int) -> bool:
    mark = text[position]
    after = text[position + 1] if position + 1 < end else " "
    before = text[position - 1] if position > start else " "
    if mark == "«":
        return not before.isalnum()
    if after.isspace():
        return False
    if mark == "»":
        return before.isspace() and "«" not in text[start:position]
    if mark in "’'":
        opens = not before.isalnum() and before not in "’'" and (after.isalpha() or after in '“"')
        return opens and not _ELISION.match(text, position + 1)
    if mark in "“„‹‘‚「":
        return True
    return not before.isalnum() and before not in ".,!?…"


def _surely_opens(text: str, position: int, first: int) -> bool:
    """Whether a single mark opens speech: at the paragraph's start, or after a colon or comma."""
    return position == first or text[first:position].rstrip()[-1:] in (":", ",")


def _find_close(text: str, position: int, start: int, end: int) -> int | None:
    mark = text[position]
    closers = _PAIRS[mark]
    single = mark in _SINGLE
    depth = 0
    for at in range(position + 1, end):
        char = text[at]
        if (
            char == mark == '"'
            and text[at - 1].isspace()
            and at + 1 < end
            and text[at + 1].isalnum()
        ):
            return None  # it opens another quotation: this one was a stray mark
        if not single and char == mark and mark in "“„«" and _opens(text, at, start, end):
            depth += 1
        elif char in closers and _closes(text, at, end, single=single):
            if depth == 0:
                return at
            depth -= 1
    return None


def _closes(text: str, at: int, end: int, *, single: bool) -> bool:
    before = text[at - 1]
    after = text[at + 1] if at + 1 < end else " "
    if text[at] == "»":
        return True
    if before.isspace():
        return False
    if not single:
        return text[at] != "“" or not after.isalnum()
    if after.isalnum():
        return False
    # "the workers' demand": an apostrophe after s, before a space, closes only after a stop.
    if text[at] in "’'" and before in "sS" and after.isspace():
        return not _another_close(text, at + 1, end)
    return True


def _another_close(text: str, at: int, end: int) -> bool:
    """Whether a surer closing mark follows before the next quotation opens."""
    for place in range(at, end):
        if text[place] in "’'" and not text[place - 1].isspace():
            after = text[place + 1] if place + 1 < end else " "
            if not after.isalnum():
                return True
        elif text[place] in "‘'" and text[place - 1].isspace():
            return False
    return False


def _sentence_end(text: str, position: int, end: int) -> int:
    for at in range(position, end):
        if text[at] in ".!?" and (at + 1 >= end or text[at + 1].isspace()):
            return at + 1
    return end


def _opens_with_mark(text: str, start: int, end: int) -> bool:
    first = _first_visible(text, start, end)
    return first < end and text[first] in "“\"«„‘'"


def _first_visible(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
