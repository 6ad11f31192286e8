"""Lexicon, syntax and readability of a text in a few dozen numbers, without a parser."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from hashlib import sha256
from math import log1p
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin

from framing.classifiers._texts import checked_texts
from framing.lexicon import Matcher, load_lexicon
from framing.readability import syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from framing.lexicon import Entry

__all__ = ["FEATURES", "SurfaceFeatures", "lexicon_digest"]

_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


class _Group(NamedTuple):
    """Entries of a lexicon that are counted together."""

    name: str
    lexicon: str
    belongs: Callable[[Entry], bool]


_GROUPS = (
    _Group("loaded labels", "labels", lambda entry: entry.number("loadedness") >= 2),
    _Group("plain labels", "labels", lambda entry: entry.number("loadedness") < 2),
    _Group("loaded acts", "acts", lambda entry: entry.number("loadedness") >= 2),
    _Group("negative acts", "acts", lambda entry: entry["polarity"] == "negative"),
    _Group("loaded judgements", "evaluative", lambda entry: entry.number("loadedness") >= 2),
    _Group("milder judgements", "evaluative", lambda entry: entry.number("loadedness") == 1),
    _Group("hedges", "epistemic", lambda entry: entry["cue_class"] == "hedge"),
    _Group("boosters", "epistemic", lambda entry: entry["cue_class"] == "booster"),
    _Group("harm", "events", lambda entry: entry["harm"] not in ("", "none")),
    _Group("neutral reporting", "reporting", lambda entry: entry["stance"] == "0"),
    _Group("doubtful reporting", "reporting", lambda entry: entry["stance"] == "-1"),
    _Group("supportive reporting", "reporting", lambda entry: entry["stance"] == "1"),
    _Group("roles", "roles", lambda entry: True),
)

#: Classes of function words and shapes, each the share of tokens it matches whole.
_CLASSES = {
    "first person": r"i|me|my|we|us|our|ours",
    "second person": r"you|your|yours",
    "third person": r"he|him|his|she|her|hers|they|them|their|it|its",
    "modals": r"can|could|may|might|must|shall|should|will|would|ought",
    "negation": r"no|not|never|none|nothing|nobody|neither|nor|cannot|\w+n['’]t",
    "forms of be": r"be|is|are|was|were|been|being|am",
    "determiners": r"the|a|an",
    "demonstratives": r"this|that|these|those|such",
    "conjunctions": r"and|or|but|yet|so",
    "subordination": r"because|although|though|while|whereas|if|unless|since|until|when",
    "relative words": r"who|whom|whose|which",
    "prepositions": r"of|in|on|at|by|for|with|from|to|about|against|between|over|under",
    "intensity": r"very|so|too|really|truly|utterly|totally|completely|extremely|deeply|just|even|"
    r"only|ever|always|all|every|most|more|far",
    "questions": r"why|what|how|where",
    "adverbs in -ly": r"\w{3,}ly",
    "participles in -ed": r"\w{3,}ed",
    "forms in -ing": r"\w{3,}ing",
    "nominal endings": r"\w{3,}(?:tion|sion|ment|ness|ity|ism)s?",
    "agentive endings": r"\w{3,}(?:ist|ists|ites?)",
    "adjectival endings": r"\w{3,}(?:ous|ful|less|ish|ive|able|ible)",
}
_CLASS = {name: re.compile(f"(?:{pattern})\\Z") for name, pattern in _CLASSES.items()}
_SIGNS = {
    "exclamation": "!", "question": "?", "quotation marks": '"“”', "commas": ",", "dashes": "-–—",
    "colons": ":;", "brackets": "()[]", "apostrophes": "'’",
}  # fmt: skip

#: The columns, in order.
FEATURES = (
    *(group.name for group in _GROUPS), *_CLASSES, *_SIGNS,
    "tokens", "letters per word", "syllables per word", "long words", "capitalised words",
    "words in capitals", "digits", "distinct words",
)  # fmt: skip


class SurfaceFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """How a text is worded: shares of the project's own lexicons, function words and shapes.

    Nothing is learned and no parser is run; lexicon terms are matched by form, so a term of a
    part of speech counts wherever the form stands. Counts of terms and signs are ``ln(1 + n)``;
    classes of words are shares in [0, 1].

    Examples
    --------
    >>> found = SurfaceFeatures().fit_transform(["The terrorist regime must fall!", ""])
    >>> found.shape == (2, len(FEATURES))
    True
    >>> row = dict(zip(FEATURES, found[0].round(2).tolist()))
    >>> row["loaded labels"] > 0, row["modals"], row["exclamation"]
    (True, 0.2, 0.69)
    """

    def fit(self, X: Sequence[str], y: Any = None) -> SurfaceFeatures:
        """Check `X`, a sequence of texts; nothing is learned from them."""
        checked_texts(X)
        return self

    def transform(self, X: Sequence[str]) -> NDArray[np.float64]:
        """The values of each text.

        Returns
        -------
        ndarray, (texts, len(FEATURES))
        """
        rows = [_row(text) for text in checked_texts(X)]
        return np.array(rows, np.float64).reshape(len(rows), len(FEATURES))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string, tags.input_tags.two_d_array = True, False
        tags.requires_fit = False
        return tags


@cache
def _matchers() -> tuple[Matcher, ...]:
    return tuple(
        Matcher(entry for entry in load_lexicon(group.lexicon).entries if group.belongs(entry))
        for group in _GROUPS
    )


def lexicon_digest() -> str:
    """A hash of the terms that are counted: a classifier knows those it was fitted with."""
    terms = [
        (group.name, entry.term)
        for group in _GROUPS
        for entry in load_lexicon(group.lexicon).entries
        if group.belongs(entry)
    ]
    return sha256(repr(sorted(terms)).encode()).hexdigest()


@lru_cache(maxsize=2**15)
def _row(text: str) -> tuple[float, ...]:
    """The values of one text: classifiers and the folds of a validation share them."""
    return tuple(_values(text))


def _values(text: str) -> Iterator[float]:
    tokens = _TOKEN.findall(text)
    words = [token for token in tokens if token[0].isalnum()]
    lower = [word.lower() for word in words]
    size = max(1, len(words))
    forms = [tuple(dict.fromkeys((word, *_stems(word)))) for word in lower]
    for matcher in _matchers():
        yield log1p(sum(1 for _ in matcher.find(forms)))
    for pattern in _CLASS.values():
        yield sum(1 for word in lower if pattern.match(word)) / size
    for signs in _SIGNS.values():
        yield log1p(sum(1 for char in text if char in signs))
    yield log1p(len(words)) / 5
    yield sum(map(len, words)) / size / 10
    yield sum(map(_syllables, lower)) / size / 3
    yield sum(1 for word in words if len(word) > 9) / size
    yield sum(1 for word in words if word[0].isupper()) / size
    yield sum(1 for word in words if len(word) > 1 and word.isupper()) / size
    yield sum(1 for char in text if char.isdigit()) / size
    yield len(set(lower)) / size


_syllables = cache(syllables)


def _stems(word: str) -> Iterator[str]:
    """Likely dictionary forms of an inflected word, good or not: a lexicon knows only real ones."""
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]
