"""Reports on one article: the same values as a page, in the terminal, as Markdown or as data.

`content.report` collects what is shown; each renderer only lays it out. A format is added by
its file and one line in `FORMATS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.errors import FramingError
from framing.reporting import html, markdown, records, terminal
from framing.reporting.content import report
from framing.reporting.html import fragment

if TYPE_CHECKING:
    from collections.abc import Callable

    from framing.result import Result

__all__ = ["FORMATS", "fragment", "render", "report"]

#: Every format that one article can be rendered to.
FORMATS: dict[str, Callable[[Result], str]] = {
    "terminal": terminal.render,
    "html": html.render,
    "markdown": markdown.render,
    "json": records.render,
}


def render(result: Result, format: str = "terminal") -> str:
    """Give a report on one article.

    Parameters
    ----------
    result : Result
        The article and what was found in it.
    format : str
        A key of `FORMATS`.

    Returns
    -------
    str

    Raises
    ------
    FramingError
        If the format is unknown.

    Examples
    --------
    >>> sorted(FORMATS)
    ['html', 'json', 'markdown', 'terminal']
    """
    if format not in FORMATS:
        raise FramingError(f"format: unknown {format!r}; accepted: {', '.join(FORMATS)}")
    return FORMATS[format](result)
