"""Mentions of persons and organisations that the actors file does not list."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.actors import Actor
from framing.annotators._bearers import bearer, examples
from framing.annotators._given_names import are_two
from framing.annotators._names import COUNTRY
from framing.annotators.mentions.incorporated import in_compound_participle
from framing.annotators.mentions.named import country_of, in_apposition, place, with_title
from framing.encoder import gender_of_name
from framing.language.syntax import outermost, preposition, prepositional_objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["find_unlisted"]


def find_unlisted(refs: Referents) -> None:
    """Persons and organisations that the actors file does not list, as the parser sees them."""
    surnames: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    shortened: dict[str, str] = {}
    said = Counter(token.text for token in refs.parse.tokens if token.proper)
    called = _called(refs)
    runs = list(_entity_runs(refs))
    alone = _lone_names(runs)
    titles = {one.index for one in refs.parse.sentences if _is_title(refs.parse.tokens_of(one))}
    plain = {one.text for one in refs.parse.tokens if one.proper and one.sent not in titles}
    for run in runs:
        if run[0].sent in titles:
            run = _from_given_name(run)
            words = [one.text for one in run if one.proper and not one.text.isupper()]
            if not gender_of_name(run[0].lower) and not plain.issuperset(words[-1:]):
                continue  # "Army Attacks Village Kills Ten"
        head = next((token for token in reversed(run) if token.proper), run[-1])
        name = refs.parse.text[run[0].start : head.end].removeprefix("the ").removeprefix("The ")
        if head.ent == "ORG" and not _is_person(refs, run):
            head = next(
                (
                    token
                    for token, after in zip(run, (*run[1:], None), strict=True)
                    if token.proper
                    and token.head not in run
                    and (after is None or after.tag in ("IN", "CC"))
                ),
                head,
            )
        if head.i in refs.by_head:
            continue
        if _is_person(refs, run):
            often = said[head.text] > 1 and bool(gender_of_name(run[0].lower))
            often = often or outermost(head).i in called or name in alone
            often = often or _follows_title(refs, run)
            _unlisted_person(refs, head, name, surnames, often=often)
        elif _plausible_organisation(refs, head, name, called=head.i in called):
            # A listed id is no name: the "UN" of the text is not the actor with the id UN.
            known = acronyms.get(name, name)
            if refs.resources.actor(known) is not None:
                known = f"{known} (unlisted)"
            initials = "".join(word[0] for word in name.split() if word[0].isupper())
            acronyms.setdefault(initials, known)
            refs.discovered.setdefault(known, Actor(known, known, kind="organisation"))
            place(refs, head, known, "name", is_place=False)
        found = refs.by_head.get(head.i)
        if found is not None and found.head is head:
            first, last = min(found.first, run[0].i), max(found.last, run[-1].i)
            refs.by_head[head.i] = replace(found, first=first, last=last)
            if head.ent == "ORG" and len(run) > 1:
                shortened.setdefault(head.text, found.actor)
    for token in refs.parse.tokens:
        capital = token.tag in ("NN", "NNS") and token.text[:1].isupper()  # "Sanders said"
        proper = token.proper or capital
        if not proper or token.name or token.i in refs.by_head:
            continue
        if token.dep in ("compound", "nmod", "amod"):
            continue
        if token.text in surnames and not _is_another(token, surnames[token.text]):
            refs.add(token, surnames[token.text], "name", confidence=0.85, evidence="surname")
        elif token.text in shortened and _is_the_word_alone(token):
            refs.add(token, shortened[token.text], "name", confidence=0.85, evidence="short name")


def _is_title(tokens: list[Token]) -> bool:
    """Whether a sentence is written like a title, where a capital says nothing of a word."""
    long = [one for one in tokens if one.text.isalpha() and len(one.text) > _SMALL]
    enough = _WORDS if tokens[-1].text in (".", "!") else _WORDS - 2
    return len(long) >= enough and all(one.text[0].isupper() or one.name for one in long)


#: Words up to this length may be small in a title; how many longer ones a sentence with a full
#: stop must have to be one.
_SMALL, _WORDS = 3, 6


def _from_given_name(run: list[Token]) -> list[Token]:
    """A run of words in a title from a given name on: "Blasts **Ann Lee**"."""
    first = next((at for at, one in enumerate(run) if gender_of_name(one.lower)), 0)
    return run[first:] if len(run) - first > 1 else run


def _follows_title(refs: Referents, run: list[Token]) -> bool:
    """Whether a longer name stands right after a word for somebody: "the dictator Ann Lee"."""
    before = refs.parse.tokens[run[0].i - 1] if run[0].i else run[0]
    if len(run) < 2 or before.sent != run[0].sent or before.tag != "NN":
        return False
    titled = refs.resources.lexicons.role_class(before.lemma) == "role"
    return titled or before.lemma in refs.resources.lexicons.label_nouns


def _is_person(refs: Referents, run: list[Token]) -> bool:
    """Whether a name is a person's, as the parser or a given name before a surname says."""
    role_class = refs.resources.lexicons.role_class
    if run[0].ent != "ORG":
        return all(role_class(word.lower) not in _BODIES for word in (run[0], run[-1]))
    given = gender_of_name(run[0].lower) and len(run) in (2, 3)
    return bool(given) and not role_class(run[-1].lower)


