"""What an evaluation is given: a corpus, and the way to analyse what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.language import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from framing.actors import Actors
    from framing.article import Article
    from framing.classifiers import Classifier
    from framing.encoder import Coreference, Tagger
    from framing.result import Result

__all__ = ["Task"]


@dataclass(frozen=True)
class Task:
    """One run of an evaluation.

    Parameters
    ----------
    path : Path
        The corpus, or a part of it.
    analyse : callable
        Gives the result for an article and the actors known beforehand.
    actors : Actors, optional
        The user's own actors file.
    watch : callable
        Gives the articles of a long run back one by one; it may show how far the run is.
    pipeline : str
        The spaCy pipeline of `analyse`, for what needs the parse as well as the rows.
    more : tuple of Path
        Further inputs, for an evaluation that takes articles of one's own.
    swap : Path, optional
        The swap table, for the evaluation that exchanges names.
    classifier : Classifier, optional
        A stored model to score, for the evaluations of classifiers.
    tagger : Tagger, optional
        The one of `analyse`, for what needs its reading as well as the rows.
    linker : Coreference, optional
        Likewise; None where `analyse` goes by the rules alone.

    Notes
    -----
    Each module that `CORPORA` of the command names offers ``evaluate(task)``, which gives a
    JSON-ready report (``corpus``, ``protocol``, ``n``, ``scores``), and for the terminal
    ``SUMMARY_COLUMNS`` and ``summary_table(scores)``. ``ITEMS`` may say what ``n`` counts,
    where that is not gold items.
    """

    path: Path
    analyse: Callable[[Article, Actors], Result]
    actors: Actors | None = None
    watch: Callable[[Sequence[Article]], Iterable[Article]] = iter
    pipeline: str = DEFAULT_PIPELINE
    more: tuple[Path, ...] = ()
    swap: Path | None = None
    classifier: Classifier | None = None
    tagger: Tagger | None = None
    linker: Coreference | None = None
