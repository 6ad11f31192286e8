"""M3: who gets to speak, how much, and on what.

Attribution relations (Pareti 2016). Being quoted is no favour: read with `doubt` and `stance`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framing.measures._case import Family
from framing.measures._count import Amount, amount_share, balance, status
from framing.measures.intervals import entropy, hill, miller_madow, wilson

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.annotation import Attribution, Measure
    from framing.measures._case import Case

__all__ = ["FAMILY", "source_measures"]

EMPTY = "not sourced"


def source_measures(case: Case) -> Iterator[Measure]:
    """Source share and diversity, for the article and for each issue.

    Yields
    ------
    Measure
        SA_words, SA_attributions and SA_direct_words in [-1, 1] of the contrast;
        source_words, source_attributions and source_direct_words of each side, as shares in
        [0, 1]; attributed_share and anonymity in [0, 1]; speaker_entropy in bits; N1, N2 and
        N1_sides, effective numbers of speakers and of sides.
    """
    sources = case.sources
    scopes: dict[str, Sequence[Attribution]] = {"all": sources}
    for issue in case.issues:
        scopes[f"issue:{issue}"] = [row for row in sources if row.issue == issue]
    for scope, here in scopes.items():
        weights = {
            "words": [_amount(row, row.content_words) for row in here],
            "attributions": [_amount(row, 1) for row in here],
            "direct_words": [_amount(row, row.direct_words) for row in here],
        }
        if case.contrast:
            for name, amounts in weights.items():
                yield balance(case, f"SA_{name}", amounts, case.contrast, scope=scope)
        if case.variant != "all":
            continue
        present = {row.side for row in here}
        for name, amounts in weights.items():
            for side in case.sides:
                if scope == "all" or side in present:
                    yield amount_share(case, f"source_{name}", amounts, side, scope=scope)
    if case.variant == "all":
        yield _attributed_share(case, sources)
        yield from _diversity(case, sources)
        yield _anonymity(case, sources)


def _amount(row: Attribution, value: float) -> Amount:
    return Amount(row.side, value, row.span_id, row.sentence_id)


def _attributed_share(case: Case, sources: Sequence[Attribution]) -> Measure:
    """Count the share of the body that somebody is made to say."""
    own = [row for row in sources if row.zone == "body"]
    k, n = sum(row.content_words for row in own), case.words("body")
    return case.measure(
        "attributed_share", value=k / n if n else None, k_a=k, n_a=n,
        status=status(n, "undefined"), spans=tuple(row.span_id for row in own),
    )  # fmt: skip


def _diversity(case: Case, sources: Sequence[Attribution]) -> Iterator[Measure]:
    """Entropy and effective numbers; no interval, since resampling only loses speakers."""
    speakers = Counter(row.actor or row.speaker for row in sources)
    sides = Counter(row.side for row in sources)
    n = len(sources)
    shared = {"n_a": n, "status": status(n, EMPTY), "spans": tuple(row.span_id for row in sources)}
    counts, camps = list(speakers.values()), list(sides.values())
    note = f"{len(counts)} speakers; Miller-Madow {miller_madow(counts):.3f} bits"
    bits = entropy(counts) if n else None
    yield case.measure("speaker_entropy", value=bits, k_a=len(counts), note=note, **shared)
    for name, order in (("N1", 1), ("N2", 2)):
        value = hill(counts, order) if n else None
        yield case.measure(name, value=value, k_a=len(counts), **shared)
    value = hill(camps, 1) if n else None
    yield case.measure("N1_sides", value=value, k_a=len(camps), **shared)


def _anonymity(case: Case, sources: Sequence[Attribution]) -> Measure:
    unnamed = [row for row in sources if row.anonymous]
    k, n = len(unnamed), len(sources)
    low, high = wilson(k, n) if n else (None, None)
    return case.measure(
        "anonymity", value=k / n if n else None, low=low, high=high, k_a=k, n_a=n,
        status=status(n, EMPTY), spans=tuple(row.span_id for row in unnamed),
    )  # fmt: skip


FAMILY = Family(
    name="sources",
    contrast="claims",
    variants=("all", "sure_speakers", "without_debatable_sides"),
    measure=source_measures,
)
