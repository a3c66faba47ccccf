"""A quotation over several paragraphs of which only the first has a mark, and the last the one that closes."""

from __future__ import annotations

from crosscheck.language.marks import read_marks
from crosscheck.records import Span


def spans(*paragraphs: str) -> tuple[str, list[Span]]:
    """The paragraphs as one text, with their spans."""
    found, start = [], 0
    for paragraph in paragraphs:
        found.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 1
    return "\n".join(paragraphs), found


def test_paragraphs_without_marks_belong_to_the_quotation_that_closes_after_them() -> None:
    text, paragraphs = spans('"The boat is free.', "It may leave.", 'It may come back."', "The harbour is full.")
    quotations, troubles = read_marks(text, paragraphs)
    assert [text[q.inner.start : q.inner.end] for q in quotations] == ["The boat is free.", "It may leave.", "It may come back."]
    assert [q.continues for q in quotations] == [False, True, True]
    assert not troubles


def test_a_mark_without_partner_ends_with_its_paragraph() -> None:
    text, paragraphs = spans('"The boat is free.', "It may leave.", 'He called it "a wreck".')
    quotations, _ = read_marks(text, paragraphs)
    assert [text[q.inner.start : q.inner.end] for q in quotations] == ["The boat is free.", "a wreck"]
