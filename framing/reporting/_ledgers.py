"""The ledgers below the article: names, sources, standing, hedges, events, wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.reporting._marks import stance
from framing.reporting._naming import naming, weight
from framing.reporting._wording import joined, number
from framing.reporting.model import Cell, Column, Row, Section, Table

if TYPE_CHECKING:
    from framing.annotation import Attribution
    from framing.reporting._context import Context

__all__ = ["events", "hedges", "naming", "sources", "wording"]


def sources(context: Context) -> Section:
    """Who speaks, and who is spoken of and never heard."""
    rows = context.result.rows.attributions
    ids = {row.span_id for row in rows}
    children: dict[str | None, list[Attribution]] = {}
    for row in rows:
        children.setdefault(row.parent if row.parent in ids else None, []).append(row)
    table: list[Row] = []
    seen: set[str] = set()

    def add(row: Attribution, level: int) -> None:
        if row.span_id in seen:
            return
        seen.add(row.span_id)
        table.append(_source_row(context, row, level))
        for child in children.get(row.span_id, ()):
            add(child, level + 1)

    for row in children.get(None, ()):
        add(row, 0)
    for row in rows:  # what a cycle of parents would hide
        add(row, 0)
    columns = (
        Column("Speaker"), Column("Side"), Column("Type"), Column("Cue"),
        Column("Words", numeric=True), Column("Quoted", numeric=True),
        Column("Affiliation", minor=True), Column("Issue", minor=True),
        Column("By way of", minor=True), Column("Counted", minor=True),
    )  # fmt: skip
    return Section(
        "sources", "Who speaks",
        "In text order; what a source says that another said stands indented under it. "
        "Words counts what is said, Quoted the part between quotation marks.",
        notes=_unheard(context),
        tables=(
            Table("Sources", columns, tuple(table), "Nobody is quoted or cited."),
            _standing(context),
        ),
    )  # fmt: skip


def _source_row(context: Context, row: Attribution, level: int) -> Row:
    counted = "" if row.counted else "no: nested" if row.depth > 1 else "no: not a claim"
    name = context.speaker(row)
    if row.anonymous and "unnamed" not in name:
        name += " (unnamed)"
    cue = f"{row.cue} ({stance(row.cue_stance)})" if row.cue else stance(row.cue_stance)
    return Row(
        (
            Cell(name, (row.span_id,), not row.confident, context.colour(row.side)),
            Cell(context.side(row.side)),
            Cell(row.type),
            Cell(cue),
            Cell(number(row.content_words)),
            Cell(number(row.direct_words)),
            Cell(context.actor(row.affiliation) if row.affiliation else ""),
            Cell((row.issue or "").replace("_", " ")),
            Cell(context.actor(row.conduit) if row.conduit else ""),
            Cell(counted),
        ),
        level=level,
    )


def _unheard(context: Context) -> tuple[str, ...]:
    silent = [row for row in context.result.standing if not row.standing]
    if not silent:
        return ()
    return (f"Spoken of and never heard: {joined([context.actor(row.actor) for row in silent])}.",)


def _standing(context: Context) -> Table:
    rows = tuple(
        Row(
            (
                Cell(context.actor(row.actor), colour=context.colour(row.side)),
                Cell(context.side(row.side)),
                Cell(number(row.mentions)),
                Cell(number(row.accusations)),
                Cell(number(row.attributions)),
                Cell(number(row.direct_words)),
                Cell("yes" if row.standing else "never"),
            )
        )
        for row in sorted(context.result.standing, key=lambda row: row.standing)
    )
    columns = (
        Column("Actor"), Column("Side"), Column("Mentions", numeric=True),
        Column("Accusations", numeric=True), Column("Attributions", numeric=True),
        Column("Quoted words", numeric=True), Column("Heard"),
    )  # fmt: skip
    return Table("Standing: spoken of, and heard?", columns, rows, "No actor to list.")


def hedges(context: Context) -> Section:
    """Hedges and boosters in text order, and how rival claims fare."""
    rows = tuple(
        Row(
            (
                Cell(row.text, (row.span_id,), not row.confident, context.colour(row.holder_side)),
                Cell(f"{row.cue_class}, {row.level.replace('_', ' ')}"),
                Cell(context.actor(row.holder) if row.holder else context.side(row.holder_side)),
                Cell(context.side(row.about_side)),
                Cell(context.voice(row)),
                Cell(row.proposition),
            )
        )
        for row in context.result.rows.epistemic
    )
    columns = (
        Column("Cue"), Column("What it does"), Column("Whose claim"), Column("About"),
        Column("Whose words"), Column("Claim", minor=True),
    )  # fmt: skip
    dropped = tuple(
        f"“{row.proposition}” is hedged at first mention and stated bare later."
        for row in context.result.rows.propositions
        if row.hedge_dropped
    )
    return Section(
        "hedges", "How sure: hedges and boosters",
        "Cues in text order. A distancing hedge (“alleged”) doubts the claim of its holder, "
        "whoever the sentence is about.",
        notes=dropped,
        tables=(
            Table("Hedge ledger", columns, rows, "No hedge or booster found."),
            _propositions(context),
        ),
    )  # fmt: skip


def _propositions(context: Context) -> Table:
    rows = tuple(
        Row(
            (
                Cell(row.proposition, (row.proposition_id,)),
                Cell(context.camp(row.holder_side)),
                Cell(f"{row.hedged} of {row.total}"),
                Cell("yes: hedged first, bare later" if row.hedge_dropped else "no"),
            )
        )
        for row in context.result.rows.propositions
    )
    columns = (
        Column("Claim"), Column("Whose"), Column("Hedged", numeric=True), Column("Hedge dropped"),
    )  # fmt: skip
    return Table("Rival claims", columns, rows, "No rival claims found.")


def events(context: Context) -> Section:
    """Who does what to whom."""
    rows = tuple(
        Row(
            (
                Cell(
                    context.actor(row.agent) if row.agent else context.side(row.agent_side),
                    colour=context.colour(row.agent_side),
                ),
                Cell(row.predicate or row.text, (row.span_id,), not row.confident),
                Cell(context.actor(row.patient) if row.patient else context.side(row.patient_side)),
                Cell(row.form.replace("_", " ")),
                Cell("∅ hidden" if row.agent_deleted else "said"),
                Cell(row.harm),
                Cell(
                    context.voice(row)
                    if row.voice != "author"
                    else "a source's claim"
                    if row.attributed
                    else "the article"
                ),
            )
        )
        for row in context.result.rows.events
    )
    columns = (
        Column("Who"), Column("Does what"), Column("To whom"), Column("Form"),
        Column("Agent"), Column("Harm"), Column("Told by", minor=True),
    )  # fmt: skip
    return Section(
        "events", "Who does what to whom",
        "“Hidden” means that the clause does not say who acts. That can be honest: the agent may "
        "be unknown, or named in the sentence before.",
        tables=(Table("Events", columns, rows, "No event found."),),
    )  # fmt: skip


def wording(context: Context) -> Section:
    """Give loaded wording of acts and things, with plainer terms."""
    rows = tuple(
        Row(
            (
                Cell(row.text, (row.span_id,), not row.confident),
                Cell(row.kind),
                Cell(weight(row), loaded=row.loaded),
                Cell(context.side(row.favours)),
                Cell(context.voice(row)),
                Cell(row.zone),
                Cell(", ".join(row.alternatives)),
            )
        )
        for row in context.result.rows.loaded_terms
        if row.kind != "label"
    )
    columns = (
        Column("Wording"), Column("Kind"), Column("Weight"), Column("Favours"),
        Column("Whose words"), Column("Where"), Column("Plainer terms", minor=True),
    )  # fmt: skip
    return Section(
        "wording", "How acts are worded",
        "Euphemisms play an act down, dysphemisms play it up.",
        tables=(Table("Wording of acts", columns, rows, "No loaded wording of acts found."),),
    )  # fmt: skip
