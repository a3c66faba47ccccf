"""``-o [FORMAT:]FILE``: which format goes where, several at once, and the exports from the command line."""

from __future__ import annotations

import csv
import io
import json

import pytest

from crosscheck.cli.outputs import Target, targets
from crosscheck.errors import UsageError

FORMATS = ("text", "json", "csv")
SUFFIXES = {".json": "json", ".csv": "csv"}


@pytest.mark.parametrize(
    ("given", "asked", "expected"),
    [
        ([], False, [("text", None)]),
        (["-"], False, [("text", None)]),
        (["a.csv"], False, [("csv", "a.csv")]),
        (["a.CSV"], False, [("csv", "a.CSV")]),
        (["a.csv"], True, [("text", "a.csv")]),
        (["a.dat"], True, [("text", "a.dat")]),
        (["a"], False, [("text", "a")]),
        (["text:a.dat", "a.csv"], False, [("text", "a.dat"), ("csv", "a.csv")]),
        (["json:a.csv"], True, [("json", "a.csv")]),
        (["json:-"], False, [("json", None)]),
        (["json:"], False, [("json", None)]),
        (["C:a.csv"], False, [("csv", "C:a.csv")]),
        (["-", "a.csv", "json:b"], True, [("text", None), ("csv", "a.csv"), ("json", "b")]),
    ],
)
def test_the_format_is_the_one_named_or_that_of_the_suffix(given, asked, expected):
    assert targets(given, FORMATS, SUFFIXES, "text", asked=asked) == tuple(Target(*item) for item in expected)


@pytest.mark.parametrize("given", [["-", "json:-"], ["a.csv", "json:a.csv"], ["a.csv", "./a.csv"], ["a.csv", "b/../a.csv"]])
def test_two_outputs_in_one_place_are_an_error(given):
    with pytest.raises(UsageError, match="two outputs go to the same place"):
        targets(given, FORMATS, SUFFIXES, "text", asked=False)


def test_a_format_that_does_not_exist_is_no_file_name():
    with pytest.raises(UsageError, match='there is no format "xml"') as caught:
        targets(["xml:a"], FORMATS, SUFFIXES, "text", asked=False)
    assert caught.value.hint == "formats: text, json, csv; write ./xml:a for a file of that name"
    assert targets(["./xml:a"], FORMATS, SUFFIXES, "text", asked=False) == (Target("text", "./xml:a"),)


@pytest.mark.parametrize("given", [["a.html"], ["-", "a.pdf"], ["a.csv", "b.xlsx"]])
def test_a_suffix_that_names_no_format_is_an_error(given):
    with pytest.raises(UsageError, match="names no format") as caught:
        targets(given, FORMATS, SUFFIXES, "text", asked=False)
    assert caught.value.hint == "known suffixes: .json (json), .csv (csv); --format names the format of a file with any other"


