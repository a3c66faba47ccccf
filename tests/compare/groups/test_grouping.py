"""Which statements are one claim: twins stay together, and a condition is no claim that it holds."""

from __future__ import annotations

from crosscheck.compare import compare
from tests.compare.build import extraction

FULL = "Divers found seven bronze cannons and a rusty anchor below the lighthouse of Kessou, the harbour office announced in a notice."
SHORT = "seven bronze cannons and a rusty anchor below the lighthouse of Kessou"


def grouped(*articles: tuple[str, ...]) -> list[list[str]]:
    made = [extraction(name, " ".join(said), *((s, None) for s in said)) for name, said in zip("abc", articles, strict=False)]
    result = compare(made)
    source = {s.id: f"{s.source}: {s.text[:12]}" for s in result.statements}
    return sorted(sorted(source[i] for i in g.statements) for g in result.groups if len(g.statements) > 1)


def test_a_statement_that_two_sources_print_alike_is_in_one_group_though_the_fullest_version_is_of_one_of_them() -> None:
    again = f"{SHORT[0].upper()}{SHORT[1:]} were shown."
    assert grouped((FULL, again), (again,)) == [["a: Divers found", "a: Seven bronze", "b: Seven bronze"]]


def test_a_condition_is_grouped_with_the_same_condition_and_with_no_claim_that_it_holds() -> None:
    condition = "If the old harbour wall breaks in a storm, the lower streets will be flooded within minutes."
    fact = "The old harbour wall breaks in a storm, the lower streets will be flooded within minutes."
    assert grouped((condition,), (condition,)) == [["a: If the old h", "b: If the old h"]]
    assert grouped((condition,), (fact,)) == []
