"""Events that a noun tells and a verb only carries: "opened an attack", "clashes erupted"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators.agency._words import (
    COMPULSION,
    LIGHT,
    OCCUR,
    PARTICIPATING,
    WEAPONS,
    WIELDING,
)
from framing.annotators.agency.clause import Clause, thing_of
from framing.language.syntax import prepositional_objects

if TYPE_CHECKING:
    from framing.annotators.agency._scene import Scene
    from framing.language import Token
    from framing.lexicon import Entry

__all__ = ["carried", "said_by_subject"]


def carried(scene: Scene, verb: Token, clause: Clause) -> tuple[Entry, Clause] | None:
    """The event that a light verb carries, and its clause with whom the event is done to.

    "Launch attacks", "was involved in a raid", "used pepper spray", "ordered them to fire".
    The noun is marked as told.
    """
    found = _noun(scene, verb, clause)
    if found is not None:
        noun, entry = found
        if noun.i > verb.i:
            scene.told.add(noun.i)
        if clause.passive and verb.lemma in PARTICIPATING and clause.realised == "none":
            clause = Clause("active", "subject", clause.thing, None, passive=False)
        return entry, replace(clause, thing=scene.argument(noun) or scene.argument(verb))
    ordered = _ordered(scene, verb) if verb.lemma in COMPULSION else None
    return (ordered, clause) if ordered is not None else None


def said_by_subject(scene: Scene, verb: Token, clause: Clause) -> bool:
    """Whether the subject names the event: "clashes erupted", "violence flared"."""
    subject = clause.agent
    if verb.lemma not in OCCUR or subject is None or clause.realised != "subject":
        return False
    entry = scene.terms.noun(subject, scene.parse.tokens)
    return entry is not None and entry["harm"] != "none"


def _noun(scene: Scene, verb: Token, clause: Clause) -> tuple[Token, Entry] | None:
    """The noun that the verb carries and its entry."""
    thing = clause.thing
    if verb.lemma in WIELDING and thing is not None and thing.lemma in WEAPONS:
        (entry,) = scene.lexicon.lookup("use weapon")
        return thing, entry
    nouns: list[Token] = []
    if verb.lemma in LIGHT:
        if verb.lemma == "stage" and clause.passive:
            return None  # "the attack was staged": faked, not carried out
        nouns = [thing] if thing is not None else []
    elif verb.lemma in PARTICIPATING:
        nouns = list(prepositional_objects(verb, "in"))
    for noun in nouns:
        found = scene.terms.noun(noun, scene.parse.tokens)
        if found is None and verb.lemma in PARTICIPATING:
            found = next(filter(None, map(scene.terms.participle, noun.children)), None)
        if found is not None and found["harm"] != "none":
            return noun, found
    return None


def _ordered(scene: Scene, verb: Token) -> Entry | None:
    """ "Ordered them to fire": whoever orders a harm does it too."""
    done = verb.child("xcomp")
    thing = verb.child("dobj", "nsubjpass")
    if done is None or done.tag != "VB" or thing is None or not scene.roles.acts(thing):
        return None
    for entry, _ in scene.terms.senses(done):
        if entry["harm"] != "none" and scene.roles.fits(
            thing_of(done, passive=False), entry["object"]
        ):
            return entry
    return None
