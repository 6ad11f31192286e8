"""Spans of content: trimmed, and stretched over whole quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.language import Parse, Token

__all__ = [
    "WEEKDAYS", "Spans", "holds_quotation", "outside", "stretched", "trim", "within_own_quote",
]  # fmt: skip

Spans = list[tuple[int, int]]

#: Days that say when something was said, where they follow the cue: "said Saturday the …".
WEEKDAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
     "yesterday", "tonight"}
)  # fmt: skip

_EDGES = frozenset({",", ".", ";", ":", "—", "–", "-", "and", "but", "!", "?", "("})


def stretched(parse: Parse, spans: Spans, verb: Token) -> Spans:
    """Spans stretched so that they cut no quotation, but for the one that holds the verb."""
    inside = parse.quote_at(verb.start)
    result = []
    for start, end in spans:
        for quote in parse.quotes_within(start, end):
            if quote is not inside and not quote.start <= verb.start < quote.end:
                start, end = min(start, quote.start), max(end, quote.end)
        result.append((start, end))
    return result


def within_own_quote(parse: Parse, verb: Token, spans: Spans) -> Spans:
    """The content of a verb inside quotation marks ends with them."""
    inside = parse.quote_at(verb.start)
    if inside is None:
        return spans
    cut = [(max(a, inside.inner_start), min(b, inside.inner_end)) for a, b in spans]
    return [(start, end) for start, end in cut if end - start > 1]


def holds_quotation(parse: Parse, spans: Spans) -> bool:
    """Whether a whole quotation lies in one of the spans."""
    return any(
        start <= quote.start and quote.end <= end
        for start, end in spans
        for quote in parse.quotes_within(start, end)
    )


def outside(parse: Parse, spans: Spans) -> Spans:
    """The spans without what is not to be read in them."""
    for first, last in parse.unread:
        last += len(parse.text[last:]) - len(parse.text[last:].lstrip())
        parts = [part for a, b in spans for part in ((a, min(b, first)), (max(a, last), b))]
        spans = [(a, b) for a, b in parts if a < b]
    return spans


def trim(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """Offsets of tokens ``first`` to ``last`` without commas and stops at the edges."""
    tokens = parse.tokens
    while first < last and tokens[first].text in _EDGES:
        first += 1
    while last > first and tokens[last].text in _EDGES:
        last -= 1
    return tokens[first].start, tokens[last].end
