"""Who is meant by a description that news takes up a person with: "the retired neurosurgeon"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.language.syntax import clause_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.language import Parse, Token

__all__ = ["is_epithet", "subjects_before"]

#: Nouns by which whoever was just named is taken up, and words before a noun that do so.
_EPITHETS = frozenset({"nominee", "candidate", "frontrunner", "contender", "hopeful",
                       "incumbent", "challenger", "businessman", "businesswoman",
                       "mogul", "tycoon", "billionaire", "millionaire", "magnate"})  # fmt: skip
_EARLIER = frozenset({"former", "retired", "ex", "onetime", "one-time", "outgoing", "then",
                      "longtime", "veteran", "old"})  # fmt: skip

#: How many sentences back the person may be named.
_BACK = 2


def is_epithet(source: Token, kind: str) -> bool:
    """Whether a source is such a description of one person, who has a name elsewhere."""
    words = [child.lower for child in source.children if child.i < source.i]
    if source.plural or source.proper or "the" not in words or len(words) < 2:
        return False
    if any(child.proper and child.ent == "PERSON" for child in source.children):
        return False
    earlier = kind in ("role", "member", "") and bool(set(words) & _EARLIER)
    first = source.lemma == "runner" and "front" in words  # "front-runner", cut at its hyphen
    return earlier or first or source.lemma in _EPITHETS


def subjects_before(parse: Parse, source: Token) -> Iterator[Token]:
    """Whom the sentences before are about, the last first: their subjects, and whose those are."""
    zone = parse.sentence(source).zone
    for number in range(source.sent - 1, max(-1, source.sent - 1 - _BACK), -1):
        sentence = parse.sentences[number]
        if sentence.zone != zone:
            return
        root = next((one for one in parse.tokens_of(sentence) if one.head is one), None)
        subject = clause_subject(root) if root is not None and root.verb else None
        if subject is not None:
            yield subject
            owner = subject.child("poss")
            if owner is not None:
                yield owner
