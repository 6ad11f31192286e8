import io

import pytest

from framing.errors import ReadError
from framing.reading.encoding import check_text, decode, sniff

TEXT = "“Nous partons”, dit-il à Beyrouth.\r\n\r\nCafé\xa0— naïve.\n"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_comes_back_as_it_was(codec):
    assert decode(TEXT.encode(codec)) == TEXT


def test_cp1252_is_the_last_resort():
    assert decode(TEXT.encode("cp1252")) == TEXT
    assert decode("café".encode("cp1252")) == "café"


def test_a_few_bad_bytes_do_not_turn_utf8_into_another_charset():
    data = (TEXT * 3).encode() + b"\xe2\x80"
    assert decode(data) == TEXT * 3 + "\ufffd"


def test_a_page_may_declare_its_charset():
    page = '<meta charset="windows-1250"><p>Łódź</p>'
    assert decode(page.encode("cp1250"), html=True) == page
    assert sniff(io.BytesIO(page.encode("cp1250"))).codec == "cp1252"


def test_an_unknown_declared_charset_is_ignored():
    page = '<meta charset="no-such"><p>café</p>'
    assert decode(page.encode("cp1252"), html=True) == page


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "binary"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"PK\x03\x04 and so on", "zip"),
    ],
)
def test_binary_is_refused(data, what):
    with pytest.raises(ReadError, match=what):
        decode(data)


@pytest.mark.parametrize("text", ["", " \r\n\t", "\xa0\u200b\ufeff\n"])
def test_empty_text_is_refused(text):
    with pytest.raises(ReadError, match="empty"):
        check_text(text)


def test_control_characters_are_refused_unless_rare():
    with pytest.raises(ReadError, match="control"):
        check_text("\x01\x02\x03 text")
    with pytest.raises(ReadError, match="binary"):
        check_text("a \0 " + "text " * 1000)
    check_text("page one\f" + "text " * 1000 + "\x1a")
