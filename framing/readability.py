"""Readability by `textstat`, offline.

textstat downloads a pronouncing dictionary when it is first asked for a syllable. Here a rule
takes the dictionary's place: vowel groups, less the silent ones.
`docs/decisions/readability.md` says why, and how often the rule is right.
"""

from __future__ import annotations

import importlib
import re
import sys
from functools import lru_cache
from types import ModuleType
from typing import Any

__all__ = ["READABILITY", "readability"]

#: The scores, in the order of the columns; each is a function of textstat.
READABILITY = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "automated_readability_index",
    "words_per_sentence",
    "avg_syllables_per_word",
)

#: Below this many words a score says nothing.
MIN_WORDS = 20


def readability(text: str) -> dict[str, float]:
    """Readability scores of a text.

    Parameters
    ----------
    text : str

    Returns
    -------
    dict of str to float
        The scores of `READABILITY`; empty for a text of fewer than 20 words. Reading ease
        runs from about 0 (hard) to 100 (easy); the grades are US school years.

    References
    ----------
    Flesch (1948), Kincaid et al. (1975), Gunning (1952), Smith & Senter (1967), as textstat
    implements them.
    """
    if len(text.split()) < MIN_WORDS:
        return {}
    textstat = _textstat()
    return {name: round(float(getattr(textstat, name)(text)), 2) for name in READABILITY}


@lru_cache(maxsize=1)
def _textstat() -> Any:
    """Import textstat with the rule for syllables in the place of its download.

    From then on textstat counts so in the whole process.
    """
    if "textstat" not in sys.modules and "nltk" not in sys.modules:
        # textstat needs the toolkit for its dictionary only; to import it takes a second or more.
        sys.modules["nltk"] = ModuleType("nltk")
        try:
            importlib.import_module("textstat")
        finally:
            del sys.modules["nltk"]
    counting = importlib.import_module("textstat.backend.counts._count_syllables")
    dictionary = _Dictionary()
    counting.get_cmudict = lambda lang: dictionary  # type: ignore[attr-defined]
    return importlib.import_module("textstat").textstat


#: Endings whose vowel is not spoken: "regime", "states", "claimed"; but "able", "handed".
_SILENT = re.compile(
    r"(?:(?<![aeiouyl])e|(?<=[aeiouy])le|(?<![aeiouyscxzgtd])ed|(?<=[aeiouy][sc])ed"
    r"|(?<=[^aeiouyl]g)ed|(?<![aeiouyhscxzgl])es|(?<=[aeiouyt]h)es|(?<=[aeiouy]l)es)$"
)
_SYLLABIC_LED = re.compile(r"[^aeiouylrw]led$")
#: Two vowels that are spoken apart: "area", "science", "media", "being"; but "nation", "special".
_HIATUS = re.compile(
    r"(?<![tscg])i[ao](?!us)|(?<![tscg])iu|[aeouy]ing|eo$|eos$"
    r"|(?:ar|id|kor|guin|panac|eritr|naus)ea|rea(?=[cl]t|lis|lit|te)"
    r"|scie|quie|die(?=t)|clie|socie|varie|nuclea|uou|ua(?=[lt])|us?eum"
    r"|isms?$|ier$|yo(?=n[^e])"
)
_EXCEPTIONS = {
    "mr": 2, "mrs": 2, "our": 1, "people": 2, "business": 2, "several": 3, "something": 2,
    "million": 2, "billion": 2, "union": 2, "statement": 2, "movement": 2,
}  # fmt: skip


@lru_cache(maxsize=1 << 15)
def syllables(word: str) -> int:
    """Number of syllables of an English word, by rule.

    Examples
    --------
    >>> [syllables(word) for word in ("regime", "hostages", "militia", "handed", "area")]
    [2, 3, 3, 2, 3]
    """
    word = "".join(char for char in word.lower() if "a" <= char <= "z")
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    groups = len(re.findall(r"[aeiouy]+", word))
    if groups > 1 and _SILENT.search(word) and not _SYLLABIC_LED.search(word):
        groups -= 1
    return max(1, groups + len(_HIATUS.findall(word)))


class _Dictionary(dict[str, list[list[str]]]):
    """A pronouncing dictionary that knows of every word how many syllables it has."""

    def __missing__(self, word: str) -> list[list[str]]:
        return [["V1"] * syllables(word)]
