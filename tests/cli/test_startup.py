"""What is answered at once loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "numpy", "onnxruntime", "tokenizers", "rapidfuzz", "ruamel", "pydantic", "rich", "jinja2", "jsonschema")

PROBE = f"""
import sys
from crosscheck.cli import run
code = run(sys.argv[1:])
print("loaded:", *sorted(name for name in {HEAVY} if name in sys.modules), file=sys.stderr)
sys.exit(code)
"""


def probe(*args: str, cwd: object = None) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "-c", PROBE, *args], capture_output=True, text=True, encoding="utf-8", cwd=cwd, check=False)
    return done.returncode, done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--help"], 0),
        (["--version"], 0),
        ([], 2),
        (["report", "--help"], 0),
        (["report", "--fromat", "json"], 2),
        (["report", "no-such-file.txt"], 2),
        (["report", "."], 2),
        (["extract", "."], 2),
        (["schema", "report"], 0),
        (["config"], 0),
    ],
)
def test_nothing_heavy_is_loaded(tmp_path, args, code):
    assert probe(*args, cwd=tmp_path) == (code, "loaded:")


def test_the_package_runs_as_a_module(tmp_path):
    done = subprocess.run([sys.executable, "-m", "crosscheck", "--version"], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("crosscheck 0.")
