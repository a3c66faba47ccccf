"""What is page furniture, and what is not."""

import pytest

from crosscheck.sources.furniture import read_page
from crosscheck.sources.paragraphs import paragraphs

TITLE = "Bridge over bay closed after cracks found"
BODY = (
    "The bridge over the bay was closed to all traffic on Monday after inspectors found cracks in two of its pillars, "
    "the port said in a statement."
)
MORE = "Lorries have to take the road around the bay, which is longer by some forty kilometres."


def page(*lines):
    text = "\n".join(lines)
    return text, read_page(text, paragraphs(text))


def marks(*lines):
    text, found = page(*lines)
    return [(mark.rule, text[mark.span.start : mark.span.end]) for mark in found.furniture]


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("caption", "The bridge seen from the north bank on Monday. Photo: Jo Bloggs / AFP"),
        ("caption", "The bridge seen from the north bank on May 3, 2021.Credit: Jo Bloggs/Reuters"),
        ("caption", "The bridge seen from the north bank. (Photo by Jo Bloggs/Getty Images)"),
        ("caption", "FILE PHOTO: The bridge is seen from the north bank"),
        ("caption", "Featured image adapted from Bay Port on Facebook."),
        ("caption", "The bridge on Monday. (Bay Post/Jo Bloggs)"),
        ("caption", "Pictured: the bridge on Monday"),
        ("caption", "The bridge, in 2019. via REUTERS"),
        ("caption", "Picture for illustration purposes only"),
        ("share-buttons", "Share on FacebookShare on Twitter"),
        ("share-buttons", "Send by e-mail Print"),
        ("promo", "Join our WhatsApp channel for the latest news"),
        ("promo", "Sign up for the Bay newsletter"),
        ("promo", "Listen: Why old bridges fall. Ep. 12"),
        ("promo", "Download the new Bay app today."),
        ("prompt", "Tap the bell icon to follow this topic:"),
        ("layout", "-- : --"),
        ("layout", "---"),
        ("comment-policy", "Post a comment"),
        ("comment-policy", "The Bay Post moderates all comments."),
        ("related-links", "Also read: Why old bridges fall"),
        ("related-links", "READ MORE: Port chief to step down"),
        ("related-links", "More on this topic"),
        ("byline", "By Jo Bloggs and Ann Other"),
        ("byline", "Photo of author"),
        ("byline", "(Reporting by Jo Bloggs; Editing by Ann Other)"),
        ("byline", "Jo Bloggs is a transport correspondent at the Bay Post."),
        ("copyright", "© 2021 Bay Post. All rights reserved."),
        ("contact", "Got a story? Get in touch with us via email"),
        ("contact", "jo.bloggs@bay.example"),
        ("advertisement", "Story continues below advertisement"),
        ("section-label", "World"),
        ("embed", "— Bay Port (@bayport) May 3, 2021"),
        ("embed", "The bridge is closed. pic.twitter.com/abcDEF"),
        ("timestamp", "Published: 3 May 2021, 10:40"),
        ("timestamp", "Jan 5, 2020 | 14:03"),
        ("timestamp", "Last updated on May 3, 2021 at 10:40 AM"),
        ("timestamp", "3 hours ago"),
        ("tags", "Tags: bridge, port"),
        ("provenance", "This article was first published in the Bay Post."),
        ("provenance", "Editor's note: An earlier version gave a wrong date."),
    ],
)
def test_rules_for_one_paragraph(rule, line):
    assert marks(TITLE, BODY, line) == [(rule, line)]


@pytest.mark.parametrize(
    "line",
    [
        "“Join our WhatsApp group,” the message to the parents said.",
        "The port shared a photo: “The bridge is closed.”",
        "He told them to click on the link in the message.",
        "The researchers published their findings on May 3, 2021, in a journal of engineering.",
        "She has worked as a journalist at the paper since 2003, when the bridge was built.",
        "A spokesman did not respond to a request for comment.",
        "The book is under copyright until 2040.",
        "Share prices of the port fell by five per cent.",
        "By Monday evening the bridge was closed.",
        "Related companies of the port paid for the work.",
        "The minister, pictured in the paper with the contractor, denied it.",
        "In business, as in politics, timing is all.",
        "He read the letter: it was a draft.",
        "More on Monday’s vote was to follow, officials said.",
        "Advertisements for the bridge ran in May.",
        "OK.",
    ],
)
def test_the_articles_own_sentences_are_not_marked(line):
    assert marks(TITLE, BODY, line) == []


