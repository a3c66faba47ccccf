"""The smallest change of a claims file that lets it say what a check found: single values of its text, everything else untouched.

An edit is a stretch of the text and what takes its place, so comments, order, quoting, indentation and line ends stay as they are
wherever nothing is said anew.
"""

from __future__ import annotations

import difflib
import json
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.claims.form import Expectation, Status
from crosscheck.claims.meaning import finding_of
from crosscheck.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosscheck.claims.loading import ClaimsFile
    from crosscheck.claims.results import Checked
    from crosscheck.claims.tree import Loc, Node

_KEYS = ("verdict", "quote", "prefix", "suffix", "differs")
"""Keys of an expectation that a check may change, in the order in which they are written."""


class Edit(NamedTuple):
    """``text[start:end]`` of the claims file becomes ``new``."""

    start: int
    end: int
    new: str


def needed_edits(claims: ClaimsFile, checked: Iterable[Checked], fixed: Sequence[str]) -> dict[str, str]:
    """Return, by ``claim source``, the lines to change for each expectation that could be settled; by claim for a closed gap."""
    numbers = {claim.id: number for number, claim in enumerate(claims.claims)}
    edits = {f"{item.claim} {item.source}": _lines_of(claims, numbers[item.claim], [item]) for item in checked if item.settled is not None}
    return edits | {name: _lines_of(claims, numbers[name], [], closed=True) for name in fixed}


def _lines_of(claims: ClaimsFile, number: int, items: Sequence[Checked], *, closed: bool = False) -> str:
    """The lines to change; empty where a change would be one of other places as well."""
    try:
        return shown(claims.text, claim_edits(claims, number, items, closed=closed))
    except ClaimsError:
        return ""


def claim_edits(claims: ClaimsFile, number: int, items: Sequence[Checked], *, closed: bool = False) -> list[Edit]:
    """Return the edits that take the settled expectations of ``items``, all of one claim, into the file.

    The claim's finding follows. Where no source carries the claim any more, it is retired instead: a claim of nobody is none.

    Args:
        claims: The file.
        number: Of the claim, from 0.
        items: What was checked; those without a settled expectation, or of a source that the file does not list, change nothing.
        closed: Whether the claim is no known gap any more.

    Raises:
        ClaimsError: A value that would have to change is written once for several places.
    """
    claim, loc = claims.claims[number], ("claims", number)
    expect = dict(claim.expect)
    edits: list[Edit] = []
    writer = _Writer(claims)
    for item in items:
        if item.settled is not None and item.source in claims.form.sources:
            expect[item.source] = item.settled
            edits += writer.expectation((*loc, "expect"), item.source, claim.expect.get(item.source), item.settled)
    finding = finding_of(expect)
    if finding is None:
        return writer.keys(loc, {"status": str(Status.RETIRED)}, after="rationale")
    if finding is not claim.finding:
        edits += writer.keys(loc, {"finding": str(finding)}, after="id")
    if closed or (edits and claim.status is Status.KNOWN_GAP):
        edits += writer.keys(loc, {"status": str(Status.ACTIVE)}, after="id")
    return edits


def expectation_edits(claims: ClaimsFile, number: int, source: str, wanted: Expectation) -> list[Edit]:
    """Return the edits that make ``wanted`` what the file expects of a source in its claim ``number``; nothing else follows."""
    return _Writer(claims).expectation(("claims", number, "expect"), source, claims.claims[number].expect.get(source), wanted)


def hash_edits(claims: ClaimsFile) -> list[Edit]:
    """Return the edits that note the present hash of every source whose noted one is another."""
    writer = _Writer(claims)
    changed = [source for source in claims.form.sources if claims.changed(source)]
    return [edit for source in changed for edit in writer.keys(("sources", source), {"sha256": claims.hashes[source]}, after="path")]


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with the edits made; they must not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def shown(text: str, edits: Sequence[Edit]) -> str:
    """Return the lines that the edits take away (``-``) and put in their place (``+``), each after its number in the file as it is."""
    rows: list[str] = []
    for start, end, group in _by_lines(text, edits):
        before = text[start:end].splitlines()
        after = applied(text[start:end], [Edit(edit.start - start, edit.end - start, edit.new) for edit in group]).splitlines()
        first = text.count("\n", 0, start) + 1
        for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag != "equal":
                rows += [f"{first + a + n} - {line}" for n, line in enumerate(before[a:b])]
                rows += [f"{first + a} + {line}" for line in after[c:d]]
    return "\n".join(rows)


def _by_lines(text: str, edits: Sequence[Edit]) -> list[tuple[int, int, list[Edit]]]:
    """Gather edits of the same lines: offsets of the whole lines, and the edits within."""
    groups: list[tuple[int, int, list[Edit]]] = []
    for edit in sorted(edits):
        start = text.rfind("\n", 0, edit.start) + 1
        end = _line_end(text, max(edit.end - 1, edit.start) if text[edit.start : edit.end].endswith("\n") else edit.end)
        end = min(end + 1, len(text))
        if groups and start < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(end, groups[-1][1]), [*groups[-1][2], edit])
        else:
            groups.append((start, end, [edit]))
    return groups


