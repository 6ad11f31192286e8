"""One key for the spellings of a word, so that no list needs them all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["flatten", "fold", "sequences"]

#: What to put in place of a British spelling, and where: one alternative each, by group.
_AMERICAN = {"z": "z", "er": "er", "s": "s", "k": "k", "euv": "euv", "l": "l", "drop": ""}
_BRITISH = re.compile(
    r"(?P<z>(?<=\w{3}i)s(?=(?:e|ed|er|ers|es|ing|ation|ations)$)"  # organise
    r"|(?<=\w{2}ly)s(?=(?:e|ed|es|ing)$))"  # paralyse
    r"|(?P<er>(?<=[btv])re(?=s?$))"  # centre
    r"|(?P<s>(?:(?<=defen)|(?<=offen)|(?<=licen)|(?<=preten))c(?=e))"  # defence
    r"|(?P<k>(?<=^s)c(?=eptic))"  # sceptic
    r"|(?P<euv>(?<=^man)oeuv(?=r))"  # manoeuvre
    r"|(?P<l>(?<=^fulfil)(?=s|ment|$))"  # fulfil
    r"|(?P<drop>(?<=\w{2}o)u(?=r(?:s|ed|ing|er|ers|able|ite|ites|ist|ists|less|ful|y|hood)?$)"
    r"|(?<=el)l(?=(?:ed|ing|er|ers|or|ors)$)"  # labour; labelled
    r"|(?<=^judg)e(?=ment)|(?<=^p)a(?=ed)|(?<=gram)me(?=s?$))"  # judgement, paedophile, programme
)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One key for the spellings of a word: case, hyphens, apostrophes, British and American.

    Keys are for comparing only; a key need not be a word.

    Examples
    --------
    >>> fold("Neutralised") == fold("neutralized"), fold("anti-vaxxer") == fold("antivaxxer")
    (True, True)
    """
    key = word.lower().replace("’", "'")
    key = key.replace("-", "").replace("‑", "").replace("–", "") or word
    return _BRITISH.sub(lambda match: _AMERICAN[match.lastgroup or "drop"], key)


def flatten(term: str) -> str:
    """One key for the spellings of a term of any number of words, spaced or hyphenated."""
    return "".join(map(fold, re.split(r"[ \-]+", term)))


#: Where a parser cuts a word at an apostrophe: "do n't", "fool 's", "employers '".
_CLITIC = re.compile(r"(?<=\w)(?=n't$|'s$)|(?<=s)(?='$)|(?<=\w)(?<!n)(?='(?:re|ve|ll|d|m)$)")


def sequences(term: str) -> Iterator[tuple[str, ...]]:
    """The token sequences that spell a term: a hyphen may be a space, or nothing.

    Examples
    --------
    >>> list(sequences("fool's errand"))
    [("fool's", 'errand'), ('fool', "'s", 'errand')]
    """
    words = [part for part in re.split(r"[ \-]+", term) if part]
    yield tuple(map(fold, words))
    if "'" in term:
        yield tuple(fold(part) for word in words for part in _CLITIC.split(word))
    if "-" in term:
        yield tuple(fold(part) for part in term.split())
