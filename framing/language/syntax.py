"""Questions that several rules ask of a dependency tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.language.tokens import Token

__all__ = [
    "agent_of",
    "clause_subject",
    "conjuncts",
    "is_cut_off",
    "is_definite",
    "is_negated",
    "is_passive",
    "noun_phrase",
    "outermost",
    "preposition",
    "prepositional_objects",
    "span_of",
    "verb_group",
]

_PREMODIFIERS = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nmod",
        "poss",
        "nummod",
        "predet",
        "quantmod",
        "advmod",
        "npadvmod",
    }
)
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def noun_phrase(head: Token, tokens: Sequence[Token]) -> tuple[int, int]:
    """Token positions ``[first, last]`` of a noun phrase without what follows its head.

    Determiner and premodifiers belong to it; appositives, relative clauses and prepositional
    phrases do not, but for the "of" of a partitive ("one of the group's spokesmen").
    """
    first = head.i
    for child in head.children:
        if child.i < head.i and child.dep in _PREMODIFIERS and child.lower not in _DAYS:
            first = min(first, child.left)
    last = head.i
    if head.tag in ("CD", "DT", "JJ", "JJS") or head.lemma in _PARTITIVES:
        for child in head.children:
            if child.dep == "prep" and child.lower == "of":
                for inner in child.children_of("pobj"):
                    last = max(last, noun_phrase(inner, tokens)[1])
    while first < head.i and tokens[first].dep == "punct":
        first += 1
    return first, last


_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"}
)
_PARTITIVES = frozenset(
    {"one", "some", "many", "most", "number", "dozen", "hundred", "thousand", "million", "group",
     "handful", "score", "all", "none", "several", "majority"}
)  # fmt: skip


def span_of(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Text offsets of the tokens ``first`` to ``last``, both included."""
    return tokens[first].start, tokens[last].end


def outermost(head: Token) -> Token:
    """The first conjunct of a coordination, which carries its grammatical role."""
    while head.dep == "conj" and head.head is not head:
        head = head.head
    return head


def conjuncts(head: Token) -> Iterator[Token]:
    """A token and all that is coordinated under it."""
    yield head
    for child in head.children:
        if child.dep == "conj":
            yield from conjuncts(child)


def preposition(token: Token) -> Token | None:
    """The preposition that governs a noun (through coordination), or None."""
    token = outermost(token)
    if token.dep in ("pobj", "pcomp") and token.head.dep in ("prep", "agent", "dative"):
        return token.head
    return None


def prepositional_objects(head: Token, *words: str) -> Iterator[Token]:
    """Objects of the prepositions `words` directly under a token."""
    for child in head.children:
        if child.dep in ("prep", "agent", "dative") and child.lower in words:
            for inner in child.children_of("pobj"):
                yield from conjuncts(inner)


def is_cut_off(noun: Token) -> bool:
    """Whether an opening mark parts a noun from the one it hangs on: "called **them** “thugs”"."""
    marks = (one for one in noun.head.children if one.tag == "``")
    return any(noun.i < mark.i < noun.head.i for mark in marks)


def names_after_title(title: Token) -> Iterator[Token]:
    """Heads of names that run on from a title's "of": "Leader of the Opposition **Ann Lee**"."""
    for preposition in title.children_of("prep"):
        for name in preposition.children_of("pobj"):
            if any(child.proper for child in name.children_of("compound", "nmod")):
                yield name


def is_definite(head: Token) -> bool:
    """Whether a noun has the, this, that, these, those or a possessor."""
    return any(
        (child.dep == "det" and child.lower in _DEFINITE) or child.dep == "poss"
        for child in head.children
    )


_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: an auxiliary "be" or "get" with a participle."""
    return any(child.dep in ("auxpass", "nsubjpass") for child in verb.children)


def is_negated(token: Token) -> bool:
    """Whether a word is negated directly."""
    return any(
        child.dep == "neg" or (child.dep == "det" and child.lower == "no")
        for child in token.children
    )


def agent_of(verb: Token) -> Token | None:
    """The noun of a "by" phrase under a passive verb."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            return child.child("pobj")
    return None


def clause_subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares (coordination, participle, infinitive).

    The subject of "adding" in "she said, adding …" is "she"; that of a participle after a
    noun ("a man carrying …") is the noun; that of a relative clause without a subject of its
    own is the noun it modifies.
    """
    seen = 0
    while seen < 6:
        own = verb.child(*_SUBJECTS)
        if own is not None:
            return own
        seen += 1
        if (lent := _lent(verb)) is not None:
            return lent
        if verb.dep in ("acl", "relcl") and verb.head.noun:
            return _whose(verb) or verb.head
        if verb.dep in ("conj", "advcl", "xcomp", "pcomp", "dep", "ccomp", "parataxis"):
            governor = verb.head
            if verb.dep == "ccomp" and governor.dep == "relcl" and governor.head.noun:
                return governor.head  # "a skill that he said would be useful"
            if verb.dep == "pcomp" and governor.head is not governor:
                word, governor = governor.lower, governor.head
                blamed = governor.child("dobj") if word in ("for", "of", "from") else None
                if blamed is not None and (blamed.pronoun or blamed.proper):
                    return blamed  # "criticised **Lee** for acting like a thug"
            if verb.dep == "xcomp":
                controlled = governor.child("dobj")
                held = governor.dep in ("relcl", "acl") and governor.lemma in _HOLDING
                if held and controlled is None and governor.child("nsubj") is not None:
                    return governor.head  # "a claim that he knew to be false"
                if controlled is not None and governor.lemma not in _SUBJECT_CONTROL:
                    return controlled
            predicate = outermost(governor)
            if governor.tag[0] == "J" and predicate.dep == "acomp" and predicate.head.verb:
                verb = predicate.head  # "**they** were able to say"
                continue
            if governor is verb or not (governor.verb or governor.tag == "MD"):
                return None
            verb = governor
            continue
        return None
    return None


#: Verbs for what somebody takes something to be.
_HOLDING = frozenset({"know", "believe", "consider", "think", "find", "show", "prove", "feel"})


def _lent(verb: Token) -> Token | None:
    """The subject that hangs on a participle after it: "**Lee**, once jailed, is seen"."""
    between = [one for one in verb.children_of("advcl") if one.tag == "VBN" and one.i < verb.i]
    found = [one.child(*_SUBJECTS) for one in between if one.child("aux", "auxpass") is None]
    return next((one for one in found if one is not None), None)


def _whose(verb: Token) -> Token | None:
    """Whose wish, right or attempt an infinitive says more of: "**his** wish to rule"."""
    to = any(child.lower == "to" for child in verb.children_of("aux"))
    return verb.head.child("poss") if verb.dep == "acl" and to else None


_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow"})


def verb_group(verb: Token) -> tuple[int, int]:
    """Token positions of a verb with its auxiliaries and particle: "had been launching"."""
    first = last = verb.i
    for child in verb.children:
        if child.dep in ("aux", "auxpass", "neg") and child.i < verb.i:
            first = min(first, child.i)
        if child.dep == "prt" and child.i == last + 1:
            last = child.i
    return first, last
