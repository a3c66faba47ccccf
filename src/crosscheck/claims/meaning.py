"""What a file of the right form may still contradict: ids, expectations that cannot hold, findings that do not follow.

Claims are judged one by one, so that a mistake in one does not hide those of the others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from crosscheck.claims.form import ClaimEntry, Expectation, SourceVerdict
from crosscheck.claims.problems import suggestion
from crosscheck.claims.words import find, words_of
from crosscheck.errors import ClaimsError
from crosscheck.records import Form, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crosscheck.claims.tree import Loc, Tree

_NO_WORDS = "write the words as the article prints them"
_TODO = re.compile(r"\W*(?:TODO|TBD|FIXME|XXX)\b", re.IGNORECASE)
"""Begins a rationale that is still to be written; a name that begins with these letters does not."""
_AGAINST = (SourceVerdict.CONFLICT, SourceVerdict.MISATTRIBUTED)


class _Trouble(NamedTuple):
    code: str
    message: str
    loc: Loc
    hint: str


def meaning_problems(tree: Tree, path: str) -> list[ClaimsError]:
    """Return what contradicts itself, as far as the data has the form."""
    found = []
    for item in _troubles(tree.data):
        line, column = tree.position(item.loc, key=item.code in ("unused-source", "unknown-source"))
        found.append(ClaimsError(item.code, item.message, path=path, line=line, column=column, hint=item.hint or None))
    return found


def finding_of(expectations: dict[str, Expectation]) -> Verdict | None:
    """Return the finding that follows from what the sources do, None where no source carries the claim."""
    verdicts = [item.verdict for item in expectations.values() if item.verdict is not SourceVerdict.ABSENT]
    if not verdicts:
        return None
    if any(verdict in _AGAINST for verdict in verdicts):
        return Verdict.DISCREPANCY
    return Verdict.AGREEMENT if len(verdicts) > 1 else Verdict.SINGLE_SOURCE


def _troubles(data: object) -> Iterator[_Trouble]:
    if not isinstance(data, dict):
        return
    sources, speakers = _keys(data.get("sources")), _keys(data.get("speakers"))
    entries = data.get("claims")
    seen: dict[str, int] = {}
    used: set[str] = set()
    for number, raw in enumerate(entries if isinstance(entries, list) else []):
        loc: Loc = ("claims", number)
        if not isinstance(raw, dict):
            continue
        used |= set(_keys(raw.get("expect")))
        yield from _references(raw, loc, sources, speakers)
        name = raw.get("id")
        if isinstance(name, str):
            if name in seen:
                yield _Trouble(
                    "duplicate-claim", f'there is a claim "{name}" already', (*loc, "id"), f"claim {seen[name] + 1} of the file has it"
                )
            seen.setdefault(name, number)
        try:
            claim = ClaimEntry.model_validate(raw)
        except ValidationError:
            continue
        yield from _claim(claim, loc)
    for source in sources if used else ():
        if source not in used and not _excused(data["sources"][source]):
            hint = 'give it an entry under "expect" of a claim, or say why not with "unused"'
            yield _Trouble("unused-source", f'no claim expects anything of the source "{source}"', ("sources", source), hint)


def _references(raw: dict[str, object], loc: Loc, sources: list[str], speakers: list[str]) -> Iterator[_Trouble]:
    for source in _keys(raw.get("expect")):
        if source not in sources and sources:
            hint = suggestion(source, sources, what="sources")
            yield _Trouble("unknown-source", f'unknown source "{source}"', (*loc, "expect", source), hint)
    speaker = raw.get("speaker")
    if isinstance(speaker, str) and speaker not in speakers:
        hint = suggestion(speaker, speakers, what="speakers") or 'give the name under "speakers"'
        yield _Trouble("unknown-speaker", f'unknown speaker "{speaker}"', (*loc, "speaker"), hint)


def _claim(claim: ClaimEntry, loc: Loc) -> Iterator[_Trouble]:
    if not words_of(claim.quote):
        yield _Trouble("no-words", f'the quote of "{claim.id}" has no words', (*loc, "quote"), _NO_WORDS)
    if _TODO.match(claim.rationale) or not words_of(claim.rationale):
        yield _Trouble(
            "todo-rationale", f'the rationale of "{claim.id}" is still to be written', (*loc, "rationale"), "say why a reader judges so"
        )
    if claim.form is Form.NARRATED and claim.speaker is not None:
        yield _Trouble(
            "narrated-with-speaker", f'"{claim.id}" is narrated and has a speaker', (*loc, "speaker"), "narrated is the source's own voice"
        )
    follows = finding_of(claim.expect)
    if follows is None:
        yield _Trouble("impossible-expectation", f'no source carries "{claim.id}"', (*loc, "expect"), "at least one must not be absent")
    elif follows is not claim.finding:
        yield _Trouble(
            "finding-does-not-follow", f'"{claim.finding}" does not follow from "expect"', (*loc, "finding"), f'"{follows}" does'
        )
    for source, expected in claim.expect.items():
        yield from _expectation(claim, expected, (*loc, "expect", source))


def _expectation(claim: ClaimEntry, expected: Expectation, loc: Loc) -> Iterator[_Trouble]:
    verdict = expected.verdict
    if expected.differs and verdict is not SourceVerdict.CONFLICT:
        yield _Trouble("differs-without-conflict", f'"differs" goes with conflict, not with {verdict}', (*loc, "differs"), "take it away")
    if verdict is SourceVerdict.CONFLICT and not expected.differs:
        yield _Trouble("conflict-without-differs", "a conflict must say in what", loc, 'add "differs" with one or more kinds')
    if verdict is SourceVerdict.MISATTRIBUTED and claim.speaker is None:
        yield _Trouble("impossible-expectation", "misattributed without a speaker of the claim", loc, 'give the claim a "speaker"')
    for key, around in (("prefix", expected.prefix), ("suffix", expected.suffix)):
        if around is not None and verdict is SourceVerdict.ABSENT:
            yield _Trouble("impossible-expectation", f"absent with a {key}", (*loc, key), "what is not there stands nowhere: take it away")
        elif around is not None and not words_of(around):
            yield _Trouble("no-words", f"the {key} has no words", (*loc, key), "write the words right around, or take it away")
    if expected.quote is None:
        return
    anchor, wanted = words_of(expected.quote), [words_of(text) for text in (claim.quote, *claim.variants)]
    if not anchor:
        yield _Trouble("no-words", "the quote has no words", (*loc, "quote"), _NO_WORDS)
    elif verdict is SourceVerdict.ABSENT:
        yield _Trouble(
            "impossible-expectation", "absent with a quote", (*loc, "quote"), "what the source prints, it carries: choose another verdict"
        )
    elif verdict is SourceVerdict.VERBATIM and anchor not in wanted:
        yield _Trouble("impossible-expectation", "verbatim with another wording", (*loc, "quote"), "choose variant, or take the quote away")
    elif verdict is SourceVerdict.PARTIAL and not any(find(text, anchor) for text in wanted):
        yield _Trouble(
            "impossible-expectation", "partial with words that the claim has not", (*loc, "quote"), "choose variant or paraphrase"
        )


def _keys(value: object) -> list[str]:
    return [key for key in value if isinstance(key, str)] if isinstance(value, dict) else []


def _excused(entry: object) -> bool:
    return isinstance(entry, dict) and bool(entry.get("unused"))
