"""Articles with markup inside their sentences: compared as their readers see them, shown as the file has them.

For the comparison such markup is white space, as long as it was, so that no offset moves; afterwards the words of each place are again
those of the file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from crosscheck.records import Article, Comparison, Evidence, Extraction, Group, Place
from crosscheck.text import INLINE_MARKUP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Stretch = TypeVar("Stretch", Evidence, Place)


def blanked(extraction: Extraction) -> Extraction:
    """Return the extraction with white space for the inline markup of its article; the same where there is none."""
    text = blanked_text(extraction.article)
    return extraction if text is extraction.article.text else replace(extraction, article=replace(extraction.article, text=text))


def blanked_text(article: Article) -> str:
    """Return the text of an article with white space for its inline markup: the same offsets, and the words that its readers see."""
    parts, position = [], 0
    for span in sorted(item.span for item in article.furniture if item.rule == INLINE_MARKUP):
        parts += [article.text[position : span.start], " " * (span.end - span.start)]
        position = span.end
    return "".join((*parts, article.text[position:])) if parts else article.text


def as_in_files(comparison: Comparison, articles: Iterable[Article]) -> Comparison:
    """Return the comparison with the words of each place as the articles have them; the same where none has inline markup."""
    texts = {article.id: article.text for article in articles if any(item.rule == INLINE_MARKUP for item in article.furniture)}
    if not texts:
        return comparison

    def passages(reuse: Sequence[Place]) -> tuple[Place, Place]:
        one, other = _as_in(texts, reuse)
        return one, other

    return replace(
        comparison,
        entities=tuple(replace(entity, mentions=_as_in(texts, entity.mentions)) for entity in comparison.entities),
        groups=tuple(_group(texts, group) for group in comparison.groups),
        discrepancies=tuple(replace(item, spans=_as_in(texts, item.spans)) for item in comparison.discrepancies),
        reuse=tuple(
            replace(reuse, passages=tuple(replace(item, spans=passages(item.spans)) for item in reuse.passages))
            for reuse in comparison.reuse
        ),
    )


def _group(texts: Mapping[str, str], group: Group) -> Group:
    return replace(group, discrepancies=tuple(replace(item, spans=_as_in(texts, item.spans)) for item in group.discrepancies))


def _as_in(texts: Mapping[str, str], stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(replace(item, text=texts[item.source][item.start : item.end]) if item.source in texts else item for item in stretches)
