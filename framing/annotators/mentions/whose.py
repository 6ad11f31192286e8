"""Whose a body without a name is, and who leads it: "his government", "the union boss"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.actors import Actor
from framing.annotators.mentions.ties import NOT_YET

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["body_of", "leader_of"]

_GOVERNMENT = "government"
_CABINETS = frozenset({_GOVERNMENT, "administration", "cabinet"})


def body_of(refs: Referents, token: Token, person: str) -> str | None:
    """The body that a person's government, party or company is: the one the person belongs to."""
    return (
        _cabinet_of(refs, token, person)
        or _affiliation(refs, person)
        or _own_body(refs, token, person)
    )


def _cabinet_of(refs: Referents, token: Token, person: str) -> str | None:
    """The one listed government of a person's party: "his government" is not the party."""
    party = _affiliation(refs, person) if token.lemma in _CABINETS else None
    if party is None or _GOVERNMENT in refs.kind(party):
        return None
    held = [
        actor.id
        for actor in refs.resources.actors.actors
        if actor.affiliation == party and _GOVERNMENT in actor.kind.lower()
    ]
    return held[0] if len(held) == 1 else None


#: Nouns that say of somebody only that he leads: whatever the text calls the leader elsewhere.
_HEADS = frozenset({"boss", "chief", "head", "leader"})
_LEADERS = _HEADS | {"president", "chairman", "chairwoman", "director"}


def leader_of(refs: Referents, token: Token, group: str) -> str | None:
    """The one person of a group whom the text names in this role: "the union boss"."""
    if token.plural or any(child.lower in NOT_YET for child in token.children):
        return None
    roles = _LEADERS if token.lemma in _HEADS else {token.lemma}
    named = {
        person
        for role in roles
        for person in refs.ties.get(role, ())
        if "/" not in person and "person" in refs.kind(person) and _belongs(refs, person, group)
    }
    return named.pop() if len(named) == 1 else None


def _belongs(refs: Referents, person: str, group: str) -> bool:
    actor = refs.known(person)
    return actor is not None and actor.affiliation == group


def _own_body(refs: Referents, token: Token, person: str) -> str | None:
    """The government of a person whom no file lists: "the Lee regime" is a body of its own."""
    if refs.resources.lexicons.role_class(token.lemma) != "institution":
        return None
    body = f"{person}/{_GOVERNMENT}"
    name = f"{refs.name(person)}’s {_GOVERNMENT}"
    refs.discovered.setdefault(body, Actor(body, name, kind=_GOVERNMENT, affiliation=person))
    return body


def _affiliation(refs: Referents, person: str) -> str | None:
    actor = refs.known(person)
    return actor.affiliation if actor is not None and refs.kind(actor.affiliation or "") else None
