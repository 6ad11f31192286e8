"""Whom the sentence before accuses, so that "they" in a quotation after it are those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.language.syntax import clause_subject

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["judged_before"]


def judged_before(refs: Referents, pronoun: Token) -> str | None:
    """The actor whom somebody accuses right before a quotation of his that begins "They".

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
    judged = [token for token in before if token.dep == "dobj" and token.head.lemma in _ACCUSING]
    if not judged or not _goes_on(refs, quote.end, pronoun.sent, judged[-1].head):
        return None
    found = refs.actor_at(judged[-1])
    return found if found is not None and "person" not in refs.kind(found) else None


def _goes_on(refs: Referents, end: int, sentence: int, verb: Token) -> bool:
    """Whether the quotation is the accuser's: credited to a pronoun, or to the same name."""
    accuser = clause_subject(verb)
    for token in refs.parse.tokens_of(refs.parse.sentences[sentence]):
        if token.start >= end and token.dep == "nsubj":
            named = refs.actor_at(token)
            same = named is not None and accuser is not None and named == refs.actor_at(accuser)
            return same or token.lower in ("he", "she", "it")
    return False


_ACCUSING = frozenset(
    {"accuse", "attack", "blame", "blast", "condemn", "criticise", "criticize", "decry",
     "denounce", "lambast", "lambaste", "rebuke", "slam"}
)  # fmt: skip
