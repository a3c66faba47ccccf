"""Base forms by table, then by the longest ending."""

from __future__ import annotations

import json

import pytest

from crosscheck.language.reader.components import SHIPPED
from crosscheck.language.reader.lemmas import Lemmatizer

TABLES = {
    "forms": {"VBD": {"went": "go"}, "PRP": {"him": "he"}},
    "endings": {"VBD": {"d": [2, ""], "ied": [3, "y"]}, "NNS": {"s": [1, ""], "ies": [3, "y"]}},
}


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("went", "VBD", "go"),
        ("walked", "VBD", "walk"),
        ("Carried", "VBD", "carry"),
        ("cities", "NNS", "city"),
        ("dogs", "NNS", "dog"),
        ("Him", "PRP", "he"),
        ("Cities", "NNPS", "Cities"),
        ("Quickly", "RB", "quickly"),
        ("s", "NNS", "s"),
    ],
)
def test_rules(form, tag, lemma):
    assert Lemmatizer(json.dumps(TABLES).encode())(form, tag) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("said", "VBD", "say"),
        ("told", "VBD", "tell"),
        ("ordering", "VBG", "order"),
        ("left", "VBN", "leave"),
        ("forces", "NNS", "force"),
        ("children", "NNS", "child"),
        ("is", "VBZ", "be"),
    ],
)
def test_the_shipped_tables(form, tag, lemma):
    assert Lemmatizer((SHIPPED / "crosscheck_encoder" / "lemmas.json").read_bytes())(form, tag) == lemma
