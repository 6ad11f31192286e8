"""A run read back: the tables that ``framing-report run ... -o`` wrote, in whatever format."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.errors import ReadError
from framing.spreadsheet import unguard
from framing.tables import TABLES, columns, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import pandas as pd

__all__ = ["Stored", "open_results"]

_ACCEPTED = (
    "accepted: the folder of a run (-o DIR/), its tables/, tables as CSV (--format csv), or a "
    ".json or .jsonl file of results"
)

#: What is taken for a list's separator in a CSV cell.
_BAR = " | "


@dataclass(frozen=True)
class Stored:
    """The tables of a run, each read when it is asked for.

    Attributes
    ----------
    path : Path
        As it was given.
    """

    path: Path
    _read: Callable[[str], pd.DataFrame]

    def table(self, name: str, articles: Collection[str] | None = None) -> pd.DataFrame:
        """One table, with the columns and types of `framing.tables`; further columns are kept.

        Parameters
        ----------
        name : str
            One of `framing.tables.TABLES`.
        articles : collection of str, optional
            Only the rows of these articles.

        Raises
        ------
        ReadError
            If the table is missing or malformed.
        """
        frame = self._read(name)
        if articles is not None:
            frame = frame[frame["article_id"].isin(list(articles))].reset_index(drop=True)
        return frame


def open_results(path: str | Path) -> Stored:
    """Open what a run wrote.

    Parameters
    ----------
    path : str or Path
        The folder of a run, a folder of its tables as Parquet or CSV, or a ``.json`` or
        ``.jsonl`` file of results (also as ``.gz``).

    Raises
    ------
    ReadError
        If there is nothing there, or nothing that holds the tables.

    Examples
    --------
    >>> open_results("nowhere/")
    Traceback (most recent call last):
        ...
    framing.errors.ReadError: nowhere: no such file or folder
    """
    path = Path(path)
    if path.is_dir():
        for folder, ending in ((path / "tables", "parquet"), (path, "parquet"), (path, "csv")):
            if (folder / f"articles.{ending}").is_file():
                return Stored(path, partial(_table, folder, ending))
        raise ReadError(f"{path}: holds no tables of a run; {_ACCEPTED}")
    if not path.exists():
        raise ReadError(f"{path}: no such file or folder")
    if not {".json", ".jsonl"} & set(path.suffixes):
        raise ReadError(f"{path}: is no result that can be read back; {_ACCEPTED}")
    found = _json(path)
    return Stored(path, lambda name: typed(name, found[name]))


# ------------------------------------------------------------------------ tables


def _table(folder: Path, ending: str, name: str) -> pd.DataFrame:
    reader = _parquet if ending == "parquet" else _csv
    return reader(folder / f"{name}.{ending}", name)


def _parquet(path: Path, name: str) -> pd.DataFrame:
    import pandas as pd
    import pyarrow as pa

    try:
        frame = pd.read_parquet(path)
    except (OSError, pa.ArrowException, ValueError) as error:
        raise ReadError(f"{path}: cannot be read as Parquet: {_first_line(error)}") from error
    return _checked(path, name, frame)


def _csv(path: Path, name: str) -> pd.DataFrame:
    import pandas as pd

    try:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: cannot be read as CSV: {_first_line(error)}") from error
    kinds = columns(name)
    readers: dict[str, Callable[[str], object]] = {
        "int": lambda cell: int(float(cell)),
        "float": float,
        "bool": lambda cell: cell.strip().lower() in ("true", "1"),
        "texts": lambda cell: [unguard(part) for part in cell.split(_BAR)],
        "places": lambda _: None,
    }
    for column in frame:
        reader = readers.get(kinds.get(str(column), "str"), unguard)
        try:
            values = [reader(cell) if cell else None for cell in frame[column]]
        except ValueError as error:
            raise ReadError(f"{path}: column {column}: {_first_line(error)}") from error
        frame[column] = pd.Series(values, index=frame.index, dtype=object)
    return _checked(path, name, frame)


def _checked(path: Path, name: str, frame: pd.DataFrame) -> pd.DataFrame:
    needed = {"article_id", "span_id", "start", "end"} & set(columns(name))
    if missing := sorted(needed - set(frame)):
        raise ReadError(f"{path}: has no column {missing[0]}; is it a table that `run` wrote?")
    return typed(name, frame)


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


# ------------------------------------------------------------------------ results as JSON


def _json(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table in a file of results."""
    opened = gzip.open if path.suffix == ".gz" else open
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    try:
        with opened(path, "rt", encoding="utf-8-sig") as file:
            text = file.read()
        try:
            results = [json.loads(text)]
        except json.JSONDecodeError:
            results = [json.loads(line) for line in text.split("\n") if line.strip()]
    except (OSError, ValueError, EOFError, RecursionError) as error:
        raise ReadError(f"{path}: cannot be read as JSON: {_first_line(error)}") from error
    for number, result in enumerate(results, 1):
        try:
            _add(found, result)
        except (KeyError, TypeError, AttributeError) as error:
            raise ReadError(
                f"{path}: object {number} is no result of `run`; {_ACCEPTED}"
            ) from error
    return found


def _add(found: dict[str, list[dict[str, Any]]], result: dict[str, Any]) -> None:
    """Add one result's rows to the tables."""
    found["articles"].append(_flat(result["info"]))
    for name in ("measures", "standing"):
        found[name] += result[name]
    for name, rows in result["rows"].items():
        found[name] += map(_flat, rows)
    for row in result["rows"]["attributions"]:
        owner = {"article_id": row["article_id"], "attribution_id": row["span_id"]}
        found["attribution_spans"] += [{**owner, **part} for part in row["parts"]]


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row with its readability scores as columns of their own, without its parts."""
    plain = {name: value for name, value in row.items() if name not in ("readability", "parts")}
    return {**plain, **row.get("readability", {})}
