"""A sentence that joins two claims is in the group of each; head and tail of one quotation stay together."""

from __future__ import annotations

from crosscheck.compare import compare
from tests.compare.build import extraction

BOTH = "The skipper was sentenced to seven months in jail by the harbour court, for stealing two bronze cannons from a wreck in May."
JAIL = "The harbour court sentenced the skipper to seven months in jail."
THEFT = "In May two bronze cannons were stolen by a skipper from the wreck."


def grouped(*articles: tuple[str, ...]) -> list[list[str]]:
    made = [extraction(name, " ".join(said), *((s, None) for s in said)) for name, said in zip("abcd", articles, strict=False)]
    result = compare(made)
    source = {s.id: f"{s.source}: {s.text[:11]}" for s in result.statements}
    return sorted(sorted(source[i] for i in g.statements) for g in result.groups if len(g.statements) > 1)


def test_a_sentence_of_two_claims_is_in_the_group_of_each() -> None:
    assert grouped((BOTH,), (JAIL,), (THEFT,)) == [["a: The skipper", "b: The harbour"], ["a: The skipper", "c: In May two "]]


def test_what_tells_the_same_part_stays_in_one_group() -> None:
    assert grouped((BOTH,), (JAIL,), (JAIL.replace("sentenced", "has sentenced"),)) == [
        ["a: The skipper", "b: The harbour", "c: The harbour"]
    ]


def test_statements_of_one_part_stay_together_beside_those_of_the_other() -> None:
    assert grouped((BOTH,), (JAIL, THEFT), (THEFT,)) == [
        ["a: The skipper", "b: In May two ", "c: In May two "],
        ["a: The skipper", "b: The harbour"],
    ]


def test_head_and_tail_of_one_quotation_stay_together() -> None:
    said = "We hauled the heavy cannons over the reef at dawn, and nobody in the village asked us what the barrels were for"
    head, tail = "We hauled the heavy cannons over the reef at dawn", "nobody in the village asked us what the barrels were for"
    made = [extraction(name, f'"{words}" Ann Lee said.', (words, "Ann Lee")) for name, words in zip("abc", (said, head, tail), strict=True)]
    (group,) = [g for g in compare(made).groups if len(g.sources) > 1]
    assert group.sources == ("a", "b", "c")
