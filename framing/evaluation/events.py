"""The events of single sentences, with what the analysis of these says around each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.actors import Actors
from framing.annotators import Resources, builtin_lexicons
from framing.annotators.epistemic.certainty import LIMIT
from framing.annotators.epistemic.events import certainties as certainties_of
from framing.annotators.epistemic.events import seen_of_events
from framing.evaluation.corpora._sentences import article_of
from framing.language import load_pipeline, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.annotation import Rows
    from framing.evaluation.task import Task
    from framing.language import Parse

    Span = tuple[int, int]

__all__ = ["BLOCK", "certainties", "read_events"]

#: How many sentences are read as one article.
BLOCK = 200


def certainties(texts: Sequence[tuple[str, Sequence[Span]]], task: Task) -> list[float]:
    """Predict how certain each event is, as the tool does.

    Parameters
    ----------
    texts : sequence of (str, sequence of (int, int))
        Sentences, and the offsets of the events in each.
    task : Task

    Returns
    -------
    list of float
        In [-3, 3], one an event, in order; 3 where there is no word.
    """
    resources = Resources(Actors(), builtin_lexicons(), task.tagger)
    found: list[float] = []
    for parsed, rows, events in _blocks(texts, task):
        values = certainties_of(parsed, rows, resources, events)
        found += [LIMIT if value is None else value for value in values]
    return found


def read_events(texts: Sequence[tuple[str, Sequence[Span]]], task: Task) -> list[tuple[str, ...]]:
    """The features of each event: see `framing.annotators.epistemic.certainty.features`.

    Parameters
    ----------
    texts : sequence of (str, sequence of (int, int))
        Sentences, and the offsets of the events in each.
    task : Task
        Its analysis finds hedges and attributions, its pipeline gives the parse.

    Returns
    -------
    list of tuple of str
        Sorted, one an event, in order; empty where there is no word.
    """
    return [
        names
        for parsed, rows, events in _blocks(texts, task)
        for names in seen_of_events(parsed, rows, builtin_lexicons(), events)
    ]


def _blocks(
    texts: Sequence[tuple[str, Sequence[Span]]], task: Task
) -> Iterator[tuple[Parse, Rows, list[Span]]]:
    """The parse, rows and events of `BLOCK` sentences at a time, each a paragraph of an article."""
    blocks = [texts[first : first + BLOCK] for first in range(0, len(texts), BLOCK)]
    joined = [
        article_of(f"sentences-{number}", [text for text, _ in block], str(task.path))
        for number, block in enumerate(blocks)
    ]
    articles = task.watch([article for article, _ in joined])
    for article, (_, starts), block in zip(articles, joined, blocks, strict=True):
        events = [
            (offset + start, offset + end)
            for offset, (_, spans) in zip(starts, block, strict=True)
            for start, end in spans
        ]
        rows = task.analyse(article, task.actors or Actors()).rows
        yield parse(article, load_pipeline(task.pipeline)), rows, events
