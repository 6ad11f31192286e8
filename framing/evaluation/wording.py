"""What the scorers of loaded wording share: the spans that count, and scores of two classes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from framing.evaluation.scoring import Item, precision_recall_f1, ratio, trim

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framing.annotation import LoadedTerm, Rows

    Span = tuple[int, int]

__all__ = ["KINDS", "items", "loaded_terms", "precision_by_kind", "touches", "two_classes"]

#: The kinds of a loaded term.
KINDS = ("label", "euphemism", "dysphemism", "evaluative")


def loaded_terms(rows: Rows) -> list[LoadedTerm]:
    """The terms that are loaded, of any kind, in any voice and zone."""
    return [row for row in rows.loaded_terms if row.loaded]


def items(text: str, spans: Iterable[Span]) -> list[Item[Span]]:
    """Spans as items to be matched: trimmed at their edges, each once, in text order.

    Examples
    --------
    >>> [item.row for item in items("a “vile” plan", [(2, 8), (3, 7)])]
    [(3, 7)]
    """
    trimmed = sorted({trim(text, start, end) for start, end in spans})
    return [Item(span, frozenset(range(*span))) for span in trimmed]


def touches(start: int, end: int, spans: Iterable[Span]) -> bool:
    """Whether ``[start, end)`` shares a character with one of `spans`.

    Examples
    --------
    >>> touches(0, 4, [(3, 9)]), touches(0, 3, [(3, 9)])
    (True, False)
    """
    return any(first < end and start < last for first, last in spans)


def two_classes(gold: Sequence[bool], found: Sequence[bool]) -> dict[str, float | None]:
    """Precision, recall and F1 of the positive class, and the mean F1 of both classes.

    Parameters
    ----------
    gold, found : sequence of bool
        One value an item, in the same order.

    Returns
    -------
    dict
        ``p``, ``r``, ``f1``, ``tp``, ``fp``, ``fn`` and ``macro_f1``, all in [0, 1] or counts;
        None where there is nothing to divide by.

    Examples
    --------
    >>> scores = two_classes([True, True, False, False], [True, False, False, False])
    >>> scores["p"], scores["r"], round(scores["macro_f1"], 3)
    (1.0, 0.5, 0.733)
    """
    both = Counter(zip(gold, found, strict=True))
    tp, fp, fn, tn = both[True, True], both[False, True], both[True, False], both[False, False]
    scores = precision_recall_f1(tp, fp, fn)
    f1, other = scores["f1"], ratio(2 * tn, 2 * tn + fp + fn)
    return {**scores, "macro_f1": None if f1 is None or other is None else (f1 + other) / 2}


def precision_by_kind(verdicts: Iterable[tuple[str, bool]]) -> dict[str, Any]:
    """The share of the loaded terms of each kind that touch gold wording.

    Parameters
    ----------
    verdicts : iterable of (str, bool)
        The kind of a term, and whether it shares a character with a gold span.

    Examples
    --------
    >>> precision_by_kind([("label", True), ("label", False)])["label"]
    0.5
    """
    counts = Counter(verdicts)
    tally = {
        kind: {"k": counts[kind, True], "n": counts[kind, True] + counts[kind, False]}
        for kind in KINDS
    }
    shares: dict[str, Any] = {kind: ratio(both["k"], both["n"]) for kind, both in tally.items()}
    return {**shares, "accuracy_counts": tally}
