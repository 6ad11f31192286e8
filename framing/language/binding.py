"""Whom a pronoun cannot mean, by its place in the sentence alone.

Principle B of Chomsky (1981), as a filter for coreference first in Lappin and Leass (1994): a
pronoun that is an object is not the subject of its own verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.language.syntax import clause_subject, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.language.tokens import Token

__all__ = ["clause_mate", "clause_mates"]

#: Third persons but the possessive and reflexive ones, which are free.
_BOUND = frozenset({"he", "him", "she", "her", "it", "they", "them"})

#: Prepositions whose object is hardly ever the subject itself; beside, with or over him may be.
_AIMED = frozenset({"to", "for", "against", "by", "at", "of"})


def clause_mate(pronoun: Token) -> Token | None:
    """The word that a pronoun cannot mean: the subject of the verb whose object it is.

    In "Lee called **him** a liar" and "Lee chose to replace **him**" that is "Lee"; in a relative
    clause also the object of a pronoun that is the subject, "the man **he** hired". None for a
    reflexive.
    """
    if pronoun.lower.endswith(("self", "selves")):
        return None
    verb = pronoun.head
    if pronoun.dep == "nsubj" and verb.dep == "relcl":
        return verb.head
    if pronoun.dep == "pobj" and verb.lower in _AIMED:
        verb = verb.head
    elif pronoun.dep not in ("dobj", "dative"):
        return None
    return clause_subject(verb) if verb.verb and not is_passive(verb) else None


def clause_mates(tokens: Iterable[Token]) -> dict[int, int]:
    """From the position of each third-person pronoun that has a `clause_mate` to the mate's."""
    found = {}
    for token in tokens:
        if token.lower in _BOUND and token.pronoun:
            mate = clause_mate(token)
            if mate is not None:
                found[token.i] = mate.i
    return found
