"""A linear classifier whose probabilities are calibrated and whose threshold is chosen openly.

scikit-learn has both, each with folds of its own; here one set of out-of-fold scores serves both,
and what is fitted is a handful of arrays, which can be stored without pickle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, validate_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

__all__ = ["CalibratedLinear"]

#: Scores are multiplied by no less than this: calibration never turns an order round.
_LEAST_SLOPE = 1e-3

#: Thresholds are looked for inside this range of probabilities.
_RANGE = (0.05, 0.95)

#: Of a label among several: the F1 over all of them that is reckoned with, and how much of its
#: threshold is its own. Probabilities that are calibrated give the highest F1 when cut at half
#: of it (Lipton et al. 2014): of each label's for macro-F1, of all labels' for micro-F1.
_SHARED_F1, _OWN = 0.7, 0.6


class CalibratedLinear(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Logistic regression, calibrated on out-of-fold scores.

    Parameters
    ----------
    C : float, default 1.0
        Inverse strength of the L2 penalty, above 0.
    class_weight : "balanced" or None
        As in `sklearn.linear_model.LogisticRegression`.
    folds : int, default 5
        Folds of the out-of-fold scores, 2 or more; fewer where a class is smaller.
    threshold : {"half", "f1", "several"}, default "half"
        For two classes: say the second from a probability of one half on; or from the
        probability at which its F1 on the out-of-fold scores is highest; or, for a label that is
        one of several, from between half of that F1 and half of an F1 of .7.
    random_state : int, default 0
        Seed of the folds.

    Attributes
    ----------
    classes_ : ndarray, (classes,)
    coef_ : ndarray, (1 or classes, features)
    intercept_ : ndarray, (1 or classes,)
    slope_, shift_ : ndarray, (1 or classes,)
        Calibrated log odds are ``slope_ * score + shift_`` (of two classes: Platt scaling); of
        several classes the softmax of these is the probability. Slopes are above 0.
    threshold_ : float
        In (0, 1); one half for several classes.

    References
    ----------
    Platt (1999), Probabilistic outputs for support vector machines.
    Lipton, Elkan & Naryanaswamy (2014), Optimal thresholding of classifiers to maximize F1 measure.

    Examples
    --------
    >>> X, y = [[0.0], [0.2], [0.9], [1.0]] * 5, ["plain", "plain", "loaded", "loaded"] * 5
    >>> model = CalibratedLinear().fit(X, y)
    >>> model.predict([[0.1], [0.95]]).tolist()
    ['plain', 'loaded']
    """

    def __init__(
        self,
        C: float = 1.0,
        class_weight: str | None = None,
        folds: int = 5,
        threshold: str = "half",
        random_state: int = 0,
    ) -> None:
        self.C = C
        self.class_weight = class_weight
        self.folds = folds
        self.threshold = threshold
        self.random_state = random_state

    def fit(self, X: ArrayLike, y: ArrayLike, groups: ArrayLike | None = None) -> CalibratedLinear:
        """Fit the weights, then the calibration on scores of rows left out.

        Parameters
        ----------
        X : array-like or sparse matrix, (rows, features)
        y : array-like, (rows,)
        groups : array-like, (rows,), optional
            Rows of one group are never on both sides of a fold.

        Raises
        ------
        ValueError
            If there is one class only, or a parameter is none of those accepted.
        """
        if self.threshold not in ("half", "f1", "several"):
            accepted = "'half', 'f1', 'several'"
            raise ValueError(f"threshold: found {self.threshold!r}; accepted: {accepted}")
        if self.folds < 2:
            raise ValueError(f"folds: found {self.folds!r}; accepted: 2 or more")
        X, y = validate_data(self, X, y, accept_sparse="csr", dtype=np.float64)
        check_classification_targets(y)
        self.classes_, codes = np.unique(y, return_inverse=True)
        if len(self.classes_) < 2:
            raise ValueError(f"y: found one class only ({self.classes_[0]!r}); two are needed")
        fitted = self._base().fit(X, codes)
        self.coef_, self.intercept_ = fitted.coef_, fitted.intercept_
        width = len(self.intercept_)
        self.slope_, self.shift_, self.threshold_ = np.ones(width), np.zeros(width), 0.5
        scores = self._out_of_fold(X, codes, groups)
        if scores is not None:
            self.slope_, self.shift_ = _calibration(scores, codes, len(self.classes_))
            if width == 1 and self.threshold != "half":
                chances = _sigmoid((self.slope_ * scores + self.shift_)[:, 0])
                self.threshold_ = best_threshold(chances, codes == 1)
                if self.threshold == "several":
                    own = f1_score(codes == 1, chances >= self.threshold_)
                    self.threshold_ = (_OWN * own + (1 - _OWN) * _SHARED_F1) / 2
        return self

    def decision_function(self, X: ArrayLike) -> Floats:
        """Calibrated log odds, of two classes above 0 where the second is said.

        Returns
        -------
        ndarray, (rows,) or (rows, classes)
        """
        odds = self._odds(X)
        if odds.shape[1] > 1:
            return odds
        return np.asarray(odds[:, 0] - np.log(self.threshold_ / (1 - self.threshold_)))

    def predict_proba(self, X: ArrayLike) -> Floats:
        """Calibrated probabilities in the order of `classes_`.

        Returns
        -------
        ndarray, (rows, classes)
        """
        odds = self._odds(X)
        if odds.shape[1] == 1:
            second = _sigmoid(odds[:, 0])
            return np.column_stack([1 - second, second])
        raised = np.exp(odds - odds.max(1, keepdims=True))
        return np.asarray(raised / raised.sum(1, keepdims=True))

    def predict(self, X: ArrayLike) -> NDArray[Any]:
        """The class of each row."""
        found = self.decision_function(X)
        return np.asarray(
            self.classes_[(found > 0).astype(int) if found.ndim == 1 else found.argmax(1)]
        )

    def _odds(self, X: ArrayLike) -> Floats:
        check_is_fitted(self)
        X = validate_data(self, X, accept_sparse="csr", dtype=np.float64, reset=False)
        return np.asarray((X @ self.coef_.T + self.intercept_) * self.slope_ + self.shift_)

    def _base(self) -> Any:
        return LogisticRegression(C=self.C, class_weight=self.class_weight, max_iter=1000)

    def _out_of_fold(self, X: Any, codes: NDArray[np.int64], groups: Any) -> Floats | None:
        """Scores of each row by a model that did not see it; None where that cannot be done."""
        scores = np.zeros((len(codes), len(self.intercept_)))
        for train, test in self._folds(codes, groups):
            if len(np.unique(codes[train])) < len(self.classes_):
                return None
            held = self._base().fit(X[train], codes[train])
            scores[test] = held.decision_function(X[test]).reshape(len(test), -1)
        return scores if scores.any() else None

    def _folds(self, codes: NDArray[np.int64], groups: Any) -> Iterator[tuple[Any, Any]]:
        number = min(self.folds, int(np.bincount(codes).min()))
        if groups is not None:
            number = min(number, len(np.unique(groups)))
        if number < 2:
            return iter(())
        kind = StratifiedKFold if groups is None else StratifiedGroupKFold
        drawn = kind(number, shuffle=True, random_state=self.random_state)
        return iter(drawn.split(np.zeros(len(codes)), codes, groups))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags


