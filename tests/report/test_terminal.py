"""The text report: whole, readable, and with article text as nothing but text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from crosscheck.records import Entity, Form, Group, Verdict, Warning_
from crosscheck.report import Options, renderer
from tests.builders import bridge_report, make_article, make_report, make_statement

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def render(report, width: int = 100, *, color: bool = False) -> str:
    return renderer("text").render(report, Options(width, color))


def section(text: str, title: str) -> str:
    """Return the lines under a heading."""
    begin = text.index(f"\n{title}")
    end = re.compile(r"\n\n[A-Z]{2,}[A-Z ]+(\(|\n)").search(text, begin + 1)
    return text[begin : end.start() if end else len(text)].strip("\n")


def single(*texts: str) -> object:
    """Make a report of one article whose paragraphs are statements of one source."""
    article = make_article("a", "Title\n\n" + "\n\n".join(texts) + "\n")
    statements = [make_statement(article, text, form=Form.NARRATED) for text in texts]
    groups = [Group(f"g-{number}", item.text, None, (item.id,), ("a",), 1, Verdict.SINGLE_SOURCE) for number, item in enumerate(statements)]
    return make_report(article, statements=statements, groups=groups)


def test_a_substantive_difference_shows_every_wording_with_its_place():
    text = section(render(bridge_report()), "SUBSTANTIVE")
    assert (
        """\
1. There is no plan to close it again
   Ana Ruiz · A B C: 3 sources, 3 independent
   ≠ omission  Words are dropped without a mark: “whatsoever” in A and B; nothing in C.  d-omit
     A gazette.txt:3:30 mixed
       "no plan {whatsoever} to close" the bridge.
     B herald.txt:5:19 direct
       “There is no plan {whatsoever} to close it again,” Ruiz told reporters. “The repairs are
       done.”
     C wire.txt:3:19 direct
       "There is no plan {} to close it again,"
