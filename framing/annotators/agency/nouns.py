"""Events told by nouns: "the eviction", "its attacks on the town", "hours of shooting"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators.agency._scene import Found
from framing.annotators.agency._words import (
    ACCUSING,
    ADMITTING,
    BRINGING,
    FIGURATIVE,
    JOINT,
    OCCUR,
    PERCEIVING,
)
from framing.annotators.agency.clause import clause_of
from framing.language.syntax import clause_subject, is_negated, prepositional_objects

if TYPE_CHECKING:
    from framing.annotation import Mention
    from framing.annotators.agency._scene import Scene
    from framing.language import Token
    from framing.lexicon import Entry

__all__ = ["NounEvents", "is_charge", "is_nominal"]

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_DURING = frozenset({"in", "after", "during", "following", "since", "by", "amid", "despite"})
_PINNED = {"claim": "by", "blame": "on", "attribute": "to", "pin": "on"}


class NounEvents:
    """Finds the event that a noun stands for, where no verb has told it.

    Parameters
    ----------
    scene : Scene
        With the verbs of the sentence in `told`.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def find(self, noun: Token) -> Found | None:
        """The event of a noun, unless it is the argument of a verb that tells it."""
        if noun.i in self.scene.told:
            return None
        entry = self.scene.terms.noun(noun, self.scene.parse.tokens)
        if entry is None:
            return None
        if entry.flag("agentless") and _figure(noun):
            return None
        agent, realised = self.scene.roles.owner(noun)
        patient = self.scene.argument(noun)
        if patient is not None and entry["harm"] == "physical" and patient.lemma in FIGURATIVE:
            return None  # "attacks on his policies" are words
        befalls = entry["object"] == "person" or noun.lemma == "death"
        if patient is None and befalls and noun.child("poss") is not None:
            agent, realised, patient = None, "none", noun.child("poss")
        answering = self._answering(noun)
        if answering is None and self._said_by_verb(noun, own=agent is not None):
            return None
        if entry["harm"] == "none" and (agent is None or realised != "by"):
            return None
        occurs = noun.dep in ("nsubj", "nsubjpass") and noun.head.lemma in OCCUR
        if realised == "none" and not entry.flag("agentless"):
            if answering is not None:
                agent, realised = self.scene.roles.mention(answering), "oblique"
            else:
                agent, realised = self._distant_agent(noun, entry)
        if agent is None and realised == "none":
            agent = self._participant(noun)
        if not (
            occurs or agent or answering or is_charge(noun)
            or self._stands_for_event(noun, patient)
        ):  # fmt: skip
            return None
        last = noun.i
        if occurs:
            tail = [
                c.i for c in noun.head.children_of("dobj", "prt") if c.lower in ("place", "out")
            ]
            last = max(noun.head.i, *tail) if tail else noun.head.i
        first = noun.i
        before = self.scene.parse.tokens[noun.i - 1] if noun.i else noun
        if not occurs and before.head is noun and before.lower in _DEFINITE:
            first = before.i
        sufferer = self.scene.roles.sufferer(patient)
        if sufferer is not None and agent is not None and sufferer.actor == agent.actor:
            sufferer = None
        row = self.scene.row((first, last), noun, entry, agent, sufferer)
        row = replace(
            row, form="nominalisation", agent_realised=realised,
            agent_deleted=realised == "none", confidence=0.75 if agent or patient else 0.6,
        )  # fmt: skip
        if is_charge(noun):
            row = replace(row, form="participle", agent_realised="controlled", agent_deleted=False)
        return Found(row, entry, noun)

    def _said_by_verb(self, noun: Token, *, own: bool) -> bool:
        """Whether the event is told by a verb whose argument the noun is.

        An adjunct ("died in the sweep"), or a subject with an agent of its own ("whose
        betrayal has plunged the state into turmoil"), is another event than the verb's.
        """
        if any(
            inner.i in self.scene.told
            for child in noun.children_of("relcl", "acl")
            for inner in (child, *child.children_of("ccomp", "xcomp"))
        ):
            return True
        adjunct = noun.dep == "pobj" and noun.head.lower not in ("by", "with", "of", "for")
        if (adjunct and self._definite(noun)) or (own and noun.dep == "nsubj"):
            return False
        for up in noun.ancestors():
            if up.i in self.scene.told:
                caused = up is noun.head and up.lemma in BRINGING
                return noun.dep != "conj" and not caused
            if up.verb or not (up.noun or up.dep in ("prep", "agent")):
                break
        return False

    def _definite(self, noun: Token) -> bool:
        return any(c.dep == "det" and c.lower in _DEFINITE for c in noun.children)

    def _stands_for_event(self, noun: Token, patient: Token | None) -> bool:
        """Whether a noun refers to a particular act rather than to a kind of act."""
        if self.scene.parse.sentence(noun).zone == "headline" and noun.dep != "compound":
            return True
        if noun.dep == "pobj" and noun.head.lower in _DURING:
            return noun.child("det") is not None or noun.plural or noun.lower.endswith("ing")
        if noun.dep in ("attr", "oprd", "appos", "ROOT") or patient is not None:
            return True
        if noun.dep in ("dobj", "xcomp") and noun.head.lemma in PERCEIVING:
            return True
        if noun.dep == "pobj" and noun.head.lower == "as":
            return True
        if self._definite(noun):
            return True
        return noun.plural and any(child.dep == "amod" for child in noun.children)

    def _answering(self, noun: Token) -> Token | None:
        """Who answers for it: who denies or admits it, or is held on suspicion of it."""
        up = noun.head
        if noun.dep == "dobj" and up.lemma in ADMITTING:
            return _somebody(clause_subject(up))
        if noun.dep != "pobj":
            return None
        over = up.head
        if over.lemma == "responsibility" and over.head.verb:
            return _somebody(clause_subject(over.head))
        if up.lemma == "to" and over.lemma in ADMITTING:
            return _somebody(clause_subject(over))
        if over.lemma == "suspicion" and over.dep == "pobj":
            over = over.head.head
        charged = over.verb and over.lemma in ACCUSING and up.lower in ("of", "with")
        return over.child("dobj", "nsubjpass") if charged else None

    def _participant(self, noun: Token) -> Mention | None:
        """The participant in "police-involved shooting", of whom it is not said what he did."""
        for child in noun.children_of("amod", "acl"):
            if child.lower in ("involved", "related"):
                inner = child.child("npadvmod", "compound", "nmod", "dep")
                found = self.scene.roles.mention(inner) if inner is not None else None
                if found is not None:
                    return found
        return None

    def _distant_agent(self, noun: Token, entry: Entry) -> tuple[Mention | None, str]:
        """An agent outside the noun phrase: blamed for it, answering with it, acting jointly."""
        if "noun" in entry.pos and entry["harm"] in ("social", "deceptive"):
            doer = next(prepositional_objects(noun, "of"), None)
            if doer is not None:  # "the negligence of the firm"
                return self.scene.roles.mention(doer), "oblique"
        for told in noun.children_of("acl", "relcl"):
            word = _PINNED.get(told.lemma)
            pinned = next(prepositional_objects(told, word), None) if word else None
            if pinned is not None:
                return self.scene.roles.mention(pinned), "oblique"
        blamed = self._blamed(noun)
        if blamed is not None:
            return self.scene.roles.mention(blamed), "oblique"
        if noun.dep == "pobj" and noun.head.lower == "with" and entry["harm"] == "physical":
            verb = next((up for up in noun.ancestors() if up.verb), None)
            if verb is not None and verb.i not in self.scene.told:
                clause = clause_of(verb)
                agent = self.scene.roles.mention(clause.agent)
                if agent is not None:
                    return agent, "oblique"
        if any(child.lower in JOINT for child in noun.children_of("amod", "compound")):
            for mention in reversed(self.scene.index.mentions):
                head = self.scene.parse.at(mention.start)
                if mention.start < noun.start and head is not None and head.child("conj"):
                    return mention, "adjective"
        return None, "none"

    def _blamed(self, noun: Token) -> Token | None:
        """Who is blamed for it: "has been blamed for a string of raids"."""
        for up in noun.ancestors():
            if up.verb:
                accused = up.child("dobj", "nsubjpass") if up.lemma in ACCUSING else None
                return None if accused is noun else accused
            if not (up.noun or up.dep == "prep"):
                return None
        return None


