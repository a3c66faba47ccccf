"""spaCy's English with the marks of newspapers: dashes and quotation marks set without spaces are words of their own."""

from __future__ import annotations

from spacy.lang.en import English, EnglishDefaults

_INFIXES = (r"(?<=\w)[!?,](?=[’'”\"»]\S)", r"(?<=\S)[—–“”\"«»](?=\S)", r"(?<=[—–])[‘’'](?=\w)", r"(?<=[.!?,])[’'](?=[—–])")
"""Dashes and marks that newspapers set without spaces; spaCy's own patterns split them between letters only."""


class _Defaults(EnglishDefaults):
    infixes = [*(EnglishDefaults.infixes or []), *_INFIXES]  # noqa: RUF012 - spaCy declares a list


class NewsEnglish(English):  # type: ignore[no-untyped-call]
    """English whose tokeniser is made with these infixes at once: setting them afterwards reads all its exceptions a second time."""

    Defaults = _Defaults
