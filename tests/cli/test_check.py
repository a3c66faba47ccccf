"""``check``, ``accept`` and ``draft`` as commands: outputs, exit codes, what is remembered, what is asked."""

from __future__ import annotations

import importlib
import json
import os
from pathlib import Path

import pytest

CLAIMS = """\
schema: 1
story: bridge
sources:
  herald: {path: herald.txt}
  wire: {path: wire.txt}
claims:
  - id: holds
    form: direct
    quote: "It holds."
    finding: agreement
    expect:
      herald: verbatim
      wire: verbatim
    rationale: Read by hand.
    checked: 2026-05-04
  - id: done
    form: direct
    quote: "We are done"
    finding: single-source
    expect: {herald: verbatim}   # the wire is not asked
    rationale: Read by hand.
    checked: 2026-05-04
"""


@pytest.fixture
def story(tmp_path: Path, plain_language: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "herald.txt").write_text("Bridge opens\n\n“We are done,” she said.\n\n“It holds.” That was all.\n", encoding="utf-8")
    (tmp_path / "wire.txt").write_text("Bridge to open\n\nShe said: “It holds.”\n", encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(tmp_path.parent / f"{tmp_path.name}-cache"))
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def listing(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_check_writes_nothing(crosscheck, story):
    change(story / "wire.txt", "It holds.", "It may hold.")
    before = listing(story)
    done = crosscheck("check", "claims.yaml")
    assert (done.code, done.err) == (1, "")
    assert done.out.startswith("conflict  holds × wire: ") or done.out.startswith(("lost", "drift"))
    assert listing(story) == before


def test_several_outputs_at_once_each_in_its_format(crosscheck, story):
    done = crosscheck("check", "claims.yaml", "-o", "-", "-o", "c.sarif", "-o", "c.md", "-o", "junit:report", "-o", "c.json", "-o", "c.txt")
    assert (done.code, done.out) == (0, "2 claims × 2 sources: passed\n")
    assert done.err == "wrote c.sarif\nwrote c.md\nwrote report\nwrote c.json\nwrote c.txt\n"
    assert json.loads((story / "c.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert json.loads((story / "c.json").read_text(encoding="utf-8"))["schema"] == "crosscheck.check/1"
    assert (story / "report").read_text(encoding="utf-8").startswith("<?xml")
    assert (story / "c.md").read_text(encoding="utf-8").startswith("## ")
    assert (story / "c.txt").read_text(encoding="utf-8") == done.out


def test_a_format_that_is_given_wins_over_the_suffix_of_one_output(crosscheck, story):
    crosscheck("check", "claims.yaml", "-f", "json", "-o", "c.txt")
    assert json.loads((story / "c.txt").read_text(encoding="utf-8"))["passed"] is True


def test_two_outputs_to_one_place_are_refused(crosscheck, story):
    done = crosscheck("check", "claims.yaml", "-o", "c.json", "-o", "sarif:c.json")
    assert (done.code, done.out) == (2, "")
    assert "two outputs go to the same place" in done.err


def test_the_environment_names_a_format(crosscheck, story, monkeypatch):
    monkeypatch.setenv("CROSSCHECK_FORMAT", "json")
    assert json.loads(crosscheck("check", "claims.yaml").out)["passed"] is True


def test_a_new_source_with_the_claim_is_a_note_and_with_complete_an_error(crosscheck, story):
    change(story / "wire.txt", "“It holds.”", "“It holds.” “We are done.”")
    done = crosscheck("check", "claims.yaml")
    assert (done.code, done.out) == (
        0,
        "note: unlisted: wire carries done, wire.txt:3:24\n\n2 claims × 2 sources: passed\n",
    )
    done = crosscheck("check", "claims.yaml", "--complete")
    assert done.code == 1
    assert "unlisted  done × wire: nothing is expected of this source, and it carries the claim\n" in done.out
    assert "20 -     expect: {herald: verbatim}   # the wire is not asked\n" in done.out
    assert "20 +     expect: {herald: verbatim, wire: verbatim}   # the wire is not asked\n" in done.out


def test_an_article_beside_the_named_ones_is_checked_too(crosscheck, story):
    (story / "corrected").mkdir()
    for name in ("herald.txt", "wire.txt"):
        (story / name).rename(story / "corrected" / name)
        (story / name).write_text("An older text.\n", encoding="utf-8")
    (story / "corrected" / "radio.txt").write_text("Heard\n\n“We are done.”\n", encoding="utf-8")
    done = crosscheck("check", "claims.yaml", "--sources", "corrected")
    assert (done.code, done.out) == (0, "note: unlisted: radio carries done, corrected/radio.txt:3:2\n\n2 claims × 3 sources: passed\n")


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("text", "source    corrected/herald.txt:3:2"),
        ("github", "file=corrected/herald.txt,line=3,col=2"),
        ("json", '"path": "corrected/herald.txt"'),
        ("sarif", '"uri": "corrected/herald.txt"'),
        ("junit", "source corrected/herald.txt:3:2"),
        ("markdown", "corrected/herald.txt:3:2"),
    ],
)
def test_the_place_is_of_the_file_that_was_read(crosscheck, story, form, place):
    (story / "corrected").mkdir()
    for name in ("herald.txt", "wire.txt"):
        (story / "corrected" / name).write_text((story / name).read_text(encoding="utf-8"), encoding="utf-8")
    change(story / "corrected" / "herald.txt", "We are done", "We are all done")
    done = crosscheck("check", "claims.yaml", "--sources", "corrected/", "-f", form)
    assert done.code == 1
    assert place in done.out
    assert " herald.txt:3" not in done.out


def test_of_two_files_of_one_name_the_place_is_in_the_one_with_the_words(crosscheck, story):
    for folder, name in (("old", "wire.txt"), ("new", "herald.txt"), ("new", "wire.txt")):
        (story / folder).mkdir(exist_ok=True)
        (story / folder / name).write_text((story / name).read_text(encoding="utf-8"), encoding="utf-8")
    (story / "old" / "wire.txt").write_text("Another matter\n\nIt rained all day.\n", encoding="utf-8")
    found = json.loads(crosscheck("check", "claims.yaml", "--sources", "new", "--sources", "old", "-f", "json").out)
    places = {item["source"]: item["path"] for item in found["results"] if item["outcome"] == "ok" and item["source"] == "wire"}
    assert places == {"wire": "new/wire.txt"}


def test_claims_checked_too_long_ago_are_noted(crosscheck, story, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # 2026-05-28
    assert crosscheck("check", "claims.yaml", "--max-age", "30").out == "2 claims × 2 sources: passed\n"
    done = crosscheck("check", "claims.yaml", "--max-age", "20")
    assert (done.code, done.out.splitlines()[0]) == (
        0,
        "note: stale: holds holds in 2 sources; last checked too long ago, or before publication",
    )


def test_a_broken_file_says_everything_at_once_with_the_lines(crosscheck, story):
    change(story / "claims.yaml", "herald: verbatim\n", "herald: verbatm\n")
    change(story / "claims.yaml", '    form: direct\n    quote: "We', '    from: direct\n    quote: "We')
    done = crosscheck("check", "claims.yaml")
    assert (done.code, done.out) == (2, "")
    assert (
        'error[unknown-word]: unknown word "verbatm" for "verdict"\n  --> claims.yaml:12:15\n  12 | herald: verbatm\n     | ^\n'.replace(
            "12 | ", "12 |       "
        ).replace("| ^", "|               ^")
    ) in done.err
    assert 'help: did you mean "verbatim"?' in done.err
    assert 'error[unknown-key]: unknown key "from"' in done.err
    assert 'did you mean "form"?' in done.err
    assert done.err.count("error[") == 3


def test_programs_are_told_of_a_broken_file_too(crosscheck, story):
    change(story / "claims.yaml", "herald: verbatim\n", "herald: verbatm\n")
    done = crosscheck("check", "claims.yaml", "-f", "github", "-q")
    assert (done.code, done.out.split("::")[1]) == (2, "error file=claims.yaml,line=12,col=15,title=crosscheck%3A unknown-word")


def loads(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Count how often the language model is asked for."""
    language = importlib.import_module("crosscheck.language")
    asked: list[object] = []
    was = language.load_pipeline
    monkeypatch.setattr(language, "load_pipeline", lambda *given: asked.append(given) or was(*given))
    return asked


def test_nothing_is_read_again_where_nothing_has_changed(crosscheck, story, monkeypatch):
    asked = loads(monkeypatch)
    first = crosscheck("check", "claims.yaml")
    monkeypatch.setattr("crosscheck.claims.loading.parse_claims", lambda *given: pytest.fail("the file was parsed again"))
    assert crosscheck("check", "claims.yaml") == first
    assert len(asked) == 1


@pytest.mark.parametrize("what", ["herald.txt", "claims.yaml"])
def test_a_change_is_seen_at_once(crosscheck, story, what):
    assert crosscheck("check", "claims.yaml").code == 0
    change(story / what, "We are done", "We have only begun")
    assert crosscheck("check", "claims.yaml").code == 1


def test_another_article_under_sources_is_seen_at_once(crosscheck, story):
    (story / "more").mkdir()
    for name in ("herald.txt", "wire.txt"):
        (story / "more" / name).write_text((story / name).read_text(encoding="utf-8"), encoding="utf-8")
    assert crosscheck("check", "claims.yaml", "--sources", "more").out == "2 claims × 2 sources: passed\n"
    (story / "more" / "radio.txt").write_text("Heard\n\n“We are done.”\n", encoding="utf-8")
    assert crosscheck("check", "claims.yaml", "--sources", "more").out.startswith("note: unlisted: radio carries done")


def test_of_a_changed_story_only_the_changed_article_is_read(crosscheck, story, monkeypatch):
    language = importlib.import_module("crosscheck.language")
    crosscheck("check", "claims.yaml")
    seen: list[str] = []
    was = language.extract

    def extract(nlp, articles, **more):
        seen.extend(article.id for article in articles)
        return was(nlp, articles, **more)

    monkeypatch.setattr(language, "extract", extract)
    change(story / "wire.txt", "She said", "He said")
    crosscheck("check", "claims.yaml")
    assert seen == ["wire"]


def test_without_the_cache_everything_is_read_and_nothing_kept(crosscheck, story, monkeypatch):
    asked = loads(monkeypatch)
    for _ in range(2):
        assert crosscheck("check", "claims.yaml", "--no-cache").code == 0
    assert len(asked) == 2
    assert not Path(os.environ["CROSSCHECK_CACHE_DIR"]).exists()


@pytest.mark.parametrize("damage", [b"", b"[]", b"{}", b'"x"', b"\xff", b'[[["x"]]]', b'{"texts": 1, "code": 0}', b"[" * 100_000])
def test_a_damaged_cache_is_no_trouble(crosscheck, story, damage):
    first = crosscheck("check", "claims.yaml")
    for path in Path(os.environ["CROSSCHECK_CACHE_DIR"]).iterdir():
        path.write_bytes(damage)
    assert crosscheck("check", "claims.yaml") == first


def test_a_cache_that_cannot_be_written_is_no_trouble(crosscheck, story, monkeypatch):
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(story / "herald.txt"))
    assert crosscheck("check", "claims.yaml").code == 0


@pytest.fixture
def drifted(story):
    """Both claims have changed."""
    change(story / "herald.txt", "We are done", "We are nearly done")
    change(story / "wire.txt", "“It holds.”", "“It held.”")
    return story


def asked_with(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    left = list(answers)

    def prompt(*given: object, **more: object) -> str:
        if not left:
            import click

            raise click.Abort
        return left.pop(0)

    monkeypatch.setattr("click.prompt", prompt)


def test_accepting_one_by_one_shows_and_asks(crosscheck, drifted, monkeypatch):
    asked_with(monkeypatch, "n", "y")
    done = crosscheck("accept", "-i", "--claims", "claims.yaml")
    assert done.code == 0
    assert done.err.count("--- claims.yaml") == 2
    assert "+" in done.out
    text = (drifted / "claims.yaml").read_text(encoding="utf-8")
    assert text.startswith(CLAIMS.partition("  - id: done")[0])
    assert text != CLAIMS


@pytest.mark.parametrize("answers", [(), ("q",), ("n", "n"), ("y",)])
def test_the_end_of_the_answers_keeps_what_was_taken_before(crosscheck, drifted, monkeypatch, answers):
    asked_with(monkeypatch, *answers)
    assert crosscheck("accept", "-i", "--claims", "claims.yaml").code == 0
    assert ((drifted / "claims.yaml").read_text(encoding="utf-8") == CLAIMS) is ("y" not in answers)


def test_what_was_accepted_passes(crosscheck, drifted):
    assert crosscheck("check", "claims.yaml").code == 1
    shown = crosscheck("accept", "--all", "--dry-run", "--claims", "claims.yaml").out
    assert (drifted / "claims.yaml").read_text(encoding="utf-8") == CLAIMS
    accepted = crosscheck("accept", "--all", "--claims", "claims.yaml")
    assert accepted.out == shown
    assert accepted.err == (
        "read again whether the rationale of holds still holds: Read by hand.\n"
        "read again whether the rationale of done still holds: Read by hand.\n"
    )
    done = crosscheck("check", "claims.yaml")
    assert done.code == 0, done.out
    assert crosscheck("accept", "--all", "--claims", "claims.yaml")[1:] == ("", "nothing to accept\n")


def test_under_ci_nothing_is_accepted_and_a_dry_run_shows_it(crosscheck, drifted, monkeypatch):
    monkeypatch.setenv("CI", "true")
    done = crosscheck("accept", "--all", "--claims", "claims.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error[accept-under-ci]: nothing is accepted under CI\n")
    assert crosscheck("accept", "--all", "-n", "--claims", "claims.yaml").code == 0
    assert (drifted / "claims.yaml").read_text(encoding="utf-8") == CLAIMS


def test_a_draft_is_refused_until_the_rationales_are_written_and_then_passes(crosscheck, story):
    assert crosscheck("draft", "herald.txt", "wire.txt", "-o", "new.yaml").code == 0
    done = crosscheck("check", "new.yaml")
    assert done.code == 2
    assert {line.split(":")[0] for line in done.err.splitlines() if line.startswith("error")} == {"error[todo-rationale]"}
    change(story / "new.yaml", "TODO\n", "Read by hand.\n")
    assert crosscheck("check", "new.yaml").code == 0


@pytest.mark.parametrize("name", ["text:claims.yaml", "./herald.txt", "sarif:wire.txt"])
@pytest.mark.parametrize("again", [False, True])
def test_what_is_read_is_never_written_over(crosscheck, story, name, again):
    if again:
        crosscheck("check", "claims.yaml", "-o", "c.sarif" if "sarif" in name else "c.txt")
    before = listing(story)
    done = crosscheck("check", "claims.yaml", "-o", name)
    assert (done.code, done.out) == (2, "")
    assert "is one of the files that are read" in done.err
    assert listing(story) == before


def test_an_article_in_a_given_folder_is_not_written_over(crosscheck, story):
    (story / "more").mkdir()
    for name in ("herald.txt", "wire.txt", "radio.txt"):
        (story / "more" / name).write_text("It holds.\n", encoding="utf-8")
    assert crosscheck("check", "claims.yaml", "--sources", "more", "-o", "more/radio.txt").code == 2
    assert (story / "more" / "radio.txt").read_text(encoding="utf-8") == "It holds.\n"


def test_a_draft_takes_the_place_of_no_file(crosscheck, story):
    done = crosscheck("draft", "herald.txt", "wire.txt", "-o", "claims.yaml")
    assert done.code == 2
    assert "claims.yaml is there already" in done.err
    assert (story / "claims.yaml").read_text(encoding="utf-8") == CLAIMS


def test_a_file_that_is_read_only_stays_as_it_is(crosscheck, drifted):
    (drifted / "claims.yaml").chmod(0o444)
    done = crosscheck("accept", "--all", "--claims", "claims.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error[claims-file-unwritable]: the claims file is read-only\n  --> claims.yaml\n")
    assert (drifted / "claims.yaml").read_text(encoding="utf-8") == CLAIMS


def test_accepting_through_a_link_changes_what_it_leads_to(crosscheck, drifted):
    (drifted / "claims.yaml").rename(drifted / "kept.yaml")
    (drifted / "claims.yaml").symlink_to("kept.yaml")
    assert crosscheck("accept", "--all", "--claims", "claims.yaml").code == 0
    assert (drifted / "claims.yaml").is_symlink()
    assert (drifted / "kept.yaml").read_text(encoding="utf-8") != CLAIMS


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(crosscheck, drifted, monkeypatch):
    before = listing(drifted)

    def replace(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(drifted / "herald.txt"))
    done = crosscheck("accept", "--all", "--claims", "claims.yaml")
    assert done.code == 2
    assert "cannot write the claims file: No space left on device" in done.err
    assert listing(drifted) == before


def test_a_claim_is_not_given_up_because_its_article_cannot_be_read(crosscheck, drifted):
    (drifted / "wire.txt").write_bytes(b"\xff\xfe\x00")
    assert crosscheck("check", "claims.yaml").code == 2
    for way in (("--all",), ("--all", "--dry-run"), ("holds",)):
        done = crosscheck("accept", *way, "--claims", "claims.yaml")
        assert (done.code, done.out) == (2, "")
        assert "error[cannot-accept]: not every article could be read" in done.err
    assert (drifted / "claims.yaml").read_text(encoding="utf-8") == CLAIMS
