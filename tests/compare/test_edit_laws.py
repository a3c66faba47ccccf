"""Laws of normalising, judging and grouping, over random edits of invented speeches."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from evaluation.edits_kinds import KINDS, Quote
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.compare import compare, likeness
from crosscheck.compare.discrepancies.hunks import judge
from crosscheck.compare.words.tokens import tokenize
from crosscheck.records import Comparison, Kind, Severity, Verdict
from tests.compare.build import extraction

SPEECHES = (
    "We will rebuild the old harbour bridge before the winter storms return and every family on the island will be paid for its losses",
    "The inspectors have found nine cracked girders in the northern tower, and nobody can tell me when the crack in the first was seen",
    "I was asked to sign the papers on the ferry, I read them twice, and they are not what the shipping company promised its crews",
    "Our hospital has treated 47 patients since Sunday. The water is clean again, but the laboratory should have warned the town earlier",
    "It is the biggest harvest in 12 years, and we're going to need more drivers, more lorries and a little patience at the border",
)
WORDS = (
    st.lists(st.sampled_from("the old bridge was not closed 12 nine May Dunmore signs signed it's will may [sic] …".split()), max_size=7)
).map(" ".join)
speeches = st.sampled_from(SPEECHES)


def said(source: str, words: str, speaker: str = "Ann Lee"):
    return extraction(source, f'"{words}," {speaker} told the council.', (words, speaker))


def findings(result: Comparison) -> list[tuple[str, Severity]]:
    found = [*result.discrepancies, *(d for g in result.groups for d in g.discrepancies)]
    return sorted((str(d.kind), d.severity) for d in found)


def claims(result: Comparison, sources: Sequence[str]) -> set[frozenset[str]]:
    """The groups as sets of statements, those of other sources left out."""
    ours = {s.id for s in result.statements if s.source in sources}
    return {frozenset(g.statements) & ours for g in result.groups} - {frozenset()}


def edited(words: str, kind: str, seed: int) -> str | None:
    tags = {m.start(): "NN" for m in Quote(words, {}).words}
    pool = {"NN": ["cathedral", "orchard", "lantern", "satellite", "violin"]}
    return next(k for k in KINDS if k.name == kind).make(Quote(words, tags), Random(seed), pool)


# Normalising


@given(st.text(alphabet="abcU.S'’\"n't 12,$&(-)…\n", max_size=60))
def test_what_was_read_reads_the_same_again(text: str) -> None:
    once = [t.norm for t in tokenize(text)]
    for norm in once:
        assert [t.norm for t in tokenize(norm)] in ([norm], norm.split("."), [norm.rstrip(".")])


@given(speeches)
def test_every_token_can_be_read_again_at_its_place(text: str) -> None:
    for token in tokenize(text):
        if token.style != "contraction":
            assert [t.norm for t in tokenize(text[token.start : token.end])] == [token.norm]


# Judging


@given(WORDS, WORDS, st.booleans(), st.booleans(), st.booleans())
@settings(max_examples=200)
def test_every_difference_has_one_judgement_whichever_side_is_first(
    left: str, right: str, marked: bool, across: bool, joined: bool
) -> None:
    a, b = tokenize(left), tokenize(right)
    one = judge(a, b, marked=marked, across=across, joined=joined)
    other = judge(b, a, marked=marked, across=across, joined=joined)
    assert one == other
    if [t.norm for t in a] != [t.norm for t in b] and "".join(left.split()) != "".join(right.split()):
        assert one is not None
        assert one.kind in Kind


@given(speeches, st.sampled_from(["omission", "substitution", "number", "negation", "contraction", "ellipsis"]), st.integers(0, 999))
@settings(max_examples=60, deadline=None)
def test_an_edit_and_its_inverse_are_one_finding(words: str, kind: str, seed: int) -> None:
    new = edited(words, kind, seed)
    if new is None:
        return
    there, back = compare([said("a", words), said("b", new)]), compare([said("a", new), said("b", words)])
    if kind in ("omission", "ellipsis"):
        assert [s for _, s in findings(there)] == [s for _, s in findings(back)]
    else:
        assert findings(there) == findings(back)
    one, other = likeness(words, new), likeness(new, words)
    assert one.containment == pytest.approx(other.containment)


@given(speeches, st.sampled_from(["omission", "substitution", "number", "negation", "contraction"]), st.integers(0, 999))
@settings(max_examples=60, deadline=None)
def test_typography_on_top_of_an_edit_changes_no_finding(words: str, kind: str, seed: int) -> None:
    new = edited(words, kind, seed)
    if new is None:
        return
    plain = compare([said("a", words), said("b", new)])
    restyled = new.replace("'", "’").replace(" and ", " – and ").replace("  ", " ") + "!"
    assert findings(compare([said("a", words), said("b", restyled)])) == findings(plain)


@given(speeches, st.sampled_from(["number", "negation"]), st.integers(0, 999))
@settings(max_examples=60, deadline=None)
def test_an_inserted_not_or_a_changed_digit_is_substantive(words: str, kind: str, seed: int) -> None:
    new = edited(words, kind, seed)
    if new is not None:
        assert (kind, Severity.SUBSTANTIVE) in findings(compare([said("a", words), said("b", new)]))


# Grouping


@given(speeches, st.sampled_from(["omission", "substitution", "number", "truncation"]), st.integers(0, 999))
@settings(max_examples=40, deadline=None)
def test_an_unrelated_article_changes_no_group(words: str, kind: str, seed: int) -> None:
    made = [said("a", words), said("b", edited(words, kind, seed) or words)]
    stranger = "Two swans hatched in the castle moat and the gardeners keep the children away from the nest until the autumn."
    alone, visited = compare(made), compare([*made, extraction("z", stranger, (stranger, None))])
    assert claims(visited, "ab") == claims(alone, "ab")
    assert findings(visited) == findings(alone)


@given(speeches, st.sampled_from(["omission", "substitution", "number", "truncation"]), st.integers(0, 999))
@settings(max_examples=40, deadline=None)
def test_the_same_article_twice_is_a_source_more_and_changes_no_group(words: str, kind: str, seed: int) -> None:
    new = edited(words, kind, seed) or words
    alone, twice = compare([said("a", words), said("b", new)]), compare([said("a", words), said("b", new), said("c", new)])
    assert claims(twice, "ab") == claims(alone, "ab")
    assert findings(twice) == findings(alone)
    assert [len(g.sources) for g in twice.groups] == [3]


def test_a_copy_is_a_source_but_no_independent_one() -> None:
    narrated = "The harbour master counted eleven broken boats on the morning after the storm and closed the northern pier to all visitors."
    made = [extraction(source, f"{narrated}\n", (narrated, None)) for source in "abc"]
    group = compare(made).groups[0]
    assert (group.verdict, group.sources, group.independent_sources) == (Verdict.AGREEMENT, ("a", "b", "c"), 1)


@given(st.permutations(range(6)))
@settings(max_examples=20, deadline=None)
def test_the_order_of_articles_and_statements_is_no_evidence(order: list[int]) -> None:
    made = [said(f"s{n}", SPEECHES[n % 2] if n < 4 else edited(SPEECHES[n % 2], "omission", n) or "") for n in range(6)]
    assert repr(compare([made[n] for n in order])) == repr(compare(made))


@given(st.lists(st.tuples(speeches, st.sampled_from(["Ann Lee", "Bo Ek", "Cy Orr"])), min_size=2, max_size=5))
@settings(max_examples=40, deadline=None)
def test_no_group_holds_two_known_people(told: list[tuple[str, str]]) -> None:
    result = compare([said(f"s{n}", words, who) for n, (words, who) in enumerate(told)])
    people = {s.id: s.speaker.entity for s in result.statements if s.speaker}
    for group in result.groups:
        assert len({people[s] for s in group.statements if people.get(s)}) <= 1


def test_nearly_every_edit_of_a_quotation_is_found_and_grouped() -> None:
    hits = total = 0
    for words in SPEECHES:
        for kind in KINDS:
            for seed in range(6):
                new = edited(words, kind.name, seed)
                if new is None:
                    continue
                hits += any(len(g.sources) == 2 for g in compare([said("a", words), said("b", new)]).groups)
                total += 1
    assert total > 200
    assert hits >= 0.97 * total


# What a similarity ratio, or groups of everything connected, would get wrong


def test_a_short_part_of_a_long_quotation_belongs_to_it() -> None:
    result = compare([said("a", " and ".join(SPEECHES[:2])), said("b", "every family on the island will be paid")])
    assert [g.sources for g in result.groups] == [("a", "b")]


def test_a_phrase_that_two_speeches_share_does_not_join_them() -> None:
    phrase = "at the end of the day"
    one, other = f"{SPEECHES[0]} {phrase}", f"{phrase} {SPEECHES[3]}"
    result = compare([said("a", one), said("b", other), said("c", phrase)])
    ours = {s.source: s.id for s in result.statements}
    assert not any({ours["a"], ours["b"]} <= set(g.statements) for g in result.groups)


# Published misquotations of one speech, in words of our own


@pytest.mark.parametrize(
    ("heard", "printed", "kinds"),
    [
        ("make nobody feel like a stranger in this town", "make anybody feels like a stranger in this town", {"negation"}),
        ("we did know and wore the badge all through the strike", "we didn't know and wore the badge all through the strike", {"negation"}),
        ("my brother paid for the boat with the money I lent him", "his brother paid for the boat with the money I lent him", {"wording"}),
        ("I came, I think, because the council had asked for me", "I came because the council had asked for me", {"omission", "wording"}),
    ],
)
def test_a_misquotation_is_told(heard: str, printed: str, kinds: set[str]) -> None:
    found = findings(compare([said("a", heard), said("b", printed)]))
    assert {kind for kind, _ in found} <= kinds
    assert found
