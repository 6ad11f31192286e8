"""Whom the sentence before judges, so that "they" in a quotation after it are those."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["judged_before"]


def judged_before(refs: Referents, pronoun: Token) -> str | None:
    """The actor whom somebody accuses or praises right before a quotation that begins "They".

    "Lee accused the firm of greed. “**They** lied to us,” she said."
    """
    quote = refs.parse.quote_at(pronoun.start)
    if quote is None or pronoun.dep != "nsubj" or not pronoun.sent:
        return None
    opening = refs.parse.between(quote.start, pronoun.start)
    if any(token.noun or token.pronoun for token in opening):
        return None
    before = refs.parse.tokens_of(refs.parse.sentences[pronoun.sent - 1])
    if any(refs.parse.quote_at(token.start) is not None for token in before):
        return None
    judged = [refs.actor_at(token) for token in before if _is_judged(refs, token)]
    found = judged[-1] if judged else None
    return found if found is not None and "person" not in refs.kind(found) else None


def _is_judged(refs: Referents, token: Token) -> bool:
    entry = refs.resources.lexicons.reporting_verbs.get(token.head.lemma)
    return token.dep == "dobj" and entry is not None and entry["class"] == "evaluation"
