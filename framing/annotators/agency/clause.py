"""The form of a clause: active or passive, and which word realises its agent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.annotators.agency._words import ACCUSING
from framing.language.syntax import agent_of, clause_subject, is_passive

if TYPE_CHECKING:
    from framing.language import Token

__all__ = ["Clause", "clause_of", "thing_of"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_TEMPORAL = frozenset({"before", "after", "while", "when", "since", "by"})
_RELATIVES = ("WP", "WDT", "WP$")


@dataclass(frozen=True, slots=True)
class Clause:
    """How a verb's clause is put.

    `form` and `realised` are as in `framing.annotation.Event`; `agent` is the word that
    realises the agent, if one does; `thing` the word for what it is done to.
    """

    form: str
    realised: str
    agent: Token | None
    thing: Token | None
    passive: bool


def clause_of(verb: Token, *, headline: bool = False, intransitive: bool = False) -> Clause:
    """Read the clause around a verb.

    Parameters
    ----------
    verb : Token
    headline : bool
        Headlines are in the present tense, so that a past form without an object is a
        passive participle ("Three officers hurt").
    intransitive : bool
        The verb takes no object, so that a missing one says nothing.
    """
    passive = _passive(verb, headline=headline, intransitive=intransitive)
    thing = thing_of(verb, passive=passive)
    if passive:
        agent = _by(verb)
        reduced = verb.dep == "acl" and not is_passive(verb)
        if agent is not None:
            return Clause("participle" if reduced else "passive_by", "by", agent, thing, True)
        form = "participle" if reduced else "passive_agentless"
        return Clause(form, "none", None, thing, True)
    own = verb.child(*_SUBJECTS) or _acronym(verb)
    if own is not None:
        noun = _antecedent(verb)
        relative = own.tag in _RELATIVES and noun is not None
        agent = noun if relative and own.tag != "WP$" else own
        return Clause("relative" if relative else "active", "subject", agent, thing, False)
    extracted = _extracted(verb)
    if extracted is not None:
        return Clause("relative", "subject", extracted, thing, False)
    accused = _accused(verb)
    subject = accused or _shared_subject(verb)
    realised = "controlled" if subject is not None else "none"
    if any(child.dep == "aux" and child.lower == "to" for child in verb.children):
        return Clause("infinitive", realised, subject, thing, False)
    if verb.tag == "VBG" and not any(child.dep == "aux" for child in verb.children):
        return Clause("participle", realised, subject, thing, False)
    realised = "subject" if subject is not None else "none"
    relative = subject is not None and verb.dep == "conj" and _outer(verb).dep == "relcl"
    return Clause("relative" if relative else "active", realised, subject, thing, False)


def thing_of(verb: Token, *, passive: bool) -> Token | None:
    """What a verb's act is done to: object, passive subject, or the noun it modifies."""
    if passive:
        subject = verb.child("nsubjpass", "nsubj")
        if subject is None and verb.dep == "acomp":
            subject = clause_subject(verb.head)
        if subject is None:
            subject = verb.head if verb.dep == "acl" else _shared_subject(verb)
        if subject is not None and subject.tag in _RELATIVES and verb.dep == "relcl":
            return verb.head
        return subject
    thing = verb.child("dobj")
    if thing is not None and thing.tag not in _RELATIVES:
        return thing
    subject = verb.child(*_SUBJECTS)
    gapped = verb.dep == "relcl" and (thing is not None or subject is not None)
    if gapped and subject is not None and subject.tag not in _RELATIVES:
        return verb.head
    return thing or verb.child("dative")


def _acronym(verb: Token) -> Token | None:
    """A name in capitals that was read as an auxiliary: "IS killed 270 guards"."""
    return next(
        (c for c in verb.children_of("aux", "auxpass") if c.text == "IS" and c.i < verb.i), None
    )


