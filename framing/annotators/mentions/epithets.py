"""Mentions by description: "the outfit", "fighters from X", "its members", "the minister".

What an epithet refers to is what the article itself has tied its noun to: by a name beside it
("Jaish al-Islam terrorists"), an apposition, a predicate, or the name's own last word and the
kind that the actors file gives ("the union" for the Dockers' Union).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.actors import Actor
from framing.annotation import PRIOR
from framing.annotators._names import UNLISTED, has_lost_genitives
from framing.annotators._relations import ADHERENTS, AGAINST_THE_STATE, SOMEBODY_ELSE
from framing.annotators._words import is_mentioned_word, is_second_half
from framing.annotators.mentions._salience import sort_of
from framing.annotators.mentions.beside import named_beside
from framing.annotators.mentions.camps import is_of_conflict, is_of_war, label_of
from framing.annotators.mentions.named import (
    is_named,
    is_news_agency,
    represent,
)
from framing.annotators.mentions.not_somebody import means_nobody
from framing.annotators.mentions.places import acts, is_country
from framing.annotators.mentions.retold import speaker_before
from framing.annotators.mentions.tied import (
    ANY_GROUP,
    choose,
    is_named_by,
    is_of_a_people,
    is_of_the_government,
    of_its_number,
    still_tied,
)
from framing.annotators.mentions.whose import body_of, leader_of
from framing.language.syntax import (
    clause_subject,
    is_cut_off,
    is_definite,
    names_after_title,
    prepositional_objects,
)

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.annotators.mentions._salience import Salience
    from framing.annotators.mentions.camps import Camps
    from framing.annotators.mentions.links import Links
    from framing.language import Token

__all__ = ["resolve_description", "resolve_incorporated"]

#: What the rules say from this confidence on stands; a chain is heard from that on.
_SURE, _LIKELY = 0.8, 0.5

_MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod", "appos", "attr", "oprd", "acomp"})
_SAME = frozenset({"group", "member", "institution", "media"})
_STATES = frozenset({"nation", "state", "country"})
#: What sets a noun apart from whom it was used for before.
_OTHERS = frozenset({"other", "another", "fellow", "further", "rival"})
_BARE_INSTITUTIONS = frozenset({"police", "authority", "prosecutor", "regime"})


def resolve_description(
    refs: Referents, token: Token, salience: Salience, links: Links, camps: Camps | None
) -> None:
    """Add a mention for a common noun that describes an actor, if the text says which."""
    lemma = token.lemma
    kind = refs.resources.lexicons.role_class(lemma)
    label = refs.resources.lexicons.label_nouns.get(lemma)
    if _acts_in_a_compound(refs, token):
        actor, _, rule = _epithet(refs, token, salience, camps)
        if actor is not None:
            refs.add_word(token, actor, "incorporated", confidence=0.65, evidence=rule)
        return
    if token.i in refs.by_head or not token.noun:
        return
    own = _owns(refs, token) or _is_cleft(token) or is_cut_off(token)
    if token.dep in _MODIFIERS and not own:
        return
    if is_mentioned_word(refs.parse, token) or means_nobody(refs, token):
        return
    tied = lemma in refs.ties
    if kind in ("kin", "people") and not tied and (label is None or not label.number("loadedness")):
        _person_or_people(refs, token, links)
        return
    if kind not in (*_SAME, "role", "kin", "people") and (label is None or kind == "place"):
        return
    if any(
        refs.resources.lexicons.role_class(c.lemma) == "kin" for c in token.children_of("compound")
    ):
        return
    owner = _owner(refs, token)
    if owner is not None and kind != "role" and "person" in refs.kind(owner):
        owner = body_of(refs, token, owner)
    if owner is not None and is_named(token):
        return  # a body with a name of its own
    if owner is not None:
        if kind == "media" or lemma in SOMEBODY_ELSE | ADHERENTS:
            return
        state = sort_of(refs, owner) == "state"
        if state and (lemma in AGAINST_THE_STATE or lemma in _WHO_SERVED):
            return  # "Syria's opposition" is not Syria, nor are "its veterans"
        theirs = token.child("poss")
        if not kind and theirs is not None and theirs.pronoun:
            return  # "their scoundrels": who these are nobody says
        if kind == "role":
            own = any(refs.actor_at(name) == owner for name in names_after_title(token))
            if own and "person" in refs.kind(owner):  # "Director of the Office Ann Lee"
                refs.add(token, owner, "common", confidence=0.8, evidence="title")
            elif token.child("appos") is None:
                leader = leader_of(refs, token, owner)
                if leader is not None:
                    refs.add(token, leader, "common", confidence=0.75, evidence="named leader")
                else:
                    represent(refs, token, owner, evidence="representative")
            return
        if not kind and token.tag == "NN":  # "the country's dictator"
            represent(refs, token, owner, evidence="representative")
            return
        refs.add(token, owner, "common", confidence=0.8, evidence="possessed group")
        refs.tie(lemma, owner)
        return
    if lemma == "official" and is_of_the_government(token) and not tied:
        government = salience.last_state(token) if refs.resources.actors.actors else None
        if government is not None:
            represent(refs, token, government, evidence="government official")
            return
    actor, confidence, rule = _epithet(refs, token, salience, camps)
    link = links.of(refs, token) if confidence < _SURE else None
    if link is not None and not (
        _may_be_called(refs, token, link.actor, camps)
        and _is_of_its_sort(refs, token, link.actor)
        and not _says_another(refs, token, link.actor)
    ):
        link = None
    if link is not None and link.actor is not None and link.confidence >= max(confidence, _LIKELY):
        actor, confidence, rule = link.actor, link.confidence, links.version
    if actor is None:
        _unlisted(refs, token)
        return
    if camps is not None and camps.is_unnamed(token, actor):
        whose = camps.crowd_instead(token, actor, salience, sentences=1) or actor
        actor, confidence, rule = _unnamed(refs, token, whose), 0.6, "of the camp, not named"
    refs.add(token, actor, "common", confidence=confidence, evidence=rule)


#: Members of a state that do not act for it.
_WHO_SERVED = frozenset({"veteran", "ally", "prisoner", "captive", "hostage", "deserter",
                         "defector", "citizen", "settler", "immigrant", "pensioner"})  # fmt: skip


def _acts_in_a_compound(refs: Referents, token: Token) -> bool:
    """Whether the word says who does it, or whose it is: "**regime** air raids", "regime media".

    "Regime forces" are its own, and found as such. Of other things ("regime areas") nothing is
    said: they would make labels that no name can be exchanged in.
    """
    if token.lemma != "regime":
        return False
    if token.dep == "conj" and token.head.dep in _MODIFIERS:
        return True  # "Russian and **regime** forces"
    if token.dep not in ("compound", "nmod"):
        return False
    noun = token.head
    kind = refs.resources.lexicons.role_class(noun.lemma)
    if noun.lemma in SOMEBODY_ELSE | ADHERENTS or kind in ("media", "role", "people"):
        return True
    if kind == "member":
        return not noun.plural
    act = refs.resources.lexicons.event_nouns.get(noun.lemma)
    return act is not None and act["harm"] != "none"


def _owns(refs: Referents, token: Token) -> bool:
    """Whether a loaded plural before a noun says whose it is: "**terrorists** positions"."""
    before = token.dep in ("compound", "nmod") and token.tag == "NNS"
    return before and label_of(refs, token) is not None


def _is_cleft(token: Token) -> bool:
    """Whether somebody is picked out rather than described: "it was **the regime** that fired"."""
    subject = token.head.child("nsubj") if token.dep == "attr" else None
    article = token.child("det")
    cleft = subject is not None and subject.lower == "it"
    return cleft and article is not None and article.lower == "the"


def _unnamed(refs: Referents, token: Token, actor: str) -> str:
    """Some of a camp, nobody knows which: "terrorists", where the text names three groups."""
    actor = actor.partition("/")[0]  # not of others without a name
    before = [c for c in token.children_of("amod", "compound") if c.i < token.i]
    before = [c for c in before if not is_second_half(refs.parse, c)]
    name = " ".join(c.text for c in (*before, token)).lower()
    crowd = f"{actor}/{name}"
    refs.discovered.setdefault(crowd, Actor(crowd, name, kind="group", affiliation=actor))
    return crowd


def _may_be_called(refs: Referents, token: Token, actor: str | None, camps: Camps | None) -> bool:
    """Whether a chain may give a loaded name of conflict to an actor: only to one of a camp.

    A word for officialdom ("regime") only to the official one, where there is one.
    """
    label = label_of(refs, token)
    if label is None or camps is None or not is_of_conflict(refs, label):
        return True
    camp, official = camps.of(actor), camps.official()
    if official is not None and refs.resources.lexicons.role_class(label) == "institution":
        return camp == official
    return camp is not None


def _is_of_its_sort(refs: Referents, token: Token, actor: str | None) -> bool:
    """Whether a noun for one person is said of a person, and one for a body of none."""
    if actor is None:
        return True
    kind, sort = refs.resources.lexicons.role_class(token.lemma), sort_of(refs, actor)
    if kind in ("group", "institution", "media"):
        return sort != "person"
    one = not token.plural and kind in ("role", "member", "")
    return sort in ("person", "people") if one else True


def _person_or_people(refs: Referents, token: Token, links: Links) -> None:
    """ "The teenager": somebody whom the text names elsewhere, else nobody that is listed."""
    link = links.of(refs, token) if is_definite(token) else None
    if link is not None and token.child("poss") is not None:
        whose = token.child("poss")
        own = whose is not None and (
            whose.proper or whose.lower == "my" or refs.actor_at(whose) == link.actor
        )
        link = None if own else link  # "Lee's wife" is not Lee
    if link is not None and _says_another(refs, token, link.actor):
        link = None  # nor are "the Selk protesters" those of Lund
    if link is not None and link.actor is not None and link.confidence >= _LIKELY:
        refs.add(token, link.actor, "common", confidence=link.confidence, evidence=links.version)
    else:
        _unlisted(refs, token)


def _says_another(refs: Referents, token: Token, actor: str | None) -> bool:
    """Whether a name before a noun says that others are meant than an actor without a name."""
    if actor is None:
        return False
    before = [one for one in token.children_of("compound", "nmod") if one.proper and not one.name]
    own = refs.name(actor).lower().split()
    unlisted = sort_of(refs, actor) == "people"
    return unlisted and any(one.lower not in own for one in before)


def resolve_incorporated(
    refs: Referents, token: Token, salience: Salience, camps: Camps | None
) -> None:
    """Add a mention for the label in "militant-held", if the article says whose it is."""
    label = label_of(refs, token) if token.i not in refs.by_head else None
    if label is None or camps is None:
        return
    tied = list(refs.ties.get(label, ()))
    if len(tied) == 1:
        refs.add_word(token, tied[0], "incorporated", confidence=0.7, evidence="tied epithet")
        return
    actor, _, rule = camps.by_enmity(token, label, salience)
    if actor is None and refs.resources.lexicons.role_class(label) == "institution":
        actor, rule = salience.last_state(token), PRIOR
    elif actor is None:
        actor, _, rule = camps.by_others(token, label, salience)
    if actor is not None:
        refs.add_word(token, actor, "incorporated", confidence=0.6, evidence=rule)


def _unlisted(refs: Referents, token: Token) -> None:
    """People whom nothing ties to a listed actor: residents, relatives, a nurse."""
    lexicons = refs.resources.lexicons
    kind = lexicons.role_class(token.lemma)
    if kind not in ("people", "kin", "member", "role") or token.lemma in _NOBODY:
        return
    before = [word for word in token.children_of("amod", "compound", "nmod") if word.i < token.i]
    kinds = [word.text if word.proper else word.lower for word in before if _says_which(refs, word)]
    if kinds or not is_definite(token):
        refs.unlisted[token.lemma] = " ".join([*kinds, token.lemma])
    actor = refs.unlisted.get(token.lemma, token.lemma)
    name = " ".join([*kinds, token.text.lower()])
    after = refs.parse.tokens[token.i + 1 : token.i + 5]
    if [one.lower for one in after] == ["-", "in", "-", "law"]:
        actor, name = f"{actor}-in-law", f"{name}-in-law"
    refs.discovered.setdefault(actor, Actor(actor, name, kind=UNLISTED))
    refs.add(token, actor, "common", confidence=0.7, evidence="people")


def _says_which(refs: Referents, word: Token) -> bool:
    """Whether a word before a noun says which people are meant, and not what to think of them."""
    entry = refs.resources.lexicons.label_words.get(word.lemma)
    loaded = entry is not None and entry.number("loadedness") >= 1
    plain = word.dep != "amod" or word.text[:1].isupper()
    return not loaded and plain and not is_second_half(refs.parse, word)


_NOBODY = frozenset({"head", "hand", "back", "face", "guard", "guide", "population", "public"})


def _owner(refs: Referents, token: Token) -> str | None:
    """The actor that possesses a group or person: "its members", "fighters from X"."""
    possessor = token.child("poss")
    if possessor is not None:
        return refs.actor_at(possessor)
    kind = refs.resources.lexicons.role_class(token.lemma)
    for child in token.children_of("compound", "nmod"):
        tied = refs.ties.get(child.lemma) if not child.name else None
        if tied is not None and len(tied) == 1 and kind in ("role", "member"):
            return next(iter(tied))
    for inner in prepositional_objects(token, "of", "from", "with", "in", "for"):
        actor = refs.actor_at(inner)
        if actor is not None:
            return actor
    if kind in ("role", "institution"):
        name = next((c for c in token.children_of("compound") if c.proper and not c.name), None)
        if name is None or kind != "institution" or name.ent in _NO_OWNERS:
            return None
        known = refs.actor_at(name)
        return known or (_regime_of(refs, name) if token.lemma == "regime" else None)
    beside = named_beside(refs, token)
    loaded = beside is not None and label_of(refs, token) is not None
    return None if beside is not None and loaded and sort_of(refs, beside) == "media" else beside


#: What the parser takes names for that no regime is called after.
_NO_OWNERS = ("GPE", "LOC", "NORP", "DATE", "TIME", "CARDINAL", "EVENT")


def _regime_of(refs: Referents, name: Token) -> str:
    """The person after whom a regime is called, whom nothing else in the article names."""
    person = name.text
    refs.discovered.setdefault(person, Actor(person, person, kind="person"))
    refs.add_word(name, person, "name", confidence=0.7, evidence="name of a regime")
    return person


def _epithet(
    refs: Referents, token: Token, salience: Salience, camps: Camps | None
) -> tuple[str | None, float, str]:
    lemma = token.lemma
    kind = refs.resources.lexicons.role_class(lemma)
    label = label_of(refs, token)
    bare = lemma in _BARE_INSTITUTIONS and not any(prepositional_objects(token, "of"))
    definite = is_definite(token) or bare or _is_cut_short(token, label)
    bare_plural = token.plural and (
        label is not None or kind == "member" or lemma in refs.ties
    )  # fmt: skip
    headline = refs.parse.sentence(token).zone == "headline"
    if not (definite or bare_plural or headline) or (
        token.child("det") is not None
        and (
            token.child("det").lower in ("a", "an", "no", "any")  # type: ignore[union-attr]
        )
    ):
        return None, 0.0, ""
    if token.child("poss") is not None:
        return None, 0.0, ""  # somebody's, and nobody here knows whose
    if any(child.lower in _OTHERS for child in token.children_of("amod")):
        return None, 0.0, ""
    if label is not None and is_of_a_people(refs, token):
        named = [
            actor
            for actor in of_its_number(refs, token, refs.ties.get(label))
            if is_named_by(refs, token, actor) or "person" in refs.kind(actor)
        ]
        return (named[0], 0.8, "tied epithet") if len(named) == 1 else (None, 0.0, "")
    tied = still_tied(refs, token, label, camps, definite=definite)
    if tied:
        actor = choose(refs, tied, token, salience, camps)
        if actor is None and camps is not None:
            return camps.by_enmity(token, label or lemma, salience)
        if actor is not None and label is not None and camps is not None and token.plural:
            crowd = camps.crowd_instead(token, actor, salience)
            if crowd is not None:
                return crowd, 0.6, "crowd of the camp"
        return actor, 0.85 if len(tied) == 1 else 0.72, "tied epithet"
    if label is not None:
        family = of_its_number(refs, token, refs.family(label))
        if family:
            actor = choose(refs, family, token, salience, camps)
            return actor, 0.8 if len(family) == 1 else 0.6, "tied epithet (same family)"
        official = refs.resources.lexicons.role_class(label) == "institution"
        if camps is None and not official:
            war = is_of_war(refs, label) and (token.plural or lemma in ANY_GROUP)
            armed = salience.only_armed(token, unlisted=war)
            if armed is None and definite and war:
                return salience.armed_near(token), 0.6, "the armed actor near"
            return armed, 0.6, "the only armed actor"
        found = camps.by_enmity(token, label, salience) if camps is not None else (None, 0.0, "")
        if found[0] is not None:
            return found
    if lemma in ANY_GROUP and definite and not token.plural:
        told = speaker_before(refs, token)
        again = refs.actor_at(told) if told is not None else None
        if again is not None and sort_of(refs, again) == "group":
            return again, 0.8, "same speaker"
        group = salience.last(token, "group")
        if group is None or group != _subject_actor(refs, token):
            return group, 0.75, "last group"
    if label is not None and lemma in _STATES and definite and not token.plural:
        return salience.last(token, "state"), 0.72, "last state"
    if label is not None and refs.resources.lexicons.role_class(label) == "institution":
        if token.plural and token.lemma == label and not has_lost_genitives(refs.parse.text):
            return None, 0.0, ""  # "violent regimes" are no one government
        return salience.last_state(token), 0.6, PRIOR
    if label is not None and camps is not None:
        found = camps.by_others(token, label, salience)
        if found[0] is not None:
            return found
        if token.plural and is_of_conflict(refs, label) and (definite or token.dep != "nsubj"):
            return salience.armed_near(token), 0.6, "the armed actor near"
    if (
        kind == "institution"
        and definite
        and not is_news_agency(token)
        and _is_of_the_state(token)
        and (not is_country(token) or (acts(token) and not token.plural))
    ):
        return salience.last_state(token), 0.72, PRIOR
    if kind == "media" and definite and lemma != "site":
        return salience.last(token, "media"), 0.75, "last medium"
    return None, 0.0, ""


def _is_cut_short(token: Token, label: str | None) -> bool:
    """Whether a loaded word for one group has lost its article: "misery for terrorist group"."""
    one = label is not None and token.lemma in ANY_GROUP and not token.plural
    return one and token.child("det", "poss", "nummod") is None


def _subject_actor(refs: Referents, token: Token) -> str | None:
    """Who does what is done to or taken from somebody: "the army took it from **the group**"."""
    verb = next((up for up in token.ancestors() if up.verb), None)
    subject = clause_subject(verb) if verb is not None else None
    return refs.actor_at(subject) if subject is not None and subject is not token else None


def _is_of_the_state(institution: Token) -> bool:
    """Whether an institution without a name is the government's own: no council, no court."""
    local = any(child.lower in _LOCAL for child in institution.children_of("amod", "compound"))
    return institution.lemma not in _INDEPENDENT and not local


_INDEPENDENT = frozenset({"council", "court", "tribunal", "judiciary", "congress", "senate",
                          "assembly", "municipality", "regulator", "parliament"})  # fmt: skip
_LOCAL = frozenset({"local", "free", "city", "county", "district", "town", "federal", "regional",
                    "provincial", "municipal"})  # fmt: skip
