"""Articles with inline markup are compared as their readers see them."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.inline import as_in_files, blanked, blanked_text
from crosscheck.records import Article, Comparison, Discrepancy, Evidence, Extraction, Furniture, Kind, Severity, Span
from crosscheck.report import Options, renderer
from crosscheck.text import INLINE_MARKUP
from tests.builders import evidence, make_article, make_report, make_statement

TEXT = "We will *find* out."
ARTICLE = Article("a", "a.md", TEXT, "0", furniture=(Furniture(Span(8, 9), INLINE_MARKUP), Furniture(Span(13, 14), INLINE_MARKUP)))
PLAIN = Article("b", "b.txt", TEXT, "0")


def test_markup_is_white_space_for_the_comparison():
    assert blanked(Extraction(ARTICLE, (), (), (), ())).article.text == "We will  find  out."
    assert blanked_text(PLAIN) == TEXT
    plain = Extraction(PLAIN, (), (), (), ())
    assert blanked(plain) is plain


def test_evidence_has_the_words_of_the_file():
    finding = Discrepancy("d", Kind.WORDING, Severity.MINOR, "", (Evidence("a", None, 8, 18, ""), Evidence("b", None, 0, 2, "We")))
    compared = Comparison((), (), (), (finding,), ())
    assert [item.text for item in as_in_files(compared, [ARTICLE, PLAIN]).discrepancies[0].spans] == ["*find* out", "We"]
    assert as_in_files(compared, [PLAIN]) is compared


def test_the_terminal_shows_the_words_without_markup():
    text = "Bridge\n\n“We will](https://x.org/a) *find* out,” she said.\n"
    marks = ("](https://x.org/a)", "*")
    at = text.index(marks[0])
    furniture = (Span(at, at + len(marks[0])), *(Span(i, i + 1) for i, char in enumerate(text) if char == "*"))
    article = replace(make_article("a", text), furniture=tuple(Furniture(span, INLINE_MARKUP) for span in furniture))
    said = make_statement(article, "We will", "find", "out,", speaker="Lee")
    finding = Discrepancy("d", Kind.WORDING, Severity.SUBSTANTIVE, "“find” in a.", (evidence(article, said, "find"),))
    shown = renderer("text").render(
        make_report(article, make_article("b", "No"), statements=(said,), discrepancies=(finding,)), Options(100, False)
    )
    assert "       “We will {find} out,”\n" in shown
