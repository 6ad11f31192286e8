"""Reading: files, folders, standard input and Python values, all into articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.annotation import ErrorRow
from framing.article import Article
from framing.errors import ReadError
from framing.reading.encoding import decode, open_binary
from framing.reading.fields import check_columns, complete_article, make_article, take_fields
from framing.reading.records import (
    UNREADABLE,
    Item,
    jsonl_items,
    read_csv,
    read_jsonl,
    read_parquet,
)
from framing.reading.text import fields_of_text, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["as_articles", "read_articles"]

TEXTS = (".txt", ".html", ".htm")
RECORDS = {".jsonl": read_jsonl, ".ndjson": read_jsonl, ".csv": read_csv, ".parquet": read_parquet}
PACKABLE = (*TEXTS, ".jsonl", ".ndjson", ".csv")
ENDINGS = (*TEXTS, *RECORDS)
ACCEPTED = f"{', '.join(ENDINGS)}; all but .parquet also with .gz"


def read_articles(
    *sources: str | Path,
    columns: Mapping[str, str] | None = None,
    on_error: Callable[[ErrorRow], None] | None = None,
) -> Iterator[Article]:
    """Read articles from files and folders, one at a time.

    Parameters
    ----------
    *sources : str or Path
        A text (``.txt``), a web page (``.html``, ``.htm``), records (``.jsonl``,
        ``.ndjson``, ``.csv``, ``.parquet``), any of the former packed as ``.gz``, a folder,
        read recursively in the order of its names, or ``"-"`` for standard input.
    columns : mapping of str to str, optional
        Which of the records' columns hold our id, title, text, outlet, date and url, where
        they have other names: ``{"text": "body"}``.
    on_error : callable, optional
        Given an `ErrorRow` for whatever could not be read; reading then goes on.

    Yields
    ------
    Article
        With zones, and an id that is unique in this run: a repeated one gets a suffix.

    Raises
    ------
    ReadError
        Without `on_error`: a file is missing, empty, binary, malformed or of an unknown
        kind, or a folder holds no articles. Always: `columns` names an unknown column.
    LanguageError
        Without `on_error`: a text is not English.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "douma.txt").write_text("The last rebels left.")
    ...     [article.id for article in read_articles(folder)]
    ['douma']
    """
    check_columns(columns)
    if not sources:
        raise ReadError("no source given; name a file, a folder or '-' for standard input")

    def fail(path: str, row: int | None, error: ReadError) -> None:
        if on_error is None:
            place = path if row is None else f"{path}:{row}"
            raise type(error)(f"{place}: {error}") from error
        on_error(ErrorRow(path=path, row=row, reason=str(error)))

    return _unique(_read(sources, columns, fail))


def _read(
    sources: Iterable[str | Path],
    columns: Mapping[str, str] | None,
    fail: Callable[[str, int | None, ReadError], None],
) -> Iterator[Article]:
    """Read every file of every source."""
    for source in sources:
        try:
            paths = _find_files(source)
        except ReadError as error:
            fail(str(source), None, error)
            continue
        for path in paths:
            name, stem = ("standard input", "stdin") if path is None else (str(path), _stem(path))
            items = _read_items(path, columns)
            while (item := _next_item(items)) is not None:
                row, fields = item
                default = stem if row is None else f"{stem}-{row}"
                try:
                    if isinstance(fields, ReadError):
                        raise fields
                    yield make_article(fields, default, name)
                except ReadError as error:
                    fail(name, row, error)


def _next_item(items: Iterator[Item]) -> Item | None:
    """Take the next item, None at the end; an unreadable file is an item that says so."""
    try:
        return next(items, None)
    except ReadError as error:
        return None, error
    except UNREADABLE as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        return None, ReadError(f"cannot be read: {reason}")


def _find_files(source: str | Path) -> list[Path | None]:
    """List the files of one source; None stands for standard input."""
    if source == "-":
        return [None]
    path = Path(source)
    if path.is_dir():
        found = sorted(_walk(path))
        if not found:
            raise ReadError(f"no articles in this folder; accepted: {ACCEPTED}")
        return list(found)
    if not path.exists():
        raise ReadError("no such file or folder")
    if _ending(path) is None:
        raise ReadError(f"unknown ending {path.suffix!r}; accepted: {ACCEPTED}")
    return [path]


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the articles' files below a folder, hidden ones left out."""
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(parent, name)
            if not name.startswith(".") and _ending(path) is not None:
                yield path


