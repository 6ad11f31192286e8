"""Reading a lexicon from its folder."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from framing.errors import LexiconError
from framing.lexicon.entries import Entry, Lexicon
from framing.lexicon.kinds import KINDS, MANY, OPTIONAL, POS, SENSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["list_lexicons", "load_lexicon"]

_META = ("name", "title", "version", "licence", "kind", "notes")
_PACKAGE = Path(__file__).parent.parent
_ROOTS = (_PACKAGE / "lexicons", _PACKAGE.parent / "lexicons")  # installed; in a checkout


def list_lexicons() -> tuple[str, ...]:
    """Names of the built-in lexicons, in alphabetical order."""
    return tuple(sorted(file.parent.name for file in _root().glob("*/lexicon.toml")))


def load_lexicon(name_or_path: str | Path) -> Lexicon:
    """A built-in lexicon by its name, or one of your own by its folder.

    Raises
    ------
    LexiconError
        If there is none, or it is malformed; the message names the file, the line, the
        column, the value found and what is accepted.
    """
    if isinstance(name_or_path, str) and (_root() / name_or_path / "lexicon.toml").is_file():
        return _load_builtin(name_or_path)
    folder = Path(name_or_path)
    if not folder.is_dir():
        raise LexiconError(
            f"unknown lexicon {str(name_or_path)!r}; accepted: {', '.join(list_lexicons())}, "
            "or a folder with lexicon.toml and entries.tsv"
        )
    return _load(folder)


def _root() -> Path:
    return next((root for root in _ROOTS if root.is_dir()), _ROOTS[0])


@cache
def _load_builtin(name: str) -> Lexicon:
    return _load(_root() / name)


def _load(folder: Path) -> Lexicon:
    file = folder / "lexicon.toml"
    try:
        meta = tomllib.loads(_read(file))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: not valid TOML: {error}") from error
    for key in _META:
        if not isinstance(meta.get(key), str) or not meta[key].strip():
            raise LexiconError(f"{file}: {key}: needs a text (found {meta.get(key)!r})")
    if meta["kind"] not in KINDS:
        raise LexiconError(
            f"{file}: kind: unknown kind {meta['kind']!r}; accepted: {', '.join(KINDS)}"
        )
    columns = meta.get("columns", {})
    if not isinstance(columns, dict) or not all(isinstance(v, str) for v in columns.values()):
        raise LexiconError(f"{file}: columns: needs a table of a text per column")
    entries = tuple(_entries(folder / "entries.tsv", meta["kind"]))
    name, title, version, licence, kind, notes = (meta[key].strip() for key in _META)
    return Lexicon(name, title, version, licence, kind, notes, entries, columns)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise LexiconError(f"{file}: missing; a lexicon is lexicon.toml and entries.tsv") from error
    except OSError as error:
        raise LexiconError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{file}: not UTF-8 text at byte {error.start}") from error


def _entries(file: Path, kind: str) -> Iterator[Entry]:
    lines = [
        (number, line.split("\t"))
        for number, line in enumerate(_read(file).split("\n"), start=1)
        if line and line[0] != "#"
    ]
    number, header = lines.pop(0) if lines else (1, [])
    _check_header(file, number, header, kind)
    for number, cells in lines:
        if len(cells) != len(header):
            raise LexiconError(
                f"{file}, line {number}: {len(cells)} cells; accepted: {len(header)}, "
                "separated by tabs"
            )
    columns = dict(zip(header, zip(*(cells for _, cells in lines), strict=True), strict=False))
    numbers = [number for number, _ in lines]
    for name, accepted in {"pos": POS, **KINDS[kind]}.items():
        if accepted is not None and lines and name in columns:
            _check_column(file, numbers, name, columns[name], accepted)
    _check_terms(file, numbers, columns, SENSES.get(kind, ""))
    tags = {cell: frozenset(cell.split("|")) for cell in columns.get("pos", ())}
    names = header[2:]
    for _, cells in lines:
        yield Entry(cells[0], tags[cells[1]], dict(zip(names, cells[2:], strict=True)))


def _check_header(file: Path, number: int, header: list[str], kind: str) -> None:
    own = (name for name in KINDS[kind] if name not in OPTIONAL)
    needed = ("term", "pos", *own, "source", "note")
    if header[:2] != ["term", "pos"] or set(needed) - set(header) or len(set(header)) < len(header):
        raise LexiconError(
            f"{file}, line {number}: header {' '.join(header)!r}; accepted: each once, term and "
            f"pos first, separated by tabs: {', '.join(needed)}"
        )


def _check_column(
    file: Path, numbers: Sequence[int], name: str, cells: Sequence[str], accepted: frozenset[str]
) -> None:
    for cell in set(cells) - accepted:
        parts = cell.split("|") if name in MANY else [cell]
        wrong = next((part for part in parts if part not in accepted or not part), None)
        if wrong is not None:
            raise LexiconError(
                f"{file}, line {numbers[cells.index(cell)]}, column {name}: {wrong!r}; "
                f"accepted: {', '.join(value or 'empty' for value in sorted(accepted))}"
            )


def _check_terms(
    file: Path, numbers: Sequence[int], columns: Mapping[str, Sequence[str]], sense: str
) -> None:
    terms = columns.get("term", ())
    if not all(terms) or list(terms) != [term.strip() for term in map(str.lower, terms)]:
        at = next(i for i, term in enumerate(terms) if not term or term != term.lower().strip())
        raise LexiconError(
            f"{file}, line {numbers[at]}, column term: {terms[at]!r}; accepted: a lemma in lower "
            "case"
        )
    keys = list(zip(terms, columns.get("pos", ()), columns.get(sense, terms), strict=True))
    if len(set(keys)) < len(keys):
        at = next(i for i, key in enumerate(keys) if key in keys[:i])
        raise LexiconError(
            f"{file}, line {numbers[at]}, column term: {terms[at]!r} ({keys[at][1]}) stands "
            f"already in line {numbers[keys.index(keys[at])]}; accepted: one line a term, part of "
            f"speech{' and ' if sense else ''}{sense}"
        )
