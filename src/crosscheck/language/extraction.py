"""Articles to statements and mentions: the work of the language room, one article at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import repeat
from operator import add
from typing import TYPE_CHECKING

from spacy.attrs import IDX, IS_SPACE, LEMMA, LENGTH, TAG  # type: ignore[import-not-found]

from crosscheck.language.markup import Unmarked
from crosscheck.language.names.boundaries import mend
from crosscheck.language.names.chains import read_chains
from crosscheck.language.reader.attributions import TEXT
from crosscheck.language.reading import Named, Reading
from crosscheck.language.repeats import repeat_mentions, repeat_statements
from crosscheck.language.statements import make_statements
from crosscheck.language.tokenizing import DocMaker
from crosscheck.records import Article, Extraction, Mention, Span, Warning_, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_FILL = tuple(getattr(Word, field.name).__set__ for field in fields(Word))
"""What sets each field of many words: half the time of making them one by one, since frozen ones set each field by its name."""
_MESSAGES = {
    "unclosed-quotation": "a quotation mark opens here and is never closed",
    "stray-mark": "a quotation mark without a partner",
    "mismatched-marks": "a quotation opens with one kind of mark and closes with another",
}


def extract(nlp: Language, articles: Sequence[Article], on_article: Callable[[Article], None] | None = None) -> Iterator[Extraction]:
    """Find statements and mentions.

    Args:
        nlp: What ``load_pipeline`` returned.
        articles: Taken one by one, in order.
        on_article: Called after each article, for a progress display.

    Yields:
        One extraction an article, in the order of the articles. Trouble inside an article is a warning there.
    """
    make_doc = DocMaker(nlp)
    for article in articles:
        unmarked = Unmarked.of(article)
        yield unmarked.restored(extract_one(nlp, unmarked.article, make_doc)) if unmarked else extract_one(nlp, article, make_doc)
        if on_article is not None:
            on_article(article)


def extract_one(nlp: Language, article: Article, make_doc: DocMaker) -> Extraction:
    """Find the statements and mentions of one article; what the page prints again is copied from its first printing."""
    paragraphs = readable(article)
    doc = make_doc(article.text)
    doc._.paragraphs = paragraphs
    doc.user_data[TEXT] = article.text
    doc = nlp(doc)
    doc.user_data.pop(TEXT, None)
    sentences = _sentences(doc, article.text)
    reading = _reading(article, doc, paragraphs, sentences)
    chains = read_chains(reading)
    statements = make_statements(article, reading, chains, doc._.attributions)
    mentions = [
        Mention(article.id, entity.start, entity.end, entity.text, entity.label, chains.names.get((entity.start, entity.end), entity.text))
        for entity in reading.entities
    ]
    return Extraction(
        article,
        tuple(repeat_statements(article, statements)),
        tuple(repeat_mentions(article, mentions)),
        reading.words,
        tuple(sentences),
        tuple(_warnings(article, reading)),
    )


def readable(article: Article) -> tuple[Span, ...]:
    """Return the paragraphs to read: without furniture, without second printings; a paragraph that is furniture in part is cut."""
    holes = sorted([f.span for f in article.furniture] + [r.span for r in article.repeats])
    paragraphs: list[Span] = []
    index = 0
    for paragraph in article.paragraphs:
        while index < len(holes) and holes[index].end <= paragraph.start:
            index += 1
        start = paragraph.start
        for hole in holes[index:]:
            if hole.start >= paragraph.end:
                break
            paragraphs += _stripped(article.text, start, hole.start)
            start = max(start, hole.end)
        paragraphs += _stripped(article.text, start, paragraph.end)
    return tuple(paragraphs)


def _stripped(text: str, start: int, end: int) -> list[Span]:
    piece = text[start:end] if start < end else ""
    stripped = piece.strip()
    lead = len(piece) - len(piece.lstrip())
    return [Span(start + lead, start + lead + len(stripped))] if stripped else []


def _reading(article: Article, doc: Doc, paragraphs: Sequence[Span], sentences: Sequence[Span]) -> Reading:
    bounds = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
    entities = [Named(start, end, article.text[start:end], label) for start, end, label in bounds]
    inside = _Inside(paragraphs)
    words = _words(doc, article.text)
    found = mend(article.text, words, entities)
    title = article.title.span if article.title is not None else None
    return Reading(article.text, words, sentences, paragraphs, [e for e in found if inside(e.start)], title)


def _words(doc: Doc, text: str) -> list[Word]:
    """Words of the article, white space left out; a column at a time, since making each token is what costs."""
    names = doc.vocab.strings
    rows = doc.to_array([IDX, LENGTH, LEMMA, TAG, IS_SPACE])
    starts, lengths, lemmas, tags, _ = rows[rows[:, 4] == 0].T.tolist()
    named = {value: names[value] for value in {*lemmas, *tags}}
    ends = list(map(add, starts, lengths))
    columns = (starts, ends, [text[start:end] for start, end in zip(starts, ends, strict=True)])
    words: list[Word] = list(map(object.__new__, repeat(Word, len(starts))))
    for fill, column in zip(_FILL, (*columns, map(named.__getitem__, lemmas), map(named.__getitem__, tags)), strict=True):
        deque(map(fill, words, column), maxlen=0)
    return words


class _Inside:
    """Tells for rising offsets whether they lie in one of the spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.index = 0

    def __call__(self, offset: int) -> bool:
        while self.index < len(self.spans) and self.spans[self.index].end <= offset:
            self.index += 1
        return self.index < len(self.spans) and self.spans[self.index].start <= offset


def _sentences(doc: Doc, text: str) -> list[Span]:
    """Sentences without outer white space; none where the pipeline sets no bounds."""
    if not doc.has_annotation("SENT_START"):
        return []
    found: list[Span] = []
    for sent in doc.sents:
        found += _stripped(text, sent.start_char, sent.end_char)
    return found


def _warnings(article: Article, reading: Reading) -> Iterable[Warning_]:
    for trouble in reading.troubles:
        yield Warning_(trouble.code, _MESSAGES[trouble.code], article.id, trouble.span.start, trouble.span.end)
