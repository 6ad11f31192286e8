"""Who does what to whom, and whether the text says who (Greene and Resnik 2009).

Events are verbs and nominalisations of the `events` lexicon. An agent is deleted where the
clause does not realise it; it is then sought where the article gives ground to name one, and
the event is set aside as unknown where nothing does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators.agency._scene import Found, Scene
from framing.annotators.agency.infer import Inference
from framing.annotators.agency.nouns import NounEvents, is_charge, is_nominal
from framing.annotators.agency.verbs import VerbEvents

if TYPE_CHECKING:
    from framing.annotation import Event, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse

__all__ = ["annotate"]

_SILENT = frozenset({"kicker", "byline", "credit", "dateline", "boilerplate"})


def annotate(parse: Parse, article: Article, rows: Rows, resources: Resources) -> tuple[Event, ...]:
    """Find events of harm, and harmless acts between the actors of the story.

    Returns
    -------
    tuple of Event
        In text order. An agent that the clause leaves out and the article supplies has a
        confidence below that of one that is named; `agent_known` is False where nothing
        supplies it.
    """
    found = _events(Scene(parse, article, rows, resources))
    filled = Inference(parse, rows, found, resources).fill()
    return tuple(replace(row, span_id=f"e{number}") for number, row in enumerate(filled))


def _events(scene: Scene) -> list[Found]:
    """Every event in text order: a sentence's verbs first, then the nouns no verb has told."""
    verbs, nouns = VerbEvents(scene), NounEvents(scene)
    found: list[Found] = []
    for sentence in scene.parse.sentences:
        if sentence.zone in _SILENT:
            continue
        tokens = [
            token
            for token in scene.parse.tokens_of(sentence)
            if not token.name
            and (token.dep not in ("aux", "auxpass", "compound", "nmod") or is_charge(token))
        ]
        for token in tokens:
            if token.verb and not is_nominal(token):
                event = verbs.find(token, headline=sentence.zone == "headline")
                if event is not None:
                    scene.told.add(token.i)
                    found.append(event)
        for token in tokens:
            if is_nominal(token) or is_charge(token):
                event = nouns.find(token)
                if event is not None:
                    found.append(event)
    return sorted(found, key=lambda item: item.row.start)
