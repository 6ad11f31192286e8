"""Texts that somebody coded: a CSV or JSON Lines file of text, label and, if known, group."""

from __future__ import annotations

import csv
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.errors import ReadError
from framing.evaluation.corpora._records import ENDINGS, records, refused
from framing.reading.encoding import open_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["COLUMNS", "Coded", "read_coded"]

#: What is read of a record; `group` may be missing.
COLUMNS = ("text", "label", "group")

#: How several labels in one cell are separated.
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Coded:
    """A text with its labels; one of a `group`, as an article or outlet, are never separated."""

    text: str
    labels: tuple[str, ...]
    group: str | None = None


def read_coded(
    path: Path, columns: Mapping[str, str] | None = None, *, several: bool = False
) -> list[Coded]:
    """Read coded texts.

    Parameters
    ----------
    path : Path
        A ``.csv`` or ``.tsv`` with a header, a ``.jsonl`` or ``.jsonl.gz``.
    columns : mapping, optional
        Names of the columns where they differ from text, label and group.
    several : bool
        Whether a text may have several labels: a list, or a cell that separates them by ``|``;
        an empty cell is none. Otherwise a record without a label was not coded and is passed
        over.

    Returns
    -------
    list of Coded

    Raises
    ------
    ReadError
        If the file cannot be read, a column is missing, or a record has no text.
    """
    named = {ours: (columns or {}).get(ours, ours) for ours in COLUMNS}
    unknown = set(columns or {}) - set(COLUMNS)
    if unknown:
        raise ReadError(f"columns: found {min(unknown)!r}; accepted: {', '.join(COLUMNS)}")
    name = path.name.lower()
    if name.endswith((".csv", ".tsv")):
        rows = _table(path, named)
    elif name.endswith(ENDINGS) or path.is_dir():
        rows = records(path, "coded")
    else:
        raise ReadError(f"{path}: accepted: .csv, .tsv, {', '.join(ENDINGS)}")
    grouped = "group" in (columns or {})
    found = (_coded(record, place, named, several, grouped) for record, place in rows)
    return [one for one in found if one is not None]


def _table(path: Path, named: Mapping[str, str]) -> Iterator[tuple[dict[str, Any], str]]:
    csv.field_size_limit(2**31 - 1)
    try:
        with open_text(path) as stream:
            first = stream.readline()
            stream.seek(0)
            reader = csv.DictReader(stream, delimiter=max(",;\t", key=first.count))
            header = [str(name).strip() for name in reader.fieldnames or ()]
            reader.fieldnames = header
            for ours in ("text", "label"):
                if named[ours] not in header:
                    there = ", ".join(header) or "none"
                    raise ReadError(
                        f"{path}: no column {named[ours]!r}; the columns are: {there} "
                        f"(--columns {ours}=NAME)"
                    )
            for row in reader:
                yield row, f"{path}:{reader.line_num}"
    except (OSError, EOFError, zlib.error, csv.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadError(f"{path}: cannot be read: {reason}") from error


def _coded(
    record: Mapping[str, Any], place: str, named: Mapping[str, str], several: bool, grouped: bool
) -> Coded | None:
    text, given = record.get(named["text"]), record.get(named["label"])
    group = record.get(named["group"])
    if not isinstance(text, str) or not text.strip():
        raise refused(f"{place}: {named['text']}", text, "a text")
    if grouped and group is None:
        raise refused(f"{place}: {named['group']}", group, "a group")
    labels = _labels(given, f"{place}: {named['label']}", several)
    if not labels and not several:
        return None
    return Coded(text, labels, None if group is None else str(group))


def _labels(given: Any, place: str, several: bool) -> tuple[str, ...]:
    if isinstance(given, list) and several:
        parts = given
    elif isinstance(given, str):
        parts = given.split(SEPARATOR) if several else [given]
    elif given is None or isinstance(given, (int, bool)):
        parts = [] if given is None else [str(int(given))]
    else:
        accepted = "a text, or a list of texts" if several else "a text or a whole number"
        raise refused(place, given, accepted)
    if not all(isinstance(part, str) for part in parts):
        raise refused(place, given, "a list of texts")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
