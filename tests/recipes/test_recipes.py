"""What other people's CI runs: the pre-commit hook, the GitHub action, the recipes for GitLab and the shell."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from ruamel.yaml import YAML

from crosscheck.cli.app import group
from crosscheck.cli.check import command as check

ROOT = Path(__file__).parents[2]
CLAIMS = """\
schema: 1
story: bridge
sources:
  herald: {path: herald.txt}
claims:
  - id: rain
    form: narrated
    quote: It rained all day.
    finding: single-source
    expect: {herald: verbatim}
    rationale: Read by hand.
    checked: 2026-11-18
"""


def read(path: str) -> dict:
    return YAML(typ="safe").load((ROOT / path).read_text(encoding="utf-8"))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Somebody's repository, with the program on the path and every folder that CI gives."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "data" / "herald.txt").write_text("Bridge opens\n\nIt rained all day.\n", encoding="utf-8")
    program = tmp_path / "bin" / "crosscheck"
    program.parent.mkdir()
    # The claims alone are of interest here, so that no model is loaded: every line of an article is a statement of its own.
    program.write_text(f"#!{sys.executable}\n{STAND_IN}", encoding="utf-8")
    program.chmod(0o755)
    return tmp_path


STAND_IN = f"""
import sys
sys.path[:0] = [{str(ROOT / "src")!r}, {str(ROOT)!r}]
import crosscheck.language, crosscheck.compare
from tests.conftest import _compare, _extract
crosscheck.language.load_pipeline = lambda *given: object()
crosscheck.language.model_info = lambda nlp: ("plain", "1")
crosscheck.language.extract = _extract
crosscheck.compare.compare = _compare
from crosscheck.cli import run
sys.exit(run())
"""


def shell(script: str, folder: Path, *args: str, shell: str = "bash", **environ: str) -> subprocess.CompletedProcess[str]:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    kept = {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "HOME": str(folder), "CI": "true"}
    return subprocess.run(
        [shell, "-e", "-c", script, shell, *args],
        cwd=folder,
        env={**kept, **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def drifted(repository: Path) -> Path:
    (repository / "data" / "herald.txt").write_text("Bridge opens\n\nIt was dry all day.\n", encoding="utf-8")
    return repository


def options_of(command: str) -> set[str]:
    return set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", command))


def known_options() -> set[str]:
    return {name for parameter in check.params for name in getattr(parameter, "opts", ())}


def test_the_hook_runs_the_check_on_claims_and_articles():
    (hook,) = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == "crosscheck-claims"
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    assert hook["entry"].split()[0] == "crosscheck"
    assert hook["entry"].split()[1] in group.commands or hook["entry"].split()[1] == "check"
    for path, wanted in {"data/claims.yaml": True, "claims.yml": True, "seeds/a.txt": True, "a.py": False, "README.rst": False}.items():
        assert bool(re.search(hook["files"], path)) is wanted, path


def test_the_hook_s_command_fails_where_a_claim_does(repository):
    (hook,) = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert shell(hook["entry"], repository).returncode == 0
    assert shell(hook["entry"], drifted(repository)).returncode == 1


@pytest.fixture
def action(repository):
    """Run the action's own script as the runner would, with its inputs at their defaults unless given."""
    made = read("action.yml")

    def run(**inputs: str) -> tuple[subprocess.CompletedProcess[str], str, str]:
        step = next(step for step in made["runs"]["steps"] if step.get("id") == "check")
        given = {name: value["default"] for name, value in made["inputs"].items()} | inputs
        places = {"inputs": given, "runner": {"temp": str(repository / "temp")}}
        (repository / "temp").mkdir(exist_ok=True)
        environ = {
            name: re.sub(r"\$\{\{ (\w+)\.([\w-]+) \}\}", lambda found: places[found[1]][found[2]], value)
            for name, value in step["env"].items()
        }
        summary, output = repository / "summary.md", repository / "output"
        runner = {"RUNNER_TEMP": str(repository / "temp"), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_OUTPUT": str(output)}
        done = shell(step["run"], repository, **environ, **runner)
        return done, summary.read_text(encoding="utf-8"), output.read_text(encoding="utf-8")

    return run


def test_the_action_passes_where_everything_holds(action):
    done, summary, output = action()
    assert (done.returncode, output) == (0, "code=0\n"), done.stderr
    assert "::error" not in done.stdout
    assert summary.startswith("## crosscheck check: passed\n")


def test_the_action_annotates_and_sums_up(action, repository):
    drifted(repository)
    done, summary, output = action(sarif="claims.sarif", junit="claims.xml", complete="true")
    assert (done.returncode, output) == (1, "code=1\n"), done.stderr
    assert re.search(r"^::error file=data/(claims\.yaml|herald\.txt),line=\d+,col=\d+,title=crosscheck%3A \w+::", done.stdout, re.M)
    assert summary.startswith("## crosscheck check: failed\n")
    assert json.loads((repository / "claims.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert ElementTree.parse(repository / "claims.xml").getroot().get("failures") == "1"


def test_the_action_annotates_a_broken_file(action, repository):
    (repository / "data" / "claims.yaml").write_text(CLAIMS.replace("verbatim", "verbatm"), encoding="utf-8")
    done, _, output = action()
    assert (done.returncode, output) == (2, "code=2\n")
    assert "::error file=data/claims.yaml,line=10,col=22,title=crosscheck%3A unknown-word::" in done.stdout


def test_the_action_takes_no_word_of_its_inputs_for_shell():
    """An expression inside a script would be run as shell: inputs go in as environment variables."""
    assert not any("${{" in step.get("run", "") for step in read("action.yml")["runs"]["steps"])


def test_the_workflow_uses_inputs_that_the_action_has():
    steps = read("docs/recipes/github-workflow.yml")["jobs"]["claims"]["steps"]
    own = next(step for step in steps if "crosscheck" in step.get("uses", ""))
    assert set(own["with"]) <= set(read("action.yml")["inputs"])


def test_the_gitlab_job_runs_and_leaves_what_it_says(repository):
    job = read("docs/recipes/gitlab-ci.yml")["claims"]
    (script,) = job["script"]
    assert options_of(script) <= known_options()
    done = shell(script, repository, CROSSCHECK_CACHE_DIR=str(repository / "cache"))
    assert (done.returncode, done.stderr) == (0, "wrote claims.xml\nwrote claims.md\n")
    for name in (*job["artifacts"]["paths"], job["artifacts"]["reports"]["junit"]):
        assert (repository / name).is_file()
    assert shell(script, drifted(repository), CROSSCHECK_CACHE_DIR=str(repository / "cache")).returncode == 1


def test_the_shell_recipe_leaves_its_files_and_keeps_the_exit_code(repository):
    script = (ROOT / "docs" / "recipes" / "check.sh").read_text(encoding="utf-8")
    assert shell(script, repository, shell="sh").returncode == 0
    done = shell(script, drifted(repository), shell="sh")
    assert done.returncode == 1
    assert "crosscheck accept --interactive" in done.stderr
    assert {"claims.xml", "claims.sarif"} <= {path.name for path in repository.iterdir()}
    assert shell(script, repository, "nowhere.yaml", shell="sh").returncode == 2
