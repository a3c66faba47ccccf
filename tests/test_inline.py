"""Articles with inline markup are compared as their readers see them."""

from __future__ import annotations

from crosscheck.inline import as_in_files, blanked
from crosscheck.records import Article, Comparison, Discrepancy, Evidence, Extraction, Furniture, Kind, Severity, Span
from crosscheck.text import INLINE_MARKUP

TEXT = "We will *find* out."
ARTICLE = Article("a", "a.md", TEXT, "0", furniture=(Furniture(Span(8, 9), INLINE_MARKUP), Furniture(Span(13, 14), INLINE_MARKUP)))
PLAIN = Article("b", "b.txt", TEXT, "0")


def test_markup_is_white_space_for_the_comparison():
    assert blanked(Extraction(ARTICLE, (), (), (), ())).article.text == "We will  find  out."
    plain = Extraction(PLAIN, (), (), (), ())
    assert blanked(plain) is plain


def test_evidence_has_the_words_of_the_file():
    finding = Discrepancy("d", Kind.WORDING, Severity.MINOR, "", (Evidence("a", None, 8, 18, ""), Evidence("b", None, 0, 2, "We")))
    compared = Comparison((), (), (), (finding,), ())
    assert [item.text for item in as_in_files(compared, [ARTICLE, PLAIN]).discrepancies[0].spans] == ["*find* out", "We"]
    assert as_in_files(compared, [PLAIN]) is compared
