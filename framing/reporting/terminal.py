"""A report for the terminal: plain text of 80 to 120 columns, with colour where it is wanted."""

from __future__ import annotations

import os
import shutil
import sys
from io import StringIO
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from framing.figures.style import SIDE_COLOURS
from framing.reporting._clean import one_line, printable
from framing.reporting.content import report

if TYPE_CHECKING:
    from framing.reporting.model import (
        Bar, Block, Cell, Count, Part, ProfileGroup, ProfileLine, Report, Row, Section, Table,
    )
    from framing.result import Result

__all__ = ["render"]

_BAR = 20
_AXIS = 31


def render(result: Result, *, width: int | None = None, colour: bool | None = None) -> str:
    """Give the report as text.

    Parameters
    ----------
    result : Result
        The article and what was found in it.
    width : int, optional
        In columns; default: the terminal's, between 80 and 120.
    colour : bool, optional
        Default: only if standard output is a terminal and NO_COLOR is not set. Nothing is
        told by colour alone.

    Returns
    -------
    str
        Ends with a newline. Control characters in the article are shown as U+FFFD.

    Examples
    --------
    >>> from framing.actors import Actors
    >>> from framing.annotation import ArticleRow, Rows
    >>> from framing.article import Article
    >>> from framing.result import Result
    >>> empty = Result(Article("a", ""), Actors(), ArticleRow(article_id="a"), Rows())
    >>> "Nothing was found" in render(empty, width=80, colour=False)
    True
    """
    if width is None:
        width = min(max(shutil.get_terminal_size((100, 40)).columns, 80), 120)
    if colour is None:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    console = Console(
        file=StringIO(), width=width, force_terminal=colour, no_color=not colour,
        color_system="truecolor" if colour else None, legacy_windows=False, highlight=False,
        emoji=False, markup=False, force_jupyter=False,
    )  # fmt: skip
    with console.capture() as capture:
        _print(console, report(result))
    lines = [line.rstrip() for line in capture.get().split("\n")]
    return "\n".join(lines).strip("\n") + "\n"


def _print(console: Console, content: Report) -> None:
    console.print(Text(one_line(content.title), style="bold"))
    about = " · ".join(item for item in (content.source, content.url) if item)
    if about:
        console.print(Text(one_line(about), style="dim"))
    if content.sides:
        console.print(_joined([_named(side.name, side.colour) for side in content.sides]))
    for note in content.pooled:
        console.print(_text(note, "dim"))
    lines = Text("\n\n").join(_text(line) for line in content.summary)
    console.print()
    console.print(Panel(lines, title="What stands out", title_align="left", padding=(0, 1)))
    if content.hint:
        console.print(_text(content.hint))
    if content.profile:
        _heading(console, "The profile")
        for group in content.profile:
            _group(console, group)
    _heading(console, "The article, marked")
    console.print(_text(_LEGEND, "dim"))
    console.print()
    for block in content.blocks:
        if block.kind != "gap":
            console.print(Padding(_block(block), (0, 0, 1, 4 if block.kind == "caption" else 0)))
    for part in content.sections:
        _heading(console, part.title)
        _section(console, part)


_LEGEND = (
    "‹speaker · type: what is said›   terrorists[−] loaded against, [+] for, [“−”] in a speaker's "
    "words   alleged[~] hedge, proof[!] booster   was hit[∅] agent hidden   [?] debatable"
)


def _heading(console: Console, title: str) -> None:
    console.print()
    console.print(Rule(Text(one_line(title), style="bold"), align="left", style="dim"))


def _text(text: str, style: str = "") -> Text:
    return Text(one_line(text), style=style)


def _joined(parts: list[Text]) -> Text:
    return Text("   ").join(parts)


def _named(name: str, colour: int | None) -> Text:
    if colour is None:
        return _text(name)
    return Text.assemble(("● ", _colour(colour)), one_line(name))


def _colour(place: int | None) -> str:
    return "" if place is None else SIDE_COLOURS[place % len(SIDE_COLOURS)]


# ---------------------------------------------------------------------- the profile


def _group(console: Console, group: ProfileGroup) -> None:
    console.print()
    console.print(
        Text.assemble(
            (one_line(group.name), "bold"),
            (f" ({group.code})  ", "dim"),
            (one_line(group.question), "italic"),
        )
    )
    for line in group.lines:
        _line(console, line)
    for line in group.variants:
        console.print(Padding(_text(line.brief, "dim"), (0, 0, 0, 4)))


def _line(console: Console, line: ProfileLine) -> None:
    if line.scope != "whole article":
        console.print(Padding(_text(line.scope, "underline"), (0, 0, 0, 2)))
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(ratio=1)
    grid.add_column(width=_BAR)
    grid.add_column(justify="right", ratio=1)
    grid.expand = True
    for count in line.counts:
        grid.add_row(_named(count.label, count.colour), _units(count), _text(count.text))
    console.print(Padding(grid, (0, 0, 0, 2)))
    said = Text()
    if line.value:
        said.append(line.value, style="bold")
        if line.interval:
            said.append(f" (95 %: {line.interval})")
        said.append("  ")
    said.append(one_line(line.verdict), style="" if line.value else "italic")
    if line.note:
        said.append(f"; {one_line(line.note)}", style="dim")
    console.print(Padding(said, (0, 0, 0, 2)))
    if line.bar is not None:
        console.print(Padding(_axis(line.bar), (0, 0, 0, 2)))


