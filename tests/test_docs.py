"""What README.md and docs/ say is so: commands, exit codes, settings, examples, links, and the pasted report.

Where the report of ``seeds/`` has changed, paste it anew with ``python -m tests.test_docs`` and read the difference.
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

from crosscheck.cli import exits
from crosscheck.cli.app import COMMANDS, group
from crosscheck.records import Discrepancy, Kind
from crosscheck.report.schema import schema_text
from crosscheck.settings import ENV_PREFIX, FORMATS, NAMES

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "CONTRIBUTING.md", "docs/design.md", "docs/how-it-works.md", "docs/claims.md", "docs/exports.md")
LONGEST_EXCERPT = 36
"""Lines of the report that the README shows at most."""
_EXCERPT = re.compile(r"(<!-- excerpt of `crosscheck (.+?)`.*?-->\n```text\n)(.*?)(```\n<!-- end of excerpt -->)", re.S)


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


README = page("README.md")


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def table(*heads: str) -> list[tuple[str, ...]]:
    """The rows of the README's first table whose head begins with these cells."""
    head = r"^\| " + r" \| ".join(map(re.escape, heads)) + r" \|.*\n\|[-| ]+\|\n((?:\|.*\n)+)"
    found = re.search(head, README, re.M)
    assert found is not None, f"no table {heads}"
    return [tuple(cell.strip() for cell in row.strip("|").split(" | ")) for row in found[1].splitlines()]


def shell_lines(text: str) -> Iterator[str]:
    """Every line of the shell blocks, and every command that stands in the text as code."""
    for block in blocks("sh", text):
        yield from (line for line in block.splitlines() if line)
    yield from re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S))


def calls(text: str) -> Iterator[list[str]]:
    """The arguments of each call of crosscheck in ``text``, without the shell around it."""
    for line in shell_lines(text):
        for words in simple_commands(line):
            words = words[2:] if words[:2] == ["uv", "run"] else words
            if words and words[0] in ("crosscheck", ".venv/bin/crosscheck") and len(words) > 1:
                yield words[1:]


