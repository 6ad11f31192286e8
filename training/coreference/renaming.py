"""Texts with other people's names: what is learned must not be the names of the few thousand texts.

A name's words are exchanged one for one, the same everywhere in a text; a given name by one of the
same gender, so that all that `facts_of` says stays true.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from framing.encoder.given_names import gender_of_name
from framing.encoder.word_windows import word_pieces
from framing.encoder.wordlists import FEMALE, MALE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tokenizers import Tokenizer

    from training.coreference.data import Example

    Pieces = tuple[list[int], list[int]]

#: Share of the texts that are renamed.
SHARE = 0.6


class Renaming:
    """Names of many texts by gender ("" where it is not known), ready to stand in any of them."""

    def __init__(self, examples: Iterable[Example], tokenizer: Tokenizer) -> None:
        names = sorted({name for one in examples for name in set(one.names) if name})
        self.pieces: list[dict[str, Pieces]] = [
            dict(zip(names, word_pieces(tokenizer, names, [inside] * len(names)), strict=True))
            for inside in (False, True)
        ]
        self.pool: dict[str, list[str]] = {}
        for name in names:
            self.pool.setdefault(gender_of_name(name.lower()), []).append(name)

    def __call__(self, one: Example) -> list[Pieces]:
        """The word pieces of a text, of some texts under other names."""
        if random.random() > SHARE:
            return one.pieces
        chosen: dict[str, str] = {}
        taken = set(one.names)
        for name in sorted(taken - {""}):
            other = random.choice(self.pool[gender_of_name(name.lower())])
            chosen[name] = name if other in taken else other
            taken.add(other)
        quoted = (one.facts.quote >= 0).tolist()
        return [
            self.pieces[inside][chosen[name]] if name else piece
            for name, inside, piece in zip(one.names, quoted, one.pieces, strict=True)
        ]


def person_names(words: list[str], tags: list[str], entities: list[str]) -> list[str]:
    """Of each word what it says of a person's name, or ""."""
    known = {
        word
        for word, tag, entity in zip(words, tags, entities, strict=True)
        if entity == "PERSON" and tag == "NNP" and word.isalpha() and word[0].isupper()
        and len(word) > 1 and word.lower() not in MALE | FEMALE
    }  # fmt: skip
    return [
        word if word in known and tag in ("NNP", "NNPS") else ""
        for word, tag in zip(words, tags, strict=True)
    ]
