"""Sentiment toward an actor: how a sentence lets the one appear who is mentioned in it.

A learned second view beside the lexicon's labels: for each mention the chances that it is
written of negatively, neutrally or positively. It reads one sentence at a time and says nothing
of what the author thinks; a quoted insult counts as the sentence's.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.utils.validation import check_is_fitted

from framing.encoder.sentiment import load_sentiment
from framing.errors import FramingError
from framing.language.quotes import find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy import ndarray

    from framing.annotation import Mention, Rows

    Span = tuple[int, int]

__all__ = ["LABELS", "TargetSentiment", "Toward", "toward", "with_sentiment"]

LABELS = ("negative", "neutral", "positive")


class Network(Protocol):
    """What is asked of a network; `framing.encoder.sentiment.SentimentNetwork` answers it."""

    def read(
        self, text: str, sentence: Span, target: Span, quotes: Sequence[Span] = ()
    ) -> tuple[ndarray, ndarray] | None: ...


@dataclass(frozen=True, slots=True)
class Toward:
    """Chances in [0, 1] that sum to 1.

    Examples
    --------
    >>> found = Toward(0.7, 0.2, 0.1)
    >>> found.label, round(found.score, 2)
    ('negative', -0.6)
    """

    negative: float
    neutral: float
    positive: float

    @property
    def label(self) -> str:
        """The likeliest of `LABELS`."""
        return max(LABELS, key=lambda name: float(getattr(self, name)))

    @property
    def score(self) -> float:
        """Positive less negative, in [-1, 1]."""
        return self.positive - self.negative


def toward(
    text: str,
    mentions: Iterable[Span],
    sentences: Sequence[Span],
    network: Network | None = None,
) -> list[Toward | None]:
    """Sentiment toward each mention of an article.

    Parameters
    ----------
    text : str
        The article's.
    mentions : iterable of (int, int)
        Offsets, in any order.
    sentences : sequence of (int, int)
        Offsets, in text order. Each is read by itself.
    network : Network, optional
        Default: the one that ships with the package.

    Returns
    -------
    list of Toward or None
        One a mention, in their order; None where a mention starts in no sentence.

    Raises
    ------
    FramingError
        If the model cannot be loaded.

    Examples
    --------
    >>> text = "The mayor lied to the dockers. The nurses were heroes."
    >>> found = toward(text, [(0, 9), (31, 41)], [(0, 30), (31, 54)])
    >>> [one.label for one in found]
    ['negative', 'positive']
    """
    network = network or load_sentiment()
    starts = [start for start, _ in sentences]
    found: list[Toward | None] = []
    for start, end in mentions:
        place = bisect_right(starts, start) - 1
        if place < 0 or start >= sentences[place][1]:
            found.append(None)
            continue
        first, last = sentences[place]
        quotes = [(quote.start, quote.end) for quote in find_quotes(text, [(first, last)])]
        read = network.read(text, (first, last), (start, end), quotes)
        found.append(None if read is None else _chances(read[0]))
    return found


def _chances(odds: ndarray) -> Toward:
    import numpy as np

    weights = np.exp(odds.astype(float) - float(odds.max()))
    negative, neutral, positive = (weights / weights.sum()).tolist()
    return Toward(negative, neutral, positive)


def with_sentiment(text: str, rows: Rows, network: Network | None = None) -> Rows:
    """Fill the sentiment columns of an article's mentions, in the zones that measures count.

    Parameters
    ----------
    text : str
        The article's.
    rows : Rows
        With the sentences and the mentions.
    network : Network, optional
        Default: the one that ships with the package.

    Raises
    ------
    FramingError
        If the model cannot be loaded.
    """
    asked = [row for row in rows.mentions if row.scored]
    sentences = [(row.start, row.end) for row in rows.sentences]
    found = toward(text, [(row.start, row.end) for row in asked], sentences, network)
    told = {row.span_id: one for row, one in zip(asked, found, strict=True) if one is not None}
    return replace(
        rows, mentions=tuple(_filled(row, told.get(row.span_id)) for row in rows.mentions)
    )


def _filled(row: Mention, found: Toward | None) -> Mention:
    if found is None:
        return row
    return replace(row, sentiment=found.label, sentiment_score=round(found.score, 4))


class TargetSentiment(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """The network's vectors with a head of one's own: labels and balance as in one's own data.

    Parameters
    ----------
    C : float
        Inverse strength of the head's regularisation.
    class_weight : str, dict or None
        As in `sklearn.linear_model.LogisticRegression`.

    Notes
    -----
    `X` is a sequence of ``(text, start, end)``: a sentence and the offsets of the target in it.
    The network itself learned from NewsMTSC: scores on that are no test.

    Examples
    --------
    >>> X = [("The mayor lied.", 0, 9), ("The mayor shone.", 0, 9), ("A mayor spoke.", 0, 7)] * 5
    >>> TargetSentiment().fit(X, ["bad", "good", "none"] * 5).predict(X[:1]).tolist()
    ['bad']
    """

    def __init__(self, C: float = 1.0, class_weight: Any = None) -> None:
        self.C = C
        self.class_weight = class_weight

    def fit(self, X: Sequence[tuple[str, int, int]], y: Sequence[Any]) -> TargetSentiment:
        """Fit the head."""
        head = LogisticRegression(C=self.C, class_weight=self.class_weight, max_iter=1000)
        self.head_ = head.fit(self._vectors(X), y)
        self.classes_ = head.classes_
        return self

    def predict_proba(self, X: Sequence[tuple[str, int, int]]) -> ndarray:
        """Chances, (items, classes)."""
        check_is_fitted(self, "head_")
        found: ndarray = self.head_.predict_proba(self._vectors(X))
        return found

    def predict(self, X: Sequence[tuple[str, int, int]]) -> ndarray:
        """The likeliest class of each item."""
        chances = self.predict_proba(X)
        found: ndarray = self.classes_[chances.argmax(1)]
        return found

    def _vectors(self, X: Sequence[tuple[str, int, int]]) -> ndarray:
        import numpy as np

        network = load_sentiment()
        rows = []
        for number, (text, start, end) in enumerate(X):
            whole = (0, len(text))
            quotes = [(quote.start, quote.end) for quote in find_quotes(text, [whole])]
            read = network.read(text, whole, (int(start), int(end)), quotes)
            if read is None:
                raise FramingError(
                    f"X[{number}]: no word at {start}:{end} in a text of {len(text)} characters"
                )
            rows.append(read[1])
        return np.array(rows)
