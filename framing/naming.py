"""The naming ledger: what each actor is called, in order of appearance.

Nomination in the sense of Reisigl and Wodak: for every actor its names and descriptions, by whose
words they are and where they stand, with what they weigh and what could be said instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.annotation import LoadedTerm, Mention, Rows

__all__ = ["Naming", "naming"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One name of one actor, as one voice uses it in one zone of an article.

    Parameters
    ----------
    actor : str
        The actor's id, which is the same in all articles that share an actors file.
    side : str or None
    name : str
        The name as the article first writes it.
    key : str
        The name in small letters without "the", to be matched across articles.
    position : int
        Which of the actor's names it is, in order of first appearance, from 1.
    start : int
        Where this voice first uses it in this zone.
    voice : str
        ``"author"``, or the actor whose quotation marks enclose it.
    zone : str
    count : int
    polarity : str
        negative, positive, mixed or neutral: of all terms in the name that have one.
    loadedness : int
        Of its most loaded term, 0 to 3; 2 or more is loaded.
    alternatives : tuple of str
        Plainer words for its loaded terms.
    confidence : float
        Of its least sure mention or term, in [0, 1].
    spans, terms : tuple of str
        The ids of the mentions (of a term without a mention: the term's) and of the terms.
    """

    article_id: str
    actor: str
    side: str | None
    name: str
    key: str
    position: int
    start: int
    voice: str
    zone: str
    count: int
    polarity: str = "neutral"
    loadedness: int = 0
    alternatives: tuple[str, ...] = ()
    confidence: float = 1.0
    spans: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def naming(rows: Rows) -> tuple[Naming, ...]:
    """Which names each actor gets in one article.

    Pronouns are left out. A term that is said of an actor without being part of a mention (as
    "their stronghold" in somebody's mouth) is a name of its own.

    Parameters
    ----------
    rows : Rows
        Of one article; its mentions and loaded terms are used.

    Returns
    -------
    tuple of Naming
        The actors in order of appearance, the names of each likewise, then by voice and zone.

    Examples
    --------
    >>> from framing.annotation import Mention, Rows
    >>> union = [
    ...     Mention(article_id="a", span_id=f"m{i}", start=i, end=i + 9, text=text, zone="body",
    ...             actor="U", side="L", form="common")
    ...     for i, text in ((0, "The union"), (40, "the union"), (80, "The thugs"))
    ... ]
    >>> [(row.name, row.position, row.count) for row in naming(Rows(mentions=tuple(union)))]
    [('The union', 1, 2), ('The thugs', 2, 1)]
    """
    terms = [term for term in rows.loaded_terms if term.actor is not None]
    nominal = [mention for mention in rows.mentions if mention.nominal]
    inside: dict[str, list[LoadedTerm]] = {
        item.span_id: [term for term in terms if _names(item, term)] for item in nominal
    }
    covered = {term.span_id for held in inside.values() for term in held}
    alone = [term for term in terms if term.span_id not in covered]
    inside |= {term.span_id: [term] for term in alone}
    every: list[Mention | LoadedTerm] = sorted(
        [*nominal, *alone], key=lambda row: (row.start, -row.end)
    )
    ledger: dict[str, dict[str, dict[tuple[str, str], list[Mention | LoadedTerm]]]] = {}
    for item in every:
        names = ledger.setdefault(str(item.actor), {})
        names.setdefault(_key(item.text), {}).setdefault((item.voice, item.zone), []).append(item)
    return tuple(
        _row(_first(places.values()), position, key, items, inside)
        for names in ledger.values()
        for position, (key, places) in enumerate(names.items(), 1)
        for items in places.values()
    )


def _key(text: str) -> str:
    return " ".join(text.split()).casefold().removeprefix("the ")


def _names(item: Mention, term: LoadedTerm) -> bool:
    """Whether `term` is part of this naming of the same actor."""
    if term.mention_id == item.span_id:
        return True
    return item.actor == term.actor and item.start <= term.start and term.end <= item.end


def _first(places: Iterable[list[Mention | LoadedTerm]]) -> Mention | LoadedTerm:
    return next(iter(places))[0]


def _row(
    first: Mention | LoadedTerm,
    position: int,
    key: str,
    items: list[Mention | LoadedTerm],
    inside: dict[str, list[LoadedTerm]],
) -> Naming:
    terms = [term for item in items for term in inside[item.span_id]]
    signs = {term.polarity for term in terms} - {"neutral"}
    plainer = dict.fromkeys(word for term in terms if term.loaded for word in term.alternatives)
    return Naming(
        article_id=first.article_id,
        actor=str(first.actor),
        side=items[0].side,
        name=" ".join(first.text.split()),
        key=key,
        position=position,
        start=items[0].start,
        voice=items[0].voice,
        zone=items[0].zone,
        count=len(items),
        polarity=signs.pop() if len(signs) == 1 else "mixed" if signs else "neutral",
        loadedness=max((term.loadedness for term in terms), default=0),
        alternatives=tuple(plainer),
        confidence=min(row.confidence for row in (*items, *terms)),
        spans=tuple(item.span_id for item in items),
        terms=tuple(term.span_id for term in terms),
    )
