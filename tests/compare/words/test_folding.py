"""Folding: one key for the British and the American spelling of a word, singular and plural alike."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.compare.words.folding import spelling_key
from crosscheck.records import Kind, Severity
from tests.compare.build import extraction


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("centre", "center"),
        ("centres", "centers"),
        ("kilometres", "kilometers"),
        ("fibres", "fibers"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("kilogrammes", "kilograms"),
        ("neighbours", "neighbors"),
        ("organised", "organized"),
    ],
)
def test_british_and_american_spelling_have_one_key(british: str, american: str) -> None:
    assert spelling_key(british) == spelling_key(american)


@pytest.mark.parametrize(("left", "right"), [("trees", "tears"), ("acres", "acers"), ("stores", "stoers"), ("gram", "game")])
def test_other_words_keep_their_own(left: str, right: str) -> None:
    assert spelling_key(left) != spelling_key(right)


@pytest.mark.parametrize(("british", "american"), [("centre", "center"), ("kilometres", "kilometers"), ("programmes", "programs")])
def test_the_spelling_inside_marks_is_a_minor_difference_of_plurals_too(british: str, american: str) -> None:
    sides = [
        extraction(name, f"“{words}”, said Ada Brook.", (words, "Ada Brook"))
        for name, word in (("a", british), ("b", american))
        for words in [f"We carried the lantern {word} along the frozen towpath before dawn"]
    ]
    (finding,) = [d for group in compare(sides).groups for d in group.discrepancies]
    assert (finding.kind, finding.severity, {s.text for s in finding.spans}) == (Kind.WORDING, Severity.MINOR, {british, american})
