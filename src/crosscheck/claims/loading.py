"""A claims file → a validated ``ClaimsFile``, or every problem with its place."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.claims.form import ClaimEntry, ClaimsForm
from crosscheck.claims.meaning import meaning_problems
from crosscheck.claims.problems import LINE_END, ClaimsProblems, shortened, with_snippets
from crosscheck.claims.shape import shape_problems
from crosscheck.claims.tree import MAX_BYTES, Loc, Position, Tree, read_tree
from crosscheck.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """A claims file that makes sense."""

    path: str
    """As the user named it, with forward slashes."""
    form: ClaimsForm
    tree: Tree
    """Where each key and value stands."""
    paths: dict[str, str]
    """Path of each source by id: from the working folder if the claims file was named so, with forward slashes."""
    text: str
    """The file itself, without a byte order mark."""
    hashes: dict[str, str]
    """SHA-256 of each source's bytes as they are now, by id."""

    @property
    def claims(self) -> tuple[ClaimEntry, ...]:
        """The claims in the order of the file, retired ones included."""
        return self.form.claims

    @property
    def source_paths(self) -> tuple[Path, ...]:
        """The articles to read, in the order of the file."""
        return tuple(Path(path) for path in self.paths.values())

    def changed(self, source: str) -> bool:
        """Tell whether the source's bytes are not those whose hash the file notes; False where it notes none."""
        return self.form.sources[source].sha256 not in (None, self.hashes[source])

    def position(self, loc: Loc) -> Position:
        """Return line and column of a value of the file."""
        return self.tree.position(loc)


def load_claims(path: Path) -> ClaimsFile:
    """Read and validate a claims file. The paths of its sources count from the folder it is in.

    Raises:
        ClaimsProblems: It cannot be read, is not YAML, does not have the form, contradicts itself, or names a source file
            that is not there; ``problems`` holds one error per problem.
    """
    try:
        text = _read(path, path.as_posix())
    except ClaimsProblems:
        raise
    except ClaimsError as error:
        raise ClaimsProblems([error]) from error
    return parse_claims(text, path)


def parse_claims(text: str, path: Path, *, draft: bool = False) -> ClaimsFile:
    """Validate the text of a claims file that stands at ``path``, or would; see ``load_claims``. A ``draft`` may lack rationales."""
    named = path.as_posix()
    try:
        tree, problems = read_tree(text, named)
    except ClaimsError as error:
        raise with_snippets([error], text) from error
    form, wrong_shape = shape_problems(tree, named)
    problems += wrong_shape
    problems += [item for item in meaning_problems(tree, named) if not (draft and item.code == "todo-rationale")]
    paths = _paths(tree.data, path.parent)
    problems += [_missing(tree, named, source, file) for source, file in paths.items() if not _is_file(file)]
    problems += _twice(tree, named, paths)
    if problems or form is None:
        raise with_snippets(problems, text)
    return ClaimsFile(named, form, tree, paths, text, _hashes(paths, tree, named))


def _read(path: Path, named: str) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ClaimsError(
                "claims-file-too-large", f"the claims file has more than {MAX_BYTES} bytes", path=named, hint="split it by story"
            )
        raw = path.read_bytes()
    except OSError as error:
        hint = _UNREADABLE.get(type(error), "name a file that you may read")
        raise ClaimsError("claims-file-unreadable", f"cannot read the claims file: {error.strerror}", path=named, hint=hint) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = LINE_END.split(raw[: error.start].decode("utf-8-sig"))
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        hint = "save the claims file as UTF-8"
        problem = ClaimsError("not-utf-8", message, path=named, line=len(before), column=len(before[-1]) + 1, hint=hint)
        raise with_snippets([problem], raw.decode("utf-8-sig", "replace")) from error


_UNREADABLE = {
    FileNotFoundError: "`crosscheck draft PATHS` proposes a claims file",
    IsADirectoryError: "name the file in it",
}
"""What to do about a claims file that cannot be read."""


def _paths(data: object, folder: Path) -> dict[str, str]:
    """Where the sources are, by id; entries that have no path are left to the form."""
    sources = data.get("sources") if isinstance(data, dict) else None
    entries = sources.items() if isinstance(sources, dict) else ()
    given = {source: entry.get("path") for source, entry in entries if isinstance(entry, dict)}
    return {source: Path(os.path.normpath(folder / path)).as_posix() for source, path in given.items() if isinstance(path, str) and path}


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):  # a name that is too long, or has a null character in it
        return False


def _twice(tree: Tree, named: str, paths: dict[str, str]) -> Iterator[ClaimsError]:
    """Sources that lead to the article of an earlier one: what each of them says would be held against the same text."""
    first: dict[str, str] = {}
    for source, file in paths.items():
        if first.setdefault(file, source) != source:
            line, column = tree.position(("sources", source, "path"))
            message = f'the source "{source}" is the same file as "{first[file]}"'
            yield ClaimsError("duplicate-source", message, path=named, line=line, column=column, hint="keep one of them")


def _missing(tree: Tree, named: str, source: str, file: str) -> ClaimsError:
    line, column = tree.position(("sources", source, "path"))
    message = f"there is no file {shortened(file)} (source {source})"
    hint = "paths of sources count from the folder of the claims file"
    return ClaimsError("missing-source", message, path=named, line=line, column=column, hint=hint)


def _hashes(paths: dict[str, str], tree: Tree, named: str) -> dict[str, str]:
    hashes, problems = {}, []
    for source, file in paths.items():
        try:
            hashes[source] = hashlib.sha256(Path(file).read_bytes()).hexdigest()
        except OSError as error:
            line, column = tree.position(("sources", source, "path"))
            problems.append(ClaimsError("source-unreadable", f"cannot read {file}: {error.strerror}", path=named, line=line, column=column))
    if problems:
        raise ClaimsProblems(problems)
    return hashes
