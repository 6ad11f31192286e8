"""M4: how early and how long each side is heard. Never to be read without `doubt`, `sources`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.measures._case import Family
from framing.measures._count import Amount, amount_share, balance, by_sentence, status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.annotation import Attribution, Measure
    from framing.measures._case import Case

__all__ = ["FAMILY", "position", "prominence_measures"]

EMPTY = "not sourced"


def position(case: Case, row: Attribution) -> float:
    """How early an attribution's content starts: 1 at the body's first character, 0 at its end."""
    paragraphs = case.article.zones_of("body")
    if not paragraphs:
        return 0.0
    first, last = paragraphs[0].start, paragraphs[-1].end
    return min(1.0, max(0.0, 1 - (row.content_start - first) / max(1, last - first)))


def prominence_measures(case: Case) -> Iterator[Measure]:
    """Quote prominence and where each side is heard, for the article and for each issue.

    Yields
    ------
    Measure
        QP in [-1, 1] of the contrast; prominence_share in [0, 1], mean_position in [0, 1]
        (1 = first, weighted by words), first_quoted_paragraph (1 = lead),
        words_per_attribution and last_word (1 or 0) of each side.
    """
    if not case.article.zones_of("body"):
        return
    sources = case.sources
    scopes: dict[str, Sequence[Attribution]] = {"all": sources}
    for issue in case.issues:
        scopes[f"issue:{issue}"] = [row for row in sources if row.issue == issue]
    places = {row.span_id: position(case, row) for row in sources}
    for scope, here in scopes.items():
        amounts = [
            Amount(row.side, places[row.span_id] * row.content_words, row.span_id, row.sentence_id)
            for row in here
        ]
        if case.contrast:
            yield balance(case, "QP", amounts, case.contrast, scope=scope)
        if case.variant != "all":
            continue
        present = {row.side for row in here}
        for side in case.sides:
            if scope == "all" or side in present:
                yield amount_share(case, "prominence_share", amounts, side, scope=scope)
    if case.variant == "all":
        for side in case.sides:
            own = [row for row in sources if row.side == side]
            yield _mean_position(case, own, places, side)
            yield _first_paragraph(case, own, side)
            yield _words_each(case, own, side)
            yield _last_word(case, sources, side)


def _mean_position(
    case: Case, own: Sequence[Attribution], places: dict[str, float], side: str
) -> Measure:
    words = sum(row.content_words for row in own)
    weighted = sum(places[row.span_id] * row.content_words for row in own)
    low, high, note = by_sentence(
        case,
        [
            (row.sentence_id, (places[row.span_id] * row.content_words, row.content_words))
            for row in own
        ],
        lambda sums: sums[0] / sums[1],
    )
    return case.measure(
        "mean_position", side_a=side, value=weighted / words if words else None, low=low,
        high=high, n_a=len(own), status=status(len(own), EMPTY), note=note,
        spans=tuple(row.span_id for row in own),
    )  # fmt: skip


def _first_paragraph(case: Case, own: Sequence[Attribution], side: str) -> Measure:
    paragraphs = case.article.zones_of("body")
    first = next(
        (
            (number, row)
            for number, zone in enumerate(paragraphs, start=1)
            for row in own
            if zone.start <= row.content_start < zone.end
        ),
        None,
    )
    return case.measure(
        "first_quoted_paragraph", side_a=side, value=float(first[0]) if first else None,
        n_a=len(paragraphs), status="ok" if first else EMPTY,
        spans=(first[1].span_id,) if first else (),
    )  # fmt: skip


def _words_each(case: Case, own: Sequence[Attribution], side: str) -> Measure:
    words, n = sum(row.content_words for row in own), len(own)
    low, high, note = by_sentence(
        case,
        [(row.sentence_id, (row.content_words, 1)) for row in own],
        lambda sums: sums[0] / sums[1],
    )
    return case.measure(
        "words_per_attribution", side_a=side, value=words / n if n else None, low=low, high=high,
        k_a=words, n_a=n, status=status(n, EMPTY), note=note,
        spans=tuple(row.span_id for row in own),
    )  # fmt: skip


def _last_word(case: Case, sources: Sequence[Attribution], side: str) -> Measure:
    """Whether the last attribution of the body is this side's."""
    body = [row for row in sources if row.zone == "body"]
    last = max(body, key=lambda row: row.content_start, default=None)
    own = last is not None and last.side == side
    return case.measure(
        "last_word", side_a=side, value=float(own) if last else None, k_a=int(own),
        n_a=len(body), status="ok" if last else EMPTY,
        note=last.speaker if last and own else "", spans=(last.span_id,) if last and own else (),
    )  # fmt: skip


FAMILY = Family(
    name="prominence",
    contrast="claims",
    variants=("all", "without_debatable_sides"),
    measure=prominence_measures,
)
