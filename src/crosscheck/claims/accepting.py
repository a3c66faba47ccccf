"""Take what a check found into the claims file, for named claims: only their expectations change, everything else stays."""

from __future__ import annotations

import difflib
import io
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from crosscheck.claims.form import SourceVerdict
from crosscheck.claims.problems import suggestion
from crosscheck.claims.words import words_of
from crosscheck.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.claims.results import Checked, CheckResult


def accept_claims(path: Path, result: CheckResult, ids: Sequence[str], dry_run: bool) -> str:
    """Change the expectations of the claims ``ids`` to what ``result`` found; comments, order and quoting stay.

    ``quote`` of the claim, ``rationale``, ``finding`` and everything else is a person's and stays: where the finding no longer
    follows, the next ``load_claims`` says so.

    Args:
        path: The claims file, the same that was checked.
        result: What the check found.
        ids: Ids of claims; those that hold already are left alone.
        dry_run: Write nothing.

    Returns:
        A unified diff of the file; empty where nothing changes.

    Raises:
        ClaimsError: Under CI (the variable ``CI`` is set), for an unknown id, or where the file cannot be written.
    """
    if not dry_run and os.environ.get("CI", "").lower() not in ("", "0", "false"):
        raise ClaimsError(
            "accept-under-ci", "nothing is accepted under CI", path=path.as_posix(), hint="run `crosscheck accept` at your desk"
        )
    known = list(dict.fromkeys(item.claim for item in result.checked))
    for name in ids:
        if name not in known:
            raise ClaimsError(
                "unknown-claim", f'there is no claim "{name}"', path=path.as_posix(), hint=suggestion(name, known, what="claims") or None
            )
    before = path.read_bytes().decode("utf-8-sig")
    after = _edited(before, [item for item in result.checked if item.claim in ids and item.failing])
    if after != before and not dry_run:
        _write(path, after)
    return "".join(difflib.unified_diff(before.splitlines(True), after.splitlines(True), path.as_posix(), path.as_posix()))


def round_trip() -> YAML:
    """Return a reader and writer that keeps comments, order, quoting and line breaks of a claims file."""
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _edited(text: str, items: list[Checked]) -> str:
    if not items:
        return text
    yaml = round_trip()
    data = yaml.load(text)
    entries = {entry["id"]: entry for entry in data["claims"]}
    for item in items:
        expect = entries[item.claim]["expect"]
        expect[item.source] = _entry(item, entries[item.claim]["quote"], expect.get(item.source))
    out = io.StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def _entry(item: Checked, quote: str, old: Any) -> Any:  # noqa: ANN401 - ruamel nodes are untyped
    """The expectation that would hold, in the short form where nothing but the verdict is to be said."""
    verdict = item.found.verdict
    if verdict is SourceVerdict.ABSENT or (verdict is SourceVerdict.VERBATIM and words_of(item.found.text) == words_of(quote)):
        return str(verdict)
    entry = old if isinstance(old, CommentedMap) else CommentedMap()
    entry["verdict"] = str(verdict)
    entry["quote"] = entry["quote"] if words_of(str(entry.get("quote", ""))) == words_of(item.found.text) else item.found.text
    entry.pop("differs", None)
    if verdict is SourceVerdict.CONFLICT:
        entry["differs"] = CommentedSeq(str(kind) for kind in item.found.differs)
        entry["differs"].fa.set_flow_style()
    return entry


def _write(path: Path, text: str) -> None:
    """Write beside the file and rename, so that there is never half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except OSError as error:
        raise ClaimsError("claims-file-unwritable", f"cannot write the claims file: {error.strerror}", path=path.as_posix()) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
