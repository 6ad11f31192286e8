"""Quotations that no cue introduces: continued ones, and those left to the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._places import Places
from framing.annotators.attribution._raw import Raw
from framing.annotators.attribution.layout import announced, credited
from framing.annotators.attribution.verbs import source_span
from framing.article import count_words
from framing.language.syntax import clause_subject, outermost

if TYPE_CHECKING:
    from framing.annotators.resources import Resources
    from framing.language import Parse, Quote, Token

__all__ = ["add_loose_quotations"]

#: Shorter ones are partial or scare quotations, whoever's words they are.
_MIN_WORDS = 4


def add_loose_quotations(parse: Parse, raws: list[Raw], resources: Resources) -> list[Raw]:
    """Give each quotation outside every content to whom it belongs.

    A quotation that goes on after "…," she said. "…" continues her attribution, and so does
    one that opens the next paragraph while the last is still open. A paragraph that is nothing
    but a quotation is the last speaker's; a quotation inside the author's sentence belongs to
    the subject of its clause, with low confidence. First come the two that layout gives to their
    speaker: by a colon in the line before, by a dash and a name after.

    Returns
    -------
    list of Raw
        The given ones, with contents extended, and the new ones.
    """
    result = list(raws)
    contents: Places[Raw] = Places()
    by_block: dict[int, list[Raw]] = {}

    def enter(raw: Raw, start: int, end: int) -> None:
        contents.add(start, end, raw)
        by_block.setdefault(_block_of(parse, raw), []).append(raw)

    for raw in raws:
        for start, end in raw.content:
            enter(raw, start, end)
    for quote in parse.quotes:
        inside = parse.between(quote.inner_start, quote.inner_end)
        words = count_words(parse.text[quote.inner_start : quote.inner_end])
        if not inside or words < 1 or _covered(quote, contents):
            continue
        block = parse.sentence(inside[0]).block
        near = [*by_block.get(block - 1, ()), *by_block.get(block, ())]
        last = _last_before(parse, near, quote, block)
        sentence_like = _is_sentence(parse, quote)
        goes_on = quote.continues or (
            sentence_like
            and last is not None
            and _quoted(parse, last)
            and _block_of(parse, last) == block
        )
        placed = announced(parse, resources, quote) or credited(parse, quote)
        if placed is None and last is not None and goes_on:
            last.content.append((quote.start, quote.end))
            enter(last, quote.start, quote.end)
            continue
        if placed is None and words >= _MIN_WORDS:
            follows = sentence_like and last is not None
            placed = (
                _continuation(inside, quote, last)
                if follows
                else _by_subject(parse, resources, quote)
            )
        if placed is not None:
            result.append(placed)
            enter(placed, quote.start, quote.end)
    return result


def _covered(quote: Quote, contents: Places[Raw]) -> bool:
    middle = (quote.inner_start + quote.inner_end) // 2
    return any(
        not quote.start < raw.at.start < quote.end
        for place in (quote.inner_start, middle, quote.inner_end - 1)
        for _, _, raw in contents.around(place)
    )


def _last_before(parse: Parse, near: list[Raw], quote: Quote, block: int) -> Raw | None:
    before = [
        raw
        for raw in near
        if raw.start < quote.start
        and parse.quote_at(raw.at.start) is None
        and parse.blocks[parse.sentence(raw.at).block].kind == parse.blocks[block].kind
    ]
    return max(before, key=lambda raw: raw.at.i, default=None)


def _block_of(parse: Parse, raw: Raw) -> int:
    """The block in which what an attribution has of content so far ends."""
    token = parse.at(max(raw.end - 1, raw.at.start))
    return parse.sentence(token or raw.at).block


def _quoted(parse: Parse, raw: Raw) -> bool:
    """Whether an attribution quotes, or announces a quotation with a colon."""
    return any(parse.quotes_within(start, end) for start, end in raw.content)


def _is_sentence(parse: Parse, quote: Quote) -> bool:
    """Whether a quotation stands as a sentence of its own, with nothing of the author's."""
    before = parse.text[max(0, quote.start - 40) : quote.start].rstrip()
    starts = (
        not before
        or before[-1] in '.!?:”"’'
        or "\n" in parse.text[max(0, quote.start - 2) : quote.start]
    )
    inner = parse.text[quote.inner_start : quote.inner_end].rstrip()
    return starts and (inner[-1:] in ".!?…" or not quote.closed)


def _continuation(inside: list[Token], quote: Quote, last: Raw | None) -> Raw:
    source = last.source if last is not None else None
    return Raw(
        inside[0], [], None, source, None, [(quote.start, quote.end)],
        confidence=0.6, rule="speaker before",
    )  # fmt: skip


def _by_subject(parse: Parse, resources: Resources, quote: Quote) -> Raw | None:
    inside = parse.between(quote.inner_start, quote.inner_end)
    head = inside[0]
    while quote.inner_start <= head.head.start < quote.inner_end and head.head is not head:
        head = head.head
    verb = head if head.verb else next((up for up in head.ancestors() if up.verb), None)
    if verb is None:
        return None
    subject = clause_subject(verb)
    while subject is not None and quote.start <= subject.start < quote.end:
        governor = next((up for up in verb.ancestors() if up.verb), None)
        if governor is None:
            return None
        verb, subject = governor, clause_subject(governor)
    if subject is None or outermost(subject).dep not in ("nsubj", "nsubjpass"):
        return None
    if quote.start <= verb.start < quote.end or verb.lemma == "be":
        return None  # who the words are about: 'the attack "would not go unpunished"'
    if not (subject.pronoun or subject.proper or resources.lexicons.role_class(subject.lemma)):
        return None  # no charge and no solution is quoted
    return Raw(
        inside[0], [(verb.start, verb.end)], None, subject, source_span(parse, subject, verb),
        [(quote.start, quote.end)], confidence=0.5, rule="subject of the clause",
    )  # fmt: skip
