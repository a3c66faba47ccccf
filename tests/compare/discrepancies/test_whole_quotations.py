"""Whole quotations of one speaker that are tied by half the weight of their words are held against each other word by word."""

from __future__ import annotations

from crosscheck.compare import compare
from tests.compare.build import extraction


def test_two_words_of_weight_that_are_put_for_others_are_found() -> None:
    told = {"a": "My mother used to say a quiet house is a hungry house", "b": "My addition used to say a split house is a hungry house"}
    made = [extraction(name, f'"{words}," Arno Lind said.', (words, "Arno Lind")) for name, words in told.items()]
    found = [d for g in compare(made).groups for d in g.discrepancies]
    assert sorted((str(d.kind), str(d.severity), tuple(s.text for s in d.spans)) for d in found) == [
        ("wording", "substantive", ("mother", "addition")),
        ("wording", "substantive", ("quiet", "split")),
    ]


def test_another_speaker_of_like_words_is_not() -> None:
    told = {"a": ("My mother used to say a quiet house is a hungry house", "Arno Lind"), "b": ("A split house is a hungry one", "Ida Rowe")}
    made = [extraction(name, f'"{words}," {who} said.', (words, who)) for name, (words, who) in told.items()]
    assert [d for g in compare(made).groups for d in g.discrepancies] == []
