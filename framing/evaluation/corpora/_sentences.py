"""Single sentences, read together as one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.article import Article, Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["article_of"]

_GAP = "\n\n"


def article_of(
    name: str, sentences: Sequence[str], place: str | None = None
) -> tuple[Article, tuple[int, ...]]:
    r"""Join sentences into an article, each a paragraph of the body, whatever it looks like.

    The zones are given, so that none is taken for a headline, a byline or boilerplate and the
    parser joins no two; the article is not asked whether it is English.

    Returns
    -------
    article : Article
    starts : tuple of int
        Where each sentence starts in its text.

    Examples
    --------
    >>> article, starts = article_of("a", ["By then.", "It may rain."])
    >>> article.text, starts
    ('By then.\n\nIt may rain.', (0, 10))
    >>> [(zone.kind, zone.start, zone.end) for zone in article.zones]
    [('body', 0, 8), ('body', 10, 22)]
    """
    starts, at = [], 0
    for text in sentences:
        starts.append(at)
        at += len(text) + len(_GAP)
    zones = tuple(
        Zone("body", start, start + len(text), paragraph)
        for paragraph, (start, text) in enumerate(zip(starts, sentences, strict=True))
        if text.strip()
    )
    return Article(name, _GAP.join(sentences), zones, path=place), tuple(starts)
