"""Rows as marks in the article: layer, sign, and what a tooltip says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotation import AUTHOR
from framing.reporting._context import short
from framing.reporting._wording import LOADEDNESS, plural
from framing.reporting.model import Mark, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotation import Attribution, Epistemic, Event, LoadedTerm, Mention, Span
    from framing.reporting._context import Context

__all__ = ["parts", "stance"]

_SIGNS = {"negative": "−", "positive": "+"}
_STANCES = {-1: "doubtful", 0: "neutral", 1: "supportive"}


def stance(value: int) -> str:
    """Give the stance of a reporting cue in words.

    Examples
    --------
    >>> stance(-1)
    'doubtful'
    """
    return _STANCES.get(value, "neutral")


def parts(context: Context) -> list[Part]:
    """Every stretch of the text that a row marks."""
    result = context.result
    found: list[Part] = []
    for attribution in result.rows.attributions:
        found.extend(_attribution(context, attribution))
    for mention in result.rows.mentions:
        found.append(_whole(mention, _mention(context, mention)))
    for term in result.rows.loaded_terms:
        found.append(_whole(term, _loaded(context, term)))
    for cue in result.rows.epistemic:
        found.append(_whole(cue, _epistemic(context, cue)))
    for event in result.rows.events:
        if event.agent_deleted and event.harm != "none":
            found.append(_whole(event, _event(context, event)))
    for claim in result.rows.propositions:
        mark = Mark(claim.proposition_id, "claim", "", "", context.colour(claim.holder_side), ())
        found.extend(Part(mark, start, end) for start, end, _ in claim.mentions)
    for zone in result.article.zones:
        if zone.kind in ("credit", "dateline"):
            mark = Mark(f"zone-{zone.start}", "zone", zone.kind, "", None, ())
            found.append(Part(mark, zone.start, zone.end))
    return found


def _whole(row: Span, mark: Mark) -> Part:
    return Part(mark, row.start, row.end)


def _side(context: Context, actor: str | None, side: str | None) -> str:
    if actor is None:
        return context.side(side) if side else ""
    return context.actor(actor) + (f" ({context.side(side)})" if side else "")


def _facts(context: Context, row: Span, *facts: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    sure = f"confidence {row.confidence:.2f}" + ("" if row.confident else ", debatable")
    found = f"{row.evidence}, {sure}" if row.evidence else sure
    every = (*facts, ("Voice", context.voice_chain(row)), ("Found by", found))
    return tuple((name, value) for name, value in every if value)


def _speaker_by(row: Attribution) -> str:
    if not row.speaker_evidence:
        return ""
    return f"{row.speaker_evidence}, right in about {row.speaker_confidence:.0%} of such"


def _attribution(context: Context, row: Attribution) -> Iterator[Part]:
    who = context.speaker(row)
    size = plural(row.content_words, "word")
    if row.direct_words:
        size += f", {row.direct_words} of them quoted"
    facts = _facts(
        context, row,
        ("", f"{who}: {row.type} attribution"),
        ("Side", context.side(row.side) if row.side else ""),
        ("Affiliation", row.affiliation or ""),
        ("Speaker by", _speaker_by(row)),
        ("By way of", context.actor(row.conduit) if row.conduit else ""),
        ("Cue", f"{row.cue} ({stance(row.cue_stance)})" if row.cue else ""),
        ("Size", size),
        ("Issue", (row.issue or "").replace("_", " ")),
    )  # fmt: skip
    mark = Mark(
        row.span_id, "voice", row.type, "“ ”", context.colour(row.side), facts,
        not row.confident, chip=f"{short(who)} · {row.type}",
    )  # fmt: skip
    for part in row.parts:
        yield Part(mark, part.start, part.end, part.role)
    if not row.parts:
        yield Part(mark, row.start, row.end, "content")


def _mention(context: Context, row: Mention) -> Mark:
    facts = _facts(
        context, row, ("", f"“{row.text}”: mention ({row.form})"),
        ("About", _side(context, row.actor, row.side)),
    )  # fmt: skip
    return Mark(
        row.span_id, "mention", row.form, "", context.colour(row.side), facts, not row.confident
    )


def _loaded(context: Context, row: LoadedTerm) -> Mark:
    weight = LOADEDNESS[min(max(row.loadedness, 0), 3)]
    if row.loadedness == 0 and row.polarity == "neutral":
        weight = "neutral"
    facts = _facts(
        context, row,
        ("", f"“{row.text}”: {row.kind}, {weight} ({row.loadedness} of 3), {row.polarity}"),
        ("About", _side(context, row.actor, row.side)),
        ("Favours", context.side(row.favours) if row.favours else ""),
        ("Plainer", ", ".join(row.alternatives)),
    )  # fmt: skip
    shown = row.loaded or row.polarity != "neutral" or row.kind != "label"
    kind = row.polarity if row.polarity in _SIGNS else row.kind
    return Mark(
        row.span_id, "loaded" if shown else "label", kind,
        _SIGNS.get(row.polarity, "±") if shown else "", context.colour(row.side), facts,
        not row.confident, quoted=row.voice != AUTHOR,
    )  # fmt: skip


def _epistemic(context: Context, row: Epistemic) -> Mark:
    holder = context.actor(row.holder) if row.holder else ""
    facts = _facts(
        context, row,
        ("", f"“{row.text}”: {row.cue_class}, {row.level.replace('_', ' ')}"),
        ("Whose claim", holder or (context.side(row.holder_side) if row.holder_side else "")),
        ("About", context.side(row.about_side) if row.about_side else ""),
        ("Claim", row.proposition),
    )  # fmt: skip
    sign = "!" if row.cue_class == "booster" else "~"
    colour = context.colour(row.holder_side)
    return Mark(row.span_id, "epistemic", row.cue_class, sign, colour, facts, not row.confident)


def _event(context: Context, row: Event) -> Mark:
    if row.agent or row.agent_side:
        agent = _side(context, row.agent, row.agent_side) + ", not named here"
    else:
        agent = "not named here" if row.agent_known else "the text gives no ground to name one"
    facts = _facts(
        context, row,
        ("", f"“{row.text}”: {row.harm} harm, {row.form.replace('_', ' ')}"),
        ("Agent", agent),
        ("To whom", _side(context, row.patient, row.patient_side)),
    )  # fmt: skip
    colour = context.colour(row.agent_side)
    return Mark(row.span_id, "agent", "deleted", "∅", colour, facts, not row.confident)
