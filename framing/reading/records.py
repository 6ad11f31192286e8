"""Records: articles as rows of JSON Lines, CSV and Parquet files, one after the other."""

from __future__ import annotations

import csv
import json
import zlib
from typing import TYPE_CHECKING, Any

from framing.errors import ReadError
from framing.reading.encoding import open_text
from framing.reading.fields import Fields, check_columns, check_header, take_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import TextIO

__all__ = ["Item", "csv_reader", "read_csv", "read_jsonl", "read_parquet"]

#: The line or row of an article, and what it says or what is wrong with it.
Item = tuple[int | None, Fields | ReadError]

#: The longest CSV field, in characters: what a C long holds everywhere.
LONGEST_FIELD = 2**31 - 1
#: Rows of a Parquet file held in memory at a time.
BATCH = 64

UNREADABLE = (OSError, EOFError, zlib.error, csv.Error)


def read_jsonl(path: Path, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """Read JSON Lines: one object a line; the row is the line's number, from 1.

    A malformed line is one error; reading goes on after it.
    """
    with open_text(path) as lines:
        yield from jsonl_items(lines, columns)


def jsonl_items(lines: Iterable[str], columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """Read JSON Lines from any source of lines."""
    names = check_columns(columns)
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        empty = False
        try:
            yield number, take_fields(_parse_object(line), names)
        except ReadError as error:
            yield number, error
    if empty:
        raise ReadError("the file holds no records")


def _parse_object(line: str) -> dict[str, Any]:
    """Parse one line of JSON Lines."""
    try:
        record = json.loads(line.strip("\ufeff \t\r\n"))
    except json.JSONDecodeError as error:
        raise ReadError(f"malformed JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise ReadError(f"malformed JSON: {error}") from error
    if not isinstance(record, dict):
        raise ReadError(f"a JSON {type(record).__name__}, where an object with a text is needed")
    return record


def read_csv(path: Path, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """Read a CSV file with a header; the row is the number of the record's first line.

    Commas, semicolons and tabs are accepted; the header tells which. A record with too many
    or too few fields is one error; reading goes on after it.
    """
    names = check_columns(columns)
    with open_text(path) as stream:
        reader = csv_reader(stream)
        header = next(reader, None)
        if not header:
            raise ReadError("the file holds no records")
        header = [name.strip() for name in header]
        check_header(header, names, columns or {})
        line = reader.line_num + 1
        for cells in reader:
            start, line = line, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                reason = f"{len(cells)} fields where the header has {len(header)}"
                yield start, ReadError(reason)
                continue
            try:
                yield start, take_fields(dict(zip(header, cells, strict=True)), names)
            except ReadError as error:
                yield start, error


def csv_reader(stream: TextIO) -> Any:
    """Open a CSV reader with the delimiter that parts the header."""
    csv.field_size_limit(LONGEST_FIELD)
    first = stream.readline()
    stream.seek(0)
    delimiter = max(",;\t", key=first.count)
    return csv.reader(stream, delimiter=delimiter)


def read_parquet(path: Path, columns: Mapping[str, str] | None = None) -> Iterator[Item]:
    """Read a Parquet file a few rows at a time; the row is the record's number, from 1."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = check_columns(columns)
    try:
        with pq.ParquetFile(path) as file:
            header = file.schema_arrow.names
            check_header(header, names, columns or {})
            wanted = [name for name in header if name in names.values()]
            row = 0
            for batch in file.iter_batches(batch_size=BATCH, columns=wanted):
                for record in batch.to_pylist():
                    row += 1
                    try:
                        yield row, take_fields(record, names)
                    except ReadError as error:
                        yield row, error
    except pa.ArrowException as error:
        raise ReadError(f"malformed Parquet: {error}") from error
    if not row:
        raise ReadError("the file holds no records")
