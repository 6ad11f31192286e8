"""Words and characters as hashed n-grams: no vocabulary of the training data is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.utils.validation import check_is_fitted

from framing.classifiers._texts import checked_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["HashedNgrams", "ngrams"]


class HashedNgrams(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """TF-IDF of n-grams whose columns are hashes.

    A column is the remainder of a hash of the n-gram; several share one, and none can be read
    back. Inverse document frequencies are learned per column.

    Parameters
    ----------
    unit : {"word", "characters"}
        Words of two or more letters or digits, or characters inside of words.
    shortest, longest : int
        Length of the n-grams in units.
    columns : int
        How many, a power of two is usual.

    Attributes
    ----------
    idf_ : ndarray, (columns,)
        Inverse document frequencies, 1 or more.

    Examples
    --------
    >>> texts = ["The regime fell.", "The ministry spoke."]
    >>> HashedNgrams(columns=1024).fit_transform(texts).shape
    (2, 1024)
    """

    def __init__(
        self, unit: str = "word", shortest: int = 1, longest: int = 2, columns: int = 2**17
    ) -> None:
        self.unit = unit
        self.shortest = shortest
        self.longest = longest
        self.columns = columns

    def fit(self, X: Sequence[str], y: Any = None) -> HashedNgrams:
        """Learn the inverse document frequencies of `X`, a sequence of texts."""
        counted = TfidfTransformer(norm=None).fit(self._counts(X))
        self.idf_: NDArray[np.float64] = np.asarray(counted.idf_, np.float64)
        return self

    def transform(self, X: Sequence[str]) -> Any:
        """Weigh the n-grams of each text: ``(1 + ln count) * idf``, rows of length 1.

        Returns
        -------
        sparse matrix, (texts, columns)
        """
        check_is_fitted(self)
        counts = self._counts(X)
        counts.data = (1 + np.log(counts.data)) * self.idf_[counts.indices]
        lengths = np.sqrt(np.asarray(counts.multiply(counts).sum(1)).ravel())
        counts.data /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(counts.indptr))
        return counts

    def _counts(self, X: Sequence[str]) -> Any:
        return _hashing(self).transform(checked_texts(X))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        return tags


def ngrams(features: HashedNgrams, text: str) -> dict[str, int]:
    """The n-grams of a text, each with its column.

    Examples
    --------
    >>> list(ngrams(HashedNgrams(), "The regime fell."))
    ['the', 'regime', 'fell', 'the regime', 'regime fell']
    """
    hashing = _hashing(features)
    found = list(dict.fromkeys(hashing.build_analyzer()(text)))
    hashing.set_params(analyzer=lambda gram: [gram])
    return dict(zip(found, hashing.transform(found).indices.tolist(), strict=True)) if found else {}


def _hashing(features: HashedNgrams) -> Any:
    if features.unit not in ("word", "characters"):
        raise ValueError(f"unit: found {features.unit!r}; accepted: 'word', 'characters'")
    return HashingVectorizer(
        analyzer="word" if features.unit == "word" else "char_wb",
        ngram_range=(features.shortest, features.longest),
        n_features=features.columns, alternate_sign=False, norm=None,
    )  # fmt: skip
