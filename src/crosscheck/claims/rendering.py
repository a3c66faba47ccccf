"""The result of a check as plain text: what failed, with both places and a word diff; known gaps; one summary line."""

from __future__ import annotations

import difflib
import textwrap
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from crosscheck.claims.form import Expectation, SourceVerdict
from crosscheck.claims.results import Checked, CheckResult, Found, Outcome
from crosscheck.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_GIST = {
    Outcome.DRIFT: "the wording is not the expected one",
    Outcome.CONFLICT: "a difference that matters where none was expected",
    Outcome.LOST: "the source no longer carries the claim",
    Outcome.FOUND: "the source was expected not to carry the claim",
    Outcome.SPEAKER_CHANGED: "the words are given to another speaker than expected",
    Outcome.UNLISTED: "nothing is expected of this source, and it carries the claim",
    Outcome.OK: "as expected",
}


def render_check(result: CheckResult, *, width: int = 100) -> str:
    """Render a result as lines of at most about ``width`` columns (paths and single words may be longer), newline at the end.

    In the word diff, ``[-so-]`` is expected and not there, ``{+so+}`` is there and not expected.
    """
    lines: list[str] = []
    for item in result.failures:
        lines += [*_failure(item, result.path, width), ""]
    for name in result.fixed:
        lines.append(f"fixed-gap  {name}: the known gap is closed")
        lines += [f"  claims    {result.path}:{result.gap_lines[name]}: take the known-gap status off", ""]
    lines += _notes(result)
    return "\n".join((*lines, _summary(result))) + "\n"


def word_diff(wanted: str, found: str) -> str:
    """Return ``found`` beside ``wanted`` word by word; typography alone makes no difference."""
    left, right = wanted.split(), found.split()
    matcher = difflib.SequenceMatcher(None, [_key(word) for word in left], [_key(word) for word in right], autojunk=False)
    parts = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            parts.append(" ".join(right[c:d]))
            continue
        if b > a:
            parts.append(f"[-{' '.join(left[a:b])}-]")
        if d > c:
            parts.append(f"{{+{' '.join(right[c:d])}+}}")
    return " ".join(parts)


def _failure(item: Checked, path: str, width: int) -> Iterator[str]:
    yield f"{item.outcome}  {item.claim} × {item.source}: {_GIST[item.outcome]}"
    yield from _field("expected", _expected(item), width)
    yield from _field("found", _found(item.found, item.path), width)
    if item.speaker and item.outcome is Outcome.SPEAKER_CHANGED:
        yield from _field("speaker", f"expected {item.speaker}, found {_literal(item.found.speaker or 'nobody')}", width)
    if item.found.text and item.outcome is not Outcome.SPEAKER_CHANGED:
        yield from _field("words", _literal(word_diff(item.wanted, item.found.text)), width)
    yield f"  claims    {path}:{item.yaml_line}:{item.yaml_column}"
    where = f":{item.found.line}:{item.found.column}" if item.found.text else ""
    yield f"  source    {item.path}{where}"


def _expected(item: Checked) -> str:
    return f"{_verdict(item.expected)}: “{_literal(item.wanted)}”" if item.expected else "nothing"


def _verdict(expected: Expectation) -> str:
    return f"{expected.verdict} ({', '.join(expected.differs)})" if expected.differs else str(expected.verdict)


def _found(found: Found, path: str) -> str:
    if found.verdict is SourceVerdict.ABSENT:
        return f"absent: nothing like it in {path}"
    kinds = f" ({', '.join(found.differs)})" if found.differs else ""
    return f"{found.verdict}{kinds}: “{_literal(found.text)}”"


def _notes(result: CheckResult) -> list[str]:
    lines = []
    for name in result.gaps:
        sources = ", ".join(f"{item.source} {item.outcome}" for item in result.checked if item.claim == name and item.failing)
        lines.append(f"known gap: {name} ({sources}), {result.path}:{result.gap_lines[name]}")
    lines += [
        f"note: unlisted: {item.source} carries {item.claim}, {item.path}:{item.found.line}:{item.found.column}"
        for item in result.checked
        if item.outcome is Outcome.UNLISTED
    ]
    lines += [f"note: source {source} has changed since its hash was noted" for source in result.changed]
    return [*lines, ""] if lines else []


def _summary(result: CheckResult) -> str:
    claims = len({item.claim for item in result.checked})
    sources = len({item.source for item in result.checked})
    outcomes = Counter(item.outcome for item in result.failures)
    told = [f"{count} {outcome}" for outcome in Outcome if (count := outcomes[outcome])]
    told += [f"{len(result.fixed)} fixed-gap"] if result.fixed else []
    told += [_count(len(result.gaps), "known gap")] if result.gaps else []
    verdict = "passed" if result.passed else "failed"
    detail = f": {', '.join(told)}" if told else ""
    return f"{_count(claims, 'claim')} × {_count(sources, 'source')}: {verdict}{detail}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _field(name: str, text: str, width: int) -> list[str]:
    indent = " " * 12
    return textwrap.wrap(
        text, max(width, 40), initial_indent=f"  {name:<10}", subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _key(word: str) -> str:
    return fold(word).strip("\"'.,;:!?()[]") or fold(word)


def _literal(text: str) -> str:
    """Article text as literal text: one line, and no character that a terminal obeys or that turns the reading direction."""
    return "".join(
        char if char == " " or unicodedata.category(char)[0] != "C" else "\N{REPLACEMENT CHARACTER}" for char in " ".join(text.split())
    )
