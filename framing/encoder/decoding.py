"""From log odds to spans: the best sequence in which an inside follows a beginning or an inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["chances", "log_softmax", "runs", "spans"]


def log_softmax(odds: ndarray) -> ndarray:
    """Log probabilities over the last axis."""
    import numpy as np

    top = odds - odds.max(-1, keepdims=True)
    result: ndarray = top - np.log(np.exp(top).sum(-1, keepdims=True))
    return result


def chances(odds: ndarray) -> list[float]:
    """For each piece the probability, in [0, 1], that it is not outside."""
    import numpy as np

    result: list[float] = (1.0 - np.exp(log_softmax(odds)[..., 0])).tolist()
    return result


def spans(odds: ndarray) -> list[tuple[int, int]]:
    """The spans of the most probable well-formed sequence (Viterbi 1967).

    Parameters
    ----------
    odds : ndarray, (pieces, 3)
        Log odds of outside, beginning, inside.

    Returns
    -------
    list of (int, int)
        First piece and the one after the last, in order.

    Examples
    --------
    >>> import numpy as np
    >>> spans(np.array([[2.0, 0, 0], [0, 2, 3], [0, 0, 3], [2, 0, 0]]))
    [(1, 3)]
    """
    rows = odds.tolist()
    outside, inside = 0.0, -1e9
    back: list[tuple[bool, bool, bool]] = []
    begun = False
    for o, b, i in rows:
        from_outside = outside >= inside
        best = outside if from_outside else inside
        begins, goes_on = best + b, inside + i
        begun = begins >= goes_on
        back.append((from_outside, from_outside, begun))
        outside, inside = best + o, begins if begun else goes_on
    found: list[tuple[int, int]] = []
    within = inside > outside
    end = len(rows)
    for at in range(len(rows) - 1, -1, -1):
        out_from_outside, begin_from_outside, begun = back[at]
        if within:
            if begun:
                found.append((at, end))
                within = not begin_from_outside
                end = at
        else:
            within = not out_from_outside
            end = at
    return found[::-1]


def runs(chance: list[float], threshold: float) -> list[tuple[int, int]]:
    """Unbroken runs of pieces whose probability exceeds a threshold.

    Examples
    --------
    >>> runs([0.1, 0.7, 0.6, 0.1, 0.9], 0.5)
    [(1, 3), (4, 5)]
    """
    found: list[tuple[int, int]] = []
    first: int | None = None
    for at, value in enumerate([*chance, 0.0]):
        if value > threshold:
            first = at if first is None else first
        elif first is not None:
            found.append((first, at))
            first = None
    return found
