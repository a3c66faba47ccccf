"""What a report makes of another's words and deeds: lead-ins, cues of other strength, hidden speakers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.records import Comparison, Extraction, Form, Span, Speaker, TextSpan
from tests.compare.build import extraction

SPEECH = "The Northern Fleet will be moving its ferries to the eastern pier until the winter storms are over"


def findings(result: Comparison) -> list[tuple[str, str, list[str]]]:
    every = [*(d for g in result.groups for d in g.discrepancies), *result.discrepancies]
    return [(str(d.kind), str(d.severity), [s.text for s in d.spans]) for d in every]


def mixed(source: str, content: str, quoted: str, speaker: str) -> Extraction:
    """A source that builds quoted words into a sentence of its own."""
    made = extraction(source, f"{speaker} said {content}.", (content, speaker), tags={"moving": "VBG", "shutting": "VBG"})
    (statement,) = made.statements
    start = made.article.text.index(quoted)
    held = replace(statement, form=Form.MIXED, quoted=(Span(start, start + len(quoted)),))
    return replace(made, statements=(held,))


def reported(source: str, cue: str, content: str, tags: dict[str, str]) -> Extraction:
    """A source that tells what the council did with words."""
    text = f"Dunmore Council {cue} {content}."
    made = extraction(source, text, (content, "Dunmore Council"), tags=tags)
    (statement,) = made.statements
    start = text.index(cue)
    speaker = Speaker("Dunmore Council", TextSpan(0, 15, "Dunmore Council"), "name")
    return replace(made, statements=(replace(statement, cue=TextSpan(start, start + len(cue), cue), speaker=speaker),))


@pytest.mark.parametrize(
    ("content", "quoted", "expected"),
    [
        (
            "that Harbour Lines will be “moving its ferries to the eastern pier”",
            "moving its ferries to the eastern pier",
            [("paraphrase", "substantive", ["Northern Fleet", "Harbour Lines"])],
        ),
        ("that it will be “moving its ferries to the eastern pier”", "moving its ferries to the eastern pier", []),
        ("that the Fleet will be “moving its ferries to the eastern pier”", "moving its ferries to the eastern pier", []),
    ],
)
def test_who_does_it_before_a_quotation(content: str, quoted: str, expected: list[tuple[str, str, list[str]]]) -> None:
    full = extraction("a", f'"{SPEECH}," Ann Lee said.', (SPEECH, "Ann Lee"), tags={"northern": "NNP", "fleet": "NNP"})
    tagged = mixed("b", content, quoted, "Ann Lee")
    assert findings(compare([full, tagged])) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("voted", "called for", [("strength", "substantive", ["voted", "called for"])]),
        ("asked", "demanded", [("strength", "minor", ["asked", "demanded"])]),
        ("voted", "voted", []),
    ],
)
def test_one_deed_told_by_cues_of_other_strength(left: str, right: str, expected: list[tuple[str, str, list[str]]]) -> None:
    a = reported("a", left, "to expel all lorries from the harbour", {"expel": "VB", "lorries": "NNS", "harbour": "NN"})
    b = reported("b", right, "the departure of lorries from the harbour", {"departure": "NN", "lorries": "NNS", "harbour": "NN"})
    assert findings(compare([a, b])) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (
            "that rust had been found on the chains of the ferry",
            [("strength", "substantive", ["suspects", "that rust had been found on the chains of the ferry"])],
        ),
        ("that rust had been found on the roof of the school", []),
    ],
)
def test_what_one_source_lets_a_body_suspect_and_another_state(stated: str, expected: list[tuple[str, str, list[str]]]) -> None:
    tags = {"rust": "NN", "found": "VBN", "chains": "NNS", "ferry": "NN", "roof": "NN", "school": "NN", "eaten": "VBN", "on": "IN"}
    a = reported("a", "suspects", "that the chains of the ferry were eaten by rust", tags)
    assert findings(compare([a, reported("b", "said", stated, tags)])) == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("a harbour pilot", [("speaker", "minor", ["Ann Lee", "a harbour pilot"])]),
        ("officials", [("speaker", "minor", ["Ann Lee", "officials"])]),
        ("the letter", []),
    ],
)
def test_who_is_named_here_and_hidden_there(mention: str, expected: list[tuple[str, str, list[str]]]) -> None:
    made = []
    for source, who in (("a", "Ann Lee"), ("b", mention)):
        text = f'"{SPEECH}," {who} said.'
        plain = extraction(source, text, (SPEECH, who))
        start = text.index(who)
        speaker = Speaker(who, TextSpan(start, start + len(who), who), "name" if source == "a" else "unnamed")
        made.append(replace(plain, statements=(replace(plain.statements[0], speaker=speaker),)))
    assert findings(compare(made)) == expected


def test_who_is_told_differs() -> None:
    tags = {"harbour": "NN", "board": "NN", "owners": "NNS", "plans": "NNS", "close": "VB", "pier": "NN"}
    a = reported("a", "notified", "the Northern board of plans to close the pier", tags)
    b = reported("b", "informed", "the Eastern owners of plans to close the pier", tags)
    assert ("name", "substantive", ["the Northern board", "the Eastern owners"]) in findings(compare([a, b]))


@pytest.mark.parametrize("told", ["members of the pier crew", "to take note of the pier"])
def test_nobody_in_particular_is_told(told: str) -> None:
    left = reported("one", "informed", "the Northern government of the move to the pier", {"government": "NN", "move": "NN", "pier": "NN"})
    right = reported("two", "informed", f"{told} and the move", {"members": "NNS", "take": "VB", "note": "NN", "move": "NN", "pier": "NN"})
    assert [f for f in findings(compare([left, right])) if f[0] == "name"] == []


def test_other_bounds_of_one_deed() -> None:
    tags = {"resurfacing": "VBG", "district": "NN", "harbour": "NN", "streets": "NNS", "walls": "NNS"}
    quoted, told = "We are resurfacing streets throughout the district", "it was a resurfacing within the harbour walls"
    a = extraction("a", f'"{quoted}," Ann Lee said.', (quoted, "Ann Lee"), tags=tags)
    b = extraction("b", f"Ann Lee said {told}.", (told, "Ann Lee"), tags=tags)
    assert ("place", "substantive", ["throughout the district", "within the harbour walls"]) in findings(compare([a, b]))
