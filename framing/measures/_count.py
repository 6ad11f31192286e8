"""The shapes that measures come in: a share, a difference of shares, a balance."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from framing.measures.intervals import (
    RESAMPLES,
    SEED,
    bootstrap,
    clopper_pearson,
    newcombe,
    percentile_interval,
    wilson,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from framing.actors import Contrast
    from framing.annotation import Measure
    from framing.measures._case import Case, Flip

    Statistic = Callable[[NDArray[np.float64]], NDArray[np.float64]]

__all__ = [
    "Amount", "Unit", "amount_share", "balance", "balance_status", "by_sentence",
    "difference", "of_sides", "share", "status",
]  # fmt: skip

#: Below these denominators a rate is not printed, or printed with a warning.
COUNTS_ONLY_BELOW, LOW_N_BELOW = 5, 10


class Unit(NamedTuple):
    """One thing that is counted, and whether it counts as a hit."""

    side: str | None
    hit: bool
    span_id: str


class Amount(NamedTuple):
    """One thing that is weighed: an attribution and its words, say."""

    side: str | None
    value: float
    span_id: str
    sentence_id: str


def status(n: float, empty: str) -> str:
    """Say what may be printed of a rate whose smaller denominator is `n`; `empty` if that is 0."""
    if n == 0:
        return empty
    if n < COUNTS_ONLY_BELOW:
        return "counts only"
    return "low n" if n < LOW_N_BELOW else "ok"


def balance_status(units_a: int, units_b: int, empty: str = "not sourced") -> str:
    """Say what may be printed of a balance: by both sides' units, `empty` where one has none.

    Below five units counts only, even then: one side's silence is not news in so few.
    """
    small = status(units_a + units_b, empty)
    if small == "counts only" or (units_a and units_b):
        return small
    return empty


_Item = TypeVar("_Item", Unit, Amount)


def of_sides(items: Iterable[_Item], sides: Iterable[str]) -> list[_Item]:
    """Pick the items of these sides."""
    wanted = frozenset(sides)
    return [item for item in items if item.side in wanted]


def share(
    case: Case, name: str, units: Sequence[Unit], side: str, *, empty: str, scope: str = "all",
    flip: Flip | None = None, note: str = "",
) -> Measure:  # fmt: skip
    """Count the share of one side's units that are hits, in [0, 1], with Wilson's interval."""
    own = of_sides(units, (side,))
    hits = [unit for unit in own if unit.hit]
    k, n = len(hits), len(own)
    low, high = wilson(k, n) if n else (None, None)
    total = _flipped(flip, (k, n), None)
    return case.measure(
        name, scope=scope, side_a=side, value=k / n if n else None, low=low, high=high,
        low_total=total[0], high_total=total[1], k_a=k, n_a=n, status=status(n, empty),
        note=note, spans=tuple(unit.span_id for unit in hits),
    )  # fmt: skip


def difference(
    case: Case, name: str, units: Sequence[Unit], contrast: Contrast, *, empty: str,
    scope: str = "all", flip: Flip | None = None, note: str = "",
) -> Measure:  # fmt: skip
    """Take the difference of two camps' shares, in [-1, 1], with Newcombe's interval."""
    own_a, own_b = of_sides(units, contrast.sides_a), of_sides(units, contrast.sides_b)
    hits_a, hits_b = ([unit for unit in own if unit.hit] for own in (own_a, own_b))
    k_a, n_a, k_b, n_b = len(hits_a), len(own_a), len(hits_b), len(own_b)
    value = low = high = None
    notes = [note] if note else []
    if n_a and n_b:
        value = k_a / n_a - k_b / n_b
        low, high = newcombe(k_a, n_a, k_b, n_b)
        if value == 0 and min(n_a, n_b) >= COUNTS_ONLY_BELOW:
            notes.append(f"no asymmetry seen; larger than {max(-low, high):.2f} ruled out")
    else:
        missing = [s for s, n in ((contrast.side_a, n_a), (contrast.side_b, n_b)) if not n]
        notes.append(f"{empty if empty != 'undefined' else 'nothing'} of {' or '.join(missing)}")
    total = _flipped(flip, (k_a, n_a), (k_b, n_b))
    return case.measure(
        name, scope=scope, side_a=contrast.side_a, side_b=contrast.side_b, value=value,
        low=low, high=high, low_total=total[0], high_total=total[1],
        k_a=k_a, n_a=n_a, k_b=k_b, n_b=n_b, status=status(min(n_a, n_b), empty),
        note="; ".join(notes), spans=tuple(unit.span_id for unit in (*hits_a, *hits_b)),
    )  # fmt: skip


def balance(
    case: Case, name: str, amounts: Sequence[Amount], contrast: Contrast, *, scope: str = "all",
    unit: str = "attributions",
) -> Measure:  # fmt: skip
    """Weigh two camps' amounts, ``(a - b)/(a + b)``, in [-1, 1].

    Counts (every amount 1) get the exact binomial interval; words and the like the sentence
    bootstrap, which says nothing where one camp has none of them.
    """
    own_a, own_b = of_sides(amounts, contrast.sides_a), of_sides(amounts, contrast.sides_b)
    a, b = (sum(amount.value for amount in own) for own in (own_a, own_b))
    notes = [f"{len(own_a)} v {len(own_b)} {unit}"]
    notes += [f"{name} not sourced" for name, own in
              ((contrast.side_a, own_a), (contrast.side_b, own_b)) if not own]  # fmt: skip
    value = (a - b) / (a + b) if a + b else None
    low = high = None
    if all(amount.value == 1 for amount in (*own_a, *own_b)) and value is not None:
        exact = clopper_pearson(len(own_a), len(own_a) + len(own_b))
        low, high = (2 * bound - 1 for bound in exact)
    elif value is not None:
        low, high, undefined = by_sentence(
            case,
            [(own.sentence_id, (own.value, 0.0)) for own in own_a]
            + [(own.sentence_id, (0.0, own.value)) for own in own_b],
            lambda sums: (sums[0] - sums[1]) / (sums[0] + sums[1]),
        )
        notes += [undefined] if undefined else []
    state = balance_status(len(own_a), len(own_b))
    if value is None and own_a and own_b:
        state = "undefined"
    total = _switched(case, own_a, own_b)
    return case.measure(
        name, scope=scope, side_a=contrast.side_a, side_b=contrast.side_b, value=value,
        low=low, high=high, low_total=total[0], high_total=total[1],
        k_a=a, n_a=a + b, k_b=b, n_b=a + b, status=state, note="; ".join(notes),
        spans=tuple(own.span_id for own in (*own_a, *own_b)),
    )  # fmt: skip


def amount_share(
    case: Case, name: str, amounts: Sequence[Amount], side: str, *, scope: str = "all"
) -> Measure:
    """Weigh one side's share of all amounts, in [0, 1]; `amounts` holds every side's.

    Counts (every amount 1) get Wilson's interval, the rest the sentence bootstrap.
    """
    own = of_sides(amounts, (side,))
    k, n = sum(amount.value for amount in own), sum(amount.value for amount in amounts)
    low = high = None
    note = ""
    if all(amount.value == 1 for amount in amounts):
        low, high = wilson(k, n) if n else (None, None)
    elif n and own:
        low, high, note = by_sentence(
            case,
            [(one.sentence_id, (one.value * (one.side == side), one.value)) for one in amounts],
            lambda sums: sums[0] / sums[1],
        )
    return case.measure(
        name, scope=scope, side_a=side, value=k / n if n else None, low=low, high=high,
        k_a=k, n_a=n, status=status(len(amounts), "not sourced") if own else "not sourced",
        note=note, spans=tuple(one.span_id for one in own),
    )  # fmt: skip


def by_sentence(
    case: Case, items: Iterable[tuple[str, Sequence[float]]], statistic: Statistic
) -> tuple[float | None, float | None, str]:
    """Bootstrap over the scored sentences; each item is a sentence's id and its amounts.

    Returns
    -------
    tuple
        Low, high, and a note on undefined resamples (empty if there are none).
    """
    listed = list(items)
    if not listed:
        return None, None, ""
    width = len(listed[0][1])
    table = {row.span_id: [0.0] * width for row in case.whole.sentences if row.scored}
    for sentence_id, amounts in listed:
        sums = table.setdefault(sentence_id, [0.0] * width)
        for place, amount in enumerate(amounts):
            sums[place] += amount
    low, high, undefined = bootstrap(list(table.values()), statistic)
    note = f"{undefined} of {RESAMPLES:,} resamples undefined"
    return low, high, note if undefined and low is not None else ""


# ------------------------------------------------------ the detector's own error


def _flipped(
    flip: Flip | None, own_a: tuple[int, int], own_b: tuple[int, int] | None
) -> tuple[float | None, float | None]:
    """Interval of a share or a difference with hits lost and gained at the measured rates.

    Each draw flips the items, then draws the share itself from what is left (Jeffreys' beta),
    so that the interval holds the detector's error and that of few items.
    """
    if flip is None or not own_a[1] or (own_b is not None and not own_b[1]):
        return None, None
    import numpy as np

    rng = np.random.default_rng(SEED)

    def draw(k: int, n: int) -> NDArray[np.float64]:
        kept = rng.binomial(k, 1 - flip.lost, RESAMPLES)
        hits = kept + rng.binomial(n - k, flip.gained, RESAMPLES)
        return rng.beta(hits + 0.5, n - hits + 0.5)

    values = draw(*own_a) if own_b is None else draw(*own_a) - draw(*own_b)
    low, high, _ = percentile_interval(values)
    return low, high


def _switched(
    case: Case, own_a: Sequence[Amount], own_b: Sequence[Amount]
) -> tuple[float | None, float | None]:
    """Interval of a balance with attributions resampled and some moved to the other camp."""
    if case.errors is None or not own_a or not own_b:
        return None, None
    import numpy as np

    rng = np.random.default_rng(SEED)
    signed = np.array([own.value for own in own_a] + [-own.value for own in own_b])
    drawn = signed[rng.integers(0, signed.size, (RESAMPLES, signed.size))]
    moved = np.where(rng.random(drawn.shape) < case.errors.sources, -drawn, drawn)
    with np.errstate(invalid="ignore"):
        values = moved.sum(axis=1) / np.abs(moved).sum(axis=1)
    low, high, _ = percentile_interval(values)
    return low, high
