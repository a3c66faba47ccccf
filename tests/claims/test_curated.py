"""The curated files of the project: the claims about seeds/, the list of what a reader finds there, the published schema."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from crosscheck.claims import claims_schema, load_claims
from crosscheck.claims.drafting import round_trip
from crosscheck.claims.form import SourceVerdict, Status
from crosscheck.claims.words import find, words_of
from crosscheck.records import Kind, Severity

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def claims():
    return load_claims(ROOT / "data" / "claims.yaml")


def test_the_published_schema_is_the_form():
    assert files("crosscheck").joinpath("schemas", "claims-1.json").read_text(encoding="utf-8") == claims_schema()


def test_the_claims_file_has_the_published_form():
    data = YAML(typ="safe").load((ROOT / "data" / "claims.yaml").read_text(encoding="utf-8"))
    schema = json.loads(claims_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(json.dumps(data, default=str)), schema)


def test_reading_and_writing_the_claims_file_changes_nothing(tmp_path):
    text = (ROOT / "data" / "claims.yaml").read_text(encoding="utf-8")
    with (tmp_path / "claims.yaml").open("w", encoding="utf-8") as out:
        round_trip().dump(round_trip().load(text), out)
    assert (tmp_path / "claims.yaml").read_text(encoding="utf-8") == text


def test_at_most_one_claim_in_ten_is_a_known_gap(claims):
    assert len(claims.claims) >= 26
    assert 10 * sum(claim.status is Status.KNOWN_GAP for claim in claims.claims) <= len(claims.claims)


def test_every_claim_says_what_is_expected_of_every_source(claims):
    assert all(set(claim.expect) == set(claims.form.sources) for claim in claims.claims)


def test_what_the_claims_file_quotes_stands_in_the_articles(claims):
    texts = {source: words_of(Path(path).read_text(encoding="utf-8")) for source, path in claims.paths.items()}
    for claim in claims.claims:
        for source, expected in claim.expect.items():
            verbatim = expected.verdict is SourceVerdict.VERBATIM
            if expected.quote or verbatim:
                assert find(texts[source], words_of(expected.quote or claim.quote)), (claim.id, source)


def test_the_hashes_are_those_of_the_seeds(claims):
    assert {source: entry.sha256 for source, entry in claims.form.sources.items()} == claims.hashes


def test_the_reader_s_findings_stand_in_the_articles():
    findings = YAML(typ="safe").load((ROOT / "tests" / "seeds" / "findings.yaml").read_text(encoding="utf-8"))["findings"]
    texts = {path.name[:3]: path.read_text(encoding="utf-8") for path in (ROOT / "seeds").glob("*.txt")}
    assert len({item["id"] for item in findings}) == len(findings)
    for item in findings:
        Kind(item["kind"]), Severity(item["severity"])
        assert all(side["words"] in texts[side["source"]] for side in item["sides"]), item["id"]
