"""GUM, texts of many genres with their coreference: articles and which spans mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.article import Article
from framing.evaluation.corpora._records import records, refused, spans_in, text_of
from framing.reading.zones import find_zones

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Span = tuple[int, int]

__all__ = ["Chains", "read_gum"]


@dataclass(frozen=True, slots=True)
class Chains:
    """The genre of a text, and its clusters of spans that mean the same."""

    genre: str
    clusters: tuple[tuple[Span, ...], ...]


def read_gum(path: str | Path) -> Iterator[tuple[Article, Chains]]:
    """Read a GUM file, or all files of a folder in the order of their names.

    Parameters
    ----------
    path : str or Path
        A ``.jsonl`` or ``.jsonl.gz`` with an object a line: ``doc`` (an id), ``genre``,
        ``text`` and ``coref``, a list of clusters, each a list of ``[start, end]`` offsets
        into the text. Other fields are not read.

    Yields
    ------
    tuple of (Article, Chains)
        The zones are found as in any text; the text is not asked whether it is English.

    Raises
    ------
    ReadError
        If there is no such file, or a record is not as above.

    Examples
    --------
    >>> article, gold = next(read_gum("tests/data/gum-like.jsonl"))
    >>> gold.genre, [article.text[start:end] for start, end in gold.clusters[0]]
    ('news', ['The ferry company', 'It', 'its'])
    """
    for record, place in records(path, "GUM"):
        text = text_of(record, place)
        doc, genre, coref = (record.get(name) for name in ("doc", "genre", "coref"))
        if not isinstance(doc, str) or not doc:
            raise refused(f"{place}: doc", doc, "a string that names the text")
        if not isinstance(genre, str):
            raise refused(f"{place}: genre", genre, "a string")
        if not isinstance(coref, list):
            raise refused(f"{place}: coref", coref, "a list of clusters")
        clusters = tuple(
            spans_in(cluster, len(text), f"{place}: coref[{number}]")
            for number, cluster in enumerate(coref)
        )
        yield Article(doc, text, find_zones(text), path=place), Chains(genre, clusters)
