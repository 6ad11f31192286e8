"""How certain events are, against the UW factuality corpus, for any way of predicting it.

Judges said of each event of a sentence how certain its author seems that it happened, from -3
(certain that it did not) to 3 (Lee et al. 2015); the label is their mean. The prediction is the
tool's own (`framing.annotators.epistemic.certainty`), beside a constant that calls every event
certain.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from statistics import correlation
from typing import TYPE_CHECKING, Any

from framing.errors import FramingError
from framing.evaluation.corpora.uw_factuality import LIMIT, read_uw_factuality
from framing.evaluation.events import certainties
from framing.evaluation.scoring import ratio

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framing.evaluation.task import Task

__all__ = ["PROTOCOL", "SUMMARY_COLUMNS", "Predict", "evaluate", "score", "summary_table"]

#: Gives sentences, each with the offsets of its events, a number an event, in order.
Predict = Callable[[Sequence[tuple[str, Sequence[tuple[int, int]]]]], Sequence[float]]

#: How it is scored; a change in it changes this name.
PROTOCOL = "uw-factuality-1"

#: What `summary_table` puts in each row.
SUMMARY_COLUMNS = ("score", "events", "value")


def evaluate(task: Task, predict: Predict | None = None) -> dict[str, Any]:
    """Predict the certainty of the events of a file or folder and score it: see `score`.

    Parameters
    ----------
    task : Task
    predict : callable, optional
        Instead of the model that ships: is given all sentences with the offsets of their events,
        not the labels.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` (events), ``sentences`` and ``scores``.

    Raises
    ------
    FramingError
        If there are not as many numbers as events.
    """
    sentences = list(read_uw_factuality(task.path))
    predict = predict or partial(certainties, task=task)
    labels = [label for one in sentences for label in one.labels]
    found = predict([(one.text, one.events) for one in sentences])
    if len(found) != len(labels):
        raise FramingError(
            f"predict: found {len(found)} numbers; accepted: one for each of {len(labels)} events"
        )
    return {
        "corpus": "uw-factuality",
        "protocol": PROTOCOL,
        "n": len(labels),
        "sentences": len(sentences),
        "scores": score(zip(labels, found, strict=True)),
    }


def score(pairs: Iterable[tuple[float, float]]) -> dict[str, float | None]:
    """Score predicted numbers against labels.

    Parameters
    ----------
    pairs : iterable of (float, float)
        The label of an event, and the number predicted.

    Returns
    -------
    dict
        JSON-ready: ``r``, Pearson's correlation, in [-1, 1], None where either side does not
        vary; ``mae``, the mean absolute error, and ``constant_mae``, that of predicting 3
        everywhere, None without events; ``n``, the events.

    Examples
    --------
    >>> score([(3.0, 3.0), (-1.0, 0.0), (1.0, 0.0)])["mae"]
    0.6666666666666666
    >>> score([(3.0, 3.0), (1.0, 3.0)])
    {'r': None, 'mae': 1.0, 'constant_mae': 1.0, 'n': 2}
    """
    both = list(pairs)
    n = len(both)
    return {
        "r": _correlation(both),
        "mae": ratio(math.fsum(abs(label - number) for label, number in both), n),
        "constant_mae": ratio(math.fsum(abs(label - LIMIT) for label, _ in both), n),
        "n": n,
    }


def _correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    labels, numbers = [label for label, _ in pairs], [number for _, number in pairs]
    varied = len({*labels}) > 1 and len({*numbers}) > 1
    return correlation(labels, numbers) if varied else None


# ------------------------------------------------------------------------ for reading


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`.

    Parameters
    ----------
    scores : mapping
        The ``scores`` of `score`.
    """
    names = {"r": "r", "mae": "MAE", "constant_mae": f"MAE of always {LIMIT}"}
    return [
        (title, str(scores["n"]), "–" if scores[name] is None else f"{scores[name]:.3f}")
        for name, title in names.items()
    ]
