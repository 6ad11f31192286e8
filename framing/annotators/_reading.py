"""An article as the learned tagger reads it, once for every annotator that asks.

The tagger marks reporting expressions in each stretch of text, and for each of them its own
source and content (attribution relations, Pareti 2016; as PolNeAR annotates them). Beside that it
says of each word how certain an event that it names would be (Lee et al. 2015). Listed names are
hidden from it as they are from the parser, so that it reads both sides alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framing.encoder import Shown, chances, runs, show, spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy import ndarray

    from framing.annotators.resources import Resources
    from framing.article import Zone
    from framing.encoder import Pieces, Tagger
    from framing.language import Parse

    Spans = list[tuple[int, int]]

__all__ = ["UNREAD", "Reading", "Tagged", "read", "reading_of"]

#: Kinds of zone in which nobody is quoted.
UNREAD = frozenset({"kicker", "byline", "dateline", "credit", "boilerplate"})

#: What the reader is asked about besides the tagger's best guess.
_MAYBE = 0.2


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution as the tagger sees it: offsets of its parts, and how sure it is."""

    cue: Spans
    source: Spans
    content: Spans
    chance: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger says of one article.

    Attributes
    ----------
    version : str
        ``name@version`` of the tagger.
    attributions : tuple of Tagged
        In text order of their cues.
    certainty : mapping of int to float
        From the offset of a word to how certain an event that it names would be.
    """

    version: str
    attributions: tuple[Tagged, ...] = ()
    certainty: Mapping[int, float] = field(default_factory=dict)


def reading_of(parse: Parse, resources: Resources) -> Reading | None:
    """The reading that the resources hold, or a new one; None without a tagger."""
    if resources.reading is not None or resources.tagger is None:
        return resources.reading
    return read(parse, resources.tagger)


def read(parse: Parse, tagger: Tagger) -> Reading:
    """Read an article, all zones but those that hold no one's words.

    Parameters
    ----------
    parse : Parse
    tagger : Tagger
    """
    stretches: list[tuple[Shown, Pieces]] = []
    for block in parse.blocks:
        if block.kind in UNREAD:
            continue
        shown = show(parse.text, block.start, block.end, _shown_otherwise(parse, block))
        quotes = [
            (shown.place(quote.start), shown.place(quote.end))
            for quote in parse.quotes_within(block.start, block.end)
        ]
        cut = tagger.stretches(shown.text, 0, len(shown.text), quotes)
        stretches += [(shown, pieces) for pieces in cut]
    found: list[Tagged] = []
    certainty: dict[int, float] = {}
    for number, seen in enumerate(tagger.tag([pieces for _, pieces in stretches])):
        shown, pieces = stretches[number]
        found += _attributions(tagger, shown, pieces, seen.states, seen.cues)
        for (first, _), value in zip(pieces.spans, seen.certainty.tolist(), strict=True):
            if first >= 0:
                certainty.setdefault(shown.origin(first)[0], value)
    return Reading(tagger.version, tuple(found), certainty)


def _attributions(
    tagger: Tagger, shown: Shown, pieces: Pieces, states: ndarray, odds: ndarray
) -> Iterator[Tagged]:
    cues = _cues(odds)
    if not cues:
        return
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


def _shown_otherwise(parse: Parse, block: Zone) -> list[tuple[int, int, str]]:
    """Listed names by their stand-ins, and what is not to be read by nothing."""
    words = parse.between(block.start, block.end)
    names = [(token.start, token.end, token.shown) for token in words if token.name]
    inside = [(a, b, "") for a, b in parse.unread if block.start <= a and b <= block.end]
    return sorted(names + inside)


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


def _offsets(shown: Shown, pieces: Pieces, found: Spans) -> Spans:
    result: Spans = []
    for first, last in found:
        held = [span for span in pieces.spans[first:last] if span[0] >= 0]
        if held:
            result.append((shown.origin(held[0][0])[0], shown.origin(held[-1][1] - 1)[1]))
    return result
