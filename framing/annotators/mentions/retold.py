"""Who spoke in the report before, so that "he said" goes on with him."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["named_before", "speaker_before", "subject_before"]


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
        told = told or list(_tells_aside(refs, outside))
        return told[-1] if len(told) == 1 else None
    return None


def _tells_aside(refs: Referents, words: list[Token]) -> Iterator[Token]:
    """Who says something in no clause of his own: "met Lee, **who said**", "echoed **by** her"."""
    verbs = refs.resources.lexicons.reporting_verbs
    for word in words:
        verb = word.head
        if word.lower == "who" and word.dep == "nsubj" and verb.dep == "relcl":
            if verb.lemma in verbs and verb.head.noun:
                named = named_before(refs, word)
                yield named if named is not None and named.ent == "PERSON" else verb.head
        elif word.dep == "agent" and _is_main(verb):
            if verb.lemma in verbs or verb.lemma in _SECONDED:
                yield from word.children_of("pobj")


#: What is done to an opinion by whoever shares it.
_SECONDED = frozenset({"echo", "second", "share"})


def named_before(refs: Referents, who: Token) -> Token | None:
    """The name right before "who", with or without a place: "Ann Lee of Ohio, **who**"."""
    tokens = refs.parse.tokens
    at = who.i - 1
    if at > 0 and tokens[at].text == ",":
        at -= 1
    if at > 0 and tokens[at].text == ")":
        at = next((i for i in range(at, 0, -1) if tokens[i].text == "("), at) - 1
    last = at
    while last > 0 and tokens[last].ent in ("GPE", "LOC"):
        last -= 1
    if last != at and tokens[last].lower in ("of", "from"):
        at = last - 1
    return tokens[at] if at >= 0 and tokens[at].proper else None


def subject_before(refs: Referents, pronoun: Token) -> Token | None:
    """The person whom the sentence before is about, where a quotation comes between.

    "Ann Lee was leaving. “It is late,” **she** said." In that sentence nobody says anything.
    """
    verb = pronoun.head
    first = refs.parse.tokens[refs.parse.sentence(pronoun).first]
    quote = refs.parse.quote_at(first.start)
    opens = quote is not None and quote.end <= pronoun.start
    verbs = refs.resources.lexicons.reporting_verbs
    if pronoun.dep != "nsubj" or verb.lemma not in verbs or not opens or not pronoun.sent:
        return None
    held = refs.parse.tokens_of(refs.parse.sentences[pronoun.sent - 1])
    if any(refs.parse.quote_at(one.start) for one in held):
        return None
    mains = [one for one in held if one.dep == "nsubj" and _is_main(one.head)]
    return mains[0] if len(mains) == 1 and mains[0].proper else None


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
