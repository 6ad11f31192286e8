"""The article cut at every boundary of every mark, so that overlapping marks need no nesting."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from framing.reporting.model import Block, Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.article import Article, Zone
    from framing.reporting.model import Part

__all__ = ["blocks"]

#: Zones inside another zone: shown as marks of it rather than as blocks.
_INNER = frozenset({"credit", "dateline"})


def blocks(article: Article, parts: Sequence[Part]) -> tuple[Block, ...]:
    """Give the whole text as blocks of segments; joined, the segments are the text again.

    Parameters
    ----------
    article : Article
        Its zones become the blocks.
    parts : sequence of Part
        In any order; what lies outside the text is cut off.

    Examples
    --------
    >>> from framing.article import Article, Zone
    >>> from framing.reporting.model import Mark, Part
    >>> mark = Mark("l0", "loaded", "negative", "−", None, ())
    >>> one, = blocks(Article("a", "the thugs left"), [Part(mark, 4, 9)])
    >>> [segment.text for segment in one.segments]
    ['the ', 'thugs', ' left']
    """
    size = len(article.text)
    clipped = sorted(
        (part for part in parts if max(part.start, 0) < min(part.end, size)),
        key=lambda part: (part.start, -part.end, part.mark.id),
    )
    edges = {0, size}
    for part in clipped:
        edges.update((max(part.start, 0), min(part.end, size)))
    stretches = _stretches(article.text, article.zones)
    for _, start, end in stretches:
        edges.update((start, end))
    cuts = sorted(edges)
    segments = _segments(article.text, cuts, clipped)
    result = []
    for kind, start, end in stretches:
        first, last = bisect_left(cuts, start), bisect_left(cuts, end)
        result.append(Block(kind, tuple(segments[first:last])))
    return tuple(result)


def _stretches(text: str, zones: Sequence[Zone]) -> list[tuple[str, int, int]]:
    """Disjoint (kind, start, end) that cover the text; ``gap`` is space, ``other`` unzoned text."""
    result: list[tuple[str, int, int]] = []
    at = 0

    def fill(end: int) -> None:
        if at < end:
            kind = "other" if text[at:end].strip() else "gap"
            result.append((kind, at, end))

    for zone in sorted(zones, key=lambda zone: (zone.start, -zone.end)):
        start, end = max(zone.start, at), min(zone.end, len(text))
        if start >= end or (zone.kind in _INNER and zone.start < at):
            continue
        fill(start)
        result.append((zone.kind, start, end))
        at = end
    fill(len(text))
    return result


def _segments(text: str, cuts: list[int], parts: Sequence[Part]) -> list[Segment]:
    opening: dict[int, list[Part]] = {}
    for part in parts:
        opening.setdefault(max(part.start, 0), []).append(part)
    active: list[Part] = []
    result = []
    for start, end in pairwise(cuts):
        active = [part for part in active if part.end > start]
        opens = opening.get(start, [])
        active = active + opens
        closes = [part for part in reversed(active) if min(part.end, len(text)) == end]
        result.append(Segment(start, text[start:end], tuple(active), tuple(opens), tuple(closes)))
    return result
