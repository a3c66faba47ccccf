"""Writes single values into the text of a claims file, in the file's own style.

An edit is a stretch of the text and what takes its place. Comments stay: those that stand within a stretch that goes are put where it
stood.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crosscheck.claims.form import Expectation
    from crosscheck.claims.loading import ClaimsFile
    from crosscheck.claims.tree import Loc, Node

_KEYS = ("verdict", "quote", "prefix", "suffix", "differs")
"""Keys of an expectation that a check may change, in the order in which they are written."""
_COMMENT = re.compile(r"(?<![^\s])#[^\r\n]*")


class Edit(NamedTuple):
    """``text[start:end]`` of the claims file becomes ``new``."""

    start: int
    end: int
    new: str


class Writer:
    """Writes values into one file."""

    def __init__(self, claims: ClaimsFile) -> None:
        """Take the file with the places of its values.

        Raises:
            ClaimsError: Its lines end in carriage returns alone, as no editor has written them for twenty years.
        """
        if "\r" in claims.text.replace("\r\n", ""):
            hint = "save the file with line feeds at the ends of its lines"
            raise ClaimsError("cannot-accept", "lines end in carriage returns alone", path=claims.path, hint=hint)
        self.text, self.nodes, self.tree, self.path = claims.text, claims.tree.nodes, claims.tree, claims.path
        self.newline = "\r\n" if "\r\n" in self.text else "\n"

    def expectation(self, loc: Loc, source: str, old: Expectation | None, new: Expectation) -> list[Edit]:
        """Return the edits by which the mapping at ``loc`` expects ``new`` of a source.

        Raises:
            ClaimsError: What would have to change is written once for several places.
        """
        wanted = _values(new)
        self._alone((*loc, source))
        node = self.nodes.get((*loc, source))
        if old is None or node is None:
            return self._entry(loc, source, wanted)
        if node.style not in ("flow", "block"):
            return [self._from_short(loc, node, wanted)]
        had = _values(old)
        changes = {key: wanted.get(key) for key in _KEYS if had.get(key) != wanted.get(key)}
        return self.keys((*loc, source), changes, after="verdict")

    def keys(self, loc: Loc, changes: dict[str, str | None], *, after: str) -> list[Edit]:
        """Return the edits that set (or with None, take away) values of the mapping at ``loc``; a new key goes behind the key ``after``.

        Raises:
            ClaimsError: One of them is written once for several places.
        """
        for key in changes:
            self._alone((*loc, key))
        there = {key: self.nodes[*loc, key] for key in changes if (*loc, key) in self.nodes}
        edits = [edit for key, node in there.items() if (value := changes[key]) is not None for edit in self._set((*loc, key), node, value)]
        gone = [node for key, node in there.items() if changes[key] is None]
        new = [f"{key}: {value}" for key, value in changes.items() if value is not None and key not in there]
        if self.nodes[loc].style == "flow":
            return edits + self._flow(loc, gone, new)
        edits += [self._without_lines(node.key, self._end(node), node.column) for node in gone]
        if new:
            behind = self.nodes[*loc, after]
            at = self._end_of_line(behind)
            edits.append(Edit(at, at, "".join(f"{self.newline}{' ' * behind.column}{line}" for line in new)))
        return edits

    def _alone(self, loc: Loc) -> None:
        """Refuse a change that an alias would carry to another place.

        Raises:
            ClaimsError: The value is written once for several places.
        """
        if self.tree.is_shared(loc):
            line, column = self.tree.position(loc)
            message = f'"{loc[-1]}" is written once for several places (& and *)'
            hint = "write the value out at each place, or change it by hand"
            raise ClaimsError("cannot-accept", message, path=self.path, line=line, column=column, hint=hint)

    def _set(self, loc: Loc, node: Node, value: str) -> list[Edit]:
        """Put ``value`` in the place of another."""
        if node.start == node.end:
            at = self.text.index(":", node.key) + 1
            return [Edit(at, at, f" {value}")]
        if node.style == "block":
            return self._items(loc, value)
        end = self._end(node)
        return [Edit(node.start, end, _as(node.style, value) + self._kept(node.start, end))]

    def _items(self, loc: Loc, value: str) -> list[Edit]:
        """Put the words of ``[one, other]`` in the place of those of a list with a line for each; one that stays is left alone."""
        wanted = value.strip("[]").split(", ")
        items = [node for way, node in self.nodes.items() if way[:-1] == loc]
        words = [self.text[node.start : self._end(node)].strip("'\"") for node in items]
        gone = [node for node, word in zip(items, words, strict=True) if word not in wanted]
        new = [word for word in wanted if word not in words]
        edits = [Edit(node.start, self._end(node), word) for node, word in zip(gone, new, strict=False)]
        edits += [self._without_lines(node.start, self._end(node), self._dash(node)) for node in gone[len(new) :]]
        if rest := new[len(gone) :]:
            at = self._end_of_line(items[-1])
            edits.append(Edit(at, at, "".join(f"{self.newline}{' ' * self._dash(items[-1])}- {word}" for word in rest)))
        return edits

    def _dash(self, node: Node) -> int:
        """The column of the dash before an item."""
        begin = self.text.rfind("\n", 0, node.start) + 1
        return self.text.index("-", begin) - begin

    def _without_lines(self, start: int, end: int, column: int) -> Edit:
        """Take whole lines away, but for their comments."""
        begin = self.text.rfind("\n", 0, start) + 1
        end = min(line_end(self.text, end) + 1, len(self.text))
        return Edit(begin, end, "".join(f"{' ' * column}{comment}{self.newline}" for comment in self._comments(begin, end)))

    def _flow(self, loc: Loc, gone: Sequence[Node], new: Sequence[str]) -> list[Edit]:
        """Take entries out of braces and put others behind the last that stays."""
        entries = sorted((node for way, node in self.nodes.items() if way[:-1] == loc), key=lambda node: node.key)
        kept = [node for node in entries if node not in gone]
        edits = []
        for before, after in zip((None, *kept), (*kept, None), strict=True):
            run = [node for node in gone if (not before or before.key < node.key) and (not after or node.key < after.key)]
            if run and after:
                start = min(node.key for node in run)
                edits.append(Edit(start, after.key, self._on_lines(start, after.key, after.column)))
            elif run and before:
                start, end = self._end(before), max(self._end(node) for node in run)
                edits.append(Edit(start, end, self._on_lines(start, end, before.column)))
        at = self._end(kept[-1])
        return [*edits, Edit(at, at, "".join(f", {line}" for line in new))] if new else edits

    def _on_lines(self, start: int, end: int, column: int) -> str:
        """The comments of a stretch, each to the end of a line, with the next line begun."""
        return "".join(f"  {comment}{self.newline}{' ' * column}" for comment in self._comments(start, end))

    def _entry(self, loc: Loc, source: str, wanted: dict[str, str]) -> list[Edit]:
        """Add an expectation for a source that has none."""
        if self.nodes[loc].style == "flow":
            return self._flow(loc, (), [f"{source}: {_inline(wanted)}"])
        column = min(node.column for way, node in self.nodes.items() if way[:-1] == loc)
        value = self._block(wanted, column) if len(wanted) > 1 else f" {wanted['verdict']}"
        at = self._end_of_line(self.nodes[loc])
        return [Edit(at, at, f"{self.newline}{' ' * column}{source}:{value}")]

    def _from_short(self, loc: Loc, node: Node, wanted: dict[str, str]) -> Edit:
        """Write an expectation in the place of a mere verdict."""
        stop = self._end(node)
        comments = self._kept(node.start, stop)
        if len(wanted) == 1:
            return Edit(node.start, stop, _as(node.style, wanted["verdict"]) + comments)
        if self.nodes[loc].style == "flow":
            return Edit(node.start, stop, _inline(wanted))
        colon = self.text.index(":", node.key) + 1
        end = self._end_of_line(node)
        return Edit(colon, end, comments + self.text[stop:end] + self._block(wanted, node.column))

    def _block(self, wanted: dict[str, str], column: int) -> str:
        return "".join(f"{self.newline}{' ' * (column + 2)}{key}: {value}" for key, value in wanted.items())

    def _kept(self, start: int, end: int) -> str:
        """The comments of a stretch, to be put at the end of a line."""
        return "".join(f"  {comment}" for comment in self._comments(start, end))

    def _comments(self, start: int, end: int) -> Iterator[str]:
        """The comments that begin in a stretch of the text: hashes after white space that stand in no value."""
        values = [
            Writer._content(self.text, node) for node in self.nodes.values() if node.style not in ("flow", "block") and node.start < end
        ]
        for match in _COMMENT.finditer(self.text, start, end):
            if not any(first <= match.start() < last for first, last in values):
                yield match[0].rstrip()

    @staticmethod
    def _content(text: str, node: Node) -> tuple[int, int]:
        """Where the words of a value stand; the line that begins a block scalar may hold a comment."""
        return (line_end(text, node.start), node.end) if node.style in ("|", ">") else (node.start, node.end)

    def _end(self, node: Node) -> int:
        """Where a value ends; a block scalar without the line ends behind it."""
        return node.start + len(self.text[node.start : node.end].rstrip()) if node.style in ("|", ">") else node.end

    def _end_of_line(self, node: Node) -> int:
        end = line_end(self.text, self._end(node))
        return end - 1 if end and self.text[end - 1] == "\r" else end


def _values(expected: Expectation) -> dict[str, str]:
    """The parts of an expectation that a check may change, as YAML."""
    given = {
        "verdict": str(expected.verdict),
        "quote": expected.quote and _quoted(expected.quote),
        "prefix": expected.prefix and _quoted(expected.prefix),
        "suffix": expected.suffix and _quoted(expected.suffix),
        "differs": f"[{', '.join(expected.differs)}]" if expected.differs else None,
    }
    return {key: value for key, value in given.items() if value}


def _inline(wanted: dict[str, str]) -> str:
    if set(wanted) == {"verdict"}:
        return wanted["verdict"]
    return "{" + ", ".join(f"{key}: {value}" for key, value in wanted.items()) + "}"


def _quoted(text: str) -> str:
    """Write a text in double quotation marks; a JSON string is one in YAML."""
    dumped = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return "".join(f"\\U{ord(char):08x}" if unicodedata.category(char)[0] == "C" else char for char in dumped)


def _as(style: str, value: str) -> str:
    """Write a value in the marks that the old one had, where they can hold it."""
    if style == "'" and "\\" not in value and (value.startswith('"') or not value.startswith("[")):
        return "'" + (json.loads(value) if value.startswith('"') else value).replace("'", "''") + "'"
    if style == '"' and not value.startswith(('"', "[")):
        return f'"{value}"'
    return value


def line_end(text: str, at: int) -> int:
    """Return where the line of ``at`` ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end
