"""Which camp a loaded name is for, by what the article itself says.

"Terrorists", "thugs" or "the regime" name whomever their user is against; nothing in the words
says who that is, and the kind of an actor does not either: a government can be called a gang.
What says it is the article:

- ties: "Selk terrorists", "the Selk regime" (see `epithets.collect_ties`);
- enmity: who shells, arrests or fights members of one camp is none of theirs;
- backing: "Selk-backed" and "pro-Selk militias" are on Selk's side, "anti-Selk" ones are not;
- company: "rebels and militants" are on one side;
- speech: what members of one camp call by a loaded name is none of theirs;
- voice: where the article cites members of one camp only, it is the other that it calls names.

All of it turns round with the names of the two camps, so that a label is bound alike whoever
holds office. Where the article gives no evidence, a label is nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framing.annotators._words import prefix_of
from framing.language.syntax import conjuncts, is_definite, outermost

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Found, Referents
    from framing.annotators.mentions._salience import Salience
    from framing.language import Token

__all__ = ["ENMITY", "Camps", "is_of_conflict", "is_of_war", "label_of"]

#: Nouns of these classes are described by a label before them: "terrorist groups".
_DESCRIBED = frozenset({"group", "member", "institution", "people"})

_OF_CONFLICT = frozenset({"conflict", "protest", "politics", "crime", "religion", "dehumanising"})
_OFFICIAL = ("government", "state", "police", "military", "army", "ministry", "navy", "authority")

#: Within so many sentences a group that was mentioned may be meant, where a crowd may be too.
_NEAR = 3

#: What one hostile act weighs as evidence.
ENMITY = 1.0
#: One camp is heard alone if it is cited so many times as often as the other.
_ALONE = 3


@dataclass
class Camps:
    """The two camps of the contrast, and what the article says of its loaded names.

    `votes` counts evidence for either camp by the stem of a label, `here` by the position of
    one occurrence; `loaded` are the stems of strong labels; `heard` is how often members of
    either are cited.
    """

    refs: Referents
    members: tuple[frozenset[str], frozenset[str]]
    votes: dict[str, list[float]] = field(default_factory=dict)
    loaded: set[str] = field(default_factory=set)
    here: dict[int, list[float]] = field(default_factory=dict)
    heard: list[int] = field(default_factory=lambda: [0, 0])

    def of(self, actor: str | None) -> int | None:
        """The camp of an actor: 0, 1 or None."""
        side = self.refs.side(actor) if actor else None
        return next((camp for camp in (0, 1) if side in self.members[camp]), None)

    def against(self, token: Token) -> int | None:
        """The camp that this occurrence of a noun stands against, if only one."""
        for_a, for_b = self.here.get(token.i, (0.0, 0.0))
        return None if for_a == for_b else int(for_a > for_b)

    def by_enmity(
        self, token: Token, label: str, salience: Salience
    ) -> tuple[str | None, float, str]:
        """The actor that a label must mean by whom its bearers fight, and how sure that is.

        A word for officialdom ("regime") needs more than the company it keeps.
        """
        votes = self._of_label(token, label)
        if self._is_official(label) and abs(votes[0] - votes[1]) < ENMITY:
            return None, 0.0, ""
        return self._decided(token, label, salience, votes, "enmity")

    def by_others(
        self, token: Token, label: str, salience: Salience
    ) -> tuple[str | None, float, str]:
        """The actor of a label of which the article says nothing itself.

        Other labels of the same sort decide, then who is heard. Only where one camp is official
        and the other is not, and for labels of conflict: a boss or a giant has no enemy.
        """
        entry = self.refs.resources.lexicons.label_words.get(label)
        negative = entry is not None and entry["polarity"] == "negative"
        if not (negative and is_of_conflict(self.refs, label) and self.official() is not None):
            return None, 0.0, ""
        found = self._decided(token, label, salience, self._of_labels(label), "enmity of others")
        if found[0] is None:
            found = self._decided(token, label, salience, self._unheard(), "who is heard")
        return found

    def _decided(
        self, token: Token, label: str, salience: Salience, votes: tuple[float, float], rule: str
    ) -> tuple[str | None, float, str]:
        if votes[0] == votes[1]:
            return None, 0.0, ""
        actor = self._member(token, int(votes[1] > votes[0]), label, salience)
        sure = rule == "enmity" and abs(votes[0] - votes[1]) >= 2 * ENMITY
        return actor, 0.72 if sure else 0.6, f"label by {rule}"

    def official(self) -> int | None:
        """The camp of a government or its arms, where the other has none."""
        actors = self.refs.resources.actors
        official = [
            any(
                word in actor.kind and actors.side_of(actor.id) in camp
                for actor in actors.actors
                for word in _OFFICIAL
            )
            for camp in self.members
        ]
        return official.index(True) if official.count(True) == 1 else None

    def _of_label(self, token: Token, label: str) -> tuple[float, float]:
        all_a, all_b = self.votes.get(_stem(label), (0.0, 0.0))
        here_a, here_b = self.here.get(token.i, (0.0, 0.0))
        return all_a + here_a, all_b + here_b

    def _of_labels(self, label: str) -> tuple[float, float]:
        """Evidence of all labels of the same sort: for officialdom, or for a crowd.

        Of strong ones: whose the "militias" are does not say who the "terrorists" are.
        """
        sort = self._is_official(label)
        alike = [
            votes
            for stem, votes in self.votes.items()
            if self._is_official(stem) is sort and (sort or stem in self.loaded)
        ]
        return sum(votes[0] for votes in alike), sum(votes[1] for votes in alike)

    def _is_official(self, label: str) -> bool:
        role_class = self.refs.resources.lexicons.role_class
        return any(role_class(word) == "institution" for word in (label, label.split()[0]))

    def _unheard(self) -> tuple[float, float]:
        a, b = self.heard
        return (float(b >= 1 and b >= _ALONE * a), float(a >= 1 and a >= _ALONE * b))

    def _member(self, token: Token, camp: int, label: str, salience: Salience) -> str:
        """The group of a camp that was mentioned last, else most, else its crowd or first.

        Where the camp has a crowd ("rebels"), a group must be near to be meant; by "terrorists"
        without an article, one of this sentence or the one before.
        """
        actors = self.refs.resources.actors
        groups = [
            actor
            for actor in actors.actors
            if actors.side_of(actor.id) in self.members[camp]
            and not any(word in actor.kind for word in ("person", "media", "news"))
        ]
        if self._is_official(label):
            groups = (
                [actor for actor in groups if "government" in actor.kind]
                or [actor for actor in groups if "armed" not in actor.kind]
                or groups
            )
        ids = [actor.id for actor in groups]
        crowds = self._crowds(camp)
        if crowds and not self._is_official(label):
            near = _NEAR if is_definite(token) or not token.plural else 1
            return salience.nearest(token, frozenset(ids), near) or crowds[0]
        return salience.nearest(token, frozenset(ids)) or salience.most_mentioned(ids) or ids[0]

    def _crowds(self, camp: int) -> list[str]:
        """The actors of a camp that the file lists as a crowd: "rebels"."""
        actors = self.refs.resources.actors
        return [
            actor.id
            for actor in actors.actors
            if actor.name.islower() and actors.side_of(actor.id) in self.members[camp]
        ]

    def crowd_instead(
        self, token: Token, actor: str, salience: Salience, sentences: int = _NEAR
    ) -> str | None:
        """The crowd of an actor's camp, for "terrorists" far from the group that is called so."""
        camp = self.of(actor)
        if camp is None or salience.nearest(token, frozenset({actor}), sentences) is not None:
            return None
        crowds = self._crowds(camp)
        return crowds[0] if crowds and actor not in crowds else None

    def is_unnamed(self, token: Token, actor: str) -> bool:
        """Whether a loaded plural means some of a camp, and which of them the text leaves open.

        It does not where the article speaks of one group of the camp only, or the sentence does,
        or where it and the one before speak of or call so only one; for "**the** terrorists" the
        three before; after a headline, the two sentences after.
        """
        label, camp = label_of(self.refs, token), self.of(actor)
        if label is None or camp is None or not token.plural or self._is_official(label):
            return False
        beside = {self.refs.actor_at(other) for other in conjuncts(outermost(token))}
        if actor in beside:
            return True  # "opposition factions and extremist groups"
        groups = {found.head.i: found.actor for found in self._named(camp)}
        headline = self.refs.parse.sentence(token).zone == "headline"
        back = _NEAR if is_definite(token) else 1
        first, last = (0, token.sent + 2) if headline else (token.sent - back, token.sent)
        near = {
            group
            for at, group in groups.items()
            if first <= self.refs.parse.tokens[at].sent <= last and at != token.i
        }
        here = {
            group
            for at, group in groups.items()
            if at != token.i and self.refs.parse.tokens[at].sent == token.sent
        }
        if here and actor not in here:
            return True  # "struck the Front and the Guard, pinning the **terrorists** down"
        called = near & self.refs.ties.get(label, {}).keys()
        return {actor} not in (here, near, called, {*groups.values()})

    def _named(self, camp: int) -> list[Found]:
        """The mentions by name of a camp's groups."""
        return [
            found
            for found in self.refs.by_head.values()
            if (found.form in ("name", "mixed", "incorporated") or found.evidence == "name")
            and self.of(found.actor) == camp
            and "person" not in self.refs.kind(found.actor)
        ]

    def vote(self, token: Token, camp: int, weight: float) -> None:
        """Count evidence that the label at `token` is for a camp."""
        label = label_of(self.refs, token)
        if label is not None:
            self.vote_for(label, camp, weight)
        self.here.setdefault(token.i, [0.0, 0.0])[camp] += weight

    def vote_for(self, label: str, camp: int, weight: float) -> None:
        """Count evidence that a label is for a camp wherever it stands."""
        self.votes.setdefault(_stem(label), [0.0, 0.0])[camp] += weight
        entry = self.refs.resources.lexicons.label_words.get(label)
        if entry is not None and entry.number("loadedness") >= 2:
            self.loaded.add(_stem(label))


