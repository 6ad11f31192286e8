"""The attribution tagger: one encoder, tags of cues, and for each cue its own source and content.

The network and its training are in ``training/attribution``; here it only runs, as int8 ONNX.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.encoder.cards import checked_files
from framing.encoder.pieces import Pieces, stretches, windows
from framing.encoder.stored import MODELS, open_graph, open_tokenizer
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy import ndarray

__all__ = ["Seen", "Tagger", "load_tagger"]

#: The files of a tagger, besides its card.
FILES = ("tag.onnx", "read.onnx", "tokenizer.json")


class Seen(NamedTuple):
    """One stretch of text as the encoder sees it.

    Attributes
    ----------
    states : ndarray, (pieces, width)
        The encoder's vectors.
    cues : ndarray, (pieces, 3)
        Log odds that a piece lies outside, begins or continues a reporting expression.
    certainty : ndarray, (pieces,)
        How certain an event would be that a piece names, about -3 to 3.
    """

    states: ndarray
    cues: ndarray
    certainty: ndarray


@dataclass(frozen=True)
class Tagger:
    """A loaded tagger.

    Attributes
    ----------
    version : str
        ``name@version``, as in the evidence of what it finds.
    """

    version: str
    _tokenizer: Any
    _tag: Any
    _read: Any

    def stretches(
        self, text: str, start: int, end: int, quotes: Sequence[tuple[int, int]] = ()
    ) -> Iterator[Pieces]:
        """The word pieces of ``text[start:end]``, in as many stretches as the encoder needs.

        Parameters
        ----------
        quotes : sequence of (int, int)
            Offsets of the quotations, marks included, in text order.
        """
        for first, last in windows(text, start, end):
            near = quotes[max(0, bisect_right(quotes, (first, len(text))) - 1) :]
            near = near[: bisect_right(near, (last, 0))]
            yield from stretches(self._tokenizer, text, first, last, near)

    def tag(self, stretches: Sequence[Pieces]) -> Iterator[Seen]:
        """Tag stretches of text, each by itself.

        The eight-bit network scales its numbers over all that it is given at once: together, a
        stretch would be read a little differently beside another one.

        Yields
        ------
        Seen
            One a stretch.
        """
        import numpy as np

        for stretch in stretches:
            given = {"ids": np.array([stretch.ids]), "shapes": np.array([stretch.shapes])}
            states, flat, certainty = self._tag.run(None, given)
            yield Seen(states[0], flat[0, :, 3:6], certainty[0])

    def read(self, states: ndarray, cues: Sequence[tuple[int, int]]) -> tuple[ndarray, ndarray]:
        """The parts that belong to each cue of one stretch.

        Parameters
        ----------
        states : ndarray, (pieces, width)
        cues : sequence of (int, int)
            First piece of each cue and the one after its last.

        Returns
        -------
        tags : ndarray, (cues, pieces, 2, 3)
            Log odds of outside, beginning, inside, for source and content.
        valid : ndarray, (cues,)
            Log odds that the cue is one.
        """
        import numpy as np

        size = len(states)
        marks = np.zeros((len(cues), size), np.int64)
        for row, (first, last) in enumerate(cues):
            marks[row, first:last] = 1
        given = {"states": np.repeat(states[None], len(cues), 0), "cue": marks}
        tags, valid = self._read.run(None, given)
        return tags.reshape(len(cues), size, 2, 3), valid


@lru_cache(maxsize=1)
def load_tagger(folder: Path = MODELS / "attribution") -> Tagger:
    """Load the attribution tagger, once a process.

    Parameters
    ----------
    folder : Path
        With the `FILES` and a ``card.json`` that names the tagger, its version and the SHA-256
        of each file.

    Raises
    ------
    FramingError
        If a file is missing, is not the one that the card names, or cannot be read.
    """
    try:
        card, files = checked_files(folder, FILES)
        tag, read = (open_graph(files[name]) for name in FILES[:2])
        tokenizer = open_tokenizer(files[FILES[2]])
    except Exception as error:
        raise FramingError(
            f"{folder}: the attribution model cannot be loaded ({error}); reinstall the package, "
            "or use attribution='rules' (--attribution rules)"
        ) from error
    return Tagger(f"{card['name']}@{card['version']}", tokenizer, tag, read)
