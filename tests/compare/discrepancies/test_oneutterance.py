"""Whether two quotations are one utterance, and a quotation that is worded differently throughout is one finding."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.compare.discrepancies.differences import Base, render
from crosscheck.compare.discrepancies.oneutterance import agreement, is_one_utterance
from crosscheck.compare.groups.units import align_key
from crosscheck.compare.words.tokens import tokenize
from crosscheck.compare.words.weights import default_weights
from tests.compare.build import extraction

TAGS = {
    word: tag
    for tag, words in {
        "DT": "the a an this that",
        "IN": "in on at by for with from of before after under until that against",
        "PRP": "i we they he she it them him her",
        "MD": "will would can could may must",
        "VBP": "are have do",
        "VBZ": "is has does",
        "VBD": "was were did moved evacuated expected gave came heard",
        "VB": "be come expect think collapse foresee exclude rule",
        "CC": "and but",
        "RB": "not never down out",
        "TO": "to",
    }.items()
    for word in words.split()
}


def one(said: str, full: str) -> bool:
    ours, theirs = tokenize(said), tokenize(full)
    base = Base("b", theirs, tuple(align_key(t) for t in theirs))
    return is_one_utterance(render(None, ours, base, default_weights()), base)


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("The pilots will leave the harbour before winter.", "The pilots will leave the harbour before winter. The crew will follow."),
        ("The pilots must leave the harbour before winter.", "The pilots will leave the harbour before winter."),
        ("We moved all the people on the coast, but we did not think it", "We evacuated everyone on the coast, but we did not expect it"),
        ("trying to figure out", "We are trying to find out where the lamp is"),
        ("It is the best seat I have ever had", "It is the worst seat I have ever had"),
        ("a lamp in the attic", "She keeps a lamp in her attic, and a whistle"),
        ("My mother bought me gloves for the trip", "My mother bought me mittens for the trip"),
    ],
)
def test_renderings_of_one_utterance(said: str, full: str) -> None:
    assert one(said, full)


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("being right on violent weather at sea", "We care for all crews and all boats, from violent weather at sea"),
        ("He was the captain of our team, he was the founder", "I gave him the captain of our team award, and her the founder"),
        ("Every crew needs a lamp and a good rope", "The harbour needs a pilot, a good bell and money"),
        ("I am proud of the nurses of this ward", "I am tired of the noise of this old road and its trucks"),
        ("The budget is late again and nobody knows why", "The ferry is late again, the crew is tired and we are cold"),
    ],
)  # fmt: skip
def test_other_sentences_of_one_speaker(said: str, full: str) -> None:
    assert not one(said, full)


def test_what_one_side_leaves_out_counts_for_nothing() -> None:
    full = tokenize("The pier, which was built in the year of the great storm by our grandfathers, will be closed.")
    said = tokenize("The pier will be closed.")
    base = Base("b", full, tuple(align_key(t) for t in full))
    found = agreement(render(None, said, base, default_weights()), base)
    assert (found.equal, found.other, found.share) == (5, 0, 1.0)


def told(left: str, right: str, *, lead: str = "Ann Lee said") -> list[tuple[str, str]]:
    """(kind, severity) of what differs between two quotations of one speaker."""
    made = [
        extraction("a", f'Ann Lee said: "{left}"', (left, "Ann Lee"), tags=TAGS),
        extraction("b", f'{lead}: "{right}"', (right, "Ann Lee"), tags=TAGS),
    ]
    return [(str(d.kind), str(d.severity)) for group in compare(made).groups for d in group.discrepancies]


ANSWER = "We expected no more losses in the mills of Tarvia this year, but nobody can rule out another bad winter there."
OTHER = "We expected no more losses in the plants of Tarvia this year, but nobody can exclude another bad season there."


@pytest.mark.parametrize("lead", ["Ann Lee said in French", "In an answer translated from Malay, Ann Lee said", "Ann Lee told Le Monde"])
def test_a_translation_is_one_minor_finding(lead: str) -> None:
    assert told(ANSWER, OTHER, lead=lead) == [("wording", "minor")]


def test_without_a_translator_a_word_put_for_another_counts() -> None:
    assert ("wording", "substantive") in told(ANSWER, OTHER)


def test_a_figure_is_no_matter_of_translation() -> None:
    first, second = (f"We lost {n} boats in the storm and the crew of the pilot was {how}." for n, how in ((17, "brave"), (71, "bold")))
    assert ("number", "substantive") in told(first, second, lead="Ann Lee said in Welsh")


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Ann Lee said on television", "In a tweet Ann Lee wrote", False),
        ("Ann Lee told reporters", "In a letter to the crews Ann Lee wrote", False),
        ("Ann Lee said", "In a letter to the crews Ann Lee wrote", True),
        ("In a statement Ann Lee said", "In a letter to the crews Ann Lee wrote", True),
    ],
)
def test_what_was_written_is_not_what_was_spoken(first: str, second: str, found: bool) -> None:
    left, right = "The exam of the pilots will be repeated in May", "The exam of the pilots will be cancelled in May"
    made = [
        extraction(name, f'{lead}: "{said}"', (said, "Ann Lee"), tags=TAGS)
        for name, lead, said in (("a", first, left), ("b", second, right))
    ]
    assert any(group.discrepancies for group in compare(made).groups) is found
