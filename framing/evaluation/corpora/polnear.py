"""PolNeAR, attributions in news on politics: articles and what a coder marked in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.article import Article
from framing.errors import ReadError
from framing.evaluation.corpora._records import records, refused, spans_in, text_of
from framing.evaluation.quotations import TYPES, Quotation
from framing.reading.fields import complete_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["read_polnear"]


def read_polnear(path: str | Path) -> Iterator[tuple[Article, tuple[Quotation, ...]]]:
    """Read a PolNeAR file, or all files of a folder in the order of their names.

    Parameters
    ----------
    path : str or Path
        A ``.jsonl`` or ``.jsonl.gz`` with an object a line: ``doc`` (an id), ``text`` and
        ``quotes``, each with a ``type`` (direct, mixed or indirect) and, as lists of
        ``[start, end]`` offsets into the text, ``source``, ``cue`` and ``content``; only the
        content is never empty. ``title``, ``publisher`` and ``date`` are read where present.

    Yields
    ------
    tuple of (Article, tuple of Quotation)
        The text is the record's, so that offsets agree; its zones are found as in any text.

    Raises
    ------
    ReadError
        If there is no such file, or a record is not as above or not English.

    Examples
    --------
    >>> article, gold = next(read_polnear("tests/data/polnear-like.jsonl"))
    >>> [article.text[start:end] for start, end in gold[0].source]
    ['Mayor Dana Whitlow']
    """
    for record, place in records(path, "PolNeAR", "an object with doc, text and quotes"):
        yield _read_record(record, place)


def _read_record(record: dict[str, Any], place: str) -> tuple[Article, tuple[Quotation, ...]]:
    text, doc, quotes = text_of(record, place), record.get("doc"), record.get("quotes")
    if not isinstance(doc, str) or not doc:
        raise refused(f"{place}: doc", doc, "a string that names the article")
    if not isinstance(quotes, list):
        raise refused(f"{place}: quotes", quotes, "a list")
    more = {name: str(record[name]) for name in ("title", "publisher", "date") if record.get(name)}
    article = Article(
        id=doc,
        text=text,
        title=more.get("title"),
        outlet=more.get("publisher"),
        published=more.get("date"),
        path=place,
    )
    gold = tuple(
        _quotation(item, text, f"{place}: quotes[{number}]") for number, item in enumerate(quotes)
    )
    try:
        return complete_article(article), gold
    except ReadError as error:
        raise type(error)(f"{place}: {error}") from error


def _quotation(item: Any, text: str, place: str) -> Quotation:
    if not isinstance(item, dict):
        raise refused(place, item, "an object with source, cue, content and type")
    if item.get("type") not in TYPES:
        raise refused(f"{place}.type", item.get("type"), ", ".join(TYPES))
    source, cue, content = (
        spans_in(item.get(role), len(text), f"{place}.{role}")
        for role in ("source", "cue", "content")
    )
    if not content:
        raise refused(f"{place}.content", [], "at least one [start, end]")
    return Quotation(source, cue, content, item["type"])
