"""Mentions by name: listed names, countries and their seats of power, names the parser finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.actors import Actor
from framing.annotators._names import COUNTRY, countries, groups, is_place_kind
from framing.annotators._relations import AGAINST_THE_STATE, SOMEBODY_ELSE
from framing.annotators._words import prefix_of
from framing.annotators.mentions._found import Found
from framing.annotators.mentions._salience import sort_of
from framing.annotators.mentions.camps import label_of
from framing.annotators.mentions.incorporated import in_compound_participle
from framing.annotators.mentions.not_somebody import means_nobody
from framing.annotators.mentions.places import acts, is_country
from framing.language.syntax import is_cut_off, noun_phrase

if TYPE_CHECKING:
    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = [
    "country_of",
    "find_named",
    "in_apposition",
    "is_news_agency",
    "place",
    "represent",
    "singular",
    "with_title",
]

#: Nouns of these classes, with a name before them, mean the named actor itself.
_SAME = frozenset({"group", "member", "institution", "media"})


def find_named(refs: Referents) -> None:
    """Add every mention that contains a name."""
    _find_phrases(refs)
    tokens = refs.parse.tokens
    for token in tokens:
        if token.name:
            _listed(refs, token)
        elif token.lower in refs.resources.lexicons.demonyms and token.tag in (
            "JJ",
            "NNP",
            "NNPS",
            "NN",
        ):
            _demonym(refs, token)


def represent(refs: Referents, head: Token, actor: str, *, evidence: str) -> None:
    """Add an unnamed person who speaks or acts for an actor ("one of the group's spokesmen").

    Several representatives ("US officials") stand for the actor itself.
    """
    if _names_follow(refs, head) or head.lemma in _BODY:
        return
    of = head.dep == "pobj" and head.head.lower == "of"
    partitive = of and not (head.head.head.noun or head.head.head.verb)
    if head.plural and not partitive:
        refs.add(head, actor, "mixed", confidence=0.8, evidence="representatives")
        refs.tie(head.lemma, actor)
        return
    name = f"{head.lemma} of {refs.name(actor)}"
    person = f"{actor}/{head.lemma}"
    refs.discovered.setdefault(person, Actor(person, name, kind="person", affiliation=actor))
    refs.tie(head.lemma, person)
    top = head.head.head if partitive else head
    refs.add(top, person, "common", confidence=0.8, evidence=evidence)


#: Role nouns that are parts of the body, or of a thing, when somebody possesses them.
_BODY = frozenset({"head", "hand", "back", "face", "chair", "guard"})


def _names_follow(refs: Referents, head: Token) -> bool:
    """Whether a role is the title of a person named right after: "Leader of the House Ann Lee"."""
    tokens = refs.parse.tokens
    for token in tokens[head.i + 1 : min(len(tokens), head.right + 4, head.i + 9)]:
        if token.dep == "punct" or token.verb or token.sent != head.sent:
            return False
        if token.name and "person" in refs.kind(token.name):
            return True
    return False


def _listed(refs: Referents, token: Token) -> None:
    if token.name.startswith(COUNTRY):
        actor, form = country_of(refs, token)
        is_place = True
    else:
        actor, form = token.name, "name"
        if refs.resources.actor(actor) is None:
            refs.discovered.setdefault(actor, groups()[actor])
        is_place = is_place_kind(refs.kind(actor))
    place(refs, token, actor, form, is_place=is_place)


def country_of(refs: Referents, token: Token) -> tuple[str, str]:
    country = next(item for item in countries() if COUNTRY + item.key == token.name)
    by_name = token.text in country.names
    actor = refs.country(country.key, government=not by_name)
    return actor, "name" if by_name else "metonym"


def place(refs: Referents, token: Token, actor: str, form: str, *, is_place: bool) -> None:
    """Decide which noun phrase a name makes a mention of: its own, or the one it modifies."""
    if in_compound_participle(refs.parse, token):
        refs.add_word(token, actor, "incorporated", evidence="compound participle")
        return
    if prefix_of(refs.parse, token):
        refs.add_word(token, actor, "incorporated", evidence="for or against a name")
        return
    head = _modified(token)
    if head is token:
        if in_apposition(refs, token, actor, is_place=is_place) or _bracketed(refs, token, actor):
            return
        if token.dep == "poss" and _possessed(refs, token, actor):
            if not is_place:
                refs.add(token, actor, form, evidence="name")
            return
        if not is_place or acts(token):
            refs.add(token, actor, with_title(refs, token, form), evidence="name")
        return
    lemma = head.lemma
    kind = refs.resources.lexicons.role_class(lemma)
    if is_place and is_news_agency(head):
        return
    if head.name or _is_person_name(head):
        if not is_place:
            refs.add_word(token, actor, form, evidence="name")
        return
    if kind == "role":
        if not is_place:
            refs.add_word(token, actor, form, evidence="name")
        if head.dep not in ("compound", "appos"):
            represent(refs, head, actor, evidence="representative")
    elif lemma in SOMEBODY_ELSE:
        if not is_place:
            refs.add_word(token, actor, form, evidence="name")  # "a Lee ally" is not Lee
    elif sort_of(refs, actor) == "media" and label_of(refs, head) is not None:
        refs.add_word(token, actor, form, evidence="name")  # "SANA: terrorists", the colon lost
    elif kind in _SAME or lemma in refs.resources.lexicons.label_nouns:
        if is_place and kind not in ("institution", "member") and not _is_government(refs, actor):
            return
        if is_place and kind == "member" and lemma not in _STATE_MEMBERS:
            return
        if lemma == "regime" and not _is_beside(refs, token, head):
            if not is_place:
                refs.add_word(token, actor, form, evidence="name")
            return
        ruling = any(one.lemma == "regime" for one in head.children_of(*_BEFORE))
        if ruling and refs.name(actor).islower():  # "rebels, regime forces", the comma lost
            refs.add_word(token, actor, form, evidence="name")
            return
        if kind == "institution" or ruling:
            actor = _whose_rule(refs, actor)  # "the Lee regime", "Lee regime forces"
        refs.add(head, actor, "name" if is_place else "mixed", evidence="name+noun")
        refs.tie(lemma, actor)
    elif not is_place:
        refs.add_word(token, actor, form, evidence="name")


def _is_beside(refs: Referents, name: Token, head: Token) -> bool:
    """Whether nobody and nothing else is named between: "MSF: Syrian **regime**", marks lost."""
    between = refs.parse.tokens[name.i + 1 : head.i]
    return not any(
        one.noun or one.name or one.lower in refs.resources.lexicons.demonyms for one in between
    )


def _whose_rule(refs: Referents, actor: str) -> str:
    """A person's regime or government is the one that the person belongs to: "the Lee regime"."""
    known = refs.known(actor)
    if known is None or "person" not in known.kind.lower() or known.affiliation is None:
        return actor
    return known.affiliation if refs.kind(known.affiliation) else actor


