"""Text of articles, file names and messages as literal text: what could steer a terminal or reorder a line is made visible."""

from __future__ import annotations

import re

_STEERING = "\u00ad\u061c\u180e\u200b\u200e\u200f\ufeff" + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2060, 0x2070))))
"""Format characters that hide, join or reorder what stands beside them (Unicode UAX #9 controls and zero-width marks)."""


def _visible(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"\\u{code:04x}"


_ESCAPES = {code: _visible(code) for code in (*range(0x20), 0x7F, *range(0x80, 0xA0), *map(ord, _STEERING))}
_JSON_ESCAPES = {code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029, *map(ord, _STEERING))}
_SPACE = re.compile(r"[ \t\n\r\f\v\u0085\u2028\u2029]+")


def literal(text: str) -> str:
    r"""Return ``text`` on one line, white space as single spaces, control and direction characters visible (``\x1b`` as ``␛``)."""
    return _SPACE.sub(" ", text).translate(_ESCAPES)


def literal_json(text: str) -> str:
    """Escape in JSON text what ``json.dumps`` leaves as it is and a terminal would obey; the JSON means the same."""
    return text.translate(_JSON_ESCAPES)
