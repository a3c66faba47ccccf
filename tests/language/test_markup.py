"""Markdown inside sentences is read over, and what is found stands where the file has it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crosscheck.language.markup import Unmarked
from crosscheck.records import Article, Extraction, Form, Furniture, Span, Speaker, Statement, TextSpan, Word
from crosscheck.sources.markdown import read_markdown
from crosscheck.sources.paragraphs import paragraphs
from crosscheck.text import INLINE_MARKUP


def article(text: str) -> Article:
    draft = read_markdown(text)
    return Article("a", "a.md", text, "0", title=draft.title, paragraphs=paragraphs(text, draft.starts), furniture=draft.markup)


def unmarked(text: str) -> Unmarked:
    found = Unmarked.of(article(text))
    assert found is not None
    return found


def content(text: str, words: str) -> list[str]:
    """The words of the file for a statement of ``words`` in the text as it is read."""
    found = unmarked(text)
    start = found.article.text.index(words)
    statement = Statement("s", "a", Form.NARRATED, (Span(start, start + len(words)),), words)
    (restored,) = found.restored(Extraction(found.article, (statement,), (), (), ())).statements
    assert restored.text == " ".join(text[span.start : span.end] for span in restored.content)
    return [text[span.start : span.end] for span in restored.content]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("“We will *find* out,” she said.", "“We will find out,” she said."),
        ("“We will __not__ go,” said **Ann Lee**.", "“We will not go,” said Ann Lee."),
        ("[Ann Lee](https://example.org/_lee_) said so.", "Ann Lee said so."),
        ("See [the dam](https://example.org/dam_(east)), she said.", "See the dam, she said."),
        ("A dam ![The dam](dam.png) broke.", "A dam  broke."),
        ("# A *new* dam\n\nIt broke.", "# A new dam\n\nIt broke."),
    ],
)
def test_the_text_is_read_without_markup(text, read):
    assert unmarked(text).article.text == read


def test_an_article_without_markup_is_read_as_it_is():
    assert Unmarked.of(article("# Dam\n\n“It holds,” she said.")) is None


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("We will *find* out.", "We will find out", ["We will", "find", "out"]),
        ("The *dam* holds.", "dam", ["dam"]),
        ("Pay [40 million](https://x.org/a), and soon.", "Pay 40 million, and soon", ["Pay", "40 million", "and soon"]),
        ("It is un*believ*able.", "It is unbelievable", ["It is un*believ*able"]),
        ("[A dam](https://x.org/a) broke.", "A dam broke", ["A dam", "broke"]),
    ],
)
def test_content_stands_in_pieces_around_markup(text, words, pieces):
    assert content(text, words) == pieces


def test_speaker_cue_and_place_are_those_of_the_file():
    text = "# Dam\n\n**“It holds,”** [Ann Lee](https://x.org/lee) *said*."
    found, speaker = unmarked(text), "Ann Lee"

    def at(words: str) -> TextSpan:
        start = found.article.text.index(words)
        return TextSpan(start, start + len(words), words)

    said = at("It holds,")
    statement = Statement(
        "s",
        "a",
        Form.DIRECT,
        (said.span,),
        said.text,
        (said.span,),
        at("said"),
        Speaker(speaker, at(speaker), "name"),
        line=3,
        column=2,
    )
    (restored,) = found.restored(Extraction(found.article, (statement,), (), (), ())).statements
    pieces = [restored.cue, restored.speaker and restored.speaker.mention]
    assert [(piece.text, text[piece.start : piece.end]) for piece in pieces if piece] == [("said", "said"), ("Ann Lee", "Ann Lee")]
    assert (restored.line, restored.column) == (3, 4)
    assert [text[span.start : span.end] for span in restored.quoted] == ["It holds,"]


PARTS = ("dam", "*dam*", "[dam](u)", "**the** dam", "\n\n", " ", ", ", "“", "”", "![a](b)", "un*do*ne")


@given(st.lists(st.sampled_from(PARTS), max_size=9))
@example(["![a](b)", " ", "![a](b)"])
def test_words_go_there_and_back(parts):
    text = "".join(parts)
    found = Unmarked.of(article(text))
    if found is None:
        return
    short = found.article.text
    holes = "".join(text[item.span.start : item.span.end] for item in found.original.furniture if item.rule == INLINE_MARKUP)
    assert len(short) + len(holes) == len(text)
    words = [Word(at, at + 1, char, char, "") for at, char in enumerate(short) if not char.isspace()]
    restored = found.restored(Extraction(found.article, (), (), tuple(words), ())).words
    assert [word.text for word in restored] == [word.lemma for word in words]
    assert all(short[span.start : span.end].strip() for span in found.article.paragraphs)


def test_a_furniture_paragraph_stays_furniture():
    text = "Photo: *Ann* Lee\n\nIt *holds*."
    marked = article(text)
    found = Unmarked.of(
        Article("a", "a.md", text, "0", paragraphs=marked.paragraphs, furniture=(Furniture(Span(0, 16), "credit"), *marked.furniture[2:]))
    )
    assert found is not None
    assert [found.article.text[item.span.start : item.span.end] for item in found.article.furniture] == ["Photo: *Ann* Lee"]
