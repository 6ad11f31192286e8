"""An article as it was given: its text, where it comes from, and its zones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["SCORED_ZONES", "ZONE_KINDS", "Article", "Zone", "ZoneKind", "count_words"]

ZoneKind = Literal[
    "kicker", "headline", "byline", "dateline", "caption", "credit", "body", "boilerplate"
]
ZONE_KINDS: tuple[ZoneKind, ...] = (
    "kicker", "headline", "byline", "dateline", "caption", "credit", "body", "boilerplate",
)  # fmt: skip

#: The zones that count in measures; the others are shown but never scored.
SCORED_ZONES: frozenset[str] = frozenset({"headline", "caption", "body"})


def count_words(text: str) -> int:
    """Number of words in `text`: white-space tokens with a letter or a digit in them.

    Examples
    --------
    >>> count_words("“Well — yes,” he said.")
    4
    """
    return sum(1 for word in text.split() if any(map(str.isalnum, word)))


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of an article with one function, as offsets into `Article.text`.

    A credit lies inside its caption and a dateline inside its body paragraph; every other
    zone stands alone.
    """

    kind: ZoneKind
    start: int
    end: int
    paragraph: int | None = None


@dataclass(frozen=True)
class Article:
    """One article, unchanged from its source.

    Parameters
    ----------
    id : str
        Unique within a run; the file's stem unless the source names one.
    text : str
        The text as given. Every offset in every table is an index into it. Where a record
        has a title of its own, the text is the title, an empty line and the text.
    zones : tuple of Zone
        In text order; see `framing.reading.zones`.
    title, outlet, published, url : str, optional
        What the source says of itself.
    path : str, optional
        Where it was read from, for messages.
    """

    id: str
    text: str
    zones: tuple[Zone, ...] = ()
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    path: str | None = None

    @property
    def name(self) -> str:
        """What to call the article in a message: its path, else its id."""
        return self.path or self.id

    def zones_of(self, *kinds: str) -> tuple[Zone, ...]:
        """The zones of these kinds, in text order."""
        return tuple(zone for zone in self.zones if zone.kind in kinds)