_STATE_MEMBERS = frozenset({"force", "troop", "soldier", "official", "serviceman", "diplomat"})


def _is_government(refs: Referents, actor: str) -> bool:
    return "government" in refs.kind(actor)


def _modified(token: Token) -> Token:
    """The noun that a name modifies directly, else the name itself."""
    head = token
    while (
        head.dep in ("compound", "nmod", "amod")
        and head.head.noun
        and head.head.i > head.i
        and not (head is not token and head.name)
        and not is_cut_off(head)
    ):
        head = head.head
    return head


def _is_person_name(head: Token) -> bool:
    return head.proper and head.ent == "PERSON"


def in_apposition(refs: Referents, token: Token, actor: str, *, is_place: bool) -> bool:
    """A name in apposition to a plain noun is one mention with it: "its leader, Ann Lee"."""
    noun = token.head
    before = refs.parse.tokens[token.i - 1] if token.i else token
    if before.head is token.head and before.dep == token.dep and before.sent == token.sent:
        noun = before  # "the opposition People's Front", read as two subjects
    elif token.dep != "appos":
        return False
    if is_place or noun.name or noun.proper or not noun.noun:
        return False
    if noun.i > token.i or noun.i in refs.by_head:
        return False
    lexicons = refs.resources.lexicons
    if not (lexicons.role_class(noun.lemma) or noun.lemma in lexicons.label_nouns):
        return False
    first, _ = noun_phrase(noun, refs.parse.tokens)
    refs.by_head[token.i] = Found(token, first, token.i, actor, "mixed", 1.0, "name in apposition")
    refs.by_head[noun.i] = Found(token, first, token.i, actor, "mixed", 1.0, "name in apposition")
    refs.tie(noun.lemma, actor)
    return True


