"""Which of the actors that a noun was used for in an article it means in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._relations import AGAINST_THE_STATE
from framing.annotators.mentions._salience import sort_of
from framing.annotators.mentions.camps import label_of
from framing.language.syntax import is_definite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framing.annotators.mentions._found import Referents
    from framing.annotators.mentions._salience import Salience
    from framing.annotators.mentions.camps import Camps
    from framing.language import Token

__all__ = [
    "ANY_GROUP", "choose", "is_named_by", "is_of_a_people", "is_of_the_government",
    "of_its_number", "still_tied",
]  # fmt: skip

#: Nouns that fit any organisation that is no state and no medium.
ANY_GROUP = frozenset(
    {"group", "outfit", "organisation", "organization", "movement", "network", "gang", "cell",
     "faction", "militia", "band", "charity"}
)  # fmt: skip


def still_tied(
    refs: Referents, token: Token, label: str | None, camps: Camps | None, *, definite: bool
) -> dict[str, int]:
    """The actors that a noun is tied to and can mean with the words beside it, and how often."""
    kind = refs.resources.lexicons.role_class(token.lemma)
    tied = of_its_number(refs, token, refs.ties.get(label or token.lemma))
    before = token.children_of("amod", "compound")
    if kind == "role" and (any(child.proper for child in before) or (before and not definite)):
        tied = {}  # "Western officials", "bold presidents" are not the ones of before
    if kind == "role" and token.lemma == "official" and not is_of_the_government(token):
        tied = {key: 1 for key in tied if is_named_by(refs, token, key)}  # "law enforcement …"
    opens = token.left == refs.parse.sentence(token).first  # a capital says nothing there
    if label is None and kind == "member" and not opens and is_of_a_people(refs, token):
        tied = {key: 1 for key in tied if is_named_by(refs, token, key)}  # nor "Kurdish fighters"
    if kind in _BODIES and _names_another(refs, token, tied):
        tied = {}  # nor is "the Aamaq agency" the agency of before
    if camps is None and _is_anothers(refs, token):
        tied = {}  # nor are "opposition forces" the Russian ones
    if camps is None and label is not None and token.plural and not definite:
        tied = {actor: count for actor, count in tied.items() if _is_a_crowd(refs, actor)}
    return tied


def of_its_number(refs: Referents, token: Token, tied: dict[str, int] | None) -> dict[str, int]:
    """The tied actors that the noun's number allows: "residents" are not the resident Ann Lee.

    Nor is "the fighter" the group that he fights for, nor are "groups" the one called a group.
    """
    kind = refs.resources.lexicons.role_class(token.lemma)
    if token.plural and token.lemma in ANY_GROUP:
        if label_of(refs, token) is None or not is_definite(token):
            return {}
    one = not token.plural and kind == "member" and token.lemma.endswith(_ONE_WHO)
    plain = label_of(refs, token) is None
    return {
        actor: count
        for actor, count in (tied or {}).items()
        if not (
            "person" in refs.kind(actor)
            and (token.plural or (kind in _BODIES and (plain or kind != "institution")))
        )
        and not (one and sort_of(refs, actor) in ("group", "state", "media"))
    }


#: Endings of words for one who does something: fighter, activist, but not force.
_ONE_WHO = ("er", "or", "ist", "ant", "ent", "man", "woman", "rebel")


def choose(
    refs: Referents,
    tied: Mapping[str, int],
    token: Token,
    salience: Salience,
    camps: Camps | None,
) -> str | None:
    """The tied actor that the phrase names, else the last mentioned, else the most tied.

    None of those whom the clause sets it against. Where nothing decides, nobody: never the
    order of the actors file.
    """
    if len(tied) > 1:
        named = [actor for actor in tied if is_named_by(refs, token, actor)]
        if len(named) == 1:
            return named[0]
        friends = _not_against(tied, token, camps)
        before = salience.nearest(token, frozenset(friends))
        if before is not None:
            return before
        tied = friends
    most = max(tied.values())
    best = [actor for actor, count in tied.items() if count == most]
    return best[0] if len(best) == 1 else None


def _not_against(tied: Mapping[str, int], token: Token, camps: Camps | None) -> Mapping[str, int]:
    """The tied actors without those of the camp that the clause sets the phrase against."""
    enemy = camps.against(token) if camps is not None else None
    if camps is None or enemy is None:
        return tied
    kept = {actor: count for actor, count in tied.items() if camps.of(actor) != enemy}
    return kept or tied


def is_named_by(refs: Referents, token: Token, actor: str) -> bool:
    """Whether a modifier is part of the actor's name, or the demonym of its country.

    "Selkish troops" are the army of Selk, whether it is called Selkish Army or Royal Guard.
    """
    words = {child.lower for child in token.children_of("amod", "compound", "nmod")}
    if not words:
        return False
    seen: set[str] = set()
    link: str | None = actor
    while link and link not in seen:
        seen.add(link)
        known = refs.resources.actor(link)
        names = [*refs.name(link).lower().split(), *refs.kind(link).split()]
        if words & set(names) or any(_is_demonym(word, name) for word in words for name in names):
            return True
        link = known.affiliation if known is not None else None
    return False


def _is_demonym(word: str, name: str) -> bool:
    """Whether a word is formed from a name by an ending of demonyms: "Selkish", "Selkan"."""
    stem = name.rstrip("aeiouy")
    return (
        len(stem) >= 3
        and word != name
        and word.startswith(stem)
        and word.endswith(_DEMONYM_ENDINGS)
    )


_DEMONYM_ENDINGS = ("an", "ian", "ese", "ish", "i", "ic", "ite")


def is_of_a_people(refs: Referents, token: Token) -> bool:
    """Whether a people without a state is named before a noun: "**Kurdish** militiamen"."""
    resources = refs.resources
    before = token.children_of("amod", "compound", "nmod")
    for one in before:
        country = resources.lexicons.demonyms.get(one.lower)
        listed = country is not None and resources.country_actor(country.key, government=False)
        if one.ent == "NORP" and not listed and not one.name:
            return True
    return False


#: Classes of nouns for what no person is.
_BODIES = frozenset({"group", "institution", "media"})


def _names_another(refs: Referents, token: Token, tied: Mapping[str, int]) -> bool:
    """Whether a name before a noun is none of those it was used for."""
    own = {word for actor in tied for word in refs.name(actor).lower().split()}
    before = token.children_of("compound", "nmod")
    return any(one.proper and not one.name and one.lower not in own for one in before)


def _is_anothers(refs: Referents, token: Token) -> bool:
    """Whether a word before a noun says whose it is, without a name: "**opposition** forces"."""
    role_class = refs.resources.lexicons.role_class
    before = [word for word in token.children_of("compound", "amod", "nmod") if word.i < token.i]
    words = [word for word in before if not word.name and not word.proper]
    return any(
        word.lower in AGAINST_THE_STATE or role_class(word.lemma) == "institution" for word in words
    )


def _is_a_crowd(refs: Referents, actor: str) -> bool:
    """Whether a bare plural can mean an actor: fighters an armed group, but no institute."""
    kind = refs.kind(actor)
    return sort_of(refs, actor) in ("people", "state") or "armed" in kind or "milit" in kind


def is_of_the_government(official: Token) -> bool:
    """Whether an "official" with no affiliation is one of the government's."""
    modifiers = [child for child in official.children if child.dep in ("compound", "amod", "nmod")]
    return all(child.lower in _GOVERNMENTAL for child in modifiers)


_GOVERNMENTAL = frozenset(
    {"security", "government", "senior", "state", "defence", "defense", "military", "intelligence",
     "top", "unnamed", "high-ranking", "ministry"}
)  # fmt: skip
