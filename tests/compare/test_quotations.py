"""Groups and findings between hand-made extractions: quotations of one utterance."""

from __future__ import annotations

from itertools import permutations

import pytest

from crosscheck.compare import compare
from crosscheck.records import Comparison, Kind, Severity, Verdict
from tests.compare.build import extraction

WORDS = "There has been no decision whatsoever to close the harbour. We are trying to find out who wrote that letter. Full stop."
FULL = f'Mayor Ann Lee said: "{WORDS}"'


def findings(result: Comparison) -> list[tuple[str, str, list[str]]]:
    """(kind, severity, words of each side) of the findings inside groups."""
    return [(str(d.kind), str(d.severity), [s.text for s in d.spans]) for g in result.groups for d in g.discrepancies]


def test_the_same_words_agree_whatever_the_typography() -> None:
    a = extraction("a", f"{FULL}\n", (WORDS, "Ann Lee"))
    b = extraction("b", FULL.replace('"', "“", 1).replace('"', "”") + "\n", (WORDS, "Ann Lee"))
    result = compare([a, b])
    assert [(g.verdict, g.sources, g.independent_sources) for g in result.groups] == [(Verdict.AGREEMENT, ("a", "b"), 2)]
    assert findings(result) == []


def test_a_clean_fragment_is_no_discrepancy() -> None:
    a = extraction("a", FULL, (WORDS, "Ann Lee"))
    b = extraction(
        "b", 'She was "trying to find out who wrote that letter", she said.', ("trying to find out who wrote that letter", "Ann Lee")
    )
    result = compare([a, b])
    assert len(result.groups) == 1
    assert findings(result) == []


def test_a_dropped_word_is_an_omission_with_a_gap_on_the_short_side() -> None:
    a = extraction("a", FULL, (WORDS, "Ann Lee"))
    b = extraction(
        "b", '"There has been no decision to close the harbour," Lee said.', ("There has been no decision to close the harbour,", "Ann Lee")
    )
    result = compare([a, b])
    assert findings(result) == [("omission", "substantive", ["whatsoever", ""])]
    short = result.groups[0].discrepancies[0].spans[1]
    assert (short.source, short.start, short.end) == ("b", 28, 28)


def test_two_sentences_run_together_are_a_splice() -> None:
    a = extraction("a", FULL, (WORDS, "Ann Lee"))
    spliced = "There has been no decision whatsoever to close the harbour, full stop"
    result = compare([a, extraction("b", f'"{spliced}," Lee said.', (spliced, "Ann Lee"))])
    assert [(kind, severity) for kind, severity, _ in findings(result)] == [("splice", "substantive")]


def test_one_word_replaced_in_a_short_fragment_is_found() -> None:
    a = extraction("a", FULL, (WORDS, "Ann Lee"))
    b = extraction("b", 'She was "trying to figure out" the rest.', ("trying to figure out", "Ann Lee"))
    assert findings(compare([a, b])) == [("wording", "substantive", ["find", "figure"])]


def test_a_changed_last_word_is_found() -> None:
    a = extraction("a", '"The whole council will resign on Friday," he said.', ("The whole council will resign on Friday,", "Bo Ek"))
    b = extraction("b", '"The whole council will resign on Monday," he said.', ("The whole council will resign on Monday,", "Bo Ek"))
    assert findings(compare([a, b])) == [("date", "substantive", ["Friday", "Monday"])]


def test_several_sources_of_one_camp_are_one_finding() -> None:
    one, other = "We respect your choice to order our departure", "We respect your choice ordering our departure"
    made = [extraction(s, f'"{w}," the letter read.', (w, "the letter")) for s, w in (("a", one), ("b", one), ("c", other))]
    result = compare(made)
    assert len(result.groups) == 1
    assert [(k, s) for k, s, _ in findings(result)] == [("wording", "minor")]
    assert len(result.groups[0].discrepancies[0].spans) == 3


