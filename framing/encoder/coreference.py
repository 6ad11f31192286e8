"""Learned coreference: which words head mentions, and which of them mean the same.

Word-level coreference after Dobrovolskii (2021): each word that may head a mention is linked to
an earlier one or to none, and the first and last word of a mention are read off its head. The
network and its training are in ``training/coreference``; here it only runs, as int8 ONNX.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from framing.encoder.cards import checked_files
from framing.encoder.facts import ENTITIES, KINDS, Facts, Word, facts_of
from framing.encoder.pair_features import FEATURES, pair_features
from framing.encoder.span_windows import around
from framing.encoder.stored import MODELS, open_graph, open_tokenizer
from framing.encoder.word_windows import word_pieces, word_windows
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy import ndarray

__all__ = ["Coreference", "Linked", "Parsed", "clusters", "load_coreference"]

#: The files of a model, besides its card.
FILES = ("encode.onnx", "words.onnx", "pairs.onnx", "spans.onnx", "tokenizer.json", "coarse.npy")

#: Words kept as possible heads: those above this log odds, and no more than this share.
ODDS, SHARE = -1.5, 0.3

#: How many earlier heads each is compared with in full, of how many before it; how many heads
#: are taken at once.
CANDIDATES, _REACH, _ROWS = 20, 1200, 64

_FAR = -1e4

#: The score that a link must have at least; below, a word begins a chain of its own.
_NONE = -0.25

#: The kind of a name, and how sure it is that the same name means the same.
_NAME, _REPEATED = KINDS.index("name"), 0.9
_PERSON = ENTITIES.index("PERSON")


class Parsed(Protocol):
    """What is asked of a parsed text; `framing.language.Parse` answers all of it."""

    @property
    def tokens(self) -> Sequence[Word]: ...
    @property
    def sentences(self) -> Sequence[Any]: ...
    @property
    def quotes(self) -> Sequence[Any]: ...
    @property
    def mates(self) -> Mapping[int, int]: ...


class Linked(NamedTuple):
    """A mention in a cluster.

    `head` is the position of its head among the tokens; `confidence`, in [0, 1], is the chance
    that it belongs with those before it, or for the first that it is a mention at all.
    """

    start: int
    end: int
    head: int
    confidence: float


@dataclass(frozen=True)
class Coreference:
    """A loaded model: its name and version, a tokenizer, four graphs, a table of weights."""

    version: str
    _tokenizer: Any
    _encode: Any
    _words: Any
    _pairs: Any
    _spans: Any
    _coarse: ndarray

    def read(self, words: Sequence[Word], facts: Facts) -> dict[str, ndarray]:
        """What the network reads off each word: its chance as a head, its sides of a link."""
        import numpy as np

        quoted = (facts.quote >= 0).tolist()
        pieces = word_pieces(self._tokenizer, [word.shown for word in words], quoted)
        sizes = [len(ids) for ids, _ in pieces]
        read: list[ndarray] = []
        for window in word_windows(sizes):
            row, marks = _row(pieces[window.first : window.last])
            given = {"ids": np.array([row]), "shapes": np.array([marks])}
            (states,) = self._encode.run(None, given)
            before = 1 + sum(sizes[window.first : window.start])
            read.append(states[0, before : before + sum(sizes[window.start : window.end])])
        vectors = _means(np.concatenate(read), np.array(sizes))
        given = {"kind": facts.kind, "entity": facts.entity, "role": facts.role}
        names = [one.name for one in self._words.get_outputs()]
        found = self._words.run(None, {"vectors": vectors, **given})
        return dict(zip(names, found, strict=True))

    def links(self, facts: Facts, seen: dict[str, ndarray], at: ndarray) -> tuple[ndarray, ndarray]:
        """For each head its candidates, as places in `at`, and the scores of linking to them."""
        import numpy as np

        starts = np.cumsum([0, *FEATURES[:-1]])
        number = min(CANDIDATES, len(at))
        chosen = np.zeros((len(at), number), np.int64)
        scores = np.zeros((len(at), number), np.float32)
        for first in range(0, len(at), _ROWS):
            rows = np.arange(first, min(first + _ROWS, len(at)))
            low = max(0, first - _REACH)
            near = at[low : max(rows[-1] + 1, number)]
            features = pair_features(facts, near, rows - low)
            coarse = seen["left"][at[rows]] @ seen["right"][near].T + seen["mention"][near]
            coarse += self._coarse[features + starts].sum(-1)
            coarse[low + np.arange(len(near))[None] >= rows[:, None]] = _FAR
            best = np.argsort(-coarse, axis=1, kind="stable")[:, :number]
            chosen[rows] = best + low
            here, there = np.repeat(at[rows], number), near[best.ravel()]
            told = np.take_along_axis(features, best[..., None], 1)
            (fine,) = self._pairs.run(
                None,
                {
                    "one": seen["one"][here],
                    "other": seen["other"][there],
                    "left": seen["product"][here],
                    "right": seen["product"][there],
                    "features": told.reshape(len(here), -1),
                },
            )
            scores[rows] = np.take_along_axis(coarse, best, 1) + fine.reshape(best.shape)
        return chosen, scores

    def spans(self, facts: Facts, seen: dict[str, ndarray], at: ndarray) -> tuple[ndarray, ndarray]:
        """The first and the last word of the mention of each head."""
        import numpy as np

        places, distance, edge, valid = around(facts, at)
        given = {"asks": seen["asks"][at], "offers": seen["offers"][places]}
        (ends,) = self._spans.run(None, {**given, "distance": distance, "edge": edge})
        offsets = places - at[:, None]
        first = np.where(valid & (offsets <= 0), ends[..., 0], -np.inf).argmax(1)
        last = np.where(valid & (offsets >= 0), ends[..., 1], -np.inf).argmax(1)
        rows = np.arange(len(at))
        return places[rows, first], places[rows, last]


def _means(states: ndarray, sizes: ndarray) -> ndarray:
    """The mean vector of the pieces of each word; zeros for a word without any."""
    import numpy as np

    sums = np.zeros((len(sizes), states.shape[1]), np.float32)
    np.add.at(sums, np.repeat(np.arange(len(sizes)), sizes), states)
    result: ndarray = sums / np.maximum(sizes, 1)[:, None].astype(np.float32)
    return result


def _row(pieces: Sequence[tuple[list[int], list[int]]]) -> tuple[list[int], list[int]]:
    """A window with the special pieces at its ends (101 and 102 in BERT's vocabulary)."""
    ids = [101, *(number for one, _ in pieces for number in one), 102]
    return ids, [0, *(number for _, one in pieces for number in one), 0]


def clusters(parse: Parsed, model: Coreference, *, whole: bool = True) -> list[list[Linked]]:
    """The clusters of a parsed text, each of two mentions or more, in text order.

    Parameters
    ----------
    parse : Parsed
        As `framing.language.parse` gives it. Hidden names are read by their stand-ins, and match
        where they name the same actor.
    model : Coreference
    whole : bool
        Whether to read where mentions begin and end; else they are their heads alone.
    """
    import numpy as np

    words = parse.tokens
    if not words:
        return []
    facts = facts_of(
        words,
        [sentence.block for sentence in parse.sentences],
        [(quote.start, quote.end) for quote in parse.quotes],
    )
    seen = model.read(words, facts)
    at = _heads(seen["mention"])
    if len(at) < 2:
        return []
    chosen, scores = model.links(facts, seen, at)
    first, last = model.spans(facts, seen, at) if whole else (at, at)
    chance = 1 / (1 + np.exp(-seen["mention"][at]))
    found: dict[int, list[Linked]] = defaultdict(list)
    chain: list[int] = []
    rows = {int(place): row for row, place in enumerate(at)}
    names = _Names()
    for row, place in enumerate(at.tolist()):
        barred = {chain[other] for other in _other_people(facts, at, row)}
        mate = rows.get(parse.mates.get(place, -1), row)
        if mate < row:
            barred.add(chain[mate])
        number, sure = _antecedent(chosen[row].tolist(), scores[row], chain, barred)
        name = facts.phrase[place].split() if facts.kind[place] == _NAME else []
        if number is None and (known := names.chain_of(name)) is not None:
            number, sure = known, _REPEATED
        chain.append(row if number is None else number)
        names.add(name, chain[row], person=facts.entity[place] == _PERSON)
        found[chain[row]].append(
            Linked(
                words[first[row]].start,
                words[last[row]].end,
                int(at[row]),
                round(float(chance[row]) if number is None else sure, 3),
            )
        )
    return [held for held in found.values() if len(held) > 1]


class _Names:
    """The chains of the names of a text: each by the whole name, a person also by the surname."""

    def __init__(self) -> None:
        self._whole: dict[str, int] = {}
        self._surnames: dict[str, set[int]] = defaultdict(set)

    def add(self, name: list[str], chain: int, *, person: bool) -> None:
        """Keep a name as the latest of its chain."""
        if name:
            self._whole[" ".join(name)] = chain
        if person and len(name) > 1:
            self._surnames[name[-1]].add(chain)

    def chain_of(self, name: list[str]) -> int | None:
        """The chain of the same name, or of the only person with this surname."""
        if not name:
            return None
        if " ".join(name) in self._whole:
            return self._whole[" ".join(name)]
        people = self._surnames.get(name[0], set()) if len(name) == 1 else set()
        return next(iter(people)) if len(people) == 1 else None


def _heads(odds: ndarray) -> ndarray:
    """Positions of the likeliest heads, in text order."""
    import numpy as np

    best = np.argsort(-odds, kind="stable")[: max(1, int(SHARE * len(odds)))]
    result: ndarray = np.sort(best[odds[best] > ODDS])
    return result


def _other_people(facts: Facts, at: ndarray, row: int) -> list[int]:
    """The earlier heads that are surely others than a person's name: names without a word of it."""
    import numpy as np

    if facts.kind[at[row]] != _NAME or facts.entity[at[row]] != _PERSON:
        return []
    named = (facts.kind[at[:row]] == _NAME) & (facts.entity[at[:row]] == _PERSON)
    own = facts.content[at[row]]
    return [int(i) for i in np.flatnonzero(named) if not own & facts.content[at[i]]]


def _antecedent(
    places: list[int], scores: ndarray, chain: list[int], barred: set[int]
) -> tuple[int | None, float]:
    """The likeliest cluster that is not barred, or None; how likely it is.

    Links into a cluster count together, the stronger ones for more: their odds are a vector's
    sides, the cluster's odds its length. Added up, many weak links would outweigh a strong one.
    """
    squares: dict[int, float] = defaultdict(float)
    for place, score in zip(places, scores.tolist(), strict=True):
        if place < len(chain) and score > _FAR / 2:
            squares[chain[place]] += exp(2 * score)
    odds = {number: sqrt(value) for number, value in squares.items()}
    own = {number: value for number, value in odds.items() if number not in barred}
    number = max(own, key=lambda one: own[one], default=None)
    if number is None or own[number] <= exp(_NONE):
        return None, 0.0
    return number, own[number] / (1 + sum(odds.values()))


@lru_cache(maxsize=1)
def load_coreference(folder: Path = MODELS / "coreference") -> Coreference:
    """Load the coreference model, once a process.

    Parameters
    ----------
    folder : Path
        With the `FILES` and their card; see `framing.encoder.cards`.

    Raises
    ------
    FramingError
        If a file is missing, is not the one that the card names, or cannot be read.
    """
    from io import BytesIO

    import numpy as np

    try:
        card, files = checked_files(folder, FILES)
        encode, words, pairs, spans = (open_graph(files[name]) for name in FILES[:4])
        tokenizer = open_tokenizer(files[FILES[4]])
        coarse = np.load(BytesIO(files[FILES[5]]), allow_pickle=False)
    except Exception as error:
        raise FramingError(
            f"{folder}: the coreference model cannot be loaded ({error}); reinstall the package, "
            "or use coreference='rules' (--coreference rules)"
        ) from error
    version = f"{card['name']}@{card['version']}"
    return Coreference(version, tokenizer, encode, words, pairs, spans, coarse)
