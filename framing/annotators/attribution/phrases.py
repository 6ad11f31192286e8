"""Attributions by a phrase or a noun: "according to X", "X's claim that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators.attribution._raw import Raw
from framing.annotators.attribution._spans import trim
from framing.annotators.attribution.verbs import source_span
from framing.language.syntax import prepositional_objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.resources import Resources
    from framing.language import Parse, Token

__all__ = ["from_phrases"]


def from_phrases(parse: Parse, resources: Resources) -> Iterator[Raw]:
    """Yield the attributions that a phrase or a reporting noun introduces."""
    for token in parse.tokens:
        if token.lower == "according":
            raw = _according(parse, resources, token)
        elif token.noun and token.lemma in resources.lexicons.reporting_nouns:
            raw = _noun(parse, resources, token)
        else:
            continue
        if raw is not None and raw.content:
            yield raw


def _according(parse: Parse, resources: Resources, token: Token) -> Raw | None:
    to = next((child for child in token.children if child.lower == "to"), None)
    source = to.child("pobj") if to is not None else None
    if to is None or source is None:
        return None
    tokens = parse.tokens
    sentence = parse.sentence(token)
    left, right = token.left, source.right
    start_of_phrase = token.i <= sentence.first + 1
    if start_of_phrase:
        first, last = _after_appositive(parse, right + 1), sentence.last - 1
        again = [item.i for item in tokens[first : last + 1] if item.lower == "according"]
        last = min([last, *(at - 1 for at in again)])
    else:
        first, last = _clause_bounds(parse, token)
        opening = tokens[sentence.first]
        if opening.lower == "according" and opening is not token:
            named = next(iter(prepositional_objects(opening, "to")), opening)
            first = max(first, named.right + 1)
        if first < left and last > right:
            spans = [trim(parse, first, left - 1), trim(parse, right + 1, last)]
            spans = [span for span in spans if span[1] - span[0] > 1]
            return _phrase(parse, token, to, source, spans, resources)
        last = left - 1
    if first > last or tokens[first].sent != token.sent:
        return None
    return _phrase(parse, token, to, source, [trim(parse, first, last)], resources)


def _after_appositive(parse: Parse, first: int) -> int:
    """Skip ", the main opposition party," after a source, where the parser cut it off."""
    tokens = parse.tokens
    last = parse.sentence(tokens[min(first, len(tokens) - 1)]).last
    while first < last and tokens[first].text in (")", "("):
        first += 1
    if first + 1 >= last or tokens[first].text != "," or tokens[first + 1].tag != "DT":
        return first
    for at in range(first + 1, last):
        if tokens[at].tag in ("VBD", "VBZ", "VBP", "MD"):
            return first
        if tokens[at].text == ",":
            return at
    return first


def _clause_bounds(parse: Parse, token: Token) -> tuple[int, int]:
    """The clause in which an "according to" phrase stands: the sentence, or one half of it."""
    sentence = parse.sentence(token)
    quote = parse.quote_at(token.start)
    first, last = sentence.first, sentence.last - 1
    if quote is not None:
        inside = parse.between(quote.inner_start, quote.inner_end)
        first, last = max(first, inside[0].i), min(last, inside[-1].i)
    for item in parse.tokens[token.i : first : -1]:
        if item.dep == "cc" and item.head.verb and item.lower in ("and", "but", "while"):
            return item.i + 1, last
    return first, last


def _phrase(
    parse: Parse, token: Token, to: Token, source: Token,
    content: list[tuple[int, int]], resources: Resources,
) -> Raw:  # fmt: skip
    cue = [(token.start, to.end)]
    span = source_span(parse, source, token)
    return Raw(
        token, cue, resources.lexicons.according_to, source, span, content, rule="according to"
    )


def _noun(parse: Parse, resources: Resources, noun: Token) -> Raw | None:
    """ "X's claim that …", "a warning by X that …"."""
    clause = next(
        (
            child
            for child in noun.children
            if child.dep in ("acl", "ccomp", "relcl") and child.i > noun.i
            and any(mark.dep == "mark" and mark.lower == "that" for mark in child.children)
        ),
        None,
    )  # fmt: skip
    source = noun.child("poss") or next(iter(prepositional_objects(noun, "by", "from", "of")), None)
    if clause is None or source is None:
        return None
    mark = next(m for m in clause.children if m.dep == "mark" and m.lower == "that")
    entry = resources.lexicons.reporting_nouns[noun.lemma]
    raw = Raw(
        noun, [(noun.start, noun.end)], entry, source, source_span(parse, source, noun),
        [trim(parse, mark.i + 1, clause.right)], rule="noun",
    )  # fmt: skip
    raw.claim = entry["claim"] != "no"
    raw.confidence = 0.8
    return raw
