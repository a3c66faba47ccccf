"""Inside quotation marks: words that change no claim are minor, words that do are substantive."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.discrepancies.merging import absorb
from crosscheck.records import Discrepancy, Evidence, Kind, Severity
from tests.compare.build import extraction

TAGS = {
    "very": "RB", "extremely": "RB", "actually": "RB", "almost": "RB", "have": "VBP", "got": "VBD", "hate": "VBP",
    "moored": "VBN", "sunk": "VBN", "of": "IN", "course": "NN", "will": "MD", "is": "VBZ", "going": "VBG", "to": "TO", "placed": "VBN",
    "emplaced": "VBN", "replaced": "VBN", "take": "VB", "responsibility": "NN", "responsible": "JJ", "be": "VB", "pay": "VB",
    "the": "DT", "a": "DT", "we": "PRP", "are": "VBP", "and": "CC", "at": "IN", "in": "IN",
}  # fmt: skip


def found(left: str, right: str) -> list[tuple[str, str]]:
    """(kind, severity) of what differs between two quotations of one speaker."""
    made = [extraction(name, f'Ann Lee said: "{said}"', (said, "Ann Lee"), tags=TAGS) for name, said in (("a", left), ("b", right))]
    return [(str(d.kind), str(d.severity)) for group in compare(made).groups for d in group.discrepancies]


CREW = "The crew of the ferry was {} tired after that storm, and I {} a problem with the company."


@pytest.mark.parametrize(
    ("left", "right", "severity"),
    [
        (("very", "have"), ("extremely", "have"), "minor"),
        (("", "have"), ("extremely", "have"), "minor"),
        (("", "have"), ("actually", "have"), "minor"),
        (("", "have"), ("of course", "have"), "minor"),
        (("very", "have"), ("very", "got"), "minor"),
        (("", "have"), ("almost", "have"), "substantive"),
        (("very", "have"), ("very", "hate"), "substantive"),
    ],
)
def test_degree_asides_and_get_for_have_are_minor(left: tuple[str, str], right: tuple[str, str], severity: str) -> None:
    assert [s for _, s in found(CREW.format(*left).replace("  ", " "), CREW.format(*right).replace("  ", " "))] == [severity]


@pytest.mark.parametrize(("word", "expected"), [("moored", "minor"), ("sunk", "substantive")])
def test_a_word_that_the_sentence_says_already_need_not_be_said_again(word: str, expected: str) -> None:
    boats = "In that harbour nine boats are moored at the pier, and five are {} at the quay."
    assert [s for _, s in found(boats.format(word), boats.format("").replace("  ", " "))] == [expected]


@pytest.mark.parametrize(("other", "expected"), [("emplaced", "minor"), ("replaced", "substantive")])
def test_a_word_formed_from_the_other_is_minor(other: str, expected: str) -> None:
    buoys = "Every buoy {} in the channel of Kessou has a lamp and a bell."
    assert [s for _, s in found(buoys.format("placed"), buoys.format(other))] == [expected]


@pytest.mark.parametrize(("words", "severity"), [("take responsibility", "minor"), ("pay", "substantive")])
def test_a_noun_with_its_verb_stands_for_its_adjective(words: str, severity: str) -> None:
    boat = "If that boat goes missing in the harbour of Kessou, who will {} before the winter comes to Tarvia?"
    assert [s for _, s in found(boat.format(words), boat.format("be responsible"))] == [severity]


def told(kind: Kind, *spans: tuple[str, int, str]) -> Discrepancy:
    return make_finding(Judgement(kind, Severity.MINOR, ""), [Evidence(s, None, at, at + len(words), words) for s, at, words in spans])


def test_words_of_a_figure_are_told_with_the_figure() -> None:
    figure = told(Kind.NUMBER, ("a", 20, "around 300"), ("b", 20, "300"))
    words = told(Kind.OMISSION, ("a", 20, "around"), ("b", 20, ""))
    beyond = told(Kind.WORDING, ("a", 20, "around 300 of the passengers"), ("b", 20, "300 crew"))
    assert absorb([[words, beyond]], [figure]) == ([[beyond]], [figure])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("25 pilots", "twenty-five pilots", ("wording", "minor")),
        ("1,000 pilots", "a thousand pilots", ("wording", "minor")),
        ("2.5 million euros", "2.5m euros", ("wording", "minor")),
        ("25 pilots", "twenty-six pilots", ("number", "substantive")),
    ],
)
def test_a_figure_in_words_is_the_figure_in_digits(left: str, right: str, expected: tuple[str, str]) -> None:
    need = "The harbour of Kessou needs {} before the next winter storms come in."
    assert found(need.format(left), need.format(right)) == [expected]


def test_a_word_beside_a_figure_is_no_figure() -> None:
    know = "It is the one {} that the pilots of Kessou know in the language of the crew."
    assert found(know.format("whistle"), know.format("lamp")) == [("wording", "substantive")]


@pytest.mark.parametrize(("who", "expected"), [("nobody", ("wording", "minor")), ("people", ("negation", "substantive"))])
def test_a_double_negation_of_speech_denies_once(who: str, expected: tuple[str, str]) -> None:
    sank = f"We were there when the ferry sank and {who} did {{}} for the crew."
    assert found(sank.format("nothing"), sank.format("anything")) == [expected]


def test_going_to_is_will() -> None:
    ferry = "The old ferry {} sail to Kessou once more, and nobody pays for the crew."
    assert found(ferry.format("will"), ferry.format("is going to")) == [("wording", "minor")]
