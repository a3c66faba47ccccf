"""Titles and their second printing."""

import pytest

from crosscheck.records import Span
from crosscheck.sources.headlines import is_title_again, looks_like_headline, split_site


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bridge closed after cracks found", True),
        ("Is the bridge safe?", True),
        ("Minister backs bridge in D.C.", True),
        ("Minister backs bridge over bay and road to...", True),
        ("The bridge was closed on Monday.", False),
        ("“The bridge is closed.”", False),
        ("She said:", False),
        ("", False),
        ("word " * 60, False),
    ],
)
def test_a_headline_is_short_and_does_not_end_as_a_sentence(line, expected):
    assert looks_like_headline(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bridge closed after cracks found", True),
        ("‘Bridge closed’ after cracks found", True),
        ("Bridge closed after cracks found 1", True),
        ("Bridge closed after cracks found | Bay Post", True),
        ("Bridge closed after cracks", True),
        ("Bridge closed after cracks found, police in the bay area said", False),
        ("The bridge closed after cracks found.", False),
        ("Bridge closed", False),
        ("Cracks found", False),
    ],
)
def test_a_title_printed_again_may_carry_a_few_words_more(line, expected):
    assert is_title_again("Bridge closed after cracks found", line) is expected


@pytest.mark.parametrize(
    ("lines", "title", "site"),
    [
        (["Bridge over bay closed | Harbour", "Text."], "Bridge over bay closed", "Harbour"),
        (["Bridge over bay closed - The Bay Post", "Text."], "Bridge over bay closed", "The Bay Post"),
        (["Bridge over bay closed - Harbourside", "Bridge over bay closed"], "Bridge over bay closed", "Harbourside"),
        (["Bridge over bay closed | World", "Text."], "Bridge over bay closed", None),
        (["Bridge over bay closed - For good", "Text."], "Bridge over bay closed - For good", None),
    ],
)
def test_the_name_of_the_site_is_taken_off_a_title(lines, title, site):
    text = "\n".join(lines)
    spans = [Span(0, len(lines[0])), Span(len(lines[0]) + 1, len(text))]
    span, found = split_site(text, spans[0], spans[1:])
    assert (text[span.start : span.end], found) == (title, site)
