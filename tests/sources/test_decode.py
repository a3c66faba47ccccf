"""Bytes to text."""

import pytest

from crosscheck.errors import ConfigError, SourceError
from crosscheck.sources.decode import decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"One\nTwo", "One\nTwo"),
        (b"One\r\nTwo\rThree\n", "One\nTwo\nThree\n"),
        (b"\xef\xbb\xbfCaf\xc3\xa9", "Café"),
        ("a\u2028b\x0bc\x85d".encode(), "a\u2028b\x0bc\x85d"),
        (b"", ""),
    ],
)
def test_utf8_is_kept_but_for_byte_order_mark_and_line_ends(data, text):
    assert decode(data, "a.txt") == text


def test_bad_utf8_names_line_column_byte_and_the_way_out():
    with pytest.raises(SourceError) as caught:
        decode(b"First line\r\nIt\x92s \x93here\x94", "a.txt")
    error = caught.value
    assert (error.code, error.where) == ("not-utf-8", "a.txt:2:3")
    assert error.message == "Byte 0x92 at offset 14 is not UTF-8"
    assert "--encoding cp1252" in (error.hint or "")


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("Café".encode("utf-16"), "--encoding utf-16"),
        ("Café".encode()[:-1], "cut off"),
        ("“é” “ü” “ö” ".encode() + b"\x92s", "mend this place"),
        (b"It\x81s", "Name the file's encoding"),
    ],
)
def test_the_hint_fits_the_trouble(data, hint):
    with pytest.raises(SourceError) as caught:
        decode(data, "a.txt")
    assert caught.value.code == "not-utf-8"
    assert hint in (caught.value.hint or "")


@pytest.mark.parametrize("data", [b"ab\0cd", b"%PDF-1.7 text", bytes(range(1, 32)) * 9, b"\x89PNG\r\n\x1a\n"])
def test_binary_files_are_errors(data):
    with pytest.raises(SourceError) as caught:
        decode(data, "a.txt")
    assert caught.value.code == "binary-file"


def test_another_encoding_is_read_where_it_is_named():
    assert decode(b"It\x92s", "a.txt", "cp1252") == "It’s"
    assert decode("Café".encode("utf-16"), "a.txt", "utf-16") == "Café"


def test_bytes_that_do_not_fit_the_named_encoding_are_an_error():
    with pytest.raises(SourceError) as caught:
        decode(b"It\x92s", "a.txt", "ascii")
    assert (caught.value.code, caught.value.message) == ("not-decodable", "The file is not ascii (byte 2)")


@pytest.mark.parametrize("name", ["nonsense", "rot13", "hex", "a\0b", ""])
def test_an_unknown_encoding_is_a_wrong_setting(name):
    with pytest.raises(ConfigError) as caught:
        decode(b"x", "a.txt", name)
    assert caught.value.code == "unknown-encoding"
