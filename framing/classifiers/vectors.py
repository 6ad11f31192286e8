"""Texts as vectors of the small encoder: frozen, the same for every classifier."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin

from framing.classifiers._texts import checked_texts
from framing.encoder.sentences import WIDTH, load_sentence_encoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["EncoderVectors"]


class EncoderVectors(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Mean of the encoder's vectors over a text's word pieces, scaled to a given length.

    Parameters
    ----------
    encoder : str
        Folder of the encoder below the package's models.
    scale : float, default 4.0
        Length of each vector, above 0; how much it weighs beside rows of n-grams, of length 1.

    Examples
    --------
    >>> EncoderVectors().fit_transform(["The regime fell."]).shape
    (1, 384)
    """

    def __init__(self, encoder: str = "sentences", scale: float = 4.0) -> None:
        self.encoder = encoder
        self.scale = scale

    def fit(self, X: Sequence[str], y: Any = None) -> EncoderVectors:
        """Check `X`, a sequence of texts; nothing is learned from them."""
        checked_texts(X)
        return self

    def transform(self, X: Sequence[str]) -> NDArray[np.float32]:
        """The vector of each text; of an empty one, zeros.

        Returns
        -------
        ndarray, (texts, width)
        """
        read = [_vector(self.encoder, text) for text in checked_texts(X)]
        found = np.array(read, np.float32).reshape(len(read), WIDTH)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.where(lengths > 0, lengths, 1) * self.scale, np.float32)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        tags.requires_fit = False
        return tags


@lru_cache(maxsize=2**15)
def _vector(encoder: str, text: str) -> Any:
    """The vector of one text: classifiers and the folds of a validation share it."""
    return load_sentence_encoder(encoder).vectors([text])[0]
