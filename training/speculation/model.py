"""A linear tagger of words of speculation, on hashed features of a parsed text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framing.language import Token

#: Rows of the table of weights.
BUCKETS = 1 << 16

_SENTENCE_END = "#"
_BESIDE = frozenset({"aux", "neg", "mark", "preconj", "nsubj", "conj"})


@dataclass(frozen=True)
class Speculation:
    """For beginning and for going on, a weight a bucket, and what no feature says."""

    weights: Sequence[Sequence[float]]
    bases: tuple[float, float]

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
            held = [token] if self._score(0, found[token.i]) > 0 else []
        if held:
            yield held

    def _score(self, which: int, found: Sequence[int]) -> float:
        weights = self.weights[which]
        return self.bases[which] + sum(weights[at] for at in found)


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
