from __future__ import annotations

from crosscheck.claims import render_check
from crosscheck.claims.notices import word_diff
from crosscheck.records import Form


def test_a_failure_shows_both_places_and_the_words(story):
    story.texts["herald"] = story.texts["herald"].replace("on Friday", "on Sunday")
    story.said.append(("herald", "The bridge will reopen on Sunday", "Ana Ruiz", Form.DIRECT))
    text = render_check(story.check(), width=100).replace(str(story.folder), "FOLDER")
    assert text == (
        "conflict  reopening-day × herald: a difference that matters where none was expected\n"
        "  expected  verbatim: “The bridge will reopen on Friday”\n"
        "  found     conflict (date): “The bridge will reopen on Sunday”\n"
        "  words     The bridge will reopen on [-Friday-] {+Sunday+}\n"
        "  claims    FOLDER/claims.yaml:24:15\n"
        "  source    FOLDER/herald.txt:3:2\n"
        "  edit      24 -       herald: verbatim\n"
        "            24 +       herald:\n"
        "            24 +         verdict: conflict\n"
        '            24 +         quote: "The bridge will reopen on Sunday"\n'
        "            24 +         differs: [date]\n"
        "\n"
        "2 claims × 2 sources: failed: 1 conflict\n"
    )


def test_a_change_of_speaker_names_both(story):
    story.said[0] = (*story.said[0][:2], "Ben Okafor", Form.DIRECT)
    assert "  speaker   expected Ana Ruiz, found Ben Okafor\n" in render_check(story.check())


def test_a_known_gap_is_listed_as_one(story):
    story.claims = story.claims.replace("wire: absent", "wire: verbatim").replace("single-source", "agreement") + "    status: known-gap\n"
    text = render_check(story.check()).replace(str(story.folder), "FOLDER")
    assert text == "known gap: rain (wire lost), FOLDER/claims.yaml:41\n\n2 claims × 2 sources: passed: 1 known gap\n"


def test_a_closed_gap_asks_for_the_mark_to_be_taken_off(story):
    story.claims += "    status: known-gap\n"
    text = render_check(story.check()).replace(str(story.folder), "FOLDER")
    assert "fixed-gap  rain: the known gap is closed\n  claims    FOLDER/claims.yaml:41: take the known-gap status off\n" in text
    assert text.endswith("failed: 1 fixed-gap\n")


def test_all_well_is_one_line(story):
    assert render_check(story.check()) == "2 claims × 2 sources: passed\n"


def test_lines_keep_to_the_width(story):
    story.texts["herald"] = story.texts["herald"].replace("Friday", "Sunday")
    story.said.append(("herald", "The bridge will reopen on Sunday", "Ana Ruiz", Form.DIRECT))
    lines = render_check(story.check(), width=40).splitlines()
    assert all(len(line) <= 40 for line in lines if line.startswith(("  expected", "  found", "  words")))


def test_article_text_cannot_command_the_terminal(story):
    evil = "It rained \x1b[31mall\u202e day."
    story.texts["wire"] += evil
    story.said.append(("wire", evil, None, Form.NARRATED))
    story.claims = story.claims.replace("It rained all day.", "It rained [31mall day.").replace(
        "herald: verbatim\n      wire: absent", "herald: absent\n      wire: absent"
    )
    story.claims = story.claims.replace("      herald: absent\n", "      herald: paraphrase\n")
    text = render_check(story.check(), width=200)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "It rained \ufffd[31mall\ufffd day" in text


def test_the_word_diff_passes_over_typography():
    assert word_diff("That's not “so”.", "That’s not 'so'") == "That’s not 'so'"
    assert word_diff("to order our departure", "ordering our departure") == "[-to order-] {+ordering+} our departure"
    assert word_diff("a b", "a x b") == "a {+x+} b"
