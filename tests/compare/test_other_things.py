"""Figures, days, denials and names of other things contradict nothing; beside each silence stands what is still found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.compare import compare
from crosscheck.compare.discrepancies.findings import make_finding
from crosscheck.compare.discrepancies.hunks import Judgement
from crosscheck.compare.discrepancies.merging import absorb
from crosscheck.records import Discrepancy, Evidence, Extraction, Kind, Mention, Severity, Speaker, TextSpan
from tests.compare.build import extraction

TAGS = dict.fromkeys("stole sank fined failed kept arrested opened pay closed".split(), "VBD") | dict.fromkeys(
    "boats watches limits children vouchers houses windows ships ferries".split(), "NNS"
)


def told(*articles: str, tags: dict[str, str] | None = None) -> list[tuple[str, str, list[str]]]:
    """What is found between articles whose sentences are narrated statements."""
    made = [
        extraction(name, text, *((s, None) for s in sentences(text)), tags=TAGS | (tags or {}))
        for name, text in zip("abcdef", articles, strict=False)
    ]
    return listed(made)


def sentences(text: str) -> list[str]:
    return [part if part.endswith(".") else part + "." for part in text.split(". ")]


def listed(made: list[Extraction]) -> list[tuple[str, str, list[str]]]:
    result = compare(made)
    every = [*(d for g in result.groups for d in g.discrepancies), *result.discrepancies]
    return [(str(d.kind), str(d.severity), [s.text for s in d.spans]) for d in every]


def test_a_third_article_that_tells_both_figures_knows_them_for_two() -> None:
    left = "Thieves stole 46 gold watches from the harbour museum of Kessou."
    right = "Thieves stole 64 gold watches from the harbour museum of Kessou."
    assert told(left, right) == [("number", "substantive", ["46", "64"])]
    assert told(left, right, f"{left} A month later, thieves stole 64 gold watches from the harbour museum of Kessou.") == []


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("fine of $145.6 million", ["minor"]),
        ("fine of $185 million", ["substantive"]),
        ("total of $185 million", []),
    ],
)
def test_a_figure_cut_off_and_a_total(amount: str, expected: list[str]) -> None:
    page = "The owners will pay a {} for the spill in Kessou."
    assert [severity for _, severity, _ in told(page.format(amount), page.format("fine of $145 million"))] == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Four ferries sank in the bay of Kessou since June.", "Five ferries sank in the bay of Kessou since June.", ["number"]),
        ("Four other ferries sank in the bay of Kessou since June.", "Five ferries sank in the bay of Kessou since June.", []),
    ],
)
def test_what_there_is_beside_is_another_count(left: str, right: str, expected: list[str]) -> None:
    assert [kind for kind, _, _ in told(left, right, tags={"other": "JJ"})] == expected


def test_small_round_figures_agree_in_what_they_are_told_of() -> None:
    assert told("About 30 ferries lie in the bay of Kessou.", "30 ferries lie in the bay of Kessou.") == [
        ("number", "minor", ["About 30", "30"])
    ]
    assert told("About 20 per cent of the bay is oily.", "20 per cent of the men are from Kessou.") == []


ALARM = "Officers arrested a man, {}, for painting the gates of a house on Elm Street on {} after an alarm."
CHARGED = " He was charged in court on {} and faces a fine of $5,000 to $50,000 and five years in jail."
DAYS = TAGS | {"charged": "VBN"}


def series(*cases: tuple[str, str, str]) -> list[tuple[str, str, list[str]]]:
    return told(*(ALARM.format(age, day) + CHARGED.format(later) for age, day, later in cases), tags=DAYS)


def test_a_series_of_like_events_is_not_compared() -> None:
    assert series(("aged 61", "19 January 2024", "21 January 2024"), ("aged 26", "25 January 2024", "27 January 2024")) == []


def test_one_event_is_compared_though_a_day_differs() -> None:
    found = series(("aged 61", "19 January 2024", "21 January 2024"), ("aged 61", "19 January 2024", "22 January 2024"))
    assert [kind for kind, _, _ in found] == ["date"]


def test_a_deed_that_one_source_dates_twice_is_repeated() -> None:
    left = "The gates of the harbour dam were opened on 4 March 2024."
    right = "The gates of the harbour dam were opened on 9 March 2024."
    tags = {"opened": "VBN", "gates": "NNS", "dam": "NN", "harbour": "NN"}
    assert [kind for kind, _, _ in told(left, right, tags=tags)] == ["date"]
    third = "The gates of the harbour dam were opened on 1 March 2024. The gates of the harbour dam were opened on 6 March 2024."
    assert told(left, right, third, tags=tags) == []


def test_a_source_that_tells_of_the_other_month_too_tells_of_two_deeds() -> None:
    tags = {"opened": "VBN", "gates": "NNS", "dam": "NN", "harbour": "NN"}
    left = "The gates of the harbour dam were opened on 4 March 2024. A ferry sank in January 2024."
    assert told(left, "The gates of the harbour dam were opened on 9 January 2024.", tags=tags) == []


PREDICATES = {
    "approved": "VBN",
    "unapproved": "JJ",
    "used": "VBN",
    "unused": "JJ",
    "vouchers": "NNS",
    "source": "NN",
    "sources": "NNS",
    "listed": "VBN",
}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The voucher was used by a baker.", "She kept the unused voucher.", ["negation"]),
        ("The vouchers were used by a baker.", "Unused vouchers can be given away.", []),
        ("The source was approved by the office.", "It is an unapproved source.", ["negation"]),
        ("Kessou is not yet listed as an approved source.", "It is an unapproved source.", []),
    ],
)
def test_kinds_of_things_and_what_a_negation_further_off_governs(left: str, right: str, expected: list[str]) -> None:
    tags = PREDICATES | {"voucher": "NN"}
    assert [kind for kind, _, _ in told(left, right, tags=tags)] == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "The crew pumped oil into the bay using the separator.",
            "The crew pumped oil into the bay without using the separator.",
            ["negation"],
        ),
        ("The crew pumped oil into the bay bypassing the separator.", "The crew pumped oil into the bay without using the separator.", []),
        ("No oil was found, nor was the traffic in the bay of Kessou affected.", "The traffic in the bay of Kessou is not affected.", []),
    ],
)
def test_another_verb_and_a_negation_elsewhere_are_no_denial(left: str, right: str, expected: list[str]) -> None:
    tags = {"using": "VBG", "bypassing": "VBG", "affected": "VBN", "pumped": "VBD", "traffic": "NN", "bay": "NN"}
    assert [kind for kind, _, _ in told(left, right, tags=tags)] == expected


def located(source: str, town: str) -> Extraction:
    text = f"Trains reach {town} station at noon on every working day of the year."
    made = extraction(source, text, (text, None))
    start = text.index(town)
    return replace(made, mentions=(Mention(source, start, start + len(town), town, "GPE", town),))


@pytest.mark.parametrize(("left", "right", "kinds"), [("Kessou", "Tallow", ["place"]), ("Malaka", "Melaka", [])])
def test_spellings_of_a_place_are_no_other_place(left: str, right: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in listed([located("a", left), located("b", right)]) if kind == "place"] == kinds


def said(source: str, mention: str, entity: str) -> Extraction:
    words = "We will never sell the old harbour of this town to anybody from abroad"
    made = extraction(source, f'"{words}," {mention} said. {entity} smiled.', (words, entity))
    (statement,) = made.statements
    start = made.article.text.index(f" {mention} said") + 1
    speaker = Speaker(entity, TextSpan(start, start + len(mention), mention), "name")
    return replace(made, statements=(replace(statement, speaker=speaker),))


def test_a_surname_alone_contradicts_nobody_of_that_surname() -> None:
    assert [kind for kind, _, _ in listed([said("a", "Ann Lee", "Ann Lee"), said("b", "Bo Orr", "Bo Orr")])] == ["speaker"]
    assert listed([said("a", "Lee", "Ann Lee"), said("b", "Mr Lee", "Bob Lee")]) == []


@pytest.mark.parametrize(("left", "right"), [("OK", "O.K."), ("Singapore", "S'pore")])
def test_style_of_an_abbreviation_is_nothing_or_minor(left: str, right: str) -> None:
    page = '"The ferry between the islands and {} will sail again in the spring," Ann Lee said.'
    words = "The ferry between the islands and {} will sail again in the spring"
    found = listed([extraction(n, page.format(w), (words.format(w), "Ann Lee")) for n, w in (("a", left), ("b", right))])
    assert [severity for _, severity, _ in found] in ([], ["minor"])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The bank of Kessou pays savers 6 per cent interest.", "The bank of Kessou pays savers 4 per cent interest.", ["number"]),
        ("The bank of Kessou pays savers up to 6 per cent interest.", "The bank of Kessou pays savers 4 per cent interest.", []),
    ],
)
def test_what_lies_below_a_limit_contradicts_nothing(left: str, right: str, expected: list[str]) -> None:
    assert [kind for kind, _, _ in told(left, right, tags={"pays": "VBZ", "savers": "NNS"})] == expected


def test_days_of_other_nouns_are_not_compared() -> None:
    tags = {"letter": "NN", "article": "NN", "replied": "VBD", "envoy": "NN", "paper": "NN"}
    page = "The envoy replied to the paper in a {} about the harbour of Kessou."
    assert told(page.format("4 March letter"), page.format("9 March letter"), tags=tags) != []
    assert told(page.format("4 March letter"), page.format("9 March article"), tags=tags) == []


def test_words_between_two_mispaired_quotations_are_not_held_against_another() -> None:
    speech = "They had used the old accounts of other people as their proxies"
    full = extraction("a", f"“{speech},” Ann Lee said.", (speech, "Ann Lee"))
    stretch = "Others” page of the form. Ann Lee said: “They had used the old accounts of other people as their helpers"
    wrong = extraction("b", f"They used the “{stretch}.”", (stretch, "Ann Lee"))
    assert listed([full, wrong]) == []


def test_a_word_found_again_in_another_sentence_joins_nothing() -> None:
    known = "Ships that burn heavy oil near the islands of Kessou will be turned away"
    base = f"{known}. Masters had first used borrowed papers, which their owners gave up as proxies to a broker"
    other = f"{known}. The whole trouble is that somebody committed a crime. Crews sold their papers"
    made = [extraction(n, f'"{words}," Ann Lee said.', (words, "Ann Lee")) for n, words in (("a", base), ("b", other))]
    assert listed(made) == []


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Ferries may carry up to 4,200 people in the bay.", "Ferries may carry 4,200 people in the bay.", ["number"]),
        ("Ferries may carry up to 4,200 people in the bay.", "Ferries carry more than 4,200 people in the bay.", []),
    ],
)
def test_two_sides_of_a_threshold_are_no_two_precisions(left: str, right: str, expected: list[str]) -> None:
    assert [kind for kind, _, _ in told(left, right, tags={"people": "NNS"}) if kind == "number"] == expected


def precision(*tellings: str) -> Discrepancy:
    spans = [Evidence(f"s{n}", None, 10 * n, 10 * n + len(words), words) for n, words in enumerate(tellings)]
    return make_finding(Judgement(Kind.NUMBER, Severity.MINOR, "precision"), spans)


def test_a_figure_told_more_or_less_precisely_is_one_finding_whatever_the_groups() -> None:
    first, again, other = precision("about 23", "23"), precision("some 23", "", "23"), precision("about 40", "40")
    groups, rest = absorb([[first], [again, other]], [])
    assert (groups, rest) == ([[first], [other]], [])


def test_a_small_figure_that_one_source_tells_both_ways_is_told_of_two_things() -> None:
    sought = "The judge of Kessou heard a plea for at least 30 strokes of the cane."
    given = "The judge of Kessou gave the man 30 strokes of the cane."
    tags = {"heard": "VBD", "gave": "VBD", "strokes": "NNS", "plea": "NN"}
    assert told(f"{sought} {given}", given, tags=tags) == []
