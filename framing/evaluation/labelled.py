"""Scores of classifiers: of one judgement with two answers, and of several labels at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from framing.evaluation.crossvalidation import reliability
from framing.evaluation.scoring import precision_recall_f1, ratio, score_row, shown
from framing.evaluation.wording import two_classes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy import ndarray

__all__ = ["COLUMNS", "auc", "group_rule", "row", "several", "single"]

#: What the tables of classifiers have in each row.
COLUMNS = ("score", "gold", "found", "p", "r", "f1", "macro f1", "micro f1", "AUC", "ECE")


def single(gold: ndarray, found: ndarray, chances: ndarray | None = None) -> dict[str, Any]:
    """Scores of one judgement, all in [0, 1].

    Returns
    -------
    dict
        As `framing.evaluation.wording.two_classes`, with ``micro_f1`` (the share that is
        right); with probabilities also ``auc`` and ``reliability``.

    Examples
    --------
    >>> import numpy as np
    >>> gold, chances = np.array([True, False, False]), np.array([0.9, 0.6, 0.2])
    >>> scores = single(gold, chances > 0.5, chances)
    >>> scores["f1"], scores["auc"]
    (0.6666666666666666, 1.0)
    """
    scores: dict[str, Any] = two_classes(gold.tolist(), found.tolist())
    scores["micro_f1"] = ratio(int((gold == found).sum()), len(gold))
    if chances is not None:
        scores |= {"auc": auc(gold, chances), "reliability": reliability(chances, gold)}
    return scores


def several(
    labels: Sequence[str], gold: ndarray, found: ndarray, chances: ndarray | None = None
) -> dict[str, Any]:
    """Scores of several labels: ``micro_f1`` over all, ``macro_f1`` as the mean of the labels'.

    Parameters
    ----------
    labels : sequence of str
    gold, found : ndarray of bool, (texts, labels)
    chances : ndarray, (texts, labels), optional

    Returns
    -------
    dict
        ``macro_f1``, ``micro_f1``, ``by_label`` (each ``p r f1 tp fp fn``), and with
        probabilities ``reliability``. A label that is neither gold nor found has an F1 of 0 in
        the mean, so that none is passed over.
    """
    counts = {
        label: precision_recall_f1(
            int((gold[:, at] & found[:, at]).sum()),
            int((~gold[:, at] & found[:, at]).sum()),
            int((gold[:, at] & ~found[:, at]).sum()),
        )
        for at, label in enumerate(labels)
    }
    tp, fp, fn = (int(sum(one[key] or 0 for one in counts.values())) for key in ("tp", "fp", "fn"))
    scores: dict[str, Any] = {
        "macro_f1": sum(one["f1"] or 0.0 for one in counts.values()) / len(labels),
        "micro_f1": precision_recall_f1(tp, fp, fn)["f1"],
        "by_label": counts,
    }
    if chances is not None:
        scores["reliability"] = reliability(chances, gold)
    return scores


def auc(gold: ndarray, chances: ndarray) -> float | None:
    """The chance that a text that has the label is given a higher probability than one without.

    Returns
    -------
    float or None
        In [0, 1], one half by chance; None where all or none have it.
    """
    from sklearn.metrics import roc_auc_score

    if gold.all() or not gold.any():
        return None
    return float(roc_auc_score(gold, chances))


def group_rule(
    gold: Sequence[bool], groups: Sequence[str | None], folds: Sequence[tuple[Any, Any]]
) -> list[bool]:
    """For each text the more frequent answer of its group in the other folds; a tie is a no.

    A group that the other folds do not have is given the more frequent answer of them all.

    Examples
    --------
    >>> folds = [([0, 1], [2, 3]), ([2, 3], [0, 1])]
    >>> group_rule([True, False, True, False], ["A", "B", "A", "B"], folds)
    [True, False, True, False]
    """
    found = [False] * len(gold)
    for train, test in folds:
        ayes, sizes = Counter[str | None](), Counter[str | None]()
        for at in train:
            sizes[groups[at]] += 1
            ayes[groups[at]] += gold[at]
        usual = 2 * sum(ayes.values()) > sum(sizes.values())
        for at in test:
            own = groups[at]
            found[at] = 2 * ayes[own] > sizes[own] if own in sizes else usual
    return found


def row(name: str, entry: Mapping[str, Any]) -> tuple[str, ...]:
    """A row of a table with the `COLUMNS`."""
    first = score_row(name, entry) if "tp" in entry else (name, "", "", "", "", "")
    ece = entry.get("reliability", {}).get("ece")
    more = [entry.get(key) for key in ("macro_f1", "micro_f1", "auc")]
    return (*first, *("" if value is None else shown(value) for value in (*more, ece)))
