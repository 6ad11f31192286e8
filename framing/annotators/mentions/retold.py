"""Who spoke in the report before, so that "he said" goes on with him."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["speaker_before"]


def speaker_before(refs: Referents, pronoun: Token) -> Token | None:
    """The subject of the reporting clause before one that has a pronoun for its subject.

    "A resident said that Ann Lee had left. **He** said …" goes on with the resident, whomever he
    speaks of. Sentences that are all in quotation marks may stand between, and nothing else.
    """
    verbs = refs.resources.lexicons.reporting_verbs
    if pronoun.dep != "nsubj" or pronoun.head.lemma not in verbs or not _is_main(pronoun.head):
        return None
    if refs.parse.quote_at(pronoun.start) is not None:
        return None
    for number in range(pronoun.sent - 1, max(-1, pronoun.sent - 1 - _BACK), -1):
        held = refs.parse.tokens_of(refs.parse.sentences[number])
        outside = [one for one in held if refs.parse.quote_at(one.start) is None]
        if not any(one.text[0].isalnum() for one in outside):
            continue
        told = [one for one in outside if one.dep == "nsubj" and _tells(refs, one)]
        return told[-1] if len(told) == 1 else None
    return None


def _tells(refs: Referents, subject: Token) -> bool:
    """Whether the subject of a main clause says something: "issued a statement **saying** …"."""
    verb, verbs = subject.head, refs.resources.lexicons.reporting_verbs
    if not _is_main(verb):
        return False
    if verb.lemma in verbs:
        return True
    things = (verb, *verb.children_of("dobj"))
    clauses = (clause for thing in things for clause in thing.children_of("advcl", "acl"))
    return any(clause.tag == "VBG" and clause.lemma in verbs for clause in clauses)


#: How many sentences before, those between in quotation marks.
_BACK = 4


def _is_main(verb: Token) -> bool:
    """Whether a verb's clause is no part of another, but for a quotation beside it."""
    if verb.head is verb or verb.dep == "parataxis":
        return True
    return verb.dep == "conj" and _is_main(verb.head)