def test_a_headline_may_begin_as_a_link_does():
    _, found = page("Watch: Bridge over bay closed", BODY)
    assert found.title is not None
    assert found.title.text == "Watch: Bridge over bay closed"


def test_the_title_follows_section_and_picture():
    _, found = page("World", "The bridge. Photo: Jo Bloggs / AFP", TITLE, BODY)
    assert found.title is not None
    assert found.title.text == TITLE


@pytest.mark.parametrize("lines", [(BODY, MORE), ("World", "OSLO – " + BODY, MORE), (TITLE,), ()])
def test_a_text_may_have_no_title(lines):
    assert page(*lines)[1].title is None


def test_a_title_printed_again_and_the_section_between():
    assert marks(TITLE + " - The Bay Post", "Harbour", TITLE, BODY) == [
        ("site-name", " - The Bay Post"),
        ("section-label", "Harbour"),
        ("repeated-title", TITLE),
    ]


def test_a_caption_printed_first_without_its_credit():
    caption = "The bridge seen from the north bank on Monday."
    assert marks(TITLE, caption, caption + " Credit: Jo Bloggs/AP", BODY) == [
        ("caption", caption),
        ("caption", caption + " Credit: Jo Bloggs/AP"),
    ]


def test_a_comment_section_runs_as_far_as_it_speaks_of_comments():
    policy = "To be approved, your comments must meet our guidelines."
    limits = "We will not tolerate the following: profanity, threats or abuse."
    assert marks(TITLE, BODY, "Comments", policy, limits, MORE) == [
        ("comment-policy", "Comments"),
        ("comment-policy", policy),
        ("comment-policy", limits),
    ]


def test_links_follow_their_heading_and_end_at_a_sentence():
    assert marks(TITLE, BODY, "Related stories", "Port chief to step down", "Will the tunnel be built?", MORE) == [
        ("related-links", "Related stories"),
        ("related-links", "Port chief to step down"),
        ("related-links", "Will the tunnel be built?"),
    ]


def test_names_between_title_and_date():
    assert [rule for rule, _ in marks(TITLE, "Jo Bloggs", "The Bay Post", "May 3, 2021", BODY)] == ["byline", "byline", "timestamp"]


def test_a_dateline_is_a_part_of_its_paragraph():
    assert marks(TITLE, "OSLO, Norway (AP) — " + BODY) == [("dateline", "OSLO, Norway (AP) — ")]


def test_turns_of_a_transcript_are_not_datelines():
    assert marks(TITLE, "MODERATOR: The bridge is closed now.", "MINISTER: It will open again.") == []


def test_an_agencys_name_behind_the_last_word():
    assert marks(TITLE, BODY, MORE + " — Reuters") == [("sign-off", "— Reuters")]
    assert marks(TITLE, BODY, "–IANS") == [("sign-off", "–IANS")]


@pytest.mark.parametrize("line", ["A long way round", "'A LONG WAY ROUND'", "Will it open again?"])
def test_headings_inside_the_article(line):
    assert marks(TITLE, BODY, line, MORE) == [("crosshead", line)]


@pytest.mark.parametrize("line", ["“A long way round”", "She added:", "It is long."])
def test_short_lines_that_are_no_headings(line):
    assert marks(TITLE, BODY, line, MORE) == []


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ((TITLE, "Published: 3 May 2021, 10:40", BODY), "2021-05-03"),
        ((TITLE, "Last updated: 4 May 2021", "Published: 3 May 2021", BODY), "2021-05-03"),
        ((TITLE, "May 3, 2021", BODY), "2021-05-03"),
        ((TITLE, BODY, "Published 3 May 2021"), "2021-05-03"),
        ((TITLE, BODY, "Other headline", "May 3, 2021"), None),
        ((TITLE, "The bridge was opened on May 3, 2011.", BODY), None),
        ((TITLE, "(Bay.example — May 3, 2021) — " + BODY), "2021-05-03"),
    ],
)
def test_the_date_of_publication_is_the_pages_not_the_storys(lines, published):
    assert page(*lines)[1].published == published
