"""Sentiment toward one span of a sentence, by the small encoder.

The network and its training are in ``training/sentiment``; here it only runs, as int8 ONNX.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from framing.encoder.cards import checked_files
from framing.encoder.stored import MODELS, open_graph, open_tokenizer
from framing.encoder.targets import target_pieces
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy import ndarray

    Span = tuple[int, int]

__all__ = ["FILES", "SentimentNetwork", "load_sentiment"]

#: The files of the model that its card names.
FILES = ("toward.onnx", "tokenizer.json", "learned.npz")


@dataclass(frozen=True)
class SentimentNetwork:
    """A loaded network.

    Attributes
    ----------
    version : str
        ``name@version``.
    learned : frozenset of str
        The sentences it learned from, each named by `framing.encoder.targets.sentence_key`: on
        these it must not be tested.
    """

    version: str
    learned: frozenset[str]
    _tokenizer: Any
    _session: Any

    def read(
        self, text: str, sentence: Span, target: Span, quotes: Sequence[Span] = ()
    ) -> tuple[ndarray, ndarray] | None:
        """Read one sentence with one span in it marked.

        Returns
        -------
        odds : ndarray, (3,)
            Log odds of negative, neutral and positive, up to a constant.
        vector : ndarray, (width,)
            What they were computed from.

        None where no word piece belongs to the target.
        """
        import numpy as np

        cut, marks = target_pieces(self._tokenizer, text, sentence, target, quotes)
        if not any(marks):
            return None
        ids = np.array([cut.ids])
        odds, vector = self._session.run(
            None,
            {
                "ids": ids,
                "shapes": np.array([cut.shapes]),
                "target": np.array([marks]),
                "mask": np.ones_like(ids),
            },
        )
        return odds[0], vector[0]


@lru_cache(maxsize=1)
def load_sentiment(folder: Path = MODELS / "sentiment") -> SentimentNetwork:
    """Load the sentiment model, once a process.

    Parameters
    ----------
    folder : Path
        With the `FILES` and a ``card.json`` that names the model, its version and the SHA-256
        of each file.

    Raises
    ------
    FramingError
        If a file is missing, is not the one that the card names, or cannot be read.
    """
    try:
        card, files = checked_files(folder, FILES)
        session = open_graph(files["toward.onnx"])
        tokenizer = open_tokenizer(files["tokenizer.json"])
        learned = _learned(files["learned.npz"])
    except Exception as error:
        raise FramingError(f"{folder}: the sentiment model cannot be loaded ({error})") from error
    version = f"{card['name']}@{card['version']}"
    return SentimentNetwork(version, learned, tokenizer, session)


def _learned(content: bytes) -> frozenset[str]:
    import io

    import numpy as np

    with np.load(io.BytesIO(content), allow_pickle=False) as stored:
        return frozenset(f"{key:016x}" for key in stored["sentences"].tolist())
