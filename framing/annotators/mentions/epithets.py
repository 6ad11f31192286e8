"""Mentions by description: "the outfit", "fighters from X", "its members", "the minister".

What an epithet refers to is what the article itself has tied its noun to: by a name beside it
("Jaish al-Islam terrorists"), an apposition, a predicate, or the name's own last word and the
kind that the actors file gives ("the union" for the Dockers' Union).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators.mentions.named import represent, singular
from framing.language.syntax import is_definite, prepositional_objects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.annotators.mentions._found import Referents
    from framing.annotators.mentions._salience import Salience
    from framing.language import Token

__all__ = ["collect_ties", "resolve_description"]

_MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod", "appos", "attr", "oprd", "acomp"})
_SAME = frozenset({"group", "member", "institution", "media"})
_BARE_INSTITUTIONS = frozenset({"police", "authority", "prosecutor"})


def collect_ties(refs: Referents) -> None:
    """Record which nouns the article and the actors file tie to which actors."""
    for actor in refs.resources.actors.actors:
        person = "person" in actor.kind.lower()
        words = [] if person else [name.split()[-1] for name in actor.names]
        if actor.kind and not person:
            words.append(actor.kind.split()[-1])
        for word in words:
            lemma = singular(word.lower())
            if (
                refs.resources.lexicons.role_class(lemma)
                or lemma in refs.resources.lexicons.label_nouns
            ):
                refs.tie(lemma, actor.id)
    for found in list(refs.by_head.values()):
        for lemma in _described_as(refs, found.head):
            refs.tie(lemma, found.actor)


def _described_as(refs: Referents, head: Token) -> Iterable[str]:
    """Lemmas of the nouns in apposition to a mention, predicated of it, or in its title."""
    near = [child for child in head.children if child.dep in ("appos", "compound", "nmod")]
    if head.dep == "nsubj":
        near.extend(head.head.children_of("attr"))
    if head.dep == "appos":
        near.append(head.head)
    for token in near:
        lemma = token.lemma
        if not token.name and (
            refs.resources.lexicons.role_class(lemma)
            or lemma in refs.resources.lexicons.label_nouns
        ):
            yield lemma


def resolve_description(refs: Referents, token: Token, salience: Salience) -> None:
    """Add a mention for a common noun that describes an actor, if the text says which."""
    lemma = token.lemma
    kind = refs.resources.lexicons.role_class(lemma)
    label = refs.resources.lexicons.label_nouns.get(lemma)
    if token.i in refs.by_head or token.dep in _MODIFIERS or not token.noun:
        return
    if kind not in (*_SAME, "role") and (label is None or kind == "place"):
        return
    if any(refs.resources.lexicons.role_class(c.lemma) == "kin" for c in token.children_of("compound")):
        return
    owner = _owner(refs, token)
    if owner is not None:
        if kind == "media":
            return
        if kind == "role":
            if token.child("appos") is None:
                represent(refs, token, owner, evidence="representative")
            return
        refs.add(token, owner, "common", confidence=0.8, evidence="possessed group")
        refs.tie(lemma, owner)
        return
    actor, confidence, rule = _epithet(refs, token, salience)
    if actor is not None:
        refs.add(token, actor, "common", confidence=confidence, evidence=rule)


def _owner(refs: Referents, token: Token) -> str | None:
    """The actor that possesses a group or person: "its members", "fighters from X"."""
    possessor = token.child("poss")
    if possessor is not None:
        return refs.actor_at(possessor)
    for inner in prepositional_objects(token, "of", "from", "with", "in", "for"):
        actor = refs.actor_at(inner)
        if actor is not None:
            return actor
    return None


def _epithet(refs: Referents, token: Token, salience: Salience) -> tuple[str | None, float, str]:
    lemma = token.lemma
    kind = refs.resources.lexicons.role_class(lemma)
    label = refs.resources.lexicons.label_nouns.get(lemma)
    loaded = label is not None and label.number("loadedness") >= 1
    definite = is_definite(token) or lemma in _BARE_INSTITUTIONS
    bare_plural = token.plural and (loaded or kind == "member" or label is not None)
    headline = refs.parse.sentence(token).zone == "headline"
    if (
        not (definite or bare_plural or headline)
        or (token.child("det") is not None
        and (
            token.child("det").lower in ("a", "an", "no", "any")  # type: ignore[union-attr]
        ))
    ):
        return None, 0.0, ""
    tied = refs.ties.get(lemma)
    if tied:
        actor = _choose(tied, token, salience)
        return actor, 0.85 if len(tied) == 1 else 0.72, "tied epithet"
    if loaded:
        family = refs.family(lemma)
        if family:
            actor = _choose(family, token, salience)
            return actor, 0.8 if len(family) == 1 else 0.6, "tied epithet (same family)"
    if kind == "group" and definite and not token.plural:
        return salience.last(token, "group"), 0.75, "last group"
    if kind == "institution" and definite:
        return salience.last_state(token), 0.72, "government in play"
    if kind == "media" and definite:
        return salience.last(token, "media"), 0.75, "last medium"
    if kind == "role" and definite and not token.plural:
        return salience.last(token, "person"), 0.6, "last person"
    if loaded and (token.plural or definite):
        return salience.only_armed(), 0.6, "only armed group"
    return None, 0.0, ""


def _choose(tied: dict[str, int], token: Token, salience: Salience) -> str:
    """The tied actor mentioned last before the token, else the one tied most often."""
    if len(tied) > 1:
        before = salience.nearest(token, frozenset(tied))
        if before is not None:
            return before
    return max(tied, key=lambda actor: tied[actor])
