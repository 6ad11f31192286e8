"""What the rules of one article's epistemic cues share."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framing.annotators._index import MentionIndex
from framing.annotators._names import UNLISTED
from framing.annotators._voice import Voices
from framing.annotators.epistemic.contest import asserted_by
from framing.article import SCORED_ZONES

if TYPE_CHECKING:
    from framing.annotation import Attribution, Event, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse, Token

__all__ = ["Case"]

_EXPERTS = frozenset(
    {"expert", "economist", "analyst", "critic", "observer", "scientist", "doctor", "commentator",
     "pundit", "specialist", "academic", "researcher", "campaigner", "insider", "source",
     "skeptic", "sceptic", "detractor", "opponent", "supporter", "historian", "lawyer", "diplomat",
     "people", "official", "study", "report", "poll"}
)  # fmt: skip


class Case:
    """One article with the rows found so far, indexed for the rules."""

    def __init__(self, parse: Parse, article: Article, rows: Rows, resources: Resources) -> None:
        self.parse = parse
        self.article = article
        self.rows = rows
        self.resources = resources
        self.scored = SCORED_ZONES
        self.index = MentionIndex(parse, rows.mentions)
        self.voices = Voices(rows.attributions)
        self.asserted = asserted_by(parse, rows, resources)
        self.by_id: dict[str, Attribution] = {row.span_id: row for row in rows.attributions}
        self.by_cue: dict[int, Attribution] = {}
        self.by_source: dict[int, Attribution] = {}
        for row in rows.attributions:
            for start, end in row.spans_of("cue"):
                for token in parse.between(start, end):
                    self.by_cue.setdefault(token.i, row)
            for start, end in row.spans_of("source"):
                for token in parse.between(start, end):
                    self.by_source.setdefault(token.i, row)
        self.events: dict[int, list[Event]] = {}
        for event in rows.events:
            for token in parse.between(event.start, event.end):
                self.events.setdefault(token.i, []).append(event)
        self.spoken_of = Counter(row.side for row in rows.mentions if row.side is not None)
        self.others = resources.third_parties

    def is_expert(self, noun: Token) -> bool:
        """Whether a plural noun names a kind of people who are quoted without names."""
        return noun.lemma in _EXPERTS

    def is_listed(self, actor_id: str | None) -> bool:
        """Whether an actor is one of the file's, or one that the text introduces by name."""
        actor = self.resources.actor(actor_id)
        return actor is not None and actor.kind != UNLISTED

    def side_of(self, token: Token | None) -> str | None:
        """The side of the actor that a word mentions."""
        mention = self.index.at(token)
        return mention.side if mention is not None else None
