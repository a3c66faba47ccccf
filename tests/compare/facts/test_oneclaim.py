"""Statements of like words that are of two things are two groups; where they tell one quantity, one group with a finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.records import Comparison, Extraction, Form, Speaker, TextSpan, Verdict
from tests.compare.build import extraction

TAGS = dict.fromkeys("shrank stole sought jailed".split(), "VBD") | dict.fromkeys("ban trophy elephant imports".split(), "NN")


def told(*texts: str) -> Comparison:
    """What comes of articles of one narrated sentence each."""
    return compare([extraction(name, text, (text, None), tags=TAGS) for name, text in zip("abc", texts, strict=False)])


def shared(result: Comparison) -> list[Verdict]:
    """The verdicts of the groups of several sources."""
    return [group.verdict for group in result.groups if len(group.sources) > 1]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "The herd of grey wolves on the northern plateau shrank to 400 animals.",
            "The herd of grey wolves on the northern plateau shrank to 900 animals.",
            [Verdict.DISCREPANCY],
        ),
        (
            "The herd of grey wolves on the plateau shrank from 5 million animals.",
            "The herd of grey wolves on the plateau shrank by nearly 30 per cent.",
            [],
        ),
        (
            "The woman stole a bottle of perfume from the airport shop at night.",
            "The man stole a bottle of perfume from the airport shop at night.",
            [],
        ),
        (
            "The woman stole a bottle of perfume from the airport shop at night.",
            "The shopper stole a bottle of perfume from the airport shop at night.",
            [Verdict.AGREEMENT],
        ),
        (
            "Nine in ten of the wooden houses on the plateau had lost their slate roofs.",
            "Some 90 per cent of the wooden houses on the plateau had lost their slate roofs.",
            [Verdict.AGREEMENT],
        ),
    ],
    ids=["one-quantity", "a-count-and-a-share", "two-people", "one-person", "a-fraction-and-a-share"],
)
def test_two_things_are_no_group_and_one_quantity_is_one(left: str, right: str, expected: list[Verdict]) -> None:
    assert shared(told(left, right)) == expected


PHRASES = dict.fromkeys("brass lantern tall festival visitor harbour museum bronze".split(), "NN") | {
    **dict.fromkeys("bought restored sold repainted".split(), "VBD"),
    **dict.fromkeys("the".split(), "DT"),
    **dict.fromkeys("to in by with for".split(), "IN"),
}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("A visitor bought the tall brass harbour lantern.", "The tall brass harbour lantern was restored with tar by divers.", []),
        ("A visitor bought the tall brass harbour lantern.", "The tall brass harbour lantern was bought by divers.", [Verdict.AGREEMENT]),
        (
            "The museum sold 480 brass harbour lanterns.",
            "At the festival 480 brass harbour lanterns found buyers quickly.",
            [Verdict.AGREEMENT],
        ),
        (
            "The museum restored tall brass harbour lanterns by 2100, with bronze.",
            "The visitor sold the harbour by 2100, tall museum lanterns with it.",
            [],
        ),
    ],
    ids=["one-thing-two-sayings", "one-saying", "one-count", "one-year"],
)
def test_a_phrase_that_tells_which_thing_is_meant_makes_no_claim(left: str, right: str, expected: list[Verdict]) -> None:
    made = [extraction(name, text, (text, None), tags=PHRASES) for name, text in zip("ab", (left, right), strict=True)]
    assert shared(compare(made)) == expected


def attributed(source: str, text: str, content: str, cue: str, kind: str) -> Extraction:
    """An article with one indirect statement behind its cue."""
    made = extraction(source, text, (content, "the ministry"), tags=TAGS)
    start = text.index(cue)
    speaker = Speaker("the ministry", None, "name")
    cues = TextSpan(start, start + len(cue), cue)
    statements = tuple(replace(s, form=Form.INDIRECT, cue=cues, kind=kind, speaker=speaker) for s in made.statements)
    return replace(made, statements=statements)


@pytest.mark.parametrize(
    ("cue", "kind", "expected"), [("imposed", "other", [Verdict.AGREEMENT]), ("fought", "other", []), ("fought hard against", "other", [])]
)
def test_what_was_done_to_a_thing_is_told_by_the_cue(cue: str, kind: str, expected: list[Verdict]) -> None:
    page = "The ministry {} the harsh trophy ban on elephant imports."
    content = "the harsh trophy ban on elephant imports"
    made = [attributed(name, page.format(verb), content, verb, k) for name, verb, k in (("a", "imposed", "other"), ("b", cue, kind))]
    assert shared(compare(made)) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("If convicted of theft, she could be jailed for seven years.", "If convicted of theft, he could be jailed for seven years.", 0),
        ("The judge jailed him for nine months of his term.", "Prosecutors sought that he be jailed for nine months of his term.", 0),
        ("The council keeps the ban on imported elephant trophies.", "The council lifts the ban on imported elephant trophies.", 0),
        ("The harbour towns of the coast flood as the sea rises.", "The harbour towns of the coast flood as the sea rises there.", 1),
        ("Nobody can tell how the sea rises along the coast.", "Dikes may break if the sea rises along the coast.", 0),
    ],
    ids=["her-and-him", "sought", "kept-and-lifted", "told", "supposed"],
)
def test_other_people_what_is_sought_and_what_is_supposed(left: str, right: str, expected: int) -> None:
    assert len(shared(told(left, right))) == expected