#: Classes of nouns that are part of a body's name: "Club Verona".
_BODIES = ("group", "institution", "media", "place")


_TITLES = {"mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f"}


def _is_another(head: Token, name: str) -> bool:
    """Whether a title says that a surname is not this person's: "Mr Clinton" is no Hillary."""
    titles = {_TITLES[child.lower] for child in head.children if child.lower in _TITLES}
    own = gender_of_name(name.split()[0])
    return bool(own and titles) and own not in titles


def _is_the_word_alone(token: Token) -> bool:
    """Whether a capitalised noun has but its article: "the Observatory", of a longer name."""
    return [child.lower for child in token.children if child.i < token.i] == ["the"]


def _entity_runs(refs: Referents) -> Iterator[list[Token]]:
    """Runs of tokens that the parser takes for one person's or organisation's name."""
    run: list[Token] = []
    for token in refs.parse.tokens:
        fits = (
            (
                token.ent in ("PERSON", "ORG")
                or _is_apposed_name(refs, token)
                or _is_of_long_name(refs, token)
            )
            and not token.name
            and token.tag not in ("POS", ",", "-LRB-", "-RRB-")
        )
        goes_on = (
            fits
            and run
            and token.i == run[-1].i + 1
            and token.sent == run[-1].sent
            and (
                token.ent == run[-1].ent
                or _is_apposed_name(refs, token)
                or _is_of_long_name(refs, token)
            )
        )
        if run and not goes_on:
            yield run
            run = []
        if fits and (run or token.proper):
            run.append(token)
    if run:
        yield run


def _is_of_long_name(refs: Referents, token: Token) -> bool:
    """Whether a word is of a name that the parser takes for a people's: "**Islamic State**"."""
    first = token if token.dep == "compound" else token.child("compound")
    last = token.head if token.dep == "compound" else token
    if first is None or not (first.tag == last.tag == "NNP") or last.ent not in ("", "NORP"):
        return False
    plain = first.lower in refs.resources.lexicons.demonyms
    return first.ent == "NORP" and first.i == last.i - 1 and not plain


def _is_apposed_name(refs: Referents, token: Token) -> bool:
    """Whether two capitals in apposition to a role name a person: "its spokesman, Ann Lee"."""
    head = token if token.dep == "appos" else token.head
    if head.dep != "appos" or not (head.proper and token.proper):
        return False
    named = head.child("compound")
    return (
        named is not None
        and named.proper
        and refs.resources.lexicons.role_class(head.head.lemma) == "role"
    )


