"""What a cue qualifies, and whom the claim is about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framing.language.syntax import clause_subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.annotation import Attribution
    from framing.annotators.epistemic._case import Case
    from framing.annotators.epistemic.cues import Cue
    from framing.language import Token

__all__ = ["about", "camps", "names_itself", "rival", "scope_head"]

_DOUBTING = ("adjective", "noun")


def scope_head(head: Token) -> Token:
    """The noun or verb that a cue qualifies."""
    if head.dep in ("mark", "punct") and head.head is not head:
        return head.head
    if head.dep in ("amod", "compound", "nmod", "det") and head.head.noun:
        noun = head.head
        while noun.dep in ("compound", "nmod") and noun.head.noun:
            noun = noun.head
        return noun
    if head.dep in ("advmod", "aux", "neg", "quantmod", "amod") and head.head is not head:
        up = head.head
        return scope_head(up) if up.dep in ("amod", "nummod", "quantmod", "acomp") else up
    if head.verb:
        return head.child("ccomp", "xcomp") or head
    return head


def about(
    cue: Cue, case: Case, holder_side: str | None = None, attribution: str | None = None
) -> str | None:
    """The side that a claim is about: its event's agent, else its subject, else its patient.

    What is doubted of one camp is, where nothing else is said, about the other.
    """
    head = scope_head(cue.head)
    doubting = cue.form in _DOUBTING or "grounds missing" in cue.evidence
    if doubting and cue.level == "distancing":
        acting = (event.agent_side for event in case.events.get(head.i, ()))
        side = next(filter(None, acting), None)
        other = side if side not in (None, holder_side) else rival(holder_side, case)
        if other is not None and not names_itself(cue, head):
            return other
    own = case.by_cue.get(cue.head.i) or next(
        (case.by_cue[t.i] for t in cue.tokens if t.i in case.by_cue), None
    )
    if own is None and cue.level == "vague_source":
        own = next((case.by_source[t.i] for t in cue.tokens if t.i in case.by_source), None)
    if own is not None:
        found = _about_content(own, case)
        if found is not None:
            return found
    for event in case.events.get(head.i, ()):
        if event.agent_side is not None:
            return event.agent_side
    clause = head if head.verb else next((up for up in head.ancestors() if up.verb), head)
    if clause.i not in case.by_cue:
        found = _about_clause(clause, case)
        if found is not None:
            return found
    side = _first_side(case.parse.tokens[head.left : head.right + 1], case)
    if side is None and attribution in case.by_id:
        side = _about_content(case.by_id[attribution], case)
    return side or rival(holder_side, case)


def _about_clause(clause: Token, case: Case) -> str | None:
    for event in case.events.get(clause.i, ()):
        if event.agent_side is not None:
            return event.agent_side
    subject = clause_subject(clause)
    side = case.side_of(subject)
    if side is None and subject is not None:
        side = _first_side(case.parse.tokens[subject.left : subject.right + 1], case)
    if side is None:
        side = next((e.patient_side for e in case.events.get(clause.i, ()) if e.patient_side), None)
    return side


def _about_content(row: Attribution, case: Case) -> str | None:
    spans = row.spans_of("content")
    tokens = [token for start, end in spans for token in case.parse.between(start, end)]
    inside = set(map(id, tokens))
    roots = [token for token in tokens if id(token.head) not in inside or token.head is token]
    main = [token for token in roots if token.verb or token.tag == "MD"] or roots
    harms = [
        event.agent_side
        for token in tokens
        for event in case.events.get(token.i, ())
        if event.agent_side is not None and event.harm != "none"
    ]
    if harms:
        return harms[0]
    for token in main:
        found = _about_clause(token, case)
        if found is not None:
            return found
    return _first_side(tokens, case)


def _first_side(tokens: list[Token], case: Case) -> str | None:
    return next(filter(None, (case.side_of(token) for token in tokens)), None)


def rival(side: str | None, case: Case) -> str | None:
    """The side that speaks for the camp opposed to a side."""
    both = camps(case)
    own = next((camp for camp in both if side in camp), None)
    return None if own is None else _voice_of(both[1] if own is both[0] else both[0], case)


def camps(case: Case) -> tuple[frozenset[str], ...]:
    """The two camps whose claims are contrasted; empty without a contrast."""
    contrast = case.resources.actors.contrast("claims")
    return (contrast.sides_a, contrast.sides_b) if contrast is not None else ()


def _voice_of(camp: Iterable[str], case: Case) -> str | None:
    """The side of a camp that speaks for it: the one that accuses, else speaks, most."""
    camp = frozenset(camp)
    said = [row for row in case.rows.attributions if row.side in camp]
    doubted = Counter(row.side for row in said if row.cue_stance < 0)
    spoken = doubted or Counter(row.side for row in said)
    return spoken.most_common(1)[0][0] if spoken else min(camp, default=None)


def names_itself(cue: Cue, noun: Token) -> bool:
    """ "The so-called front", "the self-styled army": the name is the group's own."""
    return any(t.lower in ("called", "styled", "proclaimed", "described") for t in cue.tokens)
