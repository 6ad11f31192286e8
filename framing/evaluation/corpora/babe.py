"""BABE, bias annotations by experts: single sentences, their label and their biased words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from framing.evaluation.corpora._records import records, refused, spans_in, text_of
from framing.evaluation.corpora._sentences import article_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framing.article import Article

    Span = tuple[int, int]

__all__ = ["BIASED", "LABELS", "Judged", "read_babe"]

BIASED = "Biased"

#: How a sentence can be judged.
LABELS = (BIASED, "Non-biased", "No agreement")

#: How many sentences are read as one article: alone, each would be analysed at a higher cost.
BLOCK = 50


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with its label, the offsets of its biased words in it and where it was printed.

    `start` is where the sentence starts in its article.
    """

    text: str
    label: str
    words: tuple[Span, ...]
    outlet: str | None = None
    start: int = 0
    topic: str | None = None
    url: str | None = None


def read_babe(path: str | Path) -> Iterator[tuple[Article, tuple[Judged, ...]]]:
    """Read a BABE file, or all files of a folder, in blocks of 50 sentences.

    Parameters
    ----------
    path : str or Path
        A ``.jsonl`` or ``.jsonl.gz`` with an object a line: ``text`` (a sentence), ``label``
        (Biased, Non-biased or No agreement) and ``spans``, a list of ``[start, end]`` or
        ``[start, end, word]``, offsets of the biased words into the text. ``outlet``, ``topic``
        and ``url`` are read where present; ``biased_words`` is not, since a word does not say
        where it stands.

    Yields
    ------
    tuple of (Article, tuple of Judged)
        Fifty sentences as they follow each other in the file, each a body paragraph of one
        article: no sentence is parsed with another, but what one says of an actor may be
        known in the next. Of 1,224 sentences analysed alone none had other loaded terms, and
        seven had one of another kind (label or evaluative).

    Raises
    ------
    ReadError
        If there is no such file, or a record is not as above.

    Examples
    --------
    >>> article, sentences = next(read_babe("tests/data/babe-like.jsonl"))
    >>> [(one.label, [one.text[start:end] for start, end in one.words]) for one in sentences[:2]]
    [('Biased', ['reckless', 'cronies']), ('Non-biased', [])]
    """
    checked = (_checked(record, place) for record, place in records(path, "BABE"))
    number = 0
    while block := list(islice(checked, BLOCK)):
        article, starts = article_of(f"babe-{number}", [one.text for one, _ in block], block[0][1])
        yield (
            article,
            tuple(replace(one, start=start) for (one, _), start in zip(block, starts, strict=True)),
        )
        number += 1


def _checked(record: dict[str, Any], place: str) -> tuple[Judged, str]:
    text = text_of(record, place)
    label, spans = record.get("label"), record.get("spans")
    if label not in LABELS:
        raise refused(f"{place}: label", label, ", ".join(LABELS))
    if not isinstance(spans, list):
        raise refused(f"{place}: spans", spans, "a list of [start, end]")
    pairs = [span[:2] if isinstance(span, list) else span for span in spans]
    for name in ("outlet", "topic", "url"):
        if not isinstance(record.get(name), str | None):
            raise refused(f"{place}: {name}", record[name], "a string")
    words = spans_in(pairs, len(text), f"{place}: spans")
    judged = Judged(
        text, str(label), words,
        outlet=record.get("outlet"), topic=record.get("topic"), url=record.get("url"),
    )  # fmt: skip
    return judged, place
