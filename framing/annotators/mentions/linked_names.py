"""Persons whom only a pronoun gives away: "Varga spoke. **He** left".

The parser takes many a surname for an organisation or for nothing; a chain that holds "he" or
"she" says that it is somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.actors import Actor

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.annotators.mentions.links import Links
    from framing.encoder import Linked
    from framing.language import Token

__all__ = ["find_linked_names"]

_PERSON = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})

#: How sure a link to the pronoun must be.
_SURE = 0.75


def find_linked_names(refs: Referents, links: Links) -> None:
    """Add the names of chains with a personal pronoun in which nobody is known yet."""
    for chain in links.chains():
        tokens = [refs.parse.tokens[linked.head] for linked in chain]
        if not _is_person(chain, tokens) or any(token.i in refs.by_head for token in tokens):
            continue
        names = [token for token in tokens if _is_name(token)]
        if not names:
            continue
        actor = max((_whole(token) for token in names), key=len)
        refs.discovered.setdefault(actor, Actor(actor, actor, kind="person"))
        for token in names:
            refs.add(token, actor, "name", confidence=0.8, evidence=links.version)


def _is_person(chain: list[Linked], tokens: list[Token]) -> bool:
    return any(
        token.lower in _PERSON and linked.confidence >= _SURE
        for linked, token in zip(chain, tokens, strict=True)
    )


def _is_name(token: Token) -> bool:
    return token.tag == "NNP" and token.dep != "compound" and token.text[:1].isupper()


def _whole(token: Token) -> str:
    """A name with the given names before it."""
    before = [child for child in token.children_of("compound") if child.tag == "NNP"]
    return " ".join(word.text for word in (*before, token))
