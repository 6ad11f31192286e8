"""A report as Markdown: headings, tables and the marked article, for notes and issues."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framing.reporting._clean import one_line
from framing.reporting.content import report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.reporting.model import Block, Cell, Part, ProfileGroup, ProfileLine, Section, Table
    from framing.result import Result

__all__ = ["render"]

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~&$@^]")
_LEADING = re.compile(r"^(\d+(?=[.)])|(?=[#=+-]))")
_COLON = re.compile(r":(?=//|[\w+-]+:)")


def render(result: Result) -> str:
    r"""Give the report as Markdown with tables (as on GitHub).

    Parameters
    ----------
    result : Result
        The article and what was found in it.

    Returns
    -------
    str
        Text of the article is escaped: it makes no markup, link or HTML.

    Examples
    --------
    >>> from framing.actors import Actors
    >>> from framing.annotation import ArticleRow, Rows
    >>> from framing.article import Article
    >>> from framing.result import Result
    >>> empty = Result(Article("a*b", ""), Actors(), ArticleRow(article_id="a*b"), Rows())
    >>> render(empty).splitlines()[0]
    '# a\\*b'
    """
    content = report(result)
    lines = [f"# {_escape(content.title)}", ""]
    about = " · ".join(_escape(item) for item in (content.source, content.url) if item)
    lines += [about, ""] if about else []
    if content.sides:
        lines += ["Sides: " + ", ".join(_escape(side.name) for side in content.sides), ""]
    for note in content.pooled:
        lines += [_escape(note), ""]
    lines += ["## What stands out", ""]
    for sentence in (*content.summary, content.hint):
        lines += [_escape(sentence), ""] if sentence else []
    if content.profile:
        lines += ["## The profile", "", *_profile(content.profile), ""]
    lines += ["## The article, marked", "", _LEGEND, ""]
    for block in content.blocks:
        if block.kind != "gap":
            lines += [_block(block), ""]
    for part in content.sections:
        lines += _section(part)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


_LEGEND = (
    "‹*speaker · type:* what is said›; **loaded** \\[−] against, \\[+] for, \\[“−”] in a "
    "speaker's words; hedge \\[\\~], booster \\[!]; agent hidden \\[∅]; \\[?] debatable."
)


def _escape(text: str) -> str:
    """Put text on one line in which nothing is markup, a link or the name of an emoji."""
    line = _COLON.sub(r"\:", _SPECIAL.sub(r"\\\g<0>", one_line(text)))
    return _LEADING.sub(r"\1\\", line.replace("www.", "www\\."))


# ---------------------------------------------------------------------- the profile


def _profile(groups: Iterable[ProfileGroup]) -> list[str]:
    lines = [
        "| Measure | Scope | First | Second | Value | 95 % interval | Reading |",
        "|---|---|---|---|---|---|---|",
    ]
    for group in groups:
        name = f"**{_escape(group.name)}** ({_escape(group.code)})<br>{_escape(group.question)}"
        for line in (*group.lines, *group.variants):
            lines.append(_row([name, *_line(line)]))
            name = ""
    return lines


def _line(line: ProfileLine) -> list[str]:
    scope = " · ".join(item for item in (line.scope, line.variant) if item)
    counts = [f"{_escape(count.label)}: {_escape(count.text)}" for count in line.counts]
    reading = "; ".join(item for item in (line.verdict, line.note) if item)
    return [
        _escape(scope), *counts, _escape(line.value), _escape(line.interval), _escape(reading)
    ]  # fmt: skip


# ---------------------------------------------------------------------- the article


def _block(block: Block) -> str:
    out: list[str] = []
    opened: set[str] = set()
    for segment in block.segments:
        for part in segment.opens:
            if part.role == "content":
                who = part.mark.chip if part.mark.id not in opened else "…"
                opened.add(part.mark.id)
                sign = " \\[?]" if part.mark.debatable else ""
                out.append(f"‹*{_escape(who)}{sign}:* ")
        out.append(_segment(segment.text, any(p.mark.layer == "loaded" for p in segment.parts)))
        out.extend(dict.fromkeys(_sign(part) for part in segment.closes))
    text = "".join(out).strip()
    return f"### {text}" if block.kind == "headline" else f"> {text}"


def _sign(part: Part) -> str:
    mark = part.mark
    if part.role == "content":
        return "›"
    if mark.layer not in ("loaded", "epistemic", "agent"):
        return ""
    sign = f"“{mark.sign}”" if mark.quoted else mark.sign
    return _escape(f"[{sign}{'?' if mark.debatable else ''}]")


def _segment(text: str, bold: bool) -> str:
    """Give the text escaped, with its outer spaces kept outside of the emphasis."""
    inner = _escape(text)
    if not inner:
        return " " if text else ""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() else ""
    return f"{left}**{inner}**{right}" if bold else f"{left}{inner}{right}"


# --------------------------------------------------------------------- the ledgers


def _section(part: Section) -> list[str]:
    lines = [f"## {_escape(part.title)}", ""]
    if part.intro:
        lines += [_escape(part.intro), ""]
    for note in part.notes:
        lines += [f"- {_escape(note)}"] if part.id == "reading" else [f"**{_escape(note)}**", ""]
    for table in part.tables:
        lines += ["", f"### {_escape(table.caption)}", "", *_table(table), ""]
    return [*lines, ""]


def _table(table: Table) -> list[str]:
    if not table.rows:
        return [_escape(table.empty)]
    lines = [
        _row([_escape(column.name) for column in table.columns]),
        "|" + "|".join("---:" if column.numeric else "---" for column in table.columns) + "|",
    ]
    for row in table.rows:
        cells = [_cell(cell) for cell in row.cells]
        if row.heading:
            cells[0] = f"**{cells[0]}**"
        elif row.level:
            cells[0] = "&nbsp;" * (2 * row.level) + " " + cells[0]
        lines.append(_row(cells))
    return lines


def _cell(cell: Cell) -> str:
    return _escape(cell.text) + (r" \[?]" if cell.debatable else "")


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
