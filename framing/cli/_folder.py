"""A run's folder: ``index.html``, one report an article in ``reports/``, ``tables/``."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from framing.cli._streams import one_line, write_file
from framing.errors import FramingError
from framing.parquet import ParquetTables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path
    from typing import TextIO

    from framing.annotation import ErrorRow
    from framing.result import Result

__all__ = ["RunFolder", "file_name"]

_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Framing reports</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem;
  color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0;
  border-bottom: 1px solid #ddd; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
a { color: #0b4f8a; }
@media (prefers-color-scheme: dark) {
  body { color: #e8e8e8; background: #161616; } th, td { border-color: #444; }
  a { color: #8cc4f5; } }
</style>
</head>
<body>
<h1>Framing reports</h1>
<p>One report an article. The tables behind them lie in <code>tables/</code> as Parquet files.</p>
<table>
<thead><tr><th>Article</th><th>Outlet</th><th>Date</th><th class="n">Words</th>
<th class="n">Attributions</th><th>What stands out</th></tr></thead>
<tbody>
"""


class RunFolder:
    """Writes results to a folder as they come, and holds none; a context manager.

    Parameters
    ----------
    path : Path
        Made if it is not there.
    format, ending : str
        Of the reports: a key of `framing.reporting.FORMATS`, and how their names end.

    Raises
    ------
    FramingError
        If it cannot be written.
    """

    def __init__(self, path: Path, format: str, ending: str) -> None:
        self._path = path
        self._format = format
        self._ending = ending
        self._names: set[str] = set()
        self._tables = ParquetTables(path / "tables")
        try:
            self._index: TextIO = (path / "index.html").open(
                "w", encoding="utf-8", errors="replace", newline=""
            )
        except OSError as error:
            raise FramingError(f"{path}: cannot be written: {error.strerror}") from error
        self._index.write(_HEAD)

    def __enter__(self) -> RunFolder:
        """Give the folder."""
        return self

    def __exit__(self, *reason: object) -> None:
        """Finish the index and the tables, also after an error."""
        self._index.write("</body>\n</html>\n")
        self._index.close()
        self._tables.__exit__(*reason)

    def add(self, result: Result) -> None:
        """Write one article's report, its rows and its line of the index."""
        from framing.reporting import render, report

        name = file_name(result.article.id, self._names) + self._ending
        self._names.add(name.removesuffix(self._ending).casefold())
        write_file(self._path / "reports" / name, render(result, self._format))
        self._tables.add(result)
        content = report(result)
        info = result.info
        self._index.write(
            f'<tr><td><a href="reports/{escape(name)}">{escape(one_line(content.title))}</a></td>'
            f"<td>{_cell(info.outlet)}</td><td>{_cell(info.published)}</td>"
            f'<td class="n">{info.words}</td><td class="n">{len(result.rows.attributions)}</td>'
            f"<td>{_cell(next(iter(content.summary), ''))}</td></tr>\n"
        )

    def finish(self, left_out: Iterable[ErrorRow]) -> None:
        """Write what was left out, and why, after the last article."""
        left_out = list(left_out)
        self._tables.add_errors(left_out)
        self._index.write("</tbody>\n</table>\n")
        if left_out:
            self._index.write(f"<h2>Left out ({len(left_out)})</h2>\n<table>\n<tbody>\n")
            for row in left_out:
                place = row.path if row.row is None else f"{row.path}, {row.row}"
                self._index.write(f"<tr><td>{_cell(place)}</td><td>{_cell(row.reason)}</td></tr>\n")
            self._index.write("</tbody>\n</table>\n")


def _cell(text: str | None) -> str:
    return escape(one_line(text or ""))


def file_name(article_id: str, taken: Collection[str] = ()) -> str:
    """A file's name for an article: safe on every system, and none of those `taken` (lower case).

    Examples
    --------
    >>> file_name("../a b?.txt"), file_name("Douma", {"douma"})
    ('a-b-.txt', 'Douma-2')
    """
    name = re.sub(r"[^\w.-]+", "-", article_id).lstrip(".-")[:60] or "article"
    unique, number = name, 1
    while unique.casefold() in taken:
        number += 1
        unique = f"{name}-{number}"
    return unique
