"""Finding events: verbs, the nouns they carry, and nominalisations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.annotation import AUTHOR, Event
from framing.annotators._index import MentionIndex
from framing.annotators._voice import Voices
from framing.annotators.agency._roles import Roles
from framing.annotators.agency._terms import event_terms
from framing.annotators.agency._words import (
    ACCORDS,
    ACCUSING,
    COMPULSION,
    JOINT,
    LIGHT,
    OCCUR,
    PARTICIPATING,
)
from framing.annotators.agency.clause import Clause, clause_of, thing_of
from framing.language.syntax import clause_subject, is_negated, prepositional_objects, verb_group

if TYPE_CHECKING:
    from framing.annotation import Mention, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse, Token
    from framing.lexicon import Entry

__all__ = ["Finder", "Found"]

_ARGUMENTS = ("of", "on", "against", "at", "over", "in", "to", "upon")
_UNPARSED_ZONES = frozenset({"kicker", "byline", "credit", "dateline", "boilerplate"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Found:
    """An event with what inference asks of it: its entry, its word, its patient's word."""

    row: Event
    entry: Entry
    head: Token
    thing: Token | None = None


class Finder:
    """Finds the events of one article, each with its lexicon entry."""

    def __init__(self, parse: Parse, article: Article, rows: Rows, resources: Resources) -> None:
        self.parse = parse
        self.article = article
        self.resources = resources
        self.lexicon = resources.lexicons["events"]
        self.terms = event_terms(resources.lexicons)
        self.index = MentionIndex(parse, rows.mentions)
        self.voices = Voices(rows.attributions)
        self.roles = Roles(parse, self.index, self.terms, resources)
        self.cues = {
            token.i
            for row in rows.attributions
            for start, end in row.spans_of("cue")
            for token in parse.between(start, end)
        }
        self.told: set[int] = set()

    def events(self) -> list[Found]:
        """Every event in text order: verbs first, then the nouns that no event verb has said."""
        found: list[Found] = []
        for sentence in self.parse.sentences:
            if sentence.zone in _UNPARSED_ZONES:
                continue
            tokens = self.parse.tokens[sentence.first : sentence.last]
            for token in tokens:
                if (
                    token.verb
                    and not token.name
                    and not _nominal(token)
                    and token.dep not in ("aux", "auxpass")
                ):
                    event = self._verb(token, headline=sentence.zone == "headline")
                    if event is not None:
                        self.told.add(token.i)
                        found.append(event)
            for token in tokens:
                if _nominal(token) and not token.name and token.dep not in ("compound", "nmod"):
                    event = self._noun(token)
                    if event is not None:
                        found.append(event)
        return sorted(found, key=lambda item: item.row.start)

    # ------------------------------------------------------------ verbs

    def _verb(self, verb: Token, *, headline: bool) -> Found | None:
        if verb.dep in ("amod", "compound", "nmod"):
            return None
        clause = clause_of(verb, headline=headline)
        carried = self._carried(verb, clause)
        if carried is not None:
            noun, entry = carried
            if noun.i > verb.i:
                self.told.add(noun.i)
            if clause.passive and verb.lemma in PARTICIPATING and clause.realised == "none":
                clause = Clause("active", "subject", clause.thing, None, passive=False)
            return self._event(verb, entry, replace(clause, thing=self._argument(noun)), verb.i)
        for entry, last in self.terms.senses(verb):
            event = self._sense(verb, entry, last, clause, headline)
            if event is not None:
                return event
        return None

    def _sense(
        self, verb: Token, entry: Entry, last: int, clause: Clause, headline: bool
    ) -> Found | None:
        """An event, if this sense of the verb fits its clause."""
        if verb.i in self.cues and entry["harm"] != "physical":
            return None
        if entry.flag("agentless"):
            clause = clause_of(verb, headline=headline, intransitive=True)
            return self._agentless(verb, entry, clause, last)
        thing = clause.thing
        if last > verb.i and thing is not None and verb.i < thing.i <= last:
            clause = replace(clause, thing=self._argument(verb))
        elif not self.roles.fits(thing, entry["object"]):
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
        elif verb.lemma in COMPULSION:
            return self._ordered(verb)
        for noun in nouns:
            entry = self.terms.noun(noun, self.parse.tokens)
            if entry is None and verb.lemma in PARTICIPATING:
                entry = next(filter(None, map(self.terms.participle, noun.children)), None)
            if entry is not None and entry["harm"] != "none":
                return noun, entry
        return None

    def _ordered(self, verb: Token) -> tuple[Token, Entry] | None:
        """ "Ordered them to fire": whoever orders a harm does it too."""
        done = verb.child("xcomp")
        thing = verb.child("dobj", "nsubjpass")
        if done is None or done.tag != "VB" or thing is None or not self.roles.acts(thing):
            return None
        for entry, _ in self.terms.senses(done):
            if entry["harm"] != "none" and self.roles.fits(
                thing_of(done, passive=False), entry["object"]
            ):
                return verb, entry
        return None

    def _matters(self, clause: Clause, phrase: bool) -> bool:
        """Whether a harmless act is one between the actors of the story."""
        thing = clause.thing
        if thing is not None and thing.lemma in ACCORDS:
            return clause.agent is not None and self.roles.mention(clause.agent) is not None
        patient = self.roles.mention(thing)
        if patient is None:
            return phrase and self.roles.mention(clause.agent) is not None
        agent = self.roles.mention(clause.agent)
        return agent is None or agent.actor != patient.actor

    def _agentless(self, verb: Token, entry: Entry, clause: Clause, last: int) -> Found:
        """ "Three people died": the subject is the patient, and nobody did it."""
        patient = clause.thing if clause.passive else clause_subject(verb)
        if patient is not None and patient.tag in ("WP", "WDT") and verb.dep == "relcl":
            patient = verb.head
        agent = None
        for inner in prepositional_objects(verb, "during", "under", "in", "after", "from", "by"):
            agent = self.index.at(inner.child("poss")) or self.roles.owner(inner)[0]
            if agent is not None:
                break
        row = self._row(self._span(verb, last), verb, entry, agent, self.roles.mention(patient))
        row = replace(
            row, form="intransitive", agent_realised="none", agent_deleted=True, confidence=0.65
        )
        return Found(row, entry, verb, patient)

    def _event(self, verb: Token, entry: Entry, clause: Clause, last: int) -> Found:
        agent, realised, form = self.roles.mention(clause.agent), clause.realised, clause.form
        if clause.agent is not None and not self.roles.acts(clause.agent):
            agent, realised = self.roles.owner(clause.agent)
            if clause.passive and realised == "none" and form == "passive_by":
                form = "passive_agentless"
        deleted = realised == "none"
        if deleted and agent is None:
            agent = self._helper(verb)
        row = self._row(
            self._span(verb, last), verb, entry, agent, self.roles.mention(clause.thing)
        )
        confidence = 0.5 if is_negated(verb) else 0.8
        row = replace(
            row, form=form, agent_realised=realised, agent_deleted=deleted, confidence=confidence
        )
        return Found(row, entry, verb, clause.thing)

    def _helper(self, verb: Token) -> Mention | None:
        """Whoever helped or owns the tool: "with the help of a secret service"."""
        for tool in prepositional_objects(verb, "with", "by", "in"):
            if self.roles.acts(tool) and tool.lemma not in ("help", "support", "aid"):
                continue
            for inner in (*prepositional_objects(tool, "of", "from"), tool):
                mention = self.roles.mention(inner) or self.roles.owner(inner)[0]
                if mention is not None:
                    return mention
        return None

    def _span(self, verb: Token, last: int) -> tuple[int, int]:
        first, end = verb_group(verb)
        if verb.dep == "acomp":
            first = min(first, verb_group(verb.head)[0])
        return first, last if end < last <= end + 3 else end

    # ------------------------------------------------------------ nominalisations

    def _noun(self, noun: Token) -> Found | None:
        if noun.i in self.told:
            return None
        entry = self.terms.noun(noun, self.parse.tokens)
        if entry is None:
            return None
        agent, realised = self.roles.owner(noun)
        if self._said_by_verb(noun, own=agent is not None):
            return None
        patient = self._argument(noun)
        if entry["harm"] == "none" and (agent is None or realised != "by"):
            return None
        occurs = noun.dep in ("nsubj", "nsubjpass") and noun.head.lemma in OCCUR
        if realised == "none":
            agent, realised = self._distant_agent(noun)
        if not (occurs or agent or self._stands_for_event(noun, patient)):
            return None
        last = noun.i
        if occurs:
            tail = [
                c.i for c in noun.head.children_of("dobj", "prt") if c.lower in ("place", "out")
            ]
            last = max(noun.head.i, *tail) if tail else noun.head.i
        first = noun.i
        before = self.parse.tokens[noun.i - 1] if noun.i else noun
        if not occurs and before.head is noun and before.lower in _DEFINITE:
            first = before.i
        row = self._row((first, last), noun, entry, agent, self.roles.mention(patient))
        row = replace(
            row, form="nominalisation", agent_realised=realised,
            agent_deleted=realised == "none", confidence=0.75 if agent or patient else 0.6,
        )  # fmt: skip
        return Found(row, entry, noun, patient)

    def _said_by_verb(self, noun: Token, *, own: bool) -> bool:
        """Whether the event is told by a verb whose argument the noun is.

        An adjunct ("died in the sweep"), or a subject with an agent of its own ("whose
        betrayal has plunged the state into turmoil"), is another event than the verb's.
        """
        if any(
            inner.i in self.told
            for child in noun.children_of("relcl", "acl")
            for inner in (child, *child.children_of("ccomp", "xcomp"))
        ):
            return True
        adjunct = noun.dep == "pobj" and noun.head.lower not in ("by", "with", "of", "for")
        if (adjunct and self._definite(noun)) or (own and noun.dep == "nsubj"):
            return False
        for up in noun.ancestors():
            if up.i in self.told:
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
            return self.roles.mention(blamed), "oblique"
        if noun.dep == "pobj" and noun.head.lower == "with":
            verb = next((up for up in noun.ancestors() if up.verb), None)
            if verb is not None and verb.i not in self.told:
                clause = clause_of(verb)
                agent = self.roles.mention(clause.agent)
                if agent is not None:
                    return agent, "oblique"
        if any(child.lower in JOINT for child in noun.children_of("amod", "compound")):
            for mention in reversed(self.index.mentions):
                head = self.parse.at(mention.start)
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

    def _argument(self, head: Token) -> Token | None:
        """Whom a noun or a verb phrase is done to: "attack on the capital"."""
        objects = list(prepositional_objects(head, *_ARGUMENTS))
        people = (item for item in objects if self.roles.mention(item) or self.roles.person(item))
        return next(people, objects[0] if objects and head.noun else None)

    # ------------------------------------------------------------ the row

    def _row(
        self, group: tuple[int, int], head: Token, entry: Entry,
        agent: Mention | None, patient: Mention | None,
    ) -> Event:  # fmt: skip
        tokens = self.parse.tokens
        start, end = tokens[group[0]].start, tokens[group[1]].end
        sentence = self.parse.sentence(head)
        contents = self.voices.contents(head.start)
        voice = self.voices.voice(head.start)
        return Event(
            article_id=self.article.id,
            span_id="",
            start=start,
            end=end,
            text=self.article.text[start:end],
            zone=sentence.zone,
            sentence_id=sentence.id,
            voice=voice,
            in_content_of=contents,
            confidence=0.8,
            evidence=self.lexicon.evidence(entry),
            predicate=entry.term,
            agent=agent.actor if agent else None,
            agent_side=agent.side if agent else None,
            patient=patient.actor if patient else None,
            patient_side=patient.side if patient else None,
            harm=entry["harm"],
            attributed=bool(contents) or voice != AUTHOR,
        )


def _nominal(token: Token) -> bool:
    """Whether a word is a noun, or a gerund used as one ("the fighting", "hours of shooting")."""
    if token.noun or token.tag != "VBG":
        return token.noun
    bare = token.child("dobj", "nsubj", "aux", "prt", "xcomp", "ccomp") is None
    return token.child("det") is not None or (bare and token.dep in ("pobj", "nsubj", "dobj"))
