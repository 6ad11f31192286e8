"""What the parts of the mention annotator pass to each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framing.actors import Actor
from framing.annotators._names import countries
from framing.language.syntax import noun_phrase

if TYPE_CHECKING:
    from framing.annotators.resources import Resources
    from framing.language import Parse, Token

__all__ = ["Found", "Referents"]


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it becomes a row: token positions ``first`` to ``last``, its head."""

    head: Token
    first: int
    last: int
    actor: str
    form: str
    confidence: float = 1.0
    evidence: str = ""


@dataclass
class Referents:
    """The mentions of an article as they are being found, by the position of their head.

    `ties` counts what the article itself calls an actor: from a head word's lemma to the
    actors it was tied to by a name beside it, an apposition or a predicate. `given` holds those
    ties that the actors file gives, by its names and kinds. `unlisted` is the last one without a
    name of a noun: "the officer" is the police officer of before.
    """

    parse: Parse
    resources: Resources
    by_head: dict[int, Found] = field(default_factory=dict)
    extra: list[Found] = field(default_factory=list)
    ties: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    given: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    discovered: dict[str, Actor] = field(default_factory=dict)
    unlisted: dict[str, str] = field(default_factory=dict)

    def add(
        self, head: Token, actor: str, form: str, *, confidence: float = 1.0, evidence: str
    ) -> None:
        """Add the noun phrase under `head`, unless its head is a mention already."""
        if head.i in self.by_head:
            return
        first, last = noun_phrase(head, self.parse.tokens)
        self.by_head[head.i] = Found(head, first, last, actor, form, confidence, evidence)

    def add_word(
        self, token: Token, actor: str, form: str, *, confidence: float = 1.0, evidence: str
    ) -> None:
        """Add a single word (a pronoun, a name inside a larger phrase) as a mention."""
        found = Found(token, token.i, token.i, actor, form, confidence, evidence)
        if token.i in self.by_head:
            self.extra.append(found)
        else:
            self.by_head[token.i] = found

    def actor_at(self, token: Token) -> str | None:
        """The actor of the mention whose head is `token`."""
        found = self.by_head.get(token.i)
        return found.actor if found else None

    def tie(self, lemma: str, actor: str) -> None:
        """Record that the article itself uses `lemma` for an actor."""
        self.ties[lemma][actor] += 1

    def family(self, lemma: str) -> Counter[str]:
        """Ties of a noun, or else of the words that share its stem ("terror group")."""
        if lemma in self.ties:
            return self.ties[lemma]
        family: Counter[str] = Counter()
        if len(stem := lemma.split()[0][:6]) == 6:
            labels = self.resources.lexicons.label_nouns
            for other, tied in self.ties.items():
                if other.startswith(stem) and other in labels:
                    family.update(tied)
        return family

    def country(self, key: str, *, government: bool) -> str:
        """The actor that a country stands for; an unlisted one is discovered."""
        actor = self.resources.country_actor(key, government=government)
        if actor is not None:
            return actor
        name = next(country.name for country in countries() if country.key == key)
        self.discovered.setdefault(name, Actor(name, name, kind="state"))
        return name

    def known(self, actor_id: str) -> Actor | None:
        """The listed or discovered actor with this id."""
        return self.resources.actor(actor_id) or self.discovered.get(actor_id)

    def name(self, actor_id: str) -> str:
        """What to call a listed or discovered actor."""
        actor = self.known(actor_id)
        return actor.name if actor else actor_id

    def kind(self, actor_id: str) -> str:
        """The kind of a listed or discovered actor, lower case."""
        actor = self.known(actor_id)
        return actor.kind.lower() if actor else ""

    def side(self, actor_id: str) -> str | None:
        """The side of a listed actor, or of the one that a discovered actor belongs to."""
        seen: set[str] = set()
        link: str | None = actor_id
        while link and link not in seen:
            seen.add(link)
            side = self.resources.actors.side_of(link)
            if side:
                return side
            actor = self.discovered.get(link)
            link = actor.affiliation if actor else None
        return None

    def ordered(self) -> list[Found]:
        """All mentions in text order, the longer first."""
        every = {
            (found.first, found.last, found.actor): found
            for found in (*self.by_head.values(), *self.extra)
        }
        return sorted(every.values(), key=lambda found: (found.first, -found.last))
