"""Who does what to whom, and whether the text says who (Greene and Resnik 2009).

Events are verbs and nominalisations of the `events` lexicon. An agent is deleted where the
clause does not realise it; it is then sought where the article names it for the same event,
and the event is set aside as unknown where nothing gives ground to name one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotation import AUTHOR, Event
from framing.annotators._index import MentionIndex
from framing.annotators._voice import Voices
from framing.language.syntax import (
    agent_of,
    clause_subject,
    conjuncts,
    is_negated,
    is_passive,
    prepositional_objects,
    verb_group,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotation import Mention, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse, Token
    from framing.lexicon import Entry

__all__ = ["annotate"]

#: Verbs that only carry the event their object names: "launch attacks".
_LIGHT = frozenset(
    {"launch", "carry", "conduct", "commit", "mount", "perform", "wage", "make", "take", "order",
     "undertake", "execute", "inflict", "impose", "hold", "stage"}
)  # fmt: skip
_OCCUR = frozenset({"take", "occur", "happen", "erupt", "break", "follow", "begin", "continue"})
_PEOPLE = frozenset({"people", "member", "kin", "role", "group", "institution", "anonymous"})


def annotate(parse: Parse, article: Article, rows: Rows, resources: Resources) -> tuple[Event, ...]:
    """Find events of harm, and of agreement, release and the like.

    Returns
    -------
    tuple of Event
        In text order.
    """
    finder = _Finder(parse, article, rows, resources)
    found = sorted(finder.events(), key=lambda pair: pair[0].start)
    agents: dict[str, tuple[str, str | None]] = {}
    for row, entry in found:
        if row.agent is not None:
            agents.setdefault(entry.term, (row.agent, row.agent_side))
    result = []
    for number, (row, entry) in enumerate(found):
        if row.agent is None and entry.term in agents:
            agent, side = agents[entry.term]
            row = replace(row, agent=agent, agent_side=side, confidence=0.6)
        row = replace(row, span_id=f"e{number}", agent_known=row.agent is not None)
        result.append(row)
    return tuple(result)


class _Finder:
    def __init__(self, parse: Parse, article: Article, rows: Rows, resources: Resources) -> None:
        self.parse = parse
        self.article = article
        self.lexicons = resources.lexicons
        self.index = MentionIndex(parse, rows.mentions)
        self.voices = Voices(rows.attributions)
        self.cues = {
            token.i
            for row in rows.attributions
            for start, end in row.spans_of("cue")
            for token in parse.between(start, end)
        }

    def events(self) -> Iterator[tuple[Event, Entry]]:
        """Every event with its lexicon entry."""
        for token in self.parse.tokens:
            if token.name:
                continue
            if token.verb and token.dep not in ("aux", "auxpass", "amod", "compound"):
                pair = self._verb(token)
            elif token.tag in ("NN", "NNS") and token.dep not in ("compound", "npadvmod"):
                pair = self._noun(token)
            else:
                pair = None
            if pair is not None:
                yield pair

    # ------------------------------------------------------------ verbs

    def _verb(self, verb: Token) -> tuple[Event, Entry] | None:
        thing = verb.child("dobj", "nsubjpass")
        noun_entry = self.lexicons.event_nouns.get(thing.lemma) if thing is not None else None
        if verb.lemma in _LIGHT and thing is not None and noun_entry is not None:
            patient = self._patient_of_noun(thing)
            return self._event(verb, noun_entry, patient, carried=thing)
        entry = self.lexicons.event_verbs.get(verb.lemma)
        if entry is None or (
            verb.i in self.cues and entry["harm"] in ("none", "social", "coercive")
        ):
            return None
        if entry.flag("agentless"):
            return self._agentless(verb, entry)
        if not self._object_fits(thing, entry["object"]):
            return None
        return self._event(verb, entry, thing)

    def _agentless(self, verb: Token, entry: Entry) -> tuple[Event, Entry]:
        """ "Three people died": the subject is the patient, and nobody did it."""
        patient = clause_subject(verb)
        cause = next(
            (
                self.index.at(inner)
                for inner in prepositional_objects(verb, "from", "after", "during", "in", "by")
                if self.index.at(inner) is not None
            ),
            None,
        )
        owner = next(
            (
                self.index.at(inner.child("poss"))
                for inner in prepositional_objects(verb, "during", "under", "in", "after")
                if inner.child("poss") is not None
            ),
            None,
        )
        agent = owner or (cause if cause is not None and patient is not cause else None)
        row = self._row(verb_group(verb), verb, entry, agent, self.index.at(patient))
        return replace(
            row, form="intransitive", agent_realised="none", agent_deleted=True, confidence=0.65
        ), entry

    def _event(
        self, verb: Token, entry: Entry, thing: Token | None, carried: Token | None = None
    ) -> tuple[Event, Entry]:
        form, realised, agent_token = _form(verb)
        group = verb_group(verb)
        if carried is not None and not is_passive(verb):
            group = (group[0], max(group[1], verb.i))
        row = self._row(group, verb, entry, self._joint(agent_token), self.index.at(thing))
        deleted = realised == "none"
        if deleted:
            helper = next(
                (
                    self.index.at(inner)
                    for with_ in prepositional_objects(verb, "with")
                    for inner in [*prepositional_objects(with_, "of"), with_]
                    if self.index.at(inner) is not None
                ),
                None,
            )
            if helper is not None:
                row = replace(row, agent=helper.actor, agent_side=helper.side, confidence=0.7)
        if is_negated(verb):
            row = replace(row, confidence=0.5)
        return replace(row, form=form, agent_realised=realised, agent_deleted=deleted), entry

    def _joint(self, token: Token | None) -> Mention | None:
        """The mention of an agent; of coordinated ones the first that is one."""
        if token is None:
            return None
        for item in conjuncts(token):
            mention = self.index.at(item) or self.index.around(item)
            if mention is not None and (self.index.at(item) or not item.proper):
                return mention
        return None

    def _object_fits(self, thing: Token | None, wanted: str) -> bool:
        if not wanted:
            return True
        if thing is None:
            return False
        kind = self.lexicons.role_class(thing.lemma)
        person = (
            self.index.at(thing) is not None or kind in _PEOPLE or thing.pronoun
            or thing.lemma in self.lexicons.label_nouns
            or any(inner.lemma in self.lexicons.roles for inner in prepositional_objects(thing, "of"))
        )  # fmt: skip
        accepted = wanted.split("|")
        if "person" in accepted and person:
            return True
        return bool(set(accepted) - {"person"}) and not (person and self.index.at(thing) is None)

    # ------------------------------------------------------------ nominalisations

    def _noun(self, noun: Token) -> tuple[Event, Entry] | None:
        entry = self.lexicons.event_nouns.get(noun.lemma)
        if entry is None or entry["harm"] == "none":
            return None
        governor = noun.head
        if noun.dep in ("dobj", "nsubjpass") and governor.verb and (
            governor.lemma in _LIGHT or governor.lemma in self.lexicons.event_verbs
            or governor.i in self.cues
        ):  # fmt: skip
            return None
        agent, realised = self._noun_agent(noun)
        occurs = noun.dep == "nsubj" and governor.lemma in _OCCUR
        patient = self._patient_of_noun(noun)
        if not occurs and agent is None and patient is None and noun.dep not in ("nsubj", "dobj"):
            return None
        last = noun.i
        if occurs:
            last = max(
                [governor.i]
                + [c.i for c in governor.children_of("dobj", "prt") if c.lower == "place"]
            )
        row = self._row((noun.i, last), noun, entry, agent, self.index.at(patient))
        return replace(
            row, form="nominalisation", agent_realised=realised,
            agent_deleted=realised == "none", confidence=0.75 if agent or patient else 0.6,
        ), entry  # fmt: skip

    def _noun_agent(self, noun: Token) -> tuple[Mention | None, str]:
        owner = self.index.at(noun.child("poss"))
        if owner is not None:
            return owner, "oblique"
        for inner in prepositional_objects(noun, "by"):
            return self.index.at(inner), "by"
        for child in noun.children_of("compound", "amod", "nmod"):
            mention = self.index.at(child) or (
                self.index.around(child) if child.lower in self.lexicons.demonyms else None
            )
            if mention is not None:
                return mention, "adjective"
        return None, "none"

    def _patient_of_noun(self, noun: Token) -> Token | None:
        return next(iter(prepositional_objects(noun, "of", "on", "against", "at", "over")), None)

    # ------------------------------------------------------------ shared

    def _row(
        self, group: tuple[int, int], head: Token, entry: Entry,
        agent: Mention | None, patient: Mention | None,
    ) -> Event:  # fmt: skip
        tokens = self.parse.tokens
        start, end = tokens[group[0]].start, tokens[group[1]].end
        sentence = self.parse.sentence(head)
        contents = self.voices.contents(start)
        voice = self.voices.voice(start)
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
            evidence=self.lexicons["events"].evidence(entry),
            predicate=entry.term,
            agent=agent.actor if agent else None,
            agent_side=agent.side if agent else None,
            patient=patient.actor if patient else None,
            patient_side=patient.side if patient else None,
            harm=entry["harm"],
            attributed=bool(contents) or voice != AUTHOR,
        )


def _form(verb: Token) -> tuple[str, str, Token | None]:
    """The form of a verb's clause, how it realises the agent, and the agent's token."""
    if is_passive(verb) or (verb.tag == "VBN" and verb.dep == "acl"):
        agent = agent_of(verb)
        return (
            ("passive_by", "by", agent)
            if agent is not None
            else ("passive_agentless", "none", None)
        )
    own = verb.child("nsubj")
    if own is not None:
        if own.tag in ("WP", "WDT") and verb.dep == "relcl":
            return "relative", "subject", own
        return "active", "subject", own
    subject = clause_subject(verb)
    if verb.dep == "conj" and subject is not None:
        return "active", "subject", subject
    if any(child.dep == "aux" and child.lower == "to" for child in verb.children):
        return "infinitive", "controlled" if subject is not None else "none", subject
    if verb.tag == "VBG":
        return "participle", "controlled" if subject is not None else "none", subject
    return "active", "subject" if subject is not None else "none", subject
