"""The sentence encoder: texts in, one vector each out.

The network and its training are in ``training/classifiers``; here it only runs, as int8 ONNX.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from framing.encoder.cards import checked_files
from framing.encoder.pieces import stretches, windows
from framing.encoder.stored import MODELS, open_graph, open_tokenizer
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import ndarray

__all__ = ["WIDTH", "SentenceEncoder", "load_sentence_encoder"]

#: Length of a vector.
WIDTH = 384

_GRAPHS = ("encoder.onnx", "upper.onnx")
_FILES = (*_GRAPHS, "tokenizer.json")


@dataclass(frozen=True)
class SentenceEncoder:
    """A loaded encoder; `version` is ``name@version``, `digest` the SHA-256 of its networks'."""

    version: str
    digest: str
    _tokenizer: Any
    _encode: Any
    _raise: Any

    def vectors(self, texts: Sequence[str], *, upper: bool = False) -> ndarray:
        """The mean of the encoder's vectors over the word pieces of each text.

        A long text is read in stretches that end where sentences do. Each stretch is run by
        itself: the eight-bit network scales its numbers over all that it is given at once.

        Parameters
        ----------
        upper : bool
            Read off the upper layers, which tell subjects apart, not off the lower, which are
            better at tone.

        Returns
        -------
        ndarray of float32, (texts, `WIDTH`)
            Zeros for a text without a word.
        """
        import numpy as np

        found = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in enumerate(texts):
            if not text.strip():
                continue
            pieces = 0
            for start, end in windows(text, 0, len(text)):
                for stretch in stretches(self._tokenizer, text, start, end):
                    ids, shapes = np.array([stretch.ids]), np.array([stretch.shapes])
                    given = {"ids": ids, "shapes": shapes, "mask": np.ones_like(ids)}
                    vector, states = self._encode.run(None, given)
                    if upper:
                        (vector,) = self._raise.run(None, {"states": states, "mask": given["mask"]})
                    found[row] += vector[0] * len(stretch)
                    pieces += len(stretch)
            found[row] /= pieces
        return found


@lru_cache(maxsize=4)
def load_sentence_encoder(name: str = "sentences") -> SentenceEncoder:
    """Load a sentence encoder that ships with the package, once a process.

    Raises
    ------
    FramingError
        If there is none of that name, or its files are not those that its card names.
    """
    if not name.isidentifier() or not (MODELS / name / "encoder.onnx").is_file():
        known = sorted(path.parent.name for path in MODELS.glob("*/encoder.onnx"))
        raise FramingError(f"encoder: found {name!r}; accepted: {', '.join(known)}")
    card, files = checked_files(MODELS / name, _FILES)
    try:
        graphs = [open_graph(files[name]) for name in _GRAPHS]
        tokenizer = open_tokenizer(files["tokenizer.json"])
    except Exception as error:
        raise FramingError(f"{MODELS / name}: the encoder cannot be loaded ({error})") from error
    version = f"{card['name']}@{card['version']}"
    networks = "".join(card["sha256"][name] for name in _GRAPHS)
    return SentenceEncoder(version, sha256(networks.encode()).hexdigest(), tokenizer, *graphs)
