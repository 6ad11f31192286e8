"""Attributions that the learned tagger finds, in the same form as those of the rules.

The tagger marks reporting expressions in each stretch of text, and for each of them its own
source and content (attribution relations, Pareti 2016; as PolNeAR annotates them). Listed names
are hidden from it as they are from the parser, so that it reads both sides alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.annotators.attribution._raw import Raw
from framing.annotators.attribution._tidy import (
    gap,
    head_of,
    is_anybody,
    joined,
    speaker_after,
    tidied,
    top_of,
    whole_source,
)
from framing.encoder import Shown, chances, runs, show, spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy import ndarray

    from framing.annotators.attribution._spans import Spans
    from framing.annotators.resources import Resources
    from framing.encoder import Pieces, Tagger
    from framing.language import Parse, Token
    from framing.lexicon import Entry

__all__ = ["CUE", "Tagged", "from_tagger", "tagged"]

#: A reporting expression counts if the chance that it is one is at least this.
CUE = 0.6

#: What the tagger alone found counts as a claim from this chance on: of such claims in samples
#: of other news 87 in 100 have the right content (benchmarks/results.md).
CLAIM = 0.8

#: The same where no word of the cue is in the lexicon of reporting.
CLAIM_UNKNOWN = 0.98

#: Adverbs that hedge what nobody in the text is quoted with: the epistemic layer reads them.
_HEARSAY = frozenset(
    {"reportedly", "allegedly", "apparently", "seemingly", "supposedly", "purportedly"}
)

#: What the reader is asked about besides the tagger's best guess.
_MAYBE = 0.2


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution as the tagger sees it: offsets of its parts, and how sure it is."""

    cue: Spans
    source: Spans
    content: Spans
    chance: float


def from_tagger(parse: Parse, resources: Resources, skipped: frozenset[str]) -> Iterator[Raw]:
    """Yield what the learned tagger finds, outside the skipped kinds of zone."""
    if resources.tagger is None:
        return
    for found in tagged(parse, resources.tagger, skipped):
        raw = _raw(parse, resources, found)
        if raw is not None:
            yield raw


def tagged(parse: Parse, tagger: Tagger, skipped: frozenset[str]) -> Iterator[Tagged]:
    """Yield the attributions of an article as the tagger reads them.

    Parameters
    ----------
    parse : Parse
    tagger : Tagger
    skipped : frozenset of str
        Kinds of zone that are not read.
    """
    stretches: list[tuple[Shown, Pieces]] = []
    for block in parse.blocks:
        if block.kind in skipped:
            continue
        shown = show(parse.text, block.start, block.end, _names(parse, block.start, block.end))
        quotes = [
            (shown.place(quote.start), shown.place(quote.end))
            for quote in parse.quotes_within(block.start, block.end)
        ]
        cut = tagger.stretches(shown.text, 0, len(shown.text), quotes)
        stretches += [(shown, pieces) for pieces in cut]
    for number, states, odds in tagger.tag([pieces for _, pieces in stretches]):
        shown, pieces = stretches[number]
        cues = _cues(odds)
        if not cues:
            continue
        tags, valid = tagger.read(states, [(first, last) for first, last, _ in cues])
        for (first, last, chance), parts, odds_right in zip(cues, tags, valid, strict=True):
            content = _offsets(shown, pieces, spans(parts[:, 1]))
            if content:
                yield Tagged(
                    _offsets(shown, pieces, [(first, last)]),
                    _offsets(shown, pieces, spans(parts[:, 0])),
                    content,
                    _chance(chance, float(odds_right)),
                )


def _names(parse: Parse, start: int, end: int) -> list[tuple[int, int, str]]:
    return [
        (token.start, token.end, token.shown) for token in parse.between(start, end) if token.name
    ]


def _cues(odds: ndarray) -> list[tuple[int, int, float]]:
    """The tagger's best spans, then other runs of pieces that may be a cue."""
    chance = chances(odds)
    best = spans(odds)
    taken = {at for first, last in best for at in range(first, last)}
    more = [run for run in runs(chance, _MAYBE) if taken.isdisjoint(range(*run))]
    found = sorted(best + more)
    return [(first, last, sum(chance[first:last]) / (last - first)) for first, last in found]


