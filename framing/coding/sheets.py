"""Coding sheets as files: the sheet, its key with the tool's answers, its codebook."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from framing.coding.drawing import Draw, Item, Stratum
from framing.coding.passages import CLOSE, OPEN, Passage, marked
from framing.coding.questions import UNSURE, Question
from framing.errors import FramingError
from framing.reading.encoding import open_text
from framing.reading.records import csv_reader
from framing.spreadsheet import guard, unguard

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Coded", "codebook", "find_key", "read_key", "read_sheet", "write_sheet"]

#: Columns of a sheet before the coder's own, and the one after them.
SHOWN = ("id", "before", "text", "after", "judged")
NOTE = "note"

#: Before the name of a question, the tool's answer in a sheet that shows it.
TOOL = "tool_"

#: Answers that mean yes and no besides the words themselves.
_SHORT = {"y": "yes", "1": "yes", "true": "yes", "n": "no", "0": "no", "false": "no", "?": UNSURE}

#: What may get lost in a spreadsheet; letters, digits and the marks of a span do not.
_LOST = re.compile(r"[^A-Za-z0-9\[\]]+")


@dataclass(frozen=True)
class Coded:
    """One coder's sheet: for each item and question the answer, None where there is none."""

    coder: str
    answers: Mapping[str, Mapping[str, str | None]]


# ------------------------------------------------------------------------ writing


def write_sheet(
    drawn: Draw, path: Path, *, show_tool: bool = False, separator: str = ","
) -> tuple[Path, ...]:
    """Write the sheet, its key and its codebook.

    Parameters
    ----------
    drawn : Draw
    path : Path
        ``NAME.csv``; beside it come ``NAME.key.json`` and ``NAME.codebook.md``.
    show_tool : bool
        Whether coders see the tool's answers, which then are no longer tested blind.
    separator : str
        Between cells; a spreadsheet set to a decimal comma expects a semicolon.

    Raises
    ------
    FramingError
        If a file cannot be written.
    """
    files = (path, path.with_suffix(".key.json"), path.with_suffix(".codebook.md"))
    names = [question.name for question in drawn.questions]
    tool = [TOOL + name for name in names] if show_tool else []
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", newline="", encoding="utf-8-sig") as file:
            writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL)
            writer.writerow([*SHOWN, *tool, *names, NOTE])
            for item in drawn.items:
                passage = item.passage
                shown = [item.id, passage.before, marked(passage), passage.after, _judged(passage)]
                shown += [item.tool.get(name, "") for name in names] if show_tool else []
                writer.writerow([*map(guard, shown), *([""] * (len(names) + 1))])
        key = json.dumps(_key(drawn, blind=not show_tool), ensure_ascii=False, indent=1)
        files[1].write_text(key + "\n", encoding="utf-8")
        files[2].write_text(codebook(drawn), encoding="utf-8")
    except OSError as error:
        raise FramingError(f"{path}: cannot be written: {error.strerror}") from error
    return files


def _judged(passage: Passage) -> str:
    """The words that are asked about."""
    words = [passage.text[start:end] for start, end in passage.places]
    return " … ".join(words) if words else "the whole text"


def _key(drawn: Draw, *, blind: bool) -> dict[str, Any]:
    return {"framing_key": 1, "blind": blind, **asdict(drawn)}


