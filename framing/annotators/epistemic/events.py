"""The events of an article, each with how certain the text makes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators._places import Places
from framing.annotators._reading import reading_of
from framing.annotators.epistemic.certainty import LIMIT, features, load_certainty
from framing.annotators.epistemic.cues import span_head
from framing.annotators.epistemic.speculative import is_speculation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framing.annotation import Epistemic, Event, Rows
    from framing.annotators.resources import Lexicons, Resources
    from framing.language import Parse

    Span = tuple[int, int]

__all__ = ["certainties", "seen_of_events", "with_certainty"]


#: From here on the tagger's certainty is full: what judges agree on is at the end of the scale
#: (the best of 2.7 to 2.9 on UW's train part).
_SURE = 2.8


def with_certainty(parse: Parse, rows: Rows, resources: Resources) -> tuple[Event, ...]:
    """The events, each with its certainty in [-3, 3].

    Parameters
    ----------
    parse : Parse
    rows : Rows
        With attributions, events, and hedges.
    resources : Resources
    """
    spans = [(event.start, event.end) for event in rows.events]
    found = certainties(parse, rows, resources, spans)
    return tuple(
        replace(event, certainty=value) for event, value in zip(rows.events, found, strict=True)
    )


def certainties(
    parse: Parse, rows: Rows, resources: Resources, events: Sequence[Span]
) -> Iterator[float | None]:
    """How certain the text makes some events: as the tagger reads it, else by features.

    Parameters
    ----------
    parse : Parse
    rows : Rows
        With attributions and hedges.
    resources : Resources
    events : sequence of (int, int)
        Offsets of their words.

    Yields
    ------
    float or None
        In [-3, 3]; None where there is no word.
    """
    reading = reading_of(parse, resources)
    read = reading.certainty if reading is not None else {}
    model = load_certainty()
    found = seen_of_events(parse, rows, resources.lexicons, events)
    for (start, end), names in zip(events, found, strict=True):
        words = parse.between(start, end)
        value = read.get(span_head(words).start) if words else None
        if value is not None:
            yield LIMIT if value >= _SURE else round(max(-LIMIT, value), 3)
        else:
            yield model.of(names) if names else None


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
