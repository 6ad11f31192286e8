"""An article as the small encoder sees it: read once, for every annotator that learned from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.encoder import Shown, show

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy import ndarray

    from framing.encoder import Pieces, Tagger
    from framing.language import Parse

    Span = tuple[int, int]

__all__ = ["Encoded", "encode"]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One stretch of an article.

    Attributes
    ----------
    shown : Shown
        Its block, listed names hidden.
    pieces : Pieces
        Its word pieces, with offsets into ``shown.text``.
    states : ndarray, (pieces, width)
        The encoder's vectors.
    cues : ndarray, (pieces, 3)
        Log odds that a piece lies outside, begins or continues a reporting expression.
    """

    shown: Shown
    pieces: Pieces
    states: ndarray
    cues: ndarray

    def offsets(self, found: Iterable[Span]) -> list[Span]:
        """Offsets into the article of runs of pieces, first and one after the last."""
        result: list[Span] = []
        for first, last in found:
            held = [span for span in self.pieces.spans[first:last] if span[0] >= 0]
            if held:
                start, _ = self.shown.origin(held[0][0])
                result.append((start, self.shown.origin(held[-1][1] - 1)[1]))
        return result


def encode(parse: Parse, tagger: Tagger, skipped: frozenset[str]) -> tuple[Encoded, ...]:
    """Read an article by the encoder, listed names hidden from it as they are from the parser.

    Parameters
    ----------
    parse : Parse
    tagger : Tagger
    skipped : frozenset of str
        Kinds of zone that are not read.

    Returns
    -------
    tuple of Encoded
        In text order.
    """
    stretches: list[tuple[Shown, Pieces]] = []
    for block in parse.blocks:
        if block.kind in skipped:
            continue
        names = [
            (token.start, token.end, token.shown)
            for token in parse.between(block.start, block.end)
            if token.name
        ]
        shown = show(parse.text, block.start, block.end, names)
        quotes = [
            (shown.place(quote.start), shown.place(quote.end))
            for quote in parse.quotes_within(block.start, block.end)
        ]
        cut = tagger.stretches(shown.text, 0, len(shown.text), quotes)
        stretches += [(shown, pieces) for pieces in cut]
    return tuple(
        Encoded(*stretches[number], states, cues)
        for number, states, cues in tagger.tag([pieces for _, pieces in stretches])
    )
