"""Event terms of the lexicon as the rules look them up: by verb, phrase and noun."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from framing.annotators.agency._words import PARTICLED
from framing.language.syntax import prepositional_objects
from framing.lexicon.spelling import flatten, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.resources import Lexicons
    from framing.language import Token
    from framing.lexicon import Entry

__all__ = ["EventTerms", "event_terms"]

_SMALL = frozenset({"a", "an", "the", "his", "her", "its", "their", "of"})
_COMPLEMENTS = (
    "prt",
    "advmod",
    "dobj",
    "oprd",
    "acomp",
    "attr",
    "xcomp",
    "npadvmod",
    "advcl",
    "ccomp",
)
_CLAUSAL = ("xcomp", "ccomp", "advcl")
_REACH = 6
_INFLECTED = frozenset({"VBD", "VBN", "VBG"})


@dataclass(frozen=True)
class EventTerms:
    """Entries of the `events` lexicon by their first verb, and by their noun."""

    verbs: dict[str, list[Entry]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    nouns: dict[str, Entry] = field(default_factory=dict)

    def senses(self, verb: Token) -> Iterator[tuple[Entry, tuple[int, ...]]]:
        """The entries that a verb may have, and the places of their further words: phrases first.

        "Gunned down", "took 20 people hostage" and "was found guilty" are found as phrases.
        """
        key = self._key(verb)
        for words, entry in self.phrases.get(key, ()):
            places = _match(verb, words)
            if places is not None:
                yield entry, places
        for entry in self.verbs.get(key, ()):
            yield entry, ()

    def participle(self, token: Token) -> Entry | None:
        """The entry of a participle that stands before a noun ("a staged event")."""
        for key in (self._key(token), fold(token.lower[:-1]), fold(token.lower[:-2])):
            if token.lower.endswith("ed") and key in self.verbs:
                return self.verbs[key][0]
        return None

    def _key(self, verb: Token) -> str:
        """The lemma; taggers' slips ("stag" for "staged", "gutte" for "gutted") are put right.

        A hyphenated verb is read in several words: the charging of "baton-charged".
        """
        key = fold(verb.lemma)
        hyphen = verb.child("npadvmod", "compound", "nmod", "advmod", "amod")
        if hyphen is not None and hyphen.i == verb.i - 2 and hyphen.right == hyphen.i:
            joined = fold(f"{hyphen.lower}{key}")
            if joined in self.verbs:
                return joined
        if key in self.verbs or key in self.phrases or verb.tag not in _INFLECTED:
            return key
        slips = (f"{key}e", key.removesuffix("e"), re.sub(r"(.)\1e?$", r"\1", key))
        return next((slip for slip in slips if slip in self.verbs or slip in self.phrases), key)

    def gerund(self, noun: Token) -> Entry | None:
        """The entry of a gerund read as a noun that heads a phrase: "of gambling with lives"."""
        if not noun.lower.endswith("ing"):
            return None
        stem = noun.lower.removesuffix("ing")
        for key in (fold(stem), fold(f"{stem}e"), fold(re.sub(r"(.)\1$", r"\1", stem))):
            for words, entry in self.phrases.get(key, ()):
                if _match(noun, words) is not None:
                    return entry
        return None

    def noun(self, noun: Token, tokens: list[Token]) -> Entry | None:
        """The entry whose nominalisation a noun is; of compounds the longest."""
        for size in (5, 4, 3, 2):
            first = noun.i - size + 1
            if first >= 0 and tokens[first].sent == noun.sent and noun.left <= first:
                words = [token.text for token in tokens[first : noun.i] if token.text != "-"]
                found = self.nouns.get(flatten(" ".join([*words, noun.lemma])))
                if found is not None:
                    return found
        for inner in prepositional_objects(noun, "of"):
            found = self.nouns.get(flatten(f"{noun.lemma} of {inner.lemma}"))
            if found is not None:
                return found
        return self.nouns.get(flatten(noun.lemma)) or self.gerund(noun)


def event_terms(lexicons: Lexicons) -> EventTerms:
    """The look-up tables of a set of lexicons, made once."""
    return _tables(lexicons["events"].entries)


@lru_cache(maxsize=4)
def _tables(entries: tuple[Entry, ...]) -> EventTerms:
    terms = EventTerms()
    for entry in entries:
        if "noun" in entry.pos:
            terms.nouns.setdefault(flatten(entry.term), entry)
            continue
        words = [word for word in entry.term.split() if word not in _SMALL]
        first = fold(words[0])
        if len(words) > 1:
            rest = tuple(fold(word) for word in words[1:])
            terms.phrases.setdefault(first, []).append((rest, entry))
        else:
            terms.verbs.setdefault(first, []).append(entry)
        for noun in entry.many("nominal"):
            terms.nouns.setdefault(flatten(noun), entry)
    for first, senses in list(terms.verbs.items()):
        if senses[0]["harm"] != "none" and first not in PARTICLED:
            terms.nouns.setdefault(_gerund(first), senses[0])
    for senses in terms.verbs.values():
        senses.sort(key=lambda entry: not entry["object"])
    for listed in terms.phrases.values():
        listed.sort(key=lambda item: -len(item[0]))
    return terms


def _match(verb: Token, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The places of the words of a phrase that complement its verb, in order."""
    places: list[int] = []
    for word in words:
        last = max(places, default=verb.i)
        for inner in _complements(verb):
            above = inner.head
            skipped = above is not verb and above.dep in _CLAUSAL and above.i not in places
            if skipped and inner.dep != "aux":
                continue  # "used the hub to gather weapons" uses no weapon
            if word in (fold(inner.lemma), fold(inner.lower)) and (
                inner.i > last or inner.dep == "nsubjpass"
            ):
                places.append(inner.i)
                break
        else:
            return None
    return tuple(places)


def _complements(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep == "nsubjpass":
            yield child
        if child.i < verb.i or child.i > verb.i + _REACH:
            continue
        if child.dep in _COMPLEMENTS:
            yield child
            yield from child.children_of("aux", "amod", "compound", "dobj", "acl", "oprd")
        elif child.dep in ("prep", "agent", "dative"):
            yield child
            yield from child.children_of("pobj", "amod", "pcomp")


def _gerund(verb: str) -> str:
    """ "plundering" of "plunder", which taggers often take for a noun."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    short = len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in "aeiou"
    if short and (verb[-3] not in "aeiou") and len(verb) <= 4:
        return f"{verb}{verb[-1]}ing"
    return f"{verb}ing"
