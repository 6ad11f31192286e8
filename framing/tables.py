"""The tables: every kind of row with its columns and types, in one place.

Rows become plain records, and records become pandas frames or Parquet columns. Types come from
the rows' classes, so that they do not depend on what an article happens to hold.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from framing.annotation import (
    ArticleRow,
    Attribution,
    Epistemic,
    ErrorRow,
    Event,
    Frame,
    LoadedTerm,
    Measure,
    Mention,
    Proposition,
    Sentence,
    Standing,
    ZoneRow,
)
from framing.naming import Naming, naming
from framing.readability import READABILITY

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from framing.result import Result

__all__ = ["TABLES", "columns", "frames", "record", "records", "typed"]

_KINDS: dict[str, type] = {
    "articles": ArticleRow,
    "zones": ZoneRow,
    "sentences": Sentence,
    "mentions": Mention,
    "attributions": Attribution,
    "loaded_terms": LoadedTerm,
    "naming": Naming,
    "epistemic": Epistemic,
    "events": Event,
    "propositions": Proposition,
    "frames": Frame,
    "standing": Standing,
    "measures": Measure,
    "errors": ErrorRow,
}
_SPANS = {"article_id": "str", "attribution_id": "str", "role": "str", "start": "int", "end": "int"}

#: The names of the tables.
TABLES = (*_KINDS, "attribution_spans")

_TYPES = {
    "tuple[str, ...]": "texts",
    "tuple[tuple[int, int, bool], ...]": "places",
}


def columns(table: str) -> dict[str, str]:
    """The columns of a table with their types.

    Parameters
    ----------
    table : str
        One of `TABLES`.

    Returns
    -------
    dict of str to str
        From the column's name to str, int, float, bool, texts (a list of str) or places (a
        list of records with start, end and hedged). Any but bool may be missing in a row.

    Examples
    --------
    >>> columns("attribution_spans")["start"]
    'int'
    """
    if table == "attribution_spans":
        return dict(_SPANS)
    found: dict[str, str] = {}
    for item in fields(_KINDS[table]):
        if item.name == "readability":
            found.update(dict.fromkeys(READABILITY, "float"))
        elif item.name != "parts":
            name = str(item.type).removesuffix(" | None")
            found[item.name] = _TYPES.get(name, name)
    return found


def records(result: Result) -> dict[str, list[dict[str, Any]]]:
    """The rows of one article as plain records, by table; there are none in `errors`."""
    found = {name: [record(row) for row in getattr(result.rows, name, ())] for name in _KINDS}
    found["articles"] = [record(result.info)]
    found["naming"] = [record(row) for row in naming(result.rows)]
    found["standing"] = [record(row) for row in result.standing]
    found["measures"] = [record(row) for row in result.measures]
    found["attribution_spans"] = [
        {
            "article_id": row.article_id,
            "attribution_id": row.span_id,
            "role": part.role,
            "start": part.start,
            "end": part.end,
        }
        for row in result.rows.attributions
        for part in row.parts
    ]
    return found


def record(row: Any) -> dict[str, Any]:
    """One row as a plain record: tuples become lists, half surrogates a question mark."""
    found = {item.name: getattr(row, item.name) for item in fields(row) if item.name != "parts"}
    scores = found.pop("readability", None)
    if scores is not None:
        found.update({name: scores.get(name) for name in READABILITY})
    return {name: _plain(value) for name, value in found.items()}


def frames(results: Iterable[Result], errors: Iterable[ErrorRow] = ()) -> dict[str, pd.DataFrame]:
    """Tidy frames, one a table; every frame has all its columns, with the same types always.

    Parameters
    ----------
    results : iterable of Result
    errors : iterable of ErrorRow

    Returns
    -------
    dict of str to pandas.DataFrame
        The keys are `TABLES`. Texts are of pandas' nullable string type, whole numbers that may
        be missing of its nullable integer type.
    """
    gathered: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for result in results:
        for name, rows in records(result).items():
            gathered[name] += rows
    gathered["errors"] += [record(row) for row in errors]
    return {name: typed(name, rows) for name, rows in gathered.items()}


def typed(table: str, rows: list[dict[str, Any]] | pd.DataFrame) -> pd.DataFrame:
    """One tidy frame with all columns of a table, with their types; other columns follow.

    Parameters
    ----------
    table : str
        One of `TABLES`.
    rows : list of dict or pandas.DataFrame
        A column that they lack is empty, or false.
    """
    import pandas as pd

    dtypes = {"str": "string", "int": "Int64", "float": "float64", "bool": "bool"}
    types = columns(table)
    frame = pd.DataFrame(rows, dtype=object)
    frame = frame.reindex(columns=[*types, *(name for name in frame if name not in types)])
    wanted = {column: dtypes.get(kind, "object") for column, kind in types.items()}
    for column, kind in wanted.items():
        if kind == "bool":
            frame[column] = frame[column].eq(True)
    return frame.astype(wanted)


def _plain(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, tuple):
        if value and isinstance(value[0], tuple):
            return [dict(zip(("start", "end", "hedged"), place, strict=True)) for place in value]
        return [_plain(item) for item in value]
    return value
