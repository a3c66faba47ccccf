"""The smallest change of a claims file that lets it say what a check found: single values of its text, everything else untouched.

An edit is a stretch of the text and what takes its place, so comments, order, quoting, indentation and line ends stay as they are
wherever nothing is said anew.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from crosscheck.claims.form import Expectation, Status
from crosscheck.claims.meaning import finding_of
from crosscheck.claims.writing import Edit, Writer, line_end
from crosscheck.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crosscheck.claims.loading import ClaimsFile
    from crosscheck.claims.results import Checked


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
    writer = Writer(claims)
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
    return Writer(claims).expectation(("claims", number, "expect"), source, claims.claims[number].expect.get(source), wanted)


def hash_edits(claims: ClaimsFile) -> list[Edit]:
    """Return the edits that note the present hash of every source whose noted one is another."""
    writer = Writer(claims)
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
        end = line_end(text, max(edit.end - 1, edit.start) if text[edit.start : edit.end].endswith("\n") else edit.end)
        end = min(end + 1, len(text))
        if groups and start < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(end, groups[-1][1]), [*groups[-1][2], edit])
        else:
            groups.append((start, end, [edit]))
    return groups