def test_two_utterances_of_one_speaker_with_similar_words_stay_apart() -> None:
    one = "You might think that the first question was about money, and it was"
    other = "You might think that the second answer is a matter of courage"
    result = compare([extraction("a", f'"{one}," he said.', (one, "Bo Ek")), extraction("b", f'"{other}," he said.', (other, "Bo Ek"))])
    assert [g.verdict for g in result.groups] == [Verdict.SINGLE_SOURCE] * 2


def test_the_same_words_of_two_people_are_a_speaker_finding_between_groups() -> None:
    words = "Nobody in this building knew about the missing money"
    result = compare(
        [extraction("a", f'"{words}," Bo Ek said.', (words, "Bo Ek")), extraction("b", f'"{words}," said Ann Lee.', (words, "Ann Lee"))]
    )
    assert len(result.groups) == 2
    assert [d.kind for d in result.discrepancies] == [Kind.SPEAKER]
    assert len(result.discrepancies[0].groups) == 2


def test_signed_and_unsigned_are_opposed_wherever_they_stand() -> None:
    a = extraction("a", "The letter was signed by the general.", ("The letter was signed by the general.", None))
    b = extraction("b", "He called it an unsigned draft letter.", ("it an unsigned draft letter.", "Bo Ek"))
    result = compare([a, b])
    assert [(d.kind, d.severity, [s.text for s in d.spans]) for d in result.discrepancies] == [
        (Kind.NEGATION, Severity.SUBSTANTIVE, ["signed", "unsigned"])
    ]


def test_the_order_of_the_articles_changes_nothing() -> None:
    spliced = "There has been no decision whatsoever to close the harbour, full stop"
    made = [
        extraction("a", FULL, (WORDS, "Ann Lee")),
        extraction("b", f'"{spliced}," Lee said.', (spliced, "Ann Lee")),
        extraction("c", 'She was "trying to figure out" the rest.', ("trying to figure out", "Ann Lee")),
    ]
    results = {repr(compare(order)) for order in permutations(made)}
    assert len(results) == 1


def test_an_unrelated_article_changes_no_group() -> None:
    a = extraction("a", FULL, (WORDS, "Ann Lee"))
    b = extraction(
        "b", '"There has been no decision to close the harbour," Lee said.', ("There has been no decision to close the harbour,", "Ann Lee")
    )
    c = extraction("c", "Apples were cheap in May.", ("Apples were cheap in May.", None))
    before = set(compare([a, b]).groups)
    assert before <= set(compare([a, b, c]).groups)


def test_a_quotation_worded_differently_throughout_is_one_finding() -> None:
    one = (
        "I saw technicians standing next to the plane looking at the engines "
        "so I went over to ask what the problem was and was told it was the weather"
    )
    other = (
        "I saw many technicians standing next to the plane checking the motors "
        "so I went across to ask what the matter was and was told it was the storm"
    )
    result = compare(
        [extraction("a", f'"{one}," Bo Ek said.', (one, "Bo Ek")), extraction("b", f'"{other}," Bo Ek said.', (other, "Bo Ek"))]
    )
    assert [(kind, severity) for kind, severity, _ in findings(result)] == [("wording", "substantive")]


def test_a_condition_dropped_from_the_end_is_substantive() -> None:
    whole, cut = "Nobody is coming for your fireplace unless it was built without a permit", "Nobody is coming for your fireplace"
    tags = {"coming": "VBG"}
    made = [extraction(s, f'"{w}," Bo Ek said.', (w, "Bo Ek"), tags=tags) for s, w in (("a", whole), ("b", cut))]
    assert findings(compare(made)) == [("omission", "substantive", ["unless it was built without a permit", ""])]


