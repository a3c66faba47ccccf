"""Names of many languages in pairs from two articles: one person, body or place, or two (``tests/cases/entities.yaml``)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from crosscheck.compare.entities.linking import link_entities
from crosscheck.records import Article, Extraction, Mention
from tests.compare.named import words

CASES = YAML(typ="safe").load(Path(__file__).parent.parent / "cases" / "entities.yaml")
_MARKED = re.compile(r"\[(?:(?P<label>[A-Z]+)\|)?(?P<text>[^\]=]+)(?:=(?P<name>[^\]]+))?\]")
PRECISION, RECALL = 0.99, 0.95


def marked(source: str, text: str) -> Extraction:
    """An article with its names in square brackets."""
    plain, at, mentions = "", 0, []
    for match in _MARKED.finditer(text):
        plain += text[at : match.start()]
        start = len(plain)
        plain += match["text"]
        at = match.end()
        mentions.append(Mention(source, start, len(plain), match["text"], match["label"] or "PERSON", match["name"] or match["text"]))
    plain += text[at:]
    return Extraction(Article(source, f"{source}.txt", plain, "0" * 64), (), tuple(mentions), words(plain), ())


def linked(case: dict[str, Any]) -> bool:
    """Whether the pair of a case is one entity: the last names, or the one that ``pick`` counts from the start of the first article."""
    a, b = marked("a", case["a"]), marked("b", case["b"])
    table = link_entities([a, b])
    first, second = a.mentions[-1], b.mentions[-1]
    if "pick" in case:
        longer, pick = (a, b) if len(a.mentions) > len(b.mentions) else (b, a), case["pick"]
        first, second = longer[0].mentions[pick], longer[1].mentions[-1]
    ids = [table.of_mention(m.source, m.start, m.end) for m in (first, second)]
    assert None not in ids, case
    return ids[0] == ids[1]


@pytest.mark.parametrize("case", [c for c in CASES["same"] if not c.get("open")], ids=lambda c: f"{c['a']} = {c['b']}")
def test_one_of_two_spellings(case):
    assert linked(case)


@pytest.mark.parametrize("case", CASES["different"], ids=lambda c: f"{c['a']} / {c['b']}")
def test_two_of_like_names(case):
    assert not linked(case)


def test_precision_and_recall_of_all_pairs():
    found = [linked(case) for case in CASES["same"]]
    false = sum(linked(case) for case in CASES["different"])
    assert sum(found) / (sum(found) + false) >= PRECISION
    assert sum(found) / len(found) >= RECALL
    assert len(found) + len(CASES["different"]) >= 120
