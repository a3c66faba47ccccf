"""Every command: its help, its exit codes, and which stream says what."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import crosscheck.pipeline as crosscheck_pipeline
from crosscheck.cli.app import COMMANDS, group
from crosscheck.cli.console import line_width
from tests.builders import bridge_report

HERALD = "Bridge opens\n\n“We are done,” she said.\n\n“It holds.” That was all.\n"
WIRE = "Bridge to open\n\nShe said: “It holds.”\n"


@pytest.fixture
def articles(tmp_path, plain_language):
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "herald.txt").write_text(HERALD, encoding="utf-8")
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    return folder


@pytest.fixture
def bridge(articles, monkeypatch):
    """Make every report the one of the bridge."""
    monkeypatch.setattr(crosscheck_pipeline, "cross_check", lambda *args, **more: bridge_report())
    return articles


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples(crosscheck, name):
    for flag in ("-h", "--help"):
        code, out, err = crosscheck(name, flag)
        assert (code, err) == (0, "")
        assert f"Usage: crosscheck {name}" in out
        assert f"crosscheck {name}" in out.partition("Examples:")[2]


def test_help_of_the_program_lists_every_command_and_the_exit_codes(crosscheck):
    code, out, err = crosscheck("--help")
    assert (code, err) == (0, "")
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\w", out, re.M)
        command = group.get_command(click.Context(group), name)
        assert command is not None
        assert command.get_short_help_str(200).endswith(".")
    assert "Exit codes: 0 done" in out
    assert "crosscheck report seeds/" in out


def test_the_bare_call_shows_help_and_fails(crosscheck):
    code, out, err = crosscheck()
    assert (code, out) == (2, "")
    assert "Usage: crosscheck" in err


@pytest.mark.parametrize(
    ("args", "message", "hint"),
    [
        (["reprt", "x"], "error[usage]: No such command 'reprt'. Did you mean 'report'?", "see 'crosscheck --help'"),
        (
            ["seeds/"],
            "error[usage]: No such command 'seeds/'. To cross-check articles: crosscheck report seeds/",
            "see 'crosscheck --help'",
        ),
        (["report"], "error[usage]: Missing argument 'PATHS...'", "see 'crosscheck report --help'"),
        (["report", "x", "--fromat", "json"], "error[usage]: No such option '--fromat'. Did you mean '--format'?", "report --help"),
        (["report", "x", "-f", "yaml"], "'yaml' is not one of 'text', 'json', 'jsonl'", "report --help"),
        (["report", "x", "--width", "3"], "3 is not in the range x>=40", "report --help"),
        (["report", "x", "--encoding", "utf-9"], "error[invalid-setting]: --encoding: no such text encoding: 'utf-9'", "for example utf-8"),
        (["schema", "reports"], "error[unknown-schema]: there is no schema 'reports'", "the schemas are claims, extract, report"),
        (["explain", "x"], "error[usage]: explain needs either PATHS or --report FILE", "explain --help"),
        (["accept"], "error[usage]: accept needs either ids of claims or --all", "accept --help"),
        (["accept", "x", "--all"], "error[usage]: accept needs either ids of claims or --all", "accept --help"),
    ],
)
def test_a_wrong_command_line_says_how_to_mend_it(crosscheck, args, message, hint):
    code, out, err = crosscheck(*args)
    assert (code, out) == (2, "")
    assert message in err
    assert hint in err.splitlines()[-1]
    assert err.splitlines()[-1].startswith("  help: ")


def test_report_writes_the_report_to_standard_output_and_nothing_else(crosscheck, articles):
    code, out, err = crosscheck("report", articles)
    assert (code, err) == (0, "")
    assert out.startswith("crosscheck: 2 sources\n")
    assert "It holds." in out


def test_report_as_json_names_paths_relative_to_the_input(crosscheck, articles):
    code, out, err = crosscheck("report", articles, "--format", "json")
    assert (code, err) == (0, "")
    assert [source["path"] for source in json.loads(out)["sources"]] == ["herald.txt", "wire.txt"]
    assert str(articles) not in out


def test_the_articles_of_one_file_are_told_apart_by_their_number(crosscheck, tmp_path, plain_language):
    file = tmp_path / "wires.json"
    file.write_text(
        json.dumps([{"title": "One", "text": "“It holds.”"}, {"title": "Two", "body": "She said:\n“It holds.”"}]), encoding="utf-8"
    )
    code, out, err = crosscheck("report", file)
    assert (code, err) == (0, "")
    assert re.findall(r"^([AB])  (\S+)", out, re.M) == [("A", "wires.json#1"), ("B", "wires.json#2")]
    assert "  wires.json#2:2:2 direct" in crosscheck("extract", file).out
    sources = json.loads(crosscheck("report", file, "-f", "json").out)["sources"]
    assert [(source["path"], source["number"]) for source in sources] == [("wires.json", 1), ("wires.json", 2)]
    assert (
        "wires.json#1:1:2" in crosscheck("explain", json.loads(crosscheck("report", file, "-f", "json").out)["groups"][0]["id"], file).out
    )


def test_the_order_of_the_paths_makes_no_difference(crosscheck, articles):
    a, b = articles / "herald.txt", articles / "wire.txt"
    assert crosscheck("report", a, b, "-f", "json").out == crosscheck("report", b, a, "-f", "json").out


def test_standard_input_is_read_for_a_dash(articles):
    probe = "import sys; from crosscheck.cli import run; sys.exit(run(['report', '-', '--list-sources']))"
    done = subprocess.run([sys.executable, "-c", probe], input=HERALD, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "-\n", "")


def test_list_sources_reads_nothing(crosscheck, articles, monkeypatch):
    monkeypatch.setattr(
        sys.modules["crosscheck.language"], "load_pipeline", lambda model, device="cpu": pytest.fail("the model was loaded")
    )
    assert crosscheck("report", articles, "--list-sources") == (0, "herald.txt\nwire.txt\n", "")


@pytest.mark.parametrize("more", [(), ("--list-sources",)])
def test_files_that_are_not_read_are_told_once(crosscheck, articles, more):
    for name in ("letter.pdf", "notes.pdf", "talk.docx"):
        (articles / name).write_bytes(b"%PDF-1.4")
    assert crosscheck("report", articles, *more)[::2] == (0, "note: 3 files were not read, by the suffix: 1 .docx, 2 .pdf\n")
    assert crosscheck("report", articles, "-q", *more).err == ""


def test_a_file_takes_the_format_of_its_suffix_and_appears_whole(crosscheck, articles, tmp_path):
    target = tmp_path / "report.json"
    code, out, err = crosscheck("report", articles, "-o", target)
    assert (code, out, err) == (0, "", f"wrote {target}\n")
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "crosscheck.report/1"
    assert {item.name for item in tmp_path.iterdir()} == {"story", "report.json"}


def test_a_format_that_is_given_wins_over_the_suffix(crosscheck, articles, tmp_path):
    target = tmp_path / "report.json"
    assert crosscheck("report", articles, "-q", "-f", "text", "-o", target) == (0, "", "")
    assert target.read_text(encoding="utf-8").startswith("crosscheck: 2 sources")


def test_a_result_that_cannot_be_written_is_an_error(crosscheck, articles, tmp_path):
    target = tmp_path / "nowhere" / "report.txt"
    for command in ("report", "extract", "draft"):
        code, out, err = crosscheck(command, articles, "-o", target)
        assert (code, out) == (2, "")
        assert err == (
            f"error[cannot-write]: cannot write the result: the folder {target.parent} does not exist\n"
            f"  --> {target}\n  help: make the folder first\n"
        )


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device")
@pytest.mark.parametrize("command", ["report", "extract"])
def test_an_article_is_never_written_over(crosscheck, articles, command):
    target = next(path for path in sorted(Path(articles).iterdir()) if path.suffix == ".txt")
    before = target.read_bytes()
    done = crosscheck(command, str(articles), "-o", str(target))
    assert (done.code, target.read_bytes()) == (2, before)
    assert "is one of the files that are read" in done.err


def test_a_device_is_written_to_and_not_replaced(crosscheck, articles):
    assert crosscheck("report", articles, "-q", "-o", "/dev/null").code == 0
    assert not Path("/dev/null").is_file()


def test_where_one_input_cannot_be_read_the_rest_is_reported_and_the_code_is_2(crosscheck, articles):
    (articles / "latin.txt").write_bytes("Title\n\nCaf\xe9\n".encode("latin-1"))
    code, out, err = crosscheck("report", articles, articles / "missing.txt")
    assert code == 2
    assert out.startswith("crosscheck: 2 sources\n")
    assert "latin.txt:3" in err
    assert "missing.txt" in err
    assert err.count("error[") == 2


def test_where_nothing_can_be_read_there_is_no_report(crosscheck, tmp_path, plain_language):
    (tmp_path / "latin.txt").write_bytes(b"Caf\xe9\n")
    code, out, err = crosscheck("report", tmp_path / "latin.txt")
    assert (code, out) == (2, "")
    assert "--encoding" in err
    assert crosscheck("report", tmp_path / "latin.txt", "--encoding", "cp1252").code == 0


@pytest.mark.parametrize("command", ["report", "extract"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 8),
        ("marks.txt", b"Title\n\n" + b'"' * 10_000),
        ("curly.txt", ("Title\n\n" + "“" * 10_000).encode()),
        ("long.txt", b"word " * 200_000),
        ("broken.json", b'{"title": "T", '),
        ("wrong.json", b'{"titel": "T"}'),
        ("broken.jsonl", b'{"title": "T", "text": "Body."}\nnot json\n'),
    ],
)
def test_bad_input_is_an_error_or_a_warning_and_never_a_traceback(crosscheck, tmp_path, plain_language, command, name, content):
    (tmp_path / name).write_bytes(content)
    code, out, err = crosscheck(command, tmp_path / name, "-f", "jsonl")
    assert "Traceback" not in out + err
    assert "internal" not in err
    assert (code == 2 and "error[" in err) or (code == 0 and ("warning[" in err or '"type": "warning"' in out or name in ("marks.txt",)))


def test_no_input_is_never_a_success(crosscheck, tmp_path):
    for path in (tmp_path, tmp_path / "nothing.txt"):
        code, out, err = crosscheck("report", path)
        assert (code, out) == (2, "")
        assert err.startswith("error[")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_path_is_an_error(crosscheck, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("x", encoding="utf-8")
    secret.chmod(0)
    code, out, err = crosscheck("report", secret)
    assert (code, out) == (2, "")
    assert "secret.txt" in err


@pytest.mark.parametrize("command", ["report", "extract"])
@pytest.mark.parametrize("named", [True, False])
def test_a_file_that_may_not_be_read_is_told_and_the_rest_is_done(crosscheck, articles, monkeypatch, command, named):
    secret = articles / "secret.txt"
    secret.write_text("Not for everyone.\n", encoding="utf-8")
    may, read = os.access, Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == secret:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(os, "access", lambda path, *more, **options: Path(path) != secret and may(path, *more, **options))
    monkeypatch.setattr(Path, "read_bytes", refuse)
    code, out, err = crosscheck(command, *([articles / "herald.txt", secret, articles / "wire.txt"] if named else [articles]))
    assert code == 2
    assert "It holds." in out
    assert err == "error[unreadable]: The file cannot be read: Permission denied\n  --> secret.txt\n  help: Check the permissions\n"


@pytest.mark.parametrize(("least", "code"), [("none", 0), ("minor", 1), ("substantive", 1)])
def test_fail_on_turns_findings_into_exit_code_1(crosscheck, bridge, least, code):
    result = crosscheck("report", bridge, "--fail-on", least)
    assert result.code == code
    assert "SUBSTANTIVE DIFFERENCES (2)" in result.out
    assert result.err == {"none": "", "minor": "--fail-on minor: 4 findings\n", "substantive": "--fail-on substantive: 2 findings\n"}[least]


def test_a_report_with_discrepancies_is_a_success(crosscheck, bridge):
    assert crosscheck("report", bridge).code == 0


def test_fail_on_is_not_met_where_nothing_differs(crosscheck, articles):
    assert crosscheck("report", articles, "--fail-on", "minor").code == 0


def test_colour_only_when_asked_for(crosscheck, bridge, monkeypatch):
    plain = crosscheck("report", bridge).out
    assert "\x1b" not in plain
    assert "\x1b[" in crosscheck("report", bridge, "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in crosscheck("report", bridge).out
    assert "\x1b" not in crosscheck("report", bridge, "--color", "never").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert crosscheck("report", bridge).out == plain
    assert "\x1b[" in crosscheck("report", bridge, "--color", "always").out


def test_width_is_100_when_piped_and_as_asked(crosscheck, bridge, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    plain = crosscheck("report", bridge).out
    assert 90 < max(map(len, plain.splitlines())) <= 100
    assert max(map(len, crosscheck("report", bridge, "--width", "60").out.splitlines())) <= 60
    monkeypatch.setenv("CROSSCHECK_WIDTH", "60")
    assert crosscheck("report", bridge).out == crosscheck("report", bridge, "--width", "60").out


@pytest.mark.parametrize(("columns", "width"), [(0, 80), (20, 40), (80, 80), (300, 120)])
def test_the_width_of_a_terminal(monkeypatch, columns, width):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            return 1

    monkeypatch.setattr(os, "get_terminal_size", lambda _number: os.terminal_size((columns, 24)))
    assert line_width(None, Terminal()) == width


def test_warnings_go_to_standard_error_unless_the_text_has_them(crosscheck, bridge):
    warning = "warning[unclosed-quotation]: A quotation has no closing mark (wire)\n"
    assert crosscheck("report", bridge, "-f", "json").err == warning
    assert crosscheck("report", bridge, "-f", "json", "-q").err == ""
    assert crosscheck("report", bridge).err == ""


def test_extract_prints_one_object_a_line(crosscheck, articles):
    code, out, err = crosscheck("extract", articles, "-f", "jsonl")
    assert (code, err) == (0, "")
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["type"] for line in lines] == ["source", "statement", "statement", "source", "statement"]
    assert [line["text"] for line in lines if line["type"] == "statement"] == ["We are done,", "It holds.", "It holds."]


def test_extract_as_json_and_as_text(crosscheck, articles):
    assert json.loads(crosscheck("extract", articles, "-f", "json").out)["summary"]["statements"] == 3
    assert "  wire.txt:3:12 direct ?: It holds.\n" in crosscheck("extract", articles).out


def test_explain_reads_articles_or_a_saved_report(crosscheck, bridge, tmp_path):
    saved = tmp_path / "report.json"
    assert crosscheck("report", bridge, "-q", "-o", saved).code == 0
    code, out, err = crosscheck("explain", "d-om", "--report", saved)
    assert (code, err) == (0, "")
    assert out == crosscheck("explain", "d-omit", bridge).out
    assert "finding d-omit: omission, substantive\n" in out
    assert "  wire.txt:3:19 in s-c5d47e25\n    There is no plan {} to close it again,\n" in out


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        ("d-", "4 ids begin with 'd-'", "d-omit (finding)"),
        ("d-omti", "nothing in the report has the id 'd-omti'", "did you mean 'd-omit'?"),
    ],
)
def test_explain_says_what_an_id_may_be(crosscheck, bridge, wanted, message, hint):
    code, out, err = crosscheck("explain", wanted, bridge)
    assert (code, out) == (2, "")
    assert message in err
    assert hint in err


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"schema": "crosscheck.report/2"}'])
def test_explain_wants_a_report(crosscheck, tmp_path, content):
    (tmp_path / "saved.json").write_bytes(content)
    code, out, err = crosscheck("explain", "x", "--report", tmp_path / "saved.json")
    assert (code, out) == (2, "")
    assert "error[not-a-report]" in err


@pytest.mark.parametrize("name", ["report", "extract", "claims"])
def test_schema_prints_a_json_schema(crosscheck, name):
    code, out, err = crosscheck("schema", name)
    assert (code, err) == (0, "")
    assert json.loads(out)["$id"] == f"urn:crosscheck:schema:{name}/1"


def test_config_prints_each_value_and_its_origin(crosscheck, tmp_path, monkeypatch):
    (tmp_path / "crosscheck.toml").write_text('fail-on = "minor"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CROSSCHECK_WIDTH", "80")
    assert crosscheck("config").out == (
        "model    = (unset)  # default\n"
        'device   = "cpu"    # default\n'
        'encoding = "utf-8"  # default\n'
        'format   = "text"   # default\n'
        "width    = 80       # CROSSCHECK_WIDTH\n"
        'color    = "auto"   # default\n'
        'fail-on  = "minor"  # crosscheck.toml:1\n'
    )


def test_a_wrong_settings_file_is_an_error_with_its_line(crosscheck, tmp_path, monkeypatch):
    (tmp_path / "crosscheck.toml").write_text('\nfromat = "json"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, out, err = crosscheck("report", tmp_path)
    assert (code, out) == (2, "")
    assert err.startswith("error[unknown-setting]: unknown setting 'fromat'\n  --> crosscheck.toml:2\n  help: did you mean 'format'?")


def test_a_fault_of_the_program_is_one_line_and_2(crosscheck, articles, monkeypatch):
    def fail(*args: object, **more: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(crosscheck_pipeline, "cross_check", fail)
    code, out, err = crosscheck("report", articles)
    assert (code, out) == (2, "")
    assert err.startswith("error[internal]: internal error: ZeroDivisionError: division by zero\n  help: ")
    assert "re-run with --traceback" in err
    assert "Traceback (most recent call last)" in crosscheck("report", articles, "--traceback").err


def test_an_interrupt_is_130(crosscheck, articles, monkeypatch):
    def interrupt(*args: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(crosscheck_pipeline, "cross_check", interrupt)
    assert crosscheck("report", articles) == (130, "", "\ninterrupted\n")


def test_a_reader_that_closes_the_pipe_is_no_trouble(tmp_path):
    probe = "import sys; from crosscheck.cli import run; sys.exit(run(['schema', 'report']))"
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-c", probe], stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def test_output_is_utf8_whatever_the_locale(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "crosscheck", "--help"], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False
    )
    assert "CROSSCHECK_MODEL …" in done.stdout.decode("utf-8")
