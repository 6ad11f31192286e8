"""Which actor a word stands for, and whether it can act at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators.agency._words import BACKING, INFORMATION, INSTRUMENTS, NATURE
from framing.language.syntax import clause_subject, conjuncts, prepositional_objects

if TYPE_CHECKING:
    from framing.annotation import Mention
    from framing.annotators._index import MentionIndex
    from framing.annotators.agency._terms import EventTerms
    from framing.annotators.resources import Resources
    from framing.language import Parse, Token

__all__ = ["Roles"]

_PERSONS = frozenset({"person", "people", "member", "kin", "role", "group", "anonymous"})
_ACTORS = _PERSONS | {"institution", "media"}
_COLLECTIVES = frozenset({"side", "party", "group", "crowd", "mob", "team", "column", "convoy"})
_THINGS = frozenset({"state", "place", "country", "city", "region"})


class Roles:
    """Answers who is meant by a word and whether it names a person, an actor or a thing."""

    def __init__(
        self, parse: Parse, index: MentionIndex, terms: EventTerms, resources: Resources
    ) -> None:
        self.parse = parse
        self.index = index
        self.terms = terms
        self.resources = resources
        self.lexicons = resources.lexicons

    def mention(self, token: Token | None) -> Mention | None:
        """The mention of a word; of coordinated ones the first that is one."""
        if token is None:
            return None
        for item in conjuncts(token):
            mention = self.index.at(item)
            if mention is None and (item.tag == "CD" or item.lemma in _QUANTITIES):
                inner = next(prepositional_objects(item, "of"), None)
                mention = self.index.at(inner)
            if mention is not None:
                return mention
        around = self.index.around(token)
        return around if around is not None and not token.proper and around.head else None

    def sufferer(self, token: Token | None) -> Mention | None:
        """Whom a harm befalls: the one named, or the owner of what is harmed ("a police van")."""
        found = self.mention(token)
        if found is not None or token is None or self.person(token):
            return found
        for item in conjuncts(token):
            owner = item.child("poss")
            if owner is not None and owner.tag == "WP$" and item.head.dep == "relcl":
                owner = item.head.head
            inner = next(prepositional_objects(item, "of"), None)
            for word in (owner, *item.children_of("compound", "nmod", "amod"), inner):
                found = self.index.at(word) if word is not None else None
                if found is not None:
                    return found
        return None

    def acts(self, token: Token) -> bool:
        """Whether a word can name somebody who acts, rather than an act, tool or document."""
        if self.index.at(token) is not None or token.name or token.pronoun or token.proper:
            return True
        kind = self.lexicons.role_class(token.lemma)
        inner = next(prepositional_objects(token, "of"), None)
        if token.lemma in _SERIES and inner is not None:
            return self.acts(inner)
        if kind in _ACTORS or self._called_person(token) or token.lemma in _COLLECTIVES:
            return True
        act = self.terms.noun(token, self.parse.tokens)
        if (
            token.lemma in INSTRUMENTS
            or token.lemma in NATURE
            or (act is not None and act["harm"] != "none")
        ):
            return False
        return kind != "document" and token.tag != "VBG"

    def owner(self, token: Token) -> tuple[Mention | None, str]:
        """Who stands behind an act or tool, and how: "its attack", "rebel rockets"."""
        owner = self.index.at(token.child("poss"))
        if owner is not None:
            return owner, "oblique"
        for inner in prepositional_objects(token, "by"):
            found = self.mention(inner)
            if found is not None or self.acts(inner):
                return found, "by"
        for child in token.children_of("compound", "amod", "nmod"):
            mention = self.index.at(child) or (
                self.index.around(child) if child.lower in self.lexicons.demonyms else None
            )
            if mention is not None:
                return mention, "adjective"
            if child.noun and self.lexicons.role_class(child.lemma) in _ACTORS:
                return None, "adjective"
        if token.dep == "dobj" and token.head.lemma in BACKING:
            backer = clause_subject(token.head)
            if backer is not None:  # "carried out an operation targeting the hills"
                return self.mention(backer), "controlled"
        return None, "none"

    def person(self, token: Token | None) -> bool:
        """Whether a word names people (not an institution, place or thing)."""
        if token is None:
            return False
        if token.pronoun:
            return token.lower not in ("it", "its", "which", "that", "what")
        mention = self.index.at(token)
        if mention is not None:
            actor = self.resources.actor(mention.actor)
            return actor is None or actor.kind not in _THINGS
        lemma = token.lemma
        if self._called_person(token):
            return True
        if token.tag == "CD" or lemma in _QUANTITIES or lemma in _COLLECTIVES:
            inner = next(prepositional_objects(token, "of"), None)
            return inner is None or self.person(inner)
        return token.proper and token.ent in ("PERSON", "NORP")

    def fits(self, token: Token | None, wanted: str) -> bool:
        """Whether an object is of one of the sorts that a sense of a verb needs."""
        if not wanted:
            return True
        if token is None:
            return False
        person = self.person(token)
        accepted = set(wanted.split("|"))
        if "person" in accepted and (person or (token.proper and token.ent not in _NO_PERSON)):
            return True
        if accepted == {"information"}:
            return token.lemma in INFORMATION
        if token.tag in ("NN", "NNS"):
            person = self._called_person(token)
        return bool(accepted - {"person"}) and not person

    def _called_person(self, token: Token) -> bool:
        """Whether a common noun is one for people."""
        return (
            self.lexicons.role_class(token.lemma) in _PERSONS
            or token.lemma in self.lexicons.label_nouns
        )


_SERIES = frozenset({"spate", "series", "wave", "string", "round", "number", "barrage"})
_NO_PERSON = frozenset({"DATE", "GPE", "LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
_QUANTITIES = frozenset(
    {"number", "dozen", "hundred", "thousand", "million", "score", "some", "many", "most", "all",
     "one", "none", "several", "handful", "both", "majority", "half", "total", "string"}
)  # fmt: skip
