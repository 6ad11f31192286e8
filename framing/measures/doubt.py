"""M2: whose claims the author doubts, and which rival proposition is hedged.

Hedges and boosters (Hyland 2005); cue words drive how certain a quoted claim reads (Soni,
Mitra, Gilbert and Eisenstein 2014).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotation import AUTHOR
from framing.measures._case import Family, same_camp
from framing.measures._count import Unit, difference, share, status
from framing.measures.intervals import binomial_p, clopper_pearson, newcombe, wilson

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.actors import Contrast
    from framing.annotation import Attribution, Epistemic, Measure, Proposition
    from framing.measures._case import Case

__all__ = ["FAMILY", "distancing", "doubt_measures", "doubted_claims"]

EMPTY = "no claims"


def distancing(case: Case) -> list[Epistemic]:
    """Distancing hedges in the author's voice; `holder_side` is whose claim they doubt."""
    return [
        row
        for row in case.rows.epistemic
        if row.cue_class == "hedge"
        and row.level == "distancing"
        and row.voice == AUTHOR
        and row.scored
    ]


def doubted_claims(case: Case) -> frozenset[str]:
    """Claims with a doubtful cue, or an author's distancing hedge on their own content."""
    by_claim: dict[str, list[Epistemic]] = {}
    for hedge in distancing(case):
        inner = hedge.attribution or (hedge.in_content_of[-1] if hedge.in_content_of else None)
        if inner is not None:
            by_claim.setdefault(inner, []).append(hedge)
    return frozenset(
        claim.span_id
        for claim in case.claims
        if claim.cue_stance < 0
        or any(
            same_camp(hedge.holder_side, claim.side, case.actors)
            for hedge in by_claim.get(claim.span_id, ())
        )
    )


def doubt_measures(case: Case) -> Iterator[Measure]:
    """Doubt asymmetry, token balance and proposition hedging.

    Yields
    ------
    Measure
        DA and dPH in [-1, 1], HT in [-1, 1] of the contrast; doubt_share in [0, 1] and
        hedge_tokens (a count) of each side; PH in [0, 1] of each proposition. The variant
        `strict` leaves out hedges inside another side's indirect speech, where the doubt
        may be that side's rather than the author's.
    """
    strict = case.variant == "strict"
    per_side = case.variant != "without_debatable_sides"
    tokens = [row for row in distancing(case) if not (strict and _in_rivals_speech(case, row))]
    if not strict:
        yield from _claims(case)
    for scope in ["all", *_zones(case)]:
        here = [row for row in tokens if scope in ("all", f"zone:{row.zone}")]
        if case.contrast:
            yield _token_balance(case, here, case.contrast, scope)
        if per_side and scope == "all":
            for side in case.sides:
                yield _tokens(case, here, side)
    if case.variant in ("all", "strict", "without_debatable_sides"):
        yield from _propositions(case, per_side)


def _zones(case: Case) -> list[str]:
    return [f"zone:{zone}" for zone in case.zone_scopes] if case.variant == "all" else []


def _claims(case: Case) -> Iterator[Measure]:
    doubted = doubted_claims(case)
    claims = case.claims
    scopes: dict[str, Sequence[Attribution]] = {"all": claims}
    if case.variant == "all":
        for zone in case.zone_scopes:
            scopes[f"zone:{zone}"] = [row for row in claims if row.zone == zone]
        for issue in case.issues:
            scopes[f"issue:{issue}"] = [row for row in claims if row.issue == issue]
    flip = case.errors.doubt if case.errors else None
    for scope, here in scopes.items():
        units = [Unit(row.side, row.span_id in doubted, row.span_id) for row in here]
        if case.contrast:
            yield difference(case, "DA", units, case.contrast, empty=EMPTY, scope=scope, flip=flip)
        if case.variant == "without_debatable_sides":
            continue
        present = {row.side for row in here}
        for side in case.sides:
            if scope == "all" or side in present:
                yield share(case, "doubt_share", units, side, empty=EMPTY, scope=scope, flip=flip)