def _unlisted_person(
    refs: Referents, head: Token, name: str, surnames: dict[str, str], *, often: bool
) -> None:
    """Take in a person who has a title, acts, comes up again or is called something."""
    words = name.split()
    known = surnames.get(words[-1])
    if known is not None and len(words) > 1:
        known = surnames.get(name, known)
        if are_two(words[0], known.split()[0]):
            known = None
    if known is None or _is_another(head, known):
        titled = any(
            child.dep in ("compound", "nmod", "appos", "amod")
            and (
                refs.resources.lexicons.role_class(child.lemma)
                or child.lemma in refs.resources.lexicons.label_nouns
            )
            for child in head.children
        )
        subject = outermost(head).dep in ("nsubj", "nsubjpass", "appos", "poss")
        if not titled and not often and (len(words) < 2 or not subject):
            return
        known = name
        for surname in {words[-1], words[-1].rpartition("-")[2]}:
            surnames.setdefault(surname, name)
        surnames[name] = name
        affiliation = _affiliation_of(refs, head)
        if affiliation is None and head.dep == "appos":
            # "Uganda's army spokesman, Peter Mugisha": the role before the name says whose.
            affiliation = _affiliation_of(refs, head.head)
        refs.discovered.setdefault(name, Actor(name, name, kind="person", affiliation=affiliation))
    denied = refs.parse.tokens[head.left - 1].lower == "not" if head.left else False
    if head.dep == "appos" and not denied and in_apposition(refs, head, known, is_place=False):
        return
    refs.add(head, known, with_title(refs, head, "name"), confidence=0.9, evidence="named person")


def _lone_names(runs: list[list[Token]]) -> set[str]:
    """Persons whom the text names over and over by one word and nowhere by more: "Obama".

    A town taken for a person does not act, and things happen in it.
    """
    longer = {token.text for run in runs if len(run) > 1 for token in run}
    alone = [run[0] for run in runs if len(run) == 1 and run[0].ent == "PERSON"]
    said = Counter(token.text for token in alone)
    acts = Counter(token.text for token in alone if outermost(token).dep in ("nsubj", "poss"))
    places = {token.text for token in alone if (at := preposition(token)) and at.lower in _LOCATIVE}
    return {
        name
        for name, count in said.items()
        if count >= _OVER_AND_OVER and 3 * acts[name] >= count and name not in longer | places
    }


#: How often a lone name must come.
_OVER_AND_OVER = 3

_LOCATIVE = frozenset({"in", "near", "at", "around", "across", "outside", "inside"})


def _called(refs: Referents) -> set[int]:
    """Positions of what is called something, "dictators like **Lee**", or spoken of."""
    found: list[Token | None] = []
    lexicons = refs.resources.lexicons
    for token in refs.parse.tokens:
        if token.noun and token.lemma in lexicons.said_nouns:
            found += [bearer(outermost(token)), *examples(token)]
            if lexicons.role_class(token.lemma) != "place":
                found += prepositional_objects(token, "of")
        elif token.verb and token.lemma in lexicons.reporting_verbs:
            # "he said of **Lee**", "he wrote to **Lee**"
            found += prepositional_objects(token, "of", "about", "to")
            if token.lemma == "tell":
                found += token.children_of("dobj", "dative")  # "told **Lee**"
    return {token.i for token in found if token is not None}


def _affiliation_of(refs: Referents, head: Token) -> str | None:
    """The actor that a person's title, apposition or "of"/"for"/"from" phrase names."""
    queue = [child for child in head.children if child.dep != "relcl"]
    while queue:
        token = queue.pop(0)
        if in_compound_participle(refs.parse, token):
            continue  # "the London-based centre" belongs to nobody in London
        if token.name:
            return token.name if token.name[0] != COUNTRY else country_of(refs, token)[0]
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


def _plausible_organisation(refs: Referents, head: Token, name: str, *, called: bool) -> bool:
    act = refs.resources.lexicons.event_nouns.get(head.text.lower().removesuffix("s"))
    if act is not None and act["harm"] != "none":
        return False  # "Terrorist Rocket Attacks" in a headline
    if head.text.lower() in refs.resources.lexicons.label_nouns:
        return False  # nor "UPDATED Regime"
    role = outermost(head).dep
    if name.isupper() and 2 <= len(name) <= 6:
        return called or role in ("nsubj", "nsubjpass", "poss")
    acts = (
        called
        or role in ("nsubj", "nsubjpass", "poss", "appos", "compound")
        or bool(
            (prep := preposition(head)) and prep.lower in ("by", "with", "of", "for", "from", "at")
        )
    )
    return acts and len(name.split()) >= 2 and head.lower not in refs.resources.lexicons.demonyms
