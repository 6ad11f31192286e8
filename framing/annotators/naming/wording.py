"""Wording of acts and things: euphemism, dysphemism and evaluation, and whom it helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.language.syntax import agent_of, clause_subject, is_passive

if TYPE_CHECKING:
    from framing.annotation import LoadedTerm, Mention
    from framing.annotators.naming._case import Case
    from framing.language import Token
    from framing.lexicon import Entry, Lexicon

__all__ = ["favoured", "wording"]


def wording(
    case: Case, tokens: list[Token], head: Token, entry: Entry, lexicon: Lexicon
) -> LoadedTerm | None:
    """The row of a term of the lexicon of acts, if it is at least mildly coloured."""
    if not entry.number("loadedness") or _names_persons(case, head):
        return None
    return case.row(
        tokens, entry["kind"], entry, lexicon, confidence=0.7, favours=favoured(case, head, entry)
    )


def _names_persons(case: Case, head: Token) -> bool:
    """ "Riot police" are police."""
    return head.dep in ("compound", "nmod") and head.head.lemma in case.lexicons.roles


def favoured(case: Case, act: Token, entry: Entry) -> str | None:
    """The side that the wording of an act helps: its doer's, or the other one.

    An evaluative word that says nothing of the side praises or blames whoever acts.
    """
    who = entry["favours"] or {"negative": "patient", "positive": "agent"}.get(entry["polarity"])
    if who not in ("agent", "patient"):
        return None
    agent, patient = _parties(case, act)
    helped, hurt = (agent, patient) if who == "agent" else (patient, agent)
    if helped is not None:
        return helped.side
    return _opposite(case, hurt.side) if hurt is not None else None


def _parties(case: Case, head: Token) -> tuple[Mention | None, Mention | None]:
    at = case.index.at
    verb = head if head.verb else None
    if verb is not None and is_passive(verb):
        return at(agent_of(verb)), at(verb.child("nsubjpass"))
    if verb is not None:
        return at(clause_subject(verb)), at(verb.child("dobj"))
    agent = at(head.child("poss"))
    of = head.child("prep")
    patient = at(of.child("pobj")) if of is not None else None
    if agent is None and head.dep in ("dobj", "pobj"):
        governor = next((up for up in head.ancestors() if up.verb), None)
        agent = at(clause_subject(governor)) if governor is not None else None
    return agent, patient


def _opposite(case: Case, side: str | None) -> str | None:
    contrast = case.resources.actors.contrast("labels")
    if contrast is None or side is None:
        return None
    if side in contrast.sides_a:
        return min(contrast.sides_b, default=None)
    return min(contrast.sides_a, default=None) if side in contrast.sides_b else None
