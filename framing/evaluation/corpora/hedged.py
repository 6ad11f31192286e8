"""Sentences with their hedge cues, as BioScope and the SFU Review corpus mark them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from framing.evaluation.corpora._records import records, refused, spans_in, text_of
from framing.evaluation.corpora._sentences import article_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framing.article import Article

    Span = tuple[int, int]

__all__ = ["Hedged", "read_hedged"]


@dataclass(frozen=True, slots=True)
class Hedged:
    """A sentence, the offsets of its hedge cues in it, and where it starts in its article."""

    text: str
    cues: tuple[Span, ...]
    start: int


def read_hedged(path: str | Path, corpus: str) -> Iterator[tuple[Article, tuple[Hedged, ...]]]:
    """Read sentences with hedge cues, document by document.

    Parameters
    ----------
    path : str or Path
        A ``.jsonl`` or ``.jsonl.gz`` with an object a line, or a folder of these: ``doc`` (an
        id), ``text`` (a sentence) and ``hedge_cues``, a list of ``[start, end]`` offsets into
        it. ``domain`` is part of the document's id where present. ``uncertain`` may say
        whether there is a cue.
    corpus : str
        What to call the corpus in a message.

    Yields
    ------
    tuple of (Article, tuple of Hedged)
        The sentences that stand together under one id are an article, a paragraph each; a
        sentence's ``start`` is where it stands in the article's text.

    Raises
    ------
    ReadError
        If there is no such file, or a record is not as above.

    Examples
    --------
    >>> article, sentences = next(read_hedged("tests/data/hedged-like.jsonl", "BioScope"))
    >>> [one.text[start:end] for one in sentences for start, end in one.cues]
    ['may', 'whether', 'suggest']
    """
    checked = (_checked(record, place) for record, place in records(path, corpus))
    for doc, group in groupby(checked, key=lambda item: item[0]):
        items = list(group)
        article, starts = article_of(doc, [text for _, text, *_ in items], items[0][3])
        yield (
            article,
            tuple(
                Hedged(text, cues, start)
                for (_, text, cues, _), start in zip(items, starts, strict=True)
            ),
        )


def _checked(record: dict[str, Any], place: str) -> tuple[str, str, tuple[Span, ...], str]:
    doc, domain, uncertain = (record.get(name) for name in ("doc", "domain", "uncertain"))
    if not isinstance(doc, str) or not doc:
        raise refused(f"{place}: doc", doc, "a string that names the document")
    text = text_of(record, place)
    cues = spans_in(record.get("hedge_cues"), len(text), f"{place}: hedge_cues")
    if uncertain not in (None, bool(cues)):
        raise refused(
            f"{place}: uncertain", uncertain, f"{bool(cues)}, as there are {len(cues)} hedge_cues"
        )
    return (f"{domain}/{doc}" if domain else doc), text, cues, place