def is_nominal(token: Token) -> bool:
    """Whether a word is a noun, or a gerund used as one ("the fighting", "hours of shooting")."""
    if token.noun or token.tag != "VBG":
        return token.noun
    bare = token.child("dobj", "nsubj", "aux", "prt", "xcomp", "ccomp") is None
    heard = token.dep == "xcomp" and token.head.lemma == "hear"
    argument = token.dep in ("pobj", "nsubj", "dobj") or heard
    return token.child("det") is not None or (bare and argument)


def is_charge(token: Token) -> bool:
    """Whether a gerund after "accused of" was read as a noun or adjective: "of hiding shells"."""
    if not token.lower.endswith("ing") or token.child("det", "poss") is not None:
        return False
    thing = token if token.dep == "pobj" else token.head
    if token.dep in ("compound", "amod"):
        if thing.dep != "pobj" or thing.left != token.i:
            return False
    elif token.dep != "pobj":
        return False
    of = thing.head
    return of.lower in ("of", "for") and any(up.lemma in ACCUSING for up in of.ancestors())


def _somebody(token: Token | None) -> Token | None:
    """The word, unless it denies that there is anybody: "no group has claimed the attack"."""
    if token is None or token.lower in ("nobody", "none") or is_negated(token):
        return None
    return token


def _figure(noun: Token) -> bool:
    """Whether a force of nature only measures: "a storm of criticism", "a flood of letters"."""
    of = next(prepositional_objects(noun, "of"), None)
    return of is not None and noun.lemma not in ("outbreak", "epidemic")
