"""Statements and speakers, phenomenon by phenomenon: the cases stand in tests/cases."""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.records import Form, Statement

from .cases import load, statements_of

PHENOMENA = ["speakers", "people", "continuing", "form", "bodies", "cues", "second_hand", "epithets", "pointers"]


def shown(statement: Statement, wanted: dict[str, Any]) -> dict[str, Any]:
    speaker = statement.speaker
    values: dict[str, Any] = {
        "text": statement.text,
        "form": str(statement.form),
        "speaker": speaker.name if speaker else None,
        "by": speaker.resolved_by if speaker else None,
        "kind": statement.kind,
        "polarity": str(statement.polarity),
        "via": statement.via,
        "cue": statement.cue.text if statement.cue else None,
    }
    return {key: values[key] for key in wanted if key != "quoted"}


@pytest.mark.parametrize(("phenomenon", "case"), [pytest.param(p, c, id=f"{p}: {c['name']}") for p in PHENOMENA for c in load(p)])
def test_case(phenomenon: str, case: dict[str, Any]) -> None:
    statements = [s for s in statements_of(case) if case.get("narrated") or s.form is not Form.NARRATED]
    expected = case["statements"]
    assert [shown(s, want) for s, want in zip(statements, expected, strict=False)] == [
        {key: value for key, value in want.items() if key != "quoted"} for want in expected
    ]
    assert len(statements) == len(expected)
    for statement, want in zip(statements, expected, strict=True):
        if "quoted" in want:
            assert [case["text"][q.start : q.end] for q in statement.quoted] == want["quoted"]


@pytest.mark.parametrize("phenomenon", PHENOMENA)
def test_every_span_gives_its_words(phenomenon: str) -> None:
    for case in load(phenomenon):
        for statement in statements_of(case):
            assert statement.text == " ".join(case["text"][s.start : s.end] for s in statement.content)
            for stretch in (statement.cue, statement.speaker.mention if statement.speaker else None):
                assert stretch is None or case["text"][stretch.start : stretch.end] == stretch.text
