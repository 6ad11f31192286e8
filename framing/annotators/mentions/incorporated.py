"""Mentions inside compounds: "terrorist-held areas", "US-backed forces"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._names import COUNTRY

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.language import Parse, Token

__all__ = ["find_incorporated", "in_compound_participle"]


def in_compound_participle(parse: Parse, token: Token) -> bool:
    """Whether a token stands before "-held", "-led", "-backed" and the like."""
    if token.i + 2 >= len(parse.tokens):
        return False
    hyphen, verb = parse.tokens[token.i + 1], parse.tokens[token.i + 2]
    return hyphen.text == "-" and hyphen.start == token.end and verb.tag in ("VBN", "VBD", "JJ")


def find_incorporated(refs: Referents) -> None:
    """Add the actor in each "terrorist-held", "Saudi-led", "police-backed" compound."""
    for token in refs.parse.tokens:
        if token.i in refs.by_head or not in_compound_participle(refs.parse, token):
            continue
        actor = _actor(refs, token)
        if actor is not None:
            refs.add_word(
                token, actor, "incorporated", confidence=0.65, evidence="compound participle"
            )


def _actor(refs: Referents, token: Token) -> str | None:
    key = token.name.removeprefix(COUNTRY)
    if not key and token.lower in refs.resources.lexicons.demonyms:
        key = refs.resources.lexicons.demonyms[token.lower].key
    if key:
        return refs.country(key, government=True)
    lemma = token.lemma.removesuffix("s")
    label = refs.resources.lexicons.label_nouns.get(lemma)
    if label is None and refs.resources.lexicons.role_class(lemma) not in ("member", "group"):
        return None
    tied = refs.family(lemma)
    if tied:
        return max(tied, key=lambda actor: tied[actor])
    return None
