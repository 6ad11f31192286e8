"""How far coders agree: shares of pairs, and Krippendorff's alpha with its interval."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.coding.questions import UNSURE
from framing.measures.intervals import RESAMPLES, SEED, percentile_interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.coding.questions import Level, Question
    from framing.coding.sheets import Coded

__all__ = ["Agreement", "agreement", "krippendorff_alpha", "votes"]


@dataclass(frozen=True)
class Agreement:
    """What coders say of the same rows.

    Attributes
    ----------
    rows : int
        Judged by two coders or more.
    same, pairs : int
        Of all pairs of answers to the same row, those that are the same.
    alpha, low, high : float or None
        Krippendorff's alpha, at most 1 (0: as if by chance), and its 95 % interval, from a
        bootstrap over rows. None where it is undefined: nobody's answers vary.
    """

    rows: int
    same: int
    pairs: int
    alpha: float | None
    low: float | None
    high: float | None
    level: Level


def votes(question: Question, coders: Sequence[Coded], name: str) -> list[str]:
    """The answers to one question about one row; without the empty ones and the unsure."""
    given = (coder.answers.get(name, {}).get(question.name) for coder in coders)
    return [answer for answer in given if answer is not None and answer != UNSURE]


def agreement(question: Question, coders: Sequence[Coded], names: Sequence[str]) -> Agreement:
    """How far coders agree on one question.

    Parameters
    ----------
    names : sequence of str
        The rows' ids.

    References
    ----------
    Krippendorff 2019, Content Analysis, 4th edition, chapter 12.
    """
    counts = [
        [given.count(value) for value in question.values]
        for given in (votes(question, coders, name) for name in names)
        if len(given) > 1
    ]
    same = sum(count * (count - 1) // 2 for row in counts for count in row)
    pairs = sum(sum(row) * (sum(row) - 1) // 2 for row in counts)
    alpha, low, high = krippendorff_alpha(counts, question.level)
    return Agreement(len(counts), same, pairs, alpha, low, high, question.level)


def krippendorff_alpha(
    counts: Sequence[Sequence[int]], level: Level = "nominal"
) -> tuple[float | None, float | None, float | None]:
    """Krippendorff's alpha and its 95 % percentile bootstrap interval over rows.

    Parameters
    ----------
    counts : sequence of sequence of int, shape (rows, values)
        How many coders gave a row each value; the values in order if `level` is ordinal.
    level : str
        ``"nominal"`` or ``"ordinal"``.

    Returns
    -------
    tuple
        Value, low and high; None where undefined.

    Examples
    --------
    >>> value, low, high = krippendorff_alpha([[2, 0], [2, 0], [0, 2], [1, 1], [0, 2]])
    >>> round(value, 2), low < value <= high
    (0.64, True)
    """
    import numpy as np

    table = np.asarray([row for row in counts if sum(row) > 1], dtype=np.int64)
    value = _alpha(table, level)
    if value is None:
        return None, None, None
    chance = np.random.default_rng(SEED)
    drawn = (table[chance.integers(0, len(table), len(table))] for _ in range(RESAMPLES))
    values = [_alpha(sample, level) for sample in drawn]
    found = np.array([np.nan if one is None else one for one in values])
    low, high, _ = percentile_interval(found)
    return value, low, high


def _alpha(table: Any, level: Level) -> float | None:
    """Alpha of a table of counts; None where fewer than two values occur in it."""
    import krippendorff

    if not len(table) or (table.sum(0) > 0).sum() < 2:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return float(krippendorff.alpha(value_counts=table, level_of_measurement=level))
