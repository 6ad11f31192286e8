"""What the features of a text have in common: they take a sequence of strings."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["checked_texts", "sentences_of"]

#: After a full stop, with marks that close, and a space; at the end of a line.
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")


def checked_texts(texts: Any) -> list[str]:
    """The texts as a list.

    Raises
    ------
    ValueError
        If it is a single string, or anything in it is not one.

    Examples
    --------
    >>> checked_texts(("a", "b"))
    ['a', 'b']
    """
    if isinstance(texts, str):
        raise ValueError("X: found one string; accepted: a sequence of texts")
    found = list(texts)
    for number, text in enumerate(found):
        if not isinstance(text, str):
            raise ValueError(f"X[{number}]: found {type(text).__name__}; accepted: a string")
    return [str(text) for text in found]


def sentences_of(text: str) -> list[str]:
    """The sentences of a text by its marks alone, those of three words or more.

    Good enough to average over and quick; the parser's are better where each one counts.
    A text without any is one.

    Examples
    --------
    >>> sentences_of("The court met on Monday. Yes. It ruled for them!")
    ['The court met on Monday.', 'It ruled for them!']
    """
    found = [part.strip() for part in _END.split(text)]
    return [part for part in found if len(part.split()) > 2] or [text]
