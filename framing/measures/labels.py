"""M1: whom the author calls loaded names, and how much more of it one side gets.

Word choice and labelling (Hamborg 2020); one-sided terms (Recasens, Danescu-Niculescu-Mizil
and Jurafsky 2013).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING

from framing.annotation import AUTHOR
from framing.measures._case import Family
from framing.measures._count import Unit, by_sentence, difference, share, status
from framing.measures.intervals import Z, wilson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framing.annotation import LoadedTerm, Measure, Mention
    from framing.measures._case import Case

__all__ = ["FAMILY", "author_labels", "label_measures"]

EMPTY = "no mentions"


def author_labels(case: Case, polarity: str = "negative") -> list[LoadedTerm]:
    """List the loaded labels of this polarity in the author's voice, in a scored zone."""
    return [
        row
        for row in case.rows.loaded_terms
        if row.kind == "label"
        and row.loaded
        and row.polarity == polarity
        and row.voice == AUTHOR
        and row.scored
    ]


def label_measures(case: Case) -> Iterator[Measure]:
    """Label asymmetry with what it is made of, for the article and for each zone.

    Yields
    ------
    Measure
        LA in [-1, 1] and label_label_odds of the contrast; label_share in [0, 1], term_rate
        (terms per 100 author words) and net_valence in [-1, 1] of each side.
    """
    mentions = [
        row
        for row in case.rows.mentions
        if row.nominal and row.scored and row.voice == AUTHOR and row.side
    ]
    negative, positive = author_labels(case), author_labels(case, "positive")
    bad, good = _labelled(case, mentions, negative), _labelled(case, mentions, positive)
    zones: Sequence[str | None] = (None, *case.zone_scopes) if case.variant == "all" else (None,)
    for zone in zones:
        scope = f"zone:{zone}" if zone else "all"
        here = [row for row in mentions if zone in (None, row.zone)]
        units = [Unit(row.side, row.span_id in bad, row.span_id) for row in here]
        if case.contrast:
            flip = case.errors.labels if case.errors else None
            asymmetry = difference(
                case, "LA", units, case.contrast, empty=EMPTY, scope=scope, flip=flip
            )
            yield asymmetry
            yield _log_odds(case, asymmetry)
        if case.variant == "without_debatable_sides":
            continue
        present = {row.side for row in here}
        present |= {_side(case, row) for row in negative if zone in (None, row.zone)}
        sides = [side for side in case.sides if zone is None or side in present]
        for side in sides:
            flip = case.errors.labels if case.errors else None
            yield share(case, "label_share", units, side, empty=EMPTY, scope=scope, flip=flip)
        if case.variant in ("groups", "descriptors"):
            continue
        for side in sides:
            yield _term_rate(case, side, zone, scope, negative)
        for side in sides:
            own = [row for row in here if row.side == side]
            yield _net_valence(case, side, scope, own, bad, good)


def _side(case: Case, label: LoadedTerm) -> str | None:
    return label.side or case.actors.side_of(label.actor)


def _labelled(
    case: Case, mentions: Iterable[Mention], labels: Sequence[LoadedTerm]
) -> frozenset[str]:
    """Mentions that contain a label for their side, or that one is said of."""
    named = {label.mention_id for label in labels if label.mention_id}
    ordered = sorted(labels, key=lambda label: label.start)
    starts = [label.start for label in ordered]
    return frozenset(
        row.span_id
        for row in mentions
        if row.span_id in named
        or any(
            label.end <= row.end and _side(case, label) == row.side
            for label in ordered[bisect_left(starts, row.start) : bisect_left(starts, row.end)]
        )
    )


def _log_odds(case: Case, asymmetry: Measure) -> Measure:
    """Give the log odds ratio with half a count added to each cell, for meta-analysis."""
    k_a, n_a, k_b, n_b = (
        asymmetry.k_a or 0, asymmetry.n_a or 0, asymmetry.k_b or 0, asymmetry.n_b or 0,
    )  # fmt: skip
    value = low = high = None
    note = ""
    if n_a and n_b:
        cells = [k_a + 0.5, n_a - k_a + 0.5, k_b + 0.5, n_b - k_b + 0.5]
        value = math.log(cells[0] / cells[1]) - math.log(cells[2] / cells[3])
        error = math.sqrt(sum(1 / cell for cell in cells))
        low, high = value - Z * error, value + Z * error
        note = f"standard error {error:.2f}"
    return case.measure(
        "label_log_odds", scope=asymmetry.scope, side_a=asymmetry.side_a,
        side_b=asymmetry.side_b, value=value, low=low, high=high, k_a=k_a, n_a=n_a, k_b=k_b,
        n_b=n_b, status=asymmetry.status, note=note, spans=asymmetry.spans,
    )  # fmt: skip


def _term_rate(
    case: Case, side: str, zone: str | None, scope: str, negative: Iterable[LoadedTerm]
) -> Measure:
    terms = [row for row in negative if _side(case, row) == side and zone in (None, row.zone)]
    words = case.author_words(*([zone] if zone else []))
    k = len(terms)
    low, high = wilson(k, words) if words >= k and words else (None, None)
    return case.measure(
        "term_rate", scope=scope, side_a=side, value=100 * k / words if words else None,
        low=None if low is None else 100 * low, high=None if high is None else 100 * high,
        k_a=k, n_a=words, status=status(words, "undefined"),
        spans=tuple(row.span_id for row in terms),
    )  # fmt: skip


def _net_valence(
    case: Case, side: str, scope: str, own: Sequence[Mention],
    bad: frozenset[str], good: frozenset[str],
) -> Measure:  # fmt: skip
    valence = {row.span_id: (row.span_id in good) - (row.span_id in bad) for row in own}
    k, n = sum(valence.values()), len(own)
    low, high, note = by_sentence(
        case,
        [(row.sentence_id, (valence[row.span_id], 1)) for row in own],
        lambda sums: sums[0] / sums[1],
    )
    return case.measure(
        "net_valence", scope=scope, side_a=side, value=k / n if n else None, low=low, high=high,
        k_a=k, n_a=n, status=status(n, EMPTY), note=note,
        spans=tuple(row.span_id for row in own if row.span_id in good | bad),
    )  # fmt: skip


FAMILY = Family(
    name="labels",
    contrast="labels",
    variants=(
        "all", "high_confidence", "sure_targets", "without_prior", "groups", "descriptors",
        "without_indirect", "without_debatable_sides",
    ),
    measure=label_measures,
)  # fmt: skip
