"""Excerpts: the evidence whole and marked, some words around it, what is left out said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.records import Span
from crosscheck.report.excerpts import CUT, Role, Segment, excerpt
from crosscheck.report.literal import literal


def shown(text: str, *marks: str, context: int = 2, start: int = 0) -> str:
    """Mark each of ``marks``; one that begins with ``^`` is the gap before its words."""
    spans = []
    for mark in marks:
        at = start + text.index(mark.lstrip("^"))
        spans.append(Span(at, at if mark.startswith("^") else at + len(mark)))
    return draw(excerpt([Segment(start, text)], spans, context))


def draw(pieces):
    return "".join(f"{{{piece.text}}}" if piece.role in (Role.DIFFERS, Role.GAP) else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("a b c d e f g", ["d"], f"{CUT} b c {{d}} e f {CUT}"),
        ("a b c", ["b"], "a {b} c"),
        ("a b c d e f g", ["a"], f"{{a}} b c {CUT}"),
        ("to order, our departure", ["order"], "to {order}, our departure"),
        ("no plan to close", ["^to"], "no plan {} to close"),
        ("no plan", ["^no"], "{} no plan"),
        ("a b c d e f g h i j", ["b", "i"], f"a {{b}} c d {CUT} g h {{i}} j"),
        ("a b c d e f", ["b c d e"], "a {b c d e} f"),
        ("one\n\ttwo  three", ["two"], "one {two} three"),
        ("word[sic] [/] :smile:", ["[sic]"], "word{[sic]} [/] :smile:"),
    ],
)
def test_excerpts(text, marks, expected):
    assert shown(text, *marks) == expected
    assert shown(text, *marks, start=1000) == expected


def test_a_gap_after_the_last_word():
    assert draw(excerpt([Segment(0, "no plan.")], [Span(8, 8)], 5)) == "no plan. {}"


def test_words_left_out_between_segments_are_said():
    assert draw(excerpt([Segment(0, "It is done."), Segment(30, "All of it.")], [Span(6, 10)], 9)) == f"It is {{done}}. {CUT} All of it."


def test_nothing_comes_of_nothing():
    assert excerpt([Segment(0, " ")], [Span(0, 1)], 5) == ()


@given(st.text("ab \n“.", max_size=60), st.integers(0, 60), st.integers(0, 20), st.integers(1, 5))
def test_evidence_is_never_shortened(text, start, length, context):
    mark = Span(min(start, len(text)), min(start + length, len(text)))
    pieces = excerpt([Segment(0, text)], [mark], context)
    evidence = literal(text[mark.start : mark.end]).strip()
    assert evidence == "" or "".join(piece.text for piece in pieces if piece.role is Role.DIFFERS).strip() == evidence


@given(st.text(max_size=40))
def test_literal_text_is_one_line_without_control_characters(text):
    shown = literal(text)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)
    assert literal(shown) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\x00b", "a␀b"),
        ("a\x7f", "a␡"),
        ("\u202eabc", "\\u202eabc"),
        ("a\x9bb", "a\\u009bb"),
        ("a\tb\nc", "a b c"),
    ],
)
def test_what_steers_a_terminal_is_visible(text, expected):
    assert literal(text) == expected
