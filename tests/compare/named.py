"""Extractions with named mentions, made by hand: no language pipeline."""

from __future__ import annotations

import re
from dataclasses import replace

from crosscheck.records import Article, Extraction, Mention, Word


def words(text: str, tags: dict[str, str] | None = None) -> tuple[Word, ...]:
    """Tokens of ``text``; lemma = lower case; tags by word, empty where not given."""
    found = re.finditer(r"\w+(?:[.'’]\w+)*|[^\w\s]", text)
    return tuple(Word(m.start(), m.end(), m.group(), m.group().lower(), (tags or {}).get(m.group(), "")) for m in found)


def named(source: str, text: str, *, published: str | None = None, tags: dict[str, str] | None = None, **labels: str) -> Extraction:
    """Mark every occurrence of the names, longest first: ``PERSON="Ann Smith; Smith=Ann Smith"`` (the fullest form after ``=``)."""
    taken: list[tuple[int, int]] = []
    mentions = []
    wanted = [(*name.strip().partition("=")[::2], label) for label, names in labels.items() for name in names.split(";")]
    for name, full, label in sorted(wanted, key=lambda want: -len(want[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                mentions.append(Mention(source, *match.span(), name, label, full or name))
    article = Article(source, f"{source}.txt", text, "0" * 64, published=published)
    return Extraction(article, (), tuple(sorted(mentions, key=lambda mention: mention.start)), words(text, tags), ())


def without_mentions(extraction: Extraction) -> Extraction:
    """The same article as if no name had been recognised."""
    return replace(extraction, mentions=())
