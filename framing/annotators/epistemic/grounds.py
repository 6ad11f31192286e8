"""What in its clause, or above it, makes an event less than certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.language.syntax import is_negated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.language import Token

__all__ = ["AUXILIARIES", "auxiliaries", "governors", "ground", "is_denied"]

#: Auxiliaries by what they say of their verb.
AUXILIARIES = {
    "possible": frozenset({"may", "might", "could"}),
    "able": frozenset({"can", "ca"}),
    "would": frozenset({"would", "'d", "’d"}),
    "ought": frozenset({"should", "must", "ought"}),
    "future": frozenset({"will", "'ll", "’ll", "wo", "shall"}),
    "to": frozenset({"to"}),
}

_MODALS = frozenset().union(*(AUXILIARIES[kind] for kind in ("possible", "able", "would", "ought")))
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "acl", "conj"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
#: What one does "to …" after these is done.
_IMPLYING = frozenset({"continue", "begin", "start", "manage", "use", "help", "proceed", "force",
                       "agree", "come", "prompt", "serve"})  # fmt: skip


def ground(event: Token, *, hedged: bool = False, told: bool = False) -> str:
    """The first ground there is for taking an event as less than certain; "" if there is none.

    Parameters
    ----------
    event : Token
        Its verb or noun, in its dependency tree.
    hedged : bool
        Whether it lies in the scope of a hedge.
    told : bool
        Whether it lies in what somebody is said to have said.

    Returns
    -------
    str
        In this order: ``negated`` ("did not leave"), ``below a negation`` ("did not ask them to
        leave"), ``conditional`` ("if they leave"), ``possible`` ("may leave"), ``not yet``
        ("plans to leave"), ``below either`` ("may say that they left"), ``hedged``
        ("apparently left"), ``future`` ("will leave"), ``told of``, of a noun ("spoke of a
        departure").
    """
    above = list(governors(event))
    own, upper = auxiliaries(event), frozenset[str]().union(*map(auxiliaries, above))
    if is_denied(event):
        return "negated"
    if event.dep in ("xcomp", "ccomp") and is_denied(event.head):
        return "below a negation"
    if any(_conditional(token) for token in (event, *above)):
        return "conditional"
    if own & _MODALS:
        return "possible"
    if "to" in own and event.head.lemma not in _IMPLYING:
        return "not yet"
    if "to" in upper or upper & _MODALS:
        return "below either"
    if hedged:
        return "hedged"
    if (own | upper) & AUXILIARIES["future"]:
        return "future"
    return "told of" if told and not event.verb else ""


def governors(event: Token) -> Iterator[Token]:
    """The words whose complement an event is, nearest first."""
    while event.dep in _COMPLEMENTS and event.head is not event:
        event = event.head
        yield event


def auxiliaries(verb: Token) -> frozenset[str]:
    """The auxiliaries of a verb; those of the first of several, if it has no subject either."""
    own = frozenset(child.lower for child in verb.children_of("aux", "auxpass"))
    shared = verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is None
    return own | auxiliaries(verb.head) if shared and own <= {"to"} else own


def is_denied(word: Token) -> bool:
    """Whether a word is negated, "never" included."""
    return is_negated(word) or any(child.lower == "never" for child in word.children)


def _conditional(verb: Token) -> bool:
    return any(child.lower in _CONDITIONS for child in verb.children_of("mark"))
