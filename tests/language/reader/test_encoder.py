"""The trained reader on sentences that leave no room for opinion; and the laws that hold for any text."""

from __future__ import annotations

import pytest

from crosscheck.language.loading import blank_english
from crosscheck.language.reader.components import SHIPPED, THREADS
from crosscheck.language.reader.encoder import Encoder
from crosscheck.language.reader.windows import paragraphs_of

TEXT = """The bridge over the Lenn will close on Monday, Mayor Ida Rowe said.

“We have no choice,” she told reporters. “It is not safe.”

According to the ministry, 4,000 cars use it every day."""


@pytest.fixture(scope="module")
def encoder():
    folder = SHIPPED / "crosscheck_encoder"
    return Encoder({name: (folder / name).read_bytes() for name in ("encoder.onnx", "tokenizer.json", "tables.json")}, THREADS)


@pytest.fixture(scope="module")
def tokens():
    nlp = blank_english()
    return lambda text: [(token.idx, token.idx + len(token)) for token in nlp.make_doc(text)]


def read(encoder, tokens, text, paragraphs=None):
    return encoder.read(text, paragraphs if paragraphs is not None else paragraphs_of(text), tokens(text))


def cut(text, reading, fragment):
    return None if fragment is None else text[reading.words.spans[fragment[0]][0] : reading.words.spans[fragment[1] - 1][1]]


def test_who_says_what(encoder, tokens):
    reading = read(encoder, tokens, TEXT)
    assert [(cut(TEXT, reading, item.source), cut(TEXT, reading, item.cue)) for item in reading.attributions] == [
        ("Mayor Ida Rowe", "said"),
        ("she", "told"),
        ("the ministry", "According to"),
    ]
    assert [cut(TEXT, reading, fragment) for fragment in reading.attributions[1].content] == ["“We have no choice,”", "“It is not safe.”"]


def test_names_without_titles(encoder, tokens):
    reading = read(encoder, tokens, TEXT)
    found = [(label, cut(TEXT, reading, (first, last))) for label, first, last in reading.names]
    assert ("PERSON", "Ida Rowe") in found
    assert ("DATE", "Monday") in found
    assert ("CARDINAL", "4,000") in found


def test_every_paragraph_starts_a_sentence(encoder, tokens):
    text = "Rain delays\ntrain service\nin the north"
    reading = read(encoder, tokens, text)
    assert [text[start:end] for (start, end), first in zip(reading.words.spans, reading.starts, strict=True) if first] == [
        "Rain",
        "train",
        "in",
    ]


@pytest.mark.parametrize("text", ["", " \n\n ", "“", "?!", "\u200b", "word " * 700, '"' * 300, "ا ل ح", "a\tb\rc"])
def test_any_text_is_read(encoder, tokens, text):
    reading = read(encoder, tokens, text)
    assert len(reading.tags) == len(reading.starts) == len(reading.tokens) == len(reading.words.spans)


def test_nothing_crosses_a_paragraph(encoder, tokens):
    text = TEXT.replace("\n\n", "\n") * 6
    reading = read(encoder, tokens, text)
    fragments = [part for item in reading.attributions for part in (item.source, item.cue, *item.content) if part is not None]
    fragments += [(first, last) for _, first, last in reading.names]
    assert fragments
    assert all(reading.words.paragraphs[first] == reading.words.paragraphs[last - 1] for first, last in fragments)


def test_the_same_text_reads_the_same_twice(encoder, tokens):
    assert read(encoder, tokens, TEXT) == read(encoder, tokens, TEXT)
