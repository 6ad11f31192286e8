"""Words of speculation, as corpora of hedging mark them: a linear tagger on hashed features.

What doubts a claim in the news is the rules' business; this is the wider notion of BioScope and
of the SFU Review corpus, for studies of hedging as such. Learned by ``training/speculation``
from BioScope's abstracts; and from the certainties of the UW corpus it has the modal verbs and
conjunctions under which events are mostly open.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from zlib import crc32

from framing.annotators.epistemic.speculative import OTHER_FORMS
from framing.encoder import MODELS
from framing.encoder.cards import checked_files
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from framing.annotation import Epistemic
    from framing.language import Parse, Token

__all__ = [
    "BUCKETS", "Speculation", "buckets", "is_open_word", "levels_of", "load_speculation",
    "speculation_cues",
]  # fmt: skip

#: Rows of the table of weights.
BUCKETS = 1 << 16

#: The file of the model, besides its card.
FILE = "cues.npz"

_SENTENCE_END = "#"


@dataclass(frozen=True)
class Speculation:
    """A loaded model.

    Attributes
    ----------
    weights : sequence of sequence of float
        For beginning a cue and for going on with it, a weight a bucket.
    bases : (float, float)
        What no feature says.
    words : frozenset of str
        Modal verbs and conjunctions that are cues wherever they stand.
    version : str
        ``name@version``.
    data_sha256 : str
        Of the file that it learned from.
    """

    weights: Sequence[Sequence[float]]
    bases: tuple[float, float]
    words: frozenset[str] = frozenset()
    version: str = ""
    data_sha256: str = ""

    def cues(
        self, tokens: Sequence[Token], found: Sequence[Sequence[int]]
    ) -> Iterator[list[Token]]:
        """The cues among the tokens of a document, given the buckets of each."""
        held: list[Token] = []
        for token in tokens:
            goes_on = bool(held) and held[-1].sent == token.sent
            if goes_on and self._score(1, found[token.i]) > 0:
                held.append(token)
                continue
            if held:
                yield held
            open_word = is_open_word(token) and token.lemma.lower() in self.words
            held = [token] if open_word or self._score(0, found[token.i]) > 0 else []
        if held:
            yield held

    def _score(self, which: int, found: Sequence[int]) -> float:
        weights = self.weights[which]
        return self.bases[which] + sum(weights[at] for at in found)


def is_open_word(token: Token) -> bool:
    """Whether a token is a modal verb, or a conjunction that subordinates."""
    return token.tag == "MD" or (token.dep == "mark" and token.tag == "IN")


@lru_cache(maxsize=1)
def load_speculation(folder: Path = MODELS / "speculation") -> Speculation:
    """Load the model, once a process.

    Parameters
    ----------
    folder : Path
        With ``cues.npz`` and a ``card.json`` that names the model, its version and the SHA-256
        of the weights.

    Raises
    ------
    FramingError
        If a file is missing, is not the one that the card names, or cannot be read.
    """
    import numpy as np

    try:
        card, files = checked_files(folder, [FILE])
        with np.load(BytesIO(files[FILE]), allow_pickle=False) as held:
            weights = np.zeros((2, BUCKETS), np.float32)
            weights[held["which"], held["bucket"]] = held["weight"]
            first, second = map(float, held["bases"])
            words = frozenset(map(str, held["words"]))
        version = f"{card['name']}@{card['version']}"
        data = str(card["data_sha256"])
        return Speculation(weights.tolist(), (first, second), words, version, data)
    except (OSError, ValueError, KeyError, FramingError) as error:
        raise FramingError(
            f"{folder}: the speculation model cannot be loaded ({error}); reinstall the package"
        ) from error


def speculation_cues(
    parse: Parse, rows: Iterable[Epistemic], model: Speculation
) -> list[tuple[int, int]]:
    """Offsets of the words of speculation in a parsed text, in text order.

    Parameters
    ----------
    parse : Parse
    rows : iterable of Epistemic
        What the rules found in it: a hedge of theirs is a feature.
    model : Speculation
    """
    levels = levels_of(parse, rows)
    found = [buckets(parse.tokens, i, levels) for i in range(len(parse.tokens))]
    return [(held[0].start, held[-1].end) for held in model.cues(parse.tokens, found)]


def levels_of(parse: Parse, rows: Iterable[Epistemic]) -> dict[int, str]:
    """By position of a token, the level of the rules' hedge that it is part of."""
    return {
        token.i: row.level
        for row in rows
        if row.cue_class == "hedge" and row.form not in OTHER_FORMS
        for token in parse.between(row.start, row.end)
    }


def buckets(tokens: Sequence[Token], i: int, levels: Mapping[int, str]) -> list[int]:
    """The buckets of a token's features."""
    return sorted({crc32(name.encode()) % BUCKETS for name in features(tokens, i, levels)})


def features(tokens: Sequence[Token], i: int, levels: Mapping[int, str]) -> Iterator[str]:
    """What is seen of the token at `i`: its word, its neighbours, its place in the tree."""
    token = tokens[i]
    lemma, tag, dep = token.lemma, token.tag, token.dep
    before, after = _near(tokens, i, -1), _near(tokens, i, 1)
    level = levels.get(i, "")
    yield f"word {token.lower}"
    yield f"lemma {lemma}"
    yield f"tag {tag}"
    yield f"dep {dep}"
    yield f"lemma {lemma} tag {tag}"
    yield f"lemma {lemma} dep {dep}"
    yield f"level {level}"
    yield f"level {level} tag {tag}"
    yield f"level {level} lemma {lemma}"
    yield f"before {before}"
    yield f"after {after}"
    yield f"before {before} lemma {lemma}"
    yield f"lemma {lemma} after {after}"
    yield f"before2 {_near(tokens, i, -2)} {before} {lemma}"
    yield f"after2 {lemma} {after} {_near(tokens, i, 2)}"
    yield f"tags {_near_tag(tokens, i, -1)} {lemma} {_near_tag(tokens, i, 1)}"
    yield f"head {token.head.lemma} {lemma}"
    yield f"head tag {token.head.tag} {lemma}"
    for child in token.children:
        yield f"child {child.dep} {lemma}"
        if child.dep in ("mark", "neg", "aux", "det", "prep", "preconj", "advmod"):
            yield f"child {child.lower} {lemma}"
    for sibling in token.head.children:
        if sibling is not token and sibling.dep in (
            "aux",
            "neg",
            "mark",
            "preconj",
            "nsubj",
            "conj",
        ):
            yield f"beside {sibling.dep} {lemma}"
        if sibling.dep in ("preconj", "conj"):
            yield f"beside {sibling.tag} {lemma}"
    near = {_near(tokens, i, step) for step in range(-6, 0)}
    if near & {"not", "no", "cannot", "neither", "never"}:
        yield f"denied before {lemma}"
    if near & {"whether", "either", "if"}:
        yield f"open before {lemma}"


def _near(tokens: Sequence[Token], i: int, step: int) -> str:
    at = i + step
    return tokens[at].lemma if _same(tokens, i, at) else _SENTENCE_END


def _near_tag(tokens: Sequence[Token], i: int, step: int) -> str:
    at = i + step
    return tokens[at].tag if _same(tokens, i, at) else _SENTENCE_END


def _same(tokens: Sequence[Token], i: int, at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].sent == tokens[i].sent
