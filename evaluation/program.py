"""Runs the program as its users do: a command line in, JSON on standard output.

Command lines run inside worker processes that stay (``Workers``), so that spaCy is imported once a worker and not once an event.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Any


class ProgramError(RuntimeError):
    """The program could not do its job; the message holds the end of its standard error."""


def crosscheck(*arguments: str) -> str:
    """Standard output of one command line, run in this process.

    Raises:
        ProgramError: An exit code other than 0 and 1.
    """
    from crosscheck.cli import run

    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        code = run(list(arguments))
        sys.stdout.flush()
        sys.stderr.flush()
    if code not in (0, 1):
        raise ProgramError(f"crosscheck {' '.join(arguments)}: exit {code}\n{_text(err)[-800:]}")
    return _text(out)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


def extract(folder: Path) -> list[dict[str, Any]]:
    """The records of ``crosscheck extract FOLDER --format jsonl``."""
    return [json.loads(line) for line in crosscheck("extract", str(folder), "--format", "jsonl").splitlines() if line.strip()]


def report(folder: Path) -> dict[str, Any]:
    """The object of ``crosscheck report FOLDER --format json``."""
    made: dict[str, Any] = json.loads(crosscheck("report", str(folder), "--format", "json"))
    return made


class Workers:
    """A few processes that run command lines side by side."""

    def __init__(self, jobs: int) -> None:
        self._pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._pool.shutdown(cancel_futures=True)

    def extract(self, folders: Iterable[Path]) -> list[list[dict[str, Any]]]:
        """``extract`` for each folder, in order."""
        return list(self._pool.map(extract, folders))

    def report(self, folders: Iterable[Path]) -> list[dict[str, Any]]:
        """``report`` for each folder, in order."""
        return list(self._pool.map(report, folders))


def stems(sources: list[dict[str, Any]]) -> dict[str, str]:
    """File name without suffix, by source id."""
    return {s["id"]: Path(s.get("path") or s["id"]).stem for s in sources}
