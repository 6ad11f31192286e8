"""M6: whose harmful acts are told without saying who did them.

Syntactic packaging (Greene and Resnik 2009); passives, nominalisations and intransitives in
crime copy (Moreno-Medina, Ouss, Bayer and Ba 2025).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotation import AUTHOR
from framing.measures._case import Family
from framing.measures._count import Unit, difference, of_sides, share, status
from framing.measures.intervals import clopper_pearson

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.actors import Contrast
    from framing.annotation import Event, Measure
    from framing.measures._case import Case

__all__ = ["FAMILY", "agency_measures", "harmful_events"]

EMPTY = "undefined"


def harmful_events(case: Case) -> list[Event]:
    """List the harmful events, in any voice, whose agent the text gives ground to name."""
    return [
        row for row in case.rows.events if row.harm != "none" and row.agent_known and row.scored
    ]


def agency_measures(case: Case) -> Iterator[Measure]:
    """Agent deletion and harm share, for the article and for each zone.

    How an act is told is the author's choice, so deletion counts the author's voice only;
    what harm is told of whom counts every voice.

    Yields
    ------
    Measure
        AD in [-1, 1] and HS in [0, 1] of the contrast, agent_deleted_share in [0, 1] of each
        side. Negative AD: side B's agents are hidden more.
    """
    events = harmful_events(case)
    flip = case.errors.agency if case.errors else None
    zones = [f"zone:{zone}" for zone in case.zone_scopes] if case.variant == "all" else []
    for scope in ["all", *zones]:
        here = [row for row in events if scope in ("all", f"zone:{row.zone}")]
        units = [
            Unit(row.agent_side, row.agent_deleted, row.span_id)
            for row in here
            if row.voice == AUTHOR
        ]
        told = [Unit(row.agent_side, True, row.span_id) for row in here]
        if case.contrast:
            yield difference(case, "AD", units, case.contrast, empty=EMPTY, scope=scope, flip=flip)
            yield _harm_share(case, told, case.contrast, scope)
        if case.variant == "without_debatable_sides":
            continue
        present = {unit.side for unit in units}
        for side in case.sides:
            if scope == "all" or side in present:
                yield share(
                    case, "agent_deleted_share", units, side, empty=EMPTY, scope=scope, flip=flip
                )


def _harm_share(case: Case, told: Sequence[Unit], contrast: Contrast, scope: str) -> Measure:
    """Side A's share of both sides' harmful events; it has no neutral value."""
    own_a, own_b = of_sides(told, contrast.sides_a), of_sides(told, contrast.sides_b)
    k, n = len(own_a), len(own_a) + len(own_b)
    low, high = clopper_pearson(k, n) if n else (None, None)
    return case.measure(
        "HS", scope=scope, side_a=contrast.side_a, side_b=contrast.side_b,
        value=k / n if n else None, low=low, high=high, k_a=k, n_a=n, k_b=n - k, n_b=n,
        status=status(n, EMPTY), spans=tuple(unit.span_id for unit in (*own_a, *own_b)),
    )  # fmt: skip


FAMILY = Family(
    name="agency",
    contrast="events",
    variants=("all", "high_confidence", "without_indirect", "without_debatable_sides"),
    measure=agency_measures,
)