"""
        in text
    )


def test_equal_wordings_stand_together():
    text = section(render(bridge_report()), "MINOR")
    assert "    A gazette.txt:5:1 indirect, B herald.txt:7:1 indirect: Repairs cost {$40 million}\n".replace(":1 ", ":14 ") in text


def test_substantive_comes_before_minor_and_the_summary_last():
    text = render(bridge_report())
    titles = re.findall(r"^([A-Z]{2,}[A-Z ]+)(?: \(\d+\))?$", text, re.M)
    assert titles == [
        "SUBSTANTIVE DIFFERENCES",
        "MINOR DIFFERENCES",
        "CLAIMS IN TWO OR MORE SOURCES",
        "WHO IS QUOTED WHERE",
        "SPELLING VARIANTS",
        "TEXT REUSE",
        "IN ONE SOURCE ONLY",
        "WARNINGS",
        "SUMMARY",
    ]
    assert text.endswith("4 differences: 2 substantive, 2 minor. 1 warning.\n")


def test_the_matrix_tells_sources_and_wordings_apart():
    lines = section(render(bridge_report()), "CLAIMS").splitlines()[-4:]
    assert lines == [
        "A   B   C",
        "≠1  ≠1  ≠2  Ana Ruiz: There is no plan to close it again",
        "≠1  ·   ≠2  Ana Ruiz: Divers found no damage",
        "~1  ~1  ~2  the port authority: Repairs cost $40 million",
    ]


def test_agreements_say_how_many_sources_are_independent():
    report = bridge_report()
    agreed = replace(report.groups[2], verdict=Verdict.AGREEMENT, discrepancies=())
    text = render(replace(report, groups=(agreed,), discrepancies=()))
    assert "= the port authority: Repairs cost $40 million\n    A line 5, B line 7, C line 5: 3 sources, 2 independent  g-cost\n" in text
    assert section(text, "SUBSTANTIVE").endswith("None found.")


def test_what_one_source_has_is_listed_attributed_first():
    assert section(render(bridge_report()), "IN ONE").splitlines()[1:] == [
        "B herald.txt:3:1 indirect  Ana Ruiz: The harbour bridge will reopen on Friday",
        "C wire.txt:5:74 narrated  The ferry stops on Sunday.",
    ]


def test_a_long_list_ends_with_the_number_left_out():
    text = render(single(*(f"Claim number {number}." for number in range(40))))
    assert "IN ONE SOURCE ONLY (40)" in text
    assert "  and 25 more claims; see --format json\n" in text


def test_evidence_is_never_shortened():
    report = bridge_report()
    words = " ".join(f"word{number}" for number in range(200))
    article = replace(report.articles[1], text=report.articles[1].text + words, paragraphs=())
    finding = report.discrepancies[0]
    start = len(report.articles[1].text)
    long = replace(finding.spans[0], start=start, end=len(article.text), text=words)
    report = replace(
        report,
        articles=(report.articles[0], article, report.articles[2]),
        discrepancies=(replace(finding, spans=(long, finding.spans[1])),),
    )
    shown = " ".join(render(report).split())
    assert f"{{{words}}}" in shown


@pytest.mark.parametrize(
    "text",
    [
        "He told [the committee] that it was [sic] done.",
        "It ended [/] there.",
        "A :smile: was seen [bold]boldly[/bold].",
        "[link=https://example.org]a link[/link]",
        "It cost {40} {} million.",
    ],
)
def test_words_that_look_like_markup_are_words(text):
    assert text in render(single(text))
    assert text in ANSI.sub("", render(single(text), color=True))


def test_what_would_steer_the_terminal_is_shown_instead():
    text = render(single("He \x1b[2J\x1b]0;owned\x07 \u202eleft\u2069 \x9b31m it.", "Next."))
    assert "He ␛[2J␛]0;owned␇ \\u202eleft\\u2069 \\u009b31m it." in text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2069]", text)


def test_names_and_messages_are_literal_too():
    article = replace(
        make_article("a", "Title\n\nIt holds.\n"), path="\x1b[2Jevil.txt", publisher="[red]The\x1b[0m Post", headline="\x07Ding"
    )
    text = render(make_report(article, warnings=[Warning_("odd", "Odd \x1b[1m thing", "a", 0, 1)]))
    assert "␛[2Jevil.txt" in text
    assert "[red]The␛[0m Post" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_no_line_is_wider_than_asked(width):
    for line in render(bridge_report(), width).splitlines():
        assert cell_len(line) <= width


def test_without_colour_there_are_no_escapes_and_no_trailing_blanks():
    text = render(bridge_report())
    assert "\x1b" not in text
    assert not re.search(r"[ \t]$", text, re.M)


def test_colour_changes_nothing_but_colour():
    assert ANSI.sub("", render(bridge_report(), color=True)) == render(bridge_report())
    assert "\x1b[1;4;31m{whatsoever}" in render(bridge_report(), color=True)


@pytest.mark.parametrize("variable", ["COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_INTERACTIVE"])
def test_the_environment_makes_no_difference(monkeypatch, variable):
    expected = render(bridge_report())
    monkeypatch.setenv(variable, "60")
    assert render(bridge_report()) == expected


def test_many_sources_are_shown_in_parts():
    articles = [make_article(f"a{number:02}", "Title\n\nIt holds.\n") for number in range(30)]
    statements = [make_statement(article, "It holds.", form=Form.NARRATED) for article in articles]
    group = Group(
        "g", "It holds.", None, tuple(item.id for item in statements), tuple(article.id for article in articles), 30, Verdict.AGREEMENT
    )
    text = render(make_report(*articles, statements=statements, groups=[group]), 80)
    assert max(map(cell_len, text.splitlines())) <= 80
    assert len(re.findall(r"^=.*It holds\.$", section(text, "CLAIMS"), re.M)) == 3
    assert re.search(r"^Y\s+Z\s+AA\s+AB\s+AC\s+AD$", text, re.M)


def test_of_many_sources_speakers_stand_closer_and_each_part_by_itself():
    articles = [make_article(f"s{number:02}", f"Title {number}\n\n“It holds,” Lee said.\n") for number in range(12)]
    statements = [make_statement(article, "It holds,", speaker="Lee", cue="said") for article in articles]
    report = make_report(*articles, statements=statements)
    assert "\nA    B    C    D    E    F    G    H    I    J    K    L\n" in section(render(report), "WHO IS QUOTED")
    narrow = section(render(report, 60), "WHO IS QUOTED").split("\n\n")
    assert [part.splitlines()[-2].split() for part in narrow] == [list("ABCDE"), list("FGHIJ"), list("KL")]
    assert narrow[1] == "F    G    H    I    J\n1(1) 1(1) 1(1) 1(1) 1(1) Lee"


def agreeing(*said: str) -> str:
    """The agreements of a report whose articles each say one of ``said``."""
    articles = [make_article(name, f"Title\n\n{words}\n") for name, words in zip("abcdef", said, strict=False)]
    statements = [make_statement(article, words, form=Form.NARRATED) for article, words in zip(articles, said, strict=True)]
    ids, sources = tuple(item.id for item in statements), tuple(article.id for article in articles)
    group = Group("g-1", said[0], None, ids, sources, len(articles), Verdict.AGREEMENT)
    return section(render(make_report(*articles, statements=statements, groups=[group])), "AGREEMENTS")


def test_an_agreement_in_other_words_shows_the_words_of_each_side():
    assert agreeing("The bridge is shut.", "The crossing was closed.", "“The bridge is SHUT”").splitlines() == [
        "AGREEMENTS (1)",
        "No difference was found between them; where they use other words, each wording is shown.",
        "= The bridge is shut.",
        "    A line 3, B line 3, C line 3: 3 sources, 3 independent  g-1",
        "      A C The bridge is shut.",
        "      B The crossing was closed.",
    ]


def test_an_agreement_word_for_word_is_short():
    assert agreeing("The bridge is shut.", "The bridge is “shut”").splitlines() == [
        "AGREEMENTS (1)",
        "= The bridge is shut.",
        "    A line 3, B line 3: 2 sources, 2 independent  g-1",
    ]


def test_unnamed_speakers_come_last_and_those_heard_in_passing_are_counted():
    text = "Title\n\nLee said no. The store’s said two. The store's said three. Tradition said four. Critics said “five”."
    article = make_article("a", text)
    lee = Entity("e-lee", "Ann Lee", "PERSON", (), ())
    said = [("no", "Ann Lee"), ("two", "The store’s"), ("three", "The store's"), ("four", "Tradition"), ("five", "Critics")]
    statements = [
        make_statement(article, words, speaker=who, form=Form.DIRECT if words == "five" else Form.INDIRECT) for words, who in said
    ]
    shown = section(render(make_report(article, statements=statements, entities=(lee,))), "WHO IS QUOTED").splitlines()
    assert shown[1].endswith("words in quotation marks. Left out: 1")
    assert shown[2:] == ["unnamed speaker of one unquoted statement.", "A", "1      Ann Lee", "2      The store’s", "1 (1)  Critics"]


def test_a_copy_of_another_article_says_so_at_the_top():
    texts = ("Bridge\n\n“It holds,” Lee said.\n", 'Bridge\n\n\n"It  holds," Lee said.\n', "Bridge\n\nNo.\n")
    report = make_report(*(make_article(name, text) for name, text in zip("abc", texts, strict=True)))
    heads = [line for line in render(report).splitlines() if ".txt" in line]
    assert heads == ["A  a.txt  5 words", "B  b.txt  5 words · the same text as A", "C  c.txt  2 words"]


def test_one_source_alone_is_not_said_to_agree():
    text = render(single("It holds."))
    assert text.startswith("crosscheck: 1 source\n")
    assert "\nOne source alone: there is nothing to compare it with.\n" in text
    assert "None found." not in text
