"""From what a source says of an article to the article itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from framing.article import Article
from framing.errors import LanguageError, ReadError
from framing.reading.encoding import check_text
from framing.reading.english import closest_language
from framing.reading.titles import title_span
from framing.reading.zones import find_zones

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["COLUMNS", "Fields", "check_columns", "check_header", "make_article", "take_fields"]

#: The columns of a record; only the text is needed.
COLUMNS = ("id", "title", "text", "outlet", "date", "url")

SURROGATE = re.compile("[\ud800-\udfff]")
LINE_END = re.compile(r"\s*[\r\n]+\s*")


@dataclass(frozen=True)
class Fields:
    """What a source says of an article.

    `captions` are the blocks of the text that the source marks as such.
    """

    text: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    captions: tuple[str, ...] = ()

    def over(self, other: Fields) -> Fields:
        """Take the text and captions of `other`, and fill the gaps from it."""
        return Fields(
            other.text,
            self.id or other.id,
            self.title or other.title,
            self.outlet or other.outlet,
            self.date or other.date,
            self.url or other.url,
            other.captions,
        )


def check_columns(columns: Mapping[str, str] | None) -> dict[str, str]:
    """Complete a mapping from our column names to the source's.

    Raises
    ------
    ReadError
        A name is not one of `COLUMNS`.

    Examples
    --------
    >>> check_columns({"text": "body"})["text"]
    'body'
    """
    given = dict(columns or {})
    for ours in given:
        if ours not in COLUMNS:
            raise ReadError(f"columns: unknown column {ours!r}; accepted: {', '.join(COLUMNS)}")
    return {ours: given.get(ours, ours) for ours in COLUMNS}


def check_header(names: list[str], columns: Mapping[str, str], given: Mapping[str, str]) -> None:
    """Refuse a table that lacks the text or a column that the reader was told of.

    Raises
    ------
    ReadError
        Naming the missing column and those that there are.
    """
    for theirs in (columns["text"], *given.values()):
        if theirs not in names:
            found = ", ".join(map(str, names)) or "none"
            raise ReadError(
                f"no column {theirs!r}; the columns are: {found} (map them with columns)"
            )


def take_fields(record: Mapping[str, Any], columns: Mapping[str, str]) -> Fields:
    """Take the fields out of a record.

    Raises
    ------
    ReadError
        The text is missing or no string.

    Examples
    --------
    >>> take_fields({"id": 7, "body": "Rebels left."}, check_columns({"text": "body"})).id
    '7'
    """
    text = record.get(columns["text"])
    if _missing(text):
        found = ", ".join(map(str, record)) or "none"
        raise ReadError(f"no text in column {columns['text']!r}; the columns are: {found}")
    if not isinstance(text, str):
        raise ReadError(f"column {columns['text']!r} holds {type(text).__name__}, not text")
    other: dict[str, Any] = {
        ours: _plain(record.get(columns[ours])) for ours in COLUMNS if ours != "text"
    }
    return Fields(text=text, **other)


def _missing(value: Any) -> bool:
    """Whether a cell is empty: None, or one of the values that are unequal to themselves."""
    try:
        return value is None or bool(value != value)
    except (TypeError, ValueError):  # pandas.NA has no truth; a list of numbers has several
        return not isinstance(value, (list, tuple)) and str(value) == "<NA>"


def _plain(value: Any) -> str | None:
    """Write a cell as one line of text, None if it is empty."""
    if _missing(value):
        return None
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return LINE_END.sub(" ", SURROGATE.sub("\ufffd", text).strip()) or None


def make_article(fields: Fields, default_id: str, path: str | None = None) -> Article:
    r"""Check the text and find its zones.

    Where the text does not open with the title, the article's text is the title, an empty
    line and the text. Half surrogates, which no file can hold, become U+FFFD.

    Raises
    ------
    ReadError
        The text is empty or binary.
    LanguageError
        The text is not English.

    Examples
    --------
    >>> make_article(Fields("The last rebels left.", title="Rebels leave"), "a").text
    'Rebels leave\n\nThe last rebels left.'
    """
    text = SURROGATE.sub("\ufffd", fields.text)
    check_text(text)
    check_language(text)
    title = fields.title
    if title and title_span(text, title) is None:
        text = f"{title}\n\n{text}"
    zones = find_zones(text, title, captions=fields.captions)
    if title is None:
        title = next(
            (text[zone.start : zone.end] for zone in zones if zone.kind == "headline"), None
        )
    return Article(
        id=fields.id or default_id,
        text=text,
        zones=zones,
        title=LINE_END.sub(" ", title) if title else None,
        outlet=fields.outlet,
        published=fields.date,
        url=fields.url,
        path=path,
    )


def check_language(text: str) -> None:
    """Refuse a text that is not English.

    Raises
    ------
    LanguageError
        Naming the closest language.
    """
    language = closest_language(text)
    if language != "English":
        raise LanguageError(
            f"the text does not look English (closest: {language}); framing scores English only"
        )


def complete_article(article: Article) -> Article:
    """Check an article that somebody else made, and find its zones if it has none."""
    if article.zones:
        return article
    check_text(article.text)
    check_language(article.text)
    return replace(article, zones=find_zones(article.text, article.title))
