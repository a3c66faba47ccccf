"""Which pronouns name a speaker as surely as a name does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.records import Discrepancy, Extraction, Form, Mention, Severity, Span, Speaker, TextSpan
from tests.compare.build import extraction

WORDS = "the harbour pilots of Kessou are mending a flood wall with a teaspoon"
PEOPLE = ("Ann Lee", "Bo Orr", "Ida Roe")


def said(source: str, text: str, name: str, *, by: str, words: str = WORDS) -> Extraction:
    """An article in which the last ``by`` is the speaker of the quotation, resolved as a pronoun where it is one."""
    start, at = text.index(words), text.rindex(by)
    base = extraction(source, text, (words, name)).statements[0]
    span, way = Span(start, start + len(words)), "pronoun" if by.islower() else "name"
    speaker = Speaker(name, TextSpan(at, at + len(by), by), way)
    statement = replace(base, form=Form.DIRECT, content=(span,), quoted=(span,), cue=TextSpan(at, at, "said"), speaker=speaker)
    found = [Mention(source, text.index(n), text.index(n) + len(n), n, "PERSON", n) for n in PEOPLE if n in text]
    return replace(extraction(source, text), statements=(statement,), mentions=tuple(sorted(found, key=lambda m: m.start)))


def told(text: str, name: str, by: str, words: str = WORDS) -> list[Discrepancy]:
    first = said("a", f"“{words},” Bo Orr said.", "Bo Orr", by="Bo Orr", words=words)
    return [d for d in compare([first, said("b", text, name, by=by, words=words)]).discrepancies if d.kind == "speaker"]


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Lee sees no point. “{WORDS},” she wrote.",
        f"Ann Lee of the boat club called the plan too small. She wrote to members: “{WORDS}.” That is what she wrote.",
        f"Ann Lee sees no point.\n\n“{WORDS},” she said.",
    ],
)
def test_a_pronoun_that_can_mean_one_person_only_contradicts_another_name(text: str) -> None:
    (finding,) = told(text, "Ann Lee", "she")
    assert finding.severity is Severity.SUBSTANTIVE
    assert [(span.source, span.text) for span in finding.spans] == [("a", "Bo Orr"), ("b", "Ann Lee"), ("a", WORDS), ("b", WORDS)]
    assert finding.explanation == (
        "The same words, “the harbour pilots of Kessou are mending a … with a teaspoon”, are given to different speakers: "
        "“Bo Orr” in a; “Ann Lee” in b."
    )


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Lee met Ida Roe. “{WORDS},” she said.",
        f"Ann Lee met Ida Roe.\n\n“{WORDS},” she said.",
        f"Ida Roe met members.\n\nIt rained.\n\n“{WORDS},” she said. Ann Lee left.",
        f"Ann Lee sees no point.\n\nIt rained.\n\n“{WORDS},” she said.",
    ],
)
def test_a_pronoun_that_may_mean_another_contradicts_nobody(text: str) -> None:
    assert told(text, "Ann Lee", "she") == []


def test_short_sentences_are_said_by_many() -> None:
    assert (
        told("Ann Lee sees no point. “the guilty will not be spared,” she said.", "Ann Lee", "she", "the guilty will not be spared") == []
    )


def test_a_name_contradicts_a_name() -> None:
    assert len(told(f"“{WORDS},” Ann Lee said.", "Ann Lee", "Ann Lee")) == 1


def test_mr_and_mrs_of_one_name_contradict_each_other() -> None:
    words = ("Samuel Roe and his wife, Ida Roe, were at home. ", "Ida Roe", "Mrs Roe"), ("Ida Roe met Samuel Roe. ", "Samuel Roe", "Mr Roe")
    made = [said(source, f"{lead}\n\n“{WORDS},” {by} said.", name, by=by) for source, (lead, name, by) in zip("ab", words, strict=True)]
    both = [
        replace(
            x, mentions=tuple(Mention(x.article.id, at, at + len(n), n, "PERSON", n) for n in COUPLE if (at := x.article.text.find(n)) >= 0)
        )
        for x in made
    ]
    found = [d for d in compare(both).discrepancies if d.kind == "speaker"]
    assert [[span.text for span in d.spans[:2]] for d in found] == [["Mrs Roe", "Mr Roe"]]


COUPLE = ("Samuel Roe", "Ida Roe")
