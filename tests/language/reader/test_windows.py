"""How an article is cut into the encoder's inputs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.language.marks import CLOSING, INSIDE, OPENING, OUTSIDE, SPECIAL
from crosscheck.language.reader.windows import SEPARATOR, WordPieces, make_windows, paragraphs_of, read_words, shape_of
from crosscheck.records import Span


class Letters:
    """A tokeniser whose pieces are letters: the longer the word, the more pieces."""

    class Encoding:
        def __init__(self, form):
            self.ids = [ord(character) for character in form if character.isalnum()]

    def token_to_id(self, form):
        return None if len(form) > 1 else ord(form)

    def encode(self, form, add_special_tokens):
        return self.Encoding(form)


def words_of(text, paragraphs=None):
    tokens, at = [], 0
    for form in text.replace("\n", " ").split(" "):
        if form:
            tokens.append((at, at + len(form)))
        at += len(form) + 1
    return read_words(text, paragraphs if paragraphs is not None else paragraphs_of(text), tokens, WordPieces(Letters()))


@pytest.mark.parametrize(
    ("form", "shape"),
    [("bridge", 1), ("Bridge", 2), ("NATO", 3), ("McKay", 4), ("U.S.", 3), ("5,000", 5), ("3rd", 5), ("—", 6), ("A", 7), ("n’t", 1)],
)
def test_shape(form, shape):
    assert shape_of(form) == shape


def test_paragraphs_are_lines_without_outer_white_space():
    text = "  Title \n\n\tFirst one.\nSecond.  "
    assert [text[span.start : span.end] for span in paragraphs_of(text)] == ["Title", "First one.", "Second."]


def test_text_outside_the_paragraphs_is_not_read():
    text = "Subscribe now\nThe mayor left\nAll rights reserved"
    words, tokens = words_of(text, (Span(14, 28),))
    assert words.forms == ["The", "mayor", "left"]
    assert tokens == [2, 3, 4]
    assert words.paragraphs == [0, 0, 0]


def test_words_carry_their_quote_state():
    words, _ = words_of("He said “ it rains ” today")
    assert words.quotes == [OUTSIDE, OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING, OUTSIDE]


def test_a_word_without_pieces_is_unknown_and_a_long_one_is_cut():
    words, _ = words_of("… " + "x" * 50)
    assert words.pieces == [[100], [120] * 12]


def test_a_window_holds_whole_paragraphs():
    words, _ = words_of("ab cd\nef")
    (window,) = make_windows(words, 20)
    assert window.ids == [101, 97, 98, 99, 100, 102, 101, 102, 102]
    assert window.words == [0, 1, SEPARATOR, 2, SEPARATOR]
    assert [window.ids[first] for first in window.firsts] == [97, 99, 102, 101, 102]
    assert window.quotes[0] == window.quotes[-1] == SPECIAL
    assert window.shapes == [0, 1, 1, 1, 1, 0, 1, 1, 0]


def test_a_paragraph_that_does_not_fit_begins_the_next_window():
    words, _ = words_of("aaaa bbbb\ncccc dddd")
    assert [window.words for window in make_windows(words, 12)] == [[0, 1, SEPARATOR], [2, 3, SEPARATOR]]


def test_an_over_long_paragraph_is_cut_after_a_sentence_where_one_ends_late_enough():
    words, _ = words_of("aa aa aa aa . Bb bb bb")
    assert [window.words for window in make_windows(words, 14)] == [[0, 1, 2, 3, 4, SEPARATOR], [5, 6, 7, SEPARATOR]]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="ab .\n“”", max_size=60), max_size=8), st.integers(15, 60))
def test_windows_hold_every_word_once_in_order_and_keep_the_limit(parts, limit):
    words, _ = words_of("\n".join(parts))
    windows = make_windows(words, limit)
    assert [word for window in windows for word in window.words if word != SEPARATOR] == list(range(len(words.forms)))
    assert all(len(window.ids) <= limit for window in windows)
    assert all(len(window.ids) == len(window.shapes) == len(window.quotes) for window in windows)
