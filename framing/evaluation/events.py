"""The events of single sentences, with what the analysis of these says around each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.actors import Actors
from framing.annotators import builtin_lexicons
from framing.annotators.epistemic.certainty import LIMIT, load_certainty
from framing.annotators.epistemic.events import seen_of_events
from framing.evaluation.corpora._sentences import article_of
from framing.language import load_pipeline, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.evaluation.task import Task

    Span = tuple[int, int]

__all__ = ["BLOCK", "certainties", "read_events"]

#: How many sentences are read as one article.
BLOCK = 200


def certainties(texts: Sequence[tuple[str, Sequence[Span]]], task: Task) -> list[float]:
    """Predict how certain each event is, by the model that ships.

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
    model = load_certainty()
    return [model.of(found) if found else LIMIT for found in read_events(texts, task)]


def read_events(texts: Sequence[tuple[str, Sequence[Span]]], task: Task) -> list[tuple[str, ...]]:
    """The features of each event: see `framing.annotators.epistemic.certainty.features`.

    `BLOCK` sentences at a time are read as one article, a paragraph each.

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
    blocks = [texts[first : first + BLOCK] for first in range(0, len(texts), BLOCK)]
    joined = [
        article_of(f"sentences-{number}", [text for text, _ in block], str(task.path))
        for number, block in enumerate(blocks)
    ]
    found: list[tuple[str, ...]] = []
    articles = task.watch([article for article, _ in joined])
    for article, (_, starts), block in zip(articles, joined, blocks, strict=True):
        rows = task.analyse(article, task.actors or Actors()).rows
        events = [
            (offset + start, offset + end)
            for offset, (_, spans) in zip(starts, block, strict=True)
            for start, end in spans
        ]
        parsed = parse(article, load_pipeline(task.pipeline))
        found += seen_of_events(parsed, rows, builtin_lexicons(), events)
    return found
