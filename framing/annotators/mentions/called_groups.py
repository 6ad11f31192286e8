"""Groups that no file lists and the text itself calls one: "the **Grey Banner** militant group".

A name counts where it stands before a noun for an armed group or has one in apposition, as a
predicate, or as the kind it is an example of. It is then read wherever else it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.actors import Actor
from framing.annotators._bearers import examples
from framing.annotators.mentions.camps import is_of_conflict, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["find_called_groups"]

#: Nouns for a group that a loaded or a military word before them makes an armed one.
_GROUPS = frozenset({"group", "organisation", "organization", "outfit", "movement", "network",
                     "army", "militia", "faction", "force"})  # fmt: skip
_ARMED = frozenset({"armed", "militant", "rebel", "terror", "jihadist", "jihadi", "insurgent",
                    "islamist", "paramilitary", "guerrilla", "separatist"})  # fmt: skip

#: The kind of actor that such a group is.
KIND = "armed group"


def find_called_groups(refs: Referents) -> None:
    """Add every mention of a group that the text calls an armed one."""
    names: dict[tuple[str, ...], str] = {}
    for noun in refs.parse.tokens:
        if noun.noun and not noun.proper and _is_armed_group(refs, noun):
            for run in _names_of(refs, noun):
                words = tuple(token.text for token in run)
                names.setdefault(words, " ".join(words))
    tokens = refs.parse.tokens
    for token in tokens:
        for words, name in names.items():
            run = tokens[token.i : token.i + len(words)]
            if tuple(one.text for one in run) != words or any(one.name for one in run):
                continue
            if refs.resources.actor(name) is not None:
                continue
            refs.discovered.setdefault(name, Actor(name, name, kind=KIND))
            head = run[-1]
            noun = head.head
            before = head.dep in ("compound", "nmod", "amod") and noun.i > head.i
            if before and noun.noun and not noun.proper and _is_armed_group(refs, noun):
                refs.add(noun, name, "mixed", confidence=0.85, evidence="called a group")
            else:
                refs.add(head, name, "name", confidence=0.85, evidence="called a group")


def _is_armed_group(refs: Referents, noun: Token) -> bool:
    """Whether a noun is one for an armed group, alone or by the word before it."""
    if noun.lemma not in _GROUPS:
        return False
    if noun.lemma == "militia":
        return True
    words = {child.lower for child in noun.children_of("compound", "amod", "nmod")}
    label = label_of(refs, noun)
    return bool(words & _ARMED) or (label is not None and is_of_conflict(refs, label))


def _names_of(refs: Referents, noun: Token) -> Iterator[list[Token]]:
    """The names of which the noun says what they are."""
    found = [
        child
        for child in noun.children_of("compound", "nmod")
        if child.i < noun.i and not any(one.name for one in refs.parse.tokens[child.i + 1 : noun.i])
    ]
    found += list(examples(noun))
    if noun.dep == "appos" or (noun.dep == "conj" and _is_other(noun)):
        found.append(noun.head)
    if noun.dep == "attr":
        found += list(noun.head.children_of("nsubj"))
    for name in found:
        run = _run(refs, name)
        if run:
            yield run


def _is_other(noun: Token) -> bool:
    return any(child.lower == "other" for child in noun.children_of("amod"))


def _run(refs: Referents, head: Token) -> list[Token]:
    """The capitalised words of a name that ends in `head`; none where it names something else."""
    lexicons = refs.resources.lexicons
    tokens = refs.parse.tokens
    first = head.i
    while first and _is_part(tokens[first - 1]) and tokens[first - 1].sent == head.sent:
        first -= 1
    run = tokens[first : head.i + 1]
    labels = lexicons.label_words
    whole = all(_is_part(one) and one.lower not in labels for one in run)
    known = head.lower in lexicons.demonyms or lexicons.role_class(head.lemma) == "role"
    alone = len(run) == 1 and (
        head.ent in ("PERSON", "GPE", "LOC", "DATE", "NORP") or not head.proper
    )
    acronym = len(run) == 1 and head.text.isupper() and len(head.text) > 2
    return run if whole and not known and (acronym or not alone) else []


def _is_part(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag[0] == "N" and not token.name
