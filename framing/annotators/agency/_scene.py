"""What finding the events of one article takes: look-ups, and the making of a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.annotation import AUTHOR, Event
from framing.annotators._index import MentionIndex
from framing.annotators._voice import Voices
from framing.annotators.agency._roles import Roles
from framing.annotators.agency._terms import event_terms
from framing.language.syntax import prepositional_objects

if TYPE_CHECKING:
    from framing.annotation import Mention, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse, Token
    from framing.lexicon import Entry

__all__ = ["Found", "Scene"]

_ARGUMENTS = ("of", "on", "against", "at", "over", "in", "into", "to", "upon", "among", "with")


@dataclass(frozen=True, slots=True)
class Found:
    """An event with what inference asks of it: its lexicon entry and its word."""

    row: Event
    entry: Entry
    head: Token


class Scene:
    """One article as the rules of agency see it.

    `told` holds the words whose event has been found already.
    """

    def __init__(self, parse: Parse, article: Article, rows: Rows, resources: Resources) -> None:
        self.parse = parse
        self.article = article
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

    def argument(self, head: Token) -> Token | None:
        """Whom a noun or a verb phrase is done to: "attack on the capital"."""
        objects = list(prepositional_objects(head, *_ARGUMENTS))
        people = (item for item in objects if self.roles.mention(item) or self.roles.person(item))
        return next(people, objects[0] if objects and head.noun else None)

    def row(
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
