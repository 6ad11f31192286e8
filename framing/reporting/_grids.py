"""Ledgers as text: columns that fit the width, the minor ones on a line of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from framing.figures.style import SIDE_COLOURS
from framing.reporting._clean import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from framing.reporting.model import Cell, Row, Section, Table

__all__ = ["named", "plain", "section", "side_style"]


def plain(text: str, style: str = "") -> Text:
    """Put text of the article on one line, as text and never as markup."""
    return Text(one_line(text), style=style)


def named(name: str, colour: int | None) -> Text:
    """Put the dot of a side before a name."""
    if colour is None:
        return plain(name)
    return Text.assemble(("● ", side_style(colour)), one_line(name))


def side_style(place: int | None) -> str:
    """Give the colour of a side as a style."""
    return "" if place is None else SIDE_COLOURS[place % len(SIDE_COLOURS)]


def section(console: Console, part: Section) -> None:
    """Print a part of the report: its notes, then its ledgers."""
    if part.intro:
        console.print(plain(part.intro, "dim"))
    for note in part.notes:
        console.print(plain(f"• {note}") if part.id == "reading" else plain(note, "bold"))
    for table in part.tables:
        console.print()
        console.print(plain(table.caption, "bold"))
        if table.rows:
            _ledger(console, table)
        else:
            console.print(plain(table.empty, "dim"))


def _ledger(console: Console, table: Table) -> None:
    """Major columns as columns; headings and minor columns on lines of their own."""
    major = [place for place, column in enumerate(table.columns) if not column.minor]
    widths = _widths(table, major, console.width)
    names = [plain(table.columns[place].name, "dim") for place in major]
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
            console.print(Padding(plain(rest, "dim"), (0, 0, 0, 2 * row.level + 4)))


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
    text = named(cell.text, cell.colour) if place == 0 else plain(cell.text)
    if cell.debatable:
        text.append(" [?]")
    if cell.loaded:
        text.stylize("bold")
    if row.heading:
        text.stylize("bold")
    return text