def label_of(refs: Referents, noun: Token) -> str | None:
    """The loaded word that a common noun is or has before it; None if there is none.

    "Terrorists" and "terrorist groups" give "terrorist", "regime forces" gives "regime".
    """
    lexicons = refs.resources.lexicons
    if not noun.noun or noun.name:
        return None
    entry = lexicons.label_nouns.get(noun.lemma)
    loaded = entry.number("loadedness") if entry is not None else 0
    if entry is not None and loaded >= (1 if entry["domain"] == "conflict" else 2):
        return noun.lemma
    if lexicons.role_class(noun.lemma) not in _DESCRIBED:
        return None
    for child in noun.children_of("compound", "amod", "nmod"):
        if prefix_of(refs.parse, child):
            continue
        for word in (child.lower, child.lemma.lower(), child.lower.removesuffix("s")):
            entry = lexicons.label_words.get(word)
            if entry is not None and entry.number("loadedness") >= 2 and not child.name:
                return word
    return None


def is_of_conflict(refs: Referents, label: str) -> bool:
    """Whether a label is one that opponents give each other, as "thug" and not as "giant"."""
    entry = refs.resources.lexicons.label_words.get(label)
    return entry is not None and entry.number("loadedness") >= 1 and entry["domain"] in _OF_CONFLICT


def is_of_war(refs: Referents, label: str) -> bool:
    """Whether a label is one for those who bear arms: "terrorist"."""
    entry = refs.resources.lexicons.label_words.get(label)
    return entry is not None and entry["domain"] == "conflict"


def _stem(label: str) -> str:
    """What related labels share: "terror" of "terrorist"."""
    return label.split()[0][:6]
