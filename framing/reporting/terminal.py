"""A report for the terminal: plain text of 80 to 120 columns, with colour where it is wanted."""

from __future__ import annotations

import os
import re
import shutil
import sys
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from framing.reporting._clean import one_line, printable
from framing.reporting._grids import named, plain, section, side_style
from framing.reporting.content import report

if TYPE_CHECKING:
    from framing.reporting.model import (
        Bar,
        Block,
        Count,
        Part,
        ProfileGroup,
        ProfileLine,
        Report,
    )
    from framing.result import Result

__all__ = ["render"]

_BAR = 20
_AXIS = 31


#: The sections that a brief report keeps; the others are tables to look things up in.
_BRIEF = frozenset({"sources", "opinion", "reading"})


def render(
    result: Result, *, width: int | None = None, colour: bool | None = None, brief: bool = False
) -> str:
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
    brief : bool, default False
        Leave out the other ways of counting and the longer tables, and say so at the end.

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
        _print(console, report(result), brief=brief)
    lines = [line.rstrip() for line in capture.get().split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _print(console: Console, content: Report, *, brief: bool) -> None:
    console.print(Text(one_line(content.title), style="bold"))
    about = " · ".join(item for item in (content.source, content.url) if item)
    if about:
        console.print(Text(one_line(about), style="dim"))
    if content.sides:
        console.print(_joined([named(side.name, side.colour) for side in content.sides]))
    for note in content.pooled:
        console.print(plain(note, "dim"))
    lines = Text("\n\n").join(plain(line) for line in content.summary)
    console.print()
    console.print(Panel(lines, title="What stands out", title_align="left", padding=(0, 1)))
    if content.hint:
        console.print(plain(content.hint))
    if content.profile:
        _heading(console, "The profile")
        for group in content.profile:
            _group(console, replace(group, variants=()) if brief else group)
    _heading(console, "The article, marked")
    console.print(plain(_LEGEND, "dim"))
    console.print()
    for block in content.blocks:
        if block.kind != "gap":
            console.print(Padding(_block(block), (0, 0, 1, 4 if block.kind == "caption" else 0)))
    for part in content.sections:
        if not brief or part.id in _BRIEF:
            _heading(console, part.title)
            section(console, part)
    if brief:
        left_out = [part.title for part in content.sections if part.id not in _BRIEF]
        console.print()
        console.print(plain(f"Left out here: {'; '.join(left_out)}.", "dim"))


_LEGEND = (
    "‹speaker · type: what is said›   terrorists[−] loaded against, [+] for, [“−”] in a speaker's "
    "words   alleged[~] hedge, proof[!] booster   was hit[∅] agent hidden   [?] debatable"
)


def _heading(console: Console, title: str) -> None:
    console.print()
    console.print(Rule(Text(one_line(title), style="bold"), align="left", style="dim"))


def _joined(parts: list[Text]) -> Text:
    return Text("   ").join(parts)


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
        console.print(Padding(plain(line.brief, "dim"), (0, 0, 0, 4)))


def _line(console: Console, line: ProfileLine) -> None:
    if line.scope != "whole article":
        console.print(Padding(plain(line.scope, "underline"), (0, 0, 0, 2)))
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(ratio=1)
    grid.add_column(width=_BAR)
    grid.add_column(justify="right", ratio=1)
    grid.expand = True
    for count in line.counts:
        grid.add_row(named(count.label, count.colour), _units(count), plain(count.text))
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
    return Text.assemble(("■" * filled, side_style(count.colour)), ("□" * (size - filled), "dim"))


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
                text.append(f"‹{one_line(who)}{sign}: ", style=side_style(part.mark.colour))
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
