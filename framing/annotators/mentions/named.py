"""Mentions by name: listed names, countries and their seats of power, names the parser finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.actors import Actor
from framing.annotators._names import COUNTRY, countries, is_place_kind
from framing.annotators.mentions._found import Found
from framing.language.syntax import noun_phrase, outermost, preposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["find_named", "represent"]

#: Nouns of these classes, with a name before them, mean the named actor itself.
_SAME = frozenset({"group", "member", "institution", "media"})

_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "within", "across", "throughout", "into",
     "through", "from", "to", "via", "over", "off", "towards", "toward", "of"}
)  # fmt: skip
_MOTION = frozenset(
    {"leave", "enter", "visit", "reach", "flee", "cross", "tour", "quit", "exit", "capture",
     "retake", "recapture", "seize", "hold", "control", "occupy", "surround", "liberate", "govern"}
)  # fmt: skip
_TARGETED = frozenset(
    {"attack", "strike", "airstrike", "war", "sanction", "raid", "assault", "aggression", "aid",
     "pressure", "embargo", "invasion", "bombing", "missile", "ban", "tariff", "loan", "threat"}
)  # fmt: skip


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
    _find_unlisted(refs)


def represent(refs: Referents, head: Token, actor: str, *, evidence: str) -> None:
    """Add an unnamed person who speaks or acts for an actor ("one of the group's spokesmen").

    Several representatives ("US officials") stand for the actor itself.
    """
    if _names_follow(refs, head) or head.lemma in _BODY:
        return
    partitive = head.dep == "pobj" and head.head.lower == "of" and not head.head.head.noun
    if head.plural and not partitive:
        refs.add(head, actor, "mixed", confidence=0.8, evidence="representatives")
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
        actor, form = _country(refs, token)
        is_place = True
    else:
        actor, form = token.name, "name"
        is_place = is_place_kind(refs.kind(actor))
    _place(refs, token, actor, form, is_place=is_place)


def _country(refs: Referents, token: Token) -> tuple[str, str]:
    country = next(item for item in countries() if COUNTRY + item.key == token.name)
    by_name = token.text in country.names
    actor = refs.country(country.key, government=not by_name)
    return actor, "name" if by_name else "metonym"


def _place(refs: Referents, token: Token, actor: str, form: str, *, is_place: bool) -> None:
    """Decide which noun phrase a name makes a mention of: its own, or the one it modifies."""
    head = _modified(token)
    if head is token:
        if _in_apposition(refs, token, actor, is_place=is_place) or _bracketed(refs, token, actor):
            return
        if token.dep == "poss" and _possessed(refs, token, actor):
            if not is_place:
                refs.add(token, actor, form, evidence="name")
            return
        if not is_place or _acts(token):
            refs.add(token, actor, _with_title(refs, token, form), evidence="name")
        return
    lemma = head.lemma
    kind = refs.resources.lexicons.role_class(lemma)
    if head.name or _is_person_name(head):
        if not is_place:
            refs.add_word(token, actor, form, evidence="name")
        return
    if kind == "role":
        if not is_place:
            refs.add_word(token, actor, form, evidence="name")
        if head.dep not in ("compound", "appos"):
            represent(refs, head, actor, evidence="representative")
    elif kind in _SAME or lemma in refs.resources.lexicons.label_nouns:
        if is_place and kind not in ("institution", "member") and not _is_government(refs, actor):
            return
        if is_place and kind == "member" and lemma not in _STATE_MEMBERS:
            return
        refs.add(head, actor, "name" if is_place else "mixed", evidence="name+noun")
        refs.tie(lemma, actor)
    elif not is_place:
        refs.add_word(token, actor, form, evidence="name")


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
    ):
        head = head.head
    return head


def _is_person_name(head: Token) -> bool:
    return head.proper and head.ent == "PERSON"


def _in_apposition(refs: Referents, token: Token, actor: str, *, is_place: bool) -> bool:
    """A name in apposition to a plain noun is one mention with it: "its leader, Ann Lee"."""
    noun = token.head
    before = refs.parse.tokens[token.i - 1] if token.i else token
    if before.head is token.head and before.dep == token.dep and before.sent == token.sent:
        noun = before  # "the opposition Civic Front", read as two subjects
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


def _with_title(refs: Referents, token: Token, form: str) -> str:
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
    kind = refs.resources.lexicons.role_class(head.lemma)
    if kind == "role":
        if head.dep in ("compound", "appos") or head.child("appos"):
            return False
        represent(refs, head, actor, evidence="representative")
        return True
    if kind in ("member", "institution", "group") and not head.name:
        refs.add(head, actor, "common", confidence=0.85, evidence="possessed group")
        refs.tie(head.lemma, actor)
        return True
    return False


def _acts(token: Token) -> bool:
    """Whether a place name stands for the state or its government rather than the place."""
    first = outermost(token)
    governor = first.head
    if first.dep in ("nsubj", "nsubjpass"):
        return True
    if first.dep in ("dobj", "dative"):
        return governor.lemma not in _MOTION
    if first.dep == "poss":
        return governor.lemma not in _PLACE_PARTS and not governor.proper
    prep = preposition(first)
    if prep is not None:
        if prep.dep == "agent" or prep.lower in ("by", "with", "against", "between", "among"):
            return True
        if prep.lower in ("on", "to", "at", "towards", "toward", "for"):
            return prep.head.lemma in _TARGETED
        return prep.lower not in _LOCATIVE and prep.head.noun
    return False


_PLACE_PARTS = frozenset(
    {"capital", "city", "town", "border", "coast", "north", "south", "east", "west", "region",
     "province", "outskirt", "suburb", "district", "port", "airport", "street", "countryside",
     "centre", "center", "territory", "village", "weather", "population", "people"}
)  # fmt: skip


def _demonym(refs: Referents, token: Token) -> None:
    """ "Russian military", "Syrian officials": a nationality with an organ of the state."""
    if token.dep not in ("amod", "compound", "nmod"):
        return
    head = _modified(token)
    if head is token or head.name or head.i in refs.by_head:
        return
    kind = refs.resources.lexicons.role_class(head.lemma)
    actor = refs.country(refs.resources.lexicons.demonyms[token.lower].key, government=True)
    if kind == "institution" or (kind == "member" and head.lemma in _STATE_MEMBERS):
        refs.add(head, actor, "name", confidence=0.9, evidence="demonym+institution")
        refs.tie(head.lemma, actor)
    elif kind == "role" and head.dep not in ("compound", "appos") and not _is_person_name(head):
        if head.lemma in _STATE_ROLES:
            represent(refs, head, actor, evidence="demonym+role")


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
            if words == ["missing"] and token.dep in ("amod", "acomp"):
                continue
            plain = len(words) == 1 or words[0] == "the"
            _place(refs, token, actor, "common" if plain else "name", is_place=False)
            break


def _phrases(refs: Referents) -> dict[str, list[tuple[list[str], str]]]:
    phrases: dict[str, list[tuple[list[str], str]]] = {}
    for actor in refs.resources.actors.actors:
        for name in actor.names:
            words = name.lower().split()
            if not words or any(char.isupper() for char in name.split()[-1]):
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


def _find_unlisted(refs: Referents) -> None:
    """Persons and organisations that the actors file does not list, as the parser sees them."""
    surnames: dict[str, str] = {}
    for run in _entity_runs(refs):
        head = next((token for token in reversed(run) if token.proper), run[-1])
        if head.i in refs.by_head:
            continue
        name = refs.parse.text[run[0].start : head.end].removeprefix("the ").removeprefix("The ")
        if head.ent == "PERSON":
            _unlisted_person(refs, head, name, surnames)
        elif _plausible_organisation(refs, head, name):
            refs.discovered.setdefault(name, Actor(name, name, kind="organisation"))
            _place(refs, head, name, "name", is_place=False)
    for token in refs.parse.tokens:
        if token.proper and token.text in surnames and token.i not in refs.by_head:
            if not token.name and token.dep not in ("compound", "nmod", "amod"):
                refs.add(token, surnames[token.text], "name", confidence=0.85, evidence="surname")


def _entity_runs(refs: Referents) -> Iterator[list[Token]]:
    """Runs of tokens that the parser takes for one person's or organisation's name."""
    run: list[Token] = []
    for token in refs.parse.tokens:
        fits = (
            token.ent in ("PERSON", "ORG")
            and not token.name
            and token.tag not in ("POS", ",", "-LRB-", "-RRB-")
        )
        goes_on = fits and run and token.ent == run[-1].ent and token.sent == run[-1].sent
        if run and not (goes_on and token.i == run[-1].i + 1):
            yield run
            run = []
        if fits and (run or token.proper):
            run.append(token)
    if run:
        yield run


def _unlisted_person(refs: Referents, head: Token, name: str, surnames: dict[str, str]) -> None:
    words = name.split()
    known = surnames.get(words[-1])
    if known is None:
        titled = any(
            child.dep in ("compound", "nmod", "appos")
            and refs.resources.lexicons.role_class(child.lemma)
            for child in head.children
        )
        subject = outermost(head).dep in ("nsubj", "nsubjpass", "appos", "poss")
        if not titled and (len(words) < 2 or not subject):
            return
        known = name
        surnames[words[-1]] = name
        affiliation = affiliation_of(refs, head)
        refs.discovered.setdefault(name, Actor(name, name, kind="person", affiliation=affiliation))
    if head.dep == "appos" and _in_apposition(refs, head, known, is_place=False):
        return
    refs.add(head, known, _with_title(refs, head, "name"), confidence=0.9, evidence="named person")


def affiliation_of(refs: Referents, head: Token) -> str | None:
    """The actor that a person's title, apposition or "of"/"for"/"from" phrase names."""
    queue = [child for child in head.children if child.dep != "relcl"]
    while queue:
        token = queue.pop(0)
        if token.name:
            return token.name if token.name[0] != COUNTRY else _country(refs, token)[0]
        if token.lower in refs.resources.lexicons.demonyms and token.dep in (
            "amod",
            "compound",
            "nmod",
        ):
            return refs.country(refs.resources.lexicons.demonyms[token.lower].key, government=True)
        found = refs.by_head.get(token.i)
        if found is not None and found.head is token and token.dep not in ("relcl", "dobj"):
            return found.actor
        if token.dep in ("compound", "nmod", "appos", "prep", "pobj", "poss", "amod"):
            queue.extend(token.children)
    return None


def _plausible_organisation(refs: Referents, head: Token, name: str) -> bool:
    role = outermost(head).dep
    if name.isupper() and 2 <= len(name) <= 6:
        return role in ("nsubj", "nsubjpass", "poss")
    acts = role in ("nsubj", "nsubjpass", "poss", "appos", "compound") or bool(
        (prep := preposition(head)) and prep.lower in ("by", "with", "of", "for", "from", "at")
    )
    return acts and len(name.split()) >= 2 and head.lower not in refs.resources.lexicons.demonyms
