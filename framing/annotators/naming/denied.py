"""Whether somebody is said not to be what a word says: "is **no** fool", "**hardly** a saint"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._bearers import whole_of
from framing.language.syntax import is_negated, outermost

if TYPE_CHECKING:
    from framing.language import Token

__all__ = ["is_denied"]


def is_denied(head: Token) -> bool:
    """Whether somebody is said not to be what the word says, "hardly a saint", or it is asked."""
    whole = whole_of(outermost(head))
    verb = whole.head
    if whole.lower in ("anything", "less") and whole is not head:
        return True
    hardly = any(child.lower in _HARDLY for up in (head, verb) for child in up.children)
    predicate = whole.dep in ("attr", "acomp")
    doubted = predicate and verb.dep == "ccomp" and verb.head.lemma in _BELIEVING
    if doubted and is_negated(verb.head):
        return True  # "I do not think he is a tyrant"
    if any(_is_merely(child, up) for up in (head, verb) for child in up.children_of("neg")):
        return False  # "not only a fool"
    asked = predicate and any(child.lower in ("whether", "if") for child in verb.children)
    denied = is_negated(head) and (head.child("neg") or head).i <= head.i  # "a thug, not Lee"
    none = denied and (predicate or head.child("neg") is not None)  # "is no fool"
    return asked or none or (predicate and (is_negated(verb) or hardly))


#: Verbs whose "not" is that of the clause under them.
_BELIEVING = frozenset({"think", "believe", "suppose", "expect"})

_MERELY = frozenset({"only", "just", "merely", "simply"})

_HARDLY = frozenset({"hardly", "scarcely", "barely", "never"})


def _is_merely(no: Token, above: Token) -> bool:
    """Whether "only" stands right after a "not"."""
    after = (*no.children_of("advmod"), *above.children_of("advmod"))
    return any(word.i == no.i + 1 and word.lower in _MERELY for word in after)
