"""A progress bar on standard error, where a person may see it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framing.article import Article

__all__ = ["watched"]


def watched(articles: Iterable[Article], total: int | None = None) -> Iterator[Article]:
    """Give the articles back one by one, with a bar that names the one at work.

    There is no bar unless standard error is a terminal.

    Parameters
    ----------
    articles : iterable of Article
    total : int, optional
        How many there are, where that is known.
    """
    if not sys.stderr.isatty():
        yield from articles
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    count = "{task.completed} articles" if total is None else "{task.completed} of {task.total}"
    with Progress(
        BarColumn(bar_width=20),
        TextColumn(count),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
    ) as progress:
        task = progress.add_task("", total=total)
        for article in articles:
            progress.update(task, description=article.id[:60])
            yield article
            progress.advance(task)
