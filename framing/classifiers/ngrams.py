"""Words and characters as hashed n-grams: no vocabulary of the training data is kept."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix
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
        settings = _settings(self)
        rows = [_counted(*settings, text) for text in checked_texts(X)]
        ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns = np.concatenate([np.zeros(0, np.int32), *(places for places, _ in rows)])
        counts = np.concatenate([np.zeros(0, np.uint16), *(numbers for _, numbers in rows)])
        shape = (len(rows), self.columns)
        return csr_matrix((counts.astype(np.float64), columns, ends), shape=shape)

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
    hashing = _hashing(*_settings(features))
    found = list(dict.fromkeys(hashing.build_analyzer()(text)))
    if not found:
        return {}
    single = HashingVectorizer(
        analyzer=lambda gram: [gram], n_features=features.columns, alternate_sign=False, norm=None
    )
    return dict(zip(found, single.transform(found).indices.tolist(), strict=True))


def _settings(features: HashedNgrams) -> tuple[str, int, int, int]:
    if features.unit not in ("word", "characters"):
        raise ValueError(f"unit: found {features.unit!r}; accepted: 'word', 'characters'")
    return features.unit, features.shortest, features.longest, features.columns


@cache
def _hashing(unit: str, shortest: int, longest: int, columns: int) -> Any:
    return HashingVectorizer(
        analyzer="word" if unit == "word" else "char_wb", ngram_range=(shortest, longest),
        n_features=columns, alternate_sign=False, norm=None,
    )  # fmt: skip


@lru_cache(maxsize=2**15)
def _counted(unit: str, shortest: int, longest: int, columns: int, text: str) -> tuple[Any, Any]:
    """Columns and counts of one text: classifiers and the folds of a validation share them."""
    row = _hashing(unit, shortest, longest, columns).transform([text])
    row.sort_indices()
    return row.indices.astype(np.int32), np.minimum(row.data, 65535).astype(np.uint16)
