"""Where paragraphs begin and end."""

import pytest

from crosscheck.sources.paragraphs import paragraphs

WRAPPED = """\
Bridge closed

The bridge over the bay was closed to all traffic on Monday after
inspectors found cracks in two of its pillars, the port authority
said in a statement that gave no date for its opening.

Lorries have to take the road around the bay, which is longer by
some forty kilometres and has a steep hill in the middle of it.
"""


def texts(text):
    return [text[span.start : span.end] for span in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\nTwo.\n\nThree.", ["One.", "Two.", "Three."]),
        ("  One. \u00a0\n\u200b\n\ufeffTwo.", ["One.", "Two."]),
        ("", []),
        (" \n\t\n", []),
        ("One.\u2028Still one.", ["One.\u2028Still one."]),
    ],
)
def test_a_paragraph_is_a_line(text, expected):
    assert texts(text) == expected


def test_in_hard_wrapped_text_a_paragraph_is_a_block():
    blocks = texts(WRAPPED)
    assert [block.split()[0] for block in blocks] == ["Bridge", "The", "Lorries"]
    assert blocks[1].count("\n") == 2


def test_lines_of_wrapped_length_that_end_as_sentences_are_paragraphs():
    line = "The bridge over the bay was closed to all traffic late on Monday."
    assert texts(f"{line}\n{line}\n{line}\n{line}\n\n{line}\n{line}") == [line] * 6


def test_without_blank_lines_there_are_no_blocks():
    assert len(texts(WRAPPED.replace("\n\n", "\n"))) == 6
