"""Scoring a kind of classifier on labelled texts: every text by a model that never saw it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy import ndarray

__all__ = ["FOLDS", "SEED", "OutOfFold", "learning_curve", "out_of_fold", "reliability", "splits"]

#: How many folds, and the seed that draws them.
FOLDS, SEED = 5, 13

#: Sizes of a learning curve, as shares of what a fold trains on.
_SHARES = (0.125, 0.25, 0.5, 1.0)


@dataclass(frozen=True)
class OutOfFold:
    """What was said of each text by a model that never saw it.

    Attributes
    ----------
    chances : ndarray, (texts, labels)
        Calibrated probabilities; of a judgement with two answers one column.
    found : ndarray of bool, (texts, labels)
        Whether that was enough to say yes, by the threshold of the fold's own model.
    """

    chances: ndarray
    found: ndarray


def splits(
    target: ndarray, groups: Sequence[str] | None = None, folds: int = FOLDS
) -> Iterator[tuple[ndarray, ndarray]]:
    """Places of the texts to train on and to test on, a pair a fold.

    Folds of a single judgement hold the same share of each answer. With groups, texts of one
    group are never on both sides.

    Raises
    ------
    FramingError
        If there are fewer texts of an answer, or fewer groups, than folds.
    """
    import numpy as np
    from sklearn.model_selection import GroupKFold, KFold, StratifiedGroupKFold, StratifiedKFold

    single = target.ndim == 1
    fewest = int(np.bincount(target, minlength=2).min()) if single else len(target)
    kinds = len(set(groups)) if groups is not None else folds
    if min(fewest, kinds) < folds:
        least = f"{fewest} texts of an answer" if fewest < folds else f"{kinds} groups"
        raise FramingError(
            f"{folds} folds need as many texts of each answer, and groups; found {least}"
        )
    settings = {"n_splits": folds, "shuffle": True, "random_state": SEED}
    if groups is None:
        kind = StratifiedKFold if single else KFold
    else:
        kind = StratifiedGroupKFold if single else GroupKFold
    drawn = kind(**settings).split(np.zeros(len(target)), target, groups)
    return iter(list(drawn))


def out_of_fold(
    make: Callable[[], Any],
    texts: Sequence[str],
    target: ndarray,
    groups: Sequence[str] | None = None,
    folds: int = FOLDS,
) -> OutOfFold:
    """Fit a new model in each fold and score the texts left out.

    Calibration and threshold are fitted inside the training part too, on folds of its own
    (kept apart by the same groups).

    Parameters
    ----------
    make : callable
        Gives an unfitted pipeline, as `framing.classifiers.build` makes it.
    texts : sequence of str
    target : ndarray of int, (texts,) or (texts, labels)
        0 or 1.
    groups : sequence of str, optional
    """
    import numpy as np

    shape = (len(texts), 1 if target.ndim == 1 else target.shape[1])
    chances, found = np.zeros(shape), np.zeros(shape, bool)
    for train, test in splits(target, groups, folds):
        model = fitted(make(), texts, target, train, groups)
        read = [texts[at] for at in test]
        chances[test], found[test] = judged(model, read)
    return OutOfFold(chances, found)


def fitted(
    model: Any, texts: Sequence[str], target: ndarray, rows: Any, groups: Sequence[str] | None
) -> Any:
    """The model, fitted on some of the texts."""
    import numpy as np

    more = {} if groups is None else {"classify__groups": np.array([groups[at] for at in rows])}
    return model.fit([texts[at] for at in rows], target[rows], **more)


def judged(model: Any, texts: Sequence[str]) -> tuple[ndarray, ndarray]:
    """Probabilities and verdicts of a fitted pipeline, each (texts, labels)."""
    import numpy as np

    features = model.named_steps["features"].transform(list(texts))
    last = model.named_steps["classify"]
    found = last.predict(features) == 1
    chances = last.predict_proba(features)
    if isinstance(chances, list):
        return np.column_stack([column[:, 1] for column in chances]), found
    return chances[:, 1:], found[:, None]


def learning_curve(
    make: Callable[[], Any],
    texts: Sequence[str],
    target: ndarray,
    groups: Sequence[str] | None,
    score: Callable[[ndarray, ndarray], float],
) -> list[dict[str, float]]:
    """How the score grows with the number of texts, which says whether to code more.

    Parameters
    ----------
    score : callable
        Of the target and the verdicts of the texts left out, in [0, 1].

    Returns
    -------
    list of dict
        ``texts``, how many were trained on (the mean over the folds), and ``score``. Sizes at
        which a fold lacks an answer, or has too few of one to calibrate, are left out.
    """
    import numpy as np

    folds = list(splits(target, groups))
    order = np.random.default_rng(SEED).permutation(len(texts))
    curve = []
    for share in _SHARES:
        found = np.zeros((len(texts), 1 if target.ndim == 1 else target.shape[1]), bool)
        sizes = []
        try:
            for train, test in folds:
                mixed = order[np.isin(order, train)]
                rows = mixed[: max(10, round(share * len(mixed)))]
                model = fitted(make(), texts, target, rows, groups)
                found[test] = judged(model, [texts[at] for at in test])[1]
                sizes.append(len(rows))
        except ValueError:
            continue
        value = score(target, found if target.ndim > 1 else found[:, 0])
        curve.append({"texts": float(np.mean(sizes)), "score": float(value)})
    return curve


def reliability(chances: ndarray, gold: ndarray, bins: int = 10) -> dict[str, Any]:
    """Whether probabilities mean what they say.

    Parameters
    ----------
    chances : ndarray, any shape
        In [0, 1].
    gold : ndarray of bool, the same shape
    bins : int
        Equally wide.

    Returns
    -------
    dict
        ``brier``, the mean squared error; ``ece``, the expected calibration error: the gap
        between mean probability and share of yes, over the bins, weighted by their size; and
        ``bins``, each with ``n``, ``said`` and ``seen``; empty ones are left out.

    References
    ----------
    Brier (1950); Naeini, Cooper & Hauskrecht (2015).

    Examples
    --------
    >>> import numpy as np
    >>> found = reliability(np.array([0.2, 0.2, 0.9]), np.array([False, False, True]))
    >>> round(found["ece"], 2), [one["n"] for one in found["bins"]]
    (0.17, [2, 1])
    """
    import numpy as np

    said, seen = np.ravel(chances), np.ravel(gold).astype(float)
    places = np.minimum((said * bins).astype(int), bins - 1)
    shown = [
        {
            "n": int((places == at).sum()),
            "said": float(said[places == at].mean()),
            "seen": float(seen[places == at].mean()),
        }
        for at in range(bins)
        if (places == at).any()
    ]
    gap = sum(one["n"] * abs(one["said"] - one["seen"]) for one in shown) / max(1, len(said))
    return {"brier": float(((said - seen) ** 2).mean()), "ece": gap, "bins": shown}
