"""Nouns for bodies and people in senses in which they are neither: "the powers of the office"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.language.syntax import prepositional_objects

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["means_nobody"]

#: Words before "power" that make it a state.
_STATELY = frozenset({"world", "western", "great", "major", "foreign", "nuclear", "regional",
                      "global", "colonial", "imperial", "occupying", "european", "allied",
                      "rising", "naval", "super", "big", "leading", "rival", "outside",
                      "axis"})  # fmt: skip

#: Words before "state" that say what kind of one, or whose work it is, not which.
_OF_A_KIND = frozenset({"deep", "nanny", "welfare", "surveillance", "police"})

#: What a story does: "or so the **legend** goes".
_TOLD = frozenset({"go", "say", "tell", "have"})


def means_nobody(refs: Referents, token: Token) -> bool:
    """Whether a noun that could stand for somebody stands for a thing or an act here.

    Powers that somebody has or is given, force without an article ("with brutal **force**"),
    a campaign to do something, a state by what it is like ("the deep **state**"), a legend that
    is told.
    """
    if token.lemma == "power":
        before = [child for child in token.children if child.i < token.i]
        words = {child.lower for child in before}
        stately = words & _STATELY or any(
            child.proper or child.name or child.lower in refs.resources.lexicons.demonyms
            for child in before
            if child.dep != "poss"
        )
        return not stately
    if token.lemma == "force":
        bare = not any(child.dep in ("det", "poss", "compound", "nmod") for child in token.children)
        return not token.plural and bare and token.dep in ("pobj", "dobj")
    if token.lemma == "campaign":
        return any(
            clause.child("aux") is not None and clause.children[0].lower == "to"
            for clause in token.children_of("acl", "relcl")
        ) or any(prepositional_objects(token, "against", "of"))
    if token.lemma == "state":
        return any(child.lower in _OF_A_KIND for child in token.children if child.i < token.i)
    if token.lemma == "legend":
        return token.dep == "nsubj" and token.head.lemma in _TOLD
    return False