def _bracketed(refs: Referents, token: Token, actor: str) -> bool:
    """An acronym in brackets right after the name it shortens is no mention of its own."""
    tokens = refs.parse.tokens
    if token.i < 2 or tokens[token.i - 1].text != "(":
        return False
    before = refs.by_head.get(token.i - 2)
    return before is not None and before.actor == actor


def with_title(refs: Referents, token: Token, form: str) -> str:
    """A name with a role or label noun before it ("Foreign Minister Lavrov") is mixed."""
    if form == "name":
        for child in token.children:
            if child.i < token.i and child.dep in ("compound", "nmod", "amod", "appos"):
                lemma = child.lemma
                if (
                    refs.resources.lexicons.role_class(lemma)
                    or lemma in refs.resources.lexicons.label_nouns
                ):
                    return "mixed"
    return form


def _possessed(refs: Referents, token: Token, actor: str) -> bool:
    """Handle "X's fighters", "X's spokesman"; whether the possessed noun took the mention."""
    head = token.head
    if head.lemma in SOMEBODY_ELSE | AGAINST_THE_STATE or is_news_agency(head):
        return False
    kind = refs.resources.lexicons.role_class(head.lemma)
    if kind == "role":
        if head.dep in ("compound", "appos") or head.child("appos"):
            return False
        represent(refs, head, actor, evidence="representative")
        return True
    if "person" in refs.kind(actor) and kind == "institution":
        known = refs.known(actor)
        actor = (known.affiliation if known is not None else None) or ""
        if not actor:
            return False  # whose government it is, a description says
    if kind == "institution":
        actor = refs.resources.government_of(actor)
    if any(one.name and one.i > token.i for one in head.children_of(*_BEFORE)):
        return False  # "Selk's **Northern Front** terrorist group"
    if kind in ("member", "institution", "group") and not head.name and not is_named(head):
        refs.add(head, actor, "common", confidence=0.85, evidence="possessed group")
        refs.tie(head.lemma, actor)
        return True
    return False


def is_named(head: Token) -> bool:
    """Whether a noun ends a name of its own: "Turkey's **Anadolu Agency**", "its SANA agency"."""
    before = [one for one in head.children_of(*_BEFORE) if one.i == head.i - 1 and not one.name]
    if any(one.text.isupper() and len(one.text) > 2 for one in before):
        return True
    return head.proper and any(
        child.proper and not child.name and child.i < head.i
        for child in head.children_of("compound")
    )


def _demonym(refs: Referents, token: Token) -> None:
    """ "Russian military", "Syrian officials": a nationality with an organ of the state."""
    if token.dep not in ("amod", "compound", "nmod"):
        return
    head = _modified(token)
    if head is token or head.name or head.i in refs.by_head or is_news_agency(head):
        return
    if (is_country(head) and not acts(head)) or means_nobody(refs, head):
        return
    if any(child.lemma in _NOT_THE_STATES for child in head.children_of(*_BEFORE)):
        return
    role_class = refs.resources.lexicons.role_class
    kind = role_class(head.lemma)
    actor = refs.country(refs.resources.lexicons.demonyms[token.lower].key, government=True)
    for organ in head.children_of("compound"):  # "Syrian **army** positions"
        between = refs.parse.tokens[token.i + 1 : organ.i]
        if any(one.dep == "cc" for one in between):
            continue  # "**Russian** and Syrian army positions"
        if organ.i > token.i and role_class(organ.lemma) == "institution" and not organ.name:
            refs.add_word(
                organ, actor, "incorporated", confidence=0.8, evidence="demonym+institution"
            )
    if _is_of_two(refs, token, head):
        return
    after = refs.parse.tokens[head.i + 1] if head.i + 1 < len(refs.parse.tokens) else head
    if kind == "institution" and head.plural and not after.noun:
        return  # "Arab regimes" are several states; "Syrian regimes army" has lost a mark
    if kind == "institution" or (kind == "member" and head.lemma in _STATE_MEMBERS):
        refs.add(head, actor, "name", confidence=0.9, evidence="demonym+institution")
        refs.tie(head.lemma, actor)
    elif kind == "role" and head.dep not in ("compound", "appos") and not _is_person_name(head):
        if head.lemma in _STATE_ROLES:
            represent(refs, head, actor, evidence="demonym+role")


