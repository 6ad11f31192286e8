"""M5: whether the reporting verbs doubt a side's claims or vouch for them.

Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013; Soni, Mitra, Gilbert and Eisenstein 2014.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framing.measures._case import Family
from framing.measures._count import by_sentence, status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framing.actors import Contrast
    from framing.annotation import Attribution, Measure
    from framing.measures._case import Case

__all__ = ["FAMILY", "stance_measures"]

EMPTY = "no claims"


def stance_measures(case: Case) -> Iterator[Measure]:
    """Attribution-verb stance.

    Yields
    ------
    Measure
        VS in [-2, 2] of the contrast; verb_stance in [-1, 1] of each side, its verbs with
        their values in the note. Negative: doubtful verbs.
    """
    claims = case.claims
    if case.contrast:
        yield _difference(case, claims, case.contrast)
    if case.variant != "without_debatable_sides":
        for side in case.sides:
            yield _side(case, [row for row in claims if row.side == side], side)


def _difference(case: Case, claims: Iterable[Attribution], contrast: Contrast) -> Measure:
    own_a = [row for row in claims if row.side in contrast.sides_a]
    own_b = [row for row in claims if row.side in contrast.sides_b]
    (k_a, n_a), (k_b, n_b) = ((sum(row.cue_stance for row in own), len(own))
                              for own in (own_a, own_b))  # fmt: skip
    value = low = high = None
    if n_a and n_b:
        value = k_a / n_a - k_b / n_b
        low, high, note = by_sentence(
            case,
            [(row.sentence_id, (row.cue_stance, 1, 0, 0)) for row in own_a]
            + [(row.sentence_id, (0, 0, row.cue_stance, 1)) for row in own_b],
            lambda sums: sums[0] / sums[1] - sums[2] / sums[3],
        )
    else:
        missing = [s for s, n in ((contrast.side_a, n_a), (contrast.side_b, n_b)) if not n]
        note = f"no claims of {' or '.join(missing)}"
    return case.measure(
        "VS", side_a=contrast.side_a, side_b=contrast.side_b, value=value, low=low, high=high,
        k_a=k_a, n_a=n_a, k_b=k_b, n_b=n_b, status=status(min(n_a, n_b), EMPTY), note=note,
        spans=tuple(row.span_id for row in (*own_a, *own_b) if row.cue_stance),
    )  # fmt: skip


def _side(case: Case, own: Sequence[Attribution], side: str) -> Measure:
    k, n = sum(row.cue_stance for row in own), len(own)
    low, high, note = by_sentence(
        case, [(row.sentence_id, (row.cue_stance, 1)) for row in own], lambda s: s[0] / s[1]
    )
    return case.measure(
        "verb_stance", side_a=side, value=k / n if n else None, low=low, high=high, k_a=k, n_a=n,
        status=status(n, EMPTY), note="; ".join(filter(None, (_verbs(own), note))),
        spans=tuple(row.span_id for row in own if row.cue_stance),
    )  # fmt: skip


def _verbs(own: Iterable[Attribution]) -> str:
    """List the verbs, doubtful ones first: "claimed -1 (2), said 0 (3)"."""
    verbs = Counter((row.cue_stance, row.cue.casefold()) for row in own if row.cue)
    return ", ".join(
        f"{cue} {stance:+d} ({count})" if stance else f"{cue} 0 ({count})"
        for (stance, cue), count in sorted(verbs.items())
    )


FAMILY = Family(
    name="stance",
    contrast="claims",
    variants=("all", "without_indirect", "without_debatable_sides"),
    measure=stance_measures,
)
