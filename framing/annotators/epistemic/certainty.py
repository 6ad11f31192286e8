"""How certain the text makes an event: a linear model on grounds that can be read off it.

The scale is that of the UW event factuality corpus (Lee et al. 2015): from -3, certainly not so,
over 0, open, to 3, certainly so. The features are the classes of the words above the event
(implicative, factive, of wish or doubt: the lexicon `predicates`), auxiliaries, negation,
conditions, hedges, and the shape of its phrase; no word of the text by itself. Their weights are
learned by ``training/certainty``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from framing.annotators.epistemic.grounds import (
    AUXILIARIES,
    auxiliaries,
    governors,
    ground,
    is_denied,
)
from framing.encoder import MODELS
from framing.encoder.cards import checked_files
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from framing.language import Token
    from framing.lexicon import Lexicon

__all__ = ["LIMIT", "Certainty", "features", "load_certainty"]

#: The scale runs from this below zero to this above it.
LIMIT = 3.0

#: How many of the words above an event have features of their own.
_LEVELS = 3

_CONDITIONS = frozenset({"if", "unless", "whether"})
_UNREACHED = frozenset({"until", "before"})
_PRESUPPOSING = frozenset({"as", "because", "after", "when", "since", "that"})
_PREPOSITIONS = frozenset({"for", "of", "from", "to", "in", "by", "without", "against", "after",
                           "during", "since", "about", "on", "over"})  # fmt: skip
_IRREAL = frozenset({"likely", "possible", "potential", "alleged", "future", "planned", "proposed",
                     "suspected", "further", "possibly", "perhaps", "maybe", "probably",
                     "apparently", "reportedly", "allegedly", "expected", "upcoming", "next",
                     "tomorrow", "imminent"})  # fmt: skip
_TENSES = {
    "past": frozenset({"was", "were", "had", "did", "been"}),
    "have": frozenset({"have", "has", "had", "having", "'ve", "’ve"}),
    "be": frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s"}),
}

#: The file of the model, besides its card.
FILE = "weights.json"


@dataclass(frozen=True, slots=True)
class Certainty:
    """A loaded model: ``name@version``, a weight a feature, and what none of them says."""

    version: str
    weights: Mapping[str, float]
    base: float

    def of(self, found: Iterable[str]) -> float:
        """The certainty of an event with these features, in [-3, 3]."""
        score = self.base + sum(self.weights.get(name, 0.0) for name in {*found})
        return round(max(-LIMIT, min(LIMIT, score)), 3)


@lru_cache(maxsize=1)
def load_certainty(folder: Path = MODELS / "certainty") -> Certainty:
    """Load the model, once a process.

    Parameters
    ----------
    folder : Path
        With ``weights.json`` and a ``card.json`` that names the model, its version and the
        SHA-256 of the weights.

    Raises
    ------
    FramingError
        If a file is missing, is not the one that the card names, or cannot be read.
    """
    try:
        card, files = checked_files(folder, [FILE])
        held = json.loads(files[FILE])
        weights = {str(name): float(value) for name, value in held["weights"].items()}
        return Certainty(f"{card['name']}@{card['version']}", weights, float(held["base"]))
    except (OSError, ValueError, KeyError, FramingError) as error:
        raise FramingError(
            f"{folder}: the certainty model cannot be loaded ({error}); reinstall the package"
        ) from error


def features(
    event: Token, predicates: Lexicon, *, hedged: bool = False, told: bool = False
) -> Iterator[str]:
    """What can be read off an event's clause and the words above it.

    Parameters
    ----------
    event : Token
        Its verb or noun, in its dependency tree.
    predicates : Lexicon
    hedged : bool
        Whether it lies in the scope of a hedge.
    told : bool
        Whether it lies in what somebody is said to have said.

    Yields
    ------
    str
        Names of features that hold.
    """
    yield f"ground {ground(event, hedged=hedged, told=told)}"
    yield f"dep {event.dep}"
    yield f"tag {event.tag}"
    yield from (f"own {kind}" for kind in _kinds(auxiliaries(event)))
    yield from (f"own {name}" for name in _classes(event, predicates))
    yield from (f"phrase {name}" for name in _phrase(event))
    above = list(governors(event))
    yield f"above {min(len(above), 5)}"
    for level, word in enumerate(islice(above, _LEVELS), 1):
        yield from (f"{level} {name}" for name in _governor(word, predicates))
    seen = {name for word in above for name in _classes(word, predicates)}
    upper = frozenset[str]().union(*map(auxiliaries, above))
    yield from (f"somewhere {name}" for name in (*seen, *_kinds(upper)))
    if any(is_denied(word) for word in above):
        yield "somewhere denied"
    yield from (f"head {name}" for name in _classes(event.head, predicates))
    yield f"head tag {event.head.tag[0]}"
    if event.head.dep == "ROOT":
        yield "head root"
    if hedged:
        yield "hedged"
    if told:
        yield "told"


def _phrase(event: Token) -> Iterator[str]:
    """What stands in the event's own clause or phrase."""
    if is_denied(event) or any(child.lower == "without" for child in event.children):
        yield "denied"
    for child in event.children:
        if child.lower in _CONDITIONS:
            yield "conditional"
        if child.lower in _UNREACHED:
            yield "unreached"
        if child.dep in ("mark", "advmod") and child.lower in _PRESUPPOSING:
            yield "presupposed"
        if child.dep == "det":
            yield "indefinite" if child.lower in ("a", "an", "any") else "definite"
        if child.dep in ("poss", "nummod", "amod", "nsubj", "nsubjpass"):
            yield child.dep
        if child.lower in _IRREAL:
            yield "irreal"


def _governor(word: Token, predicates: Lexicon) -> Iterator[str]:
    denied = is_denied(word)
    for name in _classes(word, predicates):
        yield name
        if denied:
            yield f"denied {name}"
    yield from _kinds(auxiliaries(word))
    if denied:
        yield "denied"
    yield f"tag {word.tag[0]}"
    yield f"dep {word.dep}"
    if word.tag == "IN" and word.lower in _PREPOSITIONS:
        yield word.lower


def _classes(word: Token, predicates: Lexicon) -> list[str]:
    return sorted({entry["class"] for entry in predicates.lookup(word.lemma)})


def _kinds(words: frozenset[str]) -> list[str]:
    kinds = {**AUXILIARIES, **_TENSES}
    return [name for name, some in kinds.items() if words & some]
