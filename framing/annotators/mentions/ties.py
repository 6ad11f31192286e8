"""What the article ties nouns to: which actors it calls a group, a minister, terrorists.

By a name beside the noun ("Jaish al-Islam terrorists"), an apposition, a predicate, a printed
title, or the name's own last word and the kind that the actors file gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._names import is_state_kind
from framing.annotators._words import prefix_of
from framing.annotators.mentions.camps import is_of_conflict
from framing.annotators.mentions.named import singular

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.annotators.mentions._found import Found, Referents
    from framing.language import Token

__all__ = ["NOT_YET", "collect_ties"]


def collect_ties(refs: Referents) -> None:
    """Record which nouns the article and the actors file tie to which actors."""
    for actor in refs.resources.actors.actors:
        if "person" in actor.kind.lower():
            continue
        lexicons = refs.resources.lexicons
        words = [singular(name.split()[-1].lower()) for name in actor.names]
        kinds = [singular(word) for word in _kind_nouns(actor.kind.lower())]
        # A loaded word is tied by the article alone: what an actor is does not say what a
        # writer would call it.
        words += [word for word in kinds if not is_of_conflict(refs, word)]
        for lemma in dict.fromkeys(words):
            if lexicons.role_class(lemma) or lemma in lexicons.label_nouns:
                refs.tie(lemma, actor.id)
                refs.given[lemma].add(actor.id)
    for found in list(refs.by_head.values()):
        for lemma in (*_described_as(refs, found.head), *_after_name(refs, found)):
            refs.tie(lemma, found.actor)


def _after_name(refs: Referents, found: Found) -> Iterable[str]:
    """Loaded words between a listed name and the noun it describes: "the X **terrorist** group"."""
    if found.head.name or is_state_kind(refs.kind(found.actor)):
        return
    named = False
    for token in refs.parse.tokens[found.first : found.head.i]:
        entry = refs.resources.lexicons.label_words.get(token.lemma)
        strong = entry is not None and entry.number("loadedness") >= 2
        if named and strong and not prefix_of(refs.parse, token):
            yield token.lemma
        named = named or bool(token.name)


#: Plain nouns that an actor of a kind is called by; the kind is the actors file's own word.
_KIND_NOUNS = {
    "police": ("police", "officer", "constable", "policeman", "force"),
    "military": ("military", "army", "troop", "soldier", "force"),
    "army": ("army", "military", "troop", "soldier", "force"),
    "navy": ("navy", "sailor", "warship"),
    "armed": ("fighter", "gunman", "militant", "rebel", "insurgent"),
    "union": ("union", "organiser", "organizer", "striker"),
    "company": ("company", "firm", "manufacturer", "maker", "giant"),
    "government": ("government", "authority", "administration", "regime"),
    "party": ("party", "lawmaker", "legislator"),
    "regulator": ("regulator", "agency", "watchdog", "board"),
    "agency": ("agency", "body"),
    "court": ("court", "judge"),
    "protest": ("protester", "demonstrator", "marcher", "crowd"),
    "protesters": ("protester", "demonstrator", "marcher", "crowd"),
    "campaign": ("campaigner", "activist"),
    "charity": ("charity", "organisation", "organization"),
    "club": ("club", "side", "team"),
    "federation": ("federation", "body"),
    "newspaper": ("newspaper", "daily", "paper"),
    "university": ("university", "researcher"),
}


def _kind_nouns(kind: str) -> list[str]:
    words = kind.replace("-", " ").split()
    return words[-1:] + [noun for word in words for noun in _KIND_NOUNS.get(word, ())]


#: Titles as they are printed before a name, and the nouns that take their bearer up.
_TITLES = {
    "sen": ("senator", "lawmaker"), "gov": ("governor",),
    "rep": ("congressman", "congresswoman", "representative", "lawmaker"),
    "gen": ("general",), "col": ("colonel",), "capt": ("captain",), "lt": ("lieutenant",),
    "sgt": ("sergeant",), "maj": ("major",), "adm": ("admiral",), "prof": ("professor",),
    "dr": ("doctor",), "rev": ("reverend", "pastor"), "det": ("detective",),
    "supt": ("superintendent",), "pres": ("president",),
}  # fmt: skip


#: Words that take a title back.
NOT_YET = frozenset({"lt", "lieutenant", "vice", "deputy", "former", "ex", "acting", "attorney"})


def _lemmas(title: Token) -> tuple[str, ...]:
    """The nouns that a word beside a name gives its bearer."""
    printed = title.dep in ("compound", "nmod") and title.text[:1].isupper()
    held = _TITLES.get(title.lower.rstrip(".")) if printed else None
    return held or (title.lemma,)


def _described_as(refs: Referents, head: Token) -> Iterable[str]:
    """Lemmas of the nouns in apposition to a mention, predicated of it, or in its title."""
    # Before a plain noun, a noun says what kind it is: a "defence ministry" is no defence.
    beside = ("appos", "compound", "nmod", "amod") if head.proper or head.name else ("appos",)
    near = [child for child in head.children if child.dep in beside]
    if head.dep == "nsubj":
        near.extend(head.head.children_of("attr"))
    if head.dep == "appos":
        near.append(head.head)
    for token in near:
        if token.i and refs.parse.tokens[token.i - 1].lower.rstrip(".") in NOT_YET:
            continue  # "former president Ann Lee" is not the president
        held, own = refs.by_head.get(token.i), refs.by_head.get(head.i)
        if held is not None and own is not None and held.actor != own.actor:
            continue  # "Lee, the Selkish government": marks lost, two parties
        person = own is not None and "person" in refs.kind(own.actor)
        if token.proper and token.dep != "appos" and token.i < head.i and not person:
            continue  # "the Terrorist Screening Center": a part of its name
        for lemma in _lemmas(token):
            if not token.name and (
                refs.resources.lexicons.role_class(lemma)
                or lemma in refs.resources.lexicons.label_nouns
            ):
                yield lemma
