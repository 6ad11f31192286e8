"""Standard output, standard error and files: results go to the former, remarks to the latter."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["emit", "one_line", "say", "write_file"]


def one_line(text: str) -> str:
    r"""Give `text` on one line, without control characters that a terminal would obey.

    Examples
    --------
    >>> one_line("a name\nwith \x1b[31m colour")
    'a name with �[31m colour'
    """
    line = " ".join(text.split())
    return "".join(char if char.isprintable() or char == "\xa0" else "\ufffd" for char in line)


def say(message: str) -> None:
    """Write a remark to standard error, as one line."""
    typer.echo(f"framing-report: {one_line(message)}", err=True)


def emit(text: str) -> None:
    """Write a result to standard output; where its reader has had enough, exit quietly."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def write_file(path: Path, text: str, *, inputs: Iterable[str] = ()) -> None:
    """Write a result to a file, whose folder is made if it is not there.

    Raises
    ------
    FramingError
        If it cannot be written, or is one of the `inputs`.
    """
    try:
        if path.exists() and any(_same(path, name) for name in inputs):
            raise FramingError(f"{path}: is an input; give -o another name")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        raise FramingError(f"{path}: cannot be written: {error.strerror}") from error


def _same(path: Path, name: str) -> bool:
    other = Path(name)
    return name != "-" and other.exists() and path.samefile(other)
