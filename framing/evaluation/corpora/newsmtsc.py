"""NewsMTSC: sentiment toward persons and groups in sentences of US news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.evaluation.corpora._records import records, refused, span_in, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["LABELS", "Targeted", "read_newsmtsc"]

LABELS = ("negative", "neutral", "positive")


@dataclass(frozen=True, slots=True)
class Targeted:
    """A sentence, the offsets of the target in it, and how it lets the target appear."""

    text: str
    start: int
    end: int
    label: str


def read_newsmtsc(path: str | Path) -> Iterator[Targeted]:
    """Read a NewsMTSC file, or all files of a folder.

    Parameters
    ----------
    path : str or Path
        A ``.jsonl`` or ``.jsonl.gz`` with an object a line: ``text`` (a sentence), ``start`` and
        ``end`` (offsets of the target) and ``label`` (negative, neutral or positive).

    Raises
    ------
    ReadError
        If there is no such file, or a record is not as above.

    References
    ----------
    Hamborg and Donnay 2021, NewsMTSC: A Dataset for (Multi-)Target-dependent Sentiment
    Classification in Political News Articles, EACL.

    Examples
    --------
    >>> first = next(read_newsmtsc("tests/data/newsmtsc-like.jsonl"))
    >>> first.text[first.start : first.end], first.label
    ('The mayor', 'negative')
    """
    for record, place in records(path, "NewsMTSC"):
        text, label = text_of(record, place), record.get("label")
        if label not in LABELS:
            raise refused(f"{place}: label", label, ", ".join(LABELS))
        pair = [record.get("start"), record.get("end")]
        start, end = span_in(pair, len(text), f"{place}: start and end")
        yield Targeted(text, start, end, str(label))
