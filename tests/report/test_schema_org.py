"""Groups as schema.org Claim and Quotation: who said it, where it appears, and never a rating."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from crosscheck.records import Discrepancy, Form, Group, Kind, Polarity, Severity, Verdict
from crosscheck.report import Options, renderer
from tests.builders import bridge_report, evidence, make_article, make_report, make_statement

HERALD = make_article("herald", "Bridge\n\n“It holds,” Ruiz said.", url="https://herald.example/1", publisher="The Herald")
WIRE = make_article("wire", "Bridge\n\n“It holds,” Ruiz said.")


def made(report) -> dict:
    return json.loads(renderer("schema-org").render(report, Options()))


def node(data: dict, name: str) -> dict:
    (found,) = [item for item in data["@graph"] if item.get("identifier") == name]
    return found


def keys(data: object) -> set[str]:
    if isinstance(data, dict):
        return set(data).union(*map(keys, data.values()))
    return set().union(*map(keys, data)) if isinstance(data, list) else set()


def story(**more):
    """Two sources quote the same words; ``more`` changes the statement of the wire."""
    one = make_statement(HERALD, "It holds,", speaker="Ana Ruiz")
    other = replace(make_statement(WIRE, "It holds,", speaker="Ana Ruiz"), **more)
    group = Group("g-1", "It holds", "Ana Ruiz", (one.id, other.id), ("herald", "wire"), 2, Verdict.AGREEMENT)
    return make_report(HERALD, WIRE, statements=[one, other], groups=[group])


def test_every_group_is_a_claim_that_appears_in_each_of_its_sources():
    report = bridge_report()
    data = made(report)
    assert data["@context"] == "https://schema.org"
    articles = {item["@id"] for item in data["@graph"] if item["@type"] == "NewsArticle"}
    assert articles == {"gazette.txt", "herald.txt", "wire.txt"}
    for group in report.groups:
        claim = node(data, group.id)
        assert "Claim" in claim["@type"]
        assert claim["name"] == group.label
        assert [item["@id"] for item in claim["appearance"]] == [f"{source}.txt" for source in group.sources]
        assert [item["identifier"] for item in claim["workExample"]] == list(group.statements)
        assert {item["isPartOf"]["@id"] for item in claim["workExample"]} <= articles
    assert len({item["@id"] for item in data["@graph"]}) == len(data["@graph"])


def test_words_in_quotation_marks_are_a_quotation_with_its_speaker():
    claim = node(made(story()), "g-1")
    assert claim["@type"] == ["Claim", "Quotation"]
    assert claim["text"] == "It holds,"
    assert claim["creator"] == claim["spokenByCharacter"] == {"name": "Ana Ruiz"}
    assert [item["@type"] for item in claim["workExample"]] == ["Quotation", "Quotation"]


def test_the_speaker_is_a_person_where_the_entity_is_one():
    report = bridge_report()
    (entity,) = report.entities
    named = tuple(
        replace(item, speaker=replace(item.speaker, entity=entity.id)) if item.speaker and item.speaker.name == "Ana Ruiz" else item
        for item in report.statements
    )
    assert node(made(replace(report, statements=named)), "g-plan")["creator"] == {"@type": "Person", "name": "Ana Ruiz"}


def test_words_of_the_article_itself_have_no_speaker():
    claim = node(made(bridge_report()), "g-ferry")
    assert claim["@type"] == "Claim"
    assert {"creator", "spokenByCharacter"}.isdisjoint(keys(claim))


@pytest.mark.parametrize(
    ("polarity", "says"),
    [
        (Polarity.DENIED, "By this source, Ana Ruiz denied this."),
        (Polarity.WITHHELD, "By this source, Ana Ruiz did not say whether this is so."),
    ],
)
def test_who_denies_it_did_not_make_the_claim(polarity, says):
    claim = node(made(story(polarity=polarity, form=Form.INDIRECT, quoted=())), "g-1")
    assert "creator" not in claim
    assert claim["workExample"][0]["creator"] == {"name": "Ana Ruiz"}
    assert "creator" not in claim["workExample"][1]
    assert claim["workExample"][1]["description"] == says


@pytest.mark.parametrize("kind", [Kind.SPEAKER, Kind.NEGATION])
@pytest.mark.parametrize("between", [False, True])
def test_nobody_made_a_claim_where_the_sources_differ_about_that(kind, between):
    report = story()
    places = (evidence(HERALD, report.statements[0], "It holds"), evidence(WIRE, report.statements[1], "It holds"))
    finding = Discrepancy("d-1", kind, Severity.SUBSTANTIVE, "They differ.", places)
    if between:
        report = replace(report, discrepancies=(finding,))
    else:
        report = replace(report, groups=(replace(report.groups[0], verdict=Verdict.DISCREPANCY, discrepancies=(finding,)),))
    claim = node(made(report), "g-1")
    assert {"creator", "spokenByCharacter"}.isdisjoint(claim)


def test_a_claim_on_which_the_sources_differ_says_so():
    data = made(bridge_report())
    assert node(data, "g-divers")["description"] == "One affirms what another denies: “damage” in gazette; “no damage” in wire."
    assert "text" not in node(data, "g-divers")
    assert "description" not in node(data, "g-cost")


def test_an_article_has_its_publisher_and_web_address():
    data = made(story())
    assert data["@graph"][0] == {
        "@id": "herald.txt",
        "@type": "NewsArticle",
        "headline": "Bridge",
        "publisher": {"@type": "Organization", "name": "The Herald"},
        "url": "https://herald.example/1",
    }
    assert "url" not in made(replace(story(), articles=(replace(HERALD, url="data:text/html,x"), WIRE)))["@graph"][0]


def test_nothing_is_rated():
    text = renderer("schema-org").render(bridge_report(), Options())
    assert not [key for key in keys(json.loads(text)) if "rating" in key.lower() or "review" in key.lower()]
    assert "Review" not in text
    assert "Rating" not in text


def test_the_same_report_gives_the_same_bytes():
    assert renderer("schema-org").render(bridge_report(), Options()) == renderer("schema-org").render(bridge_report(), Options(40, True))
