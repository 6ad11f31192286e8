"""From bytes to text: UTF-8, UTF-16, UTF-32, a declared charset or cp1252; binary is refused."""

from __future__ import annotations

import codecs
import gzip
import io
import re
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TextIO, cast

from framing.errors import ReadError
from framing.reading.blocks import SPACE

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Encoding", "check_text", "decode", "open_binary", "open_text", "sniff"]

CHUNK = 1 << 20

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: How files that are often mistaken for text begin.
SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"{\\rtf", "an RTF document"),
)

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})")
MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}|[\x80-\xff]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


class Encoding(NamedTuple):
    """A codec's name and its way with bytes that do not fit."""

    codec: str
    errors: str = "strict"


def sniff(stream: BinaryIO, *, html: bool = False) -> Encoding:
    """Tell how a stream's bytes are encoded; the stream is read from where it stands.

    A byte-order mark decides, then the pattern of NUL bytes (UTF-16), then whether all of it
    is UTF-8. What is not is read in the charset that an HTML page declares, else in cp1252;
    a text that is mostly sound UTF-8 keeps it, with the few bad bytes as U+FFFD.

    Raises
    ------
    ReadError
        The bytes are binary.

    Examples
    --------
    >>> sniff(io.BytesIO("café".encode("cp1252"))).codec
    'cp1252'
    """
    head = stream.read(CHUNK)
    for mark, codec in BOMS:
        if head.startswith(mark):
            return Encoding(codec, "replace")
    for mark, what in SIGNATURES:
        if head.startswith(mark):
            raise ReadError(f"this is {what}, not text; save it as plain text or HTML")
    if b"\0" in head:
        return Encoding(_wide_codec(head), "replace")
    declared = CHARSET.search(head[:4096]) if html else None
    decoder = codecs.getincrementaldecoder("utf-8")()
    chunk = head
    while chunk:
        following = stream.read(CHUNK)
        try:
            decoder.decode(chunk, final=not following)
        except UnicodeDecodeError:
            return _legacy_encoding(chunk, declared.group(1).decode() if declared else None)
        chunk = following
    return Encoding("utf-8", "replace")


def _wide_codec(head: bytes) -> str:
    """UTF-16 without a mark: in Western text every second byte is NUL."""
    pairs = max(1, len(head) // 2)
    even, odd = head[::2].count(0) / pairs, head[1::2].count(0) / pairs
    if odd > 0.3 and even < 0.05:
        return "utf-16-le"
    if even > 0.3 and odd < 0.05:
        return "utf-16-be"
    raise ReadError("binary data (NUL bytes), not text")


def _legacy_encoding(chunk: bytes, declared: str | None) -> Encoding:
    """Tell the encoding of bytes that are not all UTF-8."""
    runs = [len(run) > 1 for run in MULTIBYTE.findall(chunk)]
    if sum(runs) > len(runs) / 2:
        return Encoding("utf-8", "replace")
    if declared:
        try:
            name = codecs.lookup(declared).name
            b"".decode(name)
        except LookupError:
            name = "utf-8"
        if name not in {"utf-8", "ascii", "iso8859-1"}:
            return Encoding(name, "replace")
    return Encoding("cp1252", "replace")


def decode(data: bytes, *, html: bool = False) -> str:
    r"""Decode `data`, its byte-order mark dropped and its line ends untouched.

    Raises
    ------
    ReadError
        The bytes are binary.

    Examples
    --------
    >>> decode(b"\xef\xbb\xbfDouma\r\n")
    'Douma\r\n'
    """
    encoding = sniff(io.BytesIO(data), html=html)
    return data.decode(encoding.codec, encoding.errors)


def open_binary(path: Path) -> BinaryIO:
    """Open a file for reading, unpacked if its name ends in ``.gz``."""
    if path.suffix.lower() == ".gz":
        return cast("BinaryIO", gzip.open(path, "rb"))
    return path.open("rb")


def open_text(path: Path) -> TextIO:
    """Open a file as text in the encoding that `sniff` finds, line ends untouched."""
    with open_binary(path) as stream:
        encoding = sniff(stream)
    return io.TextIOWrapper(open_binary(path), encoding.codec, encoding.errors, newline="")


def check_text(text: str) -> None:
    r"""Refuse what is no text.

    Raises
    ------
    ReadError
        The text is empty or white space only, or holds NULs or many control characters.

    Examples
    --------
    >>> check_text(" \n")
    Traceback (most recent call last):
        ...
    framing.errors.ReadError: the text is empty
    """
    if not text.strip(SPACE):
        raise ReadError("the text is empty")
    controls = len(CONTROL.findall(text))
    if "\0" in text or controls * 200 > len(text):
        raise ReadError(f"binary data ({controls} control characters), not text")
