"""A check as SARIF 2.1.0 (OASIS): each outcome is a rule, each notice a result with both places and a fingerprint that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from crosscheck.claims.notices import GIST, as_json, literal, notices, sentence, word_diff
from crosscheck.claims.results import FAILING, Level, Outcome
from crosscheck.text import short_hash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.claims.formats import About
    from crosscheck.claims.notices import Notice
    from crosscheck.claims.problems import ClaimsProblems
    from crosscheck.claims.results import CheckResult, Found

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RULES = tuple(outcome for outcome in Outcome if outcome is not Outcome.OK)


def result(result: CheckResult, about: About) -> str:
    """Render a check; what holds is not told of."""
    rules = [_rule(str(outcome), GIST[outcome], "error" if outcome in FAILING else "note") for outcome in _RULES]
    return _log(about, rules, [_result(notice, result.path) for notice in notices(result)])


def problems(problems: ClaimsProblems, about: About) -> str:
    """Render the problems of a claims file as results in it."""
    codes = sorted({item.code for item in problems.problems})
    results = []
    for item in problems.problems:
        text = f"{item.message}. {item.hint}" if item.hint else item.message
        results.append(
            {
                "ruleId": item.code,
                "ruleIndex": codes.index(item.code),
                "level": "error",
                "message": {"text": _message(text)},
                "locations": [_location(item.path or "", item.line or 1, item.column or 1)],
                "partialFingerprints": _fingerprints("crosscheckProblem/v1", item.code, item.message),
            }
        )
    return _log(about, [_rule(code, code.replace("-", " "), "error") for code in codes], results)


def _log(about: About, rules: Sequence[dict[str, Any]], results: Sequence[dict[str, Any]]) -> str:
    driver = {"name": about.tool, "version": about.version, "semanticVersion": about.version, "rules": list(rules)}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": list(results)}
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(name: str, gist: str, level: str) -> dict[str, Any]:
    return {"id": name, "shortDescription": {"text": gist}, "defaultConfiguration": {"level": level}}


def _result(notice: Notice, path: str) -> dict[str, Any]:
    claims = _location(path, notice.line, notice.column)
    item = notice.item
    source = _location(item.path, item.found.line, item.found.column, item.found) if item is not None and item.found.text else None
    made: dict[str, Any] = {
        "ruleId": str(notice.outcome),
        "ruleIndex": _RULES.index(notice.outcome),
        "level": "error" if notice.level is Level.ERROR else "note",
        "message": {"text": _message(sentence(notice))},
        "locations": [source or claims],
        "partialFingerprints": _fingerprints("crosscheckClaim/v1", notice.claim, notice.source or ""),
    }
    if source:
        made["relatedLocations"] = [{"id": 1, **claims, "message": {"text": "expected here"}}]
    if item is not None and item.found.text:
        made["properties"] = {"words": word_diff(item.wanted, item.found.text)}
    if notice.edit:
        made["properties"] = {**made.get("properties", {}), "edit": notice.edit.splitlines()}
    if notice.known_gap:
        made["suppressions"] = [{"kind": "external", "justification": "a known gap of the claims file"}]
    return made


def _message(text: str) -> str:
    """Text as a message; a brace would begin a placeholder (3.11.5)."""
    return literal(text).replace("{", "{{").replace("}", "}}")


def _fingerprints(name: str, *parts: str) -> dict[str, str]:
    """What stays when lines and words move; GitHub knows an alert again by ``primaryLocationLineHash`` alone."""
    made = short_hash(*parts, length=32)
    return {name: made, "primaryLocationLineHash": f"{made[:16]}:1"}


def _location(path: str, line: int, column: int, found: Found | None = None) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": line, "startColumn": column}
    if found is not None:
        rows = found.text.split("\n")
        region["endLine"] = line + len(rows) - 1
        region["endColumn"] = (column if len(rows) == 1 else 1) + len(rows[-1])
        region["snippet"] = {"text": found.text}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: str) -> str:
    return ("file://" if path.startswith("/") else "") + quote(path)
