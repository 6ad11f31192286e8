"""Spans looked up by a place of the text, in constant time however long the text is."""

from __future__ import annotations

from typing import Generic, TypeVar

__all__ = ["Places"]

_Item = TypeVar("_Item")
_SIZE = 512


class Places(Generic[_Item]):
    """Items with the spans they cover.

    Examples
    --------
    >>> places = Places()
    >>> places.add(10, 2000, "long")
    >>> places.add(600, 700, "short")
    >>> [item for _, _, item in places.around(650)]
    ['long', 'short']
    """

    def __init__(self) -> None:
        self._buckets: dict[int, list[tuple[int, int, _Item]]] = {}

    def add(self, start: int, end: int, item: _Item) -> None:
        """Add an item that covers ``[start, end)``."""
        for bucket in range(start // _SIZE, max(start, end - 1) // _SIZE + 1):
            self._buckets.setdefault(bucket, []).append((start, end, item))

    def around(self, offset: int) -> list[tuple[int, int, _Item]]:
        """The items whose span holds `offset`, the longest first, each with its span."""
        held = [
            entry
            for entry in self._buckets.get(offset // _SIZE, ())
            if entry[0] <= offset < entry[1]
        ]
        held.sort(key=lambda entry: entry[0] - entry[1])
        return held