def _chance(cue: float, odds_right: float) -> float:
    """The chance that a cue is one: the mean of what the tagger and the reader say."""
    from math import exp

    return (cue + 1.0 / (1.0 + exp(-odds_right))) / 2


def _offsets(shown: Shown, pieces: Pieces, found: list[tuple[int, int]]) -> Spans:
    result: Spans = []
    for first, last in found:
        held = [span for span in pieces.spans[first:last] if span[0] >= 0]
        if held:
            result.append((shown.origin(held[0][0])[0], shown.origin(held[-1][1] - 1)[1]))
    return result


# ------------------------------------------------------------------------ in tokens


def _raw(parse: Parse, resources: Resources, found: Tagged) -> Raw | None:
    """A tagged attribution in tokens, or None where no word is left of its cue or content."""
    cue = [token for start, end in found.cue for token in parse.between(start, end)]
    if not cue or any(token.lower in _HEARSAY for token in cue):
        return None
    if all(token.proper for token in cue):
        return None  # a name: "the brothers Cherif and Said Kouachi"
    content = tidied(parse, joined(parse, found.content, [*found.cue, *found.source]))
    if not content:
        return None
    entry, at = _entry(resources, cue)
    source_span = min(found.source, key=lambda span: gap(span, found.cue[0]), default=None)
    source = None
    if source_span is not None:
        source, source_span = whole_source(parse, source_span, at)
    if source is not None and is_anybody(source, at):
        return None
    after = speaker_after(parse, at) if source is not None and source.i < at.i else None
    if source is not None and after is not None and _is_told(source, content):
        content = tidied(parse, joined(parse, [*content, source_span or content[0]], found.cue))
        source, source_span = after
    return Raw(
        at=at,
        cue=found.cue,
        entry=entry,
        source=source,
        source_span=source_span,
        content=content,
        claim=found.chance >= (CLAIM if entry is not None or at.text == ":" else CLAIM_UNKNOWN)
        and _asserts(parse, entry, source, content),
        confidence=round(found.chance, 3),
        model=resources.tagger.version if resources.tagger else "",
    )


def _is_told(source: Token, content: Spans) -> bool:
    """Whether a source is part of what is said: "killed 18, including **five children**, said"."""
    if source.dep not in ("pobj", "conj"):
        return False
    above = (source.head, source.head.head)
    return any(start <= one.start < end for one in above for start, end in content)


def _entry(resources: Resources, cue: list[Token]) -> tuple[Entry | None, Token]:
    """The entry of the word that makes the cue one, and the word: else its topmost verb."""
    lexicons = resources.lexicons
    for token in cue:
        if token.lower == "according" and lexicons.according_to is not None:
            return lexicons.according_to, token
    verbs = [token for token in cue if token.verb and token.dep not in ("aux", "auxpass")]
    for token in verbs:
        entry = lexicons.verb_of(token)
        if entry is not None:
            return entry, token
    for token in cue:
        if token.noun and token.lemma in lexicons.reporting_nouns:
            return lexicons.reporting_nouns[token.lemma], token
    return None, (head_of(verbs) or head_of(cue) or cue[0])


_MODIFIERS = frozenset({"relcl", "acl", "amod", "pcomp", "xcomp"})


def _asserts(parse: Parse, entry: Entry | None, source: Token | None, content: Spans) -> bool:
    """Whether somebody asserts what is said: words are quoted, or a source has a clause.

    Praise, wishes and plans have none; of "reportedly" and "is said to" nobody is the source.
    """
    if entry is not None and entry["claim"] == "no":
        return False
    if any(parse.quotes_within(start, end) for start, end in content):
        return True
    if source is None:
        return False
    head = top_of([token for start, end in content for token in parse.between(start, end)])
    return head is not None and (head.verb or head.tag == "MD") and head.dep not in _MODIFIERS
