"""What learned coreference says of a pronoun or description: whom its chain names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framing.encoder import clusters
from framing.language.syntax import names_after_title

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Found, Referents
    from framing.annotators.resources import Resources
    from framing.encoder import Linked
    from framing.language import Parse, Token

__all__ = ["Link", "Links"]


class Link(NamedTuple):
    """The actor that a chain names, or None where it names nobody, and how sure the chain is."""

    actor: str | None
    confidence: float


class Links:
    """The chains of one article, looked up by the head of a mention.

    Without a model there are none.
    """

    def __init__(self, parse: Parse, resources: Resources) -> None:
        model = resources.coreference
        self.version = model.version if model is not None else ""
        self._chains: dict[int, list[Linked]] = {}
        self._own: dict[int, Linked] = {}
        for chain in clusters(parse, model, whole=False) if model is not None else ():
            for linked in chain:
                self._chains[linked.head] = chain
                self._own[linked.head] = linked

    def chains(self) -> list[list[Linked]]:
        """The chains, each in text order."""
        return list({id(chain): chain for chain in self._chains.values()}.values())

    def company(self, token: Token) -> list[int]:
        """The positions of the heads in the chain of `token`."""
        return [linked.head for linked in self._chains.get(token.i, ())]

    def before(self, token: Token) -> tuple[int, float] | None:
        """The position of the head that precedes `token` in its chain, and how sure the link is."""
        own = self._own.get(token.i)
        earlier = [one.head for one in self._chains.get(token.i, ()) if one.head < token.i]
        return (max(earlier), own.confidence) if own is not None and earlier else None

    def of(self, refs: Referents, token: Token) -> Link | None:
        """Whom the chain of `token` names, or None if it is in no chain.

        The nearest named member before it decides, else the nearest after it, else whatever
        other mention is found in the chain.
        """
        own = self._own.get(token.i)
        if own is None:
            return None
        known = [
            (found, linked)
            for linked in self._chains[token.i]
            if linked is not own and (found := _found_at(refs, linked.head)) is not None
        ]
        if not known:
            return Link(None, own.confidence)
        found, linked = min(known, key=lambda pair: _distance(pair[0], token))
        sure = own.confidence if linked.head < token.i else linked.confidence
        return Link(found.actor, sure)


def _found_at(refs: Referents, head: int) -> Found | None:
    """The mention with this head, or of the person whose title it is: "Leader of the House Lee"."""
    found = refs.by_head.get(head)
    if found is not None:
        return found
    title = refs.parse.tokens[head]
    if title.plural or refs.resources.lexicons.role_class(title.lemma) != "role":
        return None
    named = [refs.by_head.get(name.i) for name in names_after_title(title)]
    return next((one for one in named if one and "person" in refs.kind(one.actor)), None)


def _distance(found: Found, token: Token) -> tuple[bool, bool, int]:
    """Before rather than after, a name rather than another word, then the nearest."""
    at = found.head.i
    return at > token.i, found.form not in ("name", "mixed"), abs(at - token.i)
