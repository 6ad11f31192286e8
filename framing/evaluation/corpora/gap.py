"""GAP, gendered pronouns in encyclopedia text, each with two names it might stand for."""

from __future__ import annotations

import csv
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from framing.article import Article, Zone
from framing.errors import ReadError
from framing.evaluation.corpora._records import refused
from framing.reading.encoding import open_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Span = tuple[int, int]

__all__ = ["ENDINGS", "Choice", "read_gap"]

ENDINGS = (".tsv", ".tsv.gz")

COLUMNS = (
    "ID", "Text", "Pronoun", "Pronoun-offset", "A", "A-offset", "A-coref", "B", "B-offset",
    "B-coref",
)  # fmt: skip

_MASCULINE = frozenset({"he", "him", "his"})
_FEMININE = frozenset({"she", "her", "hers"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun and two names: offsets, and for each name whether the pronoun means it."""

    pronoun: Span
    names: tuple[Span, Span]
    meant: tuple[bool, bool]
    masculine: bool


def read_gap(path: str | Path) -> Iterator[tuple[Article, Choice]]:
    """Read a GAP file as it is published.

    Parameters
    ----------
    path : str or Path
        A ``.tsv`` or ``.tsv.gz`` with the columns ``ID``, ``Text``, ``Pronoun``,
        ``Pronoun-offset``, ``A``, ``A-offset``, ``A-coref``, ``B``, ``B-offset`` and
        ``B-coref``, a pronoun a line.

    Yields
    ------
    tuple of (Article, Choice)
        Each text is one body paragraph; it is not asked whether it is English.

    Raises
    ------
    ReadError
        If there is no such file, or a line is not as above.

    Examples
    --------
    >>> article, choice = next(read_gap("tests/data/gap-like.tsv"))
    >>> [article.text[start:end] for start, end in (choice.pronoun, *choice.names)], choice.meant
    (['her', 'Dora Venn', 'Ilse Marr'], (False, True))
    """
    path = Path(path)
    try:
        with open_text(path) as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
            if missing:
                accepted = f"a GAP file ({', '.join(ENDINGS)}) with {', '.join(COLUMNS)}"
                raise ReadError(f"{path}: no column {missing[0]}; accepted: {accepted}")
            empty = True
            for row in rows:
                empty = False
                yield _read(row, f"{path}:{rows.line_num}")
    except (OSError, EOFError, zlib.error, csv.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise ReadError(f"{path}: cannot be read: {reason}") from error
    if empty:
        raise ReadError(f"{path}: holds no pronouns; accepted: one a line")


def _read(row: Mapping[str, str | None], place: str) -> tuple[Article, Choice]:
    text = row["Text"] or ""
    spans = [_span(row, name, text, place) for name in ("Pronoun", "A", "B")]
    meant = [_truth(row, name, place) for name in ("A-coref", "B-coref")]
    pronoun = (row["Pronoun"] or "").lower()
    if pronoun not in _MASCULINE | _FEMININE:
        accepted = ", ".join(sorted(_MASCULINE | _FEMININE))
        raise refused(f"{place}: Pronoun", row["Pronoun"], accepted)
    article = Article(row["ID"] or place, text, (Zone("body", 0, len(text), 0),), path=place)
    return article, Choice(
        spans[0], (spans[1], spans[2]), (meant[0], meant[1]), pronoun in _MASCULINE
    )


def _span(row: Mapping[str, str | None], name: str, text: str, place: str) -> Span:
    words, offset = row[name] or "", row[f"{name}-offset"] or ""
    start = int(offset) if offset.isascii() and offset.isdigit() else -1
    if not words or start < 0 or text[start : start + len(words)] != words:
        raise refused(f"{place}: {name}-offset", offset, f"where {words!r} stands in the text")
    return start, start + len(words)


def _truth(row: Mapping[str, str | None], name: str, place: str) -> bool:
    value = (row[name] or "").upper()
    if value not in ("TRUE", "FALSE"):
        raise refused(f"{place}: {name}", row[name], "TRUE or FALSE")
    return value == "TRUE"
