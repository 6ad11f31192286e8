"""Articles as vectors of the small encoder: what their sentences are about, on average."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from framing.classifiers._texts import checked_texts, sentences_of
from framing.classifiers.codebook import CODEBOOKS
from framing.encoder.sentences import load_sentence_encoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["ArticleVectors"]


class ArticleVectors(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Mean vector of an article's sentences, less that of all articles; likeness to a codebook.

    Parameters
    ----------
    encoder : str
        Folder of the encoder below the package's models.
    scale : float, default 1.0
        Length of each vector, above 0; how much it weighs beside rows of n-grams, of length 1.
    codebook : str
        One of `framing.classifiers.codebook.CODEBOOKS`: a column for each of its frames says how
        like its example sentences the article is. Empty for none.

    Attributes
    ----------
    mean_ : ndarray, (width,)
        Mean of the articles' vectors before they are moved by it.

    Examples
    --------
    >>> texts = ["The court met. It ruled.", "Prices rose."]
    >>> ArticleVectors(codebook="policy-frames").fit_transform(texts).shape
    (2, 398)
    """

    def __init__(self, encoder: str = "sentences", scale: float = 1.0, codebook: str = "") -> None:
        self.encoder = encoder
        self.scale = scale
        self.codebook = codebook

    def fit(self, X: Sequence[str], y: Any = None) -> ArticleVectors:
        """Learn the mean of `X`, a sequence of texts."""
        self.mean_: Floats = self._read(X).mean(0)
        return self

    def transform(self, X: Sequence[str]) -> Floats:
        """The vector of each text, then its likeness to each frame of the codebook.

        Returns
        -------
        ndarray, (texts, width + frames)
        """
        check_is_fitted(self)
        moved = _unit(self._read(X) - self.mean_)
        if self.codebook:
            frames = _unit(_unit(_described(self.encoder, self.codebook)) - self.mean_)
            moved = np.hstack([moved, moved @ frames.T])
        return np.asarray(moved * self.scale)

    def _read(self, X: Sequence[str]) -> Floats:
        if self.codebook and self.codebook not in CODEBOOKS:
            accepted = ", ".join(repr(name) for name in ("", *CODEBOOKS))
            raise ValueError(f"codebook: found {self.codebook!r}; accepted: {accepted}")
        return _unit(np.array([_mean(self.encoder, text) for text in checked_texts(X)]))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        return tags


def _unit(vectors: Floats) -> Floats:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1))


@cache
def _described(encoder: str, codebook: str) -> Floats:
    """A row a frame: the mean vector of its example sentences."""
    loaded = load_sentence_encoder(encoder)
    rows = [
        loaded.vectors(examples, upper=True).mean(0)
        for _, examples in sorted(CODEBOOKS[codebook].items())
    ]
    return np.array(rows, np.float64)


@lru_cache(maxsize=2**15)
def _mean(encoder: str, text: str) -> Floats:
    """The mean vector of a text's sentences: classifiers and the folds of a validation share it."""
    found = load_sentence_encoder(encoder).vectors(sentences_of(text), upper=True)
    return np.asarray(found.mean(0), np.float64)
