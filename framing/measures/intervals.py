"""Intervals, exact tests, diversity: the statistics that the measures rest on."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = [
    "RESAMPLES",
    "SEED",
    "binomial_p",
    "bootstrap",
    "clopper_pearson",
    "entropy",
    "hill",
    "jensen_shannon",
    "miller_madow",
    "newcombe",
    "percentile_interval",
    "wilson",
]

#: The standard normal quantile of a two-sided 95 % interval.
Z = 1.959963984540054

#: Resamples of a bootstrap, and its fixed seed.
RESAMPLES = 1000
SEED = 20130804


def wilson(k: float, n: float) -> tuple[float, float]:
    """Wilson's 95 % score interval of a proportion.

    Parameters
    ----------
    k, n : float
        Hits and trials, ``0 <= k <= n`` and ``n > 0``.

    Returns
    -------
    tuple of float
        Both in [0, 1].

    Examples
    --------
    >>> [round(bound, 2) for bound in wilson(3, 3)]
    [0.44, 1.0]
    """
    share, z2 = k / n, Z * Z
    middle = share + z2 / (2 * n)
    width = Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    low, high = (middle - width) / (1 + z2 / n), (middle + width) / (1 + z2 / n)
    return (0.0 if k == 0 else low, 1.0 if k == n else high)


def newcombe(k_a: float, n_a: float, k_b: float, n_b: float) -> tuple[float, float]:
    """95 % interval of ``k_a/n_a - k_b/n_b``: the hybrid score interval, in [-1, 1].

    References
    ----------
    Newcombe 1998, Statistics in Medicine 17:873-890, method 10.

    Examples
    --------
    >>> [round(bound, 4) for bound in newcombe(56, 70, 48, 80)]
    [0.0524, 0.3339]
    """
    p_a, p_b = k_a / n_a, k_b / n_b
    (low_a, high_a), (low_b, high_b) = wilson(k_a, n_a), wilson(k_b, n_b)
    value = p_a - p_b
    return (
        value - math.hypot(p_a - low_a, high_b - p_b),
        value + math.hypot(high_a - p_a, p_b - low_b),
    )


@lru_cache(maxsize=4096)
def clopper_pearson(k: int, n: int) -> tuple[float, float]:
    """Exact 95 % interval of a proportion, from the binomial tails, in [0, 1].

    Examples
    --------
    >>> [round(bound, 4) for bound in clopper_pearson(6, 6)]
    [0.5407, 1.0]
    """
    low = 0.0 if k == 0 else _solve(lambda p: _tail(k, n, p) - 0.025)
    high = 1.0 if k == n else _solve(lambda p: _tail(k + 1, n, p) - 0.975)
    return low, high


def _solve(rising: Callable[[float], float]) -> float:
    """Bisect for the zero in [0, 1] of a function that rises there."""
    low, high = 0.0, 1.0
    for _ in range(48):
        middle = (low + high) / 2
        if rising(middle) < 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _log_probability(k: int, n: int, p: float) -> float:
    choose = math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
    return choose + k * math.log(p) + (n - k) * math.log1p(-p)


def _tail(k: int, n: int, p: float) -> float:
    """P(X >= k), summed from the side on which the terms fall."""
    if k <= 0:
        return 1.0
    odds, total = p / (1 - p), 0.0
    if k > n * p:
        term = math.exp(_log_probability(k, n, p))
        for i in range(k, n + 1):
            total += term
            term *= (n - i) / (i + 1) * odds
        return total
    term = math.exp(_log_probability(k - 1, n, p))
    for i in range(k - 1, -1, -1):
        total += term
        term *= i / ((n - i + 1) * odds)
    return 1 - total


def binomial_p(k: int, n: int, p: float = 0.5) -> float:
    """Two-sided exact binomial p: the chance of all outcomes no likelier than `k` of `n`.

    Examples
    --------
    >>> round(binomial_p(6, 6), 3), round(binomial_p(3, 3), 3)
    (0.031, 0.25)
    """
    chances = [math.exp(_log_probability(i, n, p)) for i in range(n + 1)]
    return min(1.0, math.fsum(chance for chance in chances if chance <= chances[k] * (1 + 1e-7)))


# ------------------------------------------------------------------- bootstrap


@lru_cache(maxsize=64)
def _draws(units: int) -> Floats:
    """How often each unit occurs in each resample: (resamples, units)."""
    import numpy as np

    drawn = np.random.default_rng(SEED).integers(0, units, size=(RESAMPLES, units))
    rows = np.arange(RESAMPLES)[:, None] * units
    counts = np.bincount((rows + drawn).ravel(), minlength=RESAMPLES * units)
    return counts.reshape(RESAMPLES, units).astype(np.float64)


def bootstrap(
    features: Sequence[Sequence[float]], statistic: Callable[[Floats], Floats]
) -> tuple[float | None, float | None, int]:
    """Percentile bootstrap over units that each carry several amounts.

    Parameters
    ----------
    features : sequence of sequence of float, shape (units, amounts)
        One row a unit (a sentence), all its items together.
    statistic : callable
        From the resamples' sums, shape (amounts, resamples), to one value a resample; NaN
        where it is undefined.

    Returns
    -------
    tuple
        Low and high of the 95 % interval, and the number of undefined resamples.

    Examples
    --------
    >>> low, high, undefined = bootstrap([[1, 1], [0, 1], [1, 1]], lambda sums: sums[0] / sums[1])
    >>> 0 <= low <= 2 / 3 <= high <= 1, undefined
    (True, 0)
    """
    import numpy as np

    table = np.asarray(features, dtype=np.float64)
    if table.ndim != 2 or not len(table):
        return None, None, RESAMPLES
    sums = (_draws(len(table)) @ table).T
    with np.errstate(divide="ignore", invalid="ignore"):
        values = np.asarray(statistic(sums), dtype=np.float64)
    return percentile_interval(values)


def percentile_interval(values: Floats) -> tuple[float | None, float | None, int]:
    """Take the central 95 % of resampled values, and count the undefined (NaN).

    No interval is given where fewer than half are defined, or where they do not vary: a
    bootstrap that cannot draw another value says nothing.
    """
    import numpy as np

    finite = np.sort(values[np.isfinite(values)])
    undefined = int(values.size - finite.size)
    if finite.size * 2 <= values.size or finite[0] == finite[-1]:
        return None, None, undefined
    places = np.array([0.025, 0.975]) * (finite.size - 1)
    below = np.floor(places).astype(int)
    share = places - below
    low, high = finite[below] * (1 - share) + finite[below + 1] * share
    return float(low), float(high), undefined


# ------------------------------------------------------------------- diversity


def entropy(counts: Iterable[float]) -> float:
    """Shannon entropy in bits, ``-sum p log2 p``; 0 for nothing at all.

    Examples
    --------
    >>> entropy([1, 1, 1, 1])
    2.0
    """
    present = [count for count in counts if count > 0]
    total = sum(present)
    # + 0.0 turns the negative zero of a single class into zero
    return -sum(count / total * math.log2(count / total) for count in present) + 0.0


def miller_madow(counts: Iterable[float]) -> float:
    """Entropy in bits with the Miller-Madow correction, ``H + (S - 1)/(2 n ln 2)``."""
    present = [count for count in counts if count > 0]
    if not present:
        return 0.0
    return entropy(present) + (len(present) - 1) / (2 * sum(present) * math.log(2))


def hill(counts: Iterable[float], order: int) -> float:
    """Hill number: the effective number of classes, in [1, S]; 0 for nothing at all.

    Parameters
    ----------
    counts : iterable of float
        How often each class occurs.
    order : int
        1 for ``2^H``, 2 for ``1/sum p^2``.

    Examples
    --------
    >>> hill([2, 2], 1), hill([2, 2], 2)
    (2.0, 2.0)
    """
    present = [count for count in counts if count > 0]
    if not present:
        return 0.0
    if order == 1:
        return float(2 ** entropy(present))
    total = sum(present)
    return float(sum((count / total) ** order for count in present) ** (1 / (1 - order)))


def jensen_shannon(left: Sequence[float], right: Sequence[float]) -> float:
    """Jensen-Shannon divergence (base 2) of two sets of counts over the same classes.

    Returns
    -------
    float
        In [0, 1]; 0 for equal shares, 1 for none in common.

    Examples
    --------
    >>> jensen_shannon([1, 0], [0, 3]), jensen_shannon([1, 1], [2, 2])
    (1.0, 0.0)
    """
    total_l, total_r = sum(left), sum(right)
    middle = [a / total_l / 2 + b / total_r / 2 for a, b in zip(left, right, strict=True)]
    mean = (entropy(left) + entropy(right)) / 2
    return max(0.0, entropy(middle) - mean)
