"""The naming ledger: which names each actor gets, in order of appearance."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framing.reporting._wording import LOADEDNESS, number, plural
from framing.reporting.model import Cell, Column, Row, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framing.annotation import LoadedTerm, Mention
    from framing.reporting._context import Context

__all__ = ["naming", "weight"]


def naming(context: Context) -> Section:
    """Which names each actor gets, in order of appearance."""
    rows = context.result.rows
    names: dict[str, dict[str, list[Mention | LoadedTerm]]] = {}
    terms = [term for term in rows.loaded_terms if term.actor is not None]
    nominal = [mention for mention in rows.mentions if mention.nominal]
    covered = {id(term) for term in terms for item in nominal if _names(item, term)}
    alone = [term for term in terms if id(term) not in covered]
    every: list[Mention | LoadedTerm] = [*nominal, *alone]
    for item in sorted(every, key=lambda row: (row.start, -row.end)):
        key = " ".join(item.text.split()).casefold().removeprefix("the ")
        names.setdefault(str(item.actor), {}).setdefault(key, []).append(item)
    table = []
    for actor, forms in names.items():
        own = [item for items in forms.values() for item in items]
        side = own[0].side
        heading = f"{context.actor(actor)}" + (f" · {context.side(side)}" if side else "")
        table.append(
            Row(
                (
                    Cell(heading, colour=context.colour(side)),
                    Cell(plural(len(own), "time")),
                    *[Cell("")] * 4,
                ),
                heading=True,
            )
        )
        for items in forms.values():
            inner = [term for term in terms if any(_names(item, term) for item in items)]
            table.append(_name_row(context, items, inner))
    columns = (
        Column("Name"), Column("Times", numeric=True), Column("Whose words"), Column("Where"),
        Column("Loading"), Column("Plainer terms", minor=True),
    )  # fmt: skip
    return Section(
        "naming", "What each actor is called",
        "Every name and description, in the order in which the article uses them. "
        "Pronouns are left out.",
        tables=(Table("Naming ledger", columns, tuple(table), "No actor is named."),),
    )  # fmt: skip


def _names(item: Mention | LoadedTerm, term: LoadedTerm) -> bool:
    """Whether `term` is part of this naming of the same actor."""
    if item is term or getattr(term, "mention_id", None) == item.span_id:
        return True
    return item.actor == term.actor and item.start <= term.start and term.end <= item.end


def _name_row(
    context: Context, items: Sequence[Mention | LoadedTerm], terms: Sequence[LoadedTerm]
) -> Row:
    loading = _loading(terms)
    plainer = dict.fromkeys(item for term in terms if term.loaded for item in term.alternatives)
    doubtful = any(not row.confident for row in (*items, *terms))
    return Row(
        (
            Cell(" ".join(items[0].text.split()), tuple(item.span_id for item in items), doubtful),
            Cell(number(len(items))),
            Cell(_tally(context.voice(item) for item in items)),
            Cell(_tally(item.zone for item in items)),
            Cell(loading, loaded=any(term.loaded for term in terms)),
            Cell(", ".join(plainer)),
        ),
        level=1,
    )


def _loading(terms: Sequence[LoadedTerm]) -> str:
    """How the terms weigh: ``"loaded −: Takfiri, terrorist"``."""
    weights: dict[str, dict[str, None]] = {}
    for term in terms:
        if term.loadedness > 0 or term.polarity != "neutral":
            sign = {"negative": " −", "positive": " +"}.get(term.polarity, "")
            text = " ".join(term.text.split())
            weights.setdefault(f"{weight(term)}{sign}", {})[text] = None
    return "; ".join(f"{name}: {', '.join(found)}" for name, found in weights.items())


def weight(term: LoadedTerm) -> str:
    """How loaded a term is, in a word."""
    return LOADEDNESS[min(max(term.loadedness, 0), 3)]


def _tally(values: Iterable[str]) -> str:
    """Values with their counts where they differ: ``"3 body, 1 headline"``."""
    counts = Counter(values)
    if len(counts) == 1:
        return next(iter(counts))
    return ", ".join(f"{count} {value}" for value, count in counts.most_common())