def _units(count: Count) -> Text:
    """Give filled and empty squares: one an item up to the width of the bar, else in proportion."""
    if count.share is None or not count.n:
        return Text("")
    size = int(count.n) if count.n <= _BAR and float(count.n).is_integer() else _BAR
    filled = round(count.share * size)
    if 0 < count.share < 1:
        filled = min(max(filled, 1), size - 1) if size > 1 else filled
    return Text.assemble(("■" * filled, _colour(count.colour)), ("□" * (size - filled), "dim"))


def _axis(bar: Bar) -> Text:
    """Give the value (●), its interval (├ ┤) and zero (┊) on one line."""
    half = _AXIS // 2

    def place(value: float) -> int:
        return half + round(half * max(-1.0, min(1.0, value / bar.limit)))

    cells = ["·"] * _AXIS
    if bar.low is not None and bar.high is not None:
        low, high = place(bar.low), place(bar.high)
        cells[low : high + 1] = ["─"] * (high - low + 1)
        cells[low], cells[high] = "├", "┤"
    cells[half] = "┊" if cells[half] == "·" else "┼"
    cells[place(bar.value)] = "●"
    ends = [_cut(bar.left), _cut(bar.right)]
    return Text.assemble((f"← {ends[0]} ", "dim"), "".join(cells), (f" {ends[1]} →", "dim"))


def _cut(name: str, size: int = 22) -> str:
    text = one_line(name)
    return text if len(text) <= size else text[: size - 1].rstrip() + "…"


# ---------------------------------------------------------------------- the article

_STYLES = {"loaded": "bold #c46a00", "epistemic": "underline", "agent": "italic", "voice": ""}


def _block(block: Block) -> Text:
    text = Text()
    base = {"headline": "bold", "body": ""}.get(block.kind, "dim")
    opened: set[str] = set()
    for segment in block.segments:
        for part in segment.opens:
            if part.role == "content":
                who = part.mark.chip if part.mark.id not in opened else "…"
                opened.add(part.mark.id)
                sign = " [?]" if part.mark.debatable else ""
                text.append(f"‹{one_line(who)}{sign}: ", style=_colour(part.mark.colour))
        style = base
        for part in segment.parts:
            style = f"{style} {_STYLES.get(part.mark.layer, '')}".strip()
        text.append(printable(segment.text).replace("\r", ""), style=style)
        for sign in dict.fromkeys(_sign(part) for part in segment.closes):
            text.append(sign, style="bold" if sign != "›" else "")
    return text


def _sign(part: Part) -> str:
    mark = part.mark
    if part.role == "content":
        return "›"
    if mark.layer not in ("loaded", "epistemic", "agent"):
        return ""
    sign = f"“{mark.sign}”" if mark.quoted else mark.sign
    return f"[{sign}{'?' if mark.debatable else ''}]"


# --------------------------------------------------------------------- the ledgers


def _section(console: Console, part: Section) -> None:
    if part.intro:
        console.print(_text(part.intro, "dim"))
    for note in part.notes:
        console.print(
            _text(
                f"• {note}" if part.id == "reading" else note,
                "" if part.id == "reading" else "bold",
            )
        )
    for table in part.tables:
        console.print()
        console.print(_text(table.caption, "bold"))
        if table.rows:
            _ledger(console, table)
        else:
            console.print(_text(table.empty, "dim"))


def _ledger(console: Console, table: Table) -> None:
    """Major columns as columns; headings and minor columns on lines of their own."""
    major = [place for place, column in enumerate(table.columns) if not column.minor]
    widths = _widths(table, major, console.width)
    names = [_text(table.columns[place].name, "dim") for place in major]
    console.print(_grid(table, major, widths, [names]))
    for row in table.rows:
        if row.heading:
            text = Text("  ").join(
                _cell(cell, row, at) for at, cell in enumerate(row.cells) if cell.text
            )
            console.print(text)
            continue
        cells = [_cell(row.cells[place], row, place) for place in major]
        console.print(_grid(table, major, widths, [cells], row.level))
        rest = " · ".join(
            f"{table.columns[place].name.lower()}: {cell.text}"
            for place, cell in enumerate(row.cells)
            if place not in major and cell.text
        )
        if rest:
            console.print(Padding(_text(rest, "dim"), (0, 0, 0, 2 * row.level + 4)))


def _grid(
    table: Table, major: list[int], widths: list[int], rows: list[list[Text]], level: int = 0
) -> Grid:
    grid = Grid.grid(padding=(0, 2, 0, 0), pad_edge=False)
    for place, width in zip(major, widths, strict=True):
        numeric = table.columns[place].numeric
        grid.add_column(width=width, justify="right" if numeric else "left", overflow="fold")
    for cells in rows:
        first = Padding(cells[0], (0, 0, 0, 2 * level))
        grid.add_row(first, *cells[1:])
    return grid


def _widths(table: Table, major: list[int], width: int) -> list[int]:
    """Widths that fit: what the cells need, the widest cut first."""
    rows = [row for row in table.rows if not row.heading]
    need = [
        max(
            [
                len(table.columns[place].name),
                *(cell_len(row.cells[place].text) + 2 * row.level * (place == 0) + 6 * (place == 0)
                  for row in rows),
            ]
        )
        for place in major
    ]  # fmt: skip
    weight = [0.55 if place == 0 else 1.0 for place in range(len(need))]
    while sum(need) + 2 * (len(need) - 1) > width and max(need) > 4:
        widest = max(range(len(need)), key=lambda place: need[place] * weight[place])
        need[widest] -= 1
    return need


def _cell(cell: Cell, row: Row, place: int) -> Text:
    text = _named(cell.text, cell.colour) if place == 0 else _text(cell.text)
    if cell.debatable:
        text.append(" [?]")
    if cell.loaded:
        text.stylize("bold")
    if row.heading:
        text.stylize("bold")
    return text
