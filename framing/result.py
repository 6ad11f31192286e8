"""What the analysis of one article yields: the currency of reports, figures and evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.actors import Actors
    from framing.annotation import ArticleRow, Measure, Rows, Standing
    from framing.article import Article

__all__ = ["Result"]


@dataclass(frozen=True)
class Result:
    """One article, everything found in it, and what was counted.

    Attributes
    ----------
    actors : Actors
        The actors file's, followed by those found in this article only.
    methods : dict of str to str
        What produced the rows: the parser, each lexicon with its version, the annotators.
    """

    article: Article
    actors: Actors
    info: ArticleRow
    rows: Rows
    measures: tuple[Measure, ...] = ()
    standing: tuple[Standing, ...] = ()
    methods: tuple[tuple[str, str], ...] = ()
