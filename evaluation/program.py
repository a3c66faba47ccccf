"""Runs the program as its users do: ``python -m crosscheck``, JSON on standard output."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


class ProgramError(RuntimeError):
    """The program could not do its job; the message holds the end of its standard error."""


def crosscheck(*arguments: str) -> str:
    """Standard output of one run.

    Raises:
        ProgramError: An exit code other than 0 and 1.
    """
    done = subprocess.run([sys.executable, "-m", "crosscheck", *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise ProgramError(f"crosscheck {' '.join(arguments)}: exit {done.returncode}\n{done.stderr[-800:]}")
    return done.stdout


def extract(folder: Path) -> list[dict[str, Any]]:
    """The records of ``crosscheck extract FOLDER --format jsonl``."""
    return [json.loads(line) for line in crosscheck("extract", str(folder), "--format", "jsonl").splitlines() if line.strip()]


def report(folder: Path) -> dict[str, Any]:
    """The object of ``crosscheck report FOLDER --format json``."""
    made: dict[str, Any] = json.loads(crosscheck("report", str(folder), "--format", "json"))
    return made


def stems(sources: list[dict[str, Any]]) -> dict[str, str]:
    """File name without suffix, by source id."""
    return {s["id"]: Path(s.get("path") or s["id"]).stem for s in sources}