@pytest.mark.parametrize(
    ("whole", "cut", "dropped"),
    [
        (
            "No driver will lose his depot because of this line before 2017",
            "No driver will lose his depot because of this line",
            "before 2017",
        ),
        ("Nobody will raise the fare for that tram for 10 years", "Nobody will raise the fare for that tram", "for 10 years"),
        ("We opened the depot because of this line before 2017", "We opened the depot because of this line", None),  # nothing is denied
        ("No driver will lose his depot because of this line before long", "No driver will lose his depot because of this line", None),
    ],
)
def test_a_limit_of_time_dropped_from_a_denial_is_substantive(whole: str, cut: str, dropped: str | None) -> None:
    tags = {"lose": "VB", "raise": "VB", "opened": "VBD"}
    made = [extraction(s, f'"{w}," Bo Ek said.', (w, "Bo Ek"), tags=tags) for s, w in (("a", whole), ("b", cut))]
    assert findings(compare(made)) == ([("omission", "substantive", [dropped, ""])] if dropped else [])


def test_an_unscheduled_stop_does_not_deny_a_scheduled_flight() -> None:
    a = extraction(
        "a",
        "The flight was scheduled to leave at ten.",
        ("The flight was scheduled to leave at ten.", None),
        tags={"scheduled": "VBN", "flight": "NN"},
    )
    words = "The flight made an unscheduled stop in Perth."
    b = extraction("b", words, (words, None), tags={"unscheduled": "JJ", "stop": "NN", "flight": "NN"})
    assert compare([a, b]).discrepancies == ()


def test_light_words_of_another_quotation_make_no_splice() -> None:
    first, second = "We are going to confront the crisis on the southern border one way or the other", "We have a flood of people coming in"
    a = extraction("a", f'"{first}," Bo Ek said. "{second}."', (first, "Bo Ek"), (second, "Bo Ek"))
    whole = f"{first}, we have to do it"
    assert findings(compare([a, extraction("b", f'"{whole}," Bo Ek said.', (whole, "Bo Ek"))])) == []


def test_one_currency_written_in_two_ways_is_minor() -> None:
    one, other = "The fund will pay US$ 20 to every family on the coast", "The fund will pay USD 20 to every family on the coast"
    result = compare([extraction(s, f'"{w}," Bo Ek said.', (w, "Bo Ek")) for s, w in (("a", one), ("b", other))])
    assert [(kind, severity) for kind, severity, _ in findings(result)] == [("wording", "minor")]


def test_an_equal_function_word_of_another_phrase_is_no_beginning() -> None:
    whole = "There will be no readout of the meeting but lines of communication remain open"
    part = "the lines of communication remain open"
    a = extraction("a", f'"{whole}," Bo Ek said.', (whole, "Bo Ek"))
    b = extraction("b", f'Bo Ek said "{part}."', (part, "Bo Ek"))
    assert [(kind, severity) for kind, severity, _ in findings(compare([a, b]))] == [("wording", "minor")]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("This is the fifth pier that we lose to the sea", "This is the 5th pier that we lose to the sea", ("wording", "minor")),
        (
            "Ask the Members of Parliament (MPs) who closed the pier last year",
            "Ask the MPs who closed the pier last year",
            ("wording", "minor"),
        ),
        ("We lost the pier. We lost the boats as well", "We lost the pier… We lost the boats as well", ("ellipsis", "minor")),
        ("The children of this island were braver than I was", "…were braver than I was", ("ellipsis", "minor")),
    ],
)
def test_style_and_marks_are_minor(left: str, right: str, expected: tuple[str, str]) -> None:
    made = [extraction(s, f'"{w}," he said.', (w, "Bo Ek")) for s, w in (("a", left), ("b", right))]
    assert [(kind, severity) for kind, severity, _ in findings(compare(made))] == [expected]


def test_a_changed_figure_parts_no_two_short_quotations() -> None:
    made = [extraction(s, f'"{w}," he said.', (w, "Bo Ek")) for s, w in (
        ("a", "It took us about 10 years and a big budget"),
        ("b", "It took us about 80 years and a big budget"),
    )]  # fmt: skip
    assert [(kind, severity) for kind, severity, _ in findings(compare(made))] == [("number", "substantive")]