def simple_commands(line: str) -> Iterator[list[str]]:
    """Split a line of shell at its pipes; the comment is dropped."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|")
    lexer.whitespace_split = True
    words: list[str] = []
    for word in lexer:
        if word == "|":
            yield words
            words = []
        else:
            words.append(word)
    yield words


CALLS = [call for name in PAGES for call in calls(page(name))]


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_each_call_of_crosscheck_parses(call):
    if call[0].startswith("-") or call[0].isupper():
        return
    parent = click.Context(group, **group.context_settings)  # without it click remembers a help option of the wrong names for the command
    command = group.get_command(parent, call[0])
    assert command is not None
    with command.make_context(call[0], [word.strip("[]…") for word in call[1:]], parent=parent):
        pass


def test_every_command_is_in_the_readme():
    assert {call[0] for call in calls(README)} >= set(COMMANDS)


def test_the_exit_codes_are_those_of_the_program():
    codes = {value for name, value in vars(exits).items() if name.isupper() and isinstance(value, int)}
    assert {int(code) for code, _ in table("exit code", "when")} == codes


def test_settings_and_formats_are_all_there():
    rows = [tuple(cell.strip("`") for cell in row[:3]) for row in table("setting", "environment", "option")]
    assert rows == [(name.replace("_", "-"), ENV_PREFIX + name.upper(), "--" + name.replace("_", "-")) for name in NAMES]
    assert [row[0].strip("`") for row in table("`--format`", "for")] == list(FORMATS)


@pytest.mark.parametrize("name", PAGES)
def test_make_targets_and_modules_exist(name):
    targets = set(re.findall(r"^([\w-]+):", page("Makefile"), re.M))
    lines = list(shell_lines(page(name)))
    named = {word for line in lines for word in re.findall(r"^make ([a-z][\w-]*)", line)}
    assert named <= targets
    modules = {module for line in lines for module in re.findall(r"python3? -m ([\w.]+)", line)}
    assert [module for module in modules if find_spec(module) is None] == []


def test_the_readme_names_the_two_commands_of_a_fresh_clone():
    assert {"`make report`", "`make test`"} <= {row[0] for row in table("command", "what it does")}


@pytest.mark.parametrize("name", PAGES)
def test_links_and_named_files_exist(name):
    text = page(name)
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    files = re.findall(r"`((?:src|tests|data|docs|training|evaluation|benchmarks|seeds)/[\w./-]*)`", text)
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []
    assert [file for file in files if not (ROOT / file).exists() and not (ROOT / "src/crosscheck" / file).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_pages_name_no_machine_and_no_registry(name):
    assert re.findall(r"/(?:home|root|tmp|work|Users)/\S*|\bpypi\.\S+|file://\S*", page(name)) == []


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The README's two articles and its claims file, as it says where they are."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "story").mkdir()
    herald, wire = (block for block in blocks("text") if block.count("\n") == 3)
    (folder / "story" / "herald.txt").write_text(herald, encoding="utf-8")
    (folder / "story" / "wire.txt").write_text(wire, encoding="utf-8")
    (folder / "story" / "claims.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    return folder


def test_the_json_example_is_a_part_of_the_real_report(story, crosscheck):
    example = json.loads(blocks("json")[0])
    jsonschema.Draft202012Validator(json.loads(schema_text("report"))).validate(example)
    code, out, _ = crosscheck("report", story / "story", "-f", "json")
    assert code == exits.DONE
    assert_part(example, json.loads(out))
    step = json.loads(blocks("json", page("docs/how-it-works.md"))[0])
    assert step == example["statements"][0]


def assert_part(part: Any, whole: Any) -> None:
    """Lists may be cut, nothing else may differ."""
    if isinstance(part, dict):
        assert part.keys() == whole.keys()
        for key, value in part.items():
            assert_part(value, whole[key])
    elif isinstance(part, list) and part and isinstance(part[0], dict) and "id" in part[0]:
        by_id = {item["id"]: item for item in whole}
        for item in part:
            assert_part(item, by_id[item["id"]])
    elif isinstance(part, list):
        assert all(item in whole for item in part)
    else:
        assert part == whole


def test_the_claims_example_holds_until_an_article_changes(story, crosscheck, monkeypatch):
    monkeypatch.chdir(story)
    assert crosscheck("check", "-q", "story/claims.yaml").code == exits.DONE
    wire = story / "story" / "wire.txt"
    text = wire.read_text(encoding="utf-8")
    try:
        wire.write_text(text.replace("figure", "find"), encoding="utf-8")
        code, out, _ = crosscheck("check", "-q", "story/claims.yaml")
    finally:
        wire.write_text(text, encoding="utf-8")
    assert code == exits.FOUND
    assert all(word in out for word in ("who-is-to-blame", "wire", "expected", "found", "claims.yaml:17"))


def test_the_explained_id_is_the_one_of_the_report(story, crosscheck):
    (call,) = [call for call in calls(README) if call[0] == "explain" and call[1].startswith("d-")]
    code, out, _ = crosscheck("explain", call[1], story / "story")
    assert (code, "figure" in out) == (exits.DONE, True)


KINDS = table("kind", "one source", "another source", "severity")


def test_every_kind_has_an_example():
    assert {row[0] for row in KINDS} == {kind.value for kind in Kind}


@pytest.fixture(scope="module")
def find() -> Callable[[str, str], tuple[Discrepancy, ...]]:
    """Compare two sentences, each in an article of its own."""
    from crosscheck.compare import compare
    from crosscheck.language import extract, load_pipeline
    from crosscheck.sources import discover, read_articles

    nlp = load_pipeline()

    def found(folder: Path, sentences: Sequence[str]) -> tuple[Discrepancy, ...]:
        tops = (
            "Bridge in the news again\n\nMayor Ingrid Solberg met engineer Tomas Hagen at the harbour this week.",
            "Town hall on the bridge\n\nReporters were called to the town hall, where Ingrid Solberg is mayor.",
        )
        for name, top, sentence in zip(("herald", "wire"), tops, sentences, strict=True):
            (folder / f"{name}.txt").write_text(f"{top}\n\n{sentence}\n", encoding="utf-8")
        articles, _, _ = read_articles(discover([str(folder)]))
        comparison = compare(list(extract(nlp, articles)))
        return (*(d for g in comparison.groups for d in g.discrepancies), *comparison.discrepancies)

    return found


@pytest.mark.parametrize(("kind", "one", "other", "severity"), KINDS, ids=[f"{row[0]}-{row[3]}" for row in KINDS])
def test_each_example_is_found_as_the_readme_says(find, tmp_path, kind, one, other, severity):
    found = {(item.kind.value, item.severity.value) for item in find(tmp_path, (one, other))}
    assert ((kind, severity) in found) == (severity != "not found yet")
    assert severity != "not found yet" or kind not in {name for name, _ in found}


def test_the_pasted_report_is_the_real_one():
    assert renewed(README) == README, "paste it anew: python -m tests.test_docs"


def renewed(text: str) -> str:
    """``text`` with its excerpt as the program prints it now."""
    assert _EXCERPT.search(text)
    return _EXCERPT.sub(lambda found: found[1] + excerpt(found[2]) + found[4], text)


@cache
def excerpt(call: str) -> str:
    """The top of what a call prints, up to the end of a finding."""
    command = [sys.executable, "-m", "crosscheck", *shlex.split(call)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    lines = done.stdout.splitlines()[:LONGEST_EXCERPT]
    end = max(number for number, line in enumerate(lines) if not line or line.startswith("   ≠ "))
    return "\n".join(lines[:end]).rstrip() + "\n"


if __name__ == "__main__":
    (ROOT / "README.md").write_text(renewed(README), encoding="utf-8")
