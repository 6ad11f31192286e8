"""The passage a coder reads: the sentence with its span marked, and what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from framing.reporting._clean import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CLOSE", "OPEN", "Passage", "Passages", "marked"]

#: How a span is marked within its sentence.
OPEN, CLOSE = "[[", "]]"

#: Sentences shown before and after.
AROUND = 2

_SPACE = re.compile(r"\s+")

Place = tuple[int, int]


@dataclass(frozen=True)
class Passage:
    """One line of text, the places of what is asked about in it, and its surroundings."""

    text: str
    places: tuple[Place, ...] = ()
    before: str = ""
    after: str = ""


def marked(passage: Passage) -> str:
    """The text with its places in double brackets.

    Examples
    --------
    >>> marked(Passage("The rebels fled.", ((4, 10),)))
    'The [[rebels]] fled.'
    """
    text = passage.text
    for start, end in sorted(passage.places, reverse=True):
        text = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
    return text


class Passages:
    """One article's sentences, from which passages are cut.

    Parameters
    ----------
    sentences : sequence of (int, int, str)
        Offsets and text of each, in text order.
    """

    def __init__(self, sentences: Sequence[tuple[int, int, str]]) -> None:
        self._sentences = sentences

    def around(self, start: int, end: int, places: Sequence[Place] = ()) -> Passage:
        """The passage of ``[start, end)``: whole sentences, with `places` kept track of.

        Examples
        --------
        >>> article = Passages([(0, 3, "Hi."), (4, 13, "It rains."), (15, 19, "Yes!")])
        >>> article.around(7, 12, [(7, 12)])
        Passage(text='It rains.', places=((3, 8),), before='Hi.', after='Yes!')
        """
        held = [
            number
            for number, (first, last, _) in enumerate(self._sentences)
            if first < end and start < last
        ]
        if not held:
            return Passage("")
        first, last = held[0], held[-1] + 1
        inside = self._sentences[first:last]
        at = inside[0][0]
        text, moved = _squeezed(_joined(inside), [(a - at, b - at) for a, b in places])
        return Passage(
            text,
            moved,
            _squeezed(_joined(self._sentences[max(0, first - AROUND) : first]))[0],
            _squeezed(_joined(self._sentences[last : last + AROUND]))[0],
        )


def _joined(sentences: Sequence[tuple[int, int, str]]) -> str:
    """The text from the first sentence to the last; what lies between them is a space each."""
    text, at = "", sentences[0][0] if sentences else 0
    for start, _, own in sentences:
        text = text.ljust(start - at)[: start - at] + own
    return text


def _squeezed(text: str, places: Sequence[Place] = ()) -> tuple[str, tuple[Place, ...]]:
    """The text on one line without runs of white space, and where the places have gone."""
    text = printable(text.replace("\n", " ").replace("\t", " ").replace("\r", " "))
    cuts = sorted({0, len(text), *(min(max(0, cut), len(text)) for pair in places for cut in pair)})
    squeezed, at = "", {0: 0}
    for start, end in pairwise(cuts):
        part = _SPACE.sub(" ", text[start:end])
        if not squeezed or squeezed.endswith(" "):
            part = part.lstrip(" ")
            at[start] = len(squeezed)
        squeezed += part
        at[end] = len(squeezed)
    squeezed = squeezed.rstrip()

    def moved(cut: int) -> int:
        return min(at[min(max(0, cut), len(text))], len(squeezed))

    return squeezed, tuple((moved(a), moved(b)) for a, b in places if moved(a) < moved(b))
