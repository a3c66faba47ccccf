"""Markdown articles."""

import pytest

from crosscheck.sources.markdown import read_markdown
from crosscheck.text import INLINE_MARKUP


def marked(text):
    return [text[mark.span.start : mark.span.end] for mark in read_markdown(text).markup]


def test_the_title_is_the_first_heading_without_its_marker():
    draft = read_markdown("# Bridge closed\n\nThe bridge is closed.\n")
    assert draft.title is not None
    assert (draft.title.text, draft.title.start) == ("Bridge closed", 2)
    assert draft.text.startswith("# Bridge")


@pytest.mark.parametrize(
    "text", ["Bridge closed\n=====\n\nText.", "---\ntitle: 'Bridge closed'\n---\nText.", "## Bay\n\n# Bridge closed #\n"]
)
def test_other_ways_to_mark_a_title(text):
    title = read_markdown(text).title
    assert title is not None
    assert title.text == text[title.start : title.end] == "Bridge closed"


def test_front_matter_gives_metadata_and_is_marked():
    text = '---\ntitle: Bridge closed\ndate: 2021-05-03\nauthor: Jo\npublisher: "Bay Post"\n---\nText.'
    draft = read_markdown(text)
    assert (draft.published, draft.publisher) == ("2021-05-03", "Bay Post")
    assert marked(text) == ["---", "title: ", "date: 2021-05-03", "author: Jo", 'publisher: "Bay Post"', "---"]


def test_what_stands_inside_a_sentence_is_told_apart():
    text = "# A *new* dam\n\n> It **holds**, [she](https://example.org/_a_) said.\n"
    assert [(text[mark.span.start : mark.span.end], mark.rule) for mark in read_markdown(text).markup] == [
        ("# ", "markdown"),
        ("*", INLINE_MARKUP),
        ("*", INLINE_MARKUP),
        ("> ", "markdown"),
        ("**", INLINE_MARKUP),
        ("**", INLINE_MARKUP),
        ("[", INLINE_MARKUP),
        ("](https://example.org/_a_)", INLINE_MARKUP),
    ]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("See [the letter](https://example.org/a) now.", ["[", "](https://example.org/a)"]),
        ("![A bridge](b.png)\n", ["![A bridge](b.png)"]),
        ("It is **not** closed.", ["**", "**"]),
        ("> “No,” she said.", ["> "]),
        ("* First\n* Second", ["* ", "* "]),
        ("One\n\n---\n\nTwo", ["---"]),
        ("Five * three stars", []),
        ("snake_case_name stays", []),
        ("---\nno end of front matter", ["---"]),
    ],
)
def test_markup_is_marked_and_words_are_not(text, marks):
    assert marked(text) == marks
