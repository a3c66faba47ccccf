"""From articles to extractions: what is read, what is copied, what is warned of."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import crosscheck.language.reader.components  # noqa: F401 - registers the extensions
from crosscheck.language.extraction import extract, readable
from crosscheck.language.names.chains import read_chains
from crosscheck.language.reader.attributions import Attribution
from crosscheck.language.reading import Named, Reading
from crosscheck.language.statements import make_statements
from crosscheck.records import Article, Form, Furniture, Repeat, Span, TextSpan, Word

from .cases import paragraphs_of


@Language.component("test_attributions")
def attribute(doc: Doc) -> Doc:
    """Every "Rowe said X." is an attribution, in the paragraphs to read."""
    found = []
    for paragraph in doc._.paragraphs:
        at = doc.text.find("Rowe said ", paragraph.start, paragraph.end)
        if at >= 0:
            end = doc.text.index(".", at)
            found.append(Attribution((Span(at, at + 4),), (Span(at + 5, at + 9),), (Span(at + 10, end),)))
    doc._.attributions = tuple(found)
    return doc


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ann Rowe"}, {"label": "PERSON", "pattern": "Rowe"}])
    nlp.add_pipe("test_attributions")
    return nlp


def article(text: str, **more: object) -> Article:
    return Article("a", "a.txt", text, "", paragraphs=paragraphs_of(text), **more)  # type: ignore[arg-type]


def test_furniture_and_second_printings_are_not_read() -> None:
    text = "Photo by X\nOne two.\nSend mail Three.\nOne two."
    spans = paragraphs_of(text)
    item = article(
        text,
        furniture=(Furniture(spans[0], "caption"), Furniture(Span(20, 29), "mail")),
        repeats=(Repeat(spans[3], spans[1]),),
    )
    assert [text[s.start : s.end] for s in readable(item)] == ["One two.", "Three."]


def test_statements_of_a_second_printing_are_copies(nlp: Language) -> None:
    text = "Ann Rowe said it rained.\nIn between.\nAnn Rowe said it rained."
    spans = paragraphs_of(text)
    (found,) = extract(nlp, [article(text, repeats=(Repeat(spans[2], spans[0]),))])
    first, copy = (s for s in found.statements if s.form is Form.INDIRECT)
    assert (first.text, first.duplicate_of, first.line, first.column) == ("it rained", None, 1, 15)
    assert (copy.text, copy.duplicate_of, copy.line, copy.column) == ("it rained", first.id, 3, 15)
    assert copy.id != first.id
    assert copy.speaker is not None
    assert copy.speaker.mention == TextSpan(41, 45, "Rowe")
    assert [(m.start, m.name) for m in found.mentions] == [(0, "Ann Rowe"), (37, "Ann Rowe")]


def test_ids_depend_on_content_and_equal_words_are_numbered(nlp: Language) -> None:
    text = "Ann Rowe said it rained.\nRowe said it rained."
    (found,) = extract(nlp, [article(text)])
    ids = [s.id for s in found.statements]
    assert len(set(ids)) == len(ids) == 2
    assert ids == [s.id for s in next(iter(extract(nlp, [article(text)]))).statements]


def test_marks_without_a_partner_are_warnings_with_their_place(nlp: Language) -> None:
    (found,) = extract(nlp, [article("He said “we go.\nThey left” early.\nShe left.")])
    assert [(w.code, w.source, w.start, w.end) for w in found.warnings] == []
    (found,) = extract(nlp, [article("They left” early.\n“We go, he said.")])
    assert [(w.code, w.source, w.start, w.end) for w in found.warnings] == [("stray-mark", "a", 9, 10), ("unclosed-quotation", "a", 18, 19)]


def test_on_article_is_called_for_each(nlp: Language) -> None:
    seen: list[str] = []
    items = [article("One two three four."), article("")]
    assert len(list(extract(nlp, items, on_article=lambda a: seen.append(a.id)))) == 2
    assert seen == ["a", "a"]


PIECES = st.sampled_from(
    ["Ann Rowe ", "said ", "he ", "“", "” ", '"', "’s ", "the mayor ", ", ", ". ", "\n", "who ", "it rained ", "(", "A ", "; "]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.lists(st.tuples(*[st.integers(0, 60)] * 6), max_size=5), st.data())
def test_nothing_the_model_finds_breaks_the_rules(text: str, offsets: list[tuple[int, ...]], data: st.DataObject) -> None:
    words, start = [], 0
    for piece in text.split():
        start = text.index(piece, start)
        words.append(Word(start, start + len(piece), piece, piece.lower(), data.draw(st.sampled_from(["", "VBD", "NN", "NNS", "VBG"]))))
        start += len(piece)
    names = [Named(w.start, w.end, w.text, "PERSON") for w in words if w.text[0].isupper()]
    clipped = [[Span(min(a, len(text)), min(max(a, b), len(text))) for a, b in zip(o[::2], o[1::2], strict=True)] for o in offsets]
    found = [Attribution(tuple(s for s in t[:1] if s.start < s.end), tuple(s for s in t[1:2] if s.start < s.end), (t[2],)) for t in clipped]
    item = article(text)
    reading = Reading(text, words, item.paragraphs, item.paragraphs, names)
    for statement in make_statements(item, reading, read_chains(reading), found):
        assert statement.content
        assert all(0 <= s.start < s.end <= len(text) for s in (*statement.content, *statement.quoted))
        assert statement.text == " ".join(text[s.start : s.end] for s in statement.content)
        assert list(statement.content) == sorted(statement.content)


def test_time_grows_with_the_length_alone() -> None:
    unit = "Mayor Ann Rowe said it rained. “We go home now then,” he said. The mayor left. "
    text = unit * 500
    words = [Word(i, i + 1, "a", "a", "") for i in range(0, len(text), 5)]
    names = [Named(i + 6, i + 14, "Ann Rowe", "PERSON") for i in range(0, len(text), len(unit))]
    reading = Reading(text, words, [Span(0, len(text))], [Span(0, len(text))], names)
    begin = time.perf_counter()
    assert make_statements(article(text), reading, read_chains(reading), [])
    assert time.perf_counter() - begin < 3