def _calibration(scores: Floats, codes: NDArray[np.int64], classes: int) -> tuple[Floats, Floats]:
    """Slope and shift of each column of scores."""
    if classes == 2:
        fitted = LogisticRegression(C=1e6).fit(scores, codes)
        return np.maximum(fitted.coef_[0], _LEAST_SLOPE), fitted.intercept_
    slopes = [LogisticRegression(C=1e6).fit(scores[:, [i]], codes == i) for i in range(classes)]
    slope = np.mean([max(float(one.coef_[0, 0]), _LEAST_SLOPE) for one in slopes])
    return np.full(classes, slope), np.zeros(classes)


def best_threshold(chances: Floats, positive: NDArray[np.bool_]) -> float:
    """The probability from which on saying yes gives the highest F1.

    Parameters
    ----------
    chances : ndarray, (rows,)
        Probabilities in [0, 1].
    positive : ndarray of bool, (rows,)

    Returns
    -------
    float
        Between two neighbouring values of `chances`, kept within 0.05 to 0.95; one half
        where nothing is positive.

    Examples
    --------
    >>> best_threshold(np.array([0.1, 0.2, 0.3, 0.4]), np.array([False, False, True, True]))
    0.25
    """
    if not positive.any():
        return 0.5
    order = np.argsort(-chances, kind="stable")
    found = np.cumsum(positive[order])
    f1 = 2 * found / (np.arange(1, len(order) + 1) + positive.sum())
    # Not between two equal chances: both would fall on one side.
    falling = chances[order]
    f1[:-1][falling[:-1] == falling[1:]] = -1
    at = int(f1.argmax())
    below = falling[at + 1] if at + 1 < len(order) else 0.0
    middle = (falling[at] + below) / 2
    # Of two neighbouring floats the middle is one of the two.
    return float(np.clip(middle if middle > below else falling[at], *_RANGE))


def _sigmoid(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -500, 500))))
