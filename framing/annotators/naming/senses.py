"""Tests of sense and syntax that a use of a term must pass: the lexicons' column `condition`.

Each looks at the token that governs the term. A word with two senses is told apart by what it
is said of, where it stands, and who does it to whom, since that is what a parse can show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._bearers import bearer, modified_noun
from framing.language.syntax import clause_subject, outermost, prepositional_objects

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from framing.annotators._index import MentionIndex
    from framing.annotators.resources import Lexicons
    from framing.language import Token

    class Known(Protocol):
        """What a test may look up."""

        index: MentionIndex
        lexicons: Lexicons


__all__ = ["SENSES", "is_person"]

_BEFORE_NOUN = ("amod", "compound", "nmod", "npadvmod")
_PLACE_WORDS = frozenset(
    {"on", "in", "at", "between", "near", "beyond", "under", "off", "along", "within", "behind"}
)
_PERSONAL = frozenset(
    {"i", "you", "he", "she", "we", "they", "me", "him", "her", "us", "them", "who", "whom"}
)
_PERSON_CLASSES = frozenset({"role", "member", "group", "institution", "people", "kin", "media"})
_PERSON_ENTS = ("PERSON", "NORP", "ORG", "GPE")


def is_person(known: Known, token: Token | None) -> bool:
    """Whether a noun or pronoun stands for persons or a body of persons."""
    if token is None:
        return False
    return (
        token.lower in _PERSONAL
        or token.ent in _PERSON_ENTS
        or known.index.at(token) is not None
        or known.lexicons.role_class(token.lemma) in _PERSON_CLASSES
        or token.lemma in known.lexicons.label_nouns
    )


def _of_actor(known: Known, head: Token) -> bool:
    noun = modified_noun(head)
    if noun is not head:
        return is_person(known, noun)
    subject = bearer(outermost(head))
    return is_person(known, subject) or (head.noun and known.index.around(head) is not None)


def _of_thing(known: Known, head: Token) -> bool:
    return not _of_actor(known, head)


def _predicate(known: Known, head: Token) -> bool:
    """ "They are **dogs**", "these animals", "the monster Lee": persons so called."""
    subject = bearer(outermost(head))
    if subject is not None and head.lemma in _THINGS:
        named = any(is_person(known, one) for one in prepositional_objects(head, "of"))
        human = subject.ent == "PERSON" or subject.lower in _PERSONAL or subject.plural
        return named or human
    if subject is not None:
        return is_person(known, subject)
    if head.dep in ("compound", "nmod") and head.head.proper:
        return head.head.ent == "PERSON"
    return (
        head.plural
        and head.lemma not in _THINGS
        and any(child.lower in ("these", "those", "such", "you") for child in head.children)
    )


#: Words for persons that are words for things first: "those **tools**".
_THINGS = frozenset({"tool", "instrument", "pawn", "puppet"})


def _attributive(known: Known, head: Token) -> bool:
    return head.dep in _BEFORE_NOUN and head.head.noun and head.head.i > head.i


def _not_compound(known: Known, head: Token) -> bool:
    return not (head.dep in ("compound", "nmod") and head.head.noun)


def _not_topic(known: Known, head: Token) -> bool:
    """A bare noun names a topic ("laws on terrorism"), one that is modified a certain act."""
    if not _not_compound(known, head):
        return False
    determined = any(
        child.dep in ("det", "poss", "amod", "compound", "nmod") for child in head.children
    )
    return determined or bearer(head) is not None


def _not_placed(known: Known, head: Token) -> bool:
    """An island that "lies on" a lake deceives nobody."""
    placed = any(child.lower in _PLACE_WORDS for child in head.children_of("prep", "prt"))
    return not placed and head.child("npadvmod") is None


def _patients(head: Token) -> list[Token]:
    """What an act is done to, or what there is a wave of."""
    patients = head.children_of("dobj", "nsubjpass", "compound", "nmod")
    for of in head.children_of("prep"):
        if of.lower == "of":
            patients += of.children_of("pobj")
    if head.dep == "acl":
        patients.append(head.head)
    return patients


def _to_persons(known: Known, head: Token) -> bool:
    """ "Eliminate the commanders", but not a tax; "a wave of migrants", but not of heat."""
    return any(is_person(known, token) for token in _patients(head))


def _to_a_place(known: Known, head: Token) -> bool:
    """ "Secure the town", but not a passage."""
    return any(
        token.ent in ("GPE", "LOC", "FAC") or known.lexicons.role_class(token.lemma) == "place"
        for token in _patients(head)
    )


def _by_actor(known: Known, head: Token) -> bool:
    return is_person(known, clause_subject(head))


def _of_state(known: Known, head: Token) -> bool:
    """A regime that rules, not one of rules: "a net neutrality **regime**", "propose a regime"."""
    before = head.children_of("compound", "nmod", "amod", "poss")
    if any(_is_ruled(child) or child.lower == "our" for child in before):
        return False
    made = head.head.lemma if head.dep in ("dobj", "nsubjpass") else ""
    clauses = {clause.lemma for clause in head.children_of("relcl", "acl")}
    return not ({made} | clauses) & _SET_UP


def _is_ruled(word: Token) -> bool:
    """Whether a word before "regime" says what its rules are of: "an enforcement **regime**"."""
    act = word.dep == "compound" and word.tag == "NN" and word.lower.endswith(_OF_ACTS)
    return word.lemma in _RULED or (act and word.lower not in _OF_RULE)


_OF_RULE = frozenset({"occupation", "opposition", "ruling", "governing"})

#: Endings of nouns for what is done.
_OF_ACTS = ("ment", "tion", "sion", "ing")

#: What is regulated by a regime that is a set of rules, and what is done with such a one.
_RULED = frozenset(
    {"neutrality", "sanction", "tax", "inspection", "visa", "trade",
     "licensing", "training", "exercise", "fitness", "safety", "verification", "control",
     "pricing", "capital", "testing", "monitoring", "regulatory", "legal", "fiscal",
     "monetary", "sentencing", "dietary", "disclosure", "reporting", "liability", "patent",
     "copyright", "tariff", "customs", "privacy", "treaty", "nonproliferation", "compliance",
     "antitrust", "immigration", "asylum", "benefit", "welfare", "treatment", "drug"}
)  # fmt: skip
_SET_UP = frozenset({"adopt", "propose", "introduce", "implement", "enact", "design", "draft"})


def _written_small(known: Known, head: Token) -> bool:
    """ "The Holocaust" is the name of one, "a holocaust" a word for another."""
    return not head.text[:1].isupper()


def _not_frankly(known: Known, head: Token) -> bool:
    """ "She is honest", but not "to be honest", "let's be honest", "if we are honest"."""
    verb = head.head
    if head.dep != "acomp" or verb.lemma != "be":
        return True
    words = {child.lower for child in verb.children}
    told = verb.child("nsubj")
    ours = told is not None and told.lower in ("i", "we", "you", "us", "'s", "’s")
    governed = verb.head.lemma if verb.dep in ("ccomp", "xcomp") else ""
    return not (
        ("to" in words and verb.dep in ("advcl", "parataxis", "ROOT"))
        or ("if" in words and ours)
        or governed == "let"
    )


#: By the name that the column `condition` uses.
SENSES: dict[str, Callable[[Known, Token], bool]] = {
    "plain": lambda _known, _head: True,
    "actor": _of_actor,
    "thing": _of_thing,
    "predicate": _predicate,
    "attributive": _attributive,
    "not_compound": _not_compound,
    "not_topic": _not_topic,
    "not_placed": _not_placed,
    "persons": _to_persons,
    "place": _to_a_place,
    "by_actor": _by_actor,
    "state": _of_state,
    "lower": _written_small,
    "not_frankly": _not_frankly,
}