@pytest.fixture
def story(tmp_path, plain_language, monkeypatch):
    folder = tmp_path / "story"
    folder.mkdir()
    for name, text in (("herald", "Bridge opens\n\n“It holds.” That was all.\n"), ("wire", "Bridge to open\n\nShe said: “It holds.”\n")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_one_run_writes_several_formats(crosscheck, story):
    outputs = ("-o", "-", "-o", "a.jsonld", "-o", "schema-org:b.jsonld", "-o", "c.csv", "-o", "d.json")
    code, out, err = crosscheck("report", "story", *outputs)
    assert code == 0
    assert out.startswith("crosscheck: 2 sources\n")
    assert err == "wrote a.jsonld\nwrote b.jsonld\nwrote c.csv\nwrote d.json\n"
    assert json.loads((story / "a.jsonld").read_text(encoding="utf-8"))["type"] == "AnnotationCollection"
    assert json.loads((story / "b.jsonld").read_text(encoding="utf-8"))["@context"] == "https://schema.org"
    assert json.loads((story / "d.json").read_text(encoding="utf-8"))["schema"] == "crosscheck.report/1"
    assert (story / "c.csv").read_bytes().startswith(b"record,id,groups,verdict,")


@pytest.mark.parametrize("name", ["annotations", "schema-org"])
def test_an_export_goes_to_standard_output_alone(crosscheck, story, name):
    code, out, _ = crosscheck("report", "story", "-f", name)
    assert code == 0
    assert "@context" in json.loads(out)


def test_the_table_keeps_its_line_ends_and_gets_a_byte_order_mark_when_asked(crosscheck, story):
    assert crosscheck("report", "story", "-q", "--csv-bom", "-o", "a.csv").code == 0
    assert crosscheck("report", "story", "-q", "-o", "b.csv").code == 0
    marked, plain = (story / "a.csv").read_bytes(), (story / "b.csv").read_bytes()
    assert marked == b"\xef\xbb\xbf" + plain
    assert plain.count(b"\n") == plain.count(b"\r\n") > 1
    assert [row["text"] for row in csv.DictReader(io.StringIO(plain.decode(), newline=""))][:1] == ["It holds."]


def test_two_outputs_to_one_file_write_nothing(crosscheck, story):
    code, out, err = crosscheck("report", "story", "-o", "a.csv", "-o", "json:a.csv")
    assert (code, out) == (2, "")
    assert "two outputs go to the same place" in err
    assert not (story / "a.csv").exists()


def test_extract_has_no_exports(crosscheck, story, monkeypatch):
    assert crosscheck("extract", "story", "-f", "csv").code == 2
    monkeypatch.setenv("CROSSCHECK_FORMAT", "csv")
    code, out, _ = crosscheck("extract", "story")
    assert (code, "It holds." in out, out.startswith("{")) == (0, True, False)


@pytest.mark.parametrize(
    ("command", "name", "suffix"),
    [
        ("report", "out.html", ".html"),
        ("report", "out.pdf", ".pdf"),
        ("report", "story.xlsx", ".xlsx"),
        ("extract", "out.csv", ".csv"),
        ("check", "out.html", ".html"),
    ],
)
def test_a_file_whose_suffix_means_no_format_is_not_written(crosscheck, story, command, name, suffix):
    code, out, err = crosscheck(command, "story", "-o", name)
    assert (code, out) == (2, "")
    assert err.startswith(f'error[usage]: the suffix "{suffix}" of {name} names no format\n  help: known suffixes: .')
    assert not (story / name).exists()


def test_a_format_that_is_given_goes_with_any_suffix(crosscheck, story, monkeypatch):
    assert crosscheck("report", "story", "-f", "text", "-o", "out.dat") == (0, "", "wrote out.dat\n")
    assert crosscheck("extract", "story", "-f", "jsonl", "-o", "out.dat") == (0, "", "wrote out.dat\n")
    monkeypatch.setenv("CROSSCHECK_FORMAT", "json")
    assert crosscheck("report", "story", "-o", "out.dat") == (0, "", "wrote out.dat\n")
    assert (story / "out.dat").read_text(encoding="utf-8").startswith("{")


def test_every_command_says_what_it_wrote(crosscheck, story):
    assert crosscheck("extract", "story", "-o", "a.jsonl") == (0, "", "wrote a.jsonl\n")
    assert crosscheck("draft", "story", "-o", "claims.yaml") == (0, "", "wrote claims.yaml\n")
    assert crosscheck("draft", "story", "-q", "-o", "quiet.yaml") == (0, "", "")


@pytest.mark.parametrize("name", ["story/report.json", "story/report.txt", "story/report.jsonl"])
def test_a_report_among_the_articles_is_no_source_and_may_be_written_again(crosscheck, story, name):
    assert crosscheck("report", "story", "-q", "-o", name) == (0, "", "")
    assert crosscheck("report", "story", "--list-sources").out == "herald.txt\nwire.txt\n"
    assert crosscheck("report", "story", "-q", "-o", name) == (0, "", "")
    assert crosscheck("report", "story").out.startswith("crosscheck: 2 sources\n")
