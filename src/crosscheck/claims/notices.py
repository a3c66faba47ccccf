"""What a check has to tell, one record per thing: the one source of every format."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosscheck.claims.form import SourceVerdict
from crosscheck.claims.results import Checked, CheckResult, Found, Level, Outcome
from crosscheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.claims.form import Expectation

_STEERING = re.compile("[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""Characters that JSON leaves as they are, and that hide, reorder or break what is printed (all within four hexadecimal digits)."""

GIST = {
    Outcome.OK: "as expected",
    Outcome.DRIFT: "the wording is not the expected one",
    Outcome.CONFLICT: "a difference that matters where none was expected",
    Outcome.LOST: "the source no longer carries the claim",
    Outcome.FOUND: "the source was expected not to carry the claim",
    Outcome.SPEAKER_CHANGED: "the words are given to another speaker than expected",
    Outcome.NEW_DISCREPANCY: "a difference of a kind that was not expected",
    Outcome.FIXED_GAP: "the known gap is closed",
    Outcome.MOVED: "the words are there, and not where they stood",
    Outcome.STALE: "it holds, and was last checked too long ago, or before the source was published",
    Outcome.SOURCE_CHANGED: "the source has changed, and the claim holds",
    Outcome.UNLISTED: "nothing is expected of this source, and it carries the claim",
}
"""What each outcome says, in a few words."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that a check tells: an outcome that is not ok, or a known gap that is closed."""

    outcome: Outcome
    level: Level
    claim: str
    source: str | None
    """None for a closed gap, which is of the claim as a whole."""
    item: Checked | None
    line: int
    """Of the claims file."""
    column: int
    known_gap: bool
    edit: str
    """Lines of the claims file to change so that the check passes; empty where none are known."""

    @property
    def gist(self) -> str:
        """What is the matter, in a few words."""
        return GIST[self.outcome]

    @property
    def name(self) -> str:
        """Claim and source."""
        return f"{self.claim} × {self.source}" if self.source else self.claim


def notices(result: CheckResult) -> tuple[Notice, ...]:
    """Return what there is to tell in the order of the file; closed gaps after the rest."""
    told = [_of(item, result) for item in result.checked if item.outcome is not Outcome.OK]
    closed = [
        Notice(Outcome.FIXED_GAP, Level.ERROR, name, None, None, result.gap_lines[name], 5, False, result.edits.get(name, ""))
        for name in result.fixed
    ]
    return (*told, *closed)


def _of(item: Checked, result: CheckResult) -> Notice:
    gap = item.failing and item.claim in result.gaps
    edit = result.edits.get(f"{item.claim} {item.source}", "")
    if item.outcome is Outcome.UNLISTED and not edit:
        edit = f'name {item.path} under "sources"; `crosscheck accept {item.claim}` writes the entry'
    return Notice(
        item.outcome, result.level(item), item.claim, item.source, item, item.yaml_line, item.yaml_column, gap, "" if gap else edit
    )


def sentence(notice: Notice) -> str:
    """Return the notice in one line: what is the matter, what was expected, what was found, and where the file says so."""
    if notice.item is None:
        return f"{notice.name}: {notice.gist}; take the known-gap status off"
    known = "known gap: " if notice.known_gap else ""
    return f"{known}{notice.name}: {notice.gist}; expected {expected_words(notice.item)}; found {found_words(notice.item)}"


def details(notice: Notice, path: str) -> list[str]:
    """Return the notice in lines: the sentence, both places, the words, and the edit; ``path`` is the claims file's."""
    lines = [sentence(notice), f"claims {path}:{notice.line}:{notice.column}"]
    if notice.item is not None and notice.item.found.text:
        found = notice.item.found
        lines += [f"source {notice.item.path}:{found.line}:{found.column}", f"words {word_diff(notice.item.wanted, found.text)}"]
    return [literal(line) for line in lines] + [literal_line(line) for line in notice.edit.splitlines()]


def expected_words(item: Checked) -> str:
    """Return what was expected: the verdict and the words."""
    return f"{verdict_words(item.expected)}: “{literal(item.wanted)}”" if item.expected else "nothing"


def verdict_words(expected: Expectation) -> str:
    """Return the expected verdict with its kinds."""
    return f"{expected.verdict} ({', '.join(expected.differs)})" if expected.differs else str(expected.verdict)


def found_words(item: Checked) -> str:
    """Return what was found: the verdict and the words."""
    found: Found = item.found
    if found.verdict is SourceVerdict.ABSENT:
        return f"absent: nothing like it in {literal(item.path)}"
    kinds = f" ({', '.join(found.differs)})" if found.differs else ""
    return f"{found.verdict}{kinds}: “{literal(found.text)}”"


def word_diff(wanted: str, found: str) -> str:
    """Return ``found`` beside ``wanted`` word by word; typography alone makes no difference.

    ``[-so-]`` is expected and not there, ``{+so+}`` is there and not expected.
    """
    return " ".join(_marked(wanted, found))


def _marked(wanted: str, found: str) -> Iterator[str]:
    left, right = wanted.split(), found.split()
    matcher = difflib.SequenceMatcher(None, [_key(word) for word in left], [_key(word) for word in right], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield " ".join(right[c:d])
            continue
        if b > a:
            yield f"[-{' '.join(left[a:b])}-]"
        if d > c:
            yield f"{{+{' '.join(right[c:d])}+}}"


def _key(word: str) -> str:
    return fold(word).strip("\"'.,;:!?()[]") or fold(word)


def as_json(data: object) -> str:
    """Return ``data`` as JSON that means the same and in which no character steers a terminal."""
    dumped = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", dumped) + "\n"


def literal(text: str) -> str:
    """Article text as literal text: one line, and no character that a terminal obeys or that turns the reading direction."""
    return "".join(
        char if char == " " or unicodedata.category(char)[0] != "C" else "\N{REPLACEMENT CHARACTER}" for char in " ".join(text.split())
    )


def literal_line(line: str) -> str:
    """Return a line of the claims file as literal text, its spaces kept."""
    return " ".join(literal(part) for part in line.split(" "))
