"""One deed, for reasons that have nothing in common; and a denial of which a report leaves less."""

from __future__ import annotations

import pytest

from crosscheck.compare import compare
from crosscheck.compare.discrepancies.attribution import name_speakers
from crosscheck.compare.entities.linking import link_entities
from crosscheck.compare.facts.reasons import cause_findings, reason_findings
from crosscheck.compare.groups.units import make_units, own_tokens, read_articles
from crosscheck.compare.words.weights import default_weights
from tests.compare.build import extraction
from tests.compare.named import named

WORDS = {
    "NN": "pier ferry fishing nets licence flood damage",
    "VB": "pay compensate close approve",
    "VBD": "fined paid compensated left sailed",
    "VBN": "approved",
    "NNS": "plans repairs permits",
    "IN": "for",
    "TO": "to",
    "DT": "the a no",
    "RB": "not",
}
TAGS = {word: tag for tag, words in WORDS.items() for word in words.split()}


def reasons(left: str, right: str) -> list[list[str]]:
    made = [named(name, text, tags=TAGS, ORG="Harbour Lines", GPE="Dunmore") for name, text in (("a", left), ("b", right))]
    readers = read_articles(made, link_entities(made))
    whole = [(x, readers[x.article.id].tokens()) for x in made]
    assert all(own_tokens(x) == () for x in made)  # without paragraphs: the whole text is read above
    found = reason_findings(whole)
    assert {(str(d.kind), str(d.severity)) for d in found} <= {("paraphrase", "substantive")}
    return [[s.text for s in d.spans] for d in found]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Dunmore fined Harbour Lines for the nets.", "Dunmore fined Harbour Lines for fishing.", [["the nets", "fishing"]]),
        ("Dunmore must pay Harbour Lines for the ferry.", "Dunmore compensated Harbour Lines for repairs.", [["the ferry", "repairs"]]),
        ("Dunmore fined Harbour Lines for the nets.", "Dunmore fined Harbour Lines for nets.", []),
        ("Dunmore fined Harbour Lines for the nets.", "Dunmore left Harbour Lines for fishing.", []),  # no return for anything
        ("Dunmore fined Harbour Lines for the nets.", "Dunmore fined them for fishing.", []),  # perhaps somebody else
        ("Dunmore fined Harbour Lines for the nets.", "Dunmore fined Harbour Lines for fishing. It fined Harbour Lines for the nets.", []),
        ("Dunmore fined Harbour Lines for the nets.", "Dunmore had not fined Harbour Lines for fishing.", []),
    ],
)
def test_one_deed_for_other_reasons(left: str, right: str, expected: list[list[str]]) -> None:
    assert reasons(left, right) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("there were no plans approved to close the pier", [["no plans to close", "no plans approved to close"]]),
        ("there were no plans to close the pier", []),
        ("there were plans approved to close the pier", None),
    ],
)
def test_a_report_that_narrows_what_is_denied(told: str, expected: list[list[str]] | None) -> None:
    quoted = extraction(
        "a", "“There are no plans to close the pier,” Ann Lee said.", ("There are no plans to close the pier", "Ann Lee"), tags=TAGS
    )
    report = extraction("b", f"Ann Lee said {told}.", (told, "Ann Lee"), tags=TAGS)
    result = compare([quoted, report])
    every = [*(d for g in result.groups for d in g.discrepancies), *result.discrepancies]
    found = [[s.text for s in d.spans] for d in every if d.kind == "paraphrase"]
    assert found == (expected or [])


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("It was an honest slip because the form was torn", [["honest slip by a tired clerk", "honest slip because the form was torn"]]),
        ("It was an honest slip by a tired clerk", []),
        ("It was an honest slip", []),
        ("It was a costly slip because the form was torn", []),
    ],
)
def test_one_phrase_quoted_with_other_causes(other: str, expected: list[list[str]]) -> None:
    tags = {"honest": "JJ", "slip": "NN", "costly": "JJ", "tired": "JJ", "clerk": "NN", "form": "NN", "torn": "VBN", "a": "DT", "an": "DT"}
    said = "It was an honest slip by a tired clerk"
    made = [extraction(name, f"“{words},” Ann Lee said.", (words, "Ann Lee"), tags=tags) for name, words in (("a", said), ("b", other))]
    table = link_entities(made)
    texts = {x.article.id: x.article.text for x in made}
    statements = name_speakers([s for x in made for s in x.statements], table, texts)
    found = cause_findings(make_units(statements, read_articles(made, table), default_weights()), texts, default_weights())
    assert [[s.text for s in d.spans] for d in found] == expected
