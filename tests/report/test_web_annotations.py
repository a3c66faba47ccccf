"""Web Annotations: what the W3C model requires is there, and both selectors lead back to the words."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.records import Span
from crosscheck.report import Options, renderer
from crosscheck.report.web_annotations import CONTEXT, collection, text_quote_selector
from tests.builders import bridge_report, make_article, make_report, make_statement

PURPOSES = {"tagging", "commenting", "describing", "classifying"}


def made(report=None) -> dict:
    return json.loads(renderer("annotations").render(report or bridge_report(), Options()))


def selected(text: str, selector: dict) -> list[Span]:
    """The places that a TextQuoteSelector selects, by the definition in section 4.2.4 of the model."""
    whole = selector["prefix"] + selector["exact"] + selector["suffix"]
    starts = [at + len(selector["prefix"]) for at in range(len(text) + 1) if text.startswith(whole, at)]
    return [Span(start, start + len(selector["exact"])) for start in starts]


def annotation(data: dict, name: str) -> dict:
    (found,) = [item for item in data["first"]["items"] if item["dcterms:identifier"] == name]
    return found


def tags(item: dict) -> list[str]:
    return [body["value"] for body in item["body"] if body["purpose"] == "tagging"]


def test_the_collection_has_what_section_5_of_the_model_requires():
    data = made()
    assert data["@context"] == CONTEXT == "http://www.w3.org/ns/anno.jsonld"
    assert data["type"] == "AnnotationCollection"
    assert data["first"]["type"] == "AnnotationPage"
    assert data["last"] == data["first"]["id"]
    assert (data["first"]["partOf"], data["first"]["startIndex"]) == (data["id"], 0)
    assert data["total"] == len(data["first"]["items"]) == len(bridge_report().statements) + 4
    assert all(UUID(iri.split("#")[0].removeprefix("urn:uuid:")) for iri in (data["id"], data["first"]["id"]))


def test_each_annotation_has_what_sections_3_and_4_require():
    items = made()["first"]["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert UUID(item["id"].removeprefix("urn:uuid:")).version == 5
        assert item["target"]
        for body in item["body"]:
            assert body["type"] == "TextualBody"
            assert isinstance(body["value"], str)
            assert body["purpose"] in PURPOSES
        for target in item["target"]:
            assert target["type"] == "SpecificResource"
            assert isinstance(target["source"]["id"], str)
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert {key for key, value in quote.items() if isinstance(value, str)} == {"type", "exact", "prefix", "suffix"}
            assert 0 <= position["start"] <= position["end"]


def test_both_selectors_select_the_same_words_of_the_source():
    report = bridge_report()
    texts = {article.path: article.text for article in report.articles}
    for item in made(report)["first"]["items"]:
        for target in item["target"]:
            text = texts[target["source"]["id"]]
            quote, position = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert selected(text, quote) == [Span(position["start"], position["end"])]


def test_a_statement_has_a_target_for_each_stretch_of_its_content():
    item = annotation(made(), "s-b1ac402a")
    exact = [target["selector"][0]["exact"] for target in item["target"]]
    assert exact == ["There is no plan whatsoever to close it again,", "The repairs are done."]
    assert tags(item) == [
        "form: direct",
        "kind: said",
        "polarity: affirmed",
        "speaker: Ana Ruiz",
        "cue: told",
        "group: g-plan",
        "verdict: discrepancy",
    ]


def test_a_finding_has_a_target_for_each_place_and_says_kind_severity_and_verdict():
    item = annotation(made(), "d-omit")
    assert [(target["source"]["id"], target["selector"][0]["exact"]) for target in item["target"]] == [
        ("gazette.txt", "whatsoever"),
        ("herald.txt", "whatsoever"),
        ("wire.txt", ""),
    ]
    assert item["body"][0]["value"] == "Words are dropped without a mark: “whatsoever” in gazette and herald; nothing in wire."
    assert tags(item) == ["kind: omission", "severity: substantive", "group: g-plan", "verdict: discrepancy"]


def test_a_finding_of_an_entity_has_no_verdict():
    assert tags(annotation(made(), "d-name")) == ["kind: name", "severity: minor"]


def test_ids_are_those_of_the_content_not_of_the_running_order():
    report = bridge_report()
    turned = replace(report, statements=report.statements[::-1], groups=report.groups[::-1], articles=report.articles[::-1])
    ids = {item["dcterms:identifier"]: item["id"] for item in made(report)["first"]["items"]}
    assert {item["dcterms:identifier"]: item["id"] for item in made(turned)["first"]["items"]} == ids
    assert made(turned)["id"] == made(report)["id"]


def test_equal_ids_in_two_stories_are_two_things():
    one, other = (make_article("herald", text) for text in ("Bridge\n\nIt holds.", "Tunnel\n\nIt holds."))
    ids = {
        made(make_report(article, statements=[replace(make_statement(article, "It holds."), id="s-1")]))["first"]["items"][0]["id"]
        for article in (one, other)
    }
    assert len(ids) == 2


def test_nothing_found_is_a_collection_without_a_page():
    data = made(make_report(make_article("herald", "Bridge")))
    assert (data["total"], "first" in data) == (0, False)


def test_the_order_of_the_keys_and_the_bytes_are_always_the_same():
    assert list(collection(bridge_report())) == ["@context", "id", "type", "label", "generator", "total", "first", "last"]
    assert renderer("annotations").render(bridge_report(), Options()) == renderer("annotations").render(bridge_report(), Options(40, True))


@pytest.mark.parametrize(
    ("url", "via"),
    [
        ("https://herald.example/bridge", "https://herald.example/bridge"),
        ("javascript:alert(1)", None),
        ("https://herald.example/ <script>", None),
        (None, None),
    ],
)
def test_the_source_is_the_file_that_was_read_and_its_address_if_it_has_one(url, via):
    article = replace(make_article("herald", "Bridge\n\nIt holds."), path="old news/a:b#1.txt", url=url)
    data = made(make_report(article, statements=[make_statement(article, "It holds.")]))
    source = data["first"]["items"][0]["target"][0]["source"]
    assert source["id"] == "old%20news/a%3Ab%231.txt"
    assert source.get("via") == via


def test_articles_of_one_file_are_told_apart():
    articles = [replace(make_article(name, f"{name}\n\nIt holds."), path="all.json") for name in ("herald", "wire")]
    data = made(make_report(*articles, statements=[make_statement(article, "It holds.") for article in articles]))
    assert [item["target"][0]["source"]["id"] for item in data["first"]["items"]] == ["all.json#herald", "all.json#wire"]


@given(st.text(st.sampled_from("ab \n😀é“"), max_size=300), st.data())
def test_the_words_around_tell_the_place_from_every_other(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    selector = text_quote_selector(text, start, end)
    assert selector["exact"] == text[start:end]
    assert Span(start, end) in selected(text, selector)
    assert len(selected(text, selector)) == 1
