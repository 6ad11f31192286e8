"""Text from articles made safe to show: no control characters, nothing that reorders a line."""

from __future__ import annotations

import re

__all__ = ["one_line", "printable"]

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REORDERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """`text` of the same length, with control characters and lone surrogates as U+FFFD.

    Examples
    --------
    >>> printable("a" + chr(27) + "[31mb")
    'a�[31mb'
    """
    return _CONTROLS.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` on one line, without the marks that change the direction of what follows.

    Examples
    --------
    >>> one_line("left" + chr(0x202e) + chr(10) + "right")
    'left right'
    """
    return " ".join(_REORDERING.sub("", printable(text)).split())
