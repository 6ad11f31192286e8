"""A result as data: one JSON object, or a folder of CSV files."""

from __future__ import annotations

import json
import math
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import FramingError
from framing.naming import naming
from framing.reporting._clean import printable
from framing.reporting.content import report
from framing.spreadsheet import guard
from framing.tables import frames

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from framing.annotation import ErrorRow
    from framing.result import Result

__all__ = ["record", "render", "write_csv"]


def render(result: Result) -> str:
    """Give the result as one JSON object, indented; see `record`."""
    return json.dumps(record(result), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def record(result: Result) -> dict[str, Any]:
    """Give the result as plain dicts and lists.

    Returns
    -------
    dict
        Keys: article, actors, info, rows (one list a kind of row), naming, measures, standing,
        methods, and report: what the other formats print of it (summary, profile, sections).

    Examples
    --------
    >>> from framing.actors import Actors
    >>> from framing.annotation import ArticleRow, Rows
    >>> from framing.article import Article
    >>> from framing.result import Result
    >>> empty = Result(Article("a", "Hi."), Actors(), ArticleRow(article_id="a"), Rows())
    >>> list(record(empty))
    ['article', 'actors', 'info', 'rows', 'naming', 'measures', 'standing', 'methods', 'report']
    """
    content = report(result)
    return {
        "article": _plain(result.article),
        "actors": _plain(result.actors),
        "info": _plain(result.info),
        "rows": _plain(result.rows),
        "naming": _plain(naming(result.rows)),
        "measures": _plain(result.measures),
        "standing": _plain(result.standing),
        "methods": dict(result.methods),
        "report": {
            "summary": _plain(content.summary),
            "hint": content.hint,
            "profile": _plain(content.profile),
            "sections": _plain(content.sections),
        },
    }


def _plain(value: Any) -> Any:
    """Dataclasses and tuples as dicts and lists; what is no number becomes null."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if value is None or isinstance(value, (bool, int)):
        return value
    if hasattr(value, "items"):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (frozenset, set)):
        return sorted(_plain(item) for item in value)
    return [_plain(item) for item in value]


def write_csv(
    results: Iterable[Result], folder: str | Path, *, errors: Collection[ErrorRow] = ()
) -> tuple[Path, ...]:
    """Write one CSV file a table (`framing.tables.frames`) into `folder`.

    Parameters
    ----------
    results : iterable of Result
        One an article.
    folder : str or Path
        Made if it is not there.
    errors : collection of ErrorRow
        What was left out; asked for after the last result.

    Returns
    -------
    tuple of Path
        The files, in the order of the tables. A cell that a spreadsheet would run as a
        formula begins with an apostrophe.

    Raises
    ------
    FramingError
        If the folder or a file in it cannot be written.
    """
    folder = Path(folder)
    every = list(results)
    found = frames(every, errors)
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, frame in found.items():
            path = folder / f"{name}.csv"
            frame.map(_csv_cell).to_csv(path, index=False, encoding="utf-8")
            written.append(path)
    except OSError as error:
        raise FramingError(f"{folder}: cannot write CSV files: {error.strerror}") from error
    return tuple(written)


def _csv_cell(value: Any) -> Any:
    if isinstance(value, list):
        return " | ".join(str(_csv_cell(item)) for item in value)
    if isinstance(value, str):
        return guard(printable(value))
    return value
