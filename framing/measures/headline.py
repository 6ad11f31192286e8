"""M7: what the headline does that the body does not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framing.annotation import AUTHOR
from framing.measures._case import Family
from framing.measures._count import status
from framing.measures.intervals import jensen_shannon, wilson
from framing.measures.labels import author_labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.annotation import LoadedTerm, Measure, Sentence
    from framing.measures._case import Case

__all__ = ["FAMILY", "headline_measures"]

#: Words are compared by their first letters, which drops most endings; shorter ones are skipped.
STEM, SHORTEST = 5, 4


def headline_measures(case: Case) -> Iterator[Measure]:
    """Headline-body divergence.

    Yields
    ------
    Measure
        LD of each side, in loaded negative labels per 100 author words, headline minus body;
        JSD in [0, 1] between the sides named in the headline and in the body; loaded_rate of
        each zone, per 100 author words and for all sides together; headline_claim (1 if the
        headline attributes its claim, else 0).
    """
    terms = author_labels(case)
    for zone in case.zone_scopes:
        yield _loaded_rate(case, terms, zone)
    if "headline" not in case.zone_scopes:
        return
    for side in _camps_first(case):
        yield _divergence(case, terms, side)
    yield _sides_named(case)
    if case.variant == "all":
        yield _headline_claim(case)


def _camps_first(case: Case) -> list[str]:
    """Order the sides, those of the contrast first."""
    camps = case.contrast
    if camps is None:
        return list(case.sides)
    return sorted(
        case.sides, key=lambda side: 0 if side in camps.sides_a else 1 + (side not in camps.sides_b)
    )


def _loaded_rate(case: Case, terms: Sequence[LoadedTerm], zone: str) -> Measure:
    own = [row for row in terms if row.zone == zone]
    k, words = len(own), case.author_words(zone)
    low, high = wilson(k, words) if words and words >= k else (None, None)
    return case.measure(
        "loaded_rate", scope=f"zone:{zone}", value=100 * k / words if words else None,
        low=None if low is None else 100 * low, high=None if high is None else 100 * high,
        k_a=k, n_a=words, status=status(words, "undefined"),
        spans=tuple(row.span_id for row in own),
    )  # fmt: skip


def _divergence(case: Case, terms: Sequence[LoadedTerm], side: str) -> Measure:
    """LD; a headline has too few words for a rate, so counts only below five terms in it."""
    own = [row for row in terms if (row.side or case.actors.side_of(row.actor)) == side]
    head, body = ([row for row in own if row.zone == zone] for zone in ("headline", "body"))
    words_h, words_b = case.author_words("headline"), case.author_words("body")
    value = None
    if words_h and words_b:
        value = 100 * (len(head) / words_h - len(body) / words_b)
    note = f"{len(head)} loaded {'term' if len(head) == 1 else 'terms'} in {words_h} words"
    return case.measure(
        "LD", side_a=side, value=value, k_a=len(head), n_a=words_h, k_b=len(body), n_b=words_b,
        status="undefined" if value is None else status(len(head), "counts only"), note=note,
        spans=tuple(row.span_id for row in (*head, *body)),
    )  # fmt: skip


def _sides_named(case: Case) -> Measure:
    """JSD of the sides of nominal mentions, in anybody's voice, headline against body."""
    named = [row for row in case.rows.mentions if row.nominal and row.side]
    head, body = (
        Counter(row.side for row in named if row.zone == zone) for zone in ("headline", "body")
    )
    sides = list(dict.fromkeys((*head, *body)))
    n_h, n_b = head.total(), body.total()
    value = None
    if n_h and n_b:
        value = jensen_shannon([head[side] for side in sides], [body[side] for side in sides])
    return case.measure(
        "JSD", value=value, n_a=n_h, n_b=n_b, status=status(min(n_h, n_b), "no mentions"),
        spans=tuple(row.span_id for row in named if row.zone == "headline"),
    )  # fmt: skip


def _headline_claim(case: Case) -> Measure:
    """Whether the headline's claim is attributed and hedged, there and in the body.

    The body's version is the body sentence that shares most words with the headline.
    """
    zone = case.article.zones_of("headline")
    headline = " ".join(case.article.text[one.start : one.end] for one in zone)
    twin = _twin(headline, [row for row in case.rows.sentences if row.zone == "body"])
    hedges = [
        row for row in case.rows.epistemic if row.cue_class == "hedge" and row.voice == AUTHOR
    ]
    spoken = [row for row in case.rows.attributions if row.claim]
    in_headline = [row.span_id for row in spoken if row.zone == "headline"]
    in_body = [
        row.span_id
        for row in spoken
        if twin and any(a < twin.end and twin.start < b for a, b in row.spans_of("content"))
    ]
    hedged_h = any(row.zone == "headline" for row in hedges)
    hedged_b = twin is not None and any(row.sentence_id == twin.span_id for row in hedges)
    where = {
        (True, True): "in both", (True, False): "in the headline only",
        (False, True): "in the body only", (False, False): "in neither",
    }  # fmt: skip
    attributed = where[bool(in_headline), bool(in_body)]
    return case.measure(
        "headline_claim", value=float(bool(in_headline)), k_a=int(bool(in_headline)), n_a=1,
        k_b=int(bool(in_body)), n_b=int(twin is not None),
        note=f"attributed {attributed}; hedged {where[hedged_h, hedged_b]}"
        + ("" if twin else "; nothing like it in the body"),
        spans=(*in_headline, *in_body),
    )  # fmt: skip


def _twin(headline: str, sentences: Sequence[Sentence]) -> Sentence | None:
    """Find the sentence that shares most words with the headline; None if none shares any."""
    wanted = _stems(headline)
    best = max(sentences, key=lambda row: len(wanted & _stems(row.text)), default=None)
    return best if best is not None and wanted & _stems(best.text) else None


def _stems(text: str) -> set[str]:
    words = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
    return {word[:STEM] for word in words if len(word) >= SHORTEST}


FAMILY = Family(
    name="headline",
    contrast="labels",
    variants=("all", "high_confidence", "without_indirect"),
    measure=headline_measures,
)
