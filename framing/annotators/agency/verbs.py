"""Events told by verbs, by the phrases they head and the nouns they carry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators.agency._scene import Found
from framing.annotators.agency._words import (
    ACCORDS,
    ALONE,
    BARE,
    COMPULSION,
    FIGURATIVE,
    HOPES,
    LEGAL,
    LIGHT,
    OCCUR,
    PARTICIPATING,
    POSTURES,
    REQUESTS,
    TRANSITIVE,
    WEAPONS,
    WIELDING,
)
from framing.annotators.agency.clause import Clause, clause_of, thing_of
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
        if _requested(verb) or self._said_by_subject(verb, clause):
            return None
        carried = self._carried(verb, clause)
        if carried is not None:
            noun, entry = carried
            if noun.i > verb.i:
                self.scene.told.add(noun.i)
            if clause.passive and verb.lemma in PARTICIPATING and clause.realised == "none":
                clause = Clause("active", "subject", clause.thing, None, passive=False)
            return self._event(
                verb, entry, replace(clause, thing=self.scene.argument(noun)), verb.i
            )
        for entry, last in self.scene.terms.senses(verb):
            event = self._sense(verb, entry, last, clause, headline)
            if event is not None:
                return event
        return None

    def _sense(
        self, verb: Token, entry: Entry, last: int, clause: Clause, headline: bool
    ) -> Found | None:
        """An event, if this sense of the verb fits its clause."""
        if entry["harm"] != "physical" and self._reports(verb, clause):
            return None
        if verb.lemma in POSTURES and last == verb.i and _in_place(verb):
            return None
        if entry.flag("agentless"):
            done = last == verb.i and (is_passive(verb) or verb.child("dobj") is not None)
            if done:
                return self._event(verb, entry, clause, last) if clause.passive else None
            clause = clause_of(verb, headline=headline, intransitive=True)
            return self._agentless(verb, entry, clause, last)
        thing = clause.thing
        if verb.lemma in BARE and clause.passive and entry["harm"] == "physical" and last == verb.i:
            return None
        if entry["harm"] == "physical" and last == verb.i and not clause.passive:
            if thing is None and verb.lemma in ALONE:
                return self._agentless(verb, entry, clause, last)
            if thing is None and verb.lemma in TRANSITIVE:
                return None
            if thing is not None and thing.lemma in FIGURATIVE:
                return None
        final = self.scene.parse.tokens[last]
        if last > verb.i and not clause.passive and final.dep == "prep" and thing is None:
            thing = final.child("pobj")
            clause = replace(clause, thing=thing)
        if last > verb.i and thing is not None and verb.i < thing.i <= last:
            clause = replace(clause, thing=self.scene.argument(verb))
        elif not self.scene.roles.fits(thing, entry["object"]):
            return None
        if entry["harm"] == "none" and not self._matters(verb, clause, last > verb.i):
            return None
        return self._event(verb, entry, clause, last)

    def _reports(self, verb: Token, clause: Clause) -> bool:
        """Whether a verb that may also do harm only reports: "threatened that", not a witness."""
        if verb.i not in self.scene.cues or verb.lemma in LEGAL:
            return False
        return not (self.scene.roles.person(clause.thing) or self.scene.roles.mention(clause.thing))

    def _carried(self, verb: Token, clause: Clause) -> tuple[Token, Entry] | None:
        """The event noun that a light verb carries: "launch attacks", "was involved in a raid"."""
        nouns: list[Token] = []
        weapon = self._weapon(verb, clause)
        if weapon is not None:
            return weapon
        if verb.lemma in LIGHT:
            if verb.lemma == "stage" and clause.passive:
                return None  # "the attack was staged": faked, not carried out
            nouns = [clause.thing] if clause.thing is not None else []
        elif verb.lemma in PARTICIPATING:
            nouns = list(prepositional_objects(verb, "in"))
        for noun in nouns:
            entry = self.scene.terms.noun(noun, self.scene.parse.tokens)
            if entry is None and verb.lemma in PARTICIPATING:
                entry = next(filter(None, map(self.scene.terms.participle, noun.children)), None)
            if entry is not None and entry["harm"] != "none":
                return noun, entry
        return self._ordered(verb) if verb.lemma in COMPULSION else None

    def _weapon(self, verb: Token, clause: Clause) -> tuple[Token, Entry] | None:
        """ "Used pepper spray on them", "tear gas was fired": a weapon put to use is a harm."""
        thing = clause.thing
        if verb.lemma not in WIELDING or thing is None or thing.lemma not in WEAPONS:
            return None
        (entry,) = self.scene.lexicon.lookup("use weapon")
        return thing, entry

    def _said_by_subject(self, verb: Token, clause: Clause) -> bool:
        """Whether the subject names the event: "clashes erupted", "violence flared"."""
        subject = clause.agent
        if verb.lemma not in OCCUR or subject is None or clause.realised != "subject":
            return False
        entry = self.scene.terms.noun(subject, self.scene.parse.tokens)
        return entry is not None and entry["harm"] != "none"

    def _ordered(self, verb: Token) -> tuple[Token, Entry] | None:
        """ "Ordered them to fire": whoever orders a harm does it too."""
        done = verb.child("xcomp")
        thing = verb.child("dobj", "nsubjpass")
        if done is None or done.tag != "VB" or thing is None or not self.scene.roles.acts(thing):
            return None
        for entry, _ in self.scene.terms.senses(done):
            if entry["harm"] != "none" and self.scene.roles.fits(
                thing_of(done, passive=False), entry["object"]
            ):
                return verb, entry
        return None

    def _matters(self, verb: Token, clause: Clause, phrase: bool) -> bool:
        """Whether a harmless act is one between the actors of the story."""
        if verb.dep == "xcomp" and verb.head.lemma in HOPES:
            return False
        thing, agent = clause.thing, self.scene.roles.mention(clause.agent)
        if thing is not None and thing.lemma in ACCORDS:
            return agent is not None
        patient = self.scene.roles.mention(thing)
        if patient is None:
            legal = verb.lemma in LEGAL and self.scene.roles.person(thing)
            alone = thing is None and self._partner(verb) is not None
            return legal or (agent is not None and (phrase or alone))
        return agent is None or agent.actor != patient.actor

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

    def _event(self, verb: Token, entry: Entry, clause: Clause, last: int) -> Found:
        agent, realised, form = self.scene.roles.mention(clause.agent), clause.realised, clause.form
        if clause.agent is not None and not self.scene.roles.acts(clause.agent):
            agent, realised = self.scene.roles.owner(clause.agent)
            if clause.passive and realised == "none" and form == "passive_by":
                form = "passive_agentless"
        deleted = realised == "none"
        if deleted and agent is None:
            agent = self._helper(verb)
        row = self.scene.row(
            self._span(verb, last), verb, entry, agent, self.scene.roles.sufferer(clause.thing)
        )
        confidence = 0.5 if is_negated(verb) else 0.8
        row = replace(
            row, form=form, agent_realised=realised, agent_deleted=deleted, confidence=confidence
        )
        return Found(row, entry, verb)

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


def _in_place(verb: Token) -> bool:
    """Whether a verb of posture says where something is: "the village lies downstream"."""
    return any(
        child.dep in ("prep", "advmod", "acomp") and child.i > verb.i
        and child.lower not in ("to", "about", "again", "repeatedly", "under")
        for child in verb.children
    )  # fmt: skip
