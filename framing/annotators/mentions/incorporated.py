"""Mentions inside compounds: "terrorist-held areas", "US-backed forces"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._names import COUNTRY

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["find_incorporated"]


def find_incorporated(refs: Referents) -> None:
    """Add the actor in each "X-held", "X-led", "X-backed" compound."""
    tokens = refs.parse.tokens
    for token in tokens[:-2]:
        hyphen, verb = tokens[token.i + 1], tokens[token.i + 2]
        if hyphen.text != "-" or hyphen.start != token.end or verb.tag not in ("VBN", "VBD", "JJ"):
            continue
        if token.i in refs.by_head:
            continue
        actor = _actor(refs, token)
        if actor is not None:
            confidence = 0.8 if token.name else 0.65
            refs.add_word(
                token, actor, "incorporated", confidence=confidence, evidence="compound participle"
            )


def _actor(refs: Referents, token: Token) -> str | None:
    if token.name and not token.name.startswith(COUNTRY):
        return token.name
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
