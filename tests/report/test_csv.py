"""The table of statements and findings: whole, and with nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.report import Options, renderer
from crosscheck.report.csv import COLUMNS, cell
from crosscheck.report.literal import literal
from tests.builders import bridge_report, make_article, make_report, make_statement

DANGEROUS = "=+-@\t\r\n＝＋－＠"


def render(report, options: Options = Options()) -> str:  # noqa: B008 - frozen
    return renderer("csv").render(report, options)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_statement_has_a_row_and_a_finding_one_for_each_place():
    found = [(row["record"], row["id"], row["kind"], row["source"], row["text"]) for row in rows(render(bridge_report()))]
    assert len([row for row in found if row[0] == "statement"]) == len(bridge_report().statements)
    assert [row for row in found if row[1] == "d-omit"] == [
        ("finding", "d-omit", "omission", "gazette", "whatsoever"),
        ("finding", "d-omit", "omission", "herald", "whatsoever"),
        ("finding", "d-omit", "omission", "wire", ""),
    ]
    assert ("statement", "s-d9186ae3", "narrated", "wire", "The ferry stops on Sunday.") in found


def test_a_row_says_who_says_it_where_and_what_came_of_it():
    (row,) = [row for row in rows(render(bridge_report())) if (row["id"], row["source"]) == ("d-deny", "wire")]
    assert row == {
        **dict.fromkeys(COLUMNS, ""),
        "record": "finding",
        "id": "d-deny",
        "groups": "g-divers",
        "verdict": "discrepancy",
        "kind": "negation",
        "severity": "substantive",
        "source": "wire",
        "path": "wire.txt",
        "line": "7",
        "column": "14",
        "start": "212",
        "end": "221",
        "form": "indirect",
        "speaker": "Ana Ruiz",
        "polarity": "affirmed",
        "cue": "said",
        "text": "no damage",
        "explanation": "One affirms what another denies: “damage” in gazette; “no damage” in wire.",
        "statement": "s-2c0cba59",
    }


def test_every_row_ends_with_crlf_and_has_all_columns():
    text = render(bridge_report())
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == 1 + len(rows(text))
    assert {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)} == {len(COLUMNS)}


def test_the_byte_order_mark_is_there_where_it_is_asked_for():
    plain = render(bridge_report())
    assert plain.startswith("record,id,")
    assert render(bridge_report(), Options(bom=True)).encode("utf-8") == b"\xef\xbb\xbf" + plain.encode("utf-8")


def test_no_articles_give_the_header_alone():
    assert render(make_report()) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It holds.", "It holds."),
        ("=1+1", "'=1+1"),
        ("+1 555 0100", "'+1 555 0100"),
        ("-2 degrees", "'-2 degrees"),
        ("@SUM(A1:A9)", "'@SUM(A1:A9)"),
        ("\t=1+1", " '=1+1"),
        ("\r=1+1", " '=1+1"),
        ("＝1+1", "'＝1+1"),
        ("'=1+1", "''=1+1"),
        ("'Twas said", "'Twas said"),
        ("well-known, 1+1=2", "well-known, 1+1=2"),
        ("closed; =HYPERLINK(1)", "closed; '=HYPERLINK(1)"),
        ("two\nlines", "two lines"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x00=1", "␀=1"),
        (None, ""),
        (0, "0"),
    ],
)
def test_what_begins_like_a_formula_gets_an_apostrophe(text, written):
    assert cell(text) == written


@given(st.text(st.sampled_from(DANGEROUS + "'\"; ,a1(\x00\u200b\ufeff") | st.characters(exclude_categories=["Cs"]), max_size=30))
def test_no_cell_begins_like_a_formula_even_where_a_row_is_parted_at_semicolons(text):
    for part in cell(text).split(";"):
        assert not part.strip().startswith(tuple(DANGEROUS))
        assert not part.startswith(tuple(DANGEROUS))


@given(st.text(st.sampled_from("=+-@'; a"), max_size=12))
def test_taking_the_apostrophes_away_gives_the_text_back(text):
    assert re.sub(r"(^|;)(\s*'*)'(?=[=+\-@])", r"\1\2", cell(text)) == literal(text)


@given(st.text(st.sampled_from(DANGEROUS + "'\"; ,a1\x1b\u202e"), min_size=1, max_size=20))
def test_text_paths_publishers_and_names_are_all_made_safe(text):
    article = replace(make_article("herald", "Bridge\n\n" + text), path=text + ".txt", publisher=text)
    statement = replace(make_statement(article, text, speaker=text), via=text)
    table = render(make_report(article, statements=[statement]))
    read = list(csv.reader(io.StringIO(table, newline=""), strict=True))
    assert [len(row) for row in read] == [len(COLUMNS)] * 2
    assert not [value for value in read[1] if value.startswith(tuple(DANGEROUS))]
    assert not set("\x1b\u202e\t") & set(table)
