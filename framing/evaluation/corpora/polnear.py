"""PolNeAR, attributions in news on politics: articles and what a coder marked in them."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.article import Article
from framing.errors import ReadError
from framing.evaluation.quotations import TYPES, Quotation
from framing.reading.encoding import open_text
from framing.reading.fields import complete_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    Span = tuple[int, int]

__all__ = ["read_polnear"]

ENDINGS = (".jsonl", ".jsonl.gz")


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
    for file in _files(Path(path)):
        yield from _read_file(file)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.name.lower().endswith(ENDINGS))
    if not found:
        raise ReadError(f"{path}: no PolNeAR files here; accepted: {', '.join(ENDINGS)}")
    return found


def _read_file(path: Path) -> Iterator[tuple[Article, tuple[Quotation, ...]]]:
    number, empty = 0, True
    try:
        with open_text(path) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip("\ufeff \t\r\n"):
                    empty = False
                    yield _read_record(line, f"{path}:{number}")
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadError(f"{path}: cannot be read: {reason}") from error
    except ReadError as error:
        place = "" if number else f"{path}: "
        raise type(error)(f"{place}{error}") from error
    if empty:
        raise ReadError(f"{path}: holds no records; accepted: one JSON object a line")


def _read_record(line: str, place: str) -> tuple[Article, tuple[Quotation, ...]]:
    try:
        record = json.loads(line.strip("\ufeff \t\r\n"))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{place}: malformed JSON: {error}; accepted: one object a line") from error
    if not isinstance(record, dict):
        raise _refused(f"{place}: record", record, "an object with doc, text and quotes")
    doc, text, quotes = (record.get(name) for name in ("doc", "text", "quotes"))
    if not isinstance(doc, str) or not doc:
        raise _refused(f"{place}: doc", doc, "a string that names the article")
    if not isinstance(text, str):
        raise _refused(f"{place}: text", text, "a string")
    if not isinstance(quotes, list):
        raise _refused(f"{place}: quotes", quotes, "a list")
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
        raise _refused(place, item, "an object with source, cue, content and type")
    if item.get("type") not in TYPES:
        raise _refused(f"{place}.type", item.get("type"), ", ".join(TYPES))
    source, cue, content = (
        _spans(item.get(role), text, f"{place}.{role}") for role in ("source", "cue", "content")
    )
    if not content:
        raise _refused(f"{place}.content", [], "at least one [start, end]")
    return Quotation(source, cue, content, item["type"])


def _spans(value: Any, text: str, place: str) -> tuple[Span, ...]:
    if not isinstance(value, list):
        raise _refused(place, value, "a list of [start, end]")
    spans = []
    for pair in value:
        numbers = isinstance(pair, list) and [type(number) for number in pair] == [int, int]
        if not numbers or not 0 <= pair[0] < pair[1] <= len(text):
            accepted = f"[start, end], 0 <= start < end <= {len(text)}, the length of the text"
            raise _refused(place, pair, accepted)
        spans.append((pair[0], pair[1]))
    return tuple(sorted(spans))


def _refused(place: str, value: Any, accepted: str) -> ReadError:
    found = repr(value)
    shown = found if len(found) <= 60 else f"{found[:60]}…"
    return ReadError(f"{place}: found {shown}; accepted: {accepted}")
