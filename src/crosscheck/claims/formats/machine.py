"""A check as one JSON object, ``crosscheck.check/1``; fields may be added, these stay."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from crosscheck.claims.form import SourceVerdict
from crosscheck.claims.notices import GIST, as_json, notices, word_diff
from crosscheck.claims.results import Outcome

if TYPE_CHECKING:
    from crosscheck.claims.form import Expectation
    from crosscheck.claims.formats import About
    from crosscheck.claims.problems import ClaimsProblems
    from crosscheck.claims.results import Checked, CheckResult, Found

SCHEMA = "crosscheck.check/1"


def result(result: CheckResult, about: About) -> str:
    """Render a check: every claim and source, ok or not."""
    told = {(notice.claim, notice.source): notice for notice in notices(result)}
    counts = Counter(str(item.outcome) for item in result.checked)
    return as_json(
        {
            **_head(about, result.path),
            "passed": result.passed,
            "complete": result.complete,
            "summary": {
                "claims": len({item.claim for item in result.checked}),
                "sources": len({item.source for item in result.checked}),
                "outcomes": {str(outcome): counts[outcome] for outcome in Outcome if outcome is not Outcome.FIXED_GAP}
                | {"fixed-gap": len(result.fixed)},
                "failures": len(result.failures) + len(result.fixed),
            },
            "results": [
                _item(item, str(result.level(item)), item.claim in result.gaps and item.failing, told[item.claim, item.source].edit)
                if item.outcome is not Outcome.OK
                else _item(item, "ok", False, "")
                for item in result.checked
            ],
            "known_gaps": [{"claim": name, "line": result.gap_lines[name]} for name in result.gaps],
            "fixed_gaps": [
                {"claim": name, "line": result.gap_lines[name], "edit": result.edits.get(name, "").splitlines()} for name in result.fixed
            ],
            "changed_sources": list(result.changed),
            "problems": [],
        }
    )


def problems(problems: ClaimsProblems, about: About) -> str:
    """Render why there was no check."""
    listed = [
        {
            "code": item.code,
            "message": item.message,
            "path": item.path,
            "line": item.line,
            "column": item.column,
            "hint": item.hint,
            "snippet": item.snippet,
        }
        for item in problems.problems
    ]
    return as_json({**_head(about, problems.path or ""), "passed": False, "results": [], "problems": listed})


def _head(about: About, path: str) -> dict[str, Any]:
    return {"schema": SCHEMA, "tool": {"name": about.tool, "version": about.version}, "claims_file": path}


def _item(item: Checked, level: str, known_gap: bool, edit: str) -> dict[str, Any]:
    return {
        "claim": item.claim,
        "source": item.source,
        "path": item.path,
        "outcome": str(item.outcome),
        "level": level,
        "known_gap": known_gap,
        "message": GIST[item.outcome],
        "line": item.yaml_line,
        "column": item.yaml_column,
        "speaker": item.speaker,
        "expected": _expected(item.expected, item.wanted),
        "found": _found(item.found),
        "diff": word_diff(item.wanted, item.found.text) if item.found.text and item.outcome is not Outcome.OK else None,
        "edit": edit.splitlines(),
    }


def _expected(expected: Expectation | None, wanted: str) -> dict[str, Any] | None:
    if expected is None:
        return None
    return {"verdict": str(expected.verdict), "text": wanted, "differs": [str(kind) for kind in expected.differs]}


def _found(found: Found) -> dict[str, Any] | None:
    if found.verdict is SourceVerdict.ABSENT:
        return None
    return {
        "verdict": str(found.verdict),
        "text": found.text,
        "start": found.start,
        "end": found.end,
        "line": found.line,
        "column": found.column,
        "speaker": found.speaker,
        "differs": [str(kind) for kind in found.differs],
    }
