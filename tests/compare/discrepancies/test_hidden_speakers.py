"""Where one source names the speaker of a report and another only says what the speaker is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.records import Extraction, Mention, Severity, Speaker, TextSpan
from tests.compare.build import extraction

CLAIM = "the harbour ban on tarred ropes would save the lives of mussels"


def report(source: str, text: str, by: str, name: str) -> Extraction:
    """An article with one reported claim; ``by`` is what the text calls the speaker."""
    at = text.index(by)
    (statement,) = extraction(source, text, (CLAIM, name)).statements
    known = name == "Ann Lee"
    speaker = Speaker(name, TextSpan(at, at + len(by), by), "name" if known else "unnamed")
    people = (Mention(source, text.index(name), text.index(name) + len(name), name, "PERSON", name),) if name in text and known else ()
    return replace(extraction(source, text), statements=(replace(statement, speaker=speaker),), mentions=people)


@pytest.mark.parametrize(
    ("left", "by", "right", "called", "told"),
    [
        (f"Dr Ann Lee told the meeting that {CLAIM}.", "Ann Lee", f"A doctor told the meeting that {CLAIM}.", "A doctor", True),
        (f"District Judge Ann Lee said {CLAIM}.", "Ann Lee", f"A district judge said {CLAIM}.", "A district judge", True),
        (f"Ann Lee, a diver with the port, said {CLAIM}.", "Ann Lee", f"A diver said {CLAIM}.", "A diver", True),
        (f"Ann Lee, a diver with the port, said {CLAIM}.", "Ann Lee", f"A diver at the quay said {CLAIM}.", "A diver at the quay", True),
        (f"Ann Lee, a diver with the port, said {CLAIM}.", "Ann Lee", f"A baker said {CLAIM}.", "A baker", False),
        (f"Ann Lee said {CLAIM}.", "Ann Lee", f"A diver said {CLAIM}.", "A diver", False),
        (f"Ann Lee, a diver with the port, said {CLAIM}.", "Ann Lee", f"Divers said {CLAIM}.", "Divers", False),
        (f"Ann Lee said {CLAIM}.\nA diver left.", "Ann Lee", f"A diver said {CLAIM}.", "A diver", False),
    ],
)
def test_who_hides_the_speaker_of_a_report(left: str, by: str, right: str, called: str, told: bool) -> None:
    made = [report("a", left, by, "Ann Lee"), report("b", right, called, called)]
    result = compare(made)
    found = [d for d in (*result.discrepancies, *(d for g in result.groups for d in g.discrepancies)) if d.kind == "speaker"]
    assert [(d.severity, {s.text for s in d.spans}) for d in found] == ([(Severity.MINOR, {by, called})] if told else [])