def _passive(verb: Token, *, headline: bool, intransitive: bool = False) -> bool:
    if _acronym(verb) is not None and verb.child("nsubjpass", "nsubj") is None:
        return False
    if is_passive(verb):
        return True
    if verb.tag not in ("VBN", "VBD") or verb.child("dobj", "ccomp") is not None:
        return False
    if verb.dep == "acomp":  # "his skull was fractured", read as an adjective
        return verb.tag == "VBN" and verb.head.lemma in ("be", "get")
    auxiliary = any(child.dep == "aux" for child in verb.children)
    if verb.dep == "acl":
        return verb.tag == "VBN" and not auxiliary
    if auxiliary or intransitive:
        return False
    if verb.dep == "conj" and verb.head.verb and _passive(verb.head, headline=False):
        return True
    own = verb.child("nsubj", "nsubjpass") is not None
    if verb.tag == "VBN" and own:
        return True
    if verb.dep in ("advcl", "conj") and verb.tag == "VBN":
        return not own
    return headline and verb.dep in ("ROOT", "conj", "ccomp", "advcl", "parataxis")


def _by(verb: Token) -> Token | None:
    """The noun of the "by" phrase, its own or one shared with a coordinated passive."""
    agent = agent_of(verb) or _so_called(verb)
    if agent is not None:
        return agent
    for other in verb.children_of("conj"):
        if other.verb and other.child(*_SUBJECTS) is None and other.i - verb.i <= 3:
            agent = agent_of(other)
            if agent is not None:
                return agent
    if verb.dep == "conj" and verb.child(*_SUBJECTS) is None and is_passive(verb.head):
        return agent_of(verb.head)
    return None


def _so_called(verb: Token) -> Token | None:
    """The noun of a free relative after "by": "stampeded by what he called zealots"."""
    for by in verb.children_of("agent", "prep"):
        calling = by.child("pcomp") if by.lower == "by" else None
        if calling is not None and any(child.tag == "WP" for child in calling.children):
            return calling.child("oprd") or calling.child("attr")
    return None


def _accused(verb: Token) -> Token | None:
    """The one accused in "accused the navy of hiding shells", "was convicted of killing"."""
    up = verb.head
    while verb.dep in ("conj", "xcomp") and up.verb and up is not verb:
        verb, up = up, up.head
    if verb.dep not in ("pcomp", "pobj") or up.dep != "prep":
        return None
    over = up.head
    if over.tag[0] == "J" and over.head.verb:  # "found guilty of causing"
        over = over.head
    if over.noun and over.dep == "dobj" and over.head.lemma in ACCUSING:
        return over
    if over.verb and over.lemma in ACCUSING:
        return over.child("dobj", "nsubjpass") or clause_subject(over)
    return None


def _antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause modifies: its own, or the one around it."""
    if verb.dep == "ccomp":
        verb = verb.head
    return verb.head if verb.dep == "relcl" else None


def _extracted(verb: Token) -> Token | None:
    """The noun whose relative clause embeds this one: "an attack which they said killed 40"."""
    up = verb.head
    if verb.dep != "ccomp" or up.dep != "relcl":
        return None
    own = up.child("nsubj")
    spoken = own is not None and own.tag not in _RELATIVES
    return up.head if spoken else None


def _shared_subject(verb: Token) -> Token | None:
    """The subject of the clause around; of "before leaving" that of the finite clause."""
    start = verb
    if verb.dep == "pcomp" and verb.head.lower in _TEMPORAL:
        for up in verb.ancestors():
            if up.verb and up.tag in ("VBD", "VBP", "VBZ", "MD"):
                start = up
                break
    subject = clause_subject(start) or _purposeful(verb)
    if subject is not None and subject.tag in _RELATIVES:
        for up in (verb, *verb.ancestors()):
            if up.dep == "relcl":
                return up.head
    return subject


def _purposeful(verb: Token) -> Token | None:
    """The subject around an infinitive of purpose: "was about to enter the town to loot it"."""
    if not any(child.dep == "aux" and child.lower == "to" for child in verb.children):
        return None
    for up in verb.ancestors():
        if up.verb:
            own = up.child(*_SUBJECTS)
            if own is not None:
                return own
        if up.dep in ("relcl", "ROOT"):
            return None
    return None


def _outer(verb: Token) -> Token:
    while verb.dep == "conj" and verb.head is not verb:
        verb = verb.head
    return verb
