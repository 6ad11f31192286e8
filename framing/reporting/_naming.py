"""The naming ledger: which names each actor gets, in order of appearance."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framing.annotation import CONFIDENT
from framing.naming import naming as ledger
from framing.reporting._wording import LOADEDNESS, number, plural
from framing.reporting.model import Cell, Column, Row, Section, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framing.annotation import LoadedTerm
    from framing.naming import Naming
    from framing.reporting._context import Context

__all__ = ["naming", "weight"]


def naming(context: Context) -> Section:
    """Which names each actor gets, in order of appearance."""
    actors: dict[str, dict[str, list[Naming]]] = {}
    for row in ledger(context.result.rows):
        actors.setdefault(row.actor, {}).setdefault(row.key, []).append(row)
    terms = {term.span_id: term for term in context.result.rows.loaded_terms}
    starts = {row.span_id: row.start for row in (*context.result.rows.mentions, *terms.values())}
    table = []
    for actor, names in actors.items():
        own = [row for rows in names.values() for row in rows]
        side = own[0].side
        heading = f"{context.actor(actor)}" + (f" · {context.side(side)}" if side else "")
        table.append(
            Row(
                (
                    Cell(heading, colour=context.colour(side)),
                    Cell(plural(sum(row.count for row in own), "time")),
                    *[Cell("")] * 4,
                ),
                heading=True,
            )
        )
        table += [_name_row(context, rows, terms, starts) for rows in names.values()]
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


def _name_row(
    context: Context,
    rows: Sequence[Naming],
    terms: Mapping[str, LoadedTerm],
    starts: Mapping[str, int],
) -> Row:
    held = [terms[span] for row in rows for span in row.terms]
    voices: Counter[str] = Counter()
    zones: Counter[str] = Counter()
    for row in rows:
        voices[context.voice(row)] += row.count
        zones[row.zone] += row.count
    spans = sorted((span for row in rows for span in row.spans), key=starts.__getitem__)
    return Row(
        (
            Cell(rows[0].name, tuple(spans), min(row.confidence for row in rows) < CONFIDENT),
            Cell(number(sum(row.count for row in rows))),
            Cell(_tally(voices)),
            Cell(_tally(zones)),
            Cell(_loading(held), loaded=any(term.loaded for term in held)),
            Cell(", ".join(dict.fromkeys(word for row in rows for word in row.alternatives))),
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


def _tally(counts: Counter[str]) -> str:
    """Values with their counts where they differ: ``"3 body, 1 headline"``."""
    if len(counts) == 1:
        return next(iter(counts))
    return ", ".join(f"{count} {value}" for value, count in counts.most_common())
