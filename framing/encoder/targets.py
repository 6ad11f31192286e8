"""A sentence as the small encoder sees it when one span in it is asked about."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from framing.encoder.pieces import LONGEST, Pieces, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FOLDS", "REACH", "fold_of", "sentence_key", "target_pieces"]

#: How many parts labelled sentences are divided into, to test a model on what it has not seen.
FOLDS = 5

#: Characters kept before and after the target where a sentence is too long for the encoder.
REACH = 350


def target_pieces(
    tokenizer: Any,
    text: str,
    sentence: tuple[int, int],
    target: tuple[int, int],
    quotes: Iterable[tuple[int, int]] = (),
) -> tuple[Pieces, list[int]]:
    """Split a sentence into word pieces and mark those of the target.

    Parameters
    ----------
    tokenizer : tokenizers.Tokenizer
    text : str
        The whole article's.
    sentence, target : (int, int)
        Offsets; the target lies inside the sentence, or overlaps it.
    quotes : iterable of (int, int)
        Offsets of quotations, marks included.

    Returns
    -------
    pieces : Pieces
        No more than `LONGEST`; of a longer sentence the part around the target.
    marks : list of int
        1 for each piece of the target, else 0; all 0 where no piece of it is left.
    """
    quotes = list(quotes)
    start, end = sentence
    cut = pieces(tokenizer, text, start, end, quotes)
    reach = REACH
    while len(cut) >= LONGEST and reach > 20:
        near = max(start, target[0] - reach), min(end, max(target[0] + 1, target[1]) + reach)
        near = near[0], min(near[1], near[0] + 3 * REACH)
        cut = pieces(tokenizer, text, *near, quotes)
        reach //= 2
    marks = [int(first < target[1] and target[0] < last) for first, last in cut.spans]
    return cut, marks


def sentence_key(text: str) -> str:
    """What names a sentence without giving any of its words: 16 hex digits.

    Examples
    --------
    >>> sentence_key("The mayor lied.")
    '30dd8a7a7af1e4e6'
    """
    return sha256(text.strip().encode()).hexdigest()[:16]


def fold_of(text: str) -> int:
    """The fold of a sentence, from its words alone, in ``range(FOLDS)``: its targets share it.

    Examples
    --------
    >>> fold_of("The mayor lied.") == fold_of(" The mayor lied.")
    True
    """
    return int(sentence_key(text)[:8], 16) % FOLDS
