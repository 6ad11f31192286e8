"""What the readers of corpora share: files of records, spans in them, and what is refused."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from framing.errors import ReadError
from framing.reading.encoding import open_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    Span = tuple[int, int]

__all__ = ["ENDINGS", "records", "refused", "span_in", "spans_in", "text_of"]

ENDINGS = (".jsonl", ".jsonl.gz")


def records(
    path: str | Path, corpus: str, accepted: str = "an object"
) -> Iterator[tuple[dict[str, Any], str]]:
    """Read a file of JSON Lines, or all files of a folder in the order of their names.

    Parameters
    ----------
    path : str or Path
        A ``.jsonl`` or ``.jsonl.gz`` with an object a line, or a folder of these.
    corpus : str
        What to call the files in a message.
    accepted : str
        What to call a record in a message.

    Yields
    ------
    tuple of (dict, str)
        A record, and its place for messages: ``file:line``.

    Raises
    ------
    ReadError
        If there is no such file, it holds no records, or a line is not a JSON object.
    """
    for file in _files(Path(path), corpus):
        yield from _lines(file, accepted)


def _files(path: Path, corpus: str) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.name.lower().endswith(ENDINGS))
    if not found:
        raise ReadError(f"{path}: no {corpus} files here; accepted: {', '.join(ENDINGS)}")
    return found


def _lines(path: Path, accepted: str) -> Iterator[tuple[dict[str, Any], str]]:
    empty = True
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip("\ufeff \t\r\n"):
                    empty = False
                    yield _record(line, f"{path}:{number}", accepted), f"{path}:{number}"
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadError(f"{path}: cannot be read: {reason}") from error
    if empty:
        raise ReadError(f"{path}: holds no records; accepted: one JSON object a line")


def _opened(path: Path) -> TextIO:
    try:
        return open_text(path)
    except ReadError as error:
        raise ReadError(f"{path}: {error}") from error


def _record(line: str, place: str, accepted: str) -> dict[str, Any]:
    try:
        record = json.loads(line.strip("\ufeff \t\r\n"))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{place}: malformed JSON: {error}; accepted: one object a line") from error
    if not isinstance(record, dict):
        raise refused(f"{place}: record", record, accepted)
    return record


def text_of(record: dict[str, Any], place: str) -> str:
    """The text of a record; its ``text`` must be a string."""
    text = record.get("text")
    if not isinstance(text, str):
        raise refused(f"{place}: text", text, "a string")
    return text


def spans_in(value: Any, length: int, place: str, of: str = "the text") -> tuple[Span, ...]:
    """Check a list of ``[start, end]``, ``0 <= start < end <= length``, and put it in order.

    Examples
    --------
    >>> spans_in([[4, 7], [0, 3]], 7, "a.jsonl:1: cues")
    ((0, 3), (4, 7))
    """
    if not isinstance(value, list):
        raise refused(place, value, "a list of [start, end]")
    return tuple(sorted(span_in(pair, length, place, of) for pair in value))


def span_in(pair: Any, length: int, place: str, of: str = "the text") -> Span:
    """Check one ``[start, end]`` as `spans_in` does."""
    numbers = isinstance(pair, list) and [type(number) for number in pair] == [int, int]
    if not numbers or not 0 <= pair[0] < pair[1] <= length:
        accepted = f"[start, end], 0 <= start < end <= {length}, the length of {of}"
        raise refused(place, pair, accepted)
    return pair[0], pair[1]


def refused(place: str, value: Any, accepted: str) -> ReadError:
    """The error for a value that a record must not hold."""
    found = repr(value)
    shown = found if len(found) <= 60 else f"{found[:60]}…"
    return ReadError(f"{place}: found {shown}; accepted: {accepted}")
