"""Events told by verbs, by the phrases they head and the nouns they carry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators.agency._scene import Found
from framing.annotators.agency._words import (
    ACCORDS,
    ALONE,
    COMPULSION,
    FIGURATIVE,
    LIGHT,
    PARTICIPATING,
    TRANSITIVE,
)
from framing.annotators.agency.clause import Clause, clause_of, thing_of
from framing.language.syntax import clause_subject, is_negated, prepositional_objects, verb_group

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
        if verb.i in self.scene.cues and entry["harm"] != "physical":
            return None
        if entry.flag("agentless"):
            clause = clause_of(verb, headline=headline, intransitive=True)
            return self._agentless(verb, entry, clause, last)
        thing = clause.thing
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
        if entry["harm"] == "none" and not self._matters(clause, last > verb.i):
            return None
        return self._event(verb, entry, clause, last)

    def _carried(self, verb: Token, clause: Clause) -> tuple[Token, Entry] | None:
        """The event noun that a light verb carries: "launch attacks", "was involved in a raid"."""
        nouns: list[Token] = []
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

    def _matters(self, clause: Clause, phrase: bool) -> bool:
        """Whether a harmless act is one between the actors of the story."""
        thing = clause.thing
        if thing is not None and thing.lemma in ACCORDS:
            return clause.agent is not None and self.scene.roles.mention(clause.agent) is not None
        patient = self.scene.roles.mention(thing)
        if patient is None:
            return phrase and self.scene.roles.mention(clause.agent) is not None
        agent = self.scene.roles.mention(clause.agent)
        return agent is None or agent.actor != patient.actor

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
            self._span(verb, last), verb, entry, agent, self.scene.roles.mention(patient)
        )
        row = replace(
            row, form="intransitive", agent_realised="none", agent_deleted=True, confidence=0.65
        )
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
            self._span(verb, last), verb, entry, agent, self.scene.roles.mention(clause.thing)
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
