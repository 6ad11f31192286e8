"""One or two plain sentences that say what stands out, built from the measures alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotation import AUTHOR
from framing.reporting._profile import RATED
from framing.reporting._wording import PROFILE, number, plural, scope_name

if TYPE_CHECKING:
    from framing.annotation import Measure
    from framing.reporting._context import Context
    from framing.reporting._wording import Spec

__all__ = ["summary"]

#: Never the ground of a sentence: QP needs M2 and M3 beside it, LD has no two sides, AD rests on
#: agents that are partly inferred.
_NOT_ALONE = frozenset({"QP", "LD", "VS", "AD"})


def summary(context: Context) -> tuple[str, ...]:
    """Say what stands out: differences whose interval excludes 0, then striking counts.

    Counts below the threshold for a score are given as counts, without comparison.
    """
    specs = {spec.measure: spec for spec in PROFILE if spec.measure not in _NOT_ALONE}
    rows = [
        row
        for row in context.result.measures
        if row.measure in specs and row.variant == "all" and not row.scope.startswith("zone:")
    ]
    if not rows:
        return _plain(context)
    clear = [row for row in rows if _clear(row)]
    order = list(specs)
    clear.sort(key=lambda row: (order.index(row.measure) > 0, -abs(row.value or 0)))
    said = [_sentence(context, specs[row.measure], row) for row in clear[:2]]
    few = [row for row in rows if row.status == "counts only" and _lopsided(row)]
    few.sort(key=lambda row: (-abs(row.value or 0), order.index(row.measure)))
    if few and len(said) < 2:
        counts = "; ".join(_counts(context, specs[row.measure], row) for row in few[:2])
        said.append(f"Too few to compare, as counts only: {counts}.")
    if not any(row.n_a or row.n_b for row in rows):
        said.insert(0, "Neither of the two sides that are compared occurs in this article.")
    elif not clear:
        said.insert(0, "No difference between the two sides is clear at these counts.")
    return tuple(said)


def _clear(row: Measure) -> bool:
    if row.status not in RATED or not row.value:
        return False
    return row.low is not None and row.high is not None and not row.low <= 0 <= row.high


def _lopsided(row: Measure) -> bool:
    return bool(row.value) and abs(row.value or 0) >= 0.5 and row.k_a is not None


def _sentence(context: Context, spec: Spec, row: Measure) -> str:
    if spec.measure == "LA":
        return _labels(context, row)
    low = " (few items: low n)" if row.status == "low n" else ""
    return f"{_upper(_counts(context, spec, row))}{low}."


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _labels(context: Context, row: Measure) -> str:
    """Give the sentence on labels: terms where they were counted, and mentions."""
    first = row.side_a if (row.value or 0) >= 0 else row.side_b

    def side(key: str | None, k: float | None, n: float | None) -> str:
        name = context.members(key)
        rate = next(
            (
                item for item in context.result.measures
                if item.measure == "term_rate" and item.variant == "all"
                and item.scope == row.scope and key in (item.side_a, item.side_b)
            ),
            None,
        )  # fmt: skip
        terms = None
        if rate is not None:
            terms = rate.k_a if rate.side_a == key else rate.k_b
        share = f"{number(k)} of {number(n)}" + (" mentions" if key == first else "")
        if not k:
            return (
                f"none for {name} ({share})"
                if not terms
                else f"{number(terms)} for {name} ({share})"
            )
        what = "loaded names" if terms is None else plural(terms, "loaded term")
        return f"{what} for {name} ({share})"

    a = side(row.side_a, row.k_a, row.n_a)
    b = side(row.side_b, row.k_b, row.n_b)
    more, less = (a, b) if first == row.side_a else (b, a)
    return f"In its own voice the article uses {more}, {less}."


def _counts(context: Context, spec: Spec, row: Measure) -> str:
    """Give the counts of both sides as a clause, beginning with the issue where it is about one."""
    fact = spec.fact.format(
        a=context.members(row.side_a), b=context.members(row.side_b),
        x=_part(row.k_a, row.n_a), y=_part(row.k_b, row.n_b),
    )  # fmt: skip
    return fact if row.scope == "all" else f"{scope_name(row.scope)}, {fact}"


def _part(k: float | None, n: float | None) -> str:
    return number(k) if n is None else f"{number(k)} of {number(n)}"


def _plain(context: Context) -> tuple[str, ...]:
    """Without two sides: what was found, as counts."""
    rows = context.result.rows
    loaded = [row for row in rows.loaded_terms if row.loaded and row.voice == AUTHOR and row.scored]
    speakers = {context.speaker(row) for row in rows.attributions if row.counted}
    if not (rows.mentions or rows.attributions or rows.loaded_terms or rows.epistemic):
        return ("Nothing was found to count in this article.",)
    terms, heard = plural(len(loaded), "loaded term"), plural(len(speakers), "speaker")
    return (
        f"In its own voice the article uses {terms} of all kinds and quotes or cites {heard}; "
        "no two sides are compared.",
    )
