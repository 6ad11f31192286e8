"""The UW event factuality corpus: sentences of newswire, and how certain each event in them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.evaluation.corpora._records import records, refused, span_in, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Span = tuple[int, int]

__all__ = ["LIMIT", "Judged", "read_uw_factuality"]

#: The scale runs from this below zero (certainly not so) to this above it (certainly so).
LIMIT = 3.0

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, the offsets of its events, and the certainty of each, in the same order."""

    text: str
    events: tuple[Span, ...]
    labels: tuple[float, ...]


def read_uw_factuality(path: str | Path) -> Iterator[Judged]:
    """Read sentences whose events have been judged.

    Parameters
    ----------
    path : str or Path
        A ``.jsonl`` or ``.jsonl.gz`` with an object a line, or a folder of these: ``text`` (a
        sentence) and ``targets``, each with ``span1``, the ``[first, end]`` of its words among
        those that white space parts, and ``label``, a number in [-3, 3]. ``span_text`` may say
        which words these are.

    Yields
    ------
    Judged
        With offsets of characters.

    Raises
    ------
    ReadError
        If there is no such file, or a record is not as above.

    Examples
    --------
    >>> first = next(read_uw_factuality("tests/data/uw-factuality-like.jsonl"))
    >>> [(first.text[start:end], label)
    ...  for (start, end), label in zip(first.events, first.labels, strict=True)]
    [('said', 3.0), ('reopen', 1.0)]
    """
    for record, place in records(path, "UW factuality"):
        text, targets = text_of(record, place), record.get("targets")
        if not isinstance(targets, list):
            raise refused(f"{place}: targets", targets, "a list")
        words = [match.span() for match in _WORD.finditer(text)]
        read = [
            _target(item, text, words, f"{place}: targets[{number}]")
            for number, item in enumerate(targets)
        ]
        yield Judged(text, tuple(span for span, _ in read), tuple(label for _, label in read))


def _target(item: Any, text: str, words: list[Span], place: str) -> tuple[Span, float]:
    if not isinstance(item, dict):
        raise refused(place, item, "an object with span1 and label")
    label = item.get("label")
    if isinstance(label, bool) or not isinstance(label, int | float) or not abs(label) <= LIMIT:
        raise refused(f"{place}.label", label, f"a number from {-LIMIT} to {LIMIT}")
    first, end = span_in(item.get("span1"), len(words), f"{place}.span1", "the text in words")
    start, stop = words[first][0], words[end - 1][1]
    if item.get("span_text") not in (None, found := " ".join(text[start:stop].split())):
        raise refused(f"{place}.span_text", item["span_text"], f"{found!r}, the words of span1")
    return (start, stop), float(label)
