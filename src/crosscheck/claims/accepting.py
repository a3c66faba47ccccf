"""Take what a check found into the claims file, for named claims: only their expectations change, everything else stays."""

from __future__ import annotations

import difflib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.claims.editing import applied, claim_edits, hash_edits
from crosscheck.claims.loading import load_claims, parse_claims
from crosscheck.claims.problems import ClaimsProblems, suggestion
from crosscheck.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.claims.loading import ClaimsFile
    from crosscheck.claims.results import CheckResult
    from crosscheck.claims.writing import Edit


def accept_claims(path: Path, result: CheckResult, ids: Sequence[str], dry_run: bool, *, hashes: bool = False) -> str:
    """Change what the file expects in the claims ``ids`` to what ``result`` found.

    Verdicts, the quotes and kinds that go with them, the words noted around, the finding that follows and the mark of a closed gap
    change. Wording, rationale, day and every comment are a person's and stay. Where no source carries a claim any more, it is retired.

    Args:
        path: The claims file, the same that was checked.
        result: What the check found.
        ids: Ids of claims; those that hold already are left alone.
        dry_run: Write nothing.
        hashes: Note the present hashes of the sources, too.

    Returns:
        A unified diff of the file; empty where nothing changes.

    Raises:
        ClaimsError: Under CI (the variable ``CI`` is set), for an unknown id, or where the file cannot be read or written.
    """
    if not dry_run:
        refuse_under_ci(path)
    claims = load_claims(path)
    _known(claims, ids)
    edits = [edit for name in dict.fromkeys(ids) for edit in _edits(claims, result, name)]
    after = applied(claims.text, [*edits, *(hash_edits(claims) if hashes else ())])
    if after == claims.text:
        return ""
    try:
        parse_claims(after, path)
    except ClaimsProblems as error:
        raise ClaimsError(
            "cannot-accept", f"the change would break the file: {error.message}", path=claims.path, hint="make it by hand"
        ) from error
    if not dry_run:
        _write(path, after)
    return "".join(difflib.unified_diff(_lines(claims.text), _lines(after), claims.path, claims.path))


def refuse_under_ci(path: Path) -> None:
    """Raise where the variable ``CI`` is set: what CI guards, a person changes at a desk.

    Raises:
        ClaimsError: It is.
    """
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        hint = "run `crosscheck accept` at your desk; --dry-run shows the change here"
        raise ClaimsError("accept-under-ci", "nothing is accepted under CI", path=path.as_posix(), hint=hint)


def _known(claims: ClaimsFile, ids: Sequence[str]) -> None:
    known = [claim.id for claim in claims.claims]
    for name in ids:
        if name not in known:
            hint = suggestion(name, known, what="claims") or None
            raise ClaimsError("unknown-claim", f'there is no claim "{name}"', path=claims.path, hint=hint)


def _edits(claims: ClaimsFile, result: CheckResult, name: str) -> list[Edit]:
    number = next(at for at, claim in enumerate(claims.claims) if claim.id == name)
    items = [item for item in result.checked if item.claim == name and item.settled is not None]
    closed = name in result.fixed
    return claim_edits(claims, number, items, closed=closed) if items or closed else []


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends; a last line without one is told as diff does."""
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n\\ No newline at end of file\n"
    return lines


def _write(path: Path, text: str) -> None:
    """Write beside the file and rename, so that there is never half a file; a byte order mark stays."""
    named, path = path.as_posix(), path.resolve()
    name = None
    try:
        if not path.stat().st_mode & 0o222:
            hint = "somebody has made it read-only; `chmod u+w` lets it be changed"
            raise ClaimsError("claims-file-unwritable", "the claims file is read-only", path=named, hint=hint)
        mark = "\ufeff" if path.read_bytes().startswith(b"\xef\xbb\xbf") else ""
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(mark + text)
        Path(name).chmod(path.stat().st_mode & 0o777)
        Path(name).replace(path)
    except OSError as error:
        raise ClaimsError("claims-file-unwritable", f"cannot write the claims file: {error.strerror}", path=named) from error
    finally:
        if name is not None:
            with suppress(OSError):
                Path(name).unlink()
