"""The tables of a run as Parquet files, written a batch of articles at a time.

The columns are those of `framing.tables`; their types do not depend on what a run
happens to find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.errors import FramingError
from framing.tables import TABLES, columns, record, records

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pyarrow as pa
    import pyarrow.parquet as pq

    from framing.annotation import ErrorRow
    from framing.result import Result

__all__ = ["ParquetTables"]

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
        for name, rows in records(result).items():
            self._rows[name] += rows
        self._waiting += 1
        if self._waiting >= BATCH:
            self._flush()

    def add_errors(self, errors: Iterable[ErrorRow]) -> None:
        """Add what was left out."""
        self._rows["errors"] += [record(row) for row in errors]

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


def _schemas() -> dict[str, pa.Schema]:
    """The columns of every table, as Arrow types."""
    import pyarrow as pa

    place = [("start", pa.int64()), ("end", pa.int64()), ("hedged", pa.bool_())]
    types = {
        "str": pa.string(),
        "int": pa.int64(),
        "float": pa.float64(),
        "bool": pa.bool_(),
        "texts": pa.list_(pa.string()),
        "places": pa.list_(pa.struct(place)),
    }
    return {
        name: pa.schema([(column, types[kind]) for column, kind in columns(name).items()])
        for name in TABLES
    }
