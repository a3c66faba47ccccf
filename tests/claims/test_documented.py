"""What docs/claims.md says of the file and of the outcomes is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crosscheck.claims import load_claims
from crosscheck.claims.form import SourceVerdict, Status
from crosscheck.claims.formats import CHECK_FORMATS
from crosscheck.claims.results import FAILING, Outcome
from crosscheck.records import Kind

TEXT = (Path(__file__).parents[2] / "docs" / "claims.md").read_text(encoding="utf-8")


def first_cells(head: str) -> list[list[str]]:
    """The rows of the table whose head begins so, marks taken off."""
    found = re.search(rf"^\| {re.escape(head)}.*\n\|[-| ]+\|\n((?:\|.*\n)+)", TEXT, re.M)
    assert found is not None
    return [[cell.strip(" `") for cell in row.strip("|").split(" | ")] for row in found[1].splitlines()]


def test_the_example_is_a_claims_file(tmp_path):
    example = re.search(r"```yaml\n(.*?)```", TEXT, re.S)
    assert example is not None
    (tmp_path / "claims.yaml").write_text(example[1], encoding="utf-8")
    for name in ("herald", "wire"):
        (tmp_path / f"{name}.txt").write_text("Bridge\n", encoding="utf-8")
    assert [claim.id for claim in load_claims(tmp_path / "claims.yaml").claims] == ["who-is-to-blame", "cost"]


def test_every_verdict_and_outcome_is_there():
    assert [row[0] for row in first_cells("verdict of a source")] == list(SourceVerdict)
    assert [row[0] for row in first_cells("outcome")] == list(Outcome)


def test_the_exit_codes_are_those_of_the_outcomes():
    assert {row[0] for row in first_cells("outcome") if row[2].startswith("1")} == FAILING


@pytest.mark.parametrize("words", [Kind, Status, CHECK_FORMATS])
def test_every_word_is_named(words):
    assert [word for word in words if not re.search(rf"\b{word}\b", TEXT)] == []
