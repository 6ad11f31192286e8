"""What coreference is told of each word besides its vector: its kind, gender, phrase and place.

Training and run time ask the same functions, so that both see the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from framing.encoder.given_names import gender_of_name
from framing.encoder.wordlists import FEMALE, KINDS, MALE, PLURAL_PRONOUNS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import ndarray

__all__ = ["ENTITIES", "KINDS", "ROLES", "Facts", "Word", "facts_of"]


class Word(Protocol):
    """What is asked of a parsed word; `framing.language.Token` answers all of it."""

    @property
    def i(self) -> int: ...
    @property
    def lower(self) -> str: ...
    @property
    def lemma(self) -> str: ...
    @property
    def tag(self) -> str: ...
    @property
    def dep(self) -> str: ...
    @property
    def ent(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def shown(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def sent(self) -> int: ...
    @property
    def left(self) -> int: ...
    @property
    def right(self) -> int: ...
    @property
    def head(self) -> Any: ...
    @property
    def children(self) -> Any: ...


#: Entity types of the parser, grouped; number 0 is none.
ENTITIES = ("", "PERSON", "ORG", "GPE", "NORP", "DATE", "other")
_ENTITY = {name: number for number, name in enumerate(ENTITIES)} | {
    "LOC": 3, "FAC": 3, "TIME": 5, "CARDINAL": 5, "ORDINAL": 5, "QUANTITY": 5, "MONEY": 5,
    "PERCENT": 5,
}  # fmt: skip

#: Grammatical roles, grouped; number 0 is any other.
ROLES = ("other", "subject", "object", "possessor", "oblique", "apposition", "predicate")
_ROLE = {
    "nsubj": 1, "nsubjpass": 1, "csubj": 1, "dobj": 2, "dative": 2, "poss": 3, "pobj": 4,
    "appos": 5, "attr": 6, "oprd": 6,
}  # fmt: skip

_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "det", "predet", "quantmod"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "'s", "’s"})


@dataclass(frozen=True)
class Facts:
    """Arrays with a number for every word of a text; `content` has a set of words for each.

    Words are known by numbers, which count from the start of the text.
    """

    kind: ndarray
    gender: ndarray
    number: ndarray
    entity: ndarray
    role: ndarray
    sentence: ndarray
    block: ndarray
    quote: ndarray
    key: list[str]
    phrase: list[str]
    content: list[frozenset[str]]
    first: ndarray
    left: ndarray
    right: ndarray
    head: ndarray


def facts_of(
    words: Sequence[Word], blocks: Sequence[int], quotes: Sequence[tuple[int, int]]
) -> Facts:
    """Gather what `framing.encoder.pair_features` needs.

    Parameters
    ----------
    words : sequence of Word
        All words of a text.
    blocks : sequence of int
        The paragraph of each sentence.
    quotes : sequence of (int, int)
        Offsets of the quotations, in text order.
    """
    import numpy as np

    inside = np.full(len(words), -1)
    starts = np.array([word.start for word in words])
    for number, (start, end) in enumerate(quotes):
        inside[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = number
    phrases = [_phrase(word, words) for word in words]
    kinds = [_kind(word, phrase) for word, phrase in zip(words, phrases, strict=True)]
    sentence = np.array([word.sent for word in words])
    return Facts(
        kind=np.array(kinds),
        gender=np.array(_genders(words, phrases)),
        number=np.array([_number(word) for word in words]),
        entity=np.array([_ENTITY.get(word.ent, 6) for word in words]),
        role=np.array([_ROLE.get(word.dep, 0) for word in words]),
        sentence=sentence,
        block=np.array(blocks)[sentence] if len(words) else sentence,
        quote=inside,
        key=[word.name or word.lemma for word in words],
        phrase=[" ".join(_plain(held)) for held in phrases],
        content=[frozenset(_plain(held)) for held in phrases],
        first=np.array([held[0].i if held else at for at, held in enumerate(phrases)]),
        left=np.array([_top(word).left for word in words]),
        right=np.array([_top(word).right for word in words]),
        head=np.array([word.head.i for word in words]),
    )


def _top(word: Word) -> Any:
    """What stands for a coordination whose "and" is given."""
    return word.head if word.dep == "cc" else word


def _phrase(head: Word, words: Sequence[Word]) -> Sequence[Word]:
    """The words of a noun phrase up to its head."""
    first = head.i
    if head.dep == "cc":
        return words[head.head.left : head.head.right + 1][:24]
    for child in head.children:
        if child.i < head.i and child.dep in _MODIFIERS:
            first = min(first, child.left)
    return words[max(first, head.i - 12) : head.i + 1]


def _plain(held: Sequence[Word]) -> list[str]:
    return [
        word.name or word.lower
        for word in held
        if word.name or (word.lower not in _ARTICLES and word.lower[:1].isalnum())
    ]


def _kind(word: Word, held: Sequence[Word]) -> int:
    if not word.name:
        if word.lower in PRONOUNS and word.tag[0] not in "NVJ":
            kind = PRONOUNS[word.lower]
            relative = word.lower == "that" and word.tag == "WDT"
            return KINDS.index("who" if relative else kind)
        if word.dep == "cc":
            return KINDS.index("and")
        if word.tag[0] == "V" or word.tag == "MD":
            return KINDS.index("verb")
    if word.name or word.tag in ("NNP", "NNPS"):
        return KINDS.index("name")
    if word.tag[0] != "N" and word.tag not in ("CD", "DT", "JJ", "JJS", "JJR"):
        return KINDS.index("other")
    for first in held[:-1]:
        if first.lower in ("the", "both"):
            return KINDS.index("the")
        if first.lower in ("this", "that", "these", "those", "such"):
            return KINDS.index("this")
        if first.lower in ("a", "an", "another", "some", "any", "no", "every", "each"):
            return KINDS.index("a")
        if first.dep == "poss":
            return KINDS.index("possessed")
    return KINDS.index("bare" if word.tag[0] == "N" else "number")


def _genders(words: Sequence[Word], phrases: Sequence[Sequence[Word]]) -> list[int]:
    """The gender of each word; a name has it from any other place where it is plain."""
    found = [_gender(word, held) for word, held in zip(words, phrases, strict=True)]
    names = [word.name or word.lower if word.name or word.tag == "NNP" else "" for word in words]
    known: dict[str, set[int]] = {}
    for name, gender in zip(names, found, strict=True):
        if name and gender in (1, 2):
            known.setdefault(name, set()).add(gender)
    return [
        min(known[name]) if gender == 0 and len(known.get(name, ())) == 1 else gender
        for name, gender in zip(names, found, strict=True)
    ]


def _gender(word: Word, held: Sequence[Word]) -> int:
    """0 unknown, 1 male, 2 female, 3 a thing."""
    if word.lower in ("it", "its", "itself", "which"):
        return 3
    for one in (word, *held) if word.dep != "cc" else ():
        if one is word or one.dep == "compound":
            if one.lower.rstrip(".") in MALE:
                return 1
            if one.lower.rstrip(".") in FEMALE:
                return 2
    if word.ent == "PERSON" or word.name:
        for one in held or (word,):
            if gender := gender_of_name(one.lower.split()[0]):
                return 1 if gender == "m" else 2
    return 0


def _number(word: Word) -> int:
    """0 unknown, 1 singular, 2 plural."""
    if word.dep == "cc" or word.tag in ("NNS", "NNPS") or word.lower in PLURAL_PRONOUNS:
        return 2
    if word.lower in ("who", "that", "which", "whose", "whom", "you", "your", "yours"):
        return 0
    return 1 if word.tag in ("NN", "NNP", "PRP", "PRP$") else 0
