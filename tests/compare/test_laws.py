"""Laws of the comparison, over random edits of one invented speech."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.compare import compare
from crosscheck.records import Comparison, Extraction, Severity, Verdict
from tests.compare.build import extraction

SPEECH = "We will rebuild the old harbour bridge before the winter storms return and every family on the island will be paid for its losses"
WORDS = SPEECH.split()
NARRATION = (
    "The harbour master of Dunmore counted eleven broken boats on the morning after the storm and closed the northern pier to visitors."
)


def quoting(source: str, words: str) -> Extraction:
    """A source that quotes ``words``."""
    return extraction(source, f'"{words}," Ann Lee told the council.', (words, "Ann Lee"))


def findings(result: Comparison) -> list[tuple[str, Severity]]:
    """Kind and severity of all findings."""
    return [(str(d.kind), d.severity) for g in result.groups for d in g.discrepancies] + [
        (str(d.kind), d.severity) for d in result.discrepancies
    ]


@given(st.integers(0, len(WORDS) - 1), st.integers(0, len(WORDS) - 1))
@settings(max_examples=60, deadline=None)
def test_a_contiguous_fragment_of_six_words_joins_and_differs_in_nothing(start: int, end: int) -> None:
    low, high = sorted((start, end))
    part = WORDS[low : max(high, low + 6)]
    if len(part) < 6:
        return
    result = compare([quoting("a", SPEECH), quoting("b", " ".join(part))])
    assert len(result.groups) == 1
    assert findings(result) == []


@given(
    st.sampled_from(
        [("will rebuild", "will not rebuild"), ("will be paid", "will not be paid"), ("before the winter", "not before the winter")]
    )
)
def test_an_inserted_not_is_always_substantive(change: tuple[str, str]) -> None:
    result = compare([quoting("a", SPEECH), quoting("b", SPEECH.replace(*change))])
    assert findings(result) == [("negation", Severity.SUBSTANTIVE)]


@given(st.sampled_from([str.upper, str.title, lambda s: s.replace(" ", "  "), lambda s: s.replace(" and ", " – and "), lambda s: s + "."]))
def test_typography_alone_is_never_found(restyle: object) -> None:
    assert callable(restyle)
    result = compare([quoting("a", SPEECH), quoting("b", restyle(SPEECH))])
    assert [g.verdict for g in result.groups] == [Verdict.AGREEMENT]
    assert findings(result) == []


@given(st.permutations(["a", "b", "c", "d"]))
@settings(max_examples=24, deadline=None)
def test_the_order_of_the_articles_is_no_evidence(order: list[str]) -> None:
    made = {
        "a": quoting("a", SPEECH),
        "b": quoting("b", SPEECH.replace("rebuild", "repair")),
        "c": quoting("c", "every family on the island will be paid"),
        "d": extraction("d", NARRATION, (NARRATION, None)),
    }
    assert repr(compare([made[s] for s in order])) == repr(compare([made[s] for s in sorted(made)]))


def test_an_exact_copy_adds_a_source_and_no_independent_one() -> None:
    made = [extraction(s, f"{NARRATION}\nOwn words of {s}.", (NARRATION, None)) for s in "ab"]
    group = next(g for g in compare(made).groups if len(g.sources) == 2)
    assert (group.verdict, group.independent_sources) == (Verdict.AGREEMENT, 1)


def test_a_group_never_holds_two_known_people() -> None:
    said = [("a", SPEECH, "Ann Lee"), ("b", SPEECH, "Bo Ek"), ("c", SPEECH, "Ann Lee")]
    result = compare([extraction(s, f'"{w}," {who} told the council.', (w, who)) for s, w, who in said])
    people = {s.id: s.speaker.entity for s in result.statements if s.speaker}
    assert all(len({people[s] for s in g.statements if people.get(s)}) <= 1 for g in result.groups)
    assert findings(result) == [("speaker", Severity.SUBSTANTIVE)]
