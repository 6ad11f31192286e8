"""The events of an article, each with how certain the text makes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators._places import Places
from framing.annotators.epistemic.certainty import features, load_certainty
from framing.annotators.epistemic.cues import span_head
from framing.annotators.epistemic.speculative import is_speculation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framing.annotation import Epistemic, Event, Rows
    from framing.annotators.resources import Lexicons, Resources
    from framing.language import Parse

    Span = tuple[int, int]

__all__ = ["seen_of_events", "with_certainty"]


def with_certainty(parse: Parse, rows: Rows, resources: Resources) -> tuple[Event, ...]:
    """The events, each with its certainty in [-3, 3].

    Parameters
    ----------
    parse : Parse
    rows : Rows
        With attributions, events, and hedges.
    resources : Resources
    """
    model = load_certainty()
    spans = [(event.start, event.end) for event in rows.events]
    found = seen_of_events(parse, rows, resources.lexicons, spans)
    return tuple(
        replace(event, certainty=model.of(names) if names else None)
        for event, names in zip(rows.events, found, strict=True)
    )


def seen_of_events(
    parse: Parse, rows: Rows, lexicons: Lexicons, events: Iterable[Span]
) -> Iterator[tuple[str, ...]]:
    """What can be read off the text around each event, as the certainty model takes it.

    Parameters
    ----------
    parse : Parse
    rows : Rows
        With attributions and hedges.
    lexicons : Lexicons
    events : iterable of (int, int)
        Offsets of their words.

    Yields
    ------
    tuple of str
        Sorted features; empty where there is no word.
    """
    predicates = lexicons["predicates"]
    scopes: Places[Epistemic] = Places()
    contents: Places[None] = Places()
    for cue in rows.epistemic:
        if is_speculation(cue):
            scopes.add(cue.scope_start, cue.scope_end, cue)
    for row in rows.attributions:
        for start, end in row.spans_of("content"):
            contents.add(start, end, None)
    for start, end in events:
        words = parse.between(start, end)
        if not words:
            yield ()
            continue
        head = span_head(words)
        over = (cue for *_, cue in scopes.around(head.start))
        hedged = any(not cue.start <= head.start < cue.end for cue in over)
        told = bool(list(contents.around(head.start)))
        yield tuple(sorted({*features(head, predicates, hedged=hedged, told=told)}))