def _token_balance(
    case: Case, tokens: Sequence[Epistemic], contrast: Contrast, scope: str
) -> Measure:
    own_a, own_b = (
        [row for row in tokens if row.holder_side and _holds(case, row.holder_side, camp, name)]
        for camp, name in (
            (contrast.sides_a, contrast.side_a), (contrast.sides_b, contrast.side_b)
        )
    )  # fmt: skip
    a, n = len(own_a), len(own_a) + len(own_b)
    value = low = high = None
    note = "no distancing hedge on a claim of either"
    if n:
        value = (2 * a - n) / n
        low, high = (2 * bound - 1 for bound in clopper_pearson(a, n))
        note = f"exact binomial p = {binomial_p(a, n):.3f}"
    return case.measure(
        "HT", scope=scope, side_a=contrast.side_a, side_b=contrast.side_b, value=value,
        low=low, high=high, k_a=a, n_a=n, k_b=n - a, n_b=n, status=status(n, "undefined"),
        note=note, spans=tuple(row.span_id for row in (*own_a, *own_b)),
    )  # fmt: skip


def _holds(case: Case, holder: str, camp: frozenset[str], name: str) -> bool:
    """Whether a holder, a side or a bloc, belongs to a camp."""
    return holder in camp or holder == name or bool(case.actors.members(holder) & camp)


def _tokens(case: Case, tokens: Sequence[Epistemic], side: str) -> Measure:
    own = [row for row in tokens if row.holder_side == side]
    return case.measure(
        "hedge_tokens", side_a=side, value=float(len(own)), k_a=len(own), n_a=len(tokens),
        spans=tuple(row.span_id for row in own),
    )  # fmt: skip


def _in_rivals_speech(case: Case, hedge: Epistemic) -> bool:
    """Whether a hedge stands in the indirect speech of another camp than its holder's."""
    around = set(hedge.in_content_of)
    return any(
        not same_camp(row.side, hedge.holder_side, case.actors)
        for row in case.whole.attributions
        if row.span_id in around
    )


# ------------------------------------------------------- rival propositions (M2b)


def _propositions(case: Case, per_side: bool) -> Iterator[Measure]:
    counts = {row.proposition_id: _mentions(case, row) for row in case.rows.propositions}
    if per_side:
        for row in case.rows.propositions:
            hedged, total = counts[row.proposition_id]
            low, high = wilson(hedged, total) if total else (None, None)
            yield case.measure(
                "PH", side_a=row.holder_side, value=hedged / total if total else None,
                low=low, high=high, k_a=hedged, n_a=total, status=status(total, "undefined"),
                note=row.proposition, spans=(row.proposition_id,),
            )  # fmt: skip
    if case.contrast and counts:
        yield _proposition_difference(case, counts, case.contrast)


def _mentions(case: Case, row: Proposition) -> tuple[int, int]:
    """Hedged and all mentions; under `strict` without those in a rival's indirect speech."""
    if case.variant != "strict":
        return row.hedged, row.total
    rivals = [
        span
        for source in case.whole.attributions
        if not same_camp(source.side, row.holder_side, case.actors)
        for span in source.spans_of("content")
    ]
    left_out = [
        hedged
        for start, end, hedged in row.mentions
        if any(low <= start and end <= high for low, high in rivals)
    ]
    return row.hedged - sum(left_out), row.total - len(left_out)


def _proposition_difference(
    case: Case, counts: dict[str, tuple[int, int]], contrast: Contrast
) -> Measure:
    own_a, own_b = (
        [
            row
            for row in case.rows.propositions
            if row.holder_side and _holds(case, row.holder_side, camp, name)
        ]
        for camp, name in (
            (contrast.sides_a, contrast.side_a), (contrast.sides_b, contrast.side_b)
        )
    )  # fmt: skip
    (k_a, n_a), (k_b, n_b) = (
        tuple(sum(counts[row.proposition_id][place] for row in own) for place in (0, 1))
        for own in (own_a, own_b)
    )
    value = low = high = None
    if n_a and n_b:
        value = k_a / n_a - k_b / n_b
        low, high = newcombe(k_a, n_a, k_b, n_b)
    return case.measure(
        "dPH", side_a=contrast.side_a, side_b=contrast.side_b, value=value, low=low, high=high,
        k_a=k_a, n_a=n_a, k_b=k_b, n_b=n_b, status=status(min(n_a, n_b), "undefined"),
        note="; ".join(row.proposition for row in (*own_a, *own_b)),
        spans=tuple(row.proposition_id for row in (*own_a, *own_b)),
    )  # fmt: skip


FAMILY = Family(
    name="doubt",
    contrast="claims",
    variants=("all", "high_confidence", "without_indirect", "without_debatable_sides", "strict"),
    measure=doubt_measures,
)