def _ending(path: Path) -> str | None:
    """Tell the known ending of a file's name without ``.gz``, None if it has none."""
    endings = [ending.lower() for ending in path.suffixes[-2:]]
    if endings and endings[-1] == ".gz":
        return endings[0] if endings[0] in PACKABLE else None
    return endings[-1] if endings and endings[-1] in ENDINGS else None


def _stem(path: Path) -> str:
    """Cut the known endings off a file's name."""
    return Path(path.stem).stem if path.suffix.lower() == ".gz" else path.stem


def _read_items(path: Path | None, columns: Mapping[str, str] | None) -> Iterator[Item]:
    """Read what one file holds."""
    if path is None:
        yield from _read_stdin(columns)
        return
    ending = _ending(path)
    if ending in RECORDS:
        yield from RECORDS[ending](path, columns)
        return
    with open_binary(path) as stream:
        data = stream.read()
    yield None, read_bytes(data, html=ending != ".txt")


def _read_stdin(columns: Mapping[str, str] | None) -> Iterator[Item]:
    """Read standard input: JSON Lines if it opens like them, else one text or web page."""
    data = sys.stdin.buffer.read()
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"'):
        yield from jsonl_items(decode(data).split("\n"), columns)
    else:
        yield None, read_bytes(data)


def as_articles(data: Any, *, columns: Mapping[str, str] | None = None) -> Iterator[Article]:
    """Make articles of whatever a user has at hand.

    Parameters
    ----------
    data : str, Article, mapping, Path, pandas DataFrame, or an iterable of these
        A string is the text itself. A mapping and a row of a frame hold our columns (id,
        title, text, outlet, date, url). An article passes through, and has its zones found
        if it has none.
    columns : mapping of str to str, optional
        As in `read_articles`.

    Yields
    ------
    Article
        With an id that is unique in this call.

    Raises
    ------
    ReadError
        A text is missing, empty or binary, or `data` is of another type.
    LanguageError
        A text is not English.

    Examples
    --------
    >>> [article.id for article in as_articles(["Rebels left.", {"id": "b", "text": "They left."}])]
    ['article', 'b']
    """
    names = check_columns(columns)
    return _unique(_convert(data, names, columns, "article"))


def _convert(
    data: Any, names: Mapping[str, str], columns: Mapping[str, str] | None, place: str
) -> Iterator[Article]:
    """Make articles of a value; `place` names it in messages."""
    if isinstance(data, Path):
        yield from read_articles(data, columns=columns)
    elif isinstance(data, (str, Article, Mapping)):
        try:
            yield _convert_one(data, names)
        except ReadError as error:
            name = data.name if isinstance(data, Article) else place
            raise type(error)(f"{name}: {error}") from error
    elif hasattr(data, "itertuples") and hasattr(data, "columns"):
        header = list(data.columns)
        for number, cells in enumerate(data.itertuples(index=False, name=None)):
            row = dict(zip(header, cells, strict=True))
            yield from _convert(row, names, columns, f"row {number}")
    elif isinstance(data, Iterable) and not isinstance(data, (bytes, bytearray)):
        for number, item in enumerate(data):
            yield from _convert(item, names, columns, f"item {number}")
    else:
        raise ReadError(
            f"{place}: {type(data).__name__} is no article; accepted: a string, an Article, "
            "a mapping, a DataFrame, or an iterable of these"
        )


def _convert_one(data: str | Article | Mapping[str, Any], names: Mapping[str, str]) -> Article:
    """Make one article of one value."""
    if isinstance(data, Article):
        return complete_article(data)
    if isinstance(data, str):
        if data.lower().endswith(ENDINGS) and len(data.split()) == 1:
            raise ReadError(f"{data!r} looks like a file's name; use read_articles")
        return make_article(fields_of_text(data), "article")
    fields = take_fields(data, names)
    return make_article(fields.over(fields_of_text(fields.text)), "article")


def _unique(articles: Iterable[Article]) -> Iterator[Article]:
    """Give an article whose id was seen before the next free suffix."""
    seen: dict[str, int] = {}
    for article in articles:
        unique = article.id
        while unique in seen:
            seen[article.id] += 1
            unique = f"{article.id}-{seen[article.id]}"
        seen[unique] = 1
        yield article if unique == article.id else replace(article, id=unique)
