"""Plain text: the article is the text as it was written, unless it is a web page."""

from __future__ import annotations

from framing.errors import ReadError
from framing.reading.encoding import decode
from framing.reading.fields import Fields
from framing.reading.html import looks_like_html, read_html

__all__ = ["fields_of_text", "read_bytes"]


def fields_of_text(text: str) -> Fields:
    """Take a text as it is, or the article out of it if it is really HTML.

    Examples
    --------
    >>> fields_of_text("Rebels left.").text
    'Rebels left.'
    """
    return read_html(text) if looks_like_html(text) else Fields(text)


def read_bytes(data: bytes, *, html: bool = False) -> Fields:
    """Read the bytes of a text file or a web page.

    Raises
    ------
    ReadError
        They are empty or binary, or the page holds no text.
    """
    if not data.strip():
        raise ReadError("the text is empty")
    text = decode(data, html=html or b"<" in data[:200])
    return read_html(text) if html and "<" in text else fields_of_text(text)
