"""Which actors have been mentioned before a point of the text, and how prominently."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framing.annotators._names import UNLISTED, is_state_kind
from framing.language.syntax import is_definite, outermost

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Found, Referents
    from framing.language import Token

__all__ = ["Entry", "Salience", "sort_of"]


def sort_of(refs: Referents, actor: str) -> str:
    """Person, people, state, media or group: what decides which pronouns and nouns fit an actor."""
    kind = refs.kind(actor)
    if "person" in kind:
        return "person"
    if is_state_kind(kind):
        return "state"
    if kind == UNLISTED:
        return "people"
    if any(word in kind for word in ("media", "news", "outlet", "broadcaster", "newspaper")):
        return "media"
    return "group"


#: Within so many sentences a group that no file lists may be meant.
_LONG_AGO = 4

_TELLING = frozenset({"tell", "inform", "ask", "remind", "assure"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A mention that has been read; `main`: as subject of its sentence's main clause."""

    at: int
    sent: int
    actor: str
    sort: str
    plural: bool
    subject: bool
    speaks: bool
    main: bool


@dataclass
class Salience:
    """The mentions read so far, in text order."""

    refs: Referents
    entries: list[Entry] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)

    def read(self, found: Found) -> None:
        """Take note of a mention, but of none that no pronoun goes back to.

        Such are the author in a byline and the place in "the Britain-based group".
        """
        head = found.head
        based = head.dep == "npadvmod" and head.head.dep in ("amod", "acl")
        if based or self.refs.parse.sentence(head).zone in ("byline", "credit"):
            return
        sort = sort_of(self.refs, found.actor)
        if sort == "people" and head.dep in ("dobj", "dative") and head.head.lemma in _TELLING:
            return  # "told reporters": who listens is not spoken of
        plural = head.tag in ("NNS", "NNPS") or head.lower in ("they", "them", "their", "we")
        role = outermost(head).dep
        subject = role in ("nsubj", "nsubjpass") or (
            role in ("compound", "nmod", "poss") and head.head.dep in ("nsubj", "nsubjpass")
        )
        speaks = role == "nsubj" and (
            outermost(head).head.lemma in self.refs.resources.lexicons.reporting_verbs
        )
        verb = outermost(head).head
        main = subject and verb.head is verb
        self.entries.append(
            Entry(head.i, head.sent, found.actor, sort, plural, subject, speaks, main)
        )

    def nearest(
        self, token: Token, actors: frozenset[str], sentences: int | None = None
    ) -> str | None:
        """The one of `actors` mentioned last before `token`; by name, if within so many sentences.

        By name: else every "terrorists" would bring nearer whom the next one means.
        """
        for entry in reversed(self.entries):
            if sentences is not None and token.sent - entry.sent > sentences:
                return None
            named = sentences is None or self.refs.by_head[entry.at].form in ("name", "mixed")
            if entry.at < token.i and entry.actor in actors and named:
                return entry.actor
        return None

    def most_mentioned(self, actors: list[str]) -> str | None:
        """The one of `actors` that the article names most often, of equals the first."""
        counts: Counter[str] = Counter()
        for at in sorted(self.refs.by_head):
            actor = self.refs.by_head[at].actor
            if actor in actors:
                counts[actor] += 1
        return counts.most_common(1)[0][0] if counts else None

    def last(self, token: Token, sort: str) -> str | None:
        """The actor of a sort mentioned last, within the four sentences before.

        A crowd of people ("civilians") is no "group".
        """
        for entry in reversed(self.entries):
            if token.sent - entry.sent > 4:
                return None
            crowd = sort == "group" and self.refs.name(entry.actor).islower()
            if entry.sort == sort and entry.at < token.i and not crowd:
                return entry.actor
        return None

    def last_state(self, token: Token) -> str | None:
        """The government in play: one of a side that is compared, else the one mentioned most."""
        counts = Counter(
            entry.actor for entry in self.entries if entry.sort == "state" and entry.at < token.i
        )
        actors = self.refs.resources.actors
        contrast = actors.contrast("labels")
        compared = contrast.sides_a | contrast.sides_b if contrast is not None else frozenset()
        for actor in actors.actors:
            if "government" in actor.kind.lower() and actors.side_of(actor.id) in compared:
                counts[actor.id] += 1
        if not counts:
            return None
        return max(
            counts,
            key=lambda actor: (
                actors.side_of(actor) in compared,
                "government" in self.refs.kind(actor),
                counts[actor],
            ),
        )

    def armed_near(self, noun: Token) -> str | None:
        """The one armed actor of this sentence and the two before that does not itself act here.

        Rather a group with a name than a crowd, which has its own word.
        """
        words = self.refs.parse.tokens_of(self.refs.parse.sentence(noun))
        acting = {self.refs.actor_at(one) for one in words if one.dep == "nsubj"}
        near = {
            entry.actor
            for entry in self.entries
            if 0 <= noun.sent - entry.sent <= 2 and _is_armed(self.refs.kind(entry.actor))
        }
        rest = near - acting
        rest = {actor for actor in rest if not self.refs.name(actor).islower()} or rest
        return rest.pop() if len(rest) == 1 else None

    def only_armed(self, noun: Token, *, unlisted: bool) -> str | None:
        """The one actor whose kind says that it is armed, if there is one.

        For a single group and "**the** terrorists" that may be one that no file lists, if it was
        named not long before.
        """
        known = tuple(self.refs.resources.actors.actors)
        found = unlisted and not known and (not noun.plural or is_definite(noun))
        among = tuple(self.refs.discovered.values()) if found else known
        armed = [actor.id for actor in among if _is_armed(actor.kind.lower())]
        if len(armed) != 1:
            return None
        return self.nearest(noun, frozenset(armed), _LONG_AGO) if found else armed[0]


def _is_armed(kind: str) -> bool:
    """Whether a kind says that an actor is armed."""
    return any(word in kind for word in ("armed", "militia", "rebel", "militant"))
