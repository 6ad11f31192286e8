"""Events told by nouns: "the eviction", "its attacks on the town", "hours of shooting"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators.agency._scene import Found
from framing.annotators.agency._words import ACCUSING, JOINT, OCCUR
from framing.annotators.agency.clause import clause_of

if TYPE_CHECKING:
    from framing.annotation import Mention
    from framing.annotators.agency._scene import Scene
    from framing.language import Token

__all__ = ["NounEvents", "is_charge", "is_nominal"]

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


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
        agent, realised = self.scene.roles.owner(noun)
        if self._said_by_verb(noun, own=agent is not None):
            return None
        patient = self.scene.argument(noun)
        if entry["harm"] == "none" and (agent is None or realised != "by"):
            return None
        occurs = noun.dep in ("nsubj", "nsubjpass") and noun.head.lemma in OCCUR
        if realised == "none":
            agent, realised = self._distant_agent(noun)
        if not (occurs or agent or is_charge(noun) or self._stands_for_event(noun, patient)):
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
        row = self.scene.row((first, last), noun, entry, agent, self.scene.roles.mention(patient))
        row = replace(
            row, form="nominalisation", agent_realised=realised,
            agent_deleted=realised == "none", confidence=0.75 if agent or patient else 0.6,
        )  # fmt: skip
        if is_charge(noun):
            row = replace(row, form="participle", agent_realised="controlled")
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
                return noun.dep != "conj"
            if up.verb or not (up.noun or up.dep in ("prep", "agent")):
                break
        return False

    def _definite(self, noun: Token) -> bool:
        return any(c.dep == "det" and c.lower in _DEFINITE for c in noun.children)

    def _stands_for_event(self, noun: Token, patient: Token | None) -> bool:
        """Whether a noun refers to a particular act rather than to a kind of act."""
        if noun.dep in ("attr", "oprd", "appos", "ROOT") or patient is not None:
            return True
        if noun.dep == "pobj" and noun.head.lower == "as":
            return True
        if self._definite(noun):
            return True
        return noun.plural and any(child.dep == "amod" for child in noun.children)

    def _distant_agent(self, noun: Token) -> tuple[Mention | None, str]:
        """An agent outside the noun phrase: blamed for it, answering with it, acting jointly."""
        blamed = self._blamed(noun)
        if blamed is not None:
            return self.scene.roles.mention(blamed), "oblique"
        if noun.dep == "pobj" and noun.head.lower == "with":
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
                return up.child("dobj", "nsubjpass") if up.lemma in ACCUSING else None
            if not (up.noun or up.dep == "prep"):
                return None
        return None


def is_nominal(token: Token) -> bool:
    """Whether a word is a noun, or a gerund used as one ("the fighting", "hours of shooting")."""
    if token.noun or token.tag != "VBG":
        return token.noun
    bare = token.child("dobj", "nsubj", "aux", "prt", "xcomp", "ccomp") is None
    return token.child("det") is not None or (bare and token.dep in ("pobj", "nsubj", "dobj"))


def is_charge(token: Token) -> bool:
    """Whether a gerund after "accused of" was read as a noun or adjective: "of hiding shells"."""
    if not (token.lower.endswith("ing") and token.dep in ("compound", "amod")):
        return False
    thing = token.head
    if thing.dep != "pobj" or thing.left != token.i or thing.head.lower not in ("of", "for"):
        return False
    return any(up.lemma in ACCUSING for up in thing.head.ancestors())
