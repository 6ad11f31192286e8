"""Events told by verbs, by the phrases they head and the nouns they carry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators.agency._scene import Found
from framing.annotators.agency._words import (
    ACCORDS,
    ALONE,
    BARE,
    BLOWS,
    FIGURATIVE,
    HOPES,
    LEGAL,
    MOVING,
    PARTICLED,
    POSTURES,
    REQUESTS,
    STATES,
    TRANSITIVE,
    UNHARMED,
)
from framing.annotators.agency.clause import clause_of
from framing.annotators.agency.light import carried, said_by_subject
from framing.language.syntax import (
    clause_subject,
    is_negated,
    is_passive,
    prepositional_objects,
    verb_group,
)

if TYPE_CHECKING:
    from framing.annotation import Mention
    from framing.annotators.agency._scene import Scene
    from framing.annotators.agency.clause import Clause
    from framing.language import Token
    from framing.lexicon import Entry

__all__ = ["VerbEvents"]


class VerbEvents:
    """Finds the event that a verb tells, if it tells one.

    Parameters
    ----------
    scene : Scene
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def find(self, verb: Token, *, headline: bool) -> Found | None:
        """The event of a verb; in headlines past forms without an object are passives."""
        if verb.dep in ("amod", "compound", "nmod"):
            return None
        clause = clause_of(verb, headline=headline)
        if _requested(verb) or said_by_subject(self.scene, verb, clause):
            return None
        light = carried(self.scene, verb, clause)
        if light is not None:
            return self._event(verb, *light)
        for entry, places in self.scene.terms.senses(verb):
            event = self._sense(verb, entry, places, clause, headline)
            if event is not None:
                return event
        return None

    def _sense(
        self, verb: Token, entry: Entry, places: tuple[int, ...], clause: Clause, headline: bool
    ) -> Found | None:
        """An event, if this sense of the verb fits its clause."""
        last = max(places, default=verb.i)
        if entry["harm"] != "physical" and self._reports(verb, clause):
            return None
        if entry.flag("agentless"):
            transitive = is_passive(verb) or verb.child("dobj") is not None
            if transitive and not places:
                return self._event(verb, entry, clause) if clause.passive else None
            clause = clause_of(verb, headline=headline, intransitive=True)
            return self._agentless(verb, entry, clause, last)
        if not places and not self._is_bare(verb, entry, clause):
            return None
        thing = clause.thing
        if not places and thing is None and verb.lemma in ALONE and not clause.passive:
            people = self.scene.roles.person(clause_subject(verb))
            return self._agentless(verb, entry, clause, last) if people else None
        final = self.scene.parse.tokens[last]
        if places and not clause.passive and final.dep == "prep" and thing is None:
            thing = final.child("pobj")
            clause = replace(clause, thing=thing)
        if thing is not None and thing.i in places:
            clause = replace(clause, thing=self.scene.argument(verb))
        elif not self.scene.roles.fits(thing, entry["object"]):
            return None
        if entry["harm"] == "none" and not self._matters(verb, clause, phrase=bool(places)):
            return None
        return self._event(verb, entry, clause, last)

    def _is_bare(self, verb: Token, entry: Entry, clause: Clause) -> bool:
        """Whether a verb alone has its harmful sense here: neither of place nor a figure."""
        thing = clause.thing
        if verb.lemma in PARTICLED and verb.child("prt") is not None:
            return False
        if verb.lemma in POSTURES:
            return not _in_place(verb)
        whither = prepositional_objects(verb, "in", "to")
        if any(word is not None and word.lemma in UNHARMED for word in (thing, *whither)):
            return False
        if verb.lemma in STATES and clause.passive and clause.realised == "none":
            return False
        if entry["harm"] != "physical":
            return True
        if thing is not None and thing.lemma in FIGURATIVE and not clause.passive:
            return False
        if verb.lemma in BLOWS and any(
            child.dep == "prep" and child.lower in ("for", "over", "as") and child.i > verb.i
            for child in verb.children
        ):
            return False
        if clause.passive:
            return verb.lemma not in BARE
        return thing is not None or verb.lemma not in TRANSITIVE

    def _reports(self, verb: Token, clause: Clause) -> bool:
        """Whether a verb that may also do harm only reports: "threatened that", not a witness."""
        if verb.i not in self.scene.cues or verb.lemma in LEGAL:
            return False
        return not (self.scene.roles.person(clause.thing) or self.scene.roles.mention(clause.thing))

    def _matters(self, verb: Token, clause: Clause, *, phrase: bool) -> bool:
        """Whether a harmless act is one between the actors of the story."""
        if (verb.dep == "xcomp" and verb.head.lemma in HOPES) or _only_planned(verb):
            return False
        if verb.lemma == "charge" and any(with_.child("pcomp") for with_ in verb.children):
            return False  # "charged with implementing the law": a task, no accusation
        thing, agent = clause.thing, self.scene.roles.mention(clause.agent)
        if thing is not None and thing.lemma in ACCORDS:
            return agent is not None
        patient = self.scene.roles.mention(thing)
        if patient is None:
            legal = verb.lemma in LEGAL and self.scene.roles.person(thing)
            agreed = verb.lemma == "agree" and verb.child("xcomp") is not None
            alone = agreed or (thing is None and self._partner(verb) is not None)
            return legal or (agent is not None and (phrase or alone))
        return agent is None or agent.actor != patient.actor or verb.lemma in MOVING

    def _partner(self, verb: Token) -> Mention | None:
        """With whom or to whom a harmless act is done: "apologised to the families"."""
        partners = prepositional_objects(verb, "with", "to", "from", "for")
        return next(filter(None, map(self.scene.roles.mention, partners)), None)

    def _agentless(self, verb: Token, entry: Entry, clause: Clause, last: int) -> Found:
        """ "Three people died": the subject is the patient, and nobody did it."""
        patient = clause.thing if clause.passive else clause_subject(verb)
        if patient is not None and patient.tag in ("WP", "WDT") and verb.dep == "relcl":
            patient = verb.head
        agent = None
        for inner in prepositional_objects(verb, "during", "under", "in", "after", "from", "by"):
            agent = self.scene.index.at(inner.child("poss")) or self.scene.roles.owner(inner)[0]
            if agent is not None:
                break
        row = self.scene.row(
            self._span(verb, last), verb, entry, agent, self.scene.roles.sufferer(patient)
        )
        row = replace(
            row, form="passive_agentless" if clause.passive else "intransitive",
            agent_realised="none", agent_deleted=True, confidence=0.65,
        )  # fmt: skip
        return Found(row, entry, verb)

    def _event(self, verb: Token, entry: Entry, clause: Clause, last: int | None = None) -> Found:
        agent, realised, form = self.scene.roles.mention(clause.agent), clause.realised, clause.form
        if clause.agent is not None and not self.scene.roles.acts(clause.agent):
            agent, realised = self.scene.roles.owner(clause.agent)
            if clause.passive and realised == "none" and form == "passive_by":
                form = "passive_agentless"
        deleted = realised == "none"
        if deleted and agent is None:
            agent = self._helper(verb)
        span = self._span(verb, verb.i if last is None else last)
        row = self.scene.row(span, verb, entry, agent, self._patient(verb, entry, clause))
        confidence = 0.5 if is_negated(verb) else 0.8
        row = replace(
            row, form=form, agent_realised=realised, agent_deleted=deleted, confidence=confidence
        )
        return Found(row, entry, verb)

    def _patient(self, verb: Token, entry: Entry, clause: Clause) -> Mention | None:
        """Whom it is done to: the object, its owner, or whom the act is directed at."""
        patient = self.scene.roles.sufferer(clause.thing)
        if patient is not None or self.scene.roles.person(clause.thing):
            return patient
        if entry["harm"] == "none":
            return self._partner(verb)
        aims = prepositional_objects(verb, "at", "on", "into", "onto", "against", "upon", "over")
        return next(filter(None, map(self.scene.roles.sufferer, aims)), None)

    def _helper(self, verb: Token) -> Mention | None:
        """Whoever helped or owns the tool: "with the help of a secret service"."""
        for tool in prepositional_objects(verb, "with", "by", "in"):
            if self.scene.roles.acts(tool) and tool.lemma not in ("help", "support", "aid"):
                continue
            for inner in (*prepositional_objects(tool, "of", "from"), tool):
                mention = self.scene.roles.mention(inner) or self.scene.roles.owner(inner)[0]
                if mention is not None:
                    return mention
        return None

    def _span(self, verb: Token, last: int) -> tuple[int, int]:
        first, end = verb_group(verb)
        if verb.dep == "acomp":
            first = min(first, verb_group(verb.head)[0])
        return first, last if end < last <= end + 3 else end


def _requested(verb: Token) -> bool:
    """Whether somebody is only asked to do it: "urged the governor to veto the bill"."""
    asked = verb.dep in ("xcomp", "ccomp") and verb.tag == "VB"
    return asked and verb.head.lemma in REQUESTS


def _only_planned(verb: Token) -> bool:
    """Whether an infinitive only says what a plan, a deal or the will is to do."""
    return verb.tag == "VB" and verb.dep in ("acl", "relcl")


def _in_place(verb: Token) -> bool:
    """Whether a verb of posture says where something is: "the village lies downstream"."""
    return any(
        child.dep in ("prep", "advmod", "acomp") and child.i > verb.i
        and child.lower not in ("to", "about", "again", "repeatedly", "under")
        for child in verb.children
    )  # fmt: skip
