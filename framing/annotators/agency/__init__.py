"""Who does what to whom, and whether the text says who (Greene and Resnik 2009).

Events are verbs and nominalisations of the `events` lexicon. An agent is deleted where the
clause does not realise it; it is then sought where the article gives ground to name one, and
the event is set aside as unknown where nothing does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators.agency._find import Finder
from framing.annotators.agency.infer import Inference

if TYPE_CHECKING:
    from framing.annotation import Event, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse

__all__ = ["annotate"]


def annotate(parse: Parse, article: Article, rows: Rows, resources: Resources) -> tuple[Event, ...]:
    """Find events of harm, and harmless acts between the actors of the story.

    Returns
    -------
    tuple of Event
        In text order. An agent that the clause leaves out and the article supplies has a
        confidence below that of one that is named; `agent_known` is False where nothing
        supplies it.
    """
    found = Finder(parse, article, rows, resources).events()
    filled = Inference(parse, rows, found, resources).fill()
    return tuple(replace(row, span_id=f"e{number}") for number, row in enumerate(filled))
