"""What the features of a text have in common: they take a sequence of strings."""

from __future__ import annotations

from typing import Any

__all__ = ["checked_texts"]


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
