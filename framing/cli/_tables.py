"""The tables of a run as Parquet files, written a batch of articles at a time.

The columns are those of `framing.tables`; their types do not depend on what a run
happens to find.
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
    LoadedTerm,
    Measure,
    Mention,
    Proposition,
    Sentence,
    Standing,
    ZoneRow,
)
from framing.errors import FramingError
from framing.readability import READABILITY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pyarrow as pa
    import pyarrow.parquet as pq

    from framing.result import Result

__all__ = ["ParquetTables"]

#: The tables whose rows are those of one class.
KINDS: dict[str, type] = {
    "articles": ArticleRow,
    "zones": ZoneRow,
    "sentences": Sentence,
    "mentions": Mention,
    "attributions": Attribution,
    "loaded_terms": LoadedTerm,
    "epistemic": Epistemic,
    "events": Event,
    "propositions": Proposition,
    "standing": Standing,
    "measures": Measure,
    "errors": ErrorRow,
}

#: Articles held in memory, and so in one row group of the articles' table.
BATCH = 64


class ParquetTables:
    """Writes results to ``FOLDER/<table>.parquet``; a context manager.

    Parameters
    ----------
    folder : Path
        Made if it is not there; tables of an earlier run in it are replaced.

    Raises
    ------
    FramingError
        If a file cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        import pyarrow.parquet as pq

        self._folder = folder
        self._schemas = _schemas()
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in self._schemas}
        self._waiting = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._writers: dict[str, pq.ParquetWriter] = {
                name: pq.ParquetWriter(folder / f"{name}.parquet", schema, compression="zstd")
                for name, schema in self._schemas.items()
            }
        except OSError as error:
            raise _unwritable(folder, error) from error

    def __enter__(self) -> ParquetTables:
        """Give the writer."""
        return self

    def __exit__(self, *reason: object) -> None:
        """Write what is waiting and close the files, also after an error."""
        try:
            self._flush()
        finally:
            for writer in self._writers.values():
                writer.close()

    def add(self, result: Result) -> None:
        """Add one article's rows."""
        self._extend("articles", [result.info])
        self._extend("standing", result.standing)
        self._extend("measures", result.measures)
        for name in KINDS:
            self._extend(name, getattr(result.rows, name, ()))
        self._rows["attribution_spans"] += [
            {
                "article_id": row.article_id, "attribution_id": row.span_id,
                "role": part.role, "start": part.start, "end": part.end,
            }
            for row in result.rows.attributions
            for part in row.parts
        ]  # fmt: skip
        self._waiting += 1
        if self._waiting >= BATCH:
            self._flush()

    def add_errors(self, errors: Iterable[ErrorRow]) -> None:
        """Add what was left out."""
        self._extend("errors", errors)

    def _extend(self, name: str, rows: Iterable[object]) -> None:
        self._rows[name] += [_record(row) for row in rows]

    def _flush(self) -> None:
        import pyarrow as pa

        try:
            for name, rows in self._rows.items():
                if rows:
                    table = pa.Table.from_pylist(rows, self._schemas[name])
                    self._writers[name].write_table(table)
                    rows.clear()
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        self._waiting = 0


def _unwritable(folder: Path, error: OSError) -> FramingError:
    return FramingError(f"{folder}: cannot be written: {error.strerror or error}")


def _record(row: Any) -> dict[str, Any]:
    record = {item.name: getattr(row, item.name) for item in fields(row) if item.name != "parts"}
    record.update(record.pop("readability", {}))
    if isinstance(row, Proposition):
        record["mentions"] = [
            {"start": start, "end": end, "hedged": hedged} for start, end, hedged in row.mentions
        ]
    return {
        name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for name, value in record.items()
    }


def _schemas() -> dict[str, pa.Schema]:
    """The columns and types of every table, from the annotations of the rows' classes."""
    import pyarrow as pa

    place = [("start", pa.int64()), ("end", pa.int64()), ("hedged", pa.bool_())]
    types = {
        "str": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "bool": pa.bool_(),
        "tuple[str, ...]": pa.list_(pa.string()),
        "tuple[tuple[int, int, bool], ...]": pa.list_(pa.struct(place)),
    }
    schemas = {}
    for name, kind in KINDS.items():
        columns = [
            (item.name, types[str(item.type).removesuffix(" | None")])
            for item in fields(kind)
            if item.name not in ("parts", "readability")
        ]
        if any(item.name == "readability" for item in fields(kind)):
            columns += [(score, pa.float64()) for score in READABILITY]
        schemas[name] = pa.schema(columns)
    schemas["attribution_spans"] = pa.schema(
        [
            ("article_id", pa.string()), ("attribution_id", pa.string()), ("role", pa.string()),
            ("start", pa.int64()), ("end", pa.int64()),
        ]
    )  # fmt: skip
    return schemas
