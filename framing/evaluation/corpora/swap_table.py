"""The swap table: a file that says which names change places."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from framing.errors import FramingError
from framing.evaluation.nameswap import KINDS, Pair, SwapTable

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_swap_table"]

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]

_ENTRY = re.compile(r"^[ \t]*\[\[[ \t]*swap[ \t]*\]\]", re.MULTILINE)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Swap(_Strict):
    a: _Text
    b: _Text
    kind: Literal["person", "group", "demonym", ""] = ""
    note: str = ""


class _File(_Strict):
    swap: Annotated[list[_Swap], Field(min_length=1)]
    keep: list[_Text] = []
    sides: Annotated[list[_Text], Field(min_length=2, max_length=2)] | None = None


def read_swap_table(path: str | Path) -> SwapTable:
    """Read a swap table (TOML).

    Parameters
    ----------
    path : str or Path
        A ``[[swap]]`` for each pair, with ``a`` and ``b``, two names as they stand in a text,
        each with "the" before it if it takes the article, and perhaps ``kind`` (person,
        group, demonym) and ``note``. Before the pairs perhaps ``sides``, two sides or blocs
        of the actors file, and ``keep``, phrases to be left as they are.

    Returns
    -------
    SwapTable

    Raises
    ------
    FramingError
        If the file is missing or no TOML, has an unknown key, or uses a name twice. The message
        names the file, and the line where a pair is at fault.

    Examples
    --------
    >>> table = read_swap_table("seeds/douma.swap.toml")
    >>> table.sides, table.pairs[0].a, table.pairs[0].b
    (('ANTI', 'GOV'), 'Ammar Hassan', 'Sergei Lavrov')
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
        raw = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise FramingError(f"{path}: cannot be read as a swap table: {reason}") from error
    except tomllib.TOMLDecodeError as error:
        raise FramingError(f"{path}: not valid TOML: {error}") from error
    lines = [text.count("\n", 0, found.start()) + 1 for found in _ENTRY.finditer(text)]
    places = [f"{path}:{line}" for line in lines]
    try:
        file = _File.model_validate(raw)
    except ValidationError as error:
        raise FramingError(_explained(error, str(path), places)) from error
    if len(places) != len(file.swap):  # an inline array
        places = [str(path)] * len(file.swap)
    pairs = tuple(
        Pair(item.a, item.b, item.kind, place)
        for item, place in zip(file.swap, places, strict=True)
    )
    _check_names(pairs, file.keep)
    sides = (file.sides[0], file.sides[1]) if file.sides else None
    return SwapTable(pairs, tuple(file.keep), sides, str(path))


def _explained(error: ValidationError, path: str, places: list[str]) -> str:
    first: Any = error.errors()[0]
    where = list(first["loc"])
    if len(where) > 1 and where[0] == "swap" and int(where[1]) < len(places):
        path = places[int(where[1])]
    place = ".".join(str(part) for part in where)
    if first["type"] == "extra_forbidden":
        model = _Swap if len(where) > 1 else _File
        return f"{path}: {place}: unknown key; accepted: {', '.join(model.model_fields)}"
    if first["type"] == "missing":
        wanted = "a [[swap]] with a and b" if place == "swap" else "a and b, the two names"
        return f"{path}: {place}: missing; accepted: {wanted}"
    if where[-1] == "kind":
        return f"{path}: {place}: found {first['input']!r}; accepted: {', '.join(KINDS)}"
    return f"{path}: {place}: found {first['input']!r}; {first['msg'].lower()}"


def _check_names(pairs: tuple[Pair, ...], keep: list[str]) -> None:
    seen: dict[str, str] = {}
    for pair, name in _names(pairs):
        if not name:
            raise FramingError(f"{pair.place}: found 'the ' alone; give the name that follows it")
        if name in seen:
            raise FramingError(
                f"{pair.place}: {name!r} is used twice (first at {seen[name]}); "
                "a name changes places with one other"
            )
        if name in keep:
            raise FramingError(
                f"{pair.place}: {name!r} is also kept; keep longer phrases in which it stands"
            )
        seen[name] = pair.place


def _names(pairs: tuple[Pair, ...]) -> Iterator[tuple[Pair, str]]:
    return ((pair, name) for pair in pairs for name in pair.names)
