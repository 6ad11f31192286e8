"""One run over many articles: what is read, what is left out, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from framing.cli._progress import watched
from framing.cli._start import import_spacy
from framing.cli._streams import say
from framing.errors import FramingError, ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from framing.actors import Actors
    from framing.annotation import ErrorRow
    from framing.article import Article
    from framing.result import Result

__all__ = ["Job", "read_inputs"]

#: How many of the articles left out are told one by one.
MOST_TOLD = 10


@dataclass
class Job:
    """The articles of a run, with what was left out so far.

    Attributes
    ----------
    articles : iterator of Article
        Read as they are taken.
    left_out : list of ErrorRow
        Grows while the articles are taken.
    single : bool
        Whether there is no more than one article.
    """

    articles: Iterator[Article]
    left_out: list[ErrorRow] = field(default_factory=list)
    single: bool = False
    done: int = 0

    def results(
        self,
        actors: Actors | None = None,
        side_a: str | None = None,
        side_b: str | None = None,
        *,
        pipeline: str | None = None,
        attribution: str = "learned",
        coreference: str = "learned",
        lexicons: Sequence[Path] = (),
        classifiers: Sequence[str] = (),
        show_progress: bool = True,
    ) -> Iterator[Result]:
        """Analyse the articles one after another; of many, one that fails is left out."""
        import_spacy()
        from framing.actors import Actors as Listed
        from framing.analysis import analyze_one
        from framing.annotation import ErrorRow
        from framing.annotators import lexicons_with
        from framing.chosen import load_attribution, load_linker, load_opinions
        from framing.language import DEFAULT_PIPELINE, load_pipeline

        listed = actors or Listed()
        if side_a is not None and side_b is not None and listed.sides:
            listed, side_a, side_b = listed.with_contrast(side_a, side_b), None, None
        pipeline = pipeline or DEFAULT_PIPELINE
        load_pipeline(pipeline)
        load_attribution(attribution)
        load_linker(coreference)
        terms = lexicons_with(lexicons)
        load_opinions(classifiers)
        shown = show_progress and not self.single
        for article in watched(self.articles) if shown else self.articles:
            try:
                result = analyze_one(
                    article, listed, side_a, side_b, pipeline=pipeline, attribution=attribution,
                    coreference=coreference, lexicons=terms, classifiers=classifiers,
                )  # fmt: skip
            except Exception as error:
                if self.single:
                    raise
                reason = str(error)
                if not isinstance(error, FramingError):
                    reason = f"internal error: {type(error).__name__}: {reason}"
                self.left_out.append(ErrorRow(path=article.name, row=None, reason=reason))
                continue
            self.done += 1
            yield result

    def close(self) -> None:
        """Tell what was left out.

        Raises
        ------
        ReadError
            If nothing at all could be read.
        """
        lines = [f"{_place(row)}: {row.reason}" for row in self.left_out]
        if not self.done and len(lines) == 1:
            raise ReadError(lines[0])
        for line in lines[:MOST_TOLD]:
            say(f"left out: {line}")
        if len(lines) > MOST_TOLD:
            say(f"left out: {len(lines) - MOST_TOLD} more")
        if not self.done:
            raise ReadError(f"none of {len(lines)} articles could be read")


def _place(row: ErrorRow) -> str:
    return row.path if row.row is None else f"{row.path}:{row.row}"


def read_inputs(inputs: Sequence[str], columns: Mapping[str, str] | None) -> Job:
    """Open the inputs of a run; looks one article ahead to tell whether there are several."""
    from framing.reading import read_articles

    left_out: list[ErrorRow] = []
    articles: Any = read_articles(*inputs, columns=columns, on_error=left_out.append)
    first = list(islice(articles, 2))
    return Job(chain(first, articles), left_out, single=len(first) < 2)