class _Writer:
    """Writes values into one file in the file's own style."""

    def __init__(self, claims: ClaimsFile) -> None:
        self.text, self.nodes, self.claims = claims.text, claims.tree.nodes, claims
        self.newline = "\r\n" if "\r\n" in self.text else "\n"

    def expectation(self, loc: Loc, source: str, old: Expectation | None, new: Expectation) -> list[Edit]:
        wanted = _values(new)
        self._alone((*loc, source))
        node = self.nodes.get((*loc, source))
        if old is None or node is None:
            return self._entry(loc, source, wanted)
        if node.style not in ("flow", "block"):
            return self._from_short(loc, node, wanted)
        had = _values(old)
        changes = {key: wanted.get(key) for key in _KEYS if had.get(key) != wanted.get(key)}
        return self.keys((*loc, source), changes, after="verdict")

    def keys(self, loc: Loc, changes: dict[str, str | None], *, after: str) -> list[Edit]:
        """Set (or with None, take away) values of the mapping at ``loc``; a new key goes behind the key ``after``."""
        for key in changes:
            self._alone((*loc, key))
        if self.nodes[loc].style == "flow" and any(value is None or (*loc, key) not in self.nodes for key, value in changes.items()):
            return [self._flow(loc, changes)]
        edits = []
        added = ""
        for key, value in changes.items():
            node = self.nodes.get((*loc, key))
            if node is None:
                if value is not None:
                    added += f"{self.newline}{' ' * self.nodes[(*loc, after)].column}{key}: {value}"
            elif value is None:
                end = _line_end(self.text, self._end(node))
                edits.append(Edit(self.text.rfind("\n", 0, node.key) + 1, min(end + 1, len(self.text)), ""))
            elif node.start == node.end:
                at = self.text.index(":", node.key) + 1
                edits.append(Edit(at, at, f" {value}"))
            else:
                edits.append(Edit(node.start, self._end(node), _as(node.style, value)))
        if added:
            at = self._end_of_line(self.nodes[(*loc, after)])
            edits.append(Edit(at, at, added))
        return edits

    def _alone(self, loc: Loc) -> None:
        """Refuse a change that an alias would carry to another place.

        Raises:
            ClaimsError: The value is written once for several places.
        """
        if self.claims.tree.is_shared(loc):
            line, column = self.claims.tree.position(loc)
            message = f'"{loc[-1]}" is written once for several places (& and *)'
            hint = "write the value out at each place, or change it by hand"
            raise ClaimsError("cannot-accept", message, path=self.claims.path, line=line, column=column, hint=hint)

    def _entry(self, loc: Loc, source: str, wanted: dict[str, str]) -> list[Edit]:
        """Add an expectation for a source that has none."""
        parent = self.nodes[loc]
        if parent.style == "flow":
            at = self.text.rindex("}", parent.start, parent.end)
            return [Edit(at, at, f", {source}: {_inline(wanted)}")]
        column = min(node.column for way, node in self.nodes.items() if way[:-1] == loc)
        value = self._block(wanted, column) if len(wanted) > 1 else f" {wanted['verdict']}"
        at = self._end_of_line(parent)
        return [Edit(at, at, f"{self.newline}{' ' * column}{source}:{value}")]

    def _from_short(self, loc: Loc, node: Node, wanted: dict[str, str]) -> list[Edit]:
        if len(wanted) == 1:
            return [Edit(node.start, node.end, _as(node.style, wanted["verdict"]))]
        if self.nodes[loc].style == "flow":
            return [Edit(node.start, node.end, _inline(wanted))]
        colon = self.text.index(":", node.key) + 1
        end = self._end_of_line(node)
        return [Edit(colon, end, self.text[node.end : end] + self._block(wanted, node.column))]

    def _block(self, wanted: dict[str, str], column: int) -> str:
        return "".join(f"{self.newline}{' ' * (column + 2)}{key}: {value}" for key, value in wanted.items())

    def _flow(self, loc: Loc, changes: dict[str, str | None]) -> Edit:
        """Write a mapping in braces anew, each value that stays as it was."""
        node = self.nodes[loc]
        have = {str(way[-1]): self.text[inner.start : inner.end] for way, inner in self.nodes.items() if way[:-1] == loc}
        kept = {key: value for key, value in {**have, **changes}.items() if value is not None}
        return Edit(node.start, node.end, _inline(kept))

    def _end(self, node: Node) -> int:
        """Where a value ends; a block scalar without the line ends behind it."""
        return node.start + len(self.text[node.start : node.end].rstrip()) if node.style in ("|", ">") else node.end

    def _end_of_line(self, node: Node) -> int:
        end = _line_end(self.text, self._end(node))
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


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
