"""Bytes to text: strict, with line ends unified and errors that name line and byte."""

from __future__ import annotations

import codecs
import re

from crosscheck.errors import ConfigError, SourceError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_MAGIC = (b"%PDF-", b"\x1f\x8b", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.1
"""Files with a larger share of control bytes are not text; the heuristic of file(1) and git allows none or NUL alone."""
_HEAD = 8192
_NEWLINE = re.compile(r"\r\n?")


def check_encoding(encoding: str) -> str:
    """Return the codec's own name for ``encoding``.

    Raises:
        ConfigError: Python knows no text encoding of that name.
    """
    try:
        "".encode(encoding)
        return codecs.lookup(encoding).name
    except (LookupError, ValueError) as trouble:
        raise ConfigError(
            "unknown-encoding", f"There is no text encoding {encoding!r}", hint="Try utf-8, cp1252 (Windows, Western) or utf-16"
        ) from trouble


def decode(data: bytes, path: str, encoding: str = "utf-8") -> str:
    """Return the text of a file: its byte order mark dropped, CR LF and CR turned into LF, nothing else changed.

    Raises:
        SourceError: ``binary-file``, ``not-utf-8`` or ``not-decodable``, with line, column and byte.
    """
    codec = check_encoding(encoding)
    text = _decode_utf8(data, path) if codec in ("utf-8", "utf-8-sig") else _decode_other(data, path, codec, encoding)
    return _NEWLINE.sub("\n", text)


def _decode_utf8(data: bytes, path: str) -> str:
    data = data.removeprefix(codecs.BOM_UTF8)
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            raise SourceError(
                "not-utf-8",
                f"The file is {name.upper()}, not UTF-8 (byte order mark {mark.hex(' ')})",
                path=path,
                line=1,
                hint=f"Use --encoding {name}",
            )
    if _is_binary(data):
        raise _binary(path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as trouble:
        raise _not_utf8(data, path, trouble) from trouble


def _decode_other(data: bytes, path: str, codec: str, encoding: str) -> str:
    if data.startswith(_BINARY_MAGIC):
        raise _binary(path)
    try:
        text = data.decode(codec)
    except UnicodeError as trouble:
        byte = f" (byte {trouble.start})" if isinstance(trouble, UnicodeDecodeError) else ""
        raise SourceError(
            "not-decodable", f"The file is not {encoding}{byte}", path=path, hint="Name the file's own encoding with --encoding"
        ) from trouble
    if "\0" in text:
        raise _binary(path)
    return text.removeprefix("\ufeff")


def _is_binary(data: bytes) -> bool:
    head = data[:_HEAD]
    return data.startswith(_BINARY_MAGIC) or b"\0" in data or len(_CONTROL.findall(head)) > _CONTROL_SHARE * len(head)


def _binary(path: str) -> SourceError:
    return SourceError("binary-file", "The file is binary, not text", path=path, hint="Save the article as plain text, Markdown or JSON")


def _not_utf8(data: bytes, path: str, trouble: UnicodeDecodeError) -> SourceError:
    before = _NEWLINE.sub("\n", data[: trouble.start].decode("utf-8"))
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    message = f"Byte 0x{data[trouble.start]:02x} at offset {trouble.start} is not UTF-8"
    return SourceError("not-utf-8", message, path=path, line=line, column=column, hint=_hint(data, trouble))


def _hint(data: bytes, trouble: UnicodeDecodeError) -> str:
    if trouble.reason == "unexpected end of data":
        return "The file ends in the middle of a character: it seems cut off"
    lenient = data.decode("utf-8", "replace")
    good = sum(1 for char in lenient if char > "\x7f" and char != "\ufffd")
    if good > lenient.count("\ufffd"):
        return "Most of the file is UTF-8: mend this place, or name the file's encoding with --encoding"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "Name the file's encoding with --encoding"
    return "If the file comes from Windows, use --encoding cp1252"
