"""Somebody whom the lead describes and the next paragraphs name: "**A doorman** … Ann Lee, 34,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.encoder import gender_of_name
from framing.language.syntax import outermost

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Found, Referents
    from framing.language import Token

__all__ = ["find_named_later"]

#: How many sentences after the lead may pass before the name comes.
_SOON = 5

_OLDEST = 115

_DYING = frozenset({"die", "drown", "perish", "vanish", "disappear", "survive"})

_HUMAN = ("role", "member", "people", "kin")


def find_named_later(refs: Referents) -> None:
    """Add mentions for whom the headline and the lead describe and a name with an age resolves.

    News calls a person who is not widely known by what he is first, and names him with his age
    afterwards. The lead must name nobody itself, and the person must be the first who does
    something. Whom a lead says to be killed or hurt is seldom the first: often that is the suspect.
    """
    body = [one for one in refs.parse.sentences if one.zone == "body"]
    if not body:
        return
    lead = body[0].index
    described = [token for token in refs.parse.tokens_of(body[0]) if _is_described(refs, token)]
    if len(described) != 1:
        return
    named = _first_named(refs, lead)
    if named is None or not _fits(refs, described[0], named):
        return
    lemma = described[0].lemma
    headlines = (one for one in refs.parse.sentences if one.zone == "headline")
    above = [token for one in headlines for token in refs.parse.tokens_of(one)]
    again = [token for token in above if token.lemma == lemma and token.tag == "NN"]
    for token in (*again, described[0]):
        if token.i not in refs.by_head:
            refs.add(token, named.actor, "common", confidence=0.75, evidence="named later")
    refs.tie(lemma, named.actor)


def _is_described(refs: Referents, token: Token) -> bool:
    """Whether the lead is about one person by what he is: "a doorman who …"."""
    article = token.child("det")
    indefinite = article is not None and article.lower in ("a", "an")
    human = refs.resources.lexicons.role_class(token.lemma) in _HUMAN
    subject = token.dep in ("nsubj", "nsubjpass") and token.head.head is token.head
    alone = not token.children_of("conj")
    act = refs.resources.lexicons.event_verbs.get(token.head.lemma)
    suffers = act is not None and act["harm"] == "physical" and token.dep == "nsubjpass"
    mourned = suffers or token.head.lemma in _DYING
    return human and indefinite and subject and alone and not mourned and token.tag == "NN"


def _first_named(refs: Referents, lead: int) -> Found | None:
    """The first person after the lead who does something, if an age follows the name."""
    for token in refs.parse.tokens:
        found = refs.by_head.get(token.i)
        if found is None or "person" not in refs.kind(found.actor) or token.sent < lead:
            continue
        if token.sent == lead or token.sent > lead + _SOON:
            return None
        opens = found.first == refs.parse.sentences[token.sent].first
        if not opens and outermost(token).dep not in ("nsubj", "nsubjpass"):
            continue
        return found if _has_age(refs, found) else None
    return None


def _has_age(refs: Referents, found: Found) -> bool:
    after = refs.parse.tokens[found.last + 1 : found.last + 3]
    mark, age = [one.text for one in after] if len(after) > 1 else ("", "")
    return mark == "," and age.isdecimal() and int(age) <= _OLDEST


def _fits(refs: Referents, noun: Token, named: Found) -> bool:
    entry = refs.resources.lexicons.roles[noun.lemma]
    own = gender_of_name(refs.name(named.actor).split()[0])
    return not (own and entry["gender"] and own != entry["gender"])
