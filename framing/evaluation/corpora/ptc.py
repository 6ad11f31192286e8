"""PTC, the Propaganda Techniques Corpus: articles and the spans in which a technique was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from framing.article import Article
from framing.errors import ReadError
from framing.evaluation.corpora._records import records, refused, spans_in, text_of
from framing.reading.fields import complete_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Technique", "read_ptc"]


class Technique(NamedTuple):
    """A span in which a technique was seen; several may overlap."""

    start: int
    end: int
    name: str


def read_ptc(path: str | Path) -> Iterator[tuple[Article, tuple[Technique, ...]]]:
    """Read a PTC file, or all files of a folder in the order of their names.

    Parameters
    ----------
    path : str or Path
        A ``.jsonl`` or ``.jsonl.gz`` with an object a line: ``id``, ``text`` and ``spans``,
        each with ``start`` and ``end``, offsets into the text, and ``technique``; ``txt`` is
        that slice of the text, where present.

    Yields
    ------
    tuple of (Article, tuple of Technique)
        The text is the record's, so that offsets agree; its zones are found as in any text.
        The techniques of an article are in text order, named as in the file: the parts of
        the corpus do not agree on a hyphen or a comma in their names.

    Raises
    ------
    ReadError
        If there is no such file, or a record is not as above or not English.

    Examples
    --------
    >>> article, spans = next(read_ptc("tests/data/ptc-like.jsonl"))
    >>> [(span.name, article.text[span.start : span.end]) for span in spans]
    [('Name_Calling,Labeling', 'gang of crooks'), ('Loaded_Language', 'shameless')]
    """
    for record, place in records(path, "PTC"):
        name, spans = record.get("id"), record.get("spans")
        if not isinstance(name, str) or not name:
            raise refused(f"{place}: id", name, "a string that names the article")
        text = text_of(record, place)
        if not isinstance(spans, list):
            raise refused(f"{place}: spans", spans, "a list")
        gold = tuple(
            sorted(_span(item, text, f"{place}: spans[{i}]") for i, item in enumerate(spans))
        )
        try:
            yield complete_article(Article(id=name, text=text, path=place)), gold
        except ReadError as error:
            raise type(error)(f"{place}: {error}") from error


def _span(item: Any, text: str, place: str) -> Technique:
    if not isinstance(item, dict):
        raise refused(place, item, "an object with start, end and technique")
    ((start, end),) = spans_in([[item.get("start"), item.get("end")]], len(text), place)
    name, slice_ = item.get("technique"), item.get("txt", text[start:end])
    if not isinstance(name, str) or not name:
        raise refused(f"{place}.technique", name, "a string that names the technique")
    if slice_ != text[start:end]:
        raise refused(f"{place}.txt", slice_, f"what the text holds there, {text[start:end]!r:.60}")
    return Technique(start, end, name)