def _is_of_two(refs: Referents, demonym: Token, head: Token) -> bool:
    """Whether the forces of another's regime are named too: "**Russian** and Lee regime forces"."""
    ruled = any(one.lemma == "regime" for one in head.children_of(*_BEFORE))
    between = refs.parse.tokens[demonym.i + 1 : head.i]
    return ruled and any(one.dep == "cc" or one.lower == "and" for one in between)


_BEFORE = ("compound", "amod", "nmod")

#: Words for forces that are raised by others than the state: "Syrian **popular** forces".
_NOT_THE_STATES = AGAINST_THE_STATE | {"popular", "tribal", "private", "democratic", "free"}


def is_news_agency(head: Token) -> bool:
    """Whether an agency, a television or a medium of a country is no organ of its government."""
    words = {child.lower for child in head.children_of("compound", "amod", "nmod")}
    return "news" in words or bool(words & {"arab", "state"} and head.lemma == "agency")


_STATE_ROLES = frozenset(
    {"minister", "president", "ambassador", "official", "spokesman", "spokeswoman", "spokesperson",
     "diplomat", "envoy", "premier", "chancellor", "general", "commander", "king", "negotiator"}
)  # fmt: skip


def _find_phrases(refs: Referents) -> None:
    """Listed names that end in a common noun: "Syrian government", "marchers"."""
    phrases = _phrases(refs)
    tokens = refs.parse.tokens
    for token in tokens:
        for words, actor in phrases.get(token.lemma, ()) or phrases.get(token.lower, ()):
            first = token.i - len(words) + 1
            if first < 0 or not (token.noun or token.tag in ("JJ", "VBN", "VBG", "VBD")):
                continue
            if [item.lower for item in tokens[first : token.i]] != words[:-1]:
                continue
            plain = len(words) == 1 or words[0] == "the"
            if plain and token.dep == "amod" and _is_listed_in_plural(refs, token, actor):
                continue  # "local activists" are not "locals"
            if plain and (
                _is_of_others(refs, token, actor)
                or label_of(refs, token) not in (None, token.lemma)
            ):
                continue  # "Turkish troops", "regime troops"
            place(refs, token, actor, "common" if plain else "name", is_place=False)
            break


def _is_of_others(refs: Referents, crowd: Token, actor: str) -> bool:
    """Whether the word for a crowd has another's name before it: "Turkish troops", "Selk rebels".

    A demonym says whose the organs of a state are, and no more of others than where they come
    from: "Syrian rebels" are rebels.
    """
    lexicons = refs.resources.lexicons
    kind = lexicons.role_class(crowd.lemma)
    for child in crowd.children_of("compound", "amod", "nmod", "poss"):
        if child.name and not child.name.startswith(COUNTRY) and child.name != actor:
            return True
        if kind == "institution" or crowd.lemma in _STATE_MEMBERS:
            key = child.name.removeprefix(COUNTRY)
            if child.lower in lexicons.demonyms:
                key = lexicons.demonyms[child.lower].key
            country = refs.resources.country_actor(key, government=True) if key else None
            if key and (country is None or refs.side(country) != refs.side(actor)):
                return True
    return False


def _is_listed_in_plural(refs: Referents, token: Token, actor: str) -> bool:
    known = refs.resources.actor(actor)
    return known is not None and f"{token.lower}s" in map(str.lower, known.names)


def _phrases(refs: Referents) -> dict[str, list[tuple[list[str], str]]]:
    phrases: dict[str, list[tuple[list[str], str]]] = {}
    for actor in refs.resources.actors.actors:
        for name in actor.names:
            words = name.lower().split()
            if not words or any(char.isupper() for char in name):
                continue
            for key in dict.fromkeys((words[-1], singular(words[-1]))):
                phrases.setdefault(key, []).append((words, actor.id))
    for entries in phrases.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return phrases


def singular(word: str) -> str:
    """The singular of a regular English plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return {"men": "man", "women": "woman", "people": "people", "children": "child"}.get(word, word)