def codebook(drawn: Draw) -> str:
    """What a coder needs to know, as Markdown."""
    about = f", judged for {drawn.about}" if drawn.about else ""
    lines = [
        f"# Codebook: {drawn.layer}{about}",
        "",
        f"{len(drawn.items)} of {drawn.size} {drawn.unit}. Judge each from its passage alone, in "
        "the order of the sheet, without talking to the other coders; fill the columns below "
        "and leave the others as they are.",
        "",
        "- `text` is the passage, `before` and `after` are what stands around it; `judged` says "
        "which words of it are asked about.",
    ]
    if not drawn.census:
        lines.append(f"- What is asked about stands in double brackets: `{OPEN}so{CLOSE}`.")
    lines += [
        f"- `{UNSURE}` is accepted in every column, for what cannot be decided. An empty cell is "
        "one not coded yet.",
        f"- `{NOTE}` is free.",
        "- An apostrophe at the beginning of a cell is no part of the text: it keeps the "
        "spreadsheet from taking it for a formula.",
        "",
        "| column | question | answers |",
        "| --- | --- | --- |",
    ]
    for question in drawn.questions:
        values = ", ".join(f"`{_cell(value)}`" for value in question.values)
        lines.append(f"| `{question.name}` | {question.asks} | {values} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("`", "'")


# ------------------------------------------------------------------------ reading the key


def find_key(sheet: Path) -> Path:
    """The key of a sheet: the one beside it that holds the sheet's first item.

    Raises
    ------
    FramingError
        If there is none.
    """
    header, rows = _table(sheet)
    first = rows[0][1].get("id", "") if rows and "id" in header else ""
    for path in sorted(sheet.absolute().parent.glob("*.key.json")):
        drawn, _ = read_key(path)
        if any(item.id == first for item in drawn.items):
            return path
    raise FramingError(
        f"{sheet}: no key (*.key.json) beside it knows the item {first!r}; name it with --key"
    )


def read_key(path: Path) -> tuple[Draw, bool]:
    """Read a key back: how the sheet was drawn, and whether coders were blind to the tool.

    Raises
    ------
    FramingError
        If it is missing or malformed.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        blind = bool(found.pop("blind"))
        if found.pop("framing_key") != 1:
            raise ValueError("of another version")
        lists = {name: tuple(found.pop(name)) for name in ("by", "questions", "strata", "items")}
        questions = (
            Question(**{**one, "values": tuple(one["values"])}) for one in lists["questions"]
        )
        strata = (Stratum(**{**one, "values": tuple(one["values"])}) for one in lists["strata"])
        items = (Item(**{**one, "passage": _passage(one["passage"])}) for one in lists["items"])
        made: dict[str, Any] = {
            "questions": tuple(questions),
            "strata": tuple(strata),
            "items": tuple(items),
        }
        drawn = Draw(**found, by=lists["by"], **made)
        if any(not 0 <= item.stratum < len(drawn.strata) for item in drawn.items):
            raise ValueError("an item of no stratum")
        return drawn, blind
    except OSError as error:
        raise FramingError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise FramingError(
            f"{path}: is no key of a coding sheet ({error}); `sample` writes one beside the sheet"
        ) from error


def _passage(found: dict[str, Any]) -> Passage:
    places = tuple((int(start), int(end)) for start, end in found["places"])
    return Passage(**{**found, "places": places})


# ------------------------------------------------------------------------ reading a sheet


def read_sheet(path: Path, drawn: Draw, coder: str | None = None) -> Coded:
    """Read one coder's sheet back.

    A byte-order mark, commas, semicolons or tabs, other columns and another order of rows or
    columns are all accepted; answers are told apart without regard to case, and y, n, 1, 0,
    true and false are yes and no.

    Raises
    ------
    FramingError
        If the sheet is no sheet of this draw, an answer is not among the accepted ones, or a
        text does not belong to its id (rows sorted in part).
    """
    header, rows = _table(path)
    needed = ["id", "text", *(question.name for question in drawn.questions)]
    if missing := [name for name in needed if name not in header]:
        raise FramingError(f"{path}: has no column {missing[0]!r}; found: {', '.join(header)}")
    items = {item.id: item for item in drawn.items}
    answers: dict[str, dict[str, str | None]] = {}
    for line, row in rows:
        where, name = f"{path}:{line}", row["id"]
        if name not in items:
            raise FramingError(f"{where}: the id {name!r} is not of this sheet's key")
        if name in answers:
            raise FramingError(f"{where}: the id {name!r} stands twice")
        if _letters(row["text"]) != _letters(marked(items[name].passage)):
            raise FramingError(
                f"{where}: the text is not the one drawn as {name!r}; were the rows sorted in part?"
            )
        answers[name] = {
            question.name: _answer(question, row[question.name], where)
            for question in drawn.questions
        }
    return Coded(coder or path.stem, answers)


def _table(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The header and the rows that are not empty, each with its line."""
    try:
        with open_text(path) as stream:
            reader = csv_reader(stream)
            header = [name.strip().strip("\ufeff").lower() for name in next(reader, [])]
            rows = []
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    filled = [*cells, *[""] * (len(header) - len(cells))][: len(header)]
                    values = [unguard(cell.strip()) for cell in filled]
                    rows.append((reader.line_num, dict(zip(header, values, strict=True))))
    except FramingError as error:
        raise FramingError(f"{path}: {error}; accepted: a sheet saved as CSV") from error
    except (OSError, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise FramingError(f"{path}: cannot be read: {reason}") from error
    return header, rows


def _letters(text: str) -> str:
    """What is left of a text in whatever encoding it was saved."""
    return _LOST.sub("", text)


def _answer(question: Question, cell: str, where: str) -> str | None:
    if not cell:
        return None
    folded = cell.casefold()
    accepted = {value.casefold(): value for value in (*question.values, UNSURE)}
    found = accepted.get(folded) or accepted.get(_SHORT.get(folded, folded))
    if found is None:
        raise FramingError(
            f"{where}: {question.name} is {cell!r}; accepted: {', '.join(question.values)}, "
            f"{UNSURE}, or nothing"
        )
    return found
