"""Quotation marks: what pairs with what, and what a mark without a partner costs."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crosscheck.language.marks import CLOSING, INSIDE, OPENING, OUTSIDE, STRAY, quote_states, read_marks
from crosscheck.records import Span


def paragraphs_of(text: str) -> list[Span]:
    spans, offset = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(offset, offset + len(line)))
        offset += len(line) + 1
    return spans


def inner(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in read_marks(text, paragraphs_of(text))[0]]


def troubles(text: str) -> list[tuple[str, str]]:
    return [(t.code, text[t.span.start : t.span.end]) for t in read_marks(text, paragraphs_of(text))[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "We go."', ["We go."]),
        ("“We go,” he said. “Now.”", ["We go,", "Now."]),
        ('“We go," he said. "Now.”', ["We go,", "Now."]),
        ("“We go,“ he said.", ["We go,"]),
        ("”We go,” he said.", ["We go,"]),
        ("``We go,'' he said.", ["We go,"]),
        ("«We go», he said.", ["We go"]),
        ("„We go“, he said, „now”.", ["We go", "now"]),
        ('He ("the boss") left.', ["the boss"]),
        ("“[It] was … late,” he said.", ["[It] was … late,"]),
        ('"We go," he said. " Now " it was.', ["We go,", " Now "]),
    ],
)
def test_marks_of_any_style_pair(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
    assert troubles(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘We’ll visit the sailors’ homes,’ she said.", ["We’ll visit the sailors’ homes,"]),
        ("'tis the season of the '90s; O'Hara's 'big plan' and the boys' toys", ["big plan"]),
        ("The ’90s and the boys’ toys.", []),
        ("They sang rock 'n' roll in 'quiet' rooms.", ["quiet"]),
        ("Give 'em the owners' 'keys'.", ["keys"]),
        ('He is 6\'2" tall and the pipe 12" wide.', []),
        ('"I am 6\'2" tall," she said.', ["I am 6'2\" tall,"]),
    ],
)
def test_single_marks_are_apostrophes_until_shown_to_open(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
    assert troubles(text) == []


def test_nested_quotations_have_levels() -> None:
    text = "“He told me ‘never “ever”’ and left,” she said."
    quotations, _ = read_marks(text, paragraphs_of(text))
    assert [(text[q.inner.start : q.inner.end], q.level, q.double) for q in quotations] == [
        ("He told me ‘never “ever”’ and left,", 0, True),
        ("never “ever”", 1, False),
        ("ever", 2, True),
    ]


def test_a_quotation_over_paragraphs_opens_again_and_closes_once() -> None:
    text = "She said: “One.\n“Two.\n“Three.”\nThe end."
    quotations, found = read_marks(text, paragraphs_of(text))
    assert [(text[q.inner.start : q.inner.end], q.closed, q.continues) for q in quotations] == [
        ("One.", False, False),
        ("Two.", False, True),
        ("Three.", True, True),
    ]
    assert found == ()


def test_a_continued_paragraph_may_lack_its_opening_mark() -> None:
    assert inner("“One.\nTwo,” she said.") == ["One.", "Two,"]
    assert troubles("“One.\nTwo,” she said.") == []


@pytest.mark.parametrize(
    ("text", "expected", "trouble"),
    [
        ("“We go, he said.\nThey left.", ["We go, he said."], [("unclosed-quotation", "“")]),
        ("“We go, he said. “Now,” she said.", ["We go, he said. ", "Now,"], [("unclosed-quotation", "“")]),
        ("They left” early.", [], [("stray-mark", "”")]),
        ("‘We go,” he said.", ["We go,"], [("mismatched-marks", "”")]),
        ("“We go,’ he said.", ["We go,"], [("unclosed-quotation", "“")]),
    ],
)
def test_a_missing_partner_costs_a_warning(text: str, expected: list[str], trouble: list[tuple[str, str]]) -> None:
    assert inner(text) == expected
    assert troubles(text) == trouble


def test_states_of_tokens() -> None:
    text = "He said “we go” ” now ‘not’ here"
    tokens = [(0, 2), (3, 7), (8, 9), (9, 11), (12, 14), (14, 15), (16, 17), (18, 21), (22, 23), (23, 26), (26, 27), (28, 32)]
    assert quote_states(text, paragraphs_of(text), tokens) == [
        OUTSIDE, OUTSIDE, OPENING, INSIDE, INSIDE, CLOSING, STRAY, OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE,
    ]  # fmt: skip


def test_states_take_a_sentence_in_single_marks_for_a_quotation() -> None:
    assert quote_states("‘We go home now’", [Span(0, 16)], [(0, 1), (1, 3), (15, 16)]) == [OPENING, INSIDE, CLOSING]


MARKED = st.text(alphabet="ab .,\n“”\"‘’'«»„1s", max_size=60)


@example("“\n'\",’")
@given(MARKED)
def test_quotations_lie_inside_their_paragraph_and_nest(text: str) -> None:
    paragraphs = paragraphs_of(text)
    quotations, found = read_marks(text, paragraphs)
    for q in quotations:
        assert any(p.covers(q.outer) for p in paragraphs)
        assert q.outer.covers(q.inner)
        assert q.inner.start <= q.inner.end
    for left in quotations:
        for right in quotations:
            if left.outer.overlaps(right.outer) and left is not right:
                assert left.inner.covers(right.outer) or right.inner.covers(left.outer)
    assert all(0 <= t.span.start < t.span.end <= len(text) for t in found)
    assert list(quotations) == sorted(quotations, key=lambda q: q.outer.start)


@given(MARKED)
def test_every_token_has_a_state(text: str) -> None:
    tokens = [(i, i + 1) for i, c in enumerate(text) if not c.isspace()]
    states = quote_states(text, paragraphs_of(text), tokens)
    assert len(states) == len(tokens)
    assert set(states) <= {OUTSIDE, OPENING, INSIDE, CLOSING, STRAY}


@pytest.mark.parametrize("unit", ['"', "“", "'", "” ", "‘a’ ", "“a ", "“a’ ", '1"', "a\n“"])
def test_ten_thousand_marks_take_well_under_a_second(unit: str) -> None:
    text = unit * 10_000
    begin = time.perf_counter()
    read_marks(text, paragraphs_of(text))
    assert time.perf_counter() - begin < 1.5
