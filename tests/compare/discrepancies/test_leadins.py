"""What a reporter's own words before a quotation say instead of the speaker's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.records import Extraction, Form, Span
from tests.compare.build import extraction

TAGS = {
    "will": "MD", "would": "MD", "impose": "VB", "charge": "VB", "using": "VBG", "imposed": "VBD", "charged": "VBD", "them": "PRP",
    "until": "IN", "unless": "IN", "we": "PRP", "like": "IN", "the": "DT", "they": "PRP", "fees": "NNS",
}  # fmt: skip
FEES = "fees like nobody has ever seen in the whole long history of Kessou"


def told(left: str, right: str) -> list[tuple[str, str, list[str]]]:
    """What differs where one source quotes ``left`` and the fees, and another has ``right`` in words of its own before the fees."""
    full = f"{left} {FEES}"
    result = compare([extraction("a", f"“{full},” Ann Lee said.", (full, "Ann Lee"), tags=TAGS), _mixed(right)])
    return [(str(d.kind), str(d.severity), [s.text for s in d.spans]) for group in result.groups for d in group.discrepancies]


def _mixed(words: str) -> Extraction:
    text = f"Ann Lee said {words} “{FEES}”."
    made = extraction("b", text, (words, "Ann Lee"), tags=TAGS)
    start, end = text.index(FEES), text.index(FEES) + len(FEES)
    content = Span(text.index(words), end)
    one = replace(made.statements[0], form=Form.MIXED, content=(content,), text=text[content.start : end], quoted=(Span(start, end),))
    return replace(made, statements=(one,))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("We will charge them", "they would impose", [("paraphrase", "minor", ["charge", "impose"])]),
        ("We will charge them", "they would charge", []),
        ("We will charge them", "nobody had been using", []),
        ("They charged", "they imposed", []),
        ("We stay unless they pay", "they stay until they pay", [("paraphrase", "minor", ["unless", "until"])]),
    ],
)
def test_another_verb_or_condition_led_into_the_quotation(left: str, right: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(left, right) == expected
