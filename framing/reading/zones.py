"""Zones: which stretch of an article is its headline, a caption, its body, a footer."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from framing.article import Zone, count_words
from framing.reading.blocks import SPACE, Block, ends_sentence, split_blocks
from framing.reading.captions import find_credit, is_caption
from framing.reading.footers import is_boilerplate, is_link_header
from framing.reading.heads import find_dateline, is_byline, is_dateline, is_kicker, is_timestamp
from framing.reading.titles import title_span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from framing.article import ZoneKind

__all__ = ["find_zones"]

#: No headline is longer, in words.
LONGEST_HEADLINE = 25

ABBREVIATION = re.compile(r"\b(?:[A-Z]\.)+$")
WHOLLY_BRACKETED = re.compile(r"\([^()]+\)|\[[^\[\]]+\]")
SPEAKER = re.compile(r"[A-Z][A-Z.’' -]{2,40}:\s")


def find_zones(
    text: str, title: str | None = None, *, captions: Collection[str] = ()
) -> tuple[Zone, ...]:
    r"""Divide an article into its zones.

    Parameters
    ----------
    text : str
        The article. Empty lines part its blocks; see `framing.reading.blocks`.
    title : str, optional
        Its headline, where the source tells it.
    captions : collection of str
        Blocks that the source marks as captions.

    Returns
    -------
    tuple of Zone
        By start, an enclosing zone before the one it holds. Zones exclude the white space
        around them and do not overlap, but a credit lies inside its caption and a dateline
        inside the first body paragraph. Body zones are numbered from 0 in `paragraph`.

    Examples
    --------
    >>> text = "Rebels leave Douma\n\nBEIRUT (AFP) - The last rebels left.\n\nFollow us on X"
    >>> [zone.kind for zone in find_zones(text)]
    ['headline', 'body', 'dateline', 'boilerplate']
    """
    span = title_span(text, title)
    blocks = _split_at(split_blocks(text), text, span)
    kinds: list[ZoneKind] = ["body"] * len(blocks)
    known = frozenset(caption.strip(SPACE) for caption in captions)
    first_prose = _mark_head(blocks, kinds, span, known)
    _mark_rest(blocks, kinds, first_prose, known)
    _mark_tail(blocks, kinds)
    return tuple(_zones(blocks, kinds))


def _split_at(blocks: list[Block], text: str, span: tuple[int, int] | None) -> list[Block]:
    """Cut the blocks so that the title is one, though prose may follow on its line."""
    if span is None:
        return blocks
    parted: list[Block] = []
    for block in blocks:
        cuts = [block.start, *(cut for cut in span if block.start < cut < block.end), block.end]
        for start, end in pairwise(cuts):
            piece = text[start:end]
            content = piece.strip(SPACE)
            if content:
                start += len(piece) - len(piece.lstrip(SPACE))
                parted.append(Block(start, start + len(content), content))
    return parted


def _mark_head(
    blocks: list[Block],
    kinds: list[ZoneKind],
    span: tuple[int, int] | None,
    captions: frozenset[str],
) -> int:
    """Mark what stands above the prose; returns the index of the first block below it."""
    titled = [i for i, block in enumerate(blocks[:20]) if span and span[0] <= block.start < span[1]]
    headlines = 0
    for i, block in enumerate(blocks):
        more = i + 1 < len(blocks)
        if i in titled:
            kinds[i] = "headline"
            headlines += 1
        elif block.text in captions:
            kinds[i] = "caption"
        elif titled and i < titled[0]:
            kinds[i] = _furniture_kind(block.text, after_headline=False) or _kind_above(block.text)
        elif kind := _furniture_kind(block.text, after_headline=headlines > 0):
            kinds[i] = kind
        elif not headlines and is_kicker(block.text) and more and _above_headline(blocks, i + 1):
            kinds[i] = "kicker"
        elif headlines < 2 and _is_headline(block.text) and (more or "kicker" in kinds):
            kinds[i] = "headline"
            headlines += 1
        else:
            return i
    return len(blocks)


def _kind_above(text: str) -> ZoneKind:
    """Tell the kind of a block above the title that is no furniture."""
    if is_kicker(text) or (count_words(text) <= 4 and not ends_sentence(text)):
        return "kicker"
    return "headline" if _is_headline(text) else "body"


def _furniture_kind(text: str, *, after_headline: bool) -> ZoneKind | None:
    """Tell the kind of a block above the prose that is neither kicker, headline nor body."""
    if is_byline(text, after_headline=after_headline):
        return "byline"
    if is_timestamp(text) or is_boilerplate(text):
        return "boilerplate"
    if find_credit(text) == (0, len(text)):
        return "credit"
    if is_caption(text):
        return "caption"
    return "dateline" if is_dateline(text) else None


def _above_headline(blocks: list[Block], start: int) -> bool:
    """Whether a headline comes next, other section lines aside."""
    for block in blocks[start : start + 4]:
        if not is_kicker(block.text):
            return _is_headline(block.text) and not is_byline(block.text)
    return False


def _is_headline(text: str) -> bool:
    """Whether a block is short and no sentence of the prose."""
    if len(text) > 220 or count_words(text) > LONGEST_HEADLINE or text[0].islower():
        return False
    stopped = text[-1] in ".:;," or (ends_sentence(text) and text[-1] not in "?!…'\"’”")
    return (not stopped or ABBREVIATION.search(text) is not None) and find_dateline(text) is None


def _mark_rest(
    blocks: list[Block], kinds: list[ZoneKind], first: int, captions: frozenset[str]
) -> None:
    """Mark captions, credits and furniture in and below the prose."""
    footers = {i for i in range(first, len(blocks)) if is_boilerplate(blocks[i].text)}
    prose = [i for i in range(first, len(blocks)) if i not in footers and _is_prose(blocks[i].text)]
    last_prose = prose[-1] if prose else first
    mixed_case = any(char.islower() for i in prose[:1] for char in blocks[i].text[:1000])
    linking = False
    for i in range(first, len(blocks)):
        text = blocks[i].text
        linking = is_link_header(text) or (linking and _is_fragment(text))
        if text in captions:
            kinds[i] = "caption"
        elif linking or i in footers or is_timestamp(text):
            kinds[i] = "boilerplate"
        elif mixed_case and text.isupper() and _is_fragment(text) and count_words(text) >= 5:
            kinds[i] = "boilerplate"  # a link to another article
        elif find_credit(text) == (0, len(text)):
            kinds[i] = "credit"
        elif is_caption(text, last=i >= last_prose):
            kinds[i] = "caption"
        elif i > last_prose and WHOLLY_BRACKETED.fullmatch(text) and count_words(text) <= 25:
            kinds[i] = "boilerplate"
        elif i > last_prose and is_byline(text, after_headline=False):
            kinds[i] = "byline"


def _is_prose(text: str) -> bool:
    """Whether a block, unless a footer, is a paragraph of the article."""
    return ends_sentence(text) and count_words(text) > 8


def _is_fragment(text: str) -> bool:
    """Whether a block is short and does not end a sentence."""
    return len(text) < 150 and not ends_sentence(text) and count_words(text) <= 15


def _mark_tail(blocks: list[Block], kinds: list[ZoneKind]) -> None:
    """Give to the footer the fragments that follow it at the end."""
    start = len(blocks)
    while start and (
        kinds[start - 1] == "boilerplate"
        or (kinds[start - 1] == "body" and _is_fragment(blocks[start - 1].text))
    ):
        start -= 1
    while start < len(blocks) and kinds[start] != "boilerplate":
        start += 1
    kinds[start:] = ["boilerplate"] * (len(blocks) - start)


def _zones(blocks: list[Block], kinds: list[ZoneKind]) -> Iterator[Zone]:
    """Yield the zones of marked blocks, with credits and the dateline inside them."""
    paragraph = 0
    for block, kind in zip(blocks, kinds, strict=True):
        if kind != "body":
            yield Zone(kind, block.start, block.end)
            credit = find_credit(block.text) if kind == "caption" else None
            if credit:
                yield Zone("credit", block.start + credit[0], block.start + credit[1])
            continue
        yield Zone("body", block.start, block.end, paragraph)
        dateline = find_dateline(block.text) if paragraph == 0 else None
        if dateline and not (block.text[dateline - 1] == ":" and _is_transcript(blocks)):
            yield Zone("dateline", block.start, block.start + dateline)
        paragraph += 1


def _is_transcript(blocks: list[Block]) -> bool:
    """Whether blocks open with the names of speakers in capitals."""
    return sum(SPEAKER.match(block.text) is not None for block in blocks[:30]) > 1
