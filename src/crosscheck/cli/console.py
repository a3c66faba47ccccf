"""Streams: what a run of the program writes where, and how errors look."""

from __future__ import annotations

import errno
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.errors import CrosscheckError
from crosscheck.settings import MIN_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TextIO

    from crosscheck.records import Warning_

MAX_WARNINGS = 20
"""Warnings listed on standard error; the report has them all."""
MAX_WIDTH = 120
"""Columns; prose in longer lines is hard to read, so a wider terminal is not filled."""
PIPED_WIDTH = 100
UNKNOWN_WIDTH = 80
"""Columns of a terminal that reports none, as some of containers and of CI do."""


@dataclass(slots=True)
class Run:
    """How talkative one run of the program is; filled in by the options that every command has."""

    quiet: bool = False
    verbose: bool = False
    traceback: bool = False

    def say(self, message: str) -> None:
        """Tell the user something that is neither result nor trouble, on standard error."""
        if not self.quiet:
            _to_stderr(message)

    def wrote(self, output: str | None) -> None:
        """Tell where the result went, if not to standard output."""
        if output is not None and output != "-":
            self.say(f"wrote {output}")

    def detail(self, message: str) -> None:
        """Tell a user who asked for details, on standard error."""
        if self.verbose:
            _to_stderr(message)

    def warn(self, warnings: Iterable[Warning_]) -> None:
        """List warnings on standard error, the first of them in full."""
        if self.quiet:
            return
        listed = list(warnings)
        for warning in listed[:MAX_WARNINGS]:
            _to_stderr(
                f"warning[{warning.code}]: {_literal(warning.message)}" + (f" ({_literal(warning.source)})" if warning.source else "")
            )
        if len(listed) > MAX_WARNINGS:
            _to_stderr(f"and {len(listed) - MAX_WARNINGS} more warnings; the report has them all")


def show_error(error: CrosscheckError) -> None:
    """Write what is wrong, where, and how to mend it, to standard error; ``error.problems``, where there are any, each by itself."""
    for problem in getattr(error, "problems", None) or (error,):
        lines = [f"error[{problem.code}]: {_literal(problem.message)}"]
        if problem.where:
            lines.append(f"  --> {_literal(problem.where)}")
        if problem.snippet:
            lines += ["  " + " ".join(_literal(part) for part in line.split(" ")) for line in problem.snippet.split("\n")]
        if problem.hint:
            lines.append(f"  help: {_literal(problem.hint)}")
        _to_stderr("\n".join(lines))


def write(chunks: Iterable[str], output: str | None) -> None:
    """Write the result to the file ``output``, or to standard output for None and ``-``.

    A file appears whole or not at all. A reader that closes the pipe early (``| head``) ends the writing, not the job.

    Raises:
        CrosscheckError: The result cannot be written.
    """
    if output is None or output == "-":
        _write_stdout(chunks)
    else:
        _write_file(chunks, Path(output))


def utf8_streams() -> None:
    """Make all three streams UTF-8 with plain newlines, whatever the platform's code page; unprintable input never raises."""
    for stream, newline in ((sys.stdout, "\n"), (sys.stderr, None)):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline=newline)


def use_color(choice: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Decide whether to colour: the choice, then ``NO_COLOR``, ``FORCE_COLOR``, ``TERM=dumb``, then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return environ.get("TERM") != "dumb" and stream.isatty()


def line_width(choice: int | None, stream: TextIO) -> int:
    """Return the columns to fill: the choice, the terminal's (``MIN_WIDTH`` to ``MAX_WIDTH``), ``PIPED_WIDTH`` where there is none."""
    if choice is not None:
        return choice
    if not stream.isatty():
        return PIPED_WIDTH
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return PIPED_WIDTH
    return max(MIN_WIDTH, min(columns or UNKNOWN_WIDTH, MAX_WIDTH))


def _write_stdout(chunks: Iterable[str]) -> None:
    try:
        for chunk in chunks:
            sys.stdout.write(chunk)
        sys.stdout.flush()
    except OSError as error:
        # Windows reports a closed pipe as EINVAL. What is left in the buffer goes nowhere, so that the interpreter's last flush is silent.
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise CrosscheckError("cannot-write", f"cannot write to standard output: {error.strerror}") from error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def cannot_write(output: str, reason: str | None = None) -> CrosscheckError:
    """Return the error for a file that cannot be written, its path as the user named it."""
    folder = Path(output).parent
    if folder.is_dir():
        return CrosscheckError("cannot-write", f"cannot write the result: {reason}", path=output, hint=f"may you write in {folder}?")
    message = f"cannot write the result: the folder {folder} {'is no folder' if folder.exists() else 'does not exist'}"
    return CrosscheckError("cannot-write", message, path=output, hint="make the folder first")


def _write_file(chunks: Iterable[str], given: Path) -> None:
    try:
        path = given.resolve()
        if path.exists() and not path.is_file():
            # A device or a named pipe: there is nothing to replace.
            with path.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(chunks)
            return
        temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            with temporary.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(chunks)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(str(given), error.strerror) from error


def _to_stderr(text: str) -> None:
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError:
        # Nobody reads the diagnostics; the result still counts.
        return


def _literal(text: str) -> str:
    from crosscheck.report.literal import literal

    return literal(text)
